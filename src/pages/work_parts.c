#include "pages/work_parts.h"

#include "acts/act_kind.h"
#include "acts/people/authority_opened_act.h"
#include "pages/conference/conference.h"
#include "pages/family_record.h"
#include "pages/options.h"
#include "pages/timeline_seen.h"
#include "pages/workload.h"
#include "store/organisation_sql.h"
#include "store/family_access_sql.h"
#include "store/options_sql.h"
#include "store/people/protected.h"
#include "store/practice.h"
#include "store/restriction_sql.h"
#include "store/work_sql.h"
#include "web/site.h"
#include "web/url.h"

enum {
    UNREAD_MOST = 20,     /* entries shown */
    UNREAD_DAYS = 7,      /* how far back for somebody who never looked */
    UNREAD_MOST_DAYS = 60, /* and for somebody who was away for long */
    AHEAD_DAYS = 34,       /* the four weeks after this one */
    LINES_MOST = 60,
    TOLD_MOST = 10, TOLD_DAYS = 14, /* of emergency openings and what children said */
};

static void add_line(struct work_lines *lines, Text words, Text meta, Url address)
{
    if (lines->count < LINES_MOST)
        lines->at[lines->count++] = (struct work_line){.words = words, .meta = meta, .address = address, .has_address = address.text.len > 0};
}

static Text family_words(Arena *arena, Text name) { return text_join(arena, name_apart(arena, name), T(" family")); }

Err work_left_out(struct request *request, Read *read, FamilyId family, Text words, bool *ret_left_out)
{
    struct protected_words kept;
    *ret_left_out = false;
    if (request->duty != DUTY_PARTNER || text_is_empty(words))
        return ok();
    TRY(protected_from_reader(read, family, &kept));
    *ret_left_out = protected_stands_in(&kept, words);
    return ok();
}

/* ---- meetings ---- */

static Text time_words(Arena *arena, Instant starts)
{
    return starts.us == INSTANT_NONE.us ? T("No time yet") : minutes_words(arena, instant_london_minutes(starts));
}

static Err add_meeting(struct request *request, Read *read, struct work_page *page, Instant starts, const char *kind, struct work_meeting meeting)
{
    bool left_out;
    TRY(work_left_out(request, read, meeting.family, meeting.place, &left_out));
    if (left_out)
        meeting.place = TEXT_NONE;
    Arena *arena = request->arena;
    bool is_today = date_equal(meeting.day, request->today);
    struct work_meetings *meetings = is_today ? &page->meetings : &page->coming;
    Text time = time_words(arena, starts);
    if (!is_today)
        time = text_format(arena, "%.*s, %.*s", TEXT_ARGS(date_short(arena, meeting.day)), TEXT_ARGS(time));
    meeting.time = time;
    meeting.what = text_format(arena, "%s, %.*s family", kind, TEXT_ARGS(meeting.family_name));
    meetings->at[meetings->count++] = meeting;
    return ok();
}

/* 'Elmfield Centre · 3 things are missing': for who chairs or arranges it. */
static Err with_readiness(struct request *request, Read *read, const struct work_conferences *row, Text *ret_place)
{
    size_t missing;
    *ret_place = row->place;
    if ((request->duty != DUTY_CHAIR && request->duty != DUTY_CONFERENCE_ADMIN) || row->state == CONFERENCE_STATE_OPEN)
        return ok();
    TRY(conference_missing(read, row->conference, &missing));
    const char *joint = text_is_empty(row->place) ? "" : " · ";
    *ret_place = row->state == CONFERENCE_STATE_CONFIRMED
                     ? text_format(request->arena, "%.*s%sconfirmed", TEXT_ARGS(row->place), joint)
                 : missing == 0 ? text_format(request->arena, "%.*s%sready to be confirmed", TEXT_ARGS(row->place), joint)
                                : text_format(request->arena, "%.*s%s%zu thing%s missing before it is confirmed", TEXT_ARGS(row->place), joint, missing,
                                              missing == 1 ? " is" : "s are");
    return ok();
}

