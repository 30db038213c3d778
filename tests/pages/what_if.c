/* 'What if it moved?' as a chair, an administrator, a worker see it: what changes, what is broken, the nearest days; nothing is kept of it but the look. */
#include "plan_reading.h"

#include "acts/conference/conference_called_act.h"
#include "acts/form_now.h"
#include "pages/act_form.h"
#include "pages/conference/conference.h"
#include "pages/family/own_home.h"
#include "pages/plan/meeting.h"
#include "pages/what_if.h"
#include "pages/work.h"
#include "store/ledger_sql.h"
#include "store/rebooked_sql.h"

/* ---- a conference ---- */

static int set_up_conference(void **state)
{
    struct world_case *in = calloc(1, sizeof *in);
    world_case_open(in, "Ada Ben");
    world_case_at_risk(in);
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(in, 10);
    *state = in;
    return 0;
}

static int take_down_conference(void **state)
{
    world_case_end(*state);
    free(*state);
    return 0;
}

static Date day_of(const char *iso)
{
    Date date = DATE_NONE;
    assert_true(date_read(text_of(iso), &date));
    return date;
}

static struct came {
    Text body;
    enum err_kind kind;
    size_t shown;
} came;

/* Asks for a page with what stands behind its '?': 'day 2026-04-21' and a time, or nothing. */
static Text ask(struct world *world, Arena *arena, handler *shows, PersonId person, enum duty duty, struct request_ids ids, int day, Date about, const char *time)
{
    struct form_value query[4];
    struct form form = {query, 0};
    int year, month, number;
    if (!date_is_none(about)) {
        date_parts(about, &year, &month, &number);
        query[form.count++] = (struct form_value){T("held_on-day"), text_format(arena, "%d", number)};
        query[form.count++] = (struct form_value){T("held_on-month"), text_format(arena, "%d", month)};
        query[form.count++] = (struct form_value){T("held_on-year"), text_format(arena, "%d", year)};
        query[form.count++] = (struct form_value){T("time"), text_of(time)};
    }
    struct site site = {.authority_name = T("Northmoor Council"), .authority = WORLD_AUTHORITY, .store = world->store};
    Read *read = world_read(world, arena, person, day);
    struct request request = {.arena = arena, .site = &site, .ids = ids, .authority = WORLD_AUTHORITY, .person = person, .duty = duty, .now = read->now,
                              .today = read->today, .read = read, .query = form, .session = {.token = T("00"), .hash = T("00")}};
    struct response response = {.body = out_new(arena)};
    came.kind = shows(&request, &response).kind;
    came.shown = request.shown_count;
    came.body = out_all(&response.body);
    store_read_end(read);
    return came.body;
}

static Text what_if(struct world_case *in, PersonId person, enum duty duty, int day, Date about, const char *time)
{
    return ask(&in->world, in->arena, conference_move_page, person, duty, (struct request_ids){.conference = in->conference}, day, about, time);
}

static int64_t head_of_ledger(struct world_case *in)
{
    struct chain_head head;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(ledger_head(read, &head));
    store_read_end(read);
    return head.number;
}

/* The whole in one sentence, each limit with its working, the nearest days in order, and a form with the day filled in. Nothing is written. */
static void a_chair_weighs_a_day_after_the_limit(void **state)
{
    struct world_case *in = *state;
    world_booked(in, 11, 18); /* 7 April 2026 */
    world_invited(in, 11);
    int64_t before = head_of_ledger(in);
    Text page = what_if(in, in->chair, DUTY_CHAIR, 12, DATE_NONE, "");
    assert_int_equal(came.kind, OK);
    assert_int_equal(came.shown, 2);
    assert_has(page, "Choose another day and see what changes");
    assert_has(page, "Tuesday 7 April 2026, 10:00am");
    assert_lacks(page, "Time limits that change");
    page = what_if(in, in->chair, DUTY_CHAIR, 12, day_of("2026-04-21"), "10am");
    assert_int_equal(came.kind, OK);
    assert_has(page, "Moving to 21 April 2026 breaks 1 limit: the initial conference is due by 14 April 2026.");
    assert_has(page, "Breaks the limit");
    assert_has(page, "7 days late, on 21 April 2026");
    assert_has(page, "Ada, Ben");
    assert_has(page, "Why 6 May?"); /* the first core group, over the bank holiday */
    assert_has(page, "Early May bank holiday");
    assert_has(page, "as if it recommends a plan that day");
    assert_has(page, "The nearest working days that break no limit:");
    const char *body = text_string(in->arena, page);
    const char *first = strstr(body, ">Friday 10 April 2026</a>"), *second = strstr(body, ">Monday 13 April 2026</a>"), *third = strstr(body, ">Tuesday 14 April 2026</a>");
    assert_true(first != NULL && second != NULL && third != NULL && first < second && second < third);
    assert_has(page, "/do/move-conference?held_on-day=21&amp;held_on-month=4&amp;held_on-year=2026&amp;time=10am\">Move it to this day</a>");
    assert_has(page, "Hollow Lane Primary School"); /* to be told again, and its report */
    assert_has(page, "Not written");
    assert_has(page, "18 April 2026"); /* by when the reports are with the parents */
    assert_int_equal(head_of_ledger(in), before);
}

