/* What comes before and after a conference: readiness, reports, the family's words, what is sent; a conference that isn't held. */
#include "acts/conference/conference_not_held_act.h"
#include "acts/conference/family_view_given_act.h"
#include "acts/conference/summary_sent_act.h"
#include "acts/people/order_recorded_act.h"
#include "acts/people/safe_contact_set_act.h"
#include "store/circle_sql.h"
#include "store/case_sql.h"
#include "store/report_sql.h"
#include "store/says_sql.h"
#include "world_conference.h"

static int set_up(void **state)
{
    struct world_case *in = calloc(1, sizeof *in);
    world_case_open(in, "Ada Ben");
    world_case_at_risk(in);
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(in, 10);
    world_booked(in, 11, 20);
    world_invited(in, 11);
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

static enum obligation_state due_state(struct world_case *in, size_t child, enum obligation_kind kind)
{
    struct case_obligations_rows rows;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(case_obligations(read, in->family.children[child], &rows));
    store_read_end(read);
    for (size_t i = rows.count; i-- > 0;)
        if (rows.at[i].kind == kind)
            return rows.at[i].state;
    return OBLIGATION_STATE_NONE;
}

static struct act_result confirm(struct world_case *in, PersonId who, const enum gate *past, size_t count, enum err_kind expected)
{
    struct act_result result = {0};
    WORLD_ACT(conference_confirmed, CONFERENCE_CONFIRMED, act);
    act.told = YESNO_YES;
    assert_int_equal(world_try_past(in, &CONFERENCE_CONFIRMED_ACT, who, 13, &act, past, count, &result).kind, expected);
    return result;
}

/* SA-09 SA-10 SA-27 SC-04 SD-07: nothing asked: all gates at once; each passes with the chair's reason but the hard ones. */
static void nothing_asked_nothing_confirmed(void **state)
{
    struct world_case *in = *state;
    static const enum gate ASKED[] = {CHILDREN_ASKED_AND_TOLD, CHILDREN_OFFERED_ADVOCATE, CHILDREN_COME_OR_HEARD, PARENTS_NEEDS_ASKED,
                                      PARENTS_SUPPORTER_ASKED, SAFE_CONTACT_ASKED, REPORTS_REQUESTED, SHARING_PLANNED};
    struct act_result result = confirm(in, in->chair, NULL, 0, NOT_NOW);
    for (size_t i = 0; i < sizeof ASKED / sizeof *ASKED; i++)
        assert_true(is_shut(&result, ASKED[i]));
    assert_true(is_shut(&result, KEPT_APART_ARRANGED));
    for (size_t i = 0; i < result.shut.count; i++) { /* who it is that was not asked stands beside it */
        if (result.shut.at[i].gate == CHILDREN_ASKED_AND_TOLD)
            assert_true(text_contains(result.shut.at[i].detail, T("Ada")) && text_contains(result.shut.at[i].detail, T("Ben")));
        if (result.shut.at[i].gate == PARENTS_NEEDS_ASKED)
            assert_true(text_contains(result.shut.at[i].detail, T("Chidinma")));
        if (result.shut.at[i].gate == REPORTS_REQUESTED)
            assert_true(text_contains(result.shut.at[i].detail, T("Northmoor police")));
    }
    assert_false(is_shut(&result, THREE_AGENCIES_INVITED));
    assert_false(is_shut(&result, PARENTS_INVITED_OR_EXCLUDED));
    result = confirm(in, in->chair, ASKED, 8, NOT_NOW);
    assert_false(is_shut(&result, CHILDREN_ASKED_AND_TOLD));
    assert_true(is_shut(&result, KEPT_APART_ARRANGED)); /* hard */
    result = confirm(in, in->admin, ASKED, 8, NOT_NOW);
    assert_true(is_shut(&result, CHILDREN_ASKED_AND_TOLD)); /* the reason is the chair's to give */
    world_case_whole(in);
}

/* 'Asked: no answer' opens a gate: nobody's silence stops a child being protected. */
static void asked_without_an_answer_is_answered(void **state)
{
    struct world_case *in = *state;
    struct readiness_answered act = world_ready_act(in, 12, 15);
    for (size_t i = 0; i < act.children.count; i++)
        act.children.at[i].told = act.children.at[i].advocate = act.children.at[i].comes = ASKED_ANSWER_ASKED_NO_ANSWER;
    act.adults.at->contact = act.adults.at->apart = ASKED_ANSWER_REFUSED;
    world_do(&in->world, in->arena, &READINESS_ANSWERED_ACT, in->worker, in->conference.n, 12, &act);
    (void)confirm(in, in->admin, NULL, 0, OK);
    world_case_whole(in);
}

/* The newest answer holds; 'not yet' is none; who must not meet is kept apart in a way that is written. */
static void the_newest_answer_holds(void **state)
{
    struct world_case *in = *state;
    world_ready(in, 11, 15);
    struct readiness_answered act = world_ready_act(in, 12, 19);
    act.adults.at->needs = ASKED_ANSWER_NOT_YET;
    act.adults.at->apart = ASKED_ANSWER_ASKED_YES;
    world_do(&in->world, in->arena, &READINESS_ANSWERED_ACT, in->worker, in->conference.n, 12, &act);
    struct act_result result = confirm(in, in->chair, NULL, 0, NOT_NOW);
    assert_true(is_shut(&result, PARENTS_NEEDS_ASKED));
    assert_true(is_shut(&result, KEPT_APART_ARRANGED));
    assert_true(is_shut(&result, SHARING_PLANNED)); /* SD-06: a day before is too late for the parents to add their views */
    act = world_ready_act(in, 12, 17);
    act.adults.at->apart = ASKED_ANSWER_ASKED_YES;
    act.adults.at->apart_how = T("Her own video link; he comes an hour later.");
    world_do(&in->world, in->arena, &READINESS_ANSWERED_ACT, in->worker, in->conference.n, 12, &act);
    (void)confirm(in, in->admin, NULL, 0, OK);
    world_case_whole(in);
}

/* The children's father becomes known once the list is made, and is invited. */
static PersonId father_invited(struct world_case *in)
{
    WORLD_ACT(adult_added, ADULT_ADDED, added);
    struct adult_added_children rows[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, rows, {.kind = RELATIONSHIP_KIND_FATHER, .parental_responsibility = YES_NO_UNKNOWN_YES});
    added.given = T("Declan");
    added.family_name = T("Fennimore-Adeyemi");
    added.is_known_as = T("father");
    added.children.at = rows;
    added.children.count = in->family.count;
    world_do(&in->world, in->arena, &ADULT_ADDED_ACT, in->worker, in->family.family.n, 11, &added);
    WORLD_ACT(people_invited, PEOPLE_INVITED, act);
    struct people_invited_others him = {.is_as = INVITED_AS_PARENT, .person = added.adult};
    act.sent = world_date(11);
    act.others.at = &him;
    act.others.count = 1;
    world_do(&in->world, in->arena, &PEOPLE_INVITED_ACT, in->admin, in->conference.n, 11, &act);
    return added.adult;
}

/* The adult's newest answers: they must not meet each other. */
static void must_not_meet(struct world_case *in, PersonId one, PersonId other, Text how)
{
    WORLD_ACT(readiness_answered, READINESS_ANSWERED, act);
    struct readiness_answered_adults row = {.person = one, .apart = ASKED_ANSWER_ASKED_YES, .apart_from = other, .apart_how = how};
    act.asked = world_date(12);
    act.adults.at = &row;
    act.adults.count = 1;
    world_do(&in->world, in->arena, &READINESS_ANSWERED_ACT, in->worker, in->conference.n, 12, &act);
}

static void attends(struct world_case *in, struct conference_opened *act, PersonId who, enum attendance attendance)
{
    for (size_t i = 0; i < act->attendance.count; i++)
        if (act->attendance.at[i].invitation.n == world_invitation_of(in, who.n).n)
            act->attendance.at[i].attendance = attendance;
}

/* SA-03: two who must not meet are never both in the room or on one link, whoever gives a reason; each way of keeping them apart opens it. */
static void who_must_not_meet_does_not(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    static const enum gate PAST[] = {NOBODY_MEETS_WHO_MUST_NOT, REPORTS_IN_TIME, CHAIR_MET_PARENTS};
    PersonId father = father_invited(in);
    world_ready(in, 12, 15);
    static const enum gate ASKED[] = {PARENTS_NEEDS_ASKED, PARENTS_SUPPORTER_ASKED, SAFE_CONTACT_ASKED};
    must_not_meet(in, father, in->mother, T("He joins by telephone from 11."));
    (void)confirm(in, in->chair, ASKED, 3, OK);
    struct conference_opened act = world_opened_act(in);
    assert_int_equal(world_try_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &act, PAST, 3, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, NOBODY_MEETS_WHO_MUST_NOT));
    assert_true(text_contains(result.shut.at[0].detail, T("Declan")) && text_contains(result.shut.at[0].detail, T("from 11.")));
    attends(in, &act, father, ATTENDANCE_VIDEO);
    attends(in, &act, in->mother, ATTENDANCE_VIDEO);
    assert_int_equal(world_try_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &act, PAST, 3, &result).kind, NOT_NOW);
    attends(in, &act, father, ATTENDANCE_OWN_SESSION);
    attends(in, &act, in->mother, ATTENDANCE_PRESENT);
    world_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &act, PAST, 3);
    world_case_whole(in);
}