Err work_meetings_of(struct request *request, Read *read, struct work_page *page)
{
    struct work_conferences_rows conferences;
    struct work_meetings_planned_rows meetings;
    Date until = date_plus_days(request->today, AHEAD_DAYS);
    TRY(work_conferences(read, request->today, until, &conferences));
    TRY(work_meetings_planned(read, request->today, until, &meetings));
    size_t room = conferences.count + meetings.count;
    page->meetings.at = ARENA_MANY(request->arena, room, struct work_meeting);
    page->coming.at = ARENA_MANY(request->arena, room, struct work_meeting);
    for (size_t c = 0, m = 0; c + m < room;) { /* both in the order of their days */
        bool conference = m == meetings.count || (c < conferences.count && !date_before(meetings.at[m].planned, conferences.at[c].held_on));
        if (conference) {
            const struct work_conferences *row = &conferences.at[c++];
            Text place;
            TRY(with_readiness(request, read, row, &place));
            TRY(add_meeting(request, read, page, row->starts, conference_kind_words(row->kind), (struct work_meeting){.place = place,
                .address = frame_conference(request, row->conference), .day = row->held_on, .family = row->family, .family_name = row->family_name,
                .is_conference = true}));
        } else {
            const struct work_meetings_planned *row = &meetings.at[m++];
            TRY(add_meeting(request, read, page, row->starts, meeting_kind_words(row->kind), (struct work_meeting){.place = row->place,
                .address = url_meeting(request->arena, row->meeting), .day = row->planned, .family = row->family, .family_name = row->family_name,
                .is_core_group = row->kind == MEETING_KIND_CORE_GROUP}));
        }
    }
    page->meeting_count = page->meetings.count;
    return ok();
}

/* ---- what one is told at once ---- */

Err work_told_of(struct request *request, Read *read, struct work_page *page)
{
    Arena *arena = request->arena;
    struct told_me_rows rows;
    struct work_disclosures_rows said;
    Instant oldest = instant_of_london(date_plus_days(request->today, -TOLD_DAYS), 0, 0);
    TRY(told_me(read, (EntryNumber){0}, TOLD_MOST, &rows));
    TRY(work_disclosures(read, date_plus_days(request->today, -TOLD_DAYS), &said));
    page->told.at = ARENA_MANY(arena, rows.count + said.count, struct work_line);
    for (size_t i = 0; i < said.count; i++) {
        request_shows(request, said.at[i].child);
        add_line(&page->told, text_format(arena, "Read what %.*s said on %.*s", TEXT_ARGS(name_apart(arena, said.at[i].given)), TEXT_ARGS(date_long(arena, said.at[i].said))),
                 text_format(arena, "%.*s family · recorded by %.*s on %.*s", TEXT_ARGS(said.at[i].family_name),
                             TEXT_ARGS(name_words(arena, said.at[i].by_given, said.at[i].by_name)), TEXT_ARGS(instant_words(arena, said.at[i].recorded_at))),
                 url_child(arena, said.at[i].child));
    }
    for (size_t i = 0; i < rows.count && rows.at[i].at.us >= oldest.us; i++) {
        struct family_opens family;
        bool opens;
        TRY(family_opens(read, rows.at[i].family, &family, &opens));
        Text who = name_words(arena, rows.at[i].given, rows.at[i].family_name);
        add_line(&page->told, text_format(arena, "%.*s opened the record of family %.*s", TEXT_ARGS(who), TEXT_ARGS(rows.at[i].reference)),
                 text_format(arena, "%.*s: %.*s", TEXT_ARGS(instant_words(arena, rows.at[i].at)), TEXT_ARGS(rows.at[i].reason)),
                 opens ? url_family_access(arena, rows.at[i].family) : URL_NONE);
    }
    return ok();
}

/* ---- what others recorded ---- */

static Err last_look(struct request *request, Read *read, struct work_page *page, int64_t *ret_after)
{
    struct work_last_look look;
    struct work_entry_at entry;
    bool found;
    Date first = date_plus_days(request->today, -UNREAD_DAYS);
    Instant most = instant_of_london(date_plus_days(request->today, -UNREAD_MOST_DAYS), 0, 0);
    TRY(work_last_look(read, T("work"), instant_of_london(request->today, 0, 0), &look, &found));
    Instant at = found ? look.at : instant_of_london(first, 0, 0);
    if (found)
        page->last_look = instant_words(request->arena, at);
    at = at.us < most.us ? most : at;
    page->since = date_full(request->arena, instant_london_date(at));
    TRY(work_entry_at(read, at, &entry, &found));
    *ret_after = found ? entry.number : 0;
    return ok();
}