static void what_is_no_working_day_is_said(void **state)
{
    struct world_case *in = *state;
    world_booked(in, 11, 18);
    assert_has(what_if(in, in->admin, DUTY_CONFERENCE_ADMIN, 12, day_of("2026-04-06"), ""), "6 April 2026 is a bank holiday: Easter Monday.");
    assert_has(what_if(in, in->admin, DUTY_CONFERENCE_ADMIN, 12, day_of("2026-04-11"), ""), "11 April 2026 is a Saturday.");
    assert_has(what_if(in, in->admin, DUTY_CONFERENCE_ADMIN, 12, day_of("2026-04-12"), ""), "12 April 2026 is a Sunday.");
    assert_has(what_if(in, in->admin, DUTY_CONFERENCE_ADMIN, 12, day_of("2031-04-10"), ""), "are not known yet");
    assert_has(what_if(in, in->admin, DUTY_CONFERENCE_ADMIN, 12, day_of("2026-04-07"), ""), "It is booked for 7 April 2026: no time limit changes.");
    assert_lacks(what_if(in, in->admin, DUTY_CONFERENCE_ADMIN, 12, day_of("2026-04-07"), ""), "Move it to this day");
    assert_has(what_if(in, in->admin, DUTY_CONFERENCE_ADMIN, 12, day_of("2026-04-13"), ""), "Moving to 13 April 2026 breaks no limit.");
    assert_has(what_if(in, in->admin, DUTY_CONFERENCE_ADMIN, 12, day_of("2026-03-31"), ""), "must be today or in the future");
    assert_int_equal(came.kind, NOT_VALID);
    assert_has(came.body, "govuk-error-summary");
}

/* The chair's or the room's other conference at that time; a day on which both are taken is no suggestion. */
static void a_clash_on_the_new_day_is_said(void **state)
{
    struct world_case *in = *state;
    world_case_end(in);
    world_case_open(in, "Ada Ben");
    world_case_at_risk(in);
    for (size_t i = 0; i < 2; i++) {
        struct conference_called called = world_called_act(in, CONFERENCE_KIND_INITIAL, 20);
        called.children.at = in->family.children + i;
        called.children.count = 1;
        world_do(&in->world, in->arena, &CONFERENCE_CALLED_ACT, in->manager, in->family.family.n, 10, &called);
        in->conference = called.conference;
        world_chair(in, 10);
        world_booked(in, 11, i == 0 ? 25 : 18); /* 14 April, and 7 April */
    }
    Text page = what_if(in, in->admin, DUTY_CONFERENCE_ADMIN, 12, day_of("2026-04-14"), "11am");
    assert_has(page, "Booked twice");
    assert_has(page, "chairs another conference then: 14 April 2026 at 10:00am");
    assert_lacks(what_if(in, in->admin, DUTY_CONFERENCE_ADMIN, 12, day_of("2026-04-14"), "2pm"), "Booked twice");
    page = what_if(in, in->admin, DUTY_CONFERENCE_ADMIN, 12, day_of("2026-04-21"), "11am");
    assert_lacks(page, "Tuesday 14 April 2026</a>");
    assert_has(page, "Friday 10 April 2026</a>");
    /* On the 11th only the 14th is left: reports must be with the parents three days before. */
    page = what_if(in, in->admin, DUTY_CONFERENCE_ADMIN, 22, day_of("2026-04-21"), "11am");
    assert_has(page, "No other working day both keeps every limit and is free. On the nearest that keeps them, ");
    assert_has(page, "chairs another conference then: 14 April 2026 at 10:00am");
    page = what_if(in, in->admin, DUTY_CONFERENCE_ADMIN, 12, day_of("2026-04-10"), "11am"); /* which keeps every limit, and nobody is booked twice */
    assert_has(page, "breaks no limit");
    assert_lacks(page, "earest working day");
    assert_lacks(page, "No other working day");
}

