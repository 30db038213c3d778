/* A decision and what comes after it: what it recommends, words put right once it is locked, what is told outside the meeting. */
#include "world_conference.h"

#include "acts/conference/summary_sent_act.h"
#include "acts/decision/decision_amended_act.h"
#include "acts/decision/told_outside_act.h"
#include "store/copy_sql.h"
#include "store/decision_sql.h"
#include "store/plan_sql.h"
#include "store/says_sql.h"

static int set_up(void **state)
{
    struct world_case *in = calloc(1, sizeof *in);
    world_case_open(in, "Ada Ben");
    world_case_at_risk(in);
    *state = in;
    return 0;
}

static void assert_text(Text text, const char *expected) { assert_true(text_equal_string(text, expected)); }

static struct decision_of stands(struct world_case *in, size_t child)
{
    struct decision_of row;
    bool found;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 30);
    must(decision_of(read, in->conference, in->family.children[child], &row, &found));
    store_read_end(read);
    assert_true(found);
    return row;
}

static struct decision_amended amendment(struct world_case *in, size_t child, enum decision_part part)
{
    WORLD_ACT(decision_amended, DECISION_AMENDED, act);
    act.child = in->family.children[child];
    act.part = part;
    act.why = T("The letter of the hospital came after the meeting.");
    return act;
}

/* A decision is locked: its words are put right by the chair alone, with a date and a reason, and what stood there stays. SB-09 SC-01 */
static void words_are_put_right_and_stay_readable(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    struct decision_amendments_rows rows;
    struct plan_open_of plan;
    bool found;
    struct decision_amended act = amendment(in, 0, DECISION_PART_CATEGORIES);
    act.categories = 1 << CATEGORY_NEGLECT;
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    assert_int_equal(world_try_past(in, &DECISION_AMENDED_ACT, in->chair, 10, &act, NULL, 0, &result).kind, NOT_FOUND); /* nobody chairs it yet */
    world_chair(in, 10);
    assert_int_equal(world_try_past(in, &DECISION_AMENDED_ACT, in->chair, 10, &act, NULL, 0, &result).kind, NOT_NOW); /* nothing is decided */
    world_booked(in, 11, 20);
    world_invited(in, 11);
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
    world_opened(in, 20);
    world_views(in, AGENCY_VIEW_PLAN, 20);
    world_decided(in, CONFERENCE_DECISION_PLAN, 20);
    assert_int_equal(world_try_past(in, &DECISION_AMENDED_ACT, in->admin, 25, &act, NULL, 0, &result).kind, NOT_ALLOWED);
    assert_int_equal(world_try_past(in, &DECISION_AMENDED_ACT, in->worker, 25, &act, NULL, 0, &result).kind, NOT_ALLOWED);
    world_past(in, &DECISION_AMENDED_ACT, in->chair, 25, &act, NULL, 0);
    assert_int_equal(world_try_past(in, &DECISION_AMENDED_ACT, in->chair, 26, &act, NULL, 0, &result).kind, NOT_VALID); /* it stands there already */
    struct decision_amended cause = amendment(in, 1, DECISION_PART_CAUSE);
    cause.words = T("Drink in the house, not anger.");
    world_past(in, &DECISION_AMENDED_ACT, in->chair, 26, &cause, NULL, 0);
    assert_text(stands(in, 0).categories, "NEGLECT");
    assert_text(stands(in, 0).cause, "Anger when drink is in the house.");
    assert_text(stands(in, 1).cause, "Drink in the house, not anger.");
    assert_text(stands(in, 1).categories, "PHYSICAL EMOTIONAL");
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 30);
    must(plan_open_of(read, in->family.children[0], &plan, &found));
    assert_true(found);
    assert_text(plan.categories, "NEGLECT"); /* the plan says the same, and the return with it */
    must(plan_open_of(read, in->family.children[1], &plan, &found));
    assert_text(plan.categories, "PHYSICAL EMOTIONAL");
    store_read_end(read);
    read = world_read(&in->world, in->arena, in->worker, 30);
    must(decision_amendments(read, in->conference, &rows));
    store_read_end(read);
    assert_int_equal(rows.count, 2);
    assert_text(rows.at[1].was, "PHYSICAL EMOTIONAL");
    assert_text(rows.at[1].is_now, "NEGLECT");
    assert_text(rows.at[1].why, "The letter of the hospital came after the meeting.");
    assert_true(date_equal(rows.at[1].amended, world_date(25)));
    read = world_read(&in->world, in->arena, in->front_door, 30);
    must(decision_amendments(read, in->conference, &rows));
    store_read_end(read);
    assert_int_equal(rows.count, 0);
    world_case_whole(in);
}

