/* A conference from its calling to its decision: its gates, who is invited, what it begins. */
#include "world_conference.h"

#include "acts/consequences.h"
#include "store/case_sql.h"
#include "store/plan_sql.h"
#include "store/says_sql.h"

static int set_up(void **state)
{
    struct world_case *in = calloc(1, sizeof *in);
    world_case_open(in, "Ada Ben");
    *state = in;
    return 0;
}

static bool is_shut(const struct act_result *result, enum gate gate)
{
    for (size_t i = 0; i < result->shut.count; i++)
        if (result->shut.at[i].gate == gate && !result->shut.at[i].warns)
            return true;
    return false;
}

static enum stage stands_at(struct world_case *in, size_t child)
{
    struct episode_of_child row;
    bool found;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(episode_of_child(read, in->family.children[child], &row, &found));
    store_read_end(read);
    return found ? row.stage : STAGE_NONE;
}

static enum conference_state state_of(struct world_case *in)
{
    struct conference_now row;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(conference_now(read, in->conference, &row));
    store_read_end(read);
    return row.state;
}

static bool plan_of_child(struct world_case *in, size_t child, struct plan_open_of *ret_row)
{
    bool found;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(plan_open_of(read, in->family.children[child], ret_row, &found));
    store_read_end(read);
    return found;
}

static bool is_due(struct world_case *in, size_t child, enum obligation_kind kind)
{
    struct case_obligations_rows rows;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(case_obligations(read, in->family.children[child], &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].kind == kind && rows.at[i].state == OBLIGATION_STATE_WAITING)
            return true;
    return false;
}

static Err may_at(struct world_case *in, PersonId who, enum permission permission, size_t child, int day)
{
    Read *read = world_read(&in->world, in->arena, who, day);
    Err got = may(read, permission, in->family.children[child]);
    store_read_end(read);
    return got;
}

/* SD-01 SE-01: an initial conference needs an enquiry that found continuing risk. */
static void it_is_called_only_on_risk_found(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    struct conference_called act = world_called_act(in, CONFERENCE_KIND_INITIAL, 12);
    assert_int_equal(world_try(&in->world, in->arena, &CONFERENCE_CALLED_ACT, in->manager, in->family.family.n, 5, &act, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, ENQUIRY_CONCLUDED));
    assert_true(is_shut(&result, MOVE_IS_OPEN));
    world_concluded(&in->world, in->arena, in->worker, &in->family, S47_OUTCOME_SUBSTANTIATED_RISK, ENQUIRY_NEXT_NONE, 9);
    act = world_called_act(in, CONFERENCE_KIND_INITIAL, 12);
    world_do(&in->world, in->arena, &CONFERENCE_CALLED_ACT, in->manager, in->family.family.n, 9, &act);
    assert_int_equal(stands_at(in, 0), STAGE_CONFERENCE_CALLED);
    assert_int_equal(stands_at(in, 1), STAGE_CONFERENCE_CALLED);
    world_case_whole(in);
    act = world_called_act(in, CONFERENCE_KIND_INITIAL, 12);
    assert_int_not_equal(world_try(&in->world, in->arena, &CONFERENCE_CALLED_ACT, in->manager, in->family.family.n, 9, &act, &result).kind, OK);
}

/* A manager agrees: calls it, or is named by the worker and manages that worker. */
static void a_manager_agrees(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    PersonId stranger = world_worker_of(&in->world, in->arena, "Orla", DUTY_TEAM_MANAGER, in->team, (PersonId){0});
    world_case_at_risk(in);
    struct conference_called act = world_called_act(in, CONFERENCE_KIND_INITIAL, 20);
    assert_int_equal(world_try(&in->world, in->arena, &CONFERENCE_CALLED_ACT, in->worker, in->family.family.n, 10, &act, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, MANAGER_AGREES));
    act = world_called_act(in, CONFERENCE_KIND_INITIAL, 20);
    act.manager = stranger;
    assert_int_equal(world_try(&in->world, in->arena, &CONFERENCE_CALLED_ACT, in->worker, in->family.family.n, 10, &act, &result).kind, NOT_VALID);
    act = world_called_act(in, CONFERENCE_KIND_INITIAL, 20);
    act.manager = in->manager;
    world_do(&in->world, in->arena, &CONFERENCE_CALLED_ACT, in->worker, in->family.family.n, 10, &act);
    assert_int_equal(act.agreed_by.n, in->manager.n);
    world_case_whole(in);
}