/* An order on the record keeps two apart though neither said so when asked; how is to be written, at confirming and at the door. */
static void an_order_keeps_apart(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    PersonId father = father_invited(in);
    WORLD_ACT(order_recorded, ORDER_RECORDED, order);
    order.kind = ORDER_KIND_NON_MOLESTATION;
    order.adults.at = &in->mother;
    order.adults.count = 1;
    order.against = father;
    order.made = world_date(1);
    order.terms = T("He must not come near her.");
    world_do(&in->world, in->arena, &ORDER_RECORDED_ACT, in->worker, in->family.family.n, 12, &order);
    world_ready(in, 12, 15);
    WORLD_ACT(readiness_answered, READINESS_ANSWERED, asked);
    struct readiness_answered_adults row = {.person = father, .contact = ASKED_ANSWER_REFUSED, .apart = ASKED_ANSWER_ASKED_NO, .needs = ASKED_ANSWER_ASKED_NO,
                                            .supporter = ASKED_ANSWER_ASKED_NO};
    asked.asked = world_date(12);
    asked.adults.at = &row;
    asked.adults.count = 1;
    world_do(&in->world, in->arena, &READINESS_ANSWERED_ACT, in->worker, in->conference.n, 12, &asked);
    result = confirm(in, in->chair, NULL, 0, NOT_NOW);
    assert_true(is_shut(&result, KEPT_APART_ARRANGED));
    must_not_meet(in, in->mother, father, T("Another door, and he comes by telephone."));
    (void)confirm(in, in->admin, NULL, 0, OK);
    struct conference_opened act = world_opened_act(in);
    static const enum gate LATE[] = {REPORTS_IN_TIME};
    assert_int_equal(world_try_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &act, LATE, 1, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, NOBODY_MEETS_WHO_MUST_NOT));
    attends(in, &act, father, ATTENDANCE_TELEPHONE);
    world_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &act, LATE, 1);
    world_case_whole(in);
}

