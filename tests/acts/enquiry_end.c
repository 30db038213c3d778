/* How work outside a plan ends: the legal route, support as a child in need, closing; what stays closed to others, and after retention. */
#include "acts/enquiry/child_in_need_planned_act.h"
#include "acts/enquiry/disclosure_recorded_act.h"
#include "acts/enquiry/episode_closed_act.h"
#include "acts/enquiry/court_applied_act.h"
#include "acts/enquiry/legal_advice_given_act.h"
#include "acts/enquiry/legal_letter_sent_act.h"
#include "acts/enquiry/legal_planning_called_act.h"
#include "acts/enquiry/legal_planning_held_act.h"
#include "acts/enquiry/notification_attached_act.h"
#include "acts/enquiry/protection_ended_act.h"
#include "acts/enquiry/protection_started_act.h"
#include "acts/enquiry/safety_plan_made_act.h"
#include "acts/enquiry/transfer_notified_act.h"
#include "enquiry_setting.h"
#include "store/child_in_need_sql.h"
#include "store/closing_sql.h"
#include "store/legal_planning_sql.h"

#define assert_text(text, expected) assert_string_equal(text_string(in->arena, (text)), (expected))

static void call_legal(struct setting *in, PersonId adviser)
{
    WORLD_ACT(legal_planning_called, LEGAL_PLANNING_CALLED, act);
    act.children.at = in->family.children;
    act.children.count = 1;
    act.why = T("Twice hurt since the enquiry began.");
    act.meeting_on = world_date(12);
    act.adviser = adviser;
    world_do(&in->world, in->arena, &LEGAL_PLANNING_CALLED_ACT, in->manager, in->family.family.n, 9, &act);
}

/* SE-13: legal planning leads to support or to court, and either way the parents are told what and why. SB-17: the legal route, with its dates. */
static void se_13_sb_17_legal_planning_leads_to_support_or_to_court(void **state)
{
    struct setting *in = *state;
    struct legal_plannings_of_child_rows rows;
    struct act_result result;
    Rights rights;
    PersonId lex = world_worker_of(&in->world, in->arena, "Lex", DUTY_LEGAL, (TeamId){0}, (PersonId){0});
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    WORLD_ACT(legal_planning_called, LEGAL_PLANNING_CALLED, wrong);
    wrong.children.at = in->family.children;
    wrong.children.count = 1;
    wrong.why = T("Worry.");
    wrong.adviser = in->worker;
    assert_problem(in, &LEGAL_PLANNING_CALLED_ACT, in->manager, 9, &wrong, "Choose somebody whose account is for legal advice");
    assert_int_equal(try(in, &LEGAL_PLANNING_CALLED_ACT, in->worker, 9, &wrong, &result).kind, NOT_ALLOWED);
    WORLD_ACT(legal_planning_held, LEGAL_PLANNING_HELD, act);
    struct legal_planning_held_children one = {
        .child = in->family.children[0], .outcome = LEGAL_OUTCOME_SUPPORT_GOES_ON, .reason = T("Nan can help."), .applied_on = DATE_NONE};
    act.held_on = world_date(12);
    act.children.at = &one;
    act.children.count = 1;
    assert_problem(in, &LEGAL_PLANNING_HELD_ACT, in->manager, 12, &act, "Call a legal planning meeting for this child first");
    call_legal(in, lex);
    Read *read = reads(in, lex, 10);
    must(rights_on_child(read, in->family.children[0], &rights));
    assert_true(rights_have(rights, READ_LEGAL));
    must(rights_on_child(read, in->family.children[1], &rights));
    store_read_end(read);
    assert_int_equal(rights, 0);
    assert_problem(in, &LEGAL_PLANNING_HELD_ACT, in->manager, 12, &act, "Say what the parents are told: what is planned, and why");
    act.letter = T("We plan three more months of help, because Nan has moved in.");
    act.advice = T("The threshold may be met.");
    world_do(&in->world, in->arena, &LEGAL_PLANNING_HELD_ACT, in->manager, in->family.family.n, 12, &act);
    call_legal(in, lex);
    one.outcome = LEGAL_OUTCOME_APPLY_NOW;
    one.sought = ORDER_SOUGHT_CARE;
    one.applied_on = world_date(30);
    act.letter = TEXT_NONE;
    act.held_on = world_date(29);
    assert_shut(in, &LEGAL_PLANNING_HELD_ACT, in->manager, 30, &act, LETTER_SAYS_WHY);
    assert_shut(in, &LEGAL_PLANNING_HELD_ACT, in->manager, 30, &act, FAMILY_GROUP_OFFERED);
    act.letter = T("We ask the court for a care order, because Ada was hurt again.");
    act.letter_on = world_date(29);
    act.family_group = YESNO_YES;
    world_do(&in->world, in->arena, &LEGAL_PLANNING_HELD_ACT, in->manager, in->family.family.n, 30, &act);
    read = reads(in, lex, 31);
    must(legal_plannings_of_child(read, in->family.children[0], &rows));
    store_read_end(read);
    assert_int_equal(rows.count, 2);
    const struct legal_plannings_of_child *court = &rows.at[0], *support = &rows.at[1];
    if (court->outcome != LEGAL_OUTCOME_APPLY_NOW)
        court = &rows.at[1], support = &rows.at[0];
    assert_int_equal(support->outcome, LEGAL_OUTCOME_SUPPORT_GOES_ON);
    assert_text(support->letter, "We plan three more months of help, because Nan has moved in.");
    assert_text(support->advice, "The threshold may be met.");
    assert_int_equal(court->sought, ORDER_SOUGHT_CARE);
    assert_true(date_equal(court->applied, world_date(30)));
    assert_true(date_equal(court->letter_on, world_date(29)));
    read = reads(in, in->other, 31);
    must(legal_plannings_of_child(read, in->family.children[0], &rows));
    store_read_end(read);
    assert_int_equal(rows.count, 0);
    whole(in);
}

