#include "pages/family.h"

#include "acts/replay.h"
#include "pages/family_html.h"
#include "pages/options.h"
#include "store/access.h"
#include "store/target_sql.h"
#include "web/url.h"

enum {
    DATES_MOST = 4,         /* next dates at the top */
    LIMITS_MOST = 12,       /* rows of the table of dates */
    ALONE_DAYS = 28,        /* a child not seen alone for so long is said */
    SUMMARY_LIST_MOST = 60,
};

/* ---- next dates ---- */

/* Obligations of one kind and day stand together: 'Visit both children'. */
void family_dates(Arena *arena, const struct family_record *record, const struct family_due_rows *due, Date today, struct date_views *ret_dates)
{
    struct date_views *dates = ret_dates;
    *dates = (struct date_views){0};
    dates->at = ARENA_MANY(arena, DATES_MOST, struct date_view);
    for (size_t i = 0; i < due->count && dates->count < DATES_MOST; i++) {
        const struct family_due *first = &due->at[i];
        bool said = false;
        for (size_t k = 0; k < i; k++)
            said |= due->at[k].kind == first->kind && date_equal(due->at[k].due, first->due);
        if (said)
            continue;
        ChildId *children = ARENA_MANY(arena, due->count, ChildId);
        size_t count = 0;
        for (size_t k = i; k < due->count; k++)
            if (due->at[k].kind == first->kind && date_equal(due->at[k].due, first->due))
                children[count++] = due->at[k].child;
        Text who = children_words(arena, record, children, count), kind = text_of(obligation_kind_words(first->kind));
        struct date_view *view = &dates->at[dates->count++];
        *view = (struct date_view){.what = text_join(arena, kind, text_join(arena, T(": "), who)), .day = date_full(arena, first->due),
                                   .tag = due_tag(arena, first->due, today), .late = date_before(first->due, today)};
        view->day.len -= 5; /* the year is in the working */
        view->next = !view->late && date_days_between(today, first->due) <= 7;
        view->why = why_of(arena, record->profile, first->kind, first->start, first->due, today, view->what);
    }
}

/* ---- the children's columns ---- */

struct columns {
    Arena *arena;
    const struct family_record *record;
    struct family_seen_rows seen;
    struct family_relations_rows relations;
    struct family_lives_rows lives;
    Date today;
};

static struct fact_view fact_of_status(const struct columns *columns, ChildId child)
{
    Arena *arena = columns->arena;
    struct fact_view fact = {.label = T("Status")};
    for (size_t i = 0; i < columns->record->plans.count; i++) {
        const struct family_plans_now *plan = &columns->record->plans.at[i];
        if (plan->child.n != child.n)
            continue;
        fact.has_tag = true;
        fact.tag = (struct status_tag){T("info"), text_join(arena, T("Plan – "), categories_words(arena, plan->categories))};
        fact.more = text_join(arena, T("since "), date_long(arena, plan->started));
        return fact;
    }
    for (size_t i = 0; i < columns->record->stages.count; i++) {
        const struct family_stages *stage = &columns->record->stages.at[i];
        if (stage->child.n != child.n)
            continue;
        fact.words = text_of(stage_words(stage->stage));
        fact.more = text_join(arena, T("case opened "), date_long(arena, stage->opened));
        return fact;
    }
    fact.words = T("No open case");
    return fact;
}

static struct fact_view fact_of_home(const struct columns *columns, ChildId child)
{
    struct fact_view fact = {.label = T("Lives with")};
    Out out = out_new(columns->arena);
    for (size_t i = 0; i < columns->lives.count; i++) {
        if (columns->lives.at[i].person.n != child.n)
            continue;
        if (out.len > 0)
            out_string(&out, "; ");
        size_t began = out.len;
        for (size_t k = 0; k < columns->lives.count; k++) {
            const struct family_lives *other = &columns->lives.at[k];
            bool sibling = false;
            for (size_t c = 0; c < columns->record->children.count; c++)
                sibling |= columns->record->children.at[c].child.n == other->person.n;
            if (sibling || other->household.n != columns->lives.at[i].household.n)
                continue;
            out_string(&out, out.len > began ? ", " : "");
            out_text(&out, name_words(columns->arena, other->given, other->family_name));
        }
        if (out.len == began)
            out_text(&out, columns->lives.at[i].name);
        fact.more = columns->lives.at[i].note;
    }
    fact.words = out.len > 0 ? out_all(&out) : T("Not recorded");
    return fact;
}

