/* A conference on its way, for tests of it and of what comes after. Each function does one act; a test that wants something else fills the act
 * itself. */
#ifndef TESTS_ACTS_WORLD_CONFERENCE_H
#define TESTS_ACTS_WORLD_CONFERENCE_H

#include "acts/conference/chair_assigned_act.h"
#include "acts/conference/conference_booked_act.h"
#include "acts/conference/conference_moved_act.h"
#include "acts/conference/conference_called_act.h"
#include "acts/conference/conference_confirmed_act.h"
#include "acts/conference/conference_decided_act.h"
#include "acts/conference/conference_opened_act.h"
#include "acts/conference/people_invited_act.h"
#include "acts/conference/readiness_answered_act.h"
#include "acts/conference/report_released_act.h"
#include "acts/conference/report_shared_act.h"
#include "acts/conference/report_written_act.h"
#include "acts/conference/view_given_act.h"
#include "store/conference_sql.h"
#include "store/invitation_sql.h"
#include "world_enquiry.h"

/* Who is there before a conference: people with their duties, agencies, a family whose enquiry found continuing risk. */
struct world_case {
    struct world world;
    Arena *arena;
    TeamId team, admins, chairs;
    AgencyId social_care, police, health, school;
    PersonId manager, worker, front_door, chair, admin, officer, visitor, teacher;
    struct world_family family;
    PersonId mother;
    ConferenceId conference;
};

/* The organisation and a family of these children, whose case the worker holds. */
__attribute__((unused)) static void world_case_open(struct world_case *in, const char *children)
{
    struct world *world = &in->world;
    in->world = world_new();
    in->arena = arena_new(0);
    Arena *arena = in->arena;
    world_authority(world, arena);
    in->team = world_team(world, arena, "Safeguarding east", DUTY_SOCIAL_WORKER);
    in->admins = world_team(world, arena, "Conference office", DUTY_CONFERENCE_ADMIN);
    in->chairs = world_team(world, arena, "Conference chairs", DUTY_CHAIR);
    in->social_care = world_agency(world, arena, "Northmoor children's social care", AGENCY_KIND_SOCIAL_CARE);
    in->police = world_agency(world, arena, "Northmoor police", AGENCY_KIND_POLICE);
    in->health = world_agency(world, arena, "Northmoor health visitors", AGENCY_KIND_HEALTH);
    in->school = world_agency(world, arena, "Hollow Lane Primary School", AGENCY_KIND_EDUCATION);
    in->manager = world_worker_of(world, arena, "Hanne", DUTY_TEAM_MANAGER, in->team, (PersonId){0});
    in->worker = world_worker_of(world, arena, "Idris", DUTY_SOCIAL_WORKER, in->team, in->manager);
    in->front_door = world_worker_of(world, arena, "Fenwick", DUTY_FRONT_DOOR, in->team, in->manager);
    in->chair = world_worker_of(world, arena, "Margaux", DUTY_CHAIR, in->chairs, (PersonId){0});
    in->admin = world_worker_of(world, arena, "Lucian", DUTY_CONFERENCE_ADMIN, in->admins, (PersonId){0});
    struct {
        const char *given;
        AgencyId agency;
        PersonId *person;
    } partners[] = {{"Owen", in->police, &in->officer}, {"Carys", in->health, &in->visitor}, {"Imran", in->school, &in->teacher}};
    for (size_t i = 0; i < sizeof partners / sizeof *partners; i++) {
        struct worker_added act = world_worker(partners[i].given, DUTY_PARTNER);
        act.agency = partners[i].agency;
        world_do(world, arena, &WORKER_ADDED_ACT, PERSON_SYSTEM, 0, 0, &act);
        *partners[i].person = act.worker;
    }
    in->family = world_family(world, arena, in->front_door, "Okafor-Lane", children);
    in->mother = world_adult(world, arena, in->front_door, &in->family, "Chidinma", RELATIONSHIP_KIND_MOTHER);
}

__attribute__((unused)) static void world_case_end(struct world_case *in)
{
    world_end(&in->world);
    arena_free(in->arena);
}

/* For cmocka, after a set_up that made *state with calloc. */
__attribute__((unused)) static int world_case_take_down(void **state)
{
    world_case_end(*state);
    free(*state);
    return 0;
}