/* SB-17: an emergency order waits for no letter. */
static void sb_17_an_emergency_waits_for_no_letter(void **state)
{
    struct setting *in = *state;
    PersonId lex = world_worker_of(&in->world, in->arena, "Lex", DUTY_LEGAL, (TeamId){0}, (PersonId){0});
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    call_legal(in, lex);
    WORLD_ACT(legal_planning_held, LEGAL_PLANNING_HELD, act);
    struct legal_planning_held_children one = {.child = in->family.children[0], .outcome = LEGAL_OUTCOME_APPLY_NOW, .reason = T("In danger now."),
                                               .applied_on = world_date(9), .sought = ORDER_SOUGHT_EMERGENCY_PROTECTION};
    act.held_on = world_date(9);
    act.children.at = &one;
    act.children.count = 1;
    act.emergency = YESNO_YES;
    world_do(&in->world, in->arena, &LEGAL_PLANNING_HELD_ACT, in->manager, in->family.family.n, 9, &act);
    whole(in);
}

/* Support as a child in need is an offer, and a refusal is thought about; then the case is closed with a reason that fits and nothing open. */
static void support_then_the_case_is_closed(void **state)
{
    struct setting *in = *state;
    struct child_in_need_of_child_rows plans;
    struct closings_of_child_rows closings;
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    WORLD_ACT(child_in_need_planned, CHILD_IN_NEED_PLANNED, plan);
    struct child_in_need_planned_children need[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, need, {.what = T("A family worker each Tuesday."), .answer = SUPPORT_ANSWER_REFUSED_BY_FAMILY,
                                   .answer_why = T("Mum wants her sister to help. Ben may go hungry on Fridays.")});
    plan.starts_on = world_date(10);
    plan.children.at = need;
    plan.children.count = 2;
    assert_problem(in, &CHILD_IN_NEED_PLANNED_ACT, in->worker, 10, &plan,
                   "Make a child in need plan: not possible at this stage, Section 47 enquiry");
    WORLD_ACT(episode_closed, EPISODE_CLOSED, close);
    struct episode_closed_children closed[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, closed, {.reason = CLOSURE_REASON_RC7, .summary = T("Well, and with their aunt after school.")});
    close.children.at = closed;
    close.children.count = 2;
    assert_shut(in, &EPISODE_CLOSED_ACT, in->manager, 9, &close, NOTHING_OPEN); /* the enquiry, and the assessment beside it */
    assert_shut(in, &EPISODE_CLOSED_ACT, in->manager, 9, &close, MOVE_IS_OPEN);
    world_concluded(&in->world, in->arena, in->worker, &in->family, S47_OUTCOME_NOT_SUBSTANTIATED, ENQUIRY_NEXT_CHILD_IN_NEED, 9);
    world_do(&in->world, in->arena, &CHILD_IN_NEED_PLANNED_ACT, in->worker, in->family.family.n, 10, &plan);
    assert_shut(in, &EPISODE_CLOSED_ACT, in->manager, 20, &close, NOTHING_OPEN); /* the assessment still */
    closed[0].reason = CLOSURE_REASON_RC8;
    assert_shut(in, &EPISODE_CLOSED_ACT, in->manager, 20, &close, CLOSURE_REASON_FITS); /* nothing was assessed yet */
    closed[0].reason = CLOSURE_REASON_RC2;
    assert_shut(in, &EPISODE_CLOSED_ACT, in->manager, 20, &close, CLOSURE_REASON_FITS); /* nobody died */
    closed[0].reason = CLOSURE_REASON_RC8;
    WORLD_ACT(assessment_finished, ASSESSMENT_FINISHED, assessed);
    struct assessment_finished_children judged[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, judged, {.judgement = RISK_JUDGEMENT_NEEDS_HELP, .judgement_why = T("Tired."), .needs = T("Sleep."),
                                     .strengths = T("Their aunt."), .outcome = ASSESSMENT_OUTCOME_CHILD_IN_NEED});
    assessed.finished_on = world_date(21);
    assessed.authorised_by = in->manager;
    assessed.children.at = judged;
    assessed.children.count = 2;
    world_do(&in->world, in->arena, &ASSESSMENT_FINISHED_ACT, in->worker, in->family.family.n, 21, &assessed);
    world_do(&in->world, in->arena, &EPISODE_CLOSED_ACT, in->manager, in->family.family.n, 30, &close);
    assert_stage(in, in->family.children[0], STAGE_CLOSED);
    Read *read = reads(in, in->worker, 30);
    must(child_in_need_of_child(read, in->family.children[0], &plans));
    must(closings_of_child(read, in->family.children[0], &closings));
    store_read_end(read);
    assert_int_equal(plans.at[0].answer, SUPPORT_ANSWER_REFUSED_BY_FAMILY);
    assert_text(plans.at[0].answer_why, "Mum wants her sister to help. Ben may go hungry on Fridays.");
    assert_true(date_equal(plans.at[0].ended, world_date(30)));
    assert_int_equal(closings.at[0].reason, CLOSURE_REASON_RC8);
    whole(in);
}