static void add_seen(const struct columns *columns, const struct family_children *child, struct fact_views *facts)
{
    Arena *arena = columns->arena;
    struct fact_view last = {.label = T("Last seen"), .words = T("Not seen yet")}, bedroom = {.label = T("Bedroom seen"), .words = T("Not seen yet")};
    if (child->unborn)
        last.words = bedroom.words = T("Not born yet");
    for (size_t i = 0; i < columns->seen.count; i++) {
        const struct family_seen *seen = &columns->seen.at[i];
        if (seen->child.n != child->child.n || child->unborn)
            continue;
        if (!date_is_none(seen->last_seen)) {
            bool alone = date_equal(seen->last_seen, seen->last_alone);
            last.words = text_join(arena, date_long(arena, seen->last_seen), alone ? T(", alone") : T(", with others there"));
            int32_t days = date_is_none(seen->last_alone) ? 0 : date_days_between(seen->last_alone, columns->today);
            last.has_tag = date_is_none(seen->last_alone) || days >= ALONE_DAYS;
            last.tag = (struct status_tag){T("late"), date_is_none(seen->last_alone) ? T("Never alone")
                : text_format(arena, "Alone: %d days ago", (int)days)};
        }
        if (!date_is_none(seen->last_bedroom))
            bedroom.words = date_long(arena, seen->last_bedroom);
    }
    facts->at[facts->count++] = last;
    facts->at[facts->count++] = bedroom;
}

static struct fact_view fact_of_responsibility(const struct columns *columns, ChildId child)
{
    struct fact_view fact = {.label = T("Parental responsibility")};
    Out out = out_new(columns->arena), unknown = out_new(columns->arena);
    for (size_t i = 0; i < columns->relations.count; i++) {
        const struct family_relations *relation = &columns->relations.at[i];
        Text name = name_words(columns->arena, relation->given, relation->family_name);
        if (relation->child.n != child.n)
            continue;
        if (relation->parental_responsibility == YES_NO_UNKNOWN_YES) {
            out_string(&out, out.len > 0 ? "; " : "");
            out_text(&out, name);
        } else if (relation->parental_responsibility == YES_NO_UNKNOWN_UNKNOWN) {
            out_string(&unknown, unknown.len > 0 ? "; " : "");
            out_text(&unknown, name);
        }
    }
    fact.words = out.len > 0 ? out_all(&out) : T("Not recorded");
    if (unknown.len > 0)
        fact.more = text_join(columns->arena, T("not known: "), out_all(&unknown));
    return fact;
}

static struct child_column column_of(const struct columns *columns, const struct family_children *child, bool reads_record)
{
    Arena *arena = columns->arena;
    Date day = child->unborn ? child->expected : child->born;
    struct child_column column = {.name = name_words(arena, child->given, child->family_name), .address = url_child(arena, child->child),
                                  .age = age_words(arena, child->unborn, day, columns->today)};
    struct fact_views *facts = &column.facts;
    facts->at = ARENA_MANY(arena, 8, struct fact_view);
    if (!date_is_none(child->died))
        column.age = text_join(arena, T("died "), date_long(arena, child->died));
    facts->at[facts->count++] = fact_of_status(columns, child->child);
    if (reads_record) {
        facts->at[facts->count++] = fact_of_home(columns, child->child);
        add_seen(columns, child, facts);
        facts->at[facts->count++] = fact_of_responsibility(columns, child->child);
    }
    facts->at[facts->count++] = (struct fact_view){.label = T("School or nursery"), .words = text_is_empty(child->school) ? T("Not recorded") : child->school};
    facts->at[facts->count++] = (struct fact_view){.label = T("GP surgery"), .words = text_is_empty(child->surgery) ? T("Not recorded") : child->surgery};
    return column;
}

static Err read_columns(Read *read, struct columns *columns)
{
    TRY(family_seen(read, columns->record->family, &columns->seen));
    TRY(family_relations(read, columns->record->family, &columns->relations));
    return family_lives(read, columns->record->family, &columns->lives);
}