/* Fifteen working days from the strategy discussion (23 March 2026, Easter between: 15 April), or the reason. */
static void beyond_the_days_needs_a_reason(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    static const enum gate BEYOND[] = {INSIDE_THE_DAYS};
    world_case_at_risk(in);
    struct conference_called act = world_called_act(in, CONFERENCE_KIND_INITIAL, 60);
    assert_int_equal(world_try(&in->world, in->arena, &CONFERENCE_CALLED_ACT, in->manager, in->family.family.n, 10, &act, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, INSIDE_THE_DAYS));
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    WORLD_ACT(conference_booked, CONFERENCE_BOOKED, booked);
    booked.held_on = world_date(60);
    booked.time = 600;
    booked.place = T("Elmfield Centre");
    struct conference_booked again = booked;
    assert_int_equal(world_try_past(in, &CONFERENCE_BOOKED_ACT, in->admin, 11, &booked, NULL, 0, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, INSIDE_THE_DAYS));
    world_past(in, &CONFERENCE_BOOKED_ACT, in->admin, 11, &again, BEYOND, 1);
    assert_int_equal(state_of(in), CONFERENCE_STATE_BOOKED);
    assert_true(is_due(in, 0, OBLIGATION_KIND_REPORTS_INITIAL));
    world_case_whole(in);
}

/* A chair and a room are in one place at a time: a second booking that overlaps needs a reason, and says what is there already. */
static void nobody_is_booked_twice(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_case_at_risk(in);
    WORLD_ACT(conference_called, CONFERENCE_CALLED, called);
    called = world_called_act(in, CONFERENCE_KIND_INITIAL, 20);
    called.children.count = 1;
    world_do(&in->world, in->arena, &CONFERENCE_CALLED_ACT, in->manager, in->family.family.n, 10, &called);
    in->conference = called.conference;
    world_chair(in, 10);
    world_booked(in, 11, 20);
    called = world_called_act(in, CONFERENCE_KIND_INITIAL, 20);
    called.children.at = in->family.children + 1;
    called.children.count = 1;
    world_do(&in->world, in->arena, &CONFERENCE_CALLED_ACT, in->manager, in->family.family.n, 11, &called);
    in->conference = called.conference;
    WORLD_ACT(conference_booked, CONFERENCE_BOOKED, act);
    act.held_on = world_date(20);
    act.time = 11 * 60;
    act.place = T("Elmfield Centre");
    act.room = T("Room 2");
    assert_int_equal(world_try_past(in, &CONFERENCE_BOOKED_ACT, in->admin, 11, &act, NULL, 0, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, CHAIR_AND_ROOM_FREE));
    assert_true(text_contains(result.shut.at[0].detail, T("Elmfield Centre, Room 2 is taken then")));
    act.room = T("Room 3");
    world_past(in, &CONFERENCE_BOOKED_ACT, in->admin, 11, &act, NULL, 0);
    WORLD_ACT(chair_assigned, CHAIR_ASSIGNED, chair);
    chair.chair = in->chair;
    assert_int_equal(world_try_past(in, &CHAIR_ASSIGNED_ACT, in->admin, 11, &chair, NULL, 0, &result).kind, NOT_NOW);
    assert_true(text_contains(result.shut.at[0].detail, T("chairs another conference then")));
    struct conference_moved later = world_moved_act(20);
    later.time = 12 * 60; /* after the first one */
    world_past(in, &CONFERENCE_MOVED_ACT, in->admin, 11, &later, NULL, 0);
    world_chair(in, 11);
    world_case_whole(in);
}