/* What was not confirmed is opened by the chair's reason alone, and never past a hard gate of confirming. */
static void an_unconfirmed_conference_does_not_open(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    static const enum gate PAST[] = {CONFERENCE_IS_CONFIRMED, REPORTS_IN_TIME, KEPT_APART_ARRANGED, CHAIR_MET_PARENTS};
    struct conference_opened act = world_opened_act(in);
    assert_int_equal(world_try_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &act, PAST, 4, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, KEPT_APART_ARRANGED)); /* orders were not asked about: hard */
    world_ready(in, 12, 15);
    assert_int_equal(world_try_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &act, PAST + 1, 1, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, CONFERENCE_IS_CONFIRMED));
    assert_int_equal(world_try_past(in, &CONFERENCE_OPENED_ACT, in->admin, 20, &act, PAST, 2, &result).kind, NOT_NOW);
    world_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &act, PAST, 2);
    world_case_whole(in);
}

/* SA-13: that the chair offered to meet a parent is one fact: asked before, it is not asked again at the door. */
static void the_chairs_offer_is_said_once(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    static const enum gate LATE[] = {REPORTS_IN_TIME};
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
    struct conference_opened act = world_opened_act(in);
    for (size_t i = 0; i < act.attendance.count; i++)
        act.attendance.at[i].met = YESNO_NONE;
    assert_int_equal(world_try_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &act, LATE, 1, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, CHAIR_MET_PARENTS));
    WORLD_ACT(readiness_answered, READINESS_ANSWERED, asked);
    struct readiness_answered_adults row = {.person = in->mother, .chair_meets = ASKED_ANSWER_ASKED_YES};
    asked.asked = world_date(14);
    asked.adults.at = &row;
    asked.adults.count = 1;
    world_do(&in->world, in->arena, &READINESS_ANSWERED_ACT, in->worker, in->conference.n, 14, &asked);
    world_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &act, LATE, 1);
    world_case_whole(in);
}