/* Replayed, the tables are what they are. */
__attribute__((unused)) static void world_case_whole(struct world_case *in) { world_whole(&in->world, in->arena); }

/* From the first contact (day 0) to the end of an enquiry that found continuing risk (day 9). */
__attribute__((unused)) static void world_case_at_risk(struct world_case *in)
{
    world_to_enquiry(&in->world, in->arena, in->front_door, in->manager, in->worker, &in->family, in->mother);
    world_concluded(&in->world, in->arena, in->worker, &in->family, S47_OUTCOME_SUBSTANTIATED_RISK, ENQUIRY_NEXT_NONE, 9);
}

__attribute__((unused)) static struct conference_called world_called_act(struct world_case *in, enum conference_kind kind, int planned)
{
    WORLD_ACT(conference_called, CONFERENCE_CALLED, act);
    act.kind = kind;
    act.children.at = in->family.children;
    act.children.count = in->family.count;
    act.planned = world_date(planned);
    act.why = T("Hurt twice, and afraid to go home.");
    return act;
}

/* The manager calls it on one day for another. */
__attribute__((unused)) static ConferenceId world_called(struct world_case *in, enum conference_kind kind, int day, int planned)
{
    struct conference_called act = world_called_act(in, kind, planned);
    world_do(&in->world, in->arena, &CONFERENCE_CALLED_ACT, in->manager, in->family.family.n, day, &act);
    return in->conference = act.conference;
}

__attribute__((unused)) static void world_chair(struct world_case *in, int day)
{
    WORLD_ACT(chair_assigned, CHAIR_ASSIGNED, act);
    act.chair = in->chair;
    world_do(&in->world, in->arena, &CHAIR_ASSIGNED_ACT, in->admin, in->conference.n, day, &act);
}

__attribute__((unused)) static void world_booked(struct world_case *in, int day, int held_on)
{
    WORLD_ACT(conference_booked, CONFERENCE_BOOKED, act);
    act.held_on = world_date(held_on);
    act.time = 10 * 60;
    act.place = T("Elmfield Centre");
    act.room = T("Room 2");
    world_do(&in->world, in->arena, &CONFERENCE_BOOKED_ACT, in->admin, in->conference.n, day, &act);
}

/* To another day, at the same time and place. */
__attribute__((unused)) static struct conference_moved world_moved_act(int held_on)
{
    WORLD_ACT(conference_moved, CONFERENCE_MOVED, act);
    act.held_on = world_date(held_on);
    act.time = 10 * 60;
    act.place = T("Elmfield Centre");
    act.room = T("Room 2");
    act.why = T("The health visitor is on leave.");
    return act;
}

__attribute__((unused)) static void world_moved(struct world_case *in, int day, int held_on)
{
    struct conference_moved act = world_moved_act(held_on);
    world_do(&in->world, in->arena, &CONFERENCE_MOVED_ACT, in->admin, in->conference.n, day, &act);
}

/* Everybody thought of for the conference, as it stands. */
__attribute__((unused)) static struct invitations_of_rows world_invitations(struct world_case *in)
{
    struct invitations_of_rows rows;
    Read *read = world_read(&in->world, in->arena, PERSON_SYSTEM, 0);
    must(invitations_of(read, in->conference, &rows));
    store_read_end(read);
    return rows;
}

/* The invitation of an agency or a person; n == 0: not thought of. */
__attribute__((unused)) static InvitationId world_invitation_of(struct world_case *in, int64_t who)
{
    struct invitations_of_rows rows = world_invitations(in);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].agency.n == who || (rows.at[i].agency.n == 0 && rows.at[i].person.n == who))
            return rows.at[i].invitation;
    return (InvitationId){0};
}

