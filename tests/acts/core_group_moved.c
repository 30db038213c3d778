/* A planned core group goes to another day, at another time or place. SE-02 SC-15 */
#include "plan_setting.h"

#include "acts/conference/conference_not_held_act.h"
#include "acts/plan/core_group_moved_act.h"
#include "store/meeting_page_sql.h"
#include "store/rebooked_sql.h"

/* On 23 April 2026, the last day of the first core group's limit, of both sisters' plans. */
static MeetingId planned(struct setting *s, int day)
{
    WORLD_ACT(core_group_planned, CORE_GROUP_PLANNED, act);
    act.planned = on_day(day);
    act.at = 16 * 60;
    act.place = T("Fernhill Academy");
    act.also.at = &s->plans.at[1];
    act.also.count = 1;
    done(s, &CORE_GROUP_PLANNED_ACT, s->plans.at[0].n, 1, &act);
    return act.meeting;
}

static struct core_group_moved moving(MeetingId meeting, int day)
{
    WORLD_ACT(core_group_moved, CORE_GROUP_MOVED, act);
    act.meeting = meeting;
    act.planned = on_day(day);
    act.at = 16 * 60;
    act.place = T("Fernhill Academy");
    act.why = T("The nurse is at another meeting.");
    return act;
}

static struct meeting_head head_of(struct setting *s, MeetingId meeting)
{
    struct meeting_head head;
    Read *read = reading(s, s->worker, 2);
    must(meeting_head(read, meeting, &head));
    store_read_end(read);
    return head;
}

static struct act_result past(struct setting *s, int day, void *act, const char *reason, enum err_kind expected)
{
    struct act_request request = world_request(s->worker);
    struct act_reason why = {INSIDE_THE_DAYS, text_of(reason)};
    struct act_result result = {0};
    request.target = s->plans.at[0].n;
    request.now.us += (PLAN_DAY + day) * DAY_US;
    request.reasons = &why;
    request.reason_count = 1;
    assert_int_equal(act_do(s->world.acts, &CORE_GROUP_MOVED_ACT, &request, act, s->arena, &result).kind, expected);
    return result;
}

/* SE-02: inside the ten working days it moves; past them it says which limit of whom it breaks, and asks why. Each sister's plan has it in its ledger. */
static void a_core_group_moves_inside_its_limit_or_with_a_reason(void **state)
{
    struct setting *s = *state;
    MeetingId meeting = planned(s, 12);
    struct core_group_moved act = moving(meeting, 14); /* 23 April */
    done(s, &CORE_GROUP_MOVED_ACT, s->plans.at[0].n, 2, &act);
    assert_true(date_equal(head_of(s, meeting).planned, on_day(14)) && date_equal(head_of(s, meeting).moved_from, on_day(12)));
    assert_int_equal(act.plans.count, 2);
    act = moving(meeting, 15);
    struct act_result result = past(s, 2, &act, "", NOT_NOW);
    assert_true(is_shut(&result, INSIDE_THE_DAYS, "This day breaks a limit: the first core group is due by 23 April 2026."));
    act = moving(meeting, 15);
    (void)past(s, 2, &act, "Nobody of the family can come before.", OK);
    assert_true(date_equal(head_of(s, meeting).planned, on_day(15)));
}

/* SC-15: a core group that is held earlier can leave the next one, which is planned, too late. */
static void the_next_one_that_is_planned_counts(void **state)
{
    struct setting *s = *state;
    MeetingId first = planned(s, 14);
    (void)planned(s, 14 + 42);
    struct core_group_moved act = moving(first, 13);
    struct act_result result = past(s, 2, &act, "", NOT_NOW);
    assert_true(is_shut(&result, INSIDE_THE_DAYS, "the next core group is due by 3 June 2026"));
}

static void what_is_no_move_is_refused(void **state)
{
    struct setting *s = *state;
    MeetingId meeting = planned(s, 12);
    struct core_group_moved act = moving(meeting, 12);
    struct act_result result = refused(s, &CORE_GROUP_MOVED_ACT, s->plans.at[0].n, 2, &act, NOT_VALID);
    assert_true(has_problem(&result, "planned", "already"));
    act = moving(meeting, 12);
    act.at = 17 * 60;
    done(s, &CORE_GROUP_MOVED_ACT, s->plans.at[0].n, 2, &act);
    act = moving((MeetingId){meeting.n + 1}, 13);
    result = refused(s, &CORE_GROUP_MOVED_ACT, s->plans.at[0].n, 2, &act, NOT_VALID);
    assert_true(has_problem(&result, "meeting", "of this family"));
    act = moving(meeting, 13);
    struct act_result theirs = {0};
    assert_int_equal(world_try(&s->world, s->arena, &CORE_GROUP_MOVED_ACT, s->teacher, s->plans.at[0].n, PLAN_DAY + 2, &act, &theirs).kind, NOT_ALLOWED);
}

/* The form begins with what stands there, for the core group that the address names; of nobody else's. */
static void the_form_begins_with_what_is_planned(void **state)
{
    struct setting *s = *state;
    struct core_group_moved act = {.meeting = planned(s, 12), .planned = DATE_NONE, .at = TIME_NONE};
    Read *read = reading(s, s->worker, 2);
    must(CORE_GROUP_MOVED_ACT.now(&(struct act_now){.read = read, .target = s->plans.at[0].n}, &act));
    assert_true(date_equal(act.planned, on_day(12)) && act.at == 16 * 60 && text_equal_string(act.place, "Fernhill Academy"));
    store_read_end(read);
    act = (struct core_group_moved){.meeting = act.meeting, .planned = DATE_NONE, .at = TIME_NONE};
    read = reading(s, s->teacher, 2);
    must(CORE_GROUP_MOVED_ACT.now(&(struct act_now){.read = read, .target = s->plans.at[0].n}, &act));
    assert_true(date_is_none(act.planned));
    act.meeting = (MeetingId){0};
    must(CORE_GROUP_MOVED_ACT.now(&(struct act_now){.read = read, .target = s->plans.at[0].n}, &act));
    store_read_end(read);
}

static void who_takes_part_is_told(void **state)
{
    struct setting *s = *state;
    struct core_group_moved act = moving(planned(s, 12), 13);
    struct work_meetings_moved_rows rows;
    done(s, &CORE_GROUP_MOVED_ACT, s->plans.at[0].n, 2, &act);
    const struct {
        PersonId who;
        size_t told;
    } cases[] = {{s->teacher, 1}, {s->manager, 1}, {s->worker, 0}, {s->mother, 0}, {s->nurse, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        Read *read = reading(s, cases[i].who, 3);
        must(work_meetings_moved(read, WORLD_DAY, &rows));
        store_read_end(read);
        assert_int_equal(rows.count, cases[i].told);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_core_group_moves_inside_its_limit_or_with_a_reason),
        CASE(the_next_one_that_is_planned_counts),
        CASE(what_is_no_move_is_refused),
        CASE(the_form_begins_with_what_is_planned),
        CASE(who_takes_part_is_told),
    };
    RUN_ON_BOTH(tests);
}