/* 'You hold Zofia's and Adam's case now', of the entry that gave it; empty for every other. */
static Text given_words(Arena *arena, const struct work_given_rows *given, EntryNumber number)
{
    Out names = out_new(arena);
    for (size_t i = 0; i < given->count; i++) {
        const struct work_given *row = &given->at[i];
        if (row->number.n != number.n)
            continue;
        out_string(&names, names.len > 0 ? ", " : "");
        out_text(&names, text_is_empty(row->given) ? T("the unborn child") : name_apart(arena, row->given));
        out_string(&names, "’s");
    }
    return names.len == 0 ? TEXT_NONE : text_format(arena, "You hold %.*s case now", TEXT_ARGS(out_all(&names)));
}

static void add_news(struct work_lines *lines, struct work_line line, FamilyId family, FamilyId families[static LINES_MOST])
{
    if (lines->count == LINES_MOST)
        return;
    families[lines->count] = family;
    lines->at[lines->count++] = line;
}

Err work_unread_of(struct request *request, Read *read, struct work_page *page)
{
    Arena *arena = request->arena;
    struct work_unread_rows rows;
    struct work_given_rows given;
    int64_t after;
    FamilyId families[LINES_MOST];
    struct moved_lines moved;
    size_t told = 0; /* of `moved` */
    TRY(last_look(request, read, page, &after));
    TRY(work_moved_of(request, read, after, &moved));
    TRY(work_unread(read, after, UNREAD_MOST + 1, &rows));
    TRY(work_given(read, after, &given));
    page->unread_is_cut = rows.count > UNREAD_MOST;
    page->unread.at = ARENA_MANY(arena, LINES_MOST, struct work_line);
    for (size_t i = 0; i < rows.count && i < UNREAD_MOST; i++) {
        const struct work_unread *row = &rows.at[i];
        struct entry_shown shown;
        for (; told < moved.count && moved.entries[told].n > row->number.n; told++)
            add_news(&page->unread, moved.at[told], (FamilyId){0}, families);
        TRY(entry_shown_of(request, read, row->number, row->act, row->version, row->body, &shown));
        if (!shown.is_shown)
            continue;
        Text who = name_words(arena, row->given, row->family_name_of);
        Text meta = text_format(arena, "%.*s family · %.*s · %.*s", TEXT_ARGS(row->family_name), TEXT_ARGS(who), TEXT_ARGS(instant_words(arena, row->recorded_at)));
        Text mine = given_words(arena, &given, row->number), says = text_is_empty(mine) ? shown.says : mine;
        const struct work_line *last = page->unread.count > 0 ? &page->unread.at[page->unread.count - 1] : NULL;
        bool again = last != NULL && families[page->unread.count - 1].n == row->family.n && text_equal(last->words, says);
        if (again) /* 'Adult added' three times in a row is said once */
            continue;
        Url address = text_is_empty(mine) ? url_family_timeline(arena, row->family) : url_family(arena, row->family);
        add_news(&page->unread, (struct work_line){.words = says, .meta = meta, .address = address, .has_address = true}, row->family, families);
    }
    for (; told < moved.count; told++)
        add_news(&page->unread, moved.at[told], (FamilyId){0}, families);
    page->unread_count = page->unread.count;
    page->unread_is_cut &= page->unread.count > 0; /* of what this reader may not read in words, nothing is counted */
    return ok();
}

/* A partner reads no record: the day has its short working. */
static struct due_day review_day(Arena *arena, const struct work_children *row, const struct practice *practice, Date today)
{
    const struct due_ref ref = {row->child, row->review_kind, row->review_start, row->review_due};
    if (ref.kind == OBLIGATION_KIND_NONE)
        return (struct due_day){.words = date_long(arena, row->review_by)};
    return due_day_short(arena, date_long(arena, ref.due), &ref, practice, today, text_of(obligation_kind_words(ref.kind)));
}

