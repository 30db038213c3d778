/* The other ways through the first stages: what ends early, immediate protection, transfer, legal planning, support, closing. */
#include "acts/enquiry/child_in_need_planned_act.h"
#include "acts/enquiry/disclosure_recorded_act.h"
#include "acts/enquiry/episode_closed_act.h"
#include "acts/enquiry/legal_planning_called_act.h"
#include "acts/enquiry/legal_planning_held_act.h"
#include "acts/enquiry/notification_attached_act.h"
#include "acts/enquiry/protection_ended_act.h"
#include "acts/enquiry/protection_started_act.h"
#include "acts/enquiry/safety_plan_made_act.h"
#include "acts/enquiry/transfer_notified_act.h"
#include "acts/people/relative_declared_act.h"
#include "enquiry_setting.h"
#include "rules/moves.h"
#include "store/child_in_need_sql.h"
#include "store/closing_sql.h"
#include "store/contact_sql.h"
#include "store/legal_planning_sql.h"
#include "store/protection_sql.h"
#include "store/safety_plan_sql.h"
#include "store/transfer_sql.h"
#include "world_plan.h"

#define assert_text(text, expected) assert_string_equal(text_string(in->arena, (text)), (expected))

static void to_referral(struct setting *in)
{
    ContactId contact = world_contact(&in->world, in->arena, in->front_door, &in->family, 0);
    world_contact_decided(&in->world, in->arena, in->front_door, &in->family, contact, CONTACT_DECISION_REFERRAL, 0);
}

/* Each child has its own answer: one is referred, the other's family is given advice. Every child of the contact is answered for. */
static void a_contact_is_decided_for_each_child(void **state)
{
    struct setting *in = *state;
    WORLD_ACT(contact_decided, CONTACT_DECIDED, act);
    struct contact_decided_children rows[] = {
        {.child = in->family.children[0], .decision = CONTACT_DECISION_REFERRAL, .reason = T("Hurt.")},
        {.child = in->family.children[1], .decision = CONTACT_DECISION_ADVICE, .reason = T("Well.")}};
    act.contact = world_contact(&in->world, in->arena, in->front_door, &in->family, 0);
    act.children.at = rows;
    act.children.count = 1;
    assert_problem(in, &CONTACT_DECIDED_ACT, in->front_door, 0, &act, "Decide for each child the contact is about");
    act.children.count = 2;
    struct act_result result;
    assert_int_equal(try(in, &CONTACT_DECIDED_ACT, in->other, 0, &act, &result).kind, NOT_FOUND); /* who can't read it doesn't decide it */
    world_do(&in->world, in->arena, &CONTACT_DECIDED_ACT, in->front_door, in->family.family.n, 0, &act);
    assert_stage(in, in->family.children[0], STAGE_REFERRAL);
    assert_stage(in, in->family.children[1], STAGE_CLOSED);
    assert_problem(in, &CONTACT_DECIDED_ACT, in->front_door, 0, &act, "This contact has been decided on");
    act.contact = (ContactId){77};
    assert_int_equal(try(in, &CONTACT_DECIDED_ACT, in->front_door, 0, &act, &result).kind, NOT_FOUND);
    whole(in);
}

/* A contact about an open case joins it; where the case stands doesn't change, and advice can't close it. */
static void a_contact_about_an_open_case_joins_it(void **state)
{
    struct setting *in = *state;
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    ContactId contact = world_contact(&in->world, in->arena, in->front_door, &in->family, 2);
    WORLD_ACT(contact_decided, CONTACT_DECIDED, act);
    struct contact_decided_children rows[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, rows, {.decision = CONTACT_DECISION_ADVICE, .reason = T("No.")});
    act.contact = contact;
    act.children.at = rows;
    act.children.count = in->family.count;
    assert_shut(in, &CONTACT_DECIDED_ACT, in->worker, 2, &act, MOVE_IS_OPEN);
    world_contact_decided(&in->world, in->arena, in->worker, &in->family, contact, CONTACT_DECISION_JOINED, 2);
    assert_stage(in, in->family.children[0], STAGE_ENQUIRY);
    struct contacts_open_rows open;
    Read *read = reads(in, in->worker, 2);
    must(contacts_open(read, in->family.family, &open));
    store_read_end(read);
    assert_int_equal(open.count, 0);
    whole(in);
}

