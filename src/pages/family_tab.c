#include "pages/family_tab.h"

#include "acts/people/household_set_act.h"
#include "acts/people/relationship_set_act.h"
#include "pages/conference/conference_dates.h"
#include "pages/family_tab_parts.h"
#include "pages/options.h"
#include "pages/practice/known.h"
#include "web/url.h"

/* ---- Family ---- */

/* A row leads to the form of the act that changes it, with a first answer; called again, with one more. */
static void may_change(const struct tab *tab, const struct act_kind *kind, const char *field, int64_t number, struct tab_row *to)
{
    if (!rights_have(tab->record.rights, kind->may))
        return;
    Url base = to->may_change ? to->change : url_family_act(tab->arena, tab->record.family, text_of(kind->address));
    to->may_change = true;
    to->change = url_asking(tab->arena, base, field, text_format(tab->arena, "%lld", (long long)number));
}

static Err people_relations(struct tab *tab)
{
    static const Text headings[] = {T("Child"), T("Person"), T("Who they are"), T("Parental responsibility"), T("Limits")};
    struct family_relations_rows rows;
    TRY(family_relations(tab->read, tab->record.family, &rows));
    struct tab_section *in = SECTION(tab, "Who is who to each child", "No relationship is recorded yet.", headings, rows.count);
    for (size_t i = 0; i < rows.count; i++) {
        ChildId child = rows.at[i].child;
        bool same = i > 0 && rows.at[i - 1].child.n == child.n;
        struct tab_row *to = row(tab, in, same ? T("") : children_words(tab->arena, &tab->record, &child, 1));
        if (same || text_is_empty(to->head))
            to->head = children_words(tab->arena, &tab->record, &child, 1);
        may_change(tab, &RELATIONSHIP_SET_ACT, "child", child.n, to);
        may_change(tab, &RELATIONSHIP_SET_ACT, "person", rows.at[i].person.n, to);
        cell(in, to, name_words(tab->arena, rows.at[i].given, rows.at[i].family_name));
        cell(in, to, text_of(relationship_kind_words(rows.at[i].kind)));
        cell(in, to, text_of(yes_no_unknown_words(rows.at[i].parental_responsibility)));
        cell(in, to, rows.at[i].restriction);
    }
    return ok();
}

static Err people_homes(struct tab *tab)
{
    static const Text headings[] = {T("Household"), T("Who lives there"), T("Since"), T("Note")};
    static const Text address_headings[] = {T("Person"), T("Address"), T("Since")};
    struct family_lives_rows lives;
    struct family_addresses_open_rows addresses;
    TRY(family_lives(tab->read, tab->record.family, &lives));
    TRY(family_addresses_open(tab->read, tab->record.family, &addresses));
    struct tab_section *in = SECTION(tab, "Households", "No household is recorded yet.", headings, lives.count);
    for (size_t i = 0; i < lives.count; i++) {
        struct tab_row *to = row(tab, in, lives.at[i].name);
        may_change(tab, &HOUSEHOLD_SET_ACT, "household", lives.at[i].household.n, to);
        cell(in, to, name_words(tab->arena, lives.at[i].given, lives.at[i].family_name));
        cell(in, to, date_long(tab->arena, lives.at[i].begins));
        cell(in, to, lives.at[i].note);
    }
    in = SECTION(tab, "Addresses", "No address is recorded that may stand on this page.", address_headings, addresses.count);
    if (tab->record.protected_people.count > 0 && rights_have(tab->record.rights, READ_PROTECTED)) {
        in->has_more = true;
        in->more_words = T("Show the protected address");
        in->more = url_family_address(tab->arena, tab->record.family);
    }
    if (tab->record.protected_people.count > 0)
        in->note = T("A protected address is not on this page. It has a page of its own, and each look at it is recorded.");
    for (size_t i = 0; i < addresses.count; i++) {
        struct tab_row *to = row(tab, in, name_words(tab->arena, addresses.at[i].given, addresses.at[i].family_name));
        Text lines = addresses.at[i].lines;
        cell(in, to, text_is_empty(addresses.at[i].postcode) ? lines : text_join(tab->arena, lines, text_join(tab->arena, T(", "), addresses.at[i].postcode)));
        cell(in, to, date_long(tab->arena, addresses.at[i].begins));
    }
    return ok();
}

