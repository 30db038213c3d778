#include "acts/conference/conference_booked_act.h"
#include "acts/conference/conference_moved_act.h"
#include "acts/conference/ready.h"
#include "pages/options.h"
#include "pages/what_if_html.h"
#include "pages/what_if_parts.h"
#include "store/access.h"
#include "store/conference_page_sql.h"
#include "store/report_sql.h"
#include "web/url.h"

/* Those children of the conference whose papers the reader may read. */
static Err see_children(struct weighed *weighed, ConferenceId conference, Rights *ret_rights)
{
    struct conference_page_children_rows rows;
    TRY(conference_page_children(weighed->read, conference, &rows));
    struct what_if_child *children = ARENA_MANY(weighed->request->arena, rows.count, struct what_if_child);
    bool is_known = rows.count > 0;
    weighed->reads_plan = true; /* of every child: a meeting that is listed may be about each of them */
    for (size_t i = 0; i < rows.count; i++) {
        Rights rights;
        TRY(rights_on_child(weighed->read, rows.at[i].child, &rights));
        if (!rights_have(rights, READ_CONFERENCE))
            continue;
        *ret_rights |= rights;
        weighed->reads_plan &= rights_have(rights, READ_PLAN);
        request_shows(weighed->request, rows.at[i].child);
        children[weighed->count++] = (struct what_if_child){rows.at[i].child, name_words(weighed->request->arena, rows.at[i].given, TEXT_NONE)};
    }
    weighed->children = children;
    if (weighed->count > 0)
        return ok();
    return is_known ? err(NOT_ALLOWED, "the reader may know the children, not read the conference") : err(NOT_FOUND, "no child of the conference is visible");
}

static Err conference_clash(const struct weighed *weighed, Date day, Text *ret_words)
{
    struct act_run run = {.read = weighed->read, .arena = weighed->request->arena, .target = weighed->what.conference.n};
    struct facts facts = {0};
    struct gate_words words = {0};
    struct conference_now now;
    *ret_words = TEXT_NONE;
    if (weighed->time == TIME_NONE)
        return ok();
    TRY(conference_now(weighed->read, weighed->what.conference, &now));
    TRY(at_booked_twice(&run, weighed->what.conference, now.chair, now.place, now.room, instant_of_london(day, (int)(weighed->time / 60), (int)(weighed->time % 60)), &facts, &words));
    if (facts.booked_twice > 0)
        *ret_words = words.of[CHAIR_AND_ROOM_FREE];
    return ok();
}

static Text person_words(Arena *arena, const struct conference_page_people *row)
{
    return !text_is_empty(row->agency_name) ? row->agency_name : row->person.n != 0 ? name_words(arena, row->given, row->family_name) : row->name;
}

static void add_told(const struct weighed *weighed, const struct conference_page_people_rows *people, struct what_if_page *page)
{
    Arena *arena = weighed->request->arena;
    page->has_told = true;
    page->told_says = T("Their invitations are for the day that is booked. After the move each is told the new one, and asked again whether they come. So are the children: they are told again, and asked again how they are heard. A conference that was confirmed must then be confirmed again.");
    page->told = sheet_new(arena, T("Who is to be told again"), "Who|As|Invited on", people->count);
    page->told.caption_hidden = true;
    page->told.empty = T("Nobody is invited yet.");
    for (size_t i = 0; i < people->count; i++) {
        const struct conference_page_people *row = &people->at[i];
        if (row->invited != YES_NO_UNKNOWN_YES)
            continue;
        sheet_next(arena, &page->told);
        sheet_put(&page->told, person_words(arena, row));
        sheet_put(&page->told, text_of(invited_as_words(row->is_as)));
        sheet_put(&page->told, date_long(arena, row->sent));
    }
    if (page->told.rows.count == 0)
        page->told_says = TEXT_NONE;
}

/* Parents who have not had this report. */
static size_t without(const struct at_conference *at, const struct sharings_of_rows *sharings, ReportId report)
{
    size_t missing = 0;
    for (size_t p = 0; p < at->parent_count; p++) {
        bool had = false;
        for (size_t i = 0; i < sharings->count; i++)
            had |= sharings->at[i].report.n == report.n && sharings->at[i].person.n == at->parents[p].n;
        missing += !had;
    }
    return missing;
}

/* Where the report of one agency stands; no words: it is with every parent. */
static Text where_words(Arena *arena, const struct at_conference *at, const struct reports_of_rows *reports, const struct sharings_of_rows *sharings, AgencyId agency)
{
    for (size_t i = 0; i < reports->count; i++) {
        if (reports->at[i].agency.n != agency.n)
            continue;
        if (date_is_none(reports->at[i].released))
            return T("Waits for release");
        size_t missing = without(at, sharings, reports->at[i].report);
        return missing == 0 ? TEXT_NONE : text_format(arena, "Not with %zu of %zu parents", missing, at->parent_count);
    }
    return T("Not written");
}