Err family_column(Read *read, const struct family_record *record, const struct family_children *child, struct child_column *ret_column)
{
    struct columns columns = {.arena = read->arena, .record = record, .today = read->today};
    TRY(read_columns(read, &columns));
    *ret_column = column_of(&columns, child, rights_have(record->rights, READ_RECORD));
    return ok();
}

static void add_columns(const struct columns *columns, bool reads_record, struct child_blocks *blocks)
{
    size_t count = columns->record->children.count, wide = count <= 3 ? count : count == 4 ? 2 : 3;
    blocks->at = ARENA_MANY(columns->arena, count + 1, struct child_block);
    for (size_t i = 0; i < count; i++) {
        if (i % wide == 0)
            blocks->at[blocks->count++].children = (struct child_columns){ARENA_MANY(columns->arena, wide, struct child_column), 0};
        struct child_columns *children = &blocks->at[blocks->count - 1].children;
        children->at[children->count++] = column_of(columns, &columns->record->children.at[i], reads_record);
    }
}

/* ---- before you ring ---- */

static void add_warning(struct warning_views *warnings, Text strong, Text words, bool address)
{
    if (warnings->count < SUMMARY_LIST_MOST)
        warnings->at[warnings->count++] = (struct warning_view){strong, words, address};
}

static void add_warnings(Arena *arena, const struct family_record *record, struct warning_views *warnings)
{
    warnings->at = ARENA_MANY(arena, SUMMARY_LIST_MOST, struct warning_view);
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

/* ---- the rest ---- */

static Err add_safety(Read *read, const struct family_record *record, struct family_page *page)
{
    Arena *arena = read->arena;
    struct family_safety_rows plans;
    struct family_safety_plans_rows interim;
    struct family_stuck_rows stuck;
    TRY(family_safety(read, record->family, &plans));
    TRY(family_safety_plans(read, record->family, &interim));
    TRY(family_stuck(read, record->family, &stuck));
    page->safety.at = ARENA_MANY(arena, plans.count, struct safety_view);
    for (size_t i = 0; i < plans.count; i++) {
        const struct family_safety *plan = &plans.at[i];
        Text maker = name_words(arena, plan->maker_given, plan->maker_family_name);
        ChildId *same = ARENA_MANY(arena, plans.count, ChildId);
        size_t count = 0;
        bool said = false;
        for (size_t k = 0; k < plans.count; k++) {
            const struct family_safety *other = &plans.at[k];
            if (!text_equal(other->harm, plan->harm) || !text_equal(other->strengths, plan->strengths) || !text_equal(other->goals, plan->goals))
                continue;
            said |= k < i;
            same[count++] = other->child;
        }
        if (said)
            continue;
        page->safety.at[page->safety.count++] = (struct safety_view){.child = plans.count > 1 ? text_join(arena, T("The plan for "), children_words(arena, record, same, count)) : TEXT_NONE, .harm = plan->harm,
            .strengths = plan->strengths, .goals = plan->goals,
            .by = text_format(arena, "Written by %.*s on %.*s", TEXT_ARGS(maker), TEXT_ARGS(date_long(arena, plan->made)))};
    }
    page->interim.at = ARENA_MANY(arena, interim.count, struct said_view);
    ChildId *children = ARENA_MANY(arena, interim.count, ChildId);
    for (size_t i = 0; i < interim.count; i++) {
        size_t count = 0;
        bool said = false;
        for (size_t k = 0; k < interim.count; k++) {
            if (!text_equal(interim.at[k].what, interim.at[i].what))
                continue;
            said |= k < i;
            children[count++] = interim.at[k].child;
        }
        if (!said)
            page->interim.at[page->interim.count++] = (struct said_view){
                text_join(arena, T("Interim plan for "), children_words(arena, record, children, count)), interim.at[i].what,
                text_join(arena, T("Agreed with "), interim.at[i].agreed_with)};
    }
    page->has_safety = plans.count + interim.count > 0;
    page->stuck.at = ARENA_MANY(arena, stuck.count, Text);
    for (size_t i = 0; i < stuck.count; i++)
        page->stuck.at[page->stuck.count++] = text_format(arena, "‘%.*s’ was put off at %d core groups.", TEXT_ARGS(stuck.at[i].what), (int)stuck.at[i].rolled);
    return ok();
}

static struct status_tag limit_tag(Arena *arena, const struct family_limits *limit, Date today)
{
    switch (limit->state) {
    case OBLIGATION_STATE_WAITING:
    case OBLIGATION_STATE_LATE: return due_tag(arena, limit->due, today);
    case OBLIGATION_STATE_MET: return (struct status_tag){T("quiet st--done"), text_join(arena, T("done "), date_long(arena, limit->met))};
    case OBLIGATION_STATE_MET_LATE: return (struct status_tag){T("quiet st--wait"), text_join(arena, T("done late, "), date_long(arena, limit->met))};
    case OBLIGATION_STATE_NOT_NEEDED: return (struct status_tag){T("quiet st--none"), T("no longer needed")};
    case OBLIGATION_STATE_MISSED: return (struct status_tag){T("quiet st--late"), T("missed")};
    case OBLIGATION_STATE_NONE:
    case OBLIGATION_STATE_COUNT: break;
    }
    return (struct status_tag){T("none"), TEXT_NONE};
}

/* The same for several children is one row. */
static bool same_limit(const struct family_limits *a, const struct family_limits *b)
{
    return a->kind == b->kind && date_equal(a->due, b->due) && a->state == b->state && date_equal(a->met, b->met);
}

static Err add_limits(Read *read, const struct family_record *record, struct family_page *page)
{
    struct family_limits_rows limits;
    TRY(family_limits(read, record->family, &limits));
    page->limits.at = ARENA_MANY(read->arena, LIMITS_MOST, struct limit_view);
    ChildId *children = ARENA_MANY(read->arena, limits.count, ChildId);
    for (size_t i = 0; i < limits.count && page->limits.count < LIMITS_MOST; i++) {
        const struct family_limits *limit = &limits.at[i];
        size_t count = 0;
        bool said = false;
        for (size_t k = 0; k < limits.count; k++) {
            if (!same_limit(limit, &limits.at[k]))
                continue;
            said |= k < i;
            children[count++] = limits.at[k].child;
        }
        if (!said)
            page->limits.at[page->limits.count++] = (struct limit_view){date_long(read->arena, limit->due), text_of(obligation_kind_words(limit->kind)),
                children_words(read->arena, record, children, count), limit_tag(read->arena, limit, read->today)};
    }
    return ok();
}

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

static Err add_people(Read *read, const struct columns *columns, struct family_page *page)
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
    page->professionals.at = ARENA_MANY(arena, workers.count + teams.count, struct reach_view);
    for (size_t i = 0; i < workers.count; i++) {
        const struct family_workers *worker = &workers.at[i];
        Text is = worker->role == ROLE_CASE_HOLDER ? T("Lead social worker") : worker->role == ROLE_CHAIR ? T("Conference chair")
            : joined(arena, worker->job, ", ", worker->agency);
        page->professionals.at[page->professionals.count++] = (struct reach_view){name_words(arena, worker->given, worker->family_name), is,
            joined(arena, worker->telephone, "; ", worker->email)};
    }
    for (size_t i = 0; i < teams.count; i++)
        page->professionals.at[page->professionals.count++] = (struct reach_view){teams.at[i].name,
            teams.at[i].is_agency ? T("Agency") : T("Team"), teams.at[i].telephone};
    return ok();
}