/* A hard gate is passed by nobody, whatever they write; a gate with a reason by who may. */
static void reasons_pass_the_gates_that_take_one(void **state)
{
    struct setting *in = *state;
    struct act_result result;
    PersonId lex = world_worker_of(&in->world, in->arena, "Lex", DUTY_LEGAL, (TeamId){0}, (PersonId){0});
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    struct act_reason reasons[] = {{FAMILY_GROUP_OFFERED, T("The grandparents may not know.")}, {LETTER_SAYS_WHY, T("They left the country.")},
                                   {NOTHING_OPEN, T("Please.")}, {CLOSURE_REASON_FITS, T("Please.")}, {NO_OTHER_ENQUIRY, T("Please.")}};
    struct act_request request = world_request(in->manager);
    request.target = in->family.family.n;
    request.now.us += 12 * DAY_US;
    request.reasons = reasons;
    request.reason_count = sizeof reasons / sizeof reasons[0];
    call_legal(in, lex);
    WORLD_ACT(legal_planning_held, LEGAL_PLANNING_HELD, act);
    struct legal_planning_held_children one = {.child = in->family.children[0], .outcome = LEGAL_OUTCOME_APPLY_NOW, .reason = T("Hurt again."),
                                               .applied_on = DATE_NONE, .sought = ORDER_SOUGHT_CARE};
    act.held_on = world_date(12);
    act.children.at = &one;
    act.children.count = 1;
    must(act_do(in->world.acts, &LEGAL_PLANNING_HELD_ACT, &request, &act, in->arena, &result));
    WORLD_ACT(episode_closed, EPISODE_CLOSED, close);
    struct episode_closed_children closed[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, closed, {.reason = CLOSURE_REASON_RC2, .summary = T("Well.")});
    close.children.at = closed;
    close.children.count = 2;
    assert_int_equal(act_do(in->world.acts, &EPISODE_CLOSED_ACT, &request, &close, in->arena, &result).kind, NOT_NOW);
    assert_true(result.shut.count >= 2);
    for (size_t i = 0; i < result.shut.count; i++)
        assert_false(result.shut.at[i].with_reason);
    struct strategy_discussion second = world_strategy_act(in->arena, &in->family, STRATEGY_OUTCOME_S47_SINGLE, 12);
    assert_int_equal(act_do(in->world.acts, &STRATEGY_DISCUSSION_ACT, &request, &second, in->arena, &result).kind, NOT_NOW);
    whole(in);
}

