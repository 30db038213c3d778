#include "pages/plan/meeting.h"

#include "pages/options.h"
#include "pages/plan/meeting_html.h"
#include "store/meeting_page_sql.h"
#include "store/people/protected.h"
#include "web/url.h"

static struct status_tag came_tag(enum attendance came, bool held)
{
    if (came == ATTENDANCE_NONE)
        return (struct status_tag){T("none"), held ? T("not recorded") : T("asked")};
    bool there = came == ATTENDANCE_PRESENT || came == ATTENDANCE_VIDEO || came == ATTENDANCE_TELEPHONE || came == ATTENDANCE_OWN_SESSION || came == ATTENDANCE_PART;
    return (struct status_tag){there ? T("done") : came == ATTENDANCE_ABSENT ? T("late") : T("wait"), text_of(attendance_words(came))};
}

/* Who came, and who stays away: 'absent 2 of 3' is seen (SB-16). */
static Err add_members(struct request *request, Read *read, bool held, struct meeting_page *page)
{
    Arena *arena = request->arena;
    struct meeting_members_rows rows;
    struct meeting_absences_rows absences;
    TRY(meeting_members(read, request->ids.meeting, &rows));
    TRY(meeting_absences(read, request->ids.meeting, &absences));
    page->members.at = ARENA_MANY(arena, rows.count, struct meeting_member_view);
    for (size_t i = 0; i < rows.count; i++) {
        const struct meeting_members *row = &rows.at[i];
        Text is = text_is_empty(row->agency_name) ? text_of(core_role_words(row->is_as)) : row->agency_name;
        for (size_t k = 0; k < absences.count; k++)
            if (absences.at[k].person.n == row->person.n && absences.at[k].absent > 0)
                is = text_format(arena, "%.*s · absent at %lld of %lld meetings", TEXT_ARGS(is), (long long)absences.at[k].absent, (long long)absences.at[k].meetings);
        bool seen_before = false;
        for (size_t k = 0; k < i; k++)
            seen_before |= rows.at[k].person.n == row->person.n;
        if (!seen_before)
            page->members.at[page->members.count++] = (struct meeting_member_view){name_words(arena, row->given, row->family_name), is,
                page->is_whole ? row->why : TEXT_NONE, came_tag(row->came, held)};
    }
    return ok();
}

static struct meeting_list_view *list_of(Arena *arena, struct meeting_page *page, Text who, size_t room)
{
    for (size_t i = 0; i < page->lists.count; i++)
        if (text_equal(page->lists.at[i].who, who))
            return &page->lists.at[i];
    struct meeting_list_view *made = &page->lists.at[page->lists.count++];
    *made = (struct meeting_list_view){text_format(arena, "list-%zu", page->lists.count), who, {ARENA_MANY(arena, room, struct meeting_action_view), 0}};
    return made;
}

/* An action that stands in two sisters' plans is one line, for both. */
static void add_line(Arena *arena, struct meeting_list_view *list, const struct plan_page_actions *row, Text child)
{
    Text when = plan_action_when(arena, row);
    for (size_t i = 0; i < list->actions.count; i++) {
        struct meeting_action_view *known = &list->actions.at[i];
        if (text_equal(known->what, row->what) && text_equal(known->when, when)) {
            known->children = text_format(arena, "%.*s, %.*s", TEXT_ARGS(known->children), TEXT_ARGS(child));
            return;
        }
    }
    list->actions.at[list->actions.count++] = (struct meeting_action_view){row->what, when, row->measure, child};
}

static Err add_lists(struct request *request, Read *read, const struct meeting_children_rows *children, struct meeting_page *page)
{
    Arena *arena = request->arena;
    struct plan_loaded *loaded = ARENA_MANY(arena, children->count, struct plan_loaded);
    size_t room = 0;
    for (size_t i = 0; i < children->count; i++) {
        loaded[i] = (struct plan_loaded){0};
        request_shows(request, children->at[i].child);
        if (children->at[i].plan.n == 0)
            continue;
        TRY(plan_load(read, children->at[i].plan, &loaded[i]));
        page->is_whole |= loaded[i].reader.copy == PLAN_COPY_WHOLE;
        room += loaded[i].actions.count;
    }
    page->lists.at = ARENA_MANY(arena, room, struct meeting_list_view);
    for (size_t i = 0; i < children->count; i++)
        for (size_t k = 0; k < loaded[i].actions.count; k++) {
            const struct plan_page_actions *row = &loaded[i].actions.at[k];
            if (!plan_action_stands(row, loaded[i].head.version) || row->progress == ACTION_PROGRESS_DONE || row->progress == ACTION_PROGRESS_DROPPED)
                continue;
            Text who = plan_action_who(arena, &loaded[i], row);
            add_line(arena, list_of(arena, page, text_is_empty(who) ? T("Nobody yet") : who, room), row, children->at[i].given);
        }
    return ok();
}

