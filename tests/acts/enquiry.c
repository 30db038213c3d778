/* From the first contact to the end of a section 47 enquiry. */
#include "store/assessment_sql.h"
#include "store/case_sql.h"
#include "store/contact_sql.h"
#include "store/enquiry_sql.h"
#include "store/referral_sql.h"
#include "store/seen_sql.h"
#include "store/strategy_sql.h"
#include "store/told_sql.h"
#include "world_enquiry.h"

struct setting {
    struct world world;
    Arena *arena;
    PersonId manager, front_door, worker, other;
    struct world_family family; /* two children */
    PersonId mother;
};

static int set_up(void **state)
{
    struct setting *in = calloc(1, sizeof *in);
    in->world = world_new();
    in->arena = arena_new(0);
    world_authority(&in->world, in->arena);
    TeamId team = world_team(&in->world, in->arena, "Assessment east", DUTY_SOCIAL_WORKER);
    TeamId another = world_team(&in->world, in->arena, "Assessment west", DUTY_SOCIAL_WORKER);
    in->manager = world_worker_of(&in->world, in->arena, "Maud", DUTY_TEAM_MANAGER, team, (PersonId){0});
    in->front_door = world_worker_of(&in->world, in->arena, "Fenella", DUTY_FRONT_DOOR, team, in->manager);
    in->worker = world_worker_of(&in->world, in->arena, "Wilf", DUTY_SOCIAL_WORKER, team, in->manager);
    in->other = world_worker_of(&in->world, in->arena, "Orla", DUTY_TEAM_MANAGER, another, (PersonId){0});
    in->family = world_family(&in->world, in->arena, in->front_door, "Okafor-Lane", "Ada Ben");
    in->mother = world_adult(&in->world, in->arena, in->front_door, &in->family, "Chidinma", RELATIONSHIP_KIND_MOTHER);
    *state = in;
    return 0;
}

static int take_down(void **state)
{
    struct setting *in = *state;
    world_end(&in->world);
    arena_free(in->arena);
    free(in);
    return 0;
}

static Read *reads(struct setting *in, PersonId who, int day) { return world_read(&in->world, in->arena, who, day); }

static void assert_stage(struct setting *in, ChildId child, enum stage stage)
{
    struct episode_of_child row;
    bool found;
    Read *read = reads(in, in->worker, 300);
    must(episode_of_child(read, child, &row, &found));
    store_read_end(read);
    assert_true(found);
    assert_string_equal(stage_code(row.stage), stage_code(stage));
}

/* What is due to the child, as it is kept: on which day, and how it stands. */
static void assert_due(struct setting *in, ChildId child, enum obligation_kind kind, const char *due, enum obligation_state state)
{
    struct case_obligations_rows rows;
    Read *read = reads(in, in->worker, 300);
    must(case_obligations(read, child, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.at[i].kind != kind)
            continue;
        assert_string_equal(text_string(in->arena, date_iso(in->arena, rows.at[i].due)), due);
        assert_string_equal(obligation_state_code(rows.at[i].state), obligation_state_code(state));
        return;
    }
    fail_msg("nothing of the kind %s", obligation_kind_code(kind));
}

static Err try(struct setting *in, const struct act_kind *kind, PersonId who, int day, void *act, struct act_result *ret_result)
{
    return world_try(&in->world, in->arena, kind, who, in->family.family.n, day, act, ret_result);
}

static void assert_problem(struct setting *in, const struct act_kind *kind, PersonId who, int day, void *act, const char *sentence)
{
    struct act_result result;
    assert_int_equal(try(in, kind, who, day, act, &result).kind, NOT_VALID);
    for (size_t i = 0; i < result.problems.count; i++)
        if (text_equal_string(result.problems.at[i].sentence, sentence))
            return;
    fail_msg("'%s' was not said", sentence);
}

static void assert_shut(struct setting *in, const struct act_kind *kind, PersonId who, int day, void *act, enum gate gate)
{
    struct act_result result;
    assert_int_equal(try(in, kind, who, day, act, &result).kind, NOT_NOW);
    for (size_t i = 0; i < result.shut.count; i++)
        if (result.shut.at[i].gate == gate)
            return;
    fail_msg("%s is not shut", gate_row(gate)->name);
}

static void whole(struct setting *in) { world_whole(&in->world, in->arena); }

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
    /* A second enquiry beside the first is not possible, for anybody and whatever the reason. */
    act = world_strategy_act(in->arena, &in->family, STRATEGY_OUTCOME_S47_SINGLE, 2);
    assert_shut(in, &STRATEGY_DISCUSSION_ACT, in->manager, 2, &act, NO_OTHER_ENQUIRY);
    assert_shut(in, &STRATEGY_DISCUSSION_ACT, in->manager, 2, &act, MOVE_IS_OPEN);
    whole(in);
}

#define ENQUIRY_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, take_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ENQUIRY_TEST(from_contact_to_continuing_risk),
        ENQUIRY_TEST(se_01_other_outcomes_are_kept_with_their_reasons),
        ENQUIRY_TEST(gates_of_an_enquiry),
    };
    RUN_ON_BOTH(tests);
}
