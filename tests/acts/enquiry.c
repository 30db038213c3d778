/* From the first contact to the end of a section 47 enquiry. */
#include "enquiry_setting.h"
#include "store/enquiry_sql.h"

/* The way most take: contact, referral, strategy discussion, enquiry, continuing risk; the replay is equal after each act. */
static void from_contact_to_continuing_risk(void **state)
{
    struct setting *in = *state;
    ChildId ada = in->family.children[0], ben = in->family.children[1];
    ContactId contact = world_contact(&in->world, in->arena, in->front_door, &in->family, 0);
    assert_stage(in, ada, STAGE_CONTACT);
    whole(in);
    world_contact_decided(&in->world, in->arena, in->front_door, &in->family, contact, CONTACT_DECISION_REFERRAL, 0);
    assert_stage(in, ben, STAGE_REFERRAL);
    assert_due(in, ada, OBLIGATION_KIND_REFERRAL_DECISION, "2026-03-23", OBLIGATION_STATE_WAITING);
    assert_due(in, ada, OBLIGATION_KIND_ASSESSMENT, "2026-05-28", OBLIGATION_STATE_WAITING);
    whole(in);
    world_referral_decided(&in->world, in->arena, in->manager, &in->family, REFERRAL_DECISION_STRATEGY, in->worker, 0);
    assert_stage(in, ada, STAGE_STRATEGY);
    assert_due(in, ada, OBLIGATION_KIND_REFERRAL_DECISION, "2026-03-23", OBLIGATION_STATE_MET);
    whole(in);
    world_strategy(&in->world, in->arena, in->worker, &in->family, STRATEGY_OUTCOME_S47_JOINT, in->mother, 1);
    assert_stage(in, ada, STAGE_ENQUIRY);
    assert_due(in, ada, OBLIGATION_KIND_INITIAL_CONFERENCE, "2026-04-14", OBLIGATION_STATE_WAITING);
    whole(in);
    world_concluded(&in->world, in->arena, in->worker, &in->family, S47_OUTCOME_SUBSTANTIATED_RISK, ENQUIRY_NEXT_NONE, 9);
    assert_stage(in, ada, STAGE_ENQUIRY_RISK);
    assert_stage(in, ben, STAGE_ENQUIRY_RISK);
    assert_due(in, ada, OBLIGATION_KIND_INITIAL_CONFERENCE, "2026-04-14", OBLIGATION_STATE_WAITING);
    whole(in);
}

/* SE-01: what the enquiry found, and why, is kept for each child; harm without continuing risk leads to support, not to a conference. */
static void se_01_other_outcomes_are_kept_with_their_reasons(void **state)
{
    struct setting *in = *state;
    ChildId ada = in->family.children[0], ben = in->family.children[1];
    struct enquiries_of_child_rows rows;
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    struct enquiry_concluded act = world_concluded_act(in->arena, &in->family, S47_OUTCOME_SUBSTANTIATED_NO_RISK, ENQUIRY_NEXT_CLOSE, 9);
    assert_problem(in, &ENQUIRY_CONCLUDED_ACT, in->worker, 9, &act, "Harm was found: support the child as a child in need");
    act = world_concluded_act(in->arena, &in->family, S47_OUTCOME_SUBSTANTIATED_RISK, ENQUIRY_NEXT_NONE, -3);
    assert_problem(in, &ENQUIRY_CONCLUDED_ACT, in->worker, 9, &act, "The enquiry cannot end before it started");
    act = world_concluded_act(in->arena, &in->family, S47_OUTCOME_SUBSTANTIATED_NO_RISK, ENQUIRY_NEXT_CHILD_IN_NEED, 9);
    act.children.at[1] = (struct enquiry_concluded_children){
        .child = ben, .outcome = S47_OUTCOME_SUBSTANTIATED_RISK, .harm = 1 << HARM_KIND_IMPAIRMENT_HEALTH | 1 << HARM_KIND_ILL_TREATMENT,
        .significant = T("He is two, and cannot tell."), .reason = T("Two marks of different ages.")};
    world_do(&in->world, in->arena, &ENQUIRY_CONCLUDED_ACT, in->worker, in->family.family.n, 9, &act);
    assert_stage(in, ada, STAGE_CHILD_IN_NEED);
    assert_stage(in, ben, STAGE_ENQUIRY_RISK);
    assert_due(in, ada, OBLIGATION_KIND_INITIAL_CONFERENCE, "2026-04-14", OBLIGATION_STATE_NOT_NEEDED);
    assert_due(in, ben, OBLIGATION_KIND_INITIAL_CONFERENCE, "2026-04-14", OBLIGATION_STATE_WAITING);
    Read *read = reads(in, in->worker, 10);
    must(enquiries_of_child(read, ada, &rows));
    assert_int_equal(rows.at[0].outcome, S47_OUTCOME_SUBSTANTIATED_NO_RISK);
    assert_int_equal(rows.at[0].follows, ENQUIRY_NEXT_CHILD_IN_NEED);
    assert_true(text_equal_string(rows.at[0].reason, "What the child said, the photographs and the doctor agree."));
    must(enquiries_of_child(read, ben, &rows));
    store_read_end(read);
    assert_true(text_equal_string(rows.at[0].harm, "ILL_TREATMENT IMPAIRMENT_HEALTH"));
    assert_true(text_equal_string(rows.at[0].significant, "He is two, and cannot tell.")); /* SC-01 */
    whole(in);
}