/* SD-03: without the police for each child nobody confirms it, with no reason. SA-05: an agency that knows each child, or why not. */
static void three_agencies_for_each_child(void **state)
{
    struct world_case *in = *state;
    static const enum gate BOTH[] = {THREE_AGENCIES_INVITED, KNOWING_AGENCY_INVITED};
    world_ready(in, 12, 15);
    struct people_invited_invitations rows[2] = {
        {.invitation = world_invitation_of(in, in->police.n), .invited = YESNO_YES, .children = {in->family.children, 1}},
        {.invitation = world_invitation_of(in, in->school.n), .invited = YESNO_NO},
    };
    WORLD_ACT(people_invited, PEOPLE_INVITED, act);
    act.sent = world_date(12);
    act.invitations.at = rows;
    act.invitations.count = 2;
    world_do(&in->world, in->arena, &PEOPLE_INVITED_ACT, in->admin, in->conference.n, 12, &act);
    struct act_result result = confirm(in, in->chair, BOTH, 2, NOT_NOW);
    assert_true(is_shut(&result, THREE_AGENCIES_INVITED));
    assert_false(is_shut(&result, KNOWING_AGENCY_INVITED));
    result = confirm(in, in->chair, NULL, 0, NOT_NOW);
    assert_true(is_shut(&result, KNOWING_AGENCY_INVITED));
    struct conference_opened opened = world_opened_act(in); /* the same at the door */
    assert_int_equal(world_try_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &opened, BOTH, 1, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, THREE_AGENCIES_INVITED));
    rows[0].children.count = 2;
    act.invitations.count = 1;
    world_do(&in->world, in->arena, &PEOPLE_INVITED_ACT, in->admin, in->conference.n, 12, &act);
    (void)confirm(in, in->admin, BOTH + 1, 1, OK);
    world_case_whole(in);
}

/* SA-06 SD-05 SB-06: social care's report says all it must; a child's words are for professionals until the child agreed. */
static void a_report_says_what_it_must(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    struct report_written act = world_report_act(in);
    act.paragraphs.count--;
    assert_int_equal(world_try_past(in, &REPORT_WRITTEN_ACT, in->worker, 13, &act, NULL, 0, &result).kind, NOT_VALID);
    assert_true(text_contains(problems_of(&result.problems, T("paragraphs")), text_of(report_place_words(REPORT_PLACE_RECOMMENDATION))));
    act = world_report_act(in);
    size_t words = REPORT_PLACE_CHILD_VIEWS - 1;
    act.paragraphs.at[words].audience = AUDIENCE_EVERYONE;
    assert_int_equal(world_try_past(in, &REPORT_WRITTEN_ACT, in->worker, 13, &act, NULL, 0, &result).kind, NOT_VALID);
    struct readiness_answered agreed = world_ready_act(in, 12, 15);
    for (size_t i = 0; i < agreed.children.count; i++)
        agreed.children.at[i].words = ASKED_ANSWER_ASKED_YES;
    world_do(&in->world, in->arena, &READINESS_ANSWERED_ACT, in->worker, in->conference.n, 12, &agreed);
    act = world_report_act(in);
    act.paragraphs.at[words].audience = AUDIENCE_EVERYONE;
    world_do(&in->world, in->arena, &REPORT_WRITTEN_ACT, in->worker, in->conference.n, 13, &act);
    ReportId first = act.report;
    act = world_report_act(in); /* again, before it is released: the same report */
    world_do(&in->world, in->arena, &REPORT_WRITTEN_ACT, in->worker, in->conference.n, 13, &act);
    assert_int_equal(act.report.n, first.n);
    WORLD_ACT(report_written, REPORT_WRITTEN, school);
    struct report_written_paragraphs one = {.place = REPORT_PLACE_CONCERNS, .words = T("Tired on Mondays."), .audience = AUDIENCE_EVERYONE};
    school.invitation = world_invitation_of(in, in->school.n);
    school.paragraphs.at = &one;
    school.paragraphs.count = 1;
    assert_int_equal(world_try_past(in, &REPORT_WRITTEN_ACT, in->officer, 13, &school, NULL, 0, &result).kind, NOT_VALID);
    assert_true(text_contains(problems_of(&result.problems, T("invitation")), T("Choose the agency that you work for")));
    world_do(&in->world, in->arena, &REPORT_WRITTEN_ACT, in->teacher, in->conference.n, 13, &school);
    one.audience = AUDIENCE_NONE; /* its readers are the report's, or said nowhere */
    assert_int_equal(world_try_past(in, &REPORT_WRITTEN_ACT, in->teacher, 13, &school, NULL, 0, &result).kind, NOT_VALID);
    school.audience = AUDIENCE_NOT_TO_PERSON;
    school.not_to = in->mother;
    world_do(&in->world, in->arena, &REPORT_WRITTEN_ACT, in->teacher, in->conference.n, 13, &school);
    struct report_paragraphs_rows kept;
    Read *read = world_read(&in->world, in->arena, in->manager, 13);
    must(report_paragraphs(read, school.report, &kept));
    store_read_end(read);
    assert_int_equal(kept.count, 1);
    assert_int_equal(kept.at[0].audience, AUDIENCE_NOT_TO_PERSON);
    assert_int_equal(kept.at[0].not_to.n, in->mother.n);
    world_case_whole(in);
}