/* A manager who can read the case decides, for each child; the case goes to the worker, and who had it has it no more. */
static void a_referral_is_decided_and_passed_on(void **state)
{
    struct setting *in = *state;
    struct act_result result;
    Rights rights;
    to_referral(in);
    WORLD_ACT(referral_decided, REFERRAL_DECIDED, act);
    struct referral_decided_children rows[] = {
        {.child = in->family.children[0], .decision = REFERRAL_DECISION_ASSESSMENT, .reason = T("Needs to be understood.")},
        {.child = in->family.children[1], .decision = REFERRAL_DECISION_NO_FURTHER_ACTION, .reason = T("Safe and well.")}};
    act.children.at = rows;
    act.children.count = 2;
    act.worker = in->worker;
    assert_int_equal(try(in, &REFERRAL_DECIDED_ACT, in->front_door, 0, &act, &result).kind, NOT_ALLOWED);
    assert_int_equal(try(in, &REFERRAL_DECIDED_ACT, in->other, 0, &act, &result).kind, NOT_FOUND);
    act.team = (TeamId){5};
    assert_problem(in, &REFERRAL_DECIDED_ACT, in->manager, 0, &act, "Name a worker or a team, not both");
    act.team = (TeamId){0};
    world_do(&in->world, in->arena, &REFERRAL_DECIDED_ACT, in->manager, in->family.family.n, 3, &act);
    assert_stage(in, in->family.children[0], STAGE_ASSESSMENT);
    assert_stage(in, in->family.children[1], STAGE_CLOSED);
    assert_due(in, in->family.children[0], OBLIGATION_KIND_REFERRAL_DECISION, "2026-03-23", OBLIGATION_STATE_MET);
    Read *read = reads(in, in->worker, 4);
    must(rights_on_child(read, in->family.children[0], &rights));
    store_read_end(read);
    assert_true(rights_have(rights, RECORD_ENQUIRY));
    read = reads(in, in->front_door, 4);
    must(rights_on_child(read, in->family.children[0], &rights));
    store_read_end(read);
    assert_int_equal(rights, 0);
    assert_problem(in, &REFERRAL_DECIDED_ACT, in->manager, 4, &act, "Decide only for children whose referral waits for a decision");
    whole(in);
}

/* Not to somebody who knows the family. */
static void a_referral_is_not_passed_to_a_relative(void **state)
{
    struct setting *in = *state;
    WORLD_ACT(relative_declared, RELATIVE_DECLARED, knows);
    knows.worker = in->worker;
    knows.how = T("Lives next door");
    world_do(&in->world, in->arena, &RELATIVE_DECLARED_ACT, in->manager, in->family.family.n, 0, &knows);
    to_referral(in);
    WORLD_ACT(referral_decided, REFERRAL_DECIDED, act);
    struct referral_decided_children rows[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, rows, {.decision = REFERRAL_DECISION_ASSESSMENT, .reason = T("Needs to be understood.")});
    act.children.at = rows;
    act.children.count = 2;
    act.worker = in->worker;
    assert_problem(in, &REFERRAL_DECIDED_ACT, in->manager, 0, &act,
                   "This worker is a relative or neighbour of the family. Choose somebody else");
}

/* Passed to a team, its members work it until somebody is named. */
static void a_referral_is_passed_to_a_team(void **state)
{
    struct setting *in = *state;
    Rights rights;
    TeamId north = world_team(&in->world, in->arena, "Assessment north", DUTY_SOCIAL_WORKER);
    PersonId nia = world_worker_of(&in->world, in->arena, "Nia", DUTY_SOCIAL_WORKER, north, (PersonId){0});
    to_referral(in);
    WORLD_ACT(referral_decided, REFERRAL_DECIDED, act);
    struct referral_decided_children rows[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, rows, {.decision = REFERRAL_DECISION_ASSESSMENT, .reason = T("Needs to be understood.")});
    act.children.at = rows;
    act.children.count = 2;
    act.team = north;
    world_do(&in->world, in->arena, &REFERRAL_DECIDED_ACT, in->manager, in->family.family.n, 0, &act);
    Read *read = reads(in, nia, 1);
    must(rights_on_child(read, in->family.children[1], &rights));
    store_read_end(read);
    assert_true(rights_have(rights, RECORD_ENQUIRY));
    whole(in);
}