/* Everybody thought of is invited, and the school's teacher. */
__attribute__((unused)) static struct people_invited world_invited_act(struct world_case *in, int day)
{
    WORLD_ACT(people_invited, PEOPLE_INVITED, act);
    struct invitations_of_rows rows = world_invitations(in);
    struct people_invited_invitations *said = ARENA_MANY(in->arena, rows.count, struct people_invited_invitations);
    for (size_t i = 0; i < rows.count; i++)
        said[i] = (struct people_invited_invitations){.invitation = rows.at[i].invitation, .invited = YESNO_YES};
    act.sent = world_date(day);
    act.invitations.at = said;
    act.invitations.count = rows.count;
    if (world_invitation_of(in, in->school.n).n == 0) {
        struct people_invited_professionals *teacher = ARENA_NEW(in->arena, struct people_invited_professionals);
        *teacher = (struct people_invited_professionals){.professional = in->teacher, .knows = YESNO_YES};
        act.professionals.at = teacher;
        act.professionals.count = 1;
    }
    return act;
}

__attribute__((unused)) static void world_invited(struct world_case *in, int day)
{
    struct people_invited act = world_invited_act(in, day);
    world_do(&in->world, in->arena, &PEOPLE_INVITED_ACT, in->admin, in->conference.n, day, &act);
}

/* Everybody was asked everything; the reports are to be shared on a day. */
__attribute__((unused)) static struct readiness_answered world_ready_act(struct world_case *in, int day, int sharing_on)
{
    WORLD_ACT(readiness_answered, READINESS_ANSWERED, act);
    struct readiness_answered_children *children = ARENA_MANY(in->arena, WORLD_CHILDREN, struct readiness_answered_children);
    struct readiness_answered_adults *mother = ARENA_NEW(in->arena, struct readiness_answered_adults);
    struct invitations_of_rows rows = world_invitations(in);
    struct readiness_answered_invitations *reports = ARENA_MANY(in->arena, rows.count, struct readiness_answered_invitations);
    WORLD_ROWS(&in->family, children, {.told = ASKED_ANSWER_ASKED_YES, .advocate = ASKED_ANSWER_NOT_NEEDED, .comes = ASKED_ANSWER_ASKED_NO,
                                       .comes_how = T("Too young; her drawing is brought, the social worker decided with her.")});
    *mother = (struct readiness_answered_adults){.person = in->mother, .told = ASKED_ANSWER_ASKED_YES, .advocate = ASKED_ANSWER_ASKED_YES,
                                                 .needs = ASKED_ANSWER_ASKED_NO_ANSWER, .supporter = ASKED_ANSWER_ASKED_NO_ANSWER,
                                                 .contact = ASKED_ANSWER_ASKED_YES, .contact_ways = 1 << SAFE_WAY_POST | 1 << SAFE_WAY_TELEPHONE, .apart = ASKED_ANSWER_ASKED_NO};
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].agency.n != 0)
            reports[act.invitations.count++] = (struct readiness_answered_invitations){.invitation = rows.at[i].invitation, .report = ASKED_ANSWER_ASKED_YES};
    act.asked = world_date(day);
    act.children.at = children;
    act.children.count = in->family.count;
    act.adults.at = mother;
    act.adults.count = 1;
    act.invitations.at = reports;
    act.sharing_on = world_date(sharing_on);
    return act;
}

__attribute__((unused)) static void world_ready(struct world_case *in, int day, int sharing_on)
{
    struct readiness_answered act = world_ready_act(in, day, sharing_on);
    world_do(&in->world, in->arena, &READINESS_ANSWERED_ACT, in->worker, in->conference.n, day, &act);
}

__attribute__((unused)) static void world_confirmed(struct world_case *in, int day)
{
    WORLD_ACT(conference_confirmed, CONFERENCE_CONFIRMED, act);
    act.told = YESNO_YES;
    world_do(&in->world, in->arena, &CONFERENCE_CONFIRMED_ACT, in->admin, in->conference.n, day, &act);
}

/* Social care's report, a paragraph of each kind. */
__attribute__((unused)) static struct report_written world_report_act(struct world_case *in)
{
    WORLD_ACT(report_written, REPORT_WRITTEN, act);
    struct report_written_paragraphs *rows = ARENA_MANY(in->arena, REPORT_PLACE_COUNT, struct report_written_paragraphs);
    for (int place = REPORT_PLACE_NONE + 1; place < REPORT_PLACE_COUNT; place++)
        rows[act.paragraphs.count++] = (struct report_written_paragraphs){
            .place = (enum report_place)place, .words = T("What we know, and how we know it."),
            .audience = place == REPORT_PLACE_CHILD_VIEWS ? AUDIENCE_PROFESSIONALS : AUDIENCE_EVERYONE};
    act.invitation = world_invitation_of(in, in->social_care.n);
    act.paragraphs.at = rows;
    return act;
}