/* Before a day is booked, and after it was not held; and when it can't move any more. */
static void a_conference_without_a_day_is_weighed_too(void **state)
{
    struct world_case *in = *state;
    Text page = what_if(in, in->worker, DUTY_SOCIAL_WORKER, 11, day_of("2026-04-21"), "");
    assert_has(page, "planned for Thursday 9 April 2026");
    assert_has(page, "breaks 1 limit");
    assert_has(page, "/do/book-conference?held_on-day=21");
    assert_has(page, "Book it for this day");
    assert_has(page, "Nobody is invited yet.");
    world_booked(in, 11, 20);
    world_invited(in, 11);
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
    world_opened(in, 20);
    page = what_if(in, in->worker, DUTY_SOCIAL_WORKER, 20, DATE_NONE, "");
    assert_has(page, "It can’t move any more: the conference is Open.");
    assert_lacks(page, "<form method=\"get\"");
    page = ask(&in->world, in->arena, conference_page, in->chair, DUTY_CHAIR, (struct request_ids){.conference = in->conference}, 20, DATE_NONE, "");
    assert_lacks(page, "What if it moved?");
}

/* SD-14: partners, family and whoever has no part don't see it. */
static void it_is_not_for_partners_and_family(void **state)
{
    struct world_case *in = *state;
    world_booked(in, 11, 18);
    world_invited(in, 11);
    (void)what_if(in, in->teacher, DUTY_PARTNER, 12, DATE_NONE, "");
    assert_int_equal(came.kind, NOT_ALLOWED);
    (void)what_if(in, in->front_door, DUTY_FRONT_DOOR, 12, DATE_NONE, "");
    assert_int_equal(came.kind, NOT_FOUND);
    (void)what_if(in, in->mother, DUTY_PARENT, 12, DATE_NONE, "");
    assert_int_equal(came.kind, NOT_FOUND);
}

/* After the move: the page of the conference, and My work of those who take part, say so. */
static void a_move_is_seen_by_those_concerned(void **state)
{
    struct world_case *in = *state;
    world_booked(in, 11, 18);
    world_invited(in, 11);
    world_ready(in, 12, 15);
    struct request_ids ids = {.conference = in->conference};
    assert_has(ask(&in->world, in->arena, conference_page, in->chair, DUTY_CHAIR, ids, 12, DATE_NONE, ""), "/move\">What if it moved?</a>");
    world_moved(in, 12, 24);
    Text page = ask(&in->world, in->arena, conference_page, in->chair, DUTY_CHAIR, ids, 13, DATE_NONE, "");
    assert_has(page, "It moved: it was booked for Tuesday 7 April 2026.");
    assert_has(page, "Tell again: it moved");
    assert_has(page, "Ask again: it moved");
    assert_has(page, "The conference moved. Tell everyone who is invited the new day, time and place.");
    page = ask(&in->world, in->arena, work_page, in->chair, DUTY_CHAIR, (struct request_ids){0}, 13, DATE_NONE, "");
    assert_has(page, "Initial conference moved to Monday 13 April 2026, 10:00am");
    assert_has(page, "it was Tuesday 7 April 2026");
    page = ask(&in->world, in->arena, work_page, in->teacher, DUTY_PARTNER, (struct request_ids){0}, 13, DATE_NONE, "");
    assert_has(page, "Initial conference moved to Monday 13 April 2026, 10:00am");
    struct conference_moved late = world_moved_act(31);
    static const enum gate BEYOND[] = {INSIDE_THE_DAYS};
    world_past(in, &CONFERENCE_MOVED_ACT, in->admin, 13, &late, BEYOND, 1);
    page = ask(&in->world, in->arena, conference_page, in->chair, DUTY_CHAIR, ids, 13, DATE_NONE, "");
    assert_has(page, "Booked 6 days after it"); /* 20 April; the limit was the 14th */
    assert_has(what_if(in, in->chair, DUTY_CHAIR, 13, day_of("2026-04-22"), ""), "Moving to 22 April 2026 leaves 1 limit broken: the initial conference is due by 14 April 2026.");
    assert_has(what_if(in, in->chair, DUTY_CHAIR, 13, day_of("2026-04-14"), ""), "1 limit that would be broken is kept again.");
    page = ask(&in->world, in->arena, work_page, in->admin, DUTY_CONFERENCE_ADMIN, (struct request_ids){0}, 13, DATE_NONE, "");
    assert_lacks(page, "Initial conference moved to");
}

