/* A conference that is booked goes to another day: one act, what is due is counted anew, everyone is told and asked again. SC-03 SD-04 SD-06 */
#include "world_conference.h"

#include "acts/conference/conference_not_held_act.h"
#include "acts/consequences.h"
#include "store/case_sql.h"
#include "store/rebooked_sql.h"
#include "store/readiness_sql.h"

static int set_up(void **state)
{
    struct world_case *in = calloc(1, sizeof *in);
    world_case_open(in, "Ada Ben");
    world_case_at_risk(in);
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(in, 10);
    world_booked(in, 11, 20); /* 9 April 2026; the limit is 14 April, day 25 */
    world_invited(in, 11);
    *state = in;
    return 0;
}

static int take_down(void **state)
{
    struct world_case *in = *state;
    world_whole(&in->world, in->arena); /* the ledger alone makes the same tables */
    world_case_end(in);
    free(in);
    return 0;
}

static const struct shut_gate *shut(const struct act_result *result, enum gate gate)
{
    for (size_t i = 0; i < result->shut.count; i++)
        if (result->shut.at[i].gate == gate && !result->shut.at[i].warns)
            return &result->shut.at[i];
    return NULL;
}

static bool has_problem(const struct act_result *result, const char *field)
{
    for (size_t i = 0; i < result->problems.count; i++)
        if (text_equal_string(result->problems.at[i].field, field))
            return true;
    return false;
}

static struct conference_now now(struct world_case *in)
{
    struct conference_now row;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(conference_now(read, in->conference, &row));
    store_read_end(read);
    return row;
}

/* The child's only limit of that kind that stands, in any state. */
static struct case_obligations only(struct world_case *in, size_t child, enum obligation_kind kind)
{
    struct case_obligations_rows rows;
    struct case_obligations row = {0};
    size_t count = 0;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(case_obligations(read, in->family.children[child], &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].kind == kind) {
            row = rows.at[i];
            count++;
        }
    assert_int_equal(count, 1);
    return row;
}

static size_t to_tell(struct world_case *in)
{
    struct invitations_of_rows rows = world_invitations(in);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++)
        count += rows.at[i].to_tell;
    return count;
}

