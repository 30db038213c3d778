/* Reviews, ends and what follows a plan. SE-07 SE-10 SE-11 SE-12 SE-18 SB-14 */
#include "acts/review/family_looked_back_act.h"
#include "acts/review/plan_ended_otherwise_act.h"
#include "acts/review/review_brought_forward_act.h"
#include "acts/review/senior_review_recorded_act.h"
#include "acts/review/support_after_offered_act.h"
#include "plan_setting.h"
#include "rules/words.h"
#include "store/review_sql.h"

static struct plan_of plan_now(struct setting *s, size_t i)
{
    struct plan_of row;
    Read *read = reading(s, s->worker, 0);
    must(plan_of(read, s->plans.at[i], &row));
    store_read_end(read);
    return row;
}
static enum stage stage_now(struct setting *s, ChildId child)
{
    struct episode_of_child row;
    bool found;
    Read *read = reading(s, s->worker, 0);
    must(episode_of_child(read, child, &row, &found));
    store_read_end(read);
    return found ? row.stage : STAGE_NONE;
}
/* The manager decides on ends. */
static Err end_plan(struct setting *s, int day, struct plan_ended_otherwise *act, const struct act_reason *reason, struct act_result *result)
{
    struct act_request request = world_request(s->manager);
    request.target = s->plans.at[0].n;
    request.now.us += (PLAN_DAY + day) * DAY_US;
    request.reasons = reason;
    request.reason_count = reason == NULL ? 0 : 1;
    return act_do(s->world.acts, &PLAN_ENDED_OTHERWISE_ACT, &request, act, s->arena, result);
}

/* SE-07: the first review is due in three months; brought forward it is due earlier, and a day later than that is no bringing forward. */
static void a_review_is_brought_forward(void **state)
{
    struct setting *s = *state;
    Date due;
    assert_int_equal(due_state(s, s->family.children[0], OBLIGATION_KIND_FIRST_REVIEW, &due), OBLIGATION_STATE_WAITING);
    Date set = due; /* by the conference, within three months */
    assert_false(date_before(date_plus_months(on_day(0), 3), set));
    WORLD_ACT(review_brought_forward, REVIEW_BROUGHT_FORWARD, act);
    act.children.at = s->family.children;
    act.children.count = 2;
    act.review_by = on_day(120);
    act.why = T("Joanna's partner came back");
    struct act_result result = refused(s, &REVIEW_BROUGHT_FORWARD_ACT, s->family.family.n, 5, &act, NOT_VALID);
    assert_true(has_problem(&result, "review_by", "before the one on which the review is due now"));
    act.review_by = on_day(14);
    done(s, &REVIEW_BROUGHT_FORWARD_ACT, s->family.family.n, 5, &act);
    struct plan_open_of plan;
    bool found;
    Read *read = reading(s, s->worker, 5);
    must(plan_open_of(read, s->family.children[1], &plan, &found));
    store_read_end(read);
    assert_true(found && date_equal(plan.review_by, on_day(14)));
    assert_int_equal(due_state(s, s->family.children[0], OBLIGATION_KIND_FIRST_REVIEW, &due), OBLIGATION_STATE_WAITING);
    assert_true(date_equal(due, on_day(14))); /* what is due says the same as the plan */
    struct world_family other = world_family(&s->world, s->arena, s->worker, "Tarn-Whitlock", "Bo");
    act.children.at = other.children;
    act.children.count = 1;
    result = refused(s, &REVIEW_BROUGHT_FORWARD_ACT, other.family.n, 5, &act, NOT_VALID); /* on no plan */
    assert_true(has_problem(&result, "children", "on a plan"));
}