/* A closed case is held by the front door's team that takes a new contact; another worker gets nothing by recording one. */
static void a_new_contact_about_a_closed_case_is_held_by_who_took_it(void **state)
{
    struct setting *in = *state;
    Rights rights;
    TeamId night = world_team(&in->world, in->arena, "Out of hours", DUTY_OUT_OF_HOURS);
    PersonId nell = world_worker_of(&in->world, in->arena, "Nell", DUTY_OUT_OF_HOURS, night, (PersonId){0});
    ContactId contact = world_contact(&in->world, in->arena, in->front_door, &in->family, 0);
    world_contact(&in->world, in->arena, nell, &in->family, 0); /* an open case: nothing changes hands */
    Read *read = reads(in, nell, 1);
    must(rights_on_child(read, in->family.children[0], &rights));
    store_read_end(read);
    assert_int_equal(rights, 0);
    world_contact_decided(&in->world, in->arena, in->front_door, &in->family, contact, CONTACT_DECISION_ADVICE, 0);
    world_contact(&in->world, in->arena, in->other, &in->family, 40);
    read = reads(in, in->other, 41);
    must(rights_on_child(read, in->family.children[0], &rights));
    store_read_end(read);
    assert_int_equal(rights, 0);
    struct act_result result;
    WORLD_ACT(contact_decided, CONTACT_DECIDED, act);
    struct contact_decided_children rows[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, rows, {.decision = CONTACT_DECISION_ADVICE, .reason = T("Well.")});
    struct contacts_open_rows open;
    read = reads(in, in->front_door, 41);
    must(contacts_open(read, in->family.family, &open));
    store_read_end(read);
    assert_int_equal(open.count, 2);
    act.contact = open.at[1].contact;
    act.children.at = rows;
    act.children.count = in->family.count;
    must(try(in, &CONTACT_DECIDED_ACT, in->front_door, 41, &act, &result));
    world_contact(&in->world, in->arena, nell, &in->family, 60);
    read = reads(in, nell, 61);
    must(rights_on_child(read, in->family.children[0], &rights));
    store_read_end(read);
    assert_true(rights_have(rights, READ_RECORD));
    whole(in);
}

static struct protection_started protection_act(struct setting *in, enum protection_kind kind, enum protection_ground ground)
{
    WORLD_ACT(protection_started, PROTECTION_STARTED, act);
    act.kind = kind;
    act.ground = ground;
    act.begins = WORLD_DAY;
    act.children.at = in->family.children;
    act.children.count = 1;
    act.by_agency = AGENCY_KIND_POLICE;
    act.note = T("Found alone at the station.");
    return act;
}

