/* Time limits over a life: what meets them, what makes them needless, by how many days they were late. Two sisters with a plan of 9 April 2026.
 * SE-02 SE-04 SE-07 SC-15 SB-13 */
#include "acts/people/died_act.h"
#include "acts/review/plan_ended_otherwise_act.h"
#include "plan_setting.h"
#include "store/timeliness_sql.h"

static void assert_met(const struct case_obligations *row, enum obligation_state state, Date due, Date met, enum event by)
{
    assert_string_equal(obligation_state_code(row->state), obligation_state_code(state));
    assert_true(date_equal(row->due, due) && date_equal(row->met, met) && date_is_none(row->stopped));
    assert_string_equal(event_code(row->met_by), event_code(by));
    assert_int_equal(row->stopped_by, EVENT_NONE);
}

static void assert_stopped(const struct case_obligations *row, enum obligation_state state, Date stopped, enum event by)
{
    assert_string_equal(obligation_state_code(row->state), obligation_state_code(state));
    assert_true(date_equal(row->stopped, stopped) && date_is_none(row->met));
    assert_string_equal(event_code(row->stopped_by), event_code(by));
    assert_int_equal(row->met_by, EVENT_NONE);
}

/* How many days late the limits of a kind were that were met late or missed, summed over all children. */
static int64_t days_late(struct setting *s, enum obligation_kind kind)
{
    struct timely_days_all_rows rows;
    int64_t days = 0;
    Read *read = reading(s, s->worker, 0);
    must(timely_days_all(read, kind, -1, the(2026, 1, 1), the(2028, 12, 31), &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        days += rows.at[i].days * rows.at[i].cases;
    return days;
}

/* SB-13: a visit on which nobody, or not this child, was seen is kept as what happened and meets nothing; the next visit counts from the last on
 * which the child was seen. */
static void a_failed_visit_meets_no_limit(void **state)
{
    struct setting *s = *state;
    ChildId maja = s->family.children[0], lena = s->family.children[1];
    visit(s, 3, 0);
    for (size_t i = 0; i < 2; i++) {
        struct case_obligations row = limit(s, s->family.children[i], OBLIGATION_KIND_VISIT, on_day(0));
        assert_int_equal(row.state, OBLIGATION_STATE_WAITING);
        assert_true(date_equal(row.due, the(2026, 4, 23)));
        assert_true(date_equal(last_event(s, s->family.children[i], EVENT_VISIT_NOT_SEEN), on_day(3)));
    }
    visit(s, 6, 1);
    struct case_obligations row = limit(s, maja, OBLIGATION_KIND_VISIT, on_day(0));
    assert_met(&row, OBLIGATION_STATE_MET, the(2026, 4, 23), on_day(6), EVENT_VISIT);
    row = limit(s, lena, OBLIGATION_KIND_VISIT, on_day(0));
    assert_int_equal(row.state, OBLIGATION_STATE_WAITING);
    visit(s, 20, 2); /* 29 April: Lena's first, six days late; Maja's second, in time */
    row = limit(s, lena, OBLIGATION_KIND_VISIT, on_day(0));
    assert_met(&row, OBLIGATION_STATE_MET_LATE, the(2026, 4, 23), the(2026, 4, 29), EVENT_VISIT);
    row = limit(s, maja, OBLIGATION_KIND_VISIT, on_day(6));
    assert_met(&row, OBLIGATION_STATE_MET, the(2026, 4, 29), the(2026, 4, 29), EVENT_VISIT);
    row = limit(s, lena, OBLIGATION_KIND_VISIT, on_day(20));
    assert_int_equal(row.state, OBLIGATION_STATE_WAITING);
    assert_true(date_equal(row.due, the(2026, 5, 14))); /* the early May holiday lies between */
    assert_int_equal(days_late(s, OBLIGATION_KIND_VISIT), 6);
}

static Err end_plan(struct setting *s, int day, enum plan_end_reason why)
{
    struct act_result result = {0};
    static const struct act_reason REASON = {SUPPORT_OFFERED, T("The support is planned elsewhere")};
    WORLD_ACT(plan_ended_otherwise, PLAN_ENDED_OTHERWISE, act);
    act.reason = why;
    act.ended = on_day(day);
    act.receiving = T("Southmere Council");
    act.their_conference = on_day(day - 2);
    act.confirmed_on = on_day(day - 1);
    act.evidence = T("Their letter");
    act.told = YESNO_YES;
    struct act_request request = world_request(s->manager);
    request.target = s->plans.at[0].n;
    request.now.us += (PLAN_DAY + day) * DAY_US;
    request.reasons = &REASON;
    request.reason_count = 1;
    return act_do(s->world.acts, &PLAN_ENDED_OTHERWISE_ACT, &request, &act, s->arena, &result);
}

/* Nothing waits any more for the first sister; everything still does for the second. */
static void assert_nothing_waits(struct setting *s)
{
    struct case_obligations_rows rows;
    Date due;
    Read *read = reading(s, s->worker, 0);
    must(case_obligations(read, s->family.children[0], &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        assert_int_not_equal(rows.at[i].state, OBLIGATION_STATE_WAITING);
    assert_int_equal(due_state(s, s->family.children[1], OBLIGATION_KIND_VISIT, &due), OBLIGATION_STATE_WAITING);
}

/* A case that moved to another council: what was due before is missed, with the days; what would be due later is no longer needed, because it moved
 * and not because the plan ended with it. */
static void a_move_to_another_council_stops_everything(void **state)
{
    struct setting *s = *state;
    ChildId maja = s->family.children[0];
    must(end_plan(s, 30, PLAN_END_REASON_MOVED)); /* 9 May */
    struct case_obligations row = limit(s, maja, OBLIGATION_KIND_VISIT, on_day(0));
    assert_stopped(&row, OBLIGATION_STATE_MISSED, on_day(30), EVENT_TRANSFERRED);
    assert_int_equal(days_late(s, OBLIGATION_KIND_VISIT), date_days_between(the(2026, 4, 23), on_day(30)));
    row = limit(s, maja, OBLIGATION_KIND_FIRST_REVIEW, on_day(0));
    assert_stopped(&row, OBLIGATION_STATE_NOT_NEEDED, on_day(30), EVENT_TRANSFERRED);
    row = limit(s, maja, OBLIGATION_KIND_LONG_PLAN_24, on_day(0));
    assert_stopped(&row, OBLIGATION_STATE_NOT_NEEDED, on_day(30), EVENT_TRANSFERRED);
    assert_int_equal(days_late(s, OBLIGATION_KIND_FIRST_REVIEW), 0);
    assert_nothing_waits(s);
}

/* The plan's end stops what the plan asks for; what is owed of the conference is still owed. */
static void the_end_of_a_plan_stops_what_it_asks_for(void **state)
{
    struct setting *s = *state;
    ChildId maja = s->family.children[0];
    must(end_plan(s, 6, PLAN_END_REASON_LOOKED_AFTER));
    static const enum obligation_kind ASKED[] = {OBLIGATION_KIND_VISIT, OBLIGATION_KIND_FIRST_CORE_GROUP, OBLIGATION_KIND_FIRST_REVIEW, OBLIGATION_KIND_LONG_PLAN_15};
    for (size_t i = 0; i < sizeof ASKED / sizeof ASKED[0]; i++) {
        struct case_obligations row = limit(s, maja, ASKED[i], on_day(0));
        assert_stopped(&row, OBLIGATION_STATE_NOT_NEEDED, on_day(6), EVENT_PLAN_ENDED);
    }
    struct case_obligations row = limit(s, maja, OBLIGATION_KIND_CONFERENCE_NOTES, on_day(0));
    assert_int_equal(row.state, OBLIGATION_STATE_WAITING);
    visit(s, 20, 2); /* a visit after it meets nothing of hers, and asks for no next one */
    row = limit(s, maja, OBLIGATION_KIND_VISIT, on_day(0));
    assert_stopped(&row, OBLIGATION_STATE_NOT_NEEDED, on_day(6), EVENT_PLAN_ENDED);
    struct case_obligations_rows rows;
    Read *read = reading(s, s->worker, 0);
    must(case_obligations(read, maja, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        assert_false(rows.at[i].kind == OBLIGATION_KIND_VISIT && date_equal(rows.at[i].start, on_day(20)));
}

/* A child who died: nothing is asked any more, because of that and not because plan and episode ended with it. */
static void a_death_stops_everything(void **state)
{
    struct setting *s = *state;
    WORLD_ACT(died, DIED, act);
    act.died = on_day(4);
    done(s, &DIED_ACT, s->family.children[0].n, 5, &act);
    static const enum obligation_kind ASKED[] = {OBLIGATION_KIND_VISIT, OBLIGATION_KIND_FIRST_CORE_GROUP, OBLIGATION_KIND_FIRST_REVIEW, OBLIGATION_KIND_CONFERENCE_NOTES};
    for (size_t i = 0; i < sizeof ASKED / sizeof ASKED[0]; i++) {
        struct case_obligations row = limit(s, s->family.children[0], ASKED[i], on_day(0));
        assert_stopped(&row, OBLIGATION_STATE_NOT_NEEDED, on_day(4), EVENT_DIED);
    }
    assert_nothing_waits(s);
}

static void core_group(struct setting *s, int day)
{
    struct core_group_held_attendance came[] = {{s->worker, ATTENDANCE_PRESENT, TEXT_NONE}, {s->teacher, ATTENDANCE_PRESENT, TEXT_NONE}, {s->mother, ATTENDANCE_PRESENT, TEXT_NONE}};
    struct core_group_held_views views[] = {{s->mother, ASKED_ANSWER_ASKED_YES, T("The mornings are a good idea"), T("A lift to the group")}};
    WORLD_ACT(core_group_held, CORE_GROUP_HELD, act);
    act.held_on = on_day(day);
    act.attendance.at = came;
    act.attendance.count = 3;
    act.views.at = views;
    act.views.count = 1;
    act.family_group = ASKED_ANSWER_ASKED_YES;
    act.also.at = &s->plans.at[1];
    act.also.count = 1;
    done(s, &CORE_GROUP_HELD_ACT, s->plans.at[0].n, day, &act);
}

/* SE-02, SC-15: each core group counts from the one before it: the first in time, the second late, the third waits. */
static void core_groups_are_a_chain(void **state)
{
    struct setting *s = *state;
    ChildId maja = s->family.children[0];
    core_group(s, 10);
    core_group(s, 10 + 42 + 3);
    struct case_obligations row = limit(s, maja, OBLIGATION_KIND_FIRST_CORE_GROUP, on_day(0));
    assert_met(&row, OBLIGATION_STATE_MET, the(2026, 4, 23), on_day(10), EVENT_CORE_GROUP);
    row = limit(s, maja, OBLIGATION_KIND_NEXT_CORE_GROUP, on_day(10));
    assert_met(&row, OBLIGATION_STATE_MET_LATE, on_day(10 + 42), on_day(10 + 42 + 3), EVENT_CORE_GROUP);
    row = limit(s, maja, OBLIGATION_KIND_NEXT_CORE_GROUP, on_day(10 + 42 + 3));
    assert_int_equal(row.state, OBLIGATION_STATE_WAITING);
    assert_true(date_equal(row.due, on_day(10 + 42 + 3 + 42)));
    assert_int_equal(days_late(s, OBLIGATION_KIND_NEXT_CORE_GROUP), 2 * 3); /* both sisters */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_failed_visit_meets_no_limit),
        CASE(a_move_to_another_council_stops_everything),
        CASE(the_end_of_a_plan_stops_what_it_asks_for),
        CASE(a_death_stops_everything),
        CASE(core_groups_are_a_chain),
    };
    RUN_ON_BOTH(tests);
}