Err work_children_of(struct request *request, Read *read, struct work_page *page)
{
    Arena *arena = request->arena;
    struct work_children_rows rows;
    struct practice practice;
    TRY(work_children(read, &rows));
    TRY(practice_read(read, &practice));
    page->children.at = ARENA_MANY(arena, rows.count, struct work_child);
    for (size_t i = 0; i < rows.count; i++) {
        const struct work_children *row = &rows.at[i];
        request_shows(request, row->child);
        Text plan = text_join(arena, T("Plan – "), categories_words(arena, row->categories));
        page->children.at[page->children.count++] = (struct work_child){name_words(arena, row->given, row->family_name),
            age_words(arena, false, row->born, request->today), plan, review_day(arena, row, &practice, request->today),
            row->plan.n != 0 ? url_plan(arena, row->plan) : URL_NONE, row->plan.n != 0};
    }
    return ok();
}

Err work_reports_owed_of(struct request *request, Read *read, struct work_page *page)
{
    Arena *arena = request->arena;
    struct work_reports_owed_rows rows;
    TRY(work_reports_owed(read, &rows));
    page->owed.at = ARENA_MANY(arena, LINES_MOST, struct work_line);
    for (size_t i = 0; i < rows.count; i++)
        add_line(&page->owed, text_format(arena, "Write a report: %s, %.*s family", conference_kind_words(rows.at[i].kind), TEXT_ARGS(rows.at[i].family_name)),
                 text_join(arena, T("Conference on "), date_long(arena, rows.at[i].held_on)), url_conference_act(arena, rows.at[i].conference, T("write-report")));
    return ok();
}

/* ---- managers ---- */

/* The children of one family that wait for the same decision: one line, with all their names. */
struct waiting_row {
    Text given, meta;
    FamilyId family;
};

static void add_waiting(Arena *arena, struct work_lines *lines, const char *what, const char *act, const struct waiting_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Out names = out_new(arena);
        bool told = false; /* an earlier row of the family has named them all */
        for (size_t k = 0; k < i; k++)
            told |= rows[k].family.n == rows[i].family.n;
        for (size_t k = i; k < count && !told; k++)
            if (rows[k].family.n == rows[i].family.n) {
                out_string(&names, k == i ? what : ", ");
                out_text(&names, text_is_empty(rows[k].given) ? T("Unborn child") : name_apart(arena, rows[k].given));
            }
        if (!told)
            add_line(lines, out_all(&names), rows[i].meta, url_family_act(arena, rows[i].family, text_of(act)));
    }
}

static Err add_referrals(struct request *request, Read *read, struct work_lines *lines)
{
    struct work_referrals_rows referrals;
    TRY(work_referrals(read, &referrals));
    struct waiting_row *rows = ARENA_MANY(request->arena, referrals.count, struct waiting_row);
    for (size_t i = 0; i < referrals.count; i++) {
        const struct work_referrals *row = &referrals.at[i];
        request_shows(request, row->child);
        rows[i] = (struct waiting_row){row->given, text_format(request->arena, "%.*s family · received %.*s", TEXT_ARGS(row->family_name),
                                                               TEXT_ARGS(date_long(request->arena, row->received))), row->family};
    }
    add_waiting(request->arena, lines, "Decide on the referral: ", "decide-referral", rows, referrals.count);
    return ok();
}

static Err add_unallocated(struct request *request, Read *read, struct work_lines *lines)
{
    struct work_unallocated_rows unallocated;
    TRY(work_unallocated(read, &unallocated));
    struct waiting_row *rows = ARENA_MANY(request->arena, unallocated.count, struct waiting_row);
    for (size_t i = 0; i < unallocated.count; i++) {
        const struct work_unallocated *row = &unallocated.at[i];
        request_shows(request, row->child);
        rows[i] = (struct waiting_row){row->given, text_format(request->arena, "%.*s family · %s since %.*s", TEXT_ARGS(row->family_name),
                                                               stage_words(row->stage), TEXT_ARGS(date_long(request->arena, row->opened))), row->family};
    }
    add_waiting(request->arena, lines, "Allocate: ", "allocate", rows, unallocated.count);
    return ok();
}