/* Immediate protection, at any stage, ends when the law says: 72 hours for the police, eight days at most for a court's order. */
static void immediate_protection_has_an_end_by_law(void **state)
{
    struct setting *in = *state;
    struct protections_of_child_rows rows;
    struct protections_open_rows open;
    to_referral(in);
    struct protection_started act = protection_act(in, PROTECTION_KIND_POLICE_PROTECTION, PROTECTION_GROUND_HARM_NOW);
    world_do(&in->world, in->arena, &PROTECTION_STARTED_ACT, in->front_door, in->family.family.n, 0, &act);
    assert_stage(in, in->family.children[0], STAGE_REFERRAL);
    assert_due(in, in->family.children[0], OBLIGATION_KIND_POLICE_PROTECTION_ENDS, "2026-03-23", OBLIGATION_STATE_WAITING);
    act = protection_act(in, PROTECTION_KIND_POLICE_PROTECTION, PROTECTION_GROUND_AGREED);
    assert_problem(in, &PROTECTION_STARTED_ACT, in->front_door, 0, &act, "Only accommodation can be by agreement");
    act = protection_act(in, PROTECTION_KIND_EMERGENCY_ORDER, PROTECTION_GROUND_ACCESS_REFUSED);
    act.court_until.us = WORLD_DAY.us + 9 * DAY_US;
    assert_problem(in, &PROTECTION_STARTED_ACT, in->front_door, 0, &act, "An emergency protection order lasts eight days at most");
    act.court_until.us = WORLD_DAY.us + 5 * DAY_US;
    world_do(&in->world, in->arena, &PROTECTION_STARTED_ACT, in->front_door, in->family.family.n, 0, &act);
    act = protection_act(in, PROTECTION_KIND_ACCOMMODATION, PROTECTION_GROUND_AGREED);
    world_do(&in->world, in->arena, &PROTECTION_STARTED_ACT, in->front_door, in->family.family.n, 0, &act);
    Read *read = reads(in, in->front_door, 0);
    must(protections_of_child(read, in->family.children[0], &rows));
    must(protections_open(read, in->family.family, &open));
    store_read_end(read);
    assert_int_equal(rows.count, 3);
    assert_int_equal(rows.at[2].until_at.us, WORLD_DAY.us + 72 * HOUR_US);
    assert_int_equal(rows.at[1].until_at.us, WORLD_DAY.us + 5 * DAY_US);
    assert_int_equal(rows.at[0].until_at.us, 0);
    assert_int_equal(open.count, 3);
    WORLD_ACT(protection_ended, PROTECTION_ENDED, end);
    end.measure = rows.at[2].measure;
    end.ended.us = WORLD_DAY.us - HOUR_US;
    end.why = T("She is with her grandmother.");
    assert_problem(in, &PROTECTION_ENDED_ACT, in->front_door, 1, &end, "Protection cannot end before it began");
    end.ended.us = WORLD_DAY.us + 20 * HOUR_US;
    world_do(&in->world, in->arena, &PROTECTION_ENDED_ACT, in->front_door, in->family.family.n, 1, &end);
    assert_problem(in, &PROTECTION_ENDED_ACT, in->front_door, 1, &end, "This protection has ended already");
    assert_due(in, in->family.children[0], OBLIGATION_KIND_POLICE_PROTECTION_ENDS, "2026-03-23", OBLIGATION_STATE_MET);
    whole(in);
}

/* SD-01: no way leads to a conference but through an enquiry that found continuing risk, or another authority's plan. */
static void sd_01_a_conference_comes_after_an_enquiry(void **state)
{
    struct setting *in = *state;
    enum stage to;
    for (int stage = STAGE_NONE; stage < STAGE_COUNT; stage++) {
        assert_int_equal(move_check((enum stage)stage, MOVE_CALL_INITIAL, &to), stage == STAGE_ENQUIRY_RISK);
        assert_int_equal(move_check((enum stage)stage, MOVE_CALL_TRANSFER_IN, &to), stage == STAGE_TRANSFER_IN);
    }
    to_referral(in);
    world_referral_decided(&in->world, in->arena, in->manager, &in->family, REFERRAL_DECISION_STRATEGY, in->worker, 0);
    struct enquiry_concluded act = world_concluded_act(in->arena, &in->family, S47_OUTCOME_SUBSTANTIATED_RISK, ENQUIRY_NEXT_NONE, 2);
    assert_problem(in, &ENQUIRY_CONCLUDED_ACT, in->worker, 2, &act, "No enquiry is running for a child you chose");
    world_strategy(&in->world, in->arena, in->worker, &in->family, STRATEGY_OUTCOME_ASSESSMENT, in->mother, 2);
    assert_stage(in, in->family.children[0], STAGE_ASSESSMENT);
    assert_problem(in, &ENQUIRY_CONCLUDED_ACT, in->worker, 2, &act, "No enquiry is running for a child you chose");
    struct strategy_discussion again = world_strategy_act(in->arena, &in->family, STRATEGY_OUTCOME_ENQUIRY_GOES_ON, 2);
    assert_problem(in, &STRATEGY_DISCUSSION_ACT, in->worker, 2, &again, "No enquiry is running for a child you chose");
}

