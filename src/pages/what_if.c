#include "pages/what_if.h"

#include "acts/plan/core_group_moved_act.h"
#include "pages/options.h"
#include "pages/what_if_html.h"
#include "pages/what_if_parts.h"
#include "store/access.h"
#include "store/meeting_page_sql.h"
#include "web/url.h"

/* What is asked: the day, and a time for chair and room. Read and shown as the fields of an act are. */
struct asked {
    Date held_on;
    int64_t time;
};
static const struct field ASK[] = {
    {.name = "held_on", .type = FIELD_DATE, .offset = offsetof(struct asked, held_on), .required = true, .future = true, .left = "", .audience = "",
     .label = "Which other day?", .hint = "For example, 27 3 2026", .missing = "Enter the day to look at", .called = "The day"},
    {.name = "time", .type = FIELD_TIME, .offset = offsetof(struct asked, time), .left = "", .audience = "", .label = "At what time?", .hint = "For example, 10:30am",
     .missing = "", .called = "The time"},
};
enum { ASK_COUNT = sizeof ASK / sizeof ASK[0] };

void what_if_question(struct weighed *weighed, struct what_if_page *page, bool *ret_asked)
{
    struct request *request = weighed->request;
    const struct form *query = &request->query;
    const struct field_options options = {0};
    struct problems problems = problems_new(request->arena);
    struct form_reading reading = {.arena = request->arena, .today = request->today, .now = request->now, .options = &options, .problems = &problems};
    struct asked asked = {DATE_NONE, weighed->time};
    bool sent = form_has(query, T("held_on-day")) || form_has(query, T("held_on-month")) || form_has(query, T("held_on-year"));
    struct form first = fields_to_form(ASK, ASK_COUNT, &asked, request->arena); /* the form begins with the time that is booked */
    if (sent && fields_read_form(ASK, ASK_COUNT, query, &reading, &asked).kind == OK) {
        *ret_asked = true;
        weighed->to = asked.held_on;
        weighed->time = asked.time != TIME_NONE ? asked.time : weighed->time;
        weighed->time_typed = text_trim(form_get(query, T("time")));
    }
    page->fields = fields_view(ASK, ASK_COUNT, sent ? query : &first, &options, &problems, request->arena);
    page->problems = (struct frame_problems){T("There is a problem"), problems_view(&page->fields, &problems, request->arena)};
    page->frame.has_problems = problems.count > 0;
}

struct weighed what_if_new(struct request *request, Read *read)
{
    return (struct weighed){.request = request, .read = read, .to = DATE_NONE, .time = TIME_NONE, .reports_by = DATE_NONE};
}

ChildId *what_if_children(const struct weighed *weighed)
{
    ChildId *children = ARENA_MANY(weighed->request->arena, weighed->count, ChildId);
    for (size_t i = 0; i < weighed->count; i++)
        children[i] = weighed->children[i].child;
    return children;
}

Text what_if_names(const struct weighed *weighed)
{
    Out out = out_new(weighed->request->arena);
    for (size_t i = 0; i < weighed->count; i++) {
        out_string(&out, i == 0 ? "" : ", ");
        out_text(&out, weighed->children[i].name);
    }
    return out_all(&out);
}

Text what_if_when(Arena *arena, Date day, Instant starts)
{
    return starts.us == INSTANT_NONE.us ? date_full(arena, day) : text_format(arena, "%.*s, %.*s", TEXT_ARGS(date_full(arena, day)), TEXT_ARGS(minutes_words(arena, instant_london_minutes(starts))));
}

void what_if_move(const struct weighed *weighed, const struct act_kind *kind, const char *words, Rights rights, Url form, const char *day_field, const char *time_field,
                  struct what_if_page *page)
{
    if (rights_have(rights, kind->may) && (weighed->is_planned_only || !date_equal(weighed->to, weighed->moving.from)))
        page->move = (struct frame_link){text_of(words), what_if_about(weighed, form, weighed->to, day_field, time_field), false};
}

/* ---- a core group ---- */

