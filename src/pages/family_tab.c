#include "pages/family_tab.h"

#include "acts/fields.h"
#include "acts/people/household_set_act.h"
#include "acts/people/relationship_set_act.h"
#include "pages/family_tab_html.h"
#include "pages/options.h"
#include "store/attached_file_sql.h"
#include "store/restriction_sql.h"
#include "web/url.h"

enum {
    SECTIONS_MOST = 12,
    CELLS_MOST = 6,
    ROWS_ON_PAGE = 30, /* visits and looks on one page */
};

/* A tab being filled. */
struct tab {
    struct request *request;
    Read *read;
    Arena *arena;
    struct family_record record;
    struct family_tab_page page;
};

static Err tab_begin(struct request *request, enum family_tab which, const char *title, struct tab *tab)
{
    *tab = (struct tab){.request = request, .arena = request->arena};
    TRY(request_read(request, &tab->read));
    TRY(family_record_of(tab->read, request->ids.family, &tab->record));
    family_record_shows(request, &tab->record);
    tab->page.band = family_band_of(tab->arena, &tab->record, which, request->today);
    tab->page.title = text_of(title);
    Text name = text_join(tab->arena, text_of(title), text_join(tab->arena, T(" – "), tab->page.band.name));
    TRY(frame_of(request, name, FRAME_FAMILIES, &tab->page.frame));
    tab->page.frame.full_width = tab->page.frame.looks_recorded = true;
    tab->page.sections.at = ARENA_MANY(tab->arena, SECTIONS_MOST, struct tab_section);
    return ok();
}

static Err tab_end(struct tab *tab, struct response *response)
{
    family_tab_html(&response->body, &tab->page);
    return ok();
}

/* A section of at most `room` rows with these headings, the first of which is the row's head. */
static struct tab_section *section(struct tab *tab, const char *title, const char *empty, const Text *headings, size_t heading_count, size_t room)
{
    struct tab_section *made = &tab->page.sections.at[tab->page.sections.count++];
    *made = (struct tab_section){.title = text_of(title), .empty = text_of(empty), .more_words = T("Older"), .headings = {headings, heading_count},
                                 .rows = {ARENA_MANY(tab->arena, room, struct tab_row), 0}};
    return made;
}
#define SECTION(tab, title, empty, headings, room) section((tab), (title), (empty), (headings), sizeof(headings) / sizeof(headings)[0], (room))

static struct tab_row *row(struct tab *tab, struct tab_section *in, Text head)
{
    struct tab_row *made = &in->rows.at[in->rows.count++];
    *made = (struct tab_row){.head = head, .cells = {ARENA_MANY(tab->arena, CELLS_MOST, struct tab_cell), 0}};
    return made;
}

/* The next cell of a row, under the heading of its place. */
static struct tab_cell *cell(const struct tab_section *in, struct tab_row *to, Text words)
{
    struct tab_cell *made = &to->cells.at[to->cells.count++];
    *made = (struct tab_cell){.label = in->headings.at[to->cells.count], .words = words};
    return made;
}

static void cell_tag(const struct tab_section *in, struct tab_row *to, const char *look, Text words)
{
    struct tab_cell *made = cell(in, to, TEXT_NONE);
    made->has_tag = true;
    made->tag = (struct status_tag){text_of(look), words};
}