/* Another authority's plan: a transfer-in conference is due within 15 working days, without an enquiry here. */
static void a_transfer_leads_to_a_conference_without_an_enquiry(void **state)
{
    struct setting *in = *state;
    struct transfers_of_child_rows rows;
    WORLD_ACT(transfer_notified, TRANSFER_NOTIFIED, act);
    act.from_authority = T("Southmere Council");
    act.notified_on = world_date(0);
    act.plan_since = world_date(-90);
    act.categories = 1 << CATEGORY_NEGLECT | 1 << CATEGORY_EMOTIONAL;
    act.children.at = in->family.children;
    act.children.count = 2;
    struct act_result result;
    assert_int_equal(try(in, &TRANSFER_NOTIFIED_ACT, in->other, 0, &act, &result).kind, NOT_FOUND);
    world_do(&in->world, in->arena, &TRANSFER_NOTIFIED_ACT, in->front_door, in->family.family.n, 0, &act);
    assert_stage(in, in->family.children[0], STAGE_TRANSFER_IN);
    assert_due(in, in->family.children[1], OBLIGATION_KIND_TRANSFER_IN_CONFERENCE, "2026-04-14", OBLIGATION_STATE_WAITING);
    Read *read = reads(in, in->front_door, 0);
    must(transfers_of_child(read, in->family.children[0], &rows));
    store_read_end(read);
    assert_text(rows.at[0].from_authority, "Southmere Council");
    assert_text(rows.at[0].categories, "NEGLECT EMOTIONAL");
    assert_shut(in, &TRANSFER_NOTIFIED_ACT, in->front_door, 0, &act, MOVE_IS_OPEN);
    whole(in);
}

/* A child on a plan stays on it through discussion and enquiry, and no second initial conference is called: the review is brought forward. */
static void a_child_on_a_plan_stays_on_it(void **state)
{
    struct setting *in = *state;
    ChildId ada = in->family.children[0];
    world_plans(&in->world, in->arena, in->front_door, &in->family);
    struct strategy_discussion calm = world_strategy_act(in->arena, &in->family, STRATEGY_OUTCOME_PLAN_GOES_ON, 5);
    world_do(&in->world, in->arena, &STRATEGY_DISCUSSION_ACT, in->front_door, in->family.family.n, 5, &calm);
    world_strategy(&in->world, in->arena, in->front_door, &in->family, STRATEGY_OUTCOME_S47_JOINT, in->mother, 10);
    assert_stage(in, ada, STAGE_ON_A_PLAN);
    assert_due(in, ada, OBLIGATION_KIND_INITIAL_CONFERENCE, "2026-04-22", OBLIGATION_STATE_WAITING);
    struct enquiry_concluded act = world_concluded_act(in->arena, &in->family, S47_OUTCOME_NOT_SUBSTANTIATED, ENQUIRY_NEXT_CHILD_IN_NEED, 20);
    assert_shut(in, &ENQUIRY_CONCLUDED_ACT, in->front_door, 20, &act, MOVE_IS_OPEN);
    act = world_concluded_act(in->arena, &in->family, S47_OUTCOME_SUBSTANTIATED_RISK, ENQUIRY_NEXT_NONE, 20);
    act.children.at[1].outcome = S47_OUTCOME_NOT_SUBSTANTIATED;
    act.children.at[1].next = ENQUIRY_NEXT_PLAN_GOES_ON;
    world_do(&in->world, in->arena, &ENQUIRY_CONCLUDED_ACT, in->front_door, in->family.family.n, 20, &act);
    assert_stage(in, ada, STAGE_ON_A_PLAN);
    assert_stage(in, in->family.children[1], STAGE_ON_A_PLAN);
    assert_due(in, ada, OBLIGATION_KIND_INITIAL_CONFERENCE, "2026-04-22", OBLIGATION_STATE_WAITING);
    assert_due(in, in->family.children[1], OBLIGATION_KIND_INITIAL_CONFERENCE, "2026-04-22", OBLIGATION_STATE_NOT_NEEDED);
    /* SD-02: what the parents were told of the last enquiry doesn't count for the next. */
    struct strategy_discussion next = world_strategy_act(in->arena, &in->family, STRATEGY_OUTCOME_S47_SINGLE, 40);
    assert_shut(in, &STRATEGY_DISCUSSION_ACT, in->front_door, 40, &next, PARENTS_TOLD_OR_WHY_NOT);
}