/* Fills everything but frame and band's as_of. */
static Err summary_of(Read *read, const struct family_record *record, struct family_page *page)
{
    struct family_due_rows due;
    struct columns columns = {.arena = read->arena, .record = record, .today = read->today};
    page->reads_record = rights_have(record->rights, READ_RECORD);
    TRY(family_due(read, record->family, &due));
    TRY(read_columns(read, &columns));
    family_dates(read->arena, record, &due, read->today, &page->dates);
    add_columns(&columns, page->reads_record, &page->blocks);
    add_warnings(read->arena, record, &page->warnings);
    TRY(add_safety(read, record, page));
    TRY(add_limits(read, record, page));
    return add_people(read, &columns, page);
}

Err family_page(struct request *request, struct response *response)
{
    Read *read;
    struct family_record record;
    struct family_page page = {0};
    TRY(request_read(request, &read));
    TRY(family_record_of(read, request->ids.family, &record));
    family_record_shows(request, &record);
    page.band = family_band_of(request->arena, &record, TAB_SUMMARY, request->today);
    TRY(frame_of(request, page.band.name, FRAME_FAMILIES, &page.frame));
    page.frame.full_width = page.frame.looks_recorded = true;
    TRY(summary_of(read, &record, &page));
    page.timeline = url_family_timeline(request->arena, record.family);
    page.address = url_family_address(request->arena, record.family);
    page.may_address = rights_have(record.rights, READ_PROTECTED);
    if (page.reads_record)
        page.then = url_family_then(request->arena, record.family, T("day"));
    family_html(&response->body, &page);
    return ok();
}