Err family_people_page(struct request *request, struct response *response)
{
    static const Text adult_headings[] = {T("Name"), T("Known as"), T("Born"), T("Safe contact"), T("Language")};
    static const Text order_headings[] = {T("Order"), T("Made"), T("Until"), T("About"), T("Terms")};
    struct tab tab;
    TRY(tab_begin(request, TAB_PEOPLE, "Family", &tab));
    const struct family_record *record = &tab.record;
    struct tab_section *in = SECTION(&tab, "Adults", "No adult is recorded yet.", adult_headings, record->adults.count);
    for (size_t i = 0; i < record->adults.count; i++) {
        const struct family_adults *adult = &record->adults.at[i];
        enum language language;
        struct tab_row *to = row(&tab, in, name_words(tab.arena, adult->given, adult->family_name));
        cell(in, to, adult->is_known_as);
        cell(in, to, day_or(tab.arena, adult->born, "Not known"));
        if (text_is_empty(adult->safe_contact) && !adult->contact_is_safe)
            cell_tag(in, to, "wait", T("not asked alone"));
        else
            cell(in, to, or_none(adult->safe_contact, "Safe"));
        cell(in, to, language_of(adult->language, &language) ? text_of(language_words(language)) : adult->language);
    }
    if (rights_have(record->rights, READ_RECORD)) {
        TRY(people_relations(&tab));
        TRY(people_homes(&tab));
    }
    in = SECTION(&tab, "Court orders", "No order that holds today is recorded.", order_headings, record->orders.count);
    for (size_t i = 0; i < record->orders.count; i++) {
        const struct family_orders *order = &record->orders.at[i];
        struct tab_row *to = row(&tab, in, text_of(order_kind_words(order->kind)));
        cell(in, to, date_long(tab.arena, order->made));
        cell(in, to, day_or(tab.arena, order->ends, "Until further order"));
        cell(in, to, text_is_empty(order->about_given) ? TEXT_NONE : name_words(tab.arena, order->about_given, order->about_family_name));
        cell(in, to, order->terms);
    }
    return tab_end(&tab, response);
}

/* ---- Plan ---- */

/* The review that is booked; while none is, by when it must be: as the next dates say it. */
static void review_cell(const struct tab *tab, const struct family_plans_all *plan, struct tab_cell *to)
{
    const struct family_conferences *booked = booked_conference(&tab->record, OBLIGATION_KIND_NEXT_REVIEW, tab->read->today);
    if (booked != NULL) {
        Text at = booked->starts.us == INSTANT_NONE.us ? TEXT_NONE : text_join(tab->arena, T(", "), minutes_words(tab->arena, instant_london_minutes(booked->starts)));
        to->words = text_join(tab->arena, date_full(tab->arena, booked->held_on), at);
        return;
    }
    for (size_t i = 0; i < tab->record.due.count; i++) {
        const struct family_due *due = &tab->record.due.at[i];
        const struct due_ref ref = {due->child, due->kind, due->start, due->due};
        if (due->child.n == plan->child.n && (due->kind == OBLIGATION_KIND_FIRST_REVIEW || due->kind == OBLIGATION_KIND_NEXT_REVIEW))
            to->due = due_day(tab->arena, text_join(tab->arena, T("By "), date_long(tab->arena, due->due)), &ref);
    }
    if (text_is_empty(to->due.words))
        to->words = text_join(tab->arena, T("By "), date_long(tab->arena, plan->review_by));
}