/* What retention leaves of an act can still be applied: its words are gone, its row stays. */
static void what_retention_leaves_can_be_applied(void **state)
{
    struct setting *in = *state;
    struct contact_recorded contact = world_contact_act(&in->family, 0);
    fields_erase(CONTACT_RECORDED_ACT.fields, CONTACT_RECORDED_ACT.field_count, &contact);
    world_do(&in->world, in->arena, &CONTACT_RECORDED_ACT, in->front_door, in->family.family.n, 0, &contact);
    assert_true(text_is_empty(contact.concern));
    world_contact_decided(&in->world, in->arena, in->front_door, &in->family, contact.contact, CONTACT_DECISION_REFERRAL, 0);
    world_referral_decided(&in->world, in->arena, in->manager, &in->family, REFERRAL_DECISION_STRATEGY, (PersonId){0}, 0);
    struct strategy_discussion discussion = world_strategy_act(in->arena, &in->family, STRATEGY_OUTCOME_CHILD_IN_NEED, 1);
    fields_erase(STRATEGY_DISCUSSION_ACT.fields, STRATEGY_DISCUSSION_ACT.field_count, &discussion);
    world_do(&in->world, in->arena, &STRATEGY_DISCUSSION_ACT, in->front_door, in->family.family.n, 1, &discussion);
    WORLD_ACT(disclosure_recorded, DISCLOSURE_RECORDED, said);
    said.said_on = world_date(0);
    world_do(&in->world, in->arena, &DISCLOSURE_RECORDED_ACT, in->front_door, in->family.children[0].n, 1, &said);
    WORLD_ACT(notification_attached, NOTIFICATION_ATTACHED, police);
    police.children = (__typeof__(police.children)){in->family.children, 1};
    police.force_name = T("Northmoor Police");
    police.reference = T("NM-1");
    police.received_on = world_date(0);
    world_do(&in->world, in->arena, &NOTIFICATION_ATTACHED_ACT, in->front_door, in->family.family.n, 1, &police);
    WORLD_ACT(safety_plan_made, SAFETY_PLAN_MADE, safe);
    struct safety_plan_made_children safe_rows[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, safe_rows, {0});
    safe.made_on = world_date(1);
    safe.children.at = safe_rows;
    safe.children.count = 2;
    world_do(&in->world, in->arena, &SAFETY_PLAN_MADE_ACT, in->front_door, in->family.family.n, 1, &safe);
    WORLD_ACT(child_in_need_planned, CHILD_IN_NEED_PLANNED, need);
    struct child_in_need_planned_children need_rows[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, need_rows, {.answer = SUPPORT_ANSWER_ACCEPTED});
    need.starts_on = world_date(1);
    need.children.at = need_rows;
    need.children.count = 2;
    world_do(&in->world, in->arena, &CHILD_IN_NEED_PLANNED_ACT, in->front_door, in->family.family.n, 1, &need);
    WORLD_ACT(episode_closed, EPISODE_CLOSED, close);
    struct episode_closed_children closed[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, closed, {.reason = CLOSURE_REASON_RC7});
    close.children.at = closed;
    close.children.count = 2;
    world_do(&in->world, in->arena, &EPISODE_CLOSED_ACT, in->manager, in->family.family.n, 2, &close);
    whole(in);
}