/* SC-12: nobody releases what they wrote; a protected address never leaves, however it is written; a name of another family is decided. */
static void a_report_is_read_by_another_and_scanned(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    struct world_family other = world_family(&in->world, in->arena, in->front_door, "Quillfeather", "Zebedee");
    assert_int_equal(other.count, 1);
    struct report_written act = world_report_act(in);
    act.paragraphs.at[0].words = T("They often play with Zebedee Quillfeather after school.");
    world_do(&in->world, in->arena, &REPORT_WRITTEN_ACT, in->worker, in->conference.n, 13, &act);
    WORLD_ACT(report_released, REPORT_RELEASED, released);
    released.report = act.report;
    static const enum gate PAST[] = {RELEASED_BY_ANOTHER, SCAN_DECIDED};
    assert_int_equal(world_try_past(in, &REPORT_RELEASED_ACT, in->worker, 13, &released, PAST, 2, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, RELEASED_BY_ANOTHER));
    assert_true(is_shut(&result, SCAN_DECIDED));
    bool named = false;
    for (size_t i = 0; i < result.shut.count; i++)
        named |= text_contains(result.shut.at[i].detail, T("Zebedee Quillfeather"));
    assert_true(named);
    struct report_released_kept kept = {T("zebedee quillfeather"), T("His mother asked that it be said.")};
    released.kept.at = &kept;
    released.kept.count = 1;
    world_do(&in->world, in->arena, &REPORT_RELEASED_ACT, in->manager, in->conference.n, 13, &released);
    assert_int_equal(world_try_past(in, &REPORT_RELEASED_ACT, in->manager, 13, &released, NULL, 0, &result).kind, NOT_VALID);
    world_case_whole(in);
}

/* SA-07 SC-17 SA-08 SD-06: every released report with each parent, in time; then the conference opens without a reason. */
static void reports_reach_the_parents_in_time(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
    struct report_written act = world_report_act(in);
    world_do(&in->world, in->arena, &REPORT_WRITTEN_ACT, in->worker, in->conference.n, 13, &act);
    WORLD_ACT(report_shared, REPORT_SHARED, shared);
    struct report_shared_people row = {.person = in->mother, .how = SHARING_HOW_READ_WITH, .explained = YESNO_YES};
    shared.reports.at = &act.report;
    shared.reports.count = 1;
    shared.shared_on = world_date(14);
    shared.people.at = &row;
    shared.people.count = 1;
    assert_int_equal(world_try_past(in, &REPORT_SHARED_ACT, in->worker, 14, &shared, NULL, 0, &result).kind, NOT_VALID); /* not released */
    WORLD_ACT(report_released, REPORT_RELEASED, released);
    released.report = act.report;
    world_do(&in->world, in->arena, &REPORT_RELEASED_ACT, in->manager, in->conference.n, 13, &released);
    row.how = SHARING_HOW_WITHHELD; /* only the chair's */
    row.withheld_why = T("A witness would be in danger.");
    assert_int_equal(world_try_past(in, &REPORT_SHARED_ACT, in->worker, 14, &shared, NULL, 0, &result).kind, NOT_VALID);
    row = (struct report_shared_people){.person = in->mother, .how = SHARING_HOW_READ_WITH, .explained = YESNO_YES, .added = T("I was at work.")};
    assert_int_equal(due_state(in, 0, OBLIGATION_KIND_REPORTS_INITIAL), OBLIGATION_STATE_WAITING);
    world_do(&in->world, in->arena, &REPORT_SHARED_ACT, in->worker, in->conference.n, 14, &shared);
    assert_int_not_equal(due_state(in, 0, OBLIGATION_KIND_REPORTS_INITIAL), OBLIGATION_STATE_WAITING);
    struct conference_opened opened = world_opened_act(in);
    world_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &opened, NULL, 0);
    world_case_whole(in);
}

