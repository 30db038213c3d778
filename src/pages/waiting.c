#include "pages/waiting.h"

#include "pages/family_record.h"
#include "store/family_page_sql.h"
#include "store/waiting_sql.h"

enum { FACTS_MOST = 8 }; /* beside one for each notification */

static void add_fact(struct worry_view *worry, Text label, Text words)
{
    if (!text_is_empty(words))
        worry->facts.at[worry->facts.count++] = (struct worry_fact){label, words};
}

/* 'Dana Orme, deputy head, 01632 960100' of what was given. */
static Text listed(Arena *arena, const Text *parts, size_t count)
{
    Out out = out_new(arena);
    for (size_t i = 0; i < count; i++)
        if (!text_is_empty(parts[i])) {
            out_string(&out, out.len > 0 ? ", " : "");
            out_text(&out, parts[i]);
        }
    return out_all(&out);
}

static Err about_words(Read *read, FamilyId family, ContactId contact, Text *ret_words)
{
    struct family_record record = {.family = family}; /* names alone */
    struct worry_children_rows rows;
    TRY(family_children(read, family, &record.children));
    TRY(worry_children(read, contact, &rows));
    ChildId *children = ARENA_MANY(read->arena, rows.count, ChildId);
    for (size_t i = 0; i < rows.count; i++)
        children[i] = rows.at[i].child;
    *ret_words = text_join(read->arena, T("About "), children_words(read->arena, &record, children, rows.count));
    return ok();
}

static Err worry_of(Read *read, FamilyId family, const struct worries_waiting *row, struct worry_view *ret_worry)
{
    Arena *arena = read->arena;
    struct worry_notifications_rows notifications;
    TRY(worry_notifications(read, row->contact, family, &notifications));
    const Text who[] = {row->referrer, row->referrer_role, row->referrer_telephone};
    const Text harmed[] = {row->perpetrator, row->perpetrator_place, row->perpetrator_work};
    struct worry_view worry = {.id = text_format(arena, "contact-%lld", (long long)row->contact.n),
                               .title = text_format(arena, "Contact received on %.*s", TEXT_ARGS(date_long(arena, row->received))),
                               .waits = date_is_none(row->decided) ? T("Nobody has decided on this contact yet.") : T("It became a referral, and nobody has decided on the referral yet."),
                               .facts = {ARENA_MANY(arena, FACTS_MOST + notifications.count, struct worry_fact), 0}};
    TRY(about_words(read, family, row->contact, &worry.about));
    add_fact(&worry, T("The concern"), row->concern);
    add_fact(&worry, T("From"), text_format(arena, "%s, %s", contact_source_words(row->source), contact_way_words(row->way)));
    add_fact(&worry, T("Who made the contact"), listed(arena, who, sizeof who / sizeof who[0]));
    add_fact(&worry, T("How they know the family"), row->involvement);
    add_fact(&worry, T("Who is said to have harmed a child"), listed(arena, harmed, sizeof harmed / sizeof harmed[0]));
    for (size_t i = 0; i < notifications.count; i++)
        add_fact(&worry, text_format(arena, "Notification, %.*s, %.*s", TEXT_ARGS(notifications.at[i].force_name), TEXT_ARGS(notifications.at[i].reference)),
                 notifications.at[i].words);
    *ret_worry = worry;
    return ok();
}

static Err waiting(Read *read, FamilyId family, bool contacts, bool referrals, struct worry_views *ret_worries)
{
    struct worries_waiting_rows rows;
    TRY(worries_waiting(read, family, &rows));
    ret_worries->at = ARENA_MANY(read->arena, rows.count, struct worry_view);
    ret_worries->count = 0;
    for (size_t i = 0; i < rows.count; i++)
        if (date_is_none(rows.at[i].decided) ? contacts : referrals)
            TRY(worry_of(read, family, &rows.at[i], &ret_worries->at[ret_worries->count++]));
    return ok();
}

Err waiting_beside(Read *read, const struct act_kind *kind, FamilyId family, struct worry_views *ret_worries)
{
    *ret_worries = (struct worry_views){0};
    if (kind->beside == BESIDE_NOTHING || family.n == 0)
        return ok();
    return waiting(read, family, kind->beside == BESIDE_CONTACTS, kind->beside == BESIDE_REFERRALS, ret_worries);
}

Err waiting_of_family(Read *read, FamilyId family, struct worry_views *ret_worries) { return waiting(read, family, true, true, ret_worries); }