/* SC-02: whoever holds, works or manages the case, or knows the family, can't chair; nobody passes with a reason. */
static void the_chair_is_independent(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    static const enum gate GATES[] = {CHAIR_IS_INDEPENDENT};
    world_case_at_risk(in);
    PersonId in_team = world_worker_of(&in->world, in->arena, "Tamar", DUTY_CHAIR, in->team, (PersonId){0});
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    WORLD_ACT(chair_assigned, CHAIR_ASSIGNED, act);
    act.chair = in_team;
    assert_int_equal(world_try_past(in, &CHAIR_ASSIGNED_ACT, in->admin, 10, &act, GATES, 1, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, CHAIR_IS_INDEPENDENT));
    act.chair = in->manager;
    assert_int_equal(world_try_past(in, &CHAIR_ASSIGNED_ACT, in->admin, 10, &act, GATES, 1, &result).kind, NOT_VALID);
    assert_true(is_shut(&result, CHAIR_IS_INDEPENDENT));
    act.chair = in->worker;
    (void)world_try_past(in, &CHAIR_ASSIGNED_ACT, in->admin, 10, &act, GATES, 1, &result);
    assert_true(is_shut(&result, CHAIR_IS_INDEPENDENT));
    assert_int_equal(may_at(in, in->chair, CHAIR_CONFERENCE, 0, 10).kind, NOT_FOUND);
    world_chair(in, 10);
    assert_int_equal(may_at(in, in->chair, CHAIR_CONFERENCE, 0, 10).kind, OK);
    world_case_whole(in);
}

/* SA-05 SD-03: the list begins with who is known to each child, and with social care, health and the police. */
static void the_list_begins_with_who_is_known(void **state)
{
    struct world_case *in = *state;
    world_case_at_risk(in);
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    assert_int_not_equal(world_invitation_of(in, in->social_care.n).n, 0);
    assert_int_not_equal(world_invitation_of(in, in->police.n).n, 0);
    assert_int_not_equal(world_invitation_of(in, in->health.n).n, 0);
    assert_int_not_equal(world_invitation_of(in, in->mother.n).n, 0);
    assert_int_equal(world_invitation_of(in, in->school.n).n, 0);                 /* nobody has said that it knows them */
    assert_int_equal(world_invitation_of(in, in->family.children[0].n).n, 0);     /* seven years old: heard another way */
    assert_int_equal(may_at(in, in->admin, READ_CONFERENCE, 0, 10).kind, OK);     /* who administers conferences books it */
    assert_int_equal(may_at(in, in->admin, READ_RECORD, 0, 10).kind, NOT_ALLOWED);
    world_case_whole(in);
}

/* SC-03 SD-04: a parent is invited, or excluded in part or whole by the chair alone, with a reason and another way to be heard. */
static void only_the_chair_excludes_a_parent(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_case_at_risk(in);
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(in, 10);
    struct people_invited_invitations row = {.invitation = world_invitation_of(in, in->mother.n), .invited = YESNO_NO};
    WORLD_ACT(people_invited, PEOPLE_INVITED, act);
    act.sent = world_date(11);
    act.invitations.at = &row;
    act.invitations.count = 1;
    assert_int_equal(world_try_past(in, &PEOPLE_INVITED_ACT, in->chair, 11, &act, NULL, 0, &result).kind, NOT_VALID);
    row.exclusion = EXCLUSION_EXTENT_WHOLE;
    row.exclusion_why = T("She said that she would hurt the person who told us.");
    row.other_way = T("The advocate reads her letter.");
    assert_int_equal(world_try_past(in, &PEOPLE_INVITED_ACT, in->admin, 11, &act, NULL, 0, &result).kind, NOT_VALID);
    world_do(&in->world, in->arena, &PEOPLE_INVITED_ACT, in->chair, in->conference.n, 11, &act);
    row.exclusion = EXCLUSION_EXTENT_PART;
    assert_int_equal(world_try_past(in, &PEOPLE_INVITED_ACT, in->chair, 11, &act, NULL, 0, &result).kind, NOT_VALID);
    row.invited = YESNO_YES;
    world_do(&in->world, in->arena, &PEOPLE_INVITED_ACT, in->chair, in->conference.n, 11, &act);
    world_case_whole(in);
}