static Text or_none(Text words, const char *otherwise) { return text_is_empty(words) ? text_of(otherwise) : words; }
static Text day_or(Arena *arena, Date day, const char *otherwise) { return date_is_none(day) ? text_of(otherwise) : date_long(arena, day); }

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
static Text review_words(const struct tab *tab, const struct family_plans_all *plan)
{
    const struct family_conferences *booked = booked_conference(&tab->record, OBLIGATION_KIND_NEXT_REVIEW, tab->read->today);
    Date by = plan->review_by;
    if (booked != NULL) {
        Text at = booked->starts.us == INSTANT_NONE.us ? TEXT_NONE : text_join(tab->arena, T(", "), minutes_words(tab->arena, instant_london_minutes(booked->starts)));
        return text_join(tab->arena, date_full(tab->arena, booked->held_on), at);
    }
    for (size_t i = 0; i < tab->record.due.count; i++) {
        const struct family_due *due = &tab->record.due.at[i];
        if (due->child.n == plan->child.n && (due->kind == OBLIGATION_KIND_FIRST_REVIEW || due->kind == OBLIGATION_KIND_NEXT_REVIEW))
            by = due->due;
    }
    return text_join(tab->arena, T("By "), date_long(tab->arena, by));
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
        cell(in, to, date_is_none(plan->ended) ? review_words(&tab, plan) : TEXT_NONE);
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
    TRY(tab_begin(request, TAB_CONFERENCES, "Conferences", &tab));
    TRY(family_conferences(tab.read, tab.record.family, &conferences));
    TRY(family_meetings(tab.read, tab.record.family, &meetings));
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
        cell(in, to, date_long(tab.arena, conference->due));
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

static int64_t before_of(const struct request *request)
{
    int64_t before;
    return text_to_int(form_get(&request->query, T("before")), &before) && before > 0 ? before : INT64_MAX;
}

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

/* ---- Documents ---- */

/* Files that came with what was recorded, for who may read the record of each child they are about. */
static Err documents_attached(struct tab *tab)
{
    static const Text headings[] = {T("Attached file"), T("Kind and size"), T("Came with"), T("Attached by"), T("When")};
    struct attached_files_rows files;
    if (!rights_have(tab->record.rights, READ_RECORD))
        return ok();
    TRY(attached_files(tab->read, tab->record.family, &files));
    struct tab_section *in = SECTION(tab, "Attached files", "No file is attached yet.", headings, files.count);
    in->note = T("A file opens outside Hearth: keep no copy of it on your computer.");
    for (size_t i = 0; i < files.count; i++) {
        const struct attached_files *file = &files.at[i];
        struct tab_row *to = row(tab, in, file->name);
        to->has_address = true;
        to->address = url_file(tab->arena, file->document);
        cell(in, to, text_format(tab->arena, "%s, %.*s", media_kind_words(file->kind), TEXT_ARGS(file_size_words(tab->arena, file->size))));
        cell(in, to, text_format(tab->arena, "Police notification, %.*s, %.*s", TEXT_ARGS(file->force_name), TEXT_ARGS(file->reference)));
        cell(in, to, name_words(tab->arena, file->given, file->family_name));
        cell(in, to, instant_words(tab->arena, file->at));
    }
    return ok();
}

Err family_documents_page(struct request *request, struct response *response)
{
    static const Text report_headings[] = {T("Report"), T("For"), T("Written"), T("State")};
    static const Text sent_headings[] = {T("Sent"), T("To"), T("When"), T("How")};
    static const Text police_headings[] = {T("Police notification"), T("Received"), T("In plain words")};
    struct tab tab;
    struct family_reports_rows reports;
    struct family_sent_rows sent;
    struct family_notifications_rows notifications;
    TRY(tab_begin(request, TAB_DOCUMENTS, "Documents", &tab));
    TRY(family_reports(tab.read, tab.record.family, &reports));
    TRY(family_sent(tab.read, tab.record.family, &sent));
    TRY(family_notifications(tab.read, tab.record.family, &notifications));
    struct tab_section *in = SECTION(&tab, "Reports for conferences", "No report is written yet.", report_headings, reports.count);
    for (size_t i = 0; i < reports.count; i++) {
        struct tab_row *to = row(&tab, in, or_none(reports.at[i].agency, "Children’s social care"));
        cell(in, to, text_format(tab.arena, "%s, %.*s", conference_kind_words(reports.at[i].kind), TEXT_ARGS(day_or(tab.arena, reports.at[i].held_on, "no day yet"))));
        cell(in, to, date_long(tab.arena, reports.at[i].written));
        cell_tag(in, to, date_is_none(reports.at[i].released) ? "wait" : "quiet st--done", text_of(report_state_words(reports.at[i].state)));
    }
    in = SECTION(&tab, "Sent to people", "Nothing was sent after a conference yet.", sent_headings, sent.count);
    for (size_t i = 0; i < sent.count; i++) {
        struct tab_row *to = row(&tab, in, text_of(sent_what_words(sent.at[i].what)));
        cell(in, to, name_words(tab.arena, sent.at[i].given, sent.at[i].family_name));
        cell(in, to, date_long(tab.arena, sent.at[i].sent_on));
        cell(in, to, text_of(sharing_how_words(sent.at[i].how)));
    }
    if (rights_have(tab.record.rights, READ_RECORD)) {
        in = SECTION(&tab, "From the police", "The police have sent no notification.", police_headings, notifications.count);
        for (size_t i = 0; i < notifications.count; i++) {
            struct tab_row *to = row(&tab, in, text_format(tab.arena, "%.*s, %.*s", TEXT_ARGS(notifications.at[i].force_name), TEXT_ARGS(notifications.at[i].reference)));
            cell(in, to, date_long(tab.arena, notifications.at[i].received));
            cell(in, to, notifications.at[i].plain);
        }
    }
    TRY(documents_attached(&tab));
    return tab_end(&tab, response);
}

/* ---- Access ---- */

/* The page's name in routes.def, as a reader would say it; 'conference_room' → 'conference room' for one without words of its own. */
static Text route_words(Arena *arena, Text route)
{
    static const struct {
        const char *route, *words;
    } words[] = {{"work", "My work"}, {"families", "List of families"}, {"family", "Summary"}, {"family_people", "Family"}, {"family_acts", "What can be done"},
                 {"family_address", "The protected address"}, {"family_then", "The record of an earlier day"}, {"child", "The child’s file"},
                 {"family_timeline", "Timeline"}, {"family_access", "Access"}, {"family_plan", "Plan"}, {"family_visits", "Visits"},
                 {"family_documents", "Documents"}, {"file", "An attached file"}, {"family_conferences", "Conferences"}, {"family_act", "A form"}, {"child_act", "A form"}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (text_equal_string(route, words[i].route))
            return text_of(words[i].words);
    Out out = out_new(arena);
    for (size_t i = 0; i < route.len; i++)
        out_char(&out, route.at[i] == '_' ? ' ' : route.at[i]);
    return out_all(&out);
}

Err family_access_page(struct request *request, struct response *response)
{
    static const Text headings[] = {T("When"), T("Who"), T("As"), T("Page"), T("Answer")};
    static const Text part_headings[] = {T("Who"), T("Part"), T("Telephone")}, glass_headings[] = {T("When"), T("Who"), T("Why"), T("Until")};
    struct glass_of_family_rows glass;
    struct tab tab;
    struct family_looks_rows looks;
    struct family_workers_rows workers;
    struct family_teams_rows teams;
    TRY(tab_begin(request, TAB_ACCESS, "Access", &tab));
    TRY(family_workers(tab.read, tab.record.family, &workers));
    TRY(family_teams(tab.read, tab.record.family, &teams));
    TRY(glass_of_family(tab.read, tab.record.family, &glass));
    TRY(family_looks(tab.read, tab.record.family, before_of(request), ROWS_ON_PAGE + 1, &looks));
    struct tab_section *in = SECTION(&tab, "Who has a part now", "Nobody has a part in this case now.", part_headings, workers.count + teams.count);
    for (size_t i = 0; i < workers.count; i++) {
        struct tab_row *to = row(&tab, in, name_words(tab.arena, workers.at[i].given, workers.at[i].family_name));
        cell(in, to, text_of(role_words(workers.at[i].role)));
        cell(in, to, workers.at[i].telephone);
    }
    for (size_t i = 0; i < teams.count; i++) {
        struct tab_row *to = row(&tab, in, teams.at[i].name);
        cell(in, to, text_of(role_words(teams.at[i].role)));
        cell(in, to, teams.at[i].telephone);
    }
    if (glass.count > 0) {
        in = SECTION(&tab, "Opened in an emergency", "", glass_headings, glass.count);
        for (size_t i = 0; i < glass.count; i++) {
            struct tab_row *to = row(&tab, in, instant_words(tab.arena, glass.at[i].at));
            cell(in, to, name_words(tab.arena, glass.at[i].given, glass.at[i].family_name));
            cell(in, to, glass.at[i].reason);
            cell(in, to, instant_words(tab.arena, glass.at[i].ends));
        }
    }
    in = SECTION(&tab, "Who looked", "Nobody has looked yet.", headings, looks.count);
    in->note = T("Each page anybody opened, and each that was refused.");
    for (size_t i = 0; i < looks.count && i < ROWS_ON_PAGE; i++) {
        const struct family_looks *look = &looks.at[i];
        enum duty duty;
        struct tab_row *to = row(&tab, in, instant_words(tab.arena, look->at));
        cell(in, to, name_words(tab.arena, look->given, look->family_name));
        cell(in, to, duty_of(look->duty, &duty) ? text_of(duty_words(duty)) : look->duty);
        cell(in, to, route_words(tab.arena, look->route));
        if (look->refused)
            cell_tag(in, to, "late", T("refused"));
        else
            cell(in, to, T("shown"));
    }
    if (looks.count > ROWS_ON_PAGE) {
        in->has_more = true;
        in->more = url_asking(tab.arena, url_family_access(tab.arena, tab.record.family), "before",
            text_format(tab.arena, "%lld", (long long)looks.at[ROWS_ON_PAGE - 1].number));
    }
    return tab_end(&tab, response);
}

Err family_address_page(struct request *request, struct response *response)
{
    static const Text headings[] = {T("Person"), T("Address"), T("Since"), T("Must never reach")};
    struct tab tab;
    struct family_protected_address_rows rows;
    TRY(tab_begin(request, TAB_NONE, "Protected address", &tab));
    TRY(family_protected_address(tab.read, tab.record.family, &rows));
    struct tab_section *in = SECTION(&tab, "Protected address", "No protected address is recorded.", headings, rows.count);
    in->note = T("You were shown this, and that is recorded. Do not copy it into a note, letter or message.");
    for (size_t i = 0; i < rows.count; i++) {
        struct tab_row *to = row(&tab, in, name_words(tab.arena, rows.at[i].given, rows.at[i].family_name));
        Text lines = rows.at[i].lines;
        cell(in, to, text_is_empty(rows.at[i].postcode) ? lines : text_join(tab.arena, lines, text_join(tab.arena, T("\n"), rows.at[i].postcode)));
        cell(in, to, date_long(tab.arena, rows.at[i].begins));
        cell_tag(in, to, "stop", text_is_empty(rows.at[i].not_to_given) ? T("anybody outside") : name_words(tab.arena, rows.at[i].not_to_given, rows.at[i].not_to_family_name));
    }
    return tab_end(&tab, response);
}
