/* The other ways through the first stages: what ends early, immediate protection, transfer, a child on a plan. */
#include "acts/enquiry/protection_ended_act.h"
#include "acts/enquiry/protection_extended_act.h"
#include "acts/enquiry/protection_started_act.h"
#include "acts/enquiry/safety_plan_made_act.h"
#include "acts/enquiry/transfer_notified_act.h"
#include "acts/people/relative_declared_act.h"
#include "enquiry_setting.h"
#include "rules/moves.h"
#include "store/contact_sql.h"
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
    PersonId nia = world_worker_of(&in->world, in->arena, "Nia", DUTY_SOCIAL_WORKER, north, in->manager);
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
    assert_problem(in, &PROTECTION_STARTED_ACT, in->front_door, 0, &act, "An emergency protection order lasts 8 days at most");
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
    WORLD_ACT(protection_extended, PROTECTION_EXTENDED, more);
    more.measure = rows.at[0].measure;
    more.extended_on = world_date(4);
    more.why = T("The assessment is not finished.");
    assert_problem(in, &PROTECTION_EXTENDED_ACT, in->front_door, 4, &more, "Only an emergency protection order can be extended");
    more.measure = rows.at[1].measure;
    more.court_until.us = WORLD_DAY.us + 13 * DAY_US;
    assert_problem(in, &PROTECTION_EXTENDED_ACT, in->front_door, 4, &more, "An order is extended by 7 days at most");
    more.court_until = INSTANT_NONE;
    world_do(&in->world, in->arena, &PROTECTION_EXTENDED_ACT, in->front_door, in->family.family.n, 4, &more);
    assert_problem(in, &PROTECTION_EXTENDED_ACT, in->front_door, 4, &more, "This order was extended already: a court may do so once");
    assert_due(in, in->family.children[0], OBLIGATION_KIND_EMERGENCY_EXTENSION_ENDS, "2026-04-01", OBLIGATION_STATE_WAITING);
    read = reads(in, in->front_door, 4);
    must(protections_of_child(read, in->family.children[0], &rows));
    store_read_end(read);
    assert_int_equal(rows.at[1].until_at.us, WORLD_DAY.us + 12 * DAY_US);
    whole(in);
}

/* A court may give an order, and its extension, fewer days than the most there are: then its own day is the one that counts. */
static void a_court_order_is_due_on_the_court_s_day(void **state)
{
    struct setting *in = *state;
    struct protections_of_child_rows rows;
    ChildId ada = in->family.children[0];
    to_referral(in);
    struct protection_started act = protection_act(in, PROTECTION_KIND_EMERGENCY_ORDER, PROTECTION_GROUND_HARM_NOW);
    act.children.count = 2;
    act.court_until.us = WORLD_DAY.us + 5 * DAY_US;
    world_do(&in->world, in->arena, &PROTECTION_STARTED_ACT, in->front_door, in->family.family.n, 0, &act);
    assert_due(in, ada, OBLIGATION_KIND_EMERGENCY_ORDER_ENDS, "2026-03-25", OBLIGATION_STATE_WAITING);
    Read *read = reads(in, in->front_door, 0);
    must(protections_of_child(read, ada, &rows));
    store_read_end(read);
    WORLD_ACT(protection_extended, PROTECTION_EXTENDED, more);
    more.measure = rows.at[0].measure;
    more.extended_on = world_date(4);
    more.court_until.us = WORLD_DAY.us + 8 * DAY_US;
    more.why = T("The assessment is not finished.");
    world_do(&in->world, in->arena, &PROTECTION_EXTENDED_ACT, in->front_door, in->family.family.n, 4, &more);
    assert_due(in, ada, OBLIGATION_KIND_EMERGENCY_ORDER_ENDS, "2026-03-25", OBLIGATION_STATE_MET);
    assert_due(in, ada, OBLIGATION_KIND_EMERGENCY_EXTENSION_ENDS, "2026-03-28", OBLIGATION_STATE_WAITING);
    read = reads(in, in->front_door, 4);
    must(protections_of_child(read, in->family.children[1], &rows));
    store_read_end(read);
    WORLD_ACT(protection_ended, PROTECTION_ENDED, end);
    end.measure = rows.at[0].measure;
    end.ended.us = WORLD_DAY.us + 6 * DAY_US;
    end.why = T("He is with his grandmother.");
    world_do(&in->world, in->arena, &PROTECTION_ENDED_ACT, in->front_door, in->family.family.n, 6, &end);
    assert_due(in, in->family.children[1], OBLIGATION_KIND_EMERGENCY_ORDER_ENDS, "2026-03-25", OBLIGATION_STATE_MET_LATE);
    end.measure = more.measure;
    end.ended.us = WORLD_DAY.us + 9 * DAY_US;
    end.why = T("She is with her grandmother.");
    world_do(&in->world, in->arena, &PROTECTION_ENDED_ACT, in->front_door, in->family.family.n, 9, &end);
    assert_due(in, ada, OBLIGATION_KIND_EMERGENCY_EXTENSION_ENDS, "2026-03-28", OBLIGATION_STATE_MET_LATE);
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
        ENQUIRY_TEST(a_court_order_is_due_on_the_court_s_day),
        ENQUIRY_TEST(sd_01_a_conference_comes_after_an_enquiry),
        ENQUIRY_TEST(a_transfer_leads_to_a_conference_without_an_enquiry),
        ENQUIRY_TEST(a_child_on_a_plan_stays_on_it),
        ENQUIRY_TEST(an_interim_safety_plan_holds_until_the_conference),
    };
    RUN_ON_BOTH(tests);
}