/* Written by the worker; the manager releases it. */
__attribute__((unused)) static ReportId world_report(struct world_case *in, int day)
{
    struct report_written act = world_report_act(in);
    world_do(&in->world, in->arena, &REPORT_WRITTEN_ACT, in->worker, in->conference.n, day, &act);
    WORLD_ACT(report_released, REPORT_RELEASED, released);
    released.report = act.report;
    world_do(&in->world, in->arena, &REPORT_RELEASED_ACT, in->manager, in->conference.n, day, &released);
    return act.report;
}

/* Given to the mother by hand, and explained. */
__attribute__((unused)) static void world_shared(struct world_case *in, ReportId report, int day)
{
    WORLD_ACT(report_shared, REPORT_SHARED, act);
    struct report_shared_people row = {.person = in->mother, .how = SHARING_HOW_BY_HAND, .explained = YESNO_YES};
    act.reports.at = &report;
    act.reports.count = 1;
    act.shared_on = world_date(day);
    act.people.at = &row;
    act.people.count = 1;
    world_do(&in->world, in->arena, &REPORT_SHARED_ACT, in->worker, in->conference.n, day, &act);
}

/* Everybody who was invited is there, and the chair met the parents. */
__attribute__((unused)) static struct conference_opened world_opened_act(struct world_case *in)
{
    WORLD_ACT(conference_opened, CONFERENCE_OPENED, act);
    struct invitations_of_rows rows = world_invitations(in);
    struct conference_opened_attendance *there = ARENA_MANY(in->arena, rows.count, struct conference_opened_attendance);
    for (size_t i = 0; i < rows.count; i++)
        there[i] = (struct conference_opened_attendance){
            .invitation = rows.at[i].invitation, .attendance = ATTENDANCE_PRESENT, .confidentiality = YESNO_YES, .met = YESNO_YES};
    act.attendance.at = there;
    act.attendance.count = rows.count;
    act.introductions = act.confidential = YESNO_YES;
    return act;
}

/* A request of the conference with reasons for going on past these gates. */
__attribute__((unused)) static Err world_try_past(struct world_case *in, const struct act_kind *kind, PersonId who, int day, void *act,
                                                  const enum gate *gates, size_t count, struct act_result *ret_result)
{
    struct act_request request = world_request(who);
    struct act_reason reasons[8];
    for (size_t i = 0; i < count; i++)
        reasons[i] = (struct act_reason){gates[i], T("The children cannot wait.")};
    request.target = in->conference.n;
    request.now.us += day * DAY_US;
    request.reasons = reasons;
    request.reason_count = count;
    return act_do(in->world.acts, kind, &request, act, in->arena, ret_result);
}

/* The same, and it must be done. */
__attribute__((unused)) static void world_past(struct world_case *in, const struct act_kind *kind, PersonId who, int day, void *act,
                                               const enum gate *gates, size_t count)
{
    struct act_result result = {0};
    Err done = world_try_past(in, kind, who, day, act, gates, count, &result);
    for (size_t i = 0; done.kind == NOT_VALID && i < result.problems.count; i++)
        print_error("%s: %.*s: %.*s\n", kind->name, TEXT_ARGS(result.problems.at[i].field), TEXT_ARGS(result.problems.at[i].sentence));
    for (size_t i = 0; done.kind == NOT_NOW && i < result.shut.count; i++)
        print_error("%s: %s %.*s\n", kind->name, gate_row(result.shut.at[i].gate)->name, TEXT_ARGS(result.shut.at[i].detail));
    must(done);
}

/* The chair opens it; the reports were not with the parents, and the chair says why it goes on. */
__attribute__((unused)) static void world_opened(struct world_case *in, int day)
{
    static const enum gate LATE[] = {REPORTS_IN_TIME};
    struct conference_opened act = world_opened_act(in);
    world_past(in, &CONFERENCE_OPENED_ACT, in->chair, day, &act, LATE, 1);
}