/* An enquiry asks that social care, police and health took part, and that each parent was told or why not yet. Shut, with a reason, open. */
static void gates_of_an_enquiry(void **state)
{
    struct setting *in = *state;
    struct act_result result;
    ContactId contact = world_contact(&in->world, in->arena, in->front_door, &in->family, 0);
    world_contact_decided(&in->world, in->arena, in->front_door, &in->family, contact, CONTACT_DECISION_REFERRAL, 0);
    world_referral_decided(&in->world, in->arena, in->manager, &in->family, REFERRAL_DECISION_STRATEGY, in->worker, 0);
    struct strategy_discussion act = world_strategy_act(in->arena, &in->family, STRATEGY_OUTCOME_S47_SINGLE, 1);
    act.took_part = 1 << AGENCY_KIND_SOCIAL_CARE | 1 << AGENCY_KIND_POLICE;
    assert_shut(in, &STRATEGY_DISCUSSION_ACT, in->worker, 1, &act, THREE_AGENCIES_TOOK_PART);
    assert_shut(in, &STRATEGY_DISCUSSION_ACT, in->worker, 1, &act, PARENTS_TOLD_OR_WHY_NOT);
    /* Only a manager goes on without health; whoever records may say why the parents were not told. */
    struct act_reason reasons[] = {{THREE_AGENCIES_TOOK_PART, T("The duty doctor rang back at 18:10.")},
                                   {PARENTS_TOLD_OR_WHY_NOT, T("Nobody answered the door; we go back at 19:00.")}};
    struct act_request request = world_request(in->worker);
    request.target = in->family.family.n;
    request.now.us += DAY_US;
    request.reasons = reasons;
    request.reason_count = 2;
    assert_int_equal(act_do(in->world.acts, &STRATEGY_DISCUSSION_ACT, &request, &act, in->arena, &result).kind, NOT_NOW);
    assert_int_equal(result.shut.count, 1);
    assert_int_equal(result.shut.at[0].gate, THREE_AGENCIES_TOOK_PART);
    request.actor = in->manager;
    must(act_do(in->world.acts, &STRATEGY_DISCUSSION_ACT, &request, &act, in->arena, &result));
    assert_stage(in, in->family.children[0], STAGE_ENQUIRY);
    /* The discussion can be held again while the enquiry runs. */
    act = world_strategy_act(in->arena, &in->family, STRATEGY_OUTCOME_ENQUIRY_GOES_ON, 2);
    world_do(&in->world, in->arena, &STRATEGY_DISCUSSION_ACT, in->worker, in->family.family.n, 2, &act);
    assert_stage(in, in->family.children[0], STAGE_ENQUIRY);
    assert_due(in, in->family.children[0], OBLIGATION_KIND_INITIAL_CONFERENCE, "2026-04-14", OBLIGATION_STATE_WAITING);
    /* A second enquiry beside the first is not possible, for anybody and whatever the reason. */
    act = world_strategy_act(in->arena, &in->family, STRATEGY_OUTCOME_S47_SINGLE, 2);
    assert_shut(in, &STRATEGY_DISCUSSION_ACT, in->manager, 2, &act, NO_OTHER_ENQUIRY);
    assert_shut(in, &STRATEGY_DISCUSSION_ACT, in->manager, 2, &act, MOVE_IS_OPEN);
    whole(in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ENQUIRY_TEST(from_contact_to_continuing_risk),
        ENQUIRY_TEST(se_01_other_outcomes_are_kept_with_their_reasons),
        ENQUIRY_TEST(gates_of_an_enquiry),
    };
    RUN_ON_BOTH(tests);
}