/* An invited agency's people see what the meeting shares, for the children concerned, and no more. */
static void an_invited_agency_takes_part(void **state)
{
    struct world_case *in = *state;
    world_case_at_risk(in);
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    assert_int_equal(may_at(in, in->teacher, READ_SHARED, 0, 10).kind, NOT_FOUND);
    struct people_invited act = world_invited_act(in, 11);
    act.professionals.at[0].children.at = in->family.children;
    act.professionals.at[0].children.count = 1;
    world_do(&in->world, in->arena, &PEOPLE_INVITED_ACT, in->admin, in->conference.n, 11, &act);
    assert_int_equal(may_at(in, in->teacher, READ_SHARED, 0, 11).kind, OK);
    assert_int_equal(may_at(in, in->teacher, READ_RECORD, 0, 11).kind, NOT_ALLOWED);
    assert_int_equal(may_at(in, in->teacher, READ_SHARED, 1, 11).kind, NOT_FOUND); /* not invited for the brother */
    assert_int_equal(may_at(in, in->officer, READ_SHARED, 1, 11).kind, OK);
    world_case_whole(in);
}

/* The quorum counts different agencies that are there; the chair alone goes on with fewer. SB-07 SA-13 SD-06 */
static void opening_counts_agencies(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    static const enum gate FEWER[] = {QUORUM_PRESENT, REPORTS_IN_TIME, CHAIR_MET_PARENTS};
    world_case_at_risk(in);
    world_to_confirmed(in);
    struct conference_opened act = world_opened_act(in);
    assert_int_equal(world_try_past(in, &CONFERENCE_OPENED_ACT, in->chair, 19, &act, FEWER, 3, &result).kind, NOT_VALID); /* a day early */
    for (size_t i = 0; i < act.attendance.count; i++) {
        act.attendance.at[i].attendance = i < 2 ? ATTENDANCE_PRESENT : ATTENDANCE_APOLOGIES;
        act.attendance.at[i].met = YESNO_NO;
    }
    assert_int_equal(world_try_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &act, NULL, 0, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, QUORUM_PRESENT));
    assert_true(is_shut(&result, CHAIR_MET_PARENTS));
    assert_true(is_shut(&result, REPORTS_IN_TIME));
    assert_int_equal(world_try_past(in, &CONFERENCE_OPENED_ACT, in->admin, 20, &act, FEWER, 3, &result).kind, NOT_NOW);
    world_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &act, FEWER, 3);
    assert_int_equal(state_of(in), CONFERENCE_STATE_OPEN);
    world_case_whole(in);
}

/* SD-10: each agency there has one view for each child, 'no view' too; an absent agency's written view stands apart. */
static void each_agency_gives_one_view(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    static const enum gate PASSED[] = {REPORTS_IN_TIME}, HEARD[] = {FAMILY_HEARD};
    world_case_at_risk(in);
    world_to_confirmed(in);
    struct conference_opened opened = world_opened_act(in);
    for (size_t i = 0; i < opened.attendance.count; i++)
        if (opened.attendance.at[i].invitation.n == world_invitation_of(in, in->school.n).n)
            opened.attendance.at[i].attendance = ATTENDANCE_APOLOGIES;
    world_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &opened, PASSED, 1);
    world_view(in, in->social_care, AGENCY_VIEW_PLAN, 20);
    world_view(in, in->police, AGENCY_VIEW_PLAN, 20);
    struct conference_decided decided = world_decided_act(in, CONFERENCE_DECISION_PLAN, 20);
    assert_int_equal(world_try_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 20, &decided, HEARD, 1, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, EACH_AGENCY_GAVE_A_VIEW));
    world_view(in, in->health, AGENCY_VIEW_NO_VIEW, 20);
    world_view(in, in->health, AGENCY_VIEW_NO_PLAN, 20); /* thought again: still one view */
    world_view(in, in->school, AGENCY_VIEW_PLAN, 20);
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 20);
    struct agency_says_of_rows says;
    must(agency_says_of(read, in->conference, &says));
    store_read_end(read);
    assert_int_equal(says.count, 8);
    for (size_t i = 0; i < says.count; i++)
        assert_int_equal(says.at[i].written, says.at[i].invitation.n == world_invitation_of(in, in->school.n).n);
    decided = world_decided_act(in, CONFERENCE_DECISION_PLAN, 20);
    world_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 20, &decided, HEARD, 1);
    read = world_read(&in->world, in->arena, PERSON_SYSTEM, 20);
    must(agency_says_of(read, in->conference, &says));
    store_read_end(read);
    for (size_t i = 0; i < says.count; i++) /* health's dissent is kept, for each child */
        assert_int_equal(says.at[i].dissent, says.at[i].invitation.n == world_invitation_of(in, in->health.n).n);
    world_case_whole(in);
}