static Err approvals_of(struct request *request, Read *read, struct work_page *page)
{
    Arena *arena = request->arena;
    struct work_reports_to_release_rows reports;
    page->approvals.at = ARENA_MANY(arena, LINES_MOST, struct work_line);
    TRY(add_referrals(request, read, &page->approvals));
    TRY(add_unallocated(request, read, &page->approvals));
    TRY(work_reports_to_release(read, &reports));
    for (size_t i = 0; i < reports.count; i++)
        add_line(&page->approvals, text_join(arena, T("Release the report of "), text_is_empty(reports.at[i].agency) ? T("children’s social care") : reports.at[i].agency),
                 text_format(arena, "%.*s · written %.*s", TEXT_ARGS(family_words(arena, reports.at[i].family_name)), TEXT_ARGS(date_long(arena, reports.at[i].written))),
                 url_family_documents(arena, reports.at[i].family));
    return ok();
}

Err work_contacts_of(struct request *request, Read *read, struct work_page *page)
{
    Arena *arena = request->arena;
    struct work_contacts_rows rows;
    TRY(work_contacts(read, &rows));
    page->approvals.at = ARENA_MANY(arena, LINES_MOST, struct work_line);
    for (size_t i = 0; i < rows.count; i++)
        add_line(&page->approvals, text_join(arena, T("Decide on the contact about the "), family_words(arena, rows.at[i].family_name)),
                 text_format(arena, "%s · received %.*s", contact_source_words(rows.at[i].source), TEXT_ARGS(date_long(arena, rows.at[i].received))),
                 url_family_act(arena, rows.at[i].family, T("decide-contact")));
    return ok();
}

static void add_member(struct work_members *team, Text name, struct load load)
{
    team->at[team->count++] = (struct work_member){name, load.families, load.all, load.children[GROUP_PLAN], load.overdue, load.overdue > 0};
}

Err work_team_of(struct request *request, Read *read, struct work_page *page)
{
    struct workload workload;
    TRY(approvals_of(request, read, page));
    TRY(workload_of(read, &workload));
    page->team.at = ARENA_MANY(request->arena, workload.people.count + 1, struct work_member);
    for (size_t i = 0; i < workload.people.count; i++)
        add_member(&page->team, name_words(request->arena, workload.people.at[i].given, workload.people.at[i].family_name),
                   workload_load(&workload, workload.people.at[i].worker));
    page->all_overdue = url_overdue(request->arena);
    page->timeliness = url_timeliness(request->arena);
    struct load teams = workload_teams(&workload);
    if (teams.all > 0)
        add_member(&page->team, T("Held by a team, no worker yet"), teams);
    if (page->late_is_of_team) {
        page->late_count = (size_t)workload.overdue;
        page->late_is_more = false;
    }
    return ok();
}

Err work_load_of(struct request *request, Read *read, struct work_page *page)
{
    struct work_load_rows rows;
    int64_t most = 1, children = 0;
    TRY(work_load(read, &rows));
    page->load.at = ARENA_MANY(request->arena, rows.count, struct work_bar);
    for (size_t i = 0; i < rows.count; i++) {
        most = rows.at[i].children > most ? rows.at[i].children : most;
        children += rows.at[i].children;
    }
    for (size_t i = 0; i < rows.count; i++)
        page->load.at[page->load.count++] = (struct work_bar){text_of(stage_words(rows.at[i].stage)), rows.at[i].children, rows.at[i].children * 100 / most};
    page->load_words = text_format(request->arena, "%lld %s allocated to you.", (long long)children, children == 1 ? "child is" : "children are");
    return ok();
}

/* ---- drafts, and what can be begun ---- */