/* A partner, a parent and a child see none of these acts on a timeline; legal alone and the case's people see the legal route. */
static void a_partner_sees_none_of_the_enquiry(void **state)
{
    (void)state;
    static const struct act_kind *const acts[] = {
        &CONTACT_RECORDED_ACT, &CONTACT_DECIDED_ACT, &REFERRAL_DECIDED_ACT, &ASSESSMENT_STARTED_ACT, &ASSESSMENT_FINISHED_ACT,
        &STRATEGY_DISCUSSION_ACT, &PARENTS_TOLD_ACT, &CHILD_SEEN_ACT, &ENQUIRY_CONCLUDED_ACT, &DISCLOSURE_RECORDED_ACT,
        &NOTIFICATION_ATTACHED_ACT, &PROTECTION_STARTED_ACT, &PROTECTION_ENDED_ACT, &SAFETY_PLAN_MADE_ACT, &TRANSFER_NOTIFIED_ACT,
        &LEGAL_PLANNING_CALLED_ACT, &LEGAL_PLANNING_HELD_ACT, &CHILD_IN_NEED_PLANNED_ACT, &EPISODE_CLOSED_ACT};
    static const enum role outside[] = {ROLE_PARTNER, ROLE_PARENT, ROLE_CHILD, ROLE_ADVOCATE, ROLE_SUPPORTER, ROLE_INTERPRETER,
                                        ROLE_CONFERENCE_ADMIN};
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
        assert_true(rights_have(rights_of(ROLE_CASE_HOLDER, STANDING_SELF), acts[i]->seen));
        for (size_t k = 0; k < sizeof outside / sizeof outside[0]; k++)
            for (int standing = 1; standing < STANDING_COUNT; standing++)
                assert_false(rights_have(rights_of(outside[k], (enum standing)standing), acts[i]->seen));
    }
    assert_false(rights_have(rights_of(ROLE_AUDIT, STANDING_SELF), LEGAL_PLANNING_HELD_ACT.seen));
}

/* SE-13 SB-17: the adviser to whom the case was referred records advice, the letter and the application; nobody else of their office does for a
 * family that was not. Without a letter that offers family group decision-making the way to the court is shut, but for an emergency. */