/* Only for the agency somebody works for; the family and supporters aren't counted. SD-10 */
static void a_view_is_of_ones_own_agency(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_case_at_risk(in);
    world_to_confirmed(in);
    WORLD_ACT(view_given, VIEW_GIVEN, act);
    struct view_given_children row = {.child = in->family.children[0], .opinion = AGENCY_VIEW_PLAN, .reason = T("What we saw.")};
    act.children.at = &row;
    act.children.count = 1;
    act.invitation = world_invitation_of(in, in->police.n);
    assert_int_equal(world_try_past(in, &VIEW_GIVEN_ACT, in->teacher, 12, &act, NULL, 0, &result).kind, NOT_VALID);
    world_past(in, &VIEW_GIVEN_ACT, in->officer, 12, &act, NULL, 0);
    act.invitation = world_invitation_of(in, in->mother.n);
    assert_int_equal(world_try_past(in, &VIEW_GIVEN_ACT, in->admin, 12, &act, NULL, 0, &result).kind, NOT_VALID);
    act.invitation = world_invitation_of(in, in->social_care.n);
    world_past(in, &VIEW_GIVEN_ACT, in->worker, 12, &act, NULL, 0);
    row.opinion = AGENCY_VIEW_ENDS; /* a review's answer */
    assert_int_equal(world_try_past(in, &VIEW_GIVEN_ACT, in->worker, 12, &act, NULL, 0, &result).kind, NOT_VALID);
    world_case_whole(in);
}

/* SB-09 SB-10 SA-14: a plan needs harm, category and the reasoning; it begins the same day with key worker, core group and review date. */
static void a_plan_begins_the_same_day(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    struct plan_open_of plan;
    static const enum gate ALL[] = {FAMILY_HEARD, HARM_AND_CATEGORY, THRESHOLD_REASONED};
    world_case_at_risk(in);
    world_to_meeting(in);
    world_views(in, AGENCY_VIEW_PLAN, 20);
    struct conference_decided act = world_decided_act(in, CONFERENCE_DECISION_PLAN, 20);
    act.children.at[1].categories = 0;
    act.children.at[0].reason = TEXT_NONE;
    assert_int_equal(world_try_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 20, &act, ALL, 3, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, HARM_AND_CATEGORY)); /* hard: the reason opens nothing */
    assert_true(is_shut(&result, THRESHOLD_REASONED));
    act = world_decided_act(in, CONFERENCE_DECISION_PLAN, 20);
    assert_int_equal(world_try_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 20, &act, NULL, 0, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, FAMILY_HEARD)); /* SC-09 */
    act = world_decided_act(in, CONFERENCE_DECISION_PLAN, 20);
    assert_int_equal(world_try_past(in, &CONFERENCE_DECIDED_ACT, in->admin, 20, &act, ALL, 1, &result).kind, NOT_ALLOWED);
    world_decided(in, CONFERENCE_DECISION_PLAN, 20);
    for (size_t i = 0; i < 2; i++) {
        assert_true(plan_of_child(in, i, &plan));
        assert_true(date_equal(plan.started, world_date(20)));
        assert_int_equal(plan.state, PLAN_STATE_OUTLINE);
        assert_int_equal(plan.lead_worker.n, in->worker.n);
        assert_true(text_equal_string(plan.categories, "PHYSICAL EMOTIONAL"));
        assert_true(date_equal(plan.review_by, world_date(100)));
        assert_int_equal(stands_at(in, i), STAGE_ON_A_PLAN);
        assert_true(is_due(in, i, OBLIGATION_KIND_FIRST_CORE_GROUP));
        assert_true(is_due(in, i, OBLIGATION_KIND_DECISION_LETTER));
        assert_false(is_due(in, i, OBLIGATION_KIND_INITIAL_CONFERENCE));
    }
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 20);
    struct core_members_of_rows core;
    must(core_members_of(read, plan.plan, &core));
    store_read_end(read);
    assert_int_equal(core.count, 3);
    assert_int_equal(core.at[0].is_as, CORE_ROLE_LEAD);
    world_case_whole(in);
}