/* The page of an act's form, from the address a draft was kept under; URL_NONE for a form of another page. */
static Url draft_url(struct request *request, Text address, const struct act_kind **ret_kind, FamilyId *ret_family)
{
    const struct route *route;
    struct request_ids ids;
    Arena *arena = request->arena;
    if (route_find(arena, request->site->routes, request->site->route_count, METHOD_GET, address, &route, &ids) != ROUTE_FOUND || ids.act.len == 0)
        return URL_NONE;
    *ret_kind = act_kind_at(ids.act);
    *ret_family = ids.family;
    if (ids.family.n != 0)
        return url_family_act(arena, ids.family, ids.act);
    if (ids.child.n != 0)
        return url_child_act(arena, ids.child, ids.act);
    if (ids.conference.n != 0)
        return url_conference_act(arena, ids.conference, ids.act);
    if (ids.plan.n != 0)
        return url_plan_act(arena, ids.plan, ids.act);
    return ids.person.n != 0 ? url_person_act(arena, ids.person, ids.act) : url_act(arena, ids.act);
}

Err work_drafts_of(struct request *request, Read *read, struct work_page *page)
{
    Arena *arena = request->arena;
    struct work_drafts_rows rows;
    TRY(work_drafts(read, &rows));
    page->drafts.at = ARENA_MANY(arena, LINES_MOST, struct work_line);
    for (size_t i = 0; i < rows.count; i++) {
        const struct act_kind *kind = NULL;
        FamilyId family = {0};
        struct family_name_of name;
        bool found = false;
        Url url = draft_url(request, rows.at[i].address, &kind, &family);
        if (kind == NULL)
            continue;
        if (family.n != 0)
            TRY(family_name_of(read, family, &name, &found));
        Text words = found ? text_format(arena, "%s, %.*s family", kind->title, TEXT_ARGS(name.name)) : text_of(kind->title);
        add_line(&page->drafts, words, text_join(arena, T("kept "), instant_words(arena, rows.at[i].saved_at)), url);
    }
    page->draft_count = page->drafts.count;
    return ok();
}

Err work_organisation_of(struct request *request, Read *read, struct work_page *page)
{
    struct authority_now authority;
    bool is_set_up;
    TRY(authority_now(read, &authority, &is_set_up));
    page->organisation.at = ARENA_MANY(request->arena, LINES_MOST, struct work_line);
    if (rights_have(rights_of_duty(request->duty), CHECK_PLAN))
        add_line(&page->organisation, T("Is this child on a plan?"), T("Who to ring, and what keeps the child safe now"), url_plan_check(request->arena));
    if (rights_have(rights_of_duty(request->duty), SEARCH_PEOPLE))
        add_line(&page->organisation, T("Find a person or a family"), T("Search before you open a record"), url_search(request->arena));
    if (request->duty == DUTY_AUDITOR)
        add_line(&page->organisation, T("Record of looks"), T("Who opened what, who searched, and what was refused"), url_looks(request->arena));
    if (request->duty == DUTY_DATA_OFFICER)
        add_line(&page->organisation, T("Children with a plan"), T("The return's fields: no names, nothing anybody wrote"), url_plans_return(request->arena));
    Rights rights = rights_of_duty(request->duty);
    if (rights_have(rights, READ_TIMELINESS) && !rights_have(rights, READ_WORKLOAD)) { /* managers have it beside their team */
        add_line(&page->organisation, T("How time limits are kept"), T("In time, late, missed: by kind and team, with the list behind each number"), url_timeliness(request->arena));
        add_line(&page->organisation, T("Overdue"), T("What is late now, the longest first"), url_overdue(request->arena));
    }
    if (rights_have(rights, MANAGE_SERVICE))
        add_line(&page->organisation, T("Holidays and time limits"), T("Which days are holidays here, and whose time limits hold"), url_holidays(request->arena));
    for (size_t i = 0; i < ACT_KIND_COUNT; i++) {
        const struct act_kind *kind = ACT_KINDS[i];
        if (kind == &AUTHORITY_OPENED_ACT && is_set_up)
            continue; /* once is enough */
        if (kind->beside == BESIDE_DATES)
            continue; /* from the page of holidays */
        if (kind->on == ON_ORGANISATION && rights_have(rights_of_duty(request->duty), kind->may))
            add_line(&page->organisation, text_of(kind->title), TEXT_NONE, url_act(request->arena, text_of(kind->address)));
    }
    return ok();
}