static void se_13_sb_17_the_adviser_records_the_legal_route(void **state)
{
    struct setting *in = *state;
    PersonId lex = world_worker_of(&in->world, in->arena, "Lex", DUTY_LEGAL, (TeamId){0}, (PersonId){0});
    ChildId children[1] = {in->family.children[0]};
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    WORLD_ACT(legal_advice_given, LEGAL_ADVICE_GIVEN, advice);
    advice.children.at = children;
    advice.children.count = 1;
    advice.given_on = world_date(10);
    advice.threshold = YES_NO_UNKNOWN_UNKNOWN;
    advice.advice = T("A paediatrician's report is missing.");
    struct act_result result;
    assert_int_equal(world_try(&in->world, in->arena, &LEGAL_ADVICE_GIVEN_ACT, lex, in->family.family.n, 10, &advice, &result).kind, NOT_FOUND);
    assert_problem(in, &LEGAL_ADVICE_GIVEN_ACT, in->manager, 10, &advice, "Call a legal planning meeting for this child first");
    call_legal(in, lex);
    world_do(&in->world, in->arena, &LEGAL_ADVICE_GIVEN_ACT, lex, in->family.family.n, 10, &advice);
    assert_int_equal(world_try(&in->world, in->arena, &LEGAL_ADVICE_GIVEN_ACT, in->worker, in->family.family.n, 10, &advice, &result).kind, NOT_ALLOWED);
    WORLD_ACT(legal_letter_sent, LEGAL_LETTER_SENT, letter);
    letter.children.at = children;
    letter.children.count = 1;
    letter.letter_on = world_date(12);
    letter.letter = T("We are worried, and may ask a court to decide.");
    letter.family_group = YESNO_YES;
    assert_problem(in, &LEGAL_LETTER_SENT_ACT, lex, 12, &letter, "Record what the legal planning meeting decided for this child first");
    WORLD_ACT(court_applied, COURT_APPLIED, court);
    court.children.at = children;
    court.children.count = 1;
    court.sought = ORDER_SOUGHT_CARE;
    court.applied_on = world_date(14);
    court.court = T("Family Court at Northmoor");
    court.emergency = YESNO_NO;
    assert_int_equal(world_try(&in->world, in->arena, &COURT_APPLIED_ACT, lex, in->family.family.n, 14, &court, &result).kind, NOT_NOW);
    assert_int_equal(result.shut.count, 2);
    WORLD_ACT(legal_planning_held, LEGAL_PLANNING_HELD, held);
    struct legal_planning_held_children one = {.child = children[0], .outcome = LEGAL_OUTCOME_PRE_PROCEEDINGS, .reason = T("A last chance."), .applied_on = DATE_NONE};
    held.children.at = &one;
    held.children.count = 1;
    held.held_on = world_date(11);
    held.letter = T("What is planned, and why.");
    world_do(&in->world, in->arena, &LEGAL_PLANNING_HELD_ACT, lex, in->family.family.n, 12, &held);
    world_do(&in->world, in->arena, &LEGAL_LETTER_SENT_ACT, lex, in->family.family.n, 12, &letter);
    world_do(&in->world, in->arena, &COURT_APPLIED_ACT, lex, in->family.family.n, 14, &court);
    struct legal_plannings_of_child_rows rows;
    Read *read = world_read(&in->world, in->arena, lex, 14);
    must(legal_plannings_of_child(read, children[0], &rows));
    store_read_end(read);
    assert_int_equal(rows.count, 1);
    assert_int_equal(rows.at[0].sought, ORDER_SOUGHT_CARE);
    assert_true(date_equal(rows.at[0].letter_on, world_date(12)));
    assert_true(text_equal(rows.at[0].advice, advice.advice)); /* the meeting's record does not wipe it out */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ENQUIRY_TEST(se_13_sb_17_legal_planning_leads_to_support_or_to_court),
        ENQUIRY_TEST(se_13_sb_17_the_adviser_records_the_legal_route),
        ENQUIRY_TEST(sb_17_an_emergency_waits_for_no_letter),
        ENQUIRY_TEST(support_then_the_case_is_closed),
        ENQUIRY_TEST(reasons_pass_the_gates_that_take_one),
        ENQUIRY_TEST(what_retention_leaves_can_be_applied),
        cmocka_unit_test(a_partner_sees_none_of_the_enquiry),
    };
    RUN_ON_BOTH(tests);
}