/* SA-03: a letter goes only where contact was asked about, alone, and this way was said to be safe: the answer before the conference is the adult's
 * safe contact on the family's page, and what was said last holds. */
static void no_letter_before_safe_contact_is_asked(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    ReportId report = world_report(in, 13);
    WORLD_ACT(report_shared, REPORT_SHARED, act);
    struct report_shared_people row = {.person = in->mother, .how = SHARING_HOW_POST, .explained = YESNO_NO};
    static const enum gate PAST[] = {SAFE_CONTACT_OBEYED};
    act.reports.at = &report;
    act.reports.count = 1;
    act.shared_on = world_date(14);
    act.people.at = &row;
    act.people.count = 1;
    assert_int_equal(world_try_past(in, &REPORT_SHARED_ACT, in->chair, 14, &act, PAST, 1, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, SAFE_CONTACT_OBEYED));
    struct readiness_answered asked = world_ready_act(in, 14, 15);
    asked.adults.at->contact_ways = 1 << SAFE_WAY_TELEPHONE;
    asked.adults.at->contact_how = T("In the morning");
    world_do(&in->world, in->arena, &READINESS_ANSWERED_ACT, in->worker, in->conference.n, 14, &asked);
    assert_int_equal(world_try_past(in, &REPORT_SHARED_ACT, in->chair, 14, &act, PAST, 1, &result).kind, NOT_NOW);
    assert_true(text_contains(result.shut.at[0].detail, T("Known: Safe: Telephone. In the morning")));
    Read *read = world_read(&in->world, in->arena, in->worker, 14);
    struct adult_contact contact;
    bool found;
    must(adult_contact(read, in->mother, in->family.family, &contact, &found));
    store_read_end(read);
    assert_true(text_equal_string(contact.safe_contact, "Safe: Telephone. In the morning"));
    asked.adults.at->contact = ASKED_ANSWER_ASKED_NO_ANSWER; /* what was said before stands */
    world_do(&in->world, in->arena, &READINESS_ANSWERED_ACT, in->worker, in->conference.n, 14, &asked);
    assert_int_equal(world_try_past(in, &REPORT_SHARED_ACT, in->chair, 14, &act, PAST, 1, &result).kind, NOT_NOW);
    assert_true(text_contains(result.shut.at[0].detail, T("In the morning")));
    WORLD_ACT(safe_contact_set, SAFE_CONTACT_SET, set);
    set.person = in->mother;
    set.safe = YESNO_YES;
    set.ways = 1 << SAFE_WAY_POST;
    set.how = T("Post to her mother's");
    set.domestic_abuse = YESNO_NO;
    world_do(&in->world, in->arena, &SAFE_CONTACT_SET_ACT, in->worker, in->family.family.n, 14, &set);
    world_past(in, &REPORT_SHARED_ACT, in->worker, 14, &act, NULL, 0);
    world_case_whole(in);
}