static size_t to_ask_again(struct world_case *in, enum readiness_question question)
{
    struct readiness_of_rows rows;
    size_t count = 0;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(readiness_of(read, in->conference, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        count += rows.at[i].question == question && rows.at[i].again;
    return count;
}

/* SD-06: the reports' limit goes with the day, for each child; the old one is gone. Everyone is told and asked again, and only then it is confirmed. */
static void a_move_counts_anew_and_asks_again(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
    assert_int_equal(to_tell(in), 0);
    world_moved(in, 14, 25);
    assert_int_equal(now(in).state, CONFERENCE_STATE_BOOKED);
    assert_true(date_equal(now(in).held_on, world_date(25)));
    for (size_t i = 0; i < 2; i++) {
        struct case_obligations reports = only(in, i, OBLIGATION_KIND_REPORTS_INITIAL);
        assert_true(date_equal(reports.start, world_date(25)) && date_equal(reports.due, world_date(22)) && reports.state == OBLIGATION_STATE_WAITING);
        assert_int_equal(only(in, i, OBLIGATION_KIND_INITIAL_CONFERENCE).state, OBLIGATION_STATE_WAITING);
    }
    assert_true(to_tell(in) >= 5); /* social care, health, the police, the school, the mother */
    assert_int_equal(to_ask_again(in, READINESS_QUESTION_COMES), 2);
    assert_int_equal(to_ask_again(in, READINESS_QUESTION_SUPPORTER), 1);
    assert_int_equal(to_ask_again(in, READINESS_QUESTION_CONTACT), 0); /* holds whatever the day */
    assert_int_equal(to_ask_again(in, READINESS_QUESTION_REPORT), 0);
    WORLD_ACT(conference_confirmed, CONFERENCE_CONFIRMED, confirmed);
    confirmed.told = YESNO_YES;
    assert_int_equal(world_try_past(in, &CONFERENCE_CONFIRMED_ACT, in->admin, 14, &confirmed, NULL, 0, &result).kind, NOT_NOW);
    assert_true(text_contains(shut(&result, EVERYONE_TOLD_IT_MOVED)->detail, T("Northmoor police")));
    assert_true(text_contains(shut(&result, EVERYONE_TOLD_IT_MOVED)->detail, T("Chidinma")));
    assert_true(text_contains(shut(&result, CHILDREN_COME_OR_HEARD)->detail, T("Ada")));
    assert_null(shut(&result, THREE_AGENCIES_INVITED)); /* they are invited: who sits at the table is not sent away */
    assert_null(shut(&result, SAFE_CONTACT_ASKED));
    world_invited(in, 14);
    assert_int_equal(to_tell(in), 0);
    world_ready(in, 15, 20);
    world_confirmed(in, 15);
    assert_int_equal(now(in).state, CONFERENCE_STATE_CONFIRMED);
}

/* A move to an earlier day holds when something else happens to the child later: bookings count in the order in which they were recorded. */
static void an_earlier_day_holds_after_the_next_entry(void **state)
{
    struct world_case *in = *state;
    world_moved(in, 11, 18);
    assert_true(date_equal(only(in, 0, OBLIGATION_KIND_REPORTS_INITIAL).start, world_date(18)));
    world_shared(in, world_report(in, 12), 13);
    struct case_obligations reports = only(in, 0, OBLIGATION_KIND_REPORTS_INITIAL);
    assert_true(date_equal(reports.start, world_date(18)) && date_equal(reports.due, world_date(15)) && reports.state == OBLIGATION_STATE_MET);
}

/* Beyond a limit it moves with a reason alone, and says which limit it breaks: the conference's own, or the reports'. */
static void a_day_that_breaks_a_limit_needs_a_reason(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    static const enum gate BEYOND[] = {INSIDE_THE_DAYS};
    struct conference_moved act = world_moved_act(31);
    assert_int_equal(world_try_past(in, &CONFERENCE_MOVED_ACT, in->chair, 12, &act, NULL, 0, &result).kind, NOT_NOW);
    assert_true(text_equal_string(shut(&result, INSIDE_THE_DAYS)->detail, "This day breaks a limit: the initial conference is due by 14 April 2026."));
    assert_true(shut(&result, INSIDE_THE_DAYS)->with_reason);
    act = world_moved_act(14);
    assert_int_equal(world_try_past(in, &CONFERENCE_MOVED_ACT, in->chair, 12, &act, NULL, 0, &result).kind, NOT_NOW);
    assert_true(text_contains(shut(&result, INSIDE_THE_DAYS)->detail, T("reports with the parents before the initial conference are due by 31 March 2026")));
    act = world_moved_act(31);
    world_past(in, &CONFERENCE_MOVED_ACT, in->chair, 12, &act, BEYOND, 1);
    act = world_moved_act(32);
    assert_int_equal(world_try_past(in, &CONFERENCE_MOVED_ACT, in->chair, 12, &act, NULL, 0, &result).kind, NOT_NOW);
    assert_true(text_begins(shut(&result, INSIDE_THE_DAYS)->detail, T("Broken already, and still: the initial conference")));
    act = world_moved_act(25);
    world_past(in, &CONFERENCE_MOVED_ACT, in->chair, 12, &act, NULL, 0);
}

/* Another time or place is a move too: everyone is told; what hangs on the day is asked again only when the time is another. */
static void another_place_is_told_and_not_asked_again(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_ready(in, 12, 15);
    struct conference_moved act = world_moved_act(20);
    assert_int_equal(world_try_past(in, &CONFERENCE_MOVED_ACT, in->admin, 13, &act, NULL, 0, &result).kind, NOT_VALID);
    assert_true(has_problem(&result, "held_on"));
    act = world_moved_act(20);
    act.room = T("Room 5");
    world_past(in, &CONFERENCE_MOVED_ACT, in->admin, 13, &act, NULL, 0);
    assert_true(to_tell(in) >= 5 && to_ask_again(in, READINESS_QUESTION_COMES) == 0);
    assert_true(date_equal(only(in, 0, OBLIGATION_KIND_REPORTS_INITIAL).start, world_date(20)));
    act = world_moved_act(20);
    act.time = 14 * 60;
    world_past(in, &CONFERENCE_MOVED_ACT, in->admin, 13, &act, NULL, 0);
    assert_int_equal(to_ask_again(in, READINESS_QUESTION_COMES), 2);
    assert_int_equal(to_ask_again(in, READINESS_QUESTION_NEEDS), 0); /* nothing was needed */
}

/* The same chair and room: the new time asks again whether they are free. */
static void the_new_time_may_be_taken(void **state)
{
    struct world_case *in = calloc(1, sizeof *in);
    struct act_result result;
    world_case_open(in, "Ada Ben");
    world_case_at_risk(in);
    for (size_t i = 0; i < 2; i++) { /* a conference for each child, on days of their own */
        struct conference_called called = world_called_act(in, CONFERENCE_KIND_INITIAL, 20);
        called.children.at = in->family.children + i;
        called.children.count = 1;
        world_do(&in->world, in->arena, &CONFERENCE_CALLED_ACT, in->manager, in->family.family.n, 10, &called);
        in->conference = called.conference;
        world_chair(in, 10);
        world_booked(in, 11, i == 0 ? 20 : 21);
    }
    struct conference_moved act = world_moved_act(20);
    act.time = 11 * 60;
    assert_int_equal(world_try_past(in, &CONFERENCE_MOVED_ACT, in->admin, 12, &act, NULL, 0, &result).kind, NOT_NOW);
    assert_true(text_contains(shut(&result, CHAIR_AND_ROOM_FREE)->detail, T("another conference then")));
    act = world_moved_act(20);
    act.time = 12 * 60;
    world_past(in, &CONFERENCE_MOVED_ACT, in->admin, 12, &act, NULL, 0);
    *state = in;
}

/* Who takes part finds on My work that it moved, but not who moved it; a conference that has a day isn't booked a second time. */
static void who_takes_part_is_told(void **state)
{
    struct world_case *in = *state;
    struct work_conferences_moved_rows rows;
    struct act_result result;
    Read *read = world_read(&in->world, in->arena, in->teacher, 12);
    must(work_conferences_moved(read, WORLD_DAY, &rows));
    store_read_end(read);
    assert_int_equal(rows.count, 0);
    world_moved(in, 12, 24);
    const PersonId told[] = {in->teacher, in->chair, in->worker, in->manager}, others[] = {in->admin, in->front_door, in->mother};
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) {
        read = world_read(&in->world, in->arena, told[i], 13);
        must(work_conferences_moved(read, WORLD_DAY, &rows));
        store_read_end(read);
        assert_true(rows.count == 1 && date_equal(rows.at[0].held_on, world_date(24)) && date_equal(rows.at[0].moved_from, world_date(20)));
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        read = world_read(&in->world, in->arena, others[i], 13);
        must(work_conferences_moved(read, WORLD_DAY, &rows));
        store_read_end(read);
        assert_int_equal(rows.count, 0);
    }
    WORLD_ACT(conference_booked, CONFERENCE_BOOKED, booked);
    booked.held_on = world_date(25);
    booked.time = 600;
    booked.place = T("Elmfield Centre");
    assert_int_equal(world_try_past(in, &CONFERENCE_BOOKED_ACT, in->admin, 13, &booked, NULL, 0, &result).kind, NOT_NOW);
    assert_non_null(shut(&result, MOVE_IS_OPEN));
    struct conference_moved act = world_moved_act(25);
    assert_int_equal(world_try_past(in, &CONFERENCE_MOVED_ACT, in->teacher, 13, &act, NULL, 0, &result).kind, NOT_ALLOWED);
}

/* What was not held is booked again, not moved. */
static void what_was_not_held_is_booked_again(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    WORLD_ACT(conference_not_held, CONFERENCE_NOT_HELD, stood_down);
    world_moved(in, 12, 22);
    stood_down.what = NOT_HELD_STOOD_DOWN;
    stood_down.why = T("Everybody is ill.");
    world_do(&in->world, in->arena, &CONFERENCE_NOT_HELD_ACT, in->admin, in->conference.n, 13, &stood_down);
    struct conference_moved act = world_moved_act(24);
    assert_int_equal(world_try_past(in, &CONFERENCE_MOVED_ACT, in->admin, 13, &act, NULL, 0, &result).kind, NOT_NOW);
    assert_non_null(shut(&result, MOVE_IS_OPEN));
    world_booked(in, 13, 24);
    assert_true(date_equal(now(in).held_on, world_date(24)));
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, take_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_move_counts_anew_and_asks_again),
        CASE(an_earlier_day_holds_after_the_next_entry),
        CASE(a_day_that_breaks_a_limit_needs_a_reason),
        CASE(another_place_is_told_and_not_asked_again),
        cmocka_unit_test_teardown(the_new_time_may_be_taken, take_down),
        CASE(who_takes_part_is_told),
        CASE(what_was_not_held_is_booked_again),
    };
    RUN_ON_BOTH(tests);
}