/* SE-07: the first review is held within three months; without a day the plan has the last one that is allowed, and what is due says the same. */
static void the_review_keeps_its_limit(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    struct plan_open_of plan;
    struct case_obligations_rows due;
    static const enum gate HEARD[] = {FAMILY_HEARD};
    world_case_at_risk(in);
    world_to_meeting(in);
    world_views(in, AGENCY_VIEW_PLAN, 20);
    struct conference_decided act = world_decided_act(in, CONFERENCE_DECISION_PLAN, 20);
    act.children.at[1].review_on = date_plus_days(date_plus_months(world_date(20), 3), 1);
    assert_int_equal(world_try_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 20, &act, HEARD, 1, &result).kind, NOT_VALID);
    assert_true(text_contains(problems_of(&result.problems, T("children-1-review_on")), T("The first review is to be held by")));
    act = world_decided_act(in, CONFERENCE_DECISION_PLAN, 20);
    act.children.at[0].review_on = DATE_NONE;
    world_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 20, &act, HEARD, 1);
    assert_true(plan_of_child(in, 0, &plan));
    assert_true(date_equal(plan.review_by, date_plus_months(world_date(20), 3)));
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 20);
    for (size_t c = 0; c < 2; c++) { /* the second child's is earlier than the limit: so is what is due */
        must(case_obligations(read, in->family.children[c], &due));
        for (size_t i = 0; i < due.count; i++)
            if (due.at[i].kind == OBLIGATION_KIND_FIRST_REVIEW)
                assert_true(date_equal(due.at[i].due, c == 0 ? plan.review_by : world_date(100)));
    }
    store_read_end(read);
    world_case_whole(in);
}

/* What a plan does without is said, and stops nobody: the plan begins. SA-14 */
static void a_missing_key_worker_only_warns(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    static const enum gate HEARD[] = {FAMILY_HEARD};
    world_case_at_risk(in);
    world_to_meeting(in);
    world_views(in, AGENCY_VIEW_PLAN, 20);
    struct conference_decided act = world_decided_act(in, CONFERENCE_DECISION_PLAN, 20);
    act.children.at[0].key_worker = (PersonId){0};
    must(world_try_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 20, &act, HEARD, 1, &result));
    bool warned = false;
    for (size_t i = 0; i < result.shut.count; i++)
        warned |= result.shut.at[i].gate == PLAN_BASICS && result.shut.at[i].warns;
    assert_true(warned);
    world_case_whole(in);
}

/* A decision is locked: a second one is refused, in words. */
static void a_decision_is_made_once(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    static const enum gate HEARD[] = {FAMILY_HEARD};
    world_case_at_risk(in);
    world_initial_conference(in, CONFERENCE_DECISION_NO_PLAN_CHILD_IN_NEED);
    assert_int_equal(stands_at(in, 0), STAGE_CHILD_IN_NEED);
    assert_int_equal(state_of(in), CONFERENCE_STATE_DECIDED);
    struct conference_decided act = world_decided_act(in, CONFERENCE_DECISION_NO_PLAN_CHILD_IN_NEED, 20);
    assert_int_equal(world_try_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 20, &act, HEARD, 1, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, MOVE_IS_OPEN));
    struct plan_open_of plan;
    assert_false(plan_of_child(in, 0, &plan));
    world_case_whole(in);
}