/* SC-09: parents' and children's words are minuted, or that they were offered; then nothing stops the decision. */
static void the_family_is_heard(void **state)
{
    struct world_case *in = *state;
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
    world_opened(in, 20);
    world_views(in, AGENCY_VIEW_PLAN, 20);
    WORLD_ACT(family_view_given, FAMILY_VIEW_GIVEN, act);
    struct family_view_given_adults mother = {.person = in->mother, .how = HEARD_HOW_SAID, .words = T("I want help, not blame."), .asked = T("Who reads this?")};
    struct family_view_given_children rows[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, rows, {.how = HEARD_HOW_OTHER_WAY, .words = T("A drawing of the house without a door.")});
    act.adults.at = &mother;
    act.adults.count = 1;
    act.children.at = rows;
    act.children.count = in->family.count;
    world_do(&in->world, in->arena, &FAMILY_VIEW_GIVEN_ACT, in->admin, in->conference.n, 20, &act);
    assert_int_equal(act.open.at[0].audience, AUDIENCE_PROFESSIONALS);
    struct conference_decided decided = world_decided_act(in, CONFERENCE_DECISION_PLAN, 20);
    world_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 20, &decided, NULL, 0);
    world_case_whole(in);
}

/* Inquorate or adjourned: to be reconvened. The children stand where they stood; it is booked again. */
static void not_held_is_reconvened(void **state)
{
    struct world_case *in = *state;
    struct act_result result;
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
    WORLD_ACT(conference_not_held, CONFERENCE_NOT_HELD, act);
    act.what = NOT_HELD_INQUORATE;
    act.why = T("Only social care and the school came.");
    world_do(&in->world, in->arena, &CONFERENCE_NOT_HELD_ACT, in->admin, in->conference.n, 20, &act);
    struct conference_opened opened = world_opened_act(in);
    assert_int_equal(world_try_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &opened, NULL, 0, &result).kind, NOT_NOW);
    assert_true(is_shut(&result, MOVE_IS_OPEN));
    assert_int_equal(due_state(in, 0, OBLIGATION_KIND_INITIAL_CONFERENCE), OBLIGATION_STATE_WAITING);
    world_booked(in, 21, 23);
    world_confirmed(in, 21);
    world_opened(in, 23);
    world_case_whole(in);
}

/* SC-13 SD-11: the summary at once, the notes within ten working days. Without a plan the parts of chair and agencies end with the notes. */
static void what_is_sent_ends_the_conference(void **state)
{
    struct world_case *in = *state;
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
    world_opened(in, 20);
    world_views(in, AGENCY_VIEW_NO_PLAN, 20);
    world_decided(in, CONFERENCE_DECISION_NO_PLAN_CHILD_IN_NEED, 20);
    assert_int_equal(due_state(in, 0, OBLIGATION_KIND_DECISION_LETTER), OBLIGATION_STATE_WAITING);
    WORLD_ACT(summary_sent, SUMMARY_SENT, act);
    struct summary_sent_people row = {.person = in->mother, .how = SHARING_HOW_BY_HAND};
    act.what = SENT_WHAT_SUMMARY;
    act.sent_on = world_date(20);
    act.people.at = &row;
    act.people.count = 1;
    world_do(&in->world, in->arena, &SUMMARY_SENT_ACT, in->admin, in->conference.n, 20, &act);
    assert_int_not_equal(due_state(in, 0, OBLIGATION_KIND_DECISION_LETTER), OBLIGATION_STATE_WAITING);
    act.what = SENT_WHAT_NOTES;
    world_do(&in->world, in->arena, &SUMMARY_SENT_ACT, in->admin, in->conference.n, 21, &act);
    assert_int_not_equal(due_state(in, 0, OBLIGATION_KIND_CONFERENCE_NOTES), OBLIGATION_STATE_WAITING);
    Read *read = world_read(&in->world, in->arena, in->teacher, 22);
    assert_int_equal(may(read, READ_SHARED, in->family.children[0]).kind, NOT_FOUND);
    store_read_end(read);
    world_case_whole(in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nothing_asked_nothing_confirmed, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(asked_without_an_answer_is_answered, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(the_newest_answer_holds, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(who_must_not_meet_does_not, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(an_order_keeps_apart, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(an_unconfirmed_conference_does_not_open, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(the_chairs_offer_is_said_once, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(three_agencies_for_each_child, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_report_says_what_it_must, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_report_is_read_by_another_and_scanned, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(reports_reach_the_parents_in_time, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(no_letter_before_safe_contact_is_asked, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(the_family_is_heard, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(not_held_is_reconvened, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(what_is_sent_ends_the_conference, set_up, world_case_take_down),
    };
    RUN_ON_BOTH(tests);
}