Err family_plan_page(struct request *request, struct response *response)
{
    static const Text headings[] = {T("Child"), T("Category"), T("Since"), T("State"), T("Next review")};
    struct tab tab;
    struct family_plans_all_rows plans;
    TRY(tab_begin(request, TAB_PLAN, "Plan", &tab));
    TRY(family_plans_all(tab.read, tab.record.family, &plans));
    struct tab_section *in = SECTION(&tab, "Plans", "No child of the family has a child protection plan. A conference decides on one.", headings, plans.count);
    for (size_t i = 0; i < plans.count; i++) {
        const struct family_plans_all *plan = &plans.at[i];
        struct tab_row *to = row(&tab, in, name_words(tab.arena, plan->given, plan->family_name));
        to->has_address = true;
        to->address = url_plan(tab.arena, plan->plan);
        cell(in, to, categories_words(tab.arena, plan->categories));
        cell(in, to, date_long(tab.arena, plan->started));
        if (date_is_none(plan->ended))
            cell_tag(in, to, "info", text_of(plan_state_words(plan->state)));
        else
            cell(in, to, text_format(tab.arena, "Ended %.*s: %s", TEXT_ARGS(date_long(tab.arena, plan->ended)), plan_end_reason_words(plan->end_reason)));
        struct tab_cell *review = cell(in, to, TEXT_NONE);
        if (date_is_none(plan->ended))
            review_cell(&tab, plan, review);
    }
    return tab_end(&tab, response);
}

/* ---- Conferences ---- */

static Text when_words(Arena *arena, Date day, Instant starts)
{
    if (date_is_none(day))
        return T("No day yet");
    if (starts.us == INSTANT_NONE.us)
        return date_full(arena, day);
    return text_join(arena, date_full(arena, day), text_join(arena, T(", "), minutes_words(arena, instant_london_minutes(starts))));
}

Err family_conferences_page(struct request *request, struct response *response)
{
    static const Text headings[] = {T("Conference"), T("When"), T("Where"), T("Chair"), T("State"), T("Must be by")};
    static const Text meeting_headings[] = {T("Meeting"), T("When"), T("Where"), T("State")};
    struct tab tab;
    struct family_conferences_rows conferences;
    struct family_meetings_rows meetings;
    struct due_of_conferences_rows limits;
    TRY(tab_begin(request, TAB_CONFERENCES, "Conferences", &tab));
    TRY(family_conferences(tab.read, tab.record.family, &conferences));
    TRY(family_meetings(tab.read, tab.record.family, &meetings));
    TRY(due_of_conferences(tab.read, tab.record.family, &limits));
    struct tab_section *in = SECTION(&tab, "Conferences", "No conference was called for this family.", headings, conferences.count);
    for (size_t i = 0; i < conferences.count; i++) {
        const struct family_conferences *conference = &conferences.at[i];
        struct tab_row *to = row(&tab, in, text_of(conference_kind_words(conference->kind)));
        Text place = conference->place;
        if (!text_is_empty(conference->room))
            place = text_join(tab.arena, place, text_join(tab.arena, T(", "), conference->room));
        bool open = conference->state <= CONFERENCE_STATE_OPEN;
        to->has_address = true;
        to->address = rights_have(tab.record.rights, READ_CONFERENCE) ? url_conference(tab.arena, conference->conference)
                                                                       : url_conference_papers(tab.arena, conference->conference);
        cell(in, to, when_words(tab.arena, conference->held_on, conference->starts));
        cell(in, to, place);
        cell(in, to, text_is_empty(conference->chair_given) ? T("Not assigned yet") : name_words(tab.arena, conference->chair_given, conference->chair_family_name));
        cell_tag(in, to, open ? "wait" : "quiet st--none", text_of(conference_state_words(conference->state)));
        const struct due_of_conferences *limit = conference_limit(&limits, conference->conference, conference->state, conference->due, conference->held_on);
        struct tab_cell *by = cell(in, to, TEXT_NONE);
        if (limit != NULL)
            by->due = conference_limit_day(tab.arena, date_long(tab.arena, limit->due), limit, &tab.record.practice, request->today);
        else
            by->words = conference_due_words(tab.arena, &tab.record.practice, conference->kind, conference->due, date_long(tab.arena, conference->due));
    }
    in = SECTION(&tab, "Core groups and other meetings", "No core group or other meeting is recorded yet.", meeting_headings, meetings.count);
    for (size_t i = 0; i < meetings.count; i++) {
        const struct family_meetings *meeting = &meetings.at[i];
        bool held = !date_is_none(meeting->held);
        struct tab_row *to = row(&tab, in, text_of(meeting_kind_words(meeting->kind)));
        to->has_address = true;
        to->address = url_meeting(tab.arena, meeting->meeting);
        cell(in, to, when_words(tab.arena, held ? meeting->held : meeting->planned, meeting->starts));
        cell(in, to, meeting->place);
        cell_tag(in, to, held ? "quiet st--done" : "wait", held ? T("held") : T("planned"));
    }
    return tab_end(&tab, response);
}