/* One agency says the same about each child; the administrator writes it down. */
__attribute__((unused)) static void world_view(struct world_case *in, AgencyId agency, enum agency_view opinion, int day)
{
    WORLD_ACT(view_given, VIEW_GIVEN, act);
    struct view_given_children rows[WORLD_CHILDREN];
    WORLD_ROWS(&in->family, rows, {.opinion = opinion, .categories = opinion == AGENCY_VIEW_PLAN ? 1 << CATEGORY_PHYSICAL : 0,
                                   .reason = T("What we saw and heard.")});
    act.invitation = world_invitation_of(in, agency.n);
    act.children.at = rows;
    act.children.count = in->family.count;
    world_do(&in->world, in->arena, &VIEW_GIVEN_ACT, in->admin, in->conference.n, day, &act);
}

/* Social care, police, health and the school each say the same. */
__attribute__((unused)) static void world_views(struct world_case *in, enum agency_view opinion, int day)
{
    const AgencyId agencies[] = {in->social_care, in->police, in->health, in->school};
    for (size_t i = 0; i < sizeof agencies / sizeof *agencies; i++)
        world_view(in, agencies[i], opinion, day);
}

/* The same decision for each child, with all that a plan begins with. */
__attribute__((unused)) static struct conference_decided world_decided_act(struct world_case *in, enum conference_decision decision, int day)
{
    WORLD_ACT(conference_decided, CONFERENCE_DECIDED, act);
    bool plan = decision == CONFERENCE_DECISION_PLAN || decision == CONFERENCE_DECISION_CHANGED || decision == CONFERENCE_DECISION_GOES_ON;
    struct conference_decided_children *rows = ARENA_MANY(in->arena, WORLD_CHILDREN, struct conference_decided_children);
    WORLD_ROWS(&in->family, rows, {.decision = decision, .reason = T("Hurt twice; the person who hurt her is still at home."),
                                   .review_on = DATE_NONE});
    for (size_t i = 0; plan && i < in->family.count; i++) {
        rows[i].categories = 1 << CATEGORY_PHYSICAL | 1 << CATEGORY_EMOTIONAL;
        rows[i].harm_kinds = 1 << HARM_KIND_ILL_TREATMENT;
        rows[i].harm = T("Bruises; likely again while nothing changes.");
        rows[i].cause = T("Anger when drink is in the house.");
        rows[i].key_worker = in->worker;
        rows[i].review_on = world_date(day + 80);
        rows[i].cared_for = T("At home with Mum; Dad lives elsewhere.");
        rows[i].contingency = T("A strategy discussion the same day.");
    }
    for (size_t i = 0; decision == CONFERENCE_DECISION_ENDS && i < in->family.count; i++)
        rows[i].after = AFTER_PLAN_CHILD_IN_NEED;
    PersonId *core = ARENA_MANY(in->arena, 3, PersonId);
    core[0] = in->mother;
    core[1] = in->teacher;
    core[2] = in->worker;
    act.who_decides = WHO_DECIDES_CHAIR;
    act.children.at = rows;
    act.children.count = in->family.count;
    act.core_group.at = core;
    act.core_group.count = 3;
    return act;
}

/* The chair records it; the family's own words come later, and the chair says why it goes on. */
__attribute__((unused)) static void world_decided(struct world_case *in, enum conference_decision decision, int day)
{
    static const enum gate HEARD[] = {FAMILY_HEARD};
    struct conference_decided act = world_decided_act(in, decision, day);
    world_past(in, &CONFERENCE_DECIDED_ACT, in->chair, day, &act, HEARD, 1);
}

/* From the enquiry's end (day 9) to a conference that is confirmed for day 20 (called on 10, booked and invited on 11), and on into the room. */
__attribute__((unused)) static void world_to_confirmed(struct world_case *in)
{
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(in, 10);
    world_booked(in, 11, 20);
    world_invited(in, 11);
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
}

__attribute__((unused)) static void world_to_meeting(struct world_case *in)
{
    world_to_confirmed(in);
    world_opened(in, 20);
}

/* From the enquiry's end (day 9) to the conference's decision (day 20). */
__attribute__((unused)) static void world_initial_conference(struct world_case *in, enum conference_decision decision)
{
    world_to_meeting(in);
    world_views(in, AGENCY_VIEW_PLAN, 20);
    world_decided(in, decision, 20);
}

#endif