/* Without a plan there are no categories to put right; the reason of the decision is. */
static void a_decision_without_a_plan_has_its_reason(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_initial_conference(in, CONFERENCE_DECISION_NO_PLAN_CHILD_IN_NEED);
    struct decision_amended act = amendment(in, 0, DECISION_PART_HARM);
    act.words = T("Other words.");
    assert_int_equal(world_try_past(in, &DECISION_AMENDED_ACT, in->chair, 25, &act, NULL, 0, &result).kind, NOT_VALID);
    act = amendment(in, 0, DECISION_PART_REASON);
    act.words = T("She is safe with her mother, who asked for help herself.");
    world_past(in, &DECISION_AMENDED_ACT, in->chair, 25, &act, NULL, 0);
    assert_text(stands(in, 0).reason, "She is safe with her mother, who asked for help herself.");
    world_case_whole(in);
}

/* Who was given the decision before it was put right is named until they were given it again. SC-13 */
static void who_has_the_old_words_is_named(void **state)
{
    struct world_case *in = *state;
    struct decision_old_words_rows rows;
    world_initial_conference(in, CONFERENCE_DECISION_PLAN);
    WORLD_ACT(summary_sent, SUMMARY_SENT, sent);
    struct summary_sent_people to = {.person = in->mother, .how = SHARING_HOW_BY_HAND};
    sent.what = SENT_WHAT_SUMMARY;
    sent.people.at = &to;
    sent.people.count = 1;
    for (int round = 0; round < 2; round++) {
        sent.sent_on = world_date(21 + 5 * round);
        world_past(in, &SUMMARY_SENT_ACT, in->admin, 21 + 5 * round, &sent, NULL, 0);
        Read *read = world_read(&in->world, in->arena, in->admin, 30);
        must(decision_old_words(read, in->conference, &rows));
        store_read_end(read);
        assert_int_equal(rows.count, 0);
        if (round > 0)
            break;
        struct decision_amended act = amendment(in, 0, DECISION_PART_REASON);
        act.words = T("Hurt three times.");
        world_past(in, &DECISION_AMENDED_ACT, in->chair, 25, &act, NULL, 0);
        read = world_read(&in->world, in->arena, in->admin, 30);
        must(decision_old_words(read, in->conference, &rows));
        store_read_end(read);
        assert_int_equal(rows.count, 1);
        assert_int_equal(rows.at[0].reader.n, in->mother.n);
    }
    world_case_whole(in);
}

/* SB-12 SD-21 SC-11: that a child lives elsewhere is recommended, with what else was thought of and the advice to the parents. Professionals read why; what the
 * mother reads: tests/pages/conference.c. */
static void living_elsewhere_is_recommended(void **state)
{
    struct world_case *in = *state;
    static const enum gate HEARD[] = {FAMILY_HEARD};
    struct copy_decisions_rows rows;
    world_to_meeting(in);
    world_views(in, AGENCY_VIEW_PLAN, 20);
    struct conference_decided act = world_decided_act(in, CONFERENCE_DECISION_PLAN, 20);
    act.children.at[0].recommends = 1 << RECOMMENDATION_ELSEWHERE;
    act.children.at[0].recommends_why = T("She is afraid at home.");
    act.children.at[0].considered = T("Her aunt was asked first, and can take her.");
    act.children.at[0].advised = YESNO_YES;
    world_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 20, &act, HEARD, 1);
    const PersonId readers[] = {in->worker, in->teacher};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        Read *read = world_read(&in->world, in->arena, readers[i], 30);
        must(copy_decisions(read, in->conference, &rows));
        store_read_end(read);
        assert_int_equal(rows.count, 2);
        assert_text(rows.at[0].recommends, "ELSEWHERE");
        assert_text(rows.at[0].recommends_why, "She is afraid at home.");
        assert_text(rows.at[0].considered, "Her aunt was asked first, and can take her.");
        assert_true(rows.at[0].advised);
        assert_text(rows.at[1].recommends, "");
    }
    world_case_whole(in);
}

