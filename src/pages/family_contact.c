#include "pages/family_parts.h"
#include "pages/options.h"
#include "rules/profile.h"

enum { WARNINGS_MOST = 60 };

/* ---- before you ring ---- */

static void add_warning(struct warning_views *warnings, Text strong, Text words, bool address)
{
    if (warnings->count < WARNINGS_MOST)
        warnings->at[warnings->count++] = (struct warning_view){strong, words, address};
}

void add_warnings(Arena *arena, const struct family_record *record, struct warning_views *warnings)
{
    warnings->at = ARENA_MANY(arena, WARNINGS_MOST, struct warning_view);
    for (size_t i = 0; i < record->protected_people.count; i++) {
        const struct family_protected *row = &record->protected_people.at[i];
        Text who = name_words(arena, row->given, row->family_name);
        bool named = !text_is_empty(row->not_to_given) || !text_is_empty(row->not_to_family_name);
        Text away = named ? name_words(arena, row->not_to_given, row->not_to_family_name) : T("Nobody");
        Out whose = out_new(arena);
        bool said = false;
        size_t count = 0;
        for (size_t k = 0; k < record->protected_people.count; k++) {
            const struct family_protected *other = &record->protected_people.at[k];
            if (!text_equal(other->not_to_given, row->not_to_given) || !text_equal(other->not_to_family_name, row->not_to_family_name))
                continue;
            said |= k < i;
            out_string(&whose, count++ > 0 ? ", " : "");
            out_text(&whose, other->given);
        }
        if (!said)
            add_warning(warnings, text_format(arena, "%.*s must%s learn where %.*s live%s.", TEXT_ARGS(away), named ? " not" : "",
                TEXT_ARGS(count > 1 ? out_all(&whose) : who), count > 1 ? "" : "s"), TEXT_NONE, true);
    }
    if (!text_is_empty(record->head.safe_contact))
        add_warning(warnings, TEXT_NONE, record->head.safe_contact, false);
    Out unasked = out_new(arena);
    for (size_t i = 0; i < record->adults.count; i++) {
        const struct family_adults *adult = &record->adults.at[i];
        Text name = name_words(arena, adult->given, adult->family_name);
        if (!text_is_empty(adult->safe_contact)) {
            add_warning(warnings, text_join(arena, name, T(":")), adult->safe_contact, false);
        } else if (!adult->contact_is_safe) {
            out_string(&unasked, unasked.len > 0 ? ", " : "");
            out_text(&unasked, name);
        }
    }
    if (unasked.len > 0)
        add_warning(warnings, out_all(&unasked), T("– not asked yet, alone, how contact is safe. Treat it as unsafe."), false);
    for (size_t i = 0; i < record->orders.count; i++) {
        const struct family_orders *order = &record->orders.at[i];
        bool said = false; /* an order about several children is said once */
        for (size_t k = 0; k < i; k++)
            said |= record->orders.at[k].kind == order->kind && text_equal(record->orders.at[k].terms, order->terms);
        if (said)
            continue;
        Out out = out_new(arena);
        if (!text_is_empty(order->against_given)) {
            out_string(&out, "against ");
            out_text(&out, name_words(arena, order->against_given, order->against_family_name));
            out_string(&out, ". ");
        }
        out_text(&out, order->terms);
        add_warning(warnings, text_of(order_kind_words(order->kind)), out_all(&out), false);
    }
}

/* ---- who is who ---- */

static Text joined(Arena *arena, Text a, const char *between, Text b)
{
    if (text_is_empty(a) || text_is_empty(b))
        return text_is_empty(a) ? b : a;
    return text_join(arena, a, text_join(arena, text_of(between), b));
}

/* 'mother of Maja, Oskar' from the relationships, else what they are known as. */
static Text adult_is(const struct columns *columns, const struct family_adults *adult)
{
    Arena *arena = columns->arena;
    ChildId *children = ARENA_MANY(arena, columns->relations.count + 1, ChildId);
    enum relationship_kind kind = RELATIONSHIP_KIND_NONE;
    size_t count = 0;
    for (size_t i = 0; i < columns->relations.count; i++) {
        const struct family_relations *relation = &columns->relations.at[i];
        if (relation->person.n != adult->person.n || (kind != RELATIONSHIP_KIND_NONE && relation->kind != kind))
            continue;
        kind = relation->kind;
        children[count++] = relation->child;
    }
    if (count == 0)
        return adult->is_known_as;
    return text_format(arena, "%s of %.*s", relationship_kind_words(kind), TEXT_ARGS(children_words(arena, columns->record, children, count)));
}

Err add_people(Read *read, const struct columns *columns, struct family_page *page)
{
    Arena *arena = read->arena;
    struct family_workers_rows workers;
    struct family_teams_rows teams;
    const struct family_adults_rows *adults = &columns->record->adults;
    TRY(family_workers(read, columns->record->family, &workers));
    TRY(family_teams(read, columns->record->family, &teams));
    page->family.at = ARENA_MANY(arena, adults->count, struct reach_view);
    for (size_t i = 0; i < adults->count; i++) {
        const struct family_adults *adult = &adults->at[i];
        Text reach = text_is_empty(adult->safe_contact) ? T("Ask first how contact is safe") : adult->safe_contact;
        if (adult->contact_is_safe && text_is_empty(adult->safe_contact))
            reach = joined(arena, adult->telephone, "; ", adult->email);
        page->family.at[page->family.count++] = (struct reach_view){name_words(arena, adult->given, adult->family_name), adult_is(columns, adult), reach};
    }
    const struct profile *profile = practice_on(&columns->record->practice, read->today);
    page->professionals.at = ARENA_MANY(arena, workers.count + teams.count, struct reach_view);
    for (size_t i = 0; i < workers.count; i++) {
        const struct family_workers *worker = &workers.at[i];
        Text is = joined(arena, worker->job, ", ", worker->agency);
        if (worker->role == ROLE_CASE_HOLDER || worker->role == ROLE_CHAIR)
            is = text_of(profile_word(profile, worker->role == ROLE_CHAIR ? PRACTICE_WORD_CHAIR : PRACTICE_WORD_LEAD_WORKER));
        page->professionals.at[page->professionals.count++] = (struct reach_view){name_words(arena, worker->given, worker->family_name), is,
            joined(arena, worker->telephone, "; ", worker->email)};
    }
    for (size_t i = 0; i < teams.count; i++)
        page->professionals.at[page->professionals.count++] = (struct reach_view){teams.at[i].name,
            teams.at[i].is_agency ? T("Agency") : T("Team"), teams.at[i].telephone};
    return ok();
}