/* SE-10, SE-11: how the plan works, how the family works with it, whether worry goes on; each adult and the child are asked what changed. */
static void a_review_looks_back(void **state)
{
    struct setting *s = *state;
    struct family_looked_back_adults adults[] = {{s->mother, ASKED_ANSWER_ASKED_YES, T("The flat is warm"), T("I sleep")},
                                                 {s->father, ASKED_ANSWER_ASKED_NO_ANSWER, TEXT_NONE, TEXT_NONE}};
    WORLD_ACT(family_looked_back, FAMILY_LOOKED_BACK, act);
    act.asked = on_day(60);
    act.plan_works = T("The mornings work");
    act.family_works = T("Joanna comes to each core group");
    act.worry = T("Less; nights still worry us");
    act.child_answer = ASKED_ANSWER_ASKED_YES;
    act.child_words = T("I like breakfast club");
    struct act_result result = refused(s, &FAMILY_LOOKED_BACK_ACT, s->plans.at[0].n, 60, &act, NOT_VALID);
    assert_true(has_problem(&result, "adults", "Ask at least one parent"));
    act.adults.at = adults;
    act.adults.count = 2;
    done(s, &FAMILY_LOOKED_BACK_ACT, s->plans.at[0].n, 60, &act);
    struct look_back_newest row;
    struct look_back_views_rows said;
    bool found;
    Read *read = reading(s, s->worker, 60);
    must(look_back_newest(read, s->plans.at[0], &row, &found));
    assert_true(found && text_equal_string(row.worry, "Less; nights still worry us") && text_equal_string(row.child_words, "I like breakfast club"));
    must(look_back_views(read, row.look_back, &said));
    store_read_end(read);
    assert_int_equal(said.count, 2);
    assert_int_equal(said.at[0].answer + said.at[1].answer, ASKED_ANSWER_ASKED_YES + ASKED_ANSWER_ASKED_NO_ANSWER);
}

static struct support_after_offered support(struct setting *s, int day, enum support_answer answer, struct support_after_offered_children *row)
{
    WORLD_ACT(support_after_offered, SUPPORT_AFTER_OFFERED, act);
    act.offered = on_day(day);
    act.asked_for = YESNO_YES;
    *row = (struct support_after_offered_children){.child = s->family.children[0], .what = T("Family support each week"), .answer = answer,
        .ground = REFUSAL_GROUND_OTHER_HELP, .reason = T("The family centre gives it"), .effect = T("None we know of"), .next_steps = T("A call in May")};
    act.children.at = row;
    act.children.count = 1;
    return act;
}

/* SE-12, SE-18: a family can ask; a refusal has its ground, effect and next steps; 'not at risk of harm' is no ground. */
static void support_is_not_refused_for_want_of_risk(void **state)
{
    struct setting *s = *state;
    struct support_after_offered_children row;
    struct support_after_offered act = support(s, 5, SUPPORT_ANSWER_REFUSED_BY_SERVICE, &row);
    row.reason = T("The child is no longer at risk of harm");
    struct act_result result = refused(s, &SUPPORT_AFTER_OFFERED_ACT, s->family.family.n, 5, &act, NOT_VALID);
    assert_true(has_problem(&result, "children", "no ground to refuse support"));
    for (int i = REFUSAL_GROUND_NONE + 1; i < REFUSAL_GROUND_COUNT; i++)
        assert_false(words_have(text_of(refusal_ground_words((enum refusal_ground)i)), WORDS_REFUSE_NO_RISK));
    row.reason = T("The family centre gives the same help");
    done(s, &SUPPORT_AFTER_OFFERED_ACT, s->family.family.n, 5, &act);
}

/* A child who moved stays ours until the receiving authority confirmed in writing, after its own conference: nobody passes that gate. */
static void a_move_ends_the_plan_only_when_confirmed(void **state)
{
    struct setting *s = *state;
    struct act_reason reason = {SUPPORT_OFFERED, T("The receiving authority plans the support")};
    struct act_reason no_way = {RECEIVER_CONFIRMED, T("They will confirm soon")};
    struct act_result result = {0};
    WORLD_ACT(plan_ended_otherwise, PLAN_ENDED_OTHERWISE, act);
    act.reason = PLAN_END_REASON_MOVED;
    act.ended = on_day(30);
    act.receiving = T("Southmere Council");
    act.their_conference = on_day(28);
    act.told = YESNO_NO;
    assert_int_equal(end_plan(s, 30, &act, &no_way, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, RECEIVER_CONFIRMED, "") && is_shut(&result, END_DECIDED, "") && is_shut(&result, SUPPORT_OFFERED, ""));
    act.evidence = T("Letter of 29 days on");
    act.confirmed_on = on_day(27); /* before their conference */
    assert_int_equal(end_plan(s, 30, &act, &reason, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, RECEIVER_CONFIRMED, ""));
    act.confirmed_on = on_day(29);
    must(end_plan(s, 30, &act, &reason, &result));
    assert_true(result.shut.count == 1 && result.shut.at[0].gate == AGENCIES_TOLD_OF_END && result.shut.at[0].warns);
    assert_int_equal(plan_now(s, 0).state, PLAN_STATE_ENDED);
    assert_int_equal(plan_now(s, 1).state, PLAN_STATE_OUTLINE);
    assert_int_equal(stage_now(s, s->family.children[0]), STAGE_CLOSED);
    assert_true(date_equal(last_event(s, s->family.children[0], EVENT_TRANSFERRED), on_day(30)));
    assert_int_equal(end_plan(s, 31, &act, &reason, &result).kind, NOT_VALID); /* ended already */
}