/* ---- a core group ---- */

static MeetingId planned(struct setting *s, int day)
{
    WORLD_ACT(core_group_planned, CORE_GROUP_PLANNED, act);
    act.planned = on_day(day);
    act.at = 16 * 60;
    act.place = T("Elmfield Centre");
    done(s, &CORE_GROUP_PLANNED_ACT, s->plans.at[0].n, 1, &act);
    return act.meeting;
}

static Text weigh(struct setting *s, MeetingId meeting, PersonId person, enum duty duty, int day, Date about)
{
    return ask(&s->world, s->arena, meeting_move_page, person, duty, (struct request_ids){.meeting = meeting}, PLAN_DAY + day, about, "");
}

/* SE-02 SC-15: the first core group past its limit; the one after it, which is planned, is said too late or on the same day. */
static void a_worker_weighs_another_day_for_a_core_group(void **state)
{
    struct setting *s = *state;
    MeetingId first = planned(s, 12), next = planned(s, 12 + 42); /* 21 April and 2 June */
    Text page = weigh(s, first, s->worker, DUTY_SOCIAL_WORKER, 2, on_day(18));
    assert_int_equal(came.kind, OK);
    assert_has(page, "Moving to 27 April 2026 breaks 1 limit: the first core group is due by 23 April 2026.");
    assert_has(page, "Maja · Tuesday 21 April 2026, 4:00pm");
    assert_has(page, "No change");
    page = weigh(s, first, s->worker, DUTY_SOCIAL_WORKER, 2, on_day(11));
    assert_has(page, "the next core group is due by 1 June 2026");
    assert_has(page, "Too late: due by 1 June 2026");
    assert_true(text_contains(page, text_format(s->arena, "/plan/%lld/do/move-core-group?meeting=%lld&amp;planned-day=20&amp;planned-month=4&amp;planned-year=2026",
                                                (long long)s->plans.at[0].n, (long long)first.n)));
    assert_has(weigh(s, first, s->worker, DUTY_SOCIAL_WORKER, 2, on_day(12 + 42)), "Too late: due by"); /* on the same day, and that isn't the worst of it */
    (void)planned(s, 13);
    page = weigh(s, first, s->worker, DUTY_SOCIAL_WORKER, 2, on_day(14));
    assert_has(page, "Moving to 23 April 2026 breaks no limit.");
    assert_has(page, "Would come before it");
    assert_has(weigh(s, next, s->worker, DUTY_SOCIAL_WORKER, 2, on_day(10)), "Would come after it");
    page = weigh(s, first, s->in.chair, DUTY_CHAIR, 2, on_day(13)); /* reads, and doesn't plan core groups */
    assert_int_equal(came.kind, OK);
    assert_lacks(page, "Move it to this day");
    (void)weigh(s, first, s->teacher, DUTY_PARTNER, 2, DATE_NONE);
    assert_int_equal(came.kind, NOT_ALLOWED);
}

static void the_core_groups_page_and_the_plans_lead_there(void **state)
{
    struct setting *s = *state;
    MeetingId first = planned(s, 12);
    struct request_ids ids = {.meeting = first};
    assert_has(page_of(s, meeting_page, s->worker, DUTY_SOCIAL_WORKER, 2, ids, OK), "/move\">What if it moved?</a>");
    assert_lacks(page_of(s, meeting_page, s->teacher, DUTY_PARTNER, 2, ids, OK), "What if it moved?");
    assert_has(page_of(s, plan_page, s->worker, DUTY_SOCIAL_WORKER, 2, (struct request_ids){.plan = s->plans.at[0]}, OK), "What if the core group of 21 April 2026 moved?");
}

int main(void)
{
#define OF_CONFERENCE(test) cmocka_unit_test_setup_teardown(test, set_up_conference, take_down_conference)
    const struct CMUnitTest tests[] = {
        OF_CONFERENCE(a_chair_weighs_a_day_after_the_limit),
        OF_CONFERENCE(what_is_no_working_day_is_said),
        OF_CONFERENCE(a_clash_on_the_new_day_is_said),
        OF_CONFERENCE(a_conference_without_a_day_is_weighed_too),
        OF_CONFERENCE(it_is_not_for_partners_and_family),
        OF_CONFERENCE(a_move_is_seen_by_those_concerned),
        CASE(a_worker_weighs_another_day_for_a_core_group),
        CASE(the_core_groups_page_and_the_plans_lead_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