/* ---- as it stood on a day ---- */

/* '2026-03-05' from the address, or three fields of the form that asks for a day. */
static bool then_day(const struct request *request, Date *ret_day)
{
    int64_t day, month, year;
    if (!text_equal(request->ids.word, T("day")))
        return date_read(request->ids.word, ret_day);
    return text_to_int(text_trim(form_get(&request->query, T("day"))), &day) && text_to_int(text_trim(form_get(&request->query, T("month"))), &month) &&
           text_to_int(text_trim(form_get(&request->query, T("year"))), &year) && day > 0 && day < 32 && month > 0 && month < 13 && year > 1899 &&
           year < 2200 && date_of((int)year, (int)month, (int)day, ret_day);
}

/* The store of then answers with the access of then: so today's reader must read every child of the family, whole. */
static Err reads_all(Read *read, FamilyId family)
{
    struct target_family_rows children;
    TRY(target_family(read, family, &children));
    for (size_t i = 0; i < children.count; i++)
        TRY(may(read, READ_RECORD, children.at[i].child));
    return ok();
}

static Err then_summary(struct request *request, Store *then, Instant at, struct family_page *page)
{
    Read *read;
    struct then_reader reader;
    struct family_record record;
    bool found;
    TRY(store_read_begin(then, request->arena, request->authority, request->person, at, &read));
    Err end = then_reader(read, request->ids.family, (int64_t)RIGHT(READ_RECORD), &reader, &found);
    if (end.kind == OK && !found)
        end = err(NOT_FOUND, "there was no record of the family on that day");
    if (end.kind == OK) {
        read->actor = reader.person;
        end = family_record_of(read, request->ids.family, &record);
    }
    if (end.kind == OK) {
        family_record_shows(request, &record);
        page->band = family_band_of(request->arena, &record, TAB_NONE, read->today);
        page->band.has_acts = false;
        page->band.tabs.count = 0;
        end = summary_of(read, &record, page);
    }
    store_read_end(read);
    return end;
}

/* No day yet, or none that is one: the timeline has the form that asks. */
static Err then_asks(struct request *request, struct response *response)
{
    response_see(response, url_family_timeline(request->arena, request->ids.family));
    return ok();
}

Err family_then_page(struct request *request, struct response *response)
{
    Read *read;
    Store *then;
    Date day;
    struct family_page page = {0};
    if (!then_day(request, &day) || date_before(request->today, day))
        return then_asks(request, response);
    TRY(request_read(request, &read));
    TRY(reads_all(read, request->ids.family));
    Instant at = replay_end_of(day);
    if (at.us > request->now.us)
        at = request->now;
    TRY(replay_family(read, request->ids.family, at, &then));
    Err end = then_summary(request, then, at, &page);
    store_close(then);
    TRY(end);
    page.band.as_of = text_join(request->arena, T("As it stood on "), text_join(request->arena, date_full(request->arena, day), T(".")));
    TRY(frame_of(request, text_join(request->arena, page.band.name, text_join(request->arena, T(" on "), date_long(request->arena, day))), FRAME_FAMILIES, &page.frame));
    page.frame.full_width = page.frame.looks_recorded = true;
    page.timeline = url_family_timeline(request->arena, request->ids.family);
    page.then = url_family_then(request->arena, request->ids.family, T("day"));
    family_html(&response->body, &page);
    return ok();
}