/* SE-08 SE-16: a review keeps the last chair, or says why not; its list begins with who came last time. Its decisions move the plan. */
static void a_review_begins_where_the_last_ended(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    static const enum gate ANOTHER[] = {LAST_CHAIR_OR_WHY};
    struct plan_open_of plan;
    PersonId other = world_worker_of(&in->world, in->arena, "Benedikt", DUTY_CHAIR, in->chairs, (PersonId){0});
    world_case_at_risk(in);
    world_initial_conference(in, CONFERENCE_DECISION_PLAN);
    world_called(in, CONFERENCE_KIND_REVIEW, 80, 100);
    assert_int_equal(stands_at(in, 0), STAGE_ON_A_PLAN);
    assert_int_not_equal(world_invitation_of(in, in->school.n).n, 0); /* invited by hand last time */
    WORLD_ACT(chair_assigned, CHAIR_ASSIGNED, act);
    act.chair = other;
    assert_int_equal(world_try_past(in, &CHAIR_ASSIGNED_ACT, in->admin, 80, &act, NULL, 0, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, LAST_CHAIR_OR_WHY));
    act.chair = other;
    world_past(in, &CHAIR_ASSIGNED_ACT, in->admin, 80, &act, ANOTHER, 1);
    assert_int_equal(may_at(in, in->chair, CHAIR_CONFERENCE, 0, 81).kind, NOT_FOUND); /* the last chair's part is over */
    world_past(in, &CHAIR_ASSIGNED_ACT, in->admin, 81, &(struct chair_assigned){.chair = in->chair}, NULL, 0);
    world_booked(in, 81, 100);
    world_invited(in, 81);
    world_ready(in, 82, 90);
    world_confirmed(in, 83);
    world_opened(in, 100);
    world_views(in, AGENCY_VIEW_GOES_ON, 100);
    struct conference_decided decided = world_decided_act(in, CONFERENCE_DECISION_GOES_ON, 100);
    decided.children.at[1].decision = CONFERENCE_DECISION_ENDS;
    decided.children.at[1].after = AFTER_PLAN_CHILD_IN_NEED;
    static const enum gate HEARD[] = {FAMILY_HEARD, SUPPORT_OFFERED};
    assert_int_equal(world_try_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 100, &decided, HEARD, 1, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, SUPPORT_OFFERED)); /* SE-12: a manager's reason, not the chair's */
    decided.children.at[0].review_on = DATE_NONE; /* it goes on without a day: the last one that is allowed, never the one of before */
    decided.children.at[1].support = SUPPORT_ANSWER_REFUSED_BY_FAMILY; /* SE-12: offered in the room, the chair goes on */
    decided.children.at[1].support_what = T("Somebody to ring at the school.");
    world_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 100, &decided, HEARD, 1);
    struct support_offered_of offered;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 100);
    must(support_offered_of(read, decided.plans.at[1].plan, in->family.children[1], &offered));
    store_read_end(read);
    assert_int_equal(offered.times, 1);
    assert_false(plan_of_child(in, 1, &plan));
    assert_true(plan_of_child(in, 0, &plan));
    assert_true(date_equal(plan.started, world_date(20)));
    assert_true(date_equal(plan.review_by, date_plus_months(world_date(100), 6)));
    assert_true(is_due(in, 0, OBLIGATION_KIND_NEXT_REVIEW));
    world_case_whole(in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_is_called_only_on_risk_found, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_manager_agrees, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(beyond_the_days_needs_a_reason, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(nobody_is_booked_twice, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(the_chair_is_independent, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(the_list_begins_with_who_is_known, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(only_the_chair_excludes_a_parent, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(an_invited_agency_takes_part, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(opening_counts_agencies, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(each_agency_gives_one_view, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_view_is_of_ones_own_agency, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_plan_begins_the_same_day, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(the_review_keeps_its_limit, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_missing_key_worker_only_warns, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_decision_is_made_once, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_review_begins_where_the_last_ended, set_up, world_case_take_down),
    };
    RUN_ON_BOTH(tests);
}