/* A view has its reason, and what that is based on; said again, the newer holds. SD-10 */
static void a_view_has_its_evidence(void **state)
{
    struct world_case *in = *state;
    struct agency_says_of_rows says;
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(in, 10);
    world_booked(in, 11, 20);
    world_invited(in, 11);
    WORLD_ACT(view_given, VIEW_GIVEN, act);
    struct view_given_children row = {.child = in->family.children[0], .opinion = AGENCY_VIEW_PLAN, .reason = T("She is not safe."),
                                      .evidence = T("Three calls to the house since August.")};
    act.children.at = &row;
    act.children.count = 1;
    act.invitation = world_invitation_of(in, in->police.n);
    world_past(in, &VIEW_GIVEN_ACT, in->officer, 12, &act, NULL, 0);
    row.evidence = T("Four calls to the house since August.");
    world_past(in, &VIEW_GIVEN_ACT, in->officer, 13, &act, NULL, 0);
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 20);
    must(agency_says_of(read, in->conference, &says));
    store_read_end(read);
    assert_int_equal(says.count, 1);
    assert_text(says.at[0].evidence, "Four calls to the house since August.");
    world_case_whole(in);
}

/* SC-12: what is told outside the meeting is recorded with its ground, child by child; a school does not read whom the police told. */
static void what_is_told_outside_has_its_ground(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    struct told_outside_of_rows rows;
    world_initial_conference(in, CONFERENCE_DECISION_PLAN);
    WORLD_ACT(told_outside, TOLD_OUTSIDE, act);
    act.told_on = world_date(21);
    act.children.at = in->family.children;
    act.children.count = 1;
    act.to_whom = T("The housing officer of the flat");
    act.what = T("That the lock of the flat must be changed today.");
    act.ground = DISCLOSURE_GROUND_PROTECT_CHILD;
    act.why = T("He has a key.");
    assert_int_equal(world_try_past(in, &TOLD_OUTSIDE_ACT, in->teacher, 21, &act, NULL, 0, &result).kind, NOT_ALLOWED);
    world_past(in, &TOLD_OUTSIDE_ACT, in->chair, 21, &act, NULL, 0);
    act.ground = DISCLOSURE_GROUND_PERMISSION;
    act.permission = T("Chidinma, on the telephone, today");
    act.why = TEXT_NONE;
    act.children.count = 2;
    world_past(in, &TOLD_OUTSIDE_ACT, in->admin, 22, &act, NULL, 0);
    const struct {
        PersonId who;
        size_t sees;
    } readers[] = {{in->worker, 3}, {in->chair, 3}, {in->teacher, 0}, {in->officer, 0}};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        Read *read = world_read(&in->world, in->arena, readers[i].who, 30);
        must(told_outside_of(read, in->conference, &rows));
        store_read_end(read);
        assert_int_equal(rows.count, readers[i].sees);
    }
    Read *read = world_read(&in->world, in->arena, in->worker, 30);
    must(told_outside_of(read, in->conference, &rows));
    store_read_end(read);
    assert_text(rows.at[2].why, "He has a key.");
    assert_text(rows.at[0].why, "Chidinma, on the telephone, today");
    assert_int_equal(rows.at[0].ground, DISCLOSURE_GROUND_PERMISSION);
    world_case_whole(in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_are_put_right_and_stay_readable, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_decision_without_a_plan_has_its_reason, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(who_has_the_old_words_is_named, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(living_elsewhere_is_recommended, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_view_has_its_evidence, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(what_is_told_outside_has_its_ground, set_up, world_case_take_down),
    };
    RUN_ON_BOTH(tests);
}