static Err add_reports(const struct weighed *weighed, const struct conference_page_people_rows *people, struct what_if_page *page)
{
    Arena *arena = weighed->request->arena;
    struct act_run run = {.read = weighed->read, .arena = arena, .target = weighed->what.conference.n};
    struct at_conference at;
    struct facts facts = {0};
    struct reports_of_rows reports;
    struct sharings_of_rows sharings;
    TRY(at_conference_read(&run, &facts, &at));
    TRY(reports_of(weighed->read, weighed->what.conference, &reports));
    TRY(sharings_of(weighed->read, weighed->what.conference, &sharings));
    page->has_reports = true;
    page->reports = sheet_new(arena, T("Reports that are not with the parents yet"), "Agency|Report|With the parents by", people->count);
    page->reports.caption_hidden = true;
    page->reports.empty = T("Every report that was asked for is with the parents.");
    for (size_t i = 0; i < people->count; i++) {
        const struct conference_page_people *row = &people->at[i];
        if (row->agency.n == 0 || row->invited != YES_NO_UNKNOWN_YES)
            continue;
        Text where = where_words(arena, &at, &reports, &sharings, row->agency);
        if (text_is_empty(where))
            continue;
        sheet_next(arena, &page->reports);
        sheet_put(&page->reports, row->agency_name);
        sheet_put(&page->reports, where);
        struct sheet_cell *by = sheet_put(&page->reports, date_is_none(weighed->reports_by) ? T("no limit") : date_long(arena, weighed->reports_by));
        if (!date_is_none(weighed->reports_by) && date_before(weighed->reports_by, weighed->request->today))
            by->tag = (struct status_tag){T("late"), T("This day is past")};
    }
    return ok();
}

/* The last day on which reports are with the parents in time before a conference of that day. */
static Date reports_by(const struct weighed *weighed)
{
    const struct practice *practice = weighed->moving.practice;
    enum obligation_kind kind = weighed->what.kind == CONFERENCE_KIND_REVIEW ? OBLIGATION_KIND_REPORTS_REVIEW : OBLIGATION_KIND_REPORTS_INITIAL;
    const struct obligation_row *row = practice_row(practice, kind, weighed->to);
    return row == NULL ? DATE_NONE : obligation_due(row, weighed->to, practice->holidays, NULL);
}

static Err weigh_conference(struct weighed *weighed, const struct conference_head *head, Rights rights, struct what_if_page *page)
{
    struct conference_page_people_rows people;
    bool moves = at_is_open(CONFERENCE_MOVED_ACT.name, head->state);
    const struct act_kind *kind = moves ? &CONFERENCE_MOVED_ACT : &CONFERENCE_BOOKED_ACT;
    TRY(what_if_answer(weighed, page));
    TRY(conference_page_people(weighed->read, weighed->what.conference, &people));
    weighed->reports_by = reports_by(weighed);
    add_told(weighed, &people, page);
    TRY(add_reports(weighed, &people, page));
    TRY(conference_clash(weighed, weighed->to, &page->clashes));
    TRY(what_if_nearest_days(weighed, conference_clash, page));
    page->rows_say = head->kind == CONFERENCE_KIND_REVIEW ? T("Dates after the review are counted as if the plan goes on.")
                                                          : T("Dates after the conference are counted as if it recommends a plan that day.");
    what_if_move(weighed, kind, moves ? "Move it to this day" : "Book it for this day", rights,
             url_conference_act(weighed->request->arena, weighed->what.conference, text_of(kind->address)), "held_on", "time", page);
    return ok();
}

Err conference_move_page(struct request *request, struct response *response)
{
    Read *read;
    Arena *arena = request->arena;
    ConferenceId conference = request->ids.conference;
    struct conference_head head;
    struct what_if_page page = {0};
    Rights rights = 0;
    bool asked = false;
    TRY(request_read(request, &read));
    struct weighed weighed = what_if_new(request, read);
    TRY(conference_head(read, conference, &head));
    TRY(see_children(&weighed, conference, &rights));
    bool booked = at_is_open(CONFERENCE_MOVED_ACT.name, head.state), open = booked || at_is_open(CONFERENCE_BOOKED_ACT.name, head.state);
    weighed.is_planned_only = !booked;
    Date from = booked ? head.held_on : at_never_met(head.state) ? DATE_NONE : head.planned;
    weighed.what = (struct another_day_what){.conference = conference, .kind = head.kind, .from = from};
    if (booked && head.starts.us != INSTANT_NONE.us)
        weighed.time = instant_london_minutes(head.starts);
    TRY(frame_of(request, T("What if it moved?"), FRAME_CONFERENCES, &page.frame));
    page.frame.looks_recorded = true;
    page.back = url_conference(arena, conference);
    page.back_words = text_of(conference_kind_words(head.kind));
    page.self = url_conference_move(arena, conference);
    Text when = booked ? what_if_when(arena, head.held_on, head.starts) : date_is_none(from) ? T("to be booked again") : text_join(arena, T("planned for "), date_full(arena, from));
    page.line = text_format(arena, "%.*s · %.*s · %.*s", TEXT_ARGS(head.family_name), TEXT_ARGS(what_if_names(&weighed)), TEXT_ARGS(when));
    if (!open)
        page.cannot = text_format(arena, "It can’t move any more: the conference is %s.", conference_state_words(head.state));
    else
        what_if_question(&weighed, &page, &asked);
    if (asked) {
        TRY(another_day_of(read, &weighed.what, what_if_children(&weighed), weighed.count, &weighed.moving));
        TRY(weigh_conference(&weighed, &head, rights, &page));
    }
    what_if_html(&response->body, &page);
    return page.frame.has_problems ? err(NOT_VALID, "the day can't be read") : ok();
}