static Err add_said(struct request *request, Read *read, struct meeting_page *page)
{
    Arena *arena = request->arena;
    struct meeting_said_rows said;
    struct meeting_progress_rows progress;
    TRY(meeting_said(read, request->ids.meeting, &said));
    TRY(meeting_progress(read, request->ids.meeting, &progress));
    page->said.at = ARENA_MANY(arena, said.count, struct plan_text_view);
    page->progress.at = ARENA_MANY(arena, progress.count, struct plan_text_view);
    for (size_t i = 0; i < said.count; i++) {
        Text words = text_is_empty(said.at[i].words) ? text_of(asked_answer_words(said.at[i].answer)) : said.at[i].words;
        if (!text_is_empty(said.at[i].ideas))
            words = text_format(arena, "%.*s Ideas for support: %.*s", TEXT_ARGS(words), TEXT_ARGS(said.at[i].ideas));
        page->said.at[page->said.count++] = (struct plan_text_view){name_words(arena, said.at[i].given, said.at[i].family_name), words};
    }
    for (size_t i = 0; i < progress.count; i++) {
        const struct meeting_progress *row = &progress.at[i];
        page->progress.at[page->progress.count++] = (struct plan_text_view){row->what,
            text_format(arena, "%s, for %.*s%s%.*s", action_progress_words(row->progress), TEXT_ARGS(row->given), text_is_empty(row->note) ? "" : ": ", TEXT_ARGS(row->note))};
    }
    return ok();
}

Err meeting_page(struct request *request, struct response *response)
{
    Read *read;
    Arena *arena = request->arena;
    struct meeting_head head;
    struct meeting_children_rows children;
    struct meeting_page page = {0};
    TRY(request_read(request, &read));
    TRY(meeting_head(read, request->ids.meeting, &head));
    TRY(meeting_children(read, request->ids.meeting, &children));
    if (children.count == 0)
        return err(NOT_ALLOWED, "the reader may know the children, not read their plan");
    bool held = !date_is_none(head.held);
    TRY(add_lists(request, read, &children, &page));
    TRY(add_members(request, read, held, &page));
    if (page.is_whole) {
        TRY(add_said(request, read, &page));
        page.notes = head.notes;
        if (held && head.family_group != ASKED_ANSWER_NONE)
            page.family_group = text_format(arena, "%s. %.*s", asked_answer_words(head.family_group), TEXT_ARGS(head.family_group_note));
    }
    Date day = held ? head.held : head.planned;
    page.title = text_format(arena, "%s, %.*s", meeting_kind_words(head.kind), TEXT_ARGS(date_full(arena, day)));
    page.state = held ? (struct status_tag){T("done"), T("held")} : (struct status_tag){T("wait"), T("planned")};
    struct protected_words kept;
    TRY(page.is_whole ? protected_of_family(read, head.family, &kept) : protected_from_reader(read, head.family, &kept));
    page.place_left_out = protected_stands_in(&kept, head.place);
    if (page.place_left_out && !page.is_whole)
        head.place = TEXT_NONE;
    page.place_left_out &= page.is_whole;
    page.line = text_is_empty(head.place) ? T("No place yet") : head.place;
    if (head.starts.us != INSTANT_NONE.us)
        page.line = text_format(arena, "%.*s · %.*s", TEXT_ARGS(minutes_words(arena, instant_london_minutes(head.starts))), TEXT_ARGS(page.line));
    if (!held && !date_is_none(head.moved_from))
        page.moved = text_format(arena, "It moved: it was planned for %.*s.", TEXT_ARGS(date_full(arena, head.moved_from)));
    if (!held && page.is_whole && head.kind == MEETING_KIND_CORE_GROUP)
        page.what_if = url_meeting_move(arena, request->ids.meeting);
    TRY(frame_family(request, head.family, &page.family));
    page.family_words = T("Back");
    TRY(frame_of(request, page.title, FRAME_FAMILIES, &page.frame));
    page.frame.looks_recorded = true;
    meeting_html(&response->body, &page);
    return ok();
}