/* Other ends: looked after goes on as a child in need; 18 by the date of birth; a death is recorded elsewhere. Support counts once answered. */
static void other_ends_have_their_evidence(void **state)
{
    struct setting *s = *state;
    struct support_after_offered_children row;
    struct support_after_offered offer = support(s, 5, SUPPORT_ANSWER_REFUSED_BY_FAMILY, &row);
    struct act_result result = {0};
    done(s, &SUPPORT_AFTER_OFFERED_ACT, s->family.family.n, 5, &offer);
    WORLD_ACT(plan_ended_otherwise, PLAN_ENDED_OTHERWISE, act);
    act.ended = on_day(6);
    act.told = YESNO_YES;
    act.evidence = T("The order of that day");
    act.reason = PLAN_END_REASON_DIED;
    assert_int_equal(end_plan(s, 6, &act, NULL, &result).kind, NOT_VALID);
    assert_true(has_problem(&result, "reason", "the child's own page"));
    act.reason = PLAN_END_REASON_EIGHTEEN;
    assert_int_equal(end_plan(s, 6, &act, NULL, &result).kind, NOT_VALID);
    assert_true(has_problem(&result, "reason", "was not 18"));
    act.reason = PLAN_END_REASON_LOOKED_AFTER;
    assert_int_equal(world_try(&s->world, s->arena, &PLAN_ENDED_OTHERWISE_ACT, s->worker, s->plans.at[0].n, PLAN_DAY + 6, &act, &result).kind, NOT_ALLOWED);
    must(end_plan(s, 6, &act, NULL, &result));
    assert_int_equal(stage_now(s, s->family.children[0]), STAGE_CHILD_IN_NEED);
    assert_true(date_equal(last_event(s, s->family.children[0], EVENT_PLAN_ENDED), on_day(6)));
}

/* SB-14: a plan that nears two years is flagged; a senior manager's look answers the flag. */
static void a_long_plan_is_looked_at(void **state)
{
    struct setting *s = *state;
    Date due;
    assert_int_equal(due_state(s, s->family.children[0], OBLIGATION_KIND_LONG_PLAN_24, &due), OBLIGATION_STATE_WAITING);
    assert_true(date_equal(due, date_plus_months(on_day(0), 24)));
    WORLD_ACT(senior_review_recorded, SENIOR_REVIEW_RECORDED, act);
    act.reviewed = on_day(725);
    act.found = T("Three workers in two years");
    act.changes = T("One worker until the review");
    struct act_result result = refused(s, &SENIOR_REVIEW_RECORDED_ACT, s->plans.at[0].n, 725, &act, NOT_ALLOWED);
    (void)result;
    world_do(&s->world, s->arena, &SENIOR_REVIEW_RECORDED_ACT, s->manager, s->plans.at[0].n, PLAN_DAY + 725, &act);
    assert_int_equal(due_state(s, s->family.children[0], OBLIGATION_KIND_LONG_PLAN_24, &due), OBLIGATION_STATE_MET);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_review_is_brought_forward), CASE(a_review_looks_back), CASE(support_is_not_refused_for_want_of_risk),
        CASE(a_move_ends_the_plan_only_when_confirmed), CASE(other_ends_have_their_evidence), CASE(a_long_plan_is_looked_at),
    };
    RUN_ON_BOTH(tests);
}