/* Between enquiry and conference a safety plan holds; a newer one takes its place; without a conference it ends. */
static void an_interim_safety_plan_holds_until_the_conference(void **state)
{
    struct setting *in = *state;
    struct safety_plan_now now;
    bool holds;
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    WORLD_ACT(safety_plan_made, SAFETY_PLAN_MADE, act);
    struct safety_plan_made_children rows[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, rows, {.what = T("They sleep at Nan's; Mum comes for tea.")});
    act.made_on = world_date(1);
    act.agreed_with = T("Mum and Nan");
    act.children.at = rows;
    act.children.count = 2;
    world_do(&in->world, in->arena, &SAFETY_PLAN_MADE_ACT, in->worker, in->family.family.n, 1, &act);
    rows[0].what = T("She sleeps at Nan's, Ben at home.");
    act.children.count = 1;
    act.made_on = world_date(4);
    world_do(&in->world, in->arena, &SAFETY_PLAN_MADE_ACT, in->worker, in->family.family.n, 4, &act);
    struct enquiry_concluded done = world_concluded_act(in->arena, &in->family, S47_OUTCOME_SUBSTANTIATED_RISK, ENQUIRY_NEXT_NONE, 9);
    done.children.at[1].outcome = S47_OUTCOME_NOT_SUBSTANTIATED;
    done.children.at[1].next = ENQUIRY_NEXT_CHILD_IN_NEED;
    world_do(&in->world, in->arena, &ENQUIRY_CONCLUDED_ACT, in->worker, in->family.family.n, 9, &done);
    Read *read = reads(in, in->worker, 9);
    must(safety_plan_now(read, in->family.children[0], &now, &holds));
    assert_true(holds);
    assert_text(now.what, "She sleeps at Nan's, Ben at home.");
    must(safety_plan_now(read, in->family.children[1], &now, &holds));
    assert_false(holds);
    store_read_end(read);
    whole(in);
}

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
    assert_problem(in, &LEGAL_PLANNING_HELD_ACT, in->manager, 12, &act, "Write what the parents are told: what is planned, and why");
    act.letter = T("We plan three more months of help, because Nan has moved in.");
    act.advice = T("The threshold may be met.");
    world_do(&in->world, in->arena, &LEGAL_PLANNING_HELD_ACT, in->manager, in->family.family.n, 12, &act);
    call_legal(in, lex);
    one.outcome = LEGAL_OUTCOME_APPLY_NOW;
    one.sought = ORDER_KIND_CARE;
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
    assert_int_equal(court->sought, ORDER_KIND_CARE);
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
                                               .applied_on = world_date(9), .sought = ORDER_KIND_EMERGENCY_PROTECTION};
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        ENQUIRY_TEST(a_contact_is_decided_for_each_child),
        ENQUIRY_TEST(a_contact_about_an_open_case_joins_it),
        ENQUIRY_TEST(a_referral_is_decided_and_passed_on),
        ENQUIRY_TEST(a_referral_is_not_passed_to_a_relative),
        ENQUIRY_TEST(a_referral_is_passed_to_a_team),
        ENQUIRY_TEST(a_new_contact_about_a_closed_case_is_held_by_who_took_it),
        ENQUIRY_TEST(immediate_protection_has_an_end_by_law),
        ENQUIRY_TEST(sd_01_a_conference_comes_after_an_enquiry),
        ENQUIRY_TEST(a_transfer_leads_to_a_conference_without_an_enquiry),
        ENQUIRY_TEST(a_child_on_a_plan_stays_on_it),
        ENQUIRY_TEST(an_interim_safety_plan_holds_until_the_conference),
        ENQUIRY_TEST(se_13_sb_17_legal_planning_leads_to_support_or_to_court),
        ENQUIRY_TEST(sb_17_an_emergency_waits_for_no_letter),
        ENQUIRY_TEST(support_then_the_case_is_closed),
        cmocka_unit_test(a_partner_sees_none_of_the_enquiry),
    };
    RUN_ON_BOTH(tests);
}