/* ---- Visits ---- */

/* Words that others follow in the same line. */
static Text without_stop(Text words)
{
    words = text_trim(words);
    return words.len > 0 && words.at[words.len - 1] == '.' ? (Text){words.at, words.len - 1} : words;
}

/* 'Maja: seen alone. “…” · Oskar: not seen, asleep.' */
static Err visit_children(struct tab *tab, VisitId visit, Text *ret_words)
{
    struct visit_seen_rows seen;
    Out out = out_new(tab->arena);
    TRY(visit_seen(tab->read, visit, &seen));
    for (size_t i = 0; i < seen.count; i++) {
        out_string(&out, i > 0 ? "\n" : "");
        out_text(&out, or_none(seen.at[i].given, "Unborn baby"));
        out_string(&out, ": ");
        out_string(&out, seen_how_words(seen.at[i].how));
        if (!text_is_empty(seen.at[i].others)) {
            out_string(&out, " (");
            out_text(&out, seen.at[i].others);
            out_char(&out, ')');
        }
        if (!text_is_empty(seen.at[i].why)) {
            out_string(&out, ": ");
            out_text(&out, without_stop(seen.at[i].why));
        }
        if (!text_is_empty(seen.at[i].bedroom)) {
            out_string(&out, ". Bedroom: ");
            out_text(&out, without_stop(seen.at[i].bedroom));
        }
        if (!text_is_empty(seen.at[i].words)) {
            out_string(&out, ". “");
            out_text(&out, seen.at[i].words);
            out_string(&out, "”");
        }
    }
    *ret_words = out_all(&out);
    return ok();
}

Err family_visits_page(struct request *request, struct response *response)
{
    static const Text headings[] = {T("When"), T("Visit"), T("Who went"), T("How each child was seen"), T("The home, and what was noted")};
    struct tab tab;
    struct family_visits_rows visits;
    TRY(tab_begin(request, TAB_VISITS, "Visits", &tab));
    TRY(family_visits(tab.read, tab.record.family, before_of(request), ROWS_ON_PAGE + 1, &visits));
    struct tab_section *in = SECTION(&tab, "Visits", "No visit is recorded yet.", headings, visits.count);
    for (size_t i = 0; i < visits.count && i < ROWS_ON_PAGE; i++) {
        const struct family_visits *visit = &visits.at[i];
        Text when = date_long(tab.arena, visit->made);
        if (visit->at_minutes >= 0)
            when = text_format(tab.arena, "%.*s, %.*s", TEXT_ARGS(when), TEXT_ARGS(minutes_words(tab.arena, (int)visit->at_minutes)));
        struct tab_row *to = row(&tab, in, when);
        Text seen, home = visit->home;
        to->has_address = true;
        to->address = url_visit(tab.arena, visit->visit);
        TRY(visit_children(&tab, visit->visit, &seen));
        cell(in, to, text_of(visit_kind_words(visit->kind)));
        cell(in, to, name_words(tab.arena, visit->given, visit->family_name));
        if (visit->failed)
            cell_tag(in, to, "late", text_join(tab.arena, T("Nobody was seen: "), or_none(visit->failed_why, "no reason written")));
        else
            cell(in, to, seen);
        if (!text_is_empty(visit->notes))
            home = text_is_empty(home) ? visit->notes : text_join(tab.arena, home, text_join(tab.arena, T("\n"), visit->notes));
        cell(in, to, home);
    }
    if (visits.count > ROWS_ON_PAGE) {
        in->has_more = true;
        in->more = url_asking(tab.arena, url_family_visits(tab.arena, tab.record.family), "before",
            text_format(tab.arena, "%lld", (long long)visits.at[ROWS_ON_PAGE - 1].visit.n));
    }
    return tab_end(&tab, response);
}