static Err add_members(const struct weighed *weighed, struct what_if_page *page)
{
    Arena *arena = weighed->request->arena;
    struct meeting_members_rows rows;
    TRY(meeting_members(weighed->read, weighed->what.meeting, &rows));
    page->has_told = true;
    page->told = sheet_new(arena, T("Who is to be told again"), "Who|As", rows.count);
    page->told.caption_hidden = true;
    page->told.empty = T("Nobody is in the core group yet.");
    for (size_t i = 0; i < rows.count; i++) {
        bool told = false;
        for (size_t k = 0; k < i; k++)
            told |= rows.at[k].person.n == rows.at[i].person.n;
        if (told)
            continue;
        sheet_next(arena, &page->told);
        sheet_put(&page->told, name_words(arena, rows.at[i].given, rows.at[i].family_name));
        sheet_put(&page->told, text_is_empty(rows.at[i].agency_name) ? text_of(core_role_words(rows.at[i].is_as)) : rows.at[i].agency_name);
    }
    return ok();
}

/* Those children of the core group whose plan the reader may read whole. */
static Err see_plans(struct weighed *weighed, MeetingId meeting, Rights *ret_rights, PlanId *ret_plan)
{
    struct meeting_children_rows rows;
    TRY(meeting_children(weighed->read, meeting, &rows));
    struct what_if_child *children = ARENA_MANY(weighed->request->arena, rows.count, struct what_if_child);
    for (size_t i = 0; i < rows.count; i++) {
        Rights rights;
        TRY(rights_on_child(weighed->read, rows.at[i].child, &rights));
        if (!rights_have(rights, READ_PLAN))
            continue;
        *ret_rights |= rights;
        ret_plan->n = ret_plan->n != 0 ? ret_plan->n : rows.at[i].plan.n;
        request_shows(weighed->request, rows.at[i].child);
        children[weighed->count++] = (struct what_if_child){rows.at[i].child, name_words(weighed->request->arena, rows.at[i].given, TEXT_NONE)};
    }
    weighed->children = children;
    weighed->reads_plan = true;
    return weighed->count > 0 ? ok() : err(NOT_ALLOWED, "the reader may know the children, not read their plan");
}

static Err weigh_core_group(struct weighed *weighed, PlanId plan, Rights rights, struct what_if_page *page)
{
    Arena *arena = weighed->request->arena;
    TRY(what_if_answer(weighed, page));
    TRY(add_members(weighed, page));
    TRY(what_if_nearest_days(weighed, NULL, page));
    Url form = url_asking(arena, url_plan_act(arena, plan, text_of(CORE_GROUP_MOVED_ACT.address)), "meeting", text_format(arena, "%lld", (long long)weighed->what.meeting.n));
    what_if_move(weighed, &CORE_GROUP_MOVED_ACT, "Move it to this day", rights, form, "planned", "at", page);
    return ok();
}

Err meeting_move_page(struct request *request, struct response *response)
{
    Read *read;
    Arena *arena = request->arena;
    MeetingId meeting = request->ids.meeting;
    struct meeting_head head;
    struct what_if_page page = {0};
    Rights rights = 0;
    PlanId plan = {0};
    bool asked = false;
    TRY(request_read(request, &read));
    struct weighed weighed = what_if_new(request, read);
    TRY(meeting_head(read, meeting, &head));
    TRY(see_plans(&weighed, meeting, &rights, &plan));
    bool held = !date_is_none(head.held), open = !held && head.kind == MEETING_KIND_CORE_GROUP && plan.n != 0;
    weighed.what = (struct another_day_what){.meeting = meeting, .from = head.planned};
    if (head.starts.us != INSTANT_NONE.us)
        weighed.time = instant_london_minutes(head.starts);
    TRY(frame_of(request, T("What if it moved?"), FRAME_FAMILIES, &page.frame));
    page.frame.looks_recorded = true;
    page.back = url_meeting(arena, meeting);
    page.back_words = text_of(meeting_kind_words(head.kind));
    page.self = url_meeting_move(arena, meeting);
    page.line = text_format(arena, "%.*s · %.*s", TEXT_ARGS(what_if_names(&weighed)), TEXT_ARGS(what_if_when(arena, held ? head.held : head.planned, held ? INSTANT_NONE : head.starts)));
    if (!open)
        page.cannot = held ? T("It can’t move any more: it was held.") : T("Only a core group of a plan is weighed here.");
    else
        what_if_question(&weighed, &page, &asked);
    if (asked) {
        TRY(another_day_of(read, &weighed.what, what_if_children(&weighed), weighed.count, &weighed.moving));
        TRY(weigh_core_group(&weighed, plan, rights, &page));
    }
    what_if_html(&response->body, &page);
    return page.frame.has_problems ? err(NOT_VALID, "the day can't be read") : ok();
}
