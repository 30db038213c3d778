/* What the family's home says after a conference, and of one to come. SC-13 SD-11 SD-18 SE-11 */
#include "../acts/world_conference.h"

#include "acts/conference/summary_sent_act.h"
#include "acts/enquiry/notification_attached_act.h"
#include "acts/people/person_changed_act.h"
#include "acts/people/sign_in_given_act.h"
#include "pages/conference/papers.h"
#include "pages/family/own_home.h"
#include "web/site.h"

#define assert_has(text, part) do { if (!text_contains((text), T(part))) fail_msg("'%s' is not on the page", (part)); } while (0)
#define assert_lacks(text, part) do { if (text_contains((text), T(part))) fail_msg("'%s' is on the page", (part)); } while (0)

static Text own_page_of(struct world_case *in, PersonId person, enum duty duty, int day, Err (*page)(struct request *, struct response *))
{
    struct site site = {.authority_name = T("Northmoor Council"), .authority = WORLD_AUTHORITY, .store = in->world.store};
    Read *read = world_read(&in->world, in->arena, person, day);
    struct request request = {.arena = in->arena, .site = &site, .authority = WORLD_AUTHORITY, .person = person, .duty = duty, .now = read->now,
                              .today = read->today, .read = read, .ids = {.conference = in->conference}, .session = {.token = T("00"), .hash = T("00")}};
    struct response response = {.body = out_new(in->arena)};
    must(page(&request, &response));
    store_read_end(read);
    return out_all(&response.body);
}

static Text home_of(struct world_case *in, PersonId person, enum duty duty, int day) { return own_page_of(in, person, duty, day, own_home_page); }
static Text papers_of(struct world_case *in, PersonId person, enum duty duty, int day) { return own_page_of(in, person, duty, day, papers_page); }

static PersonId account_beside(struct world_case *in, enum family_account kind, PersonId beside, int day)
{
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, act);
    act.kind = kind;
    act.adult = in->mother;
    act.beside = beside;
    act.child = in->family.children[0];
    act.given = T("Tess");
    act.family_name = T("Quillan");
    act.children.at = in->family.children;
    act.children.count = 1;
    world_do(&in->world, in->arena, &SIGN_IN_GIVEN_ACT, in->manager, in->family.family.n, day, &act);
    return act.account;
}

static PersonId account(struct world_case *in, enum family_account kind, int day) { return account_beside(in, kind, (PersonId){0}, day); }

static void open_case(struct world_case *in)
{
    world_case_open(in, "Ada");
    world_case_at_risk(in);
    (void)account(in, FAMILY_ACCOUNT_PARENT, 9);
}

/* 'What did they decide?' is answered on the first page, in words for each child, with the papers that came. */
static void home_says_what_was_decided(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    assert_lacks(home_of(&in, in.mother, DUTY_PARENT, 10), "What the last meeting decided");
    world_initial_conference(&in, CONFERENCE_DECISION_PLAN);
    Text home = home_of(&in, in.mother, DUTY_PARENT, 21);
    assert_has(home, "What the last meeting decided");
    assert_has(home, "There is a plan to keep Ada safe.");
    assert_lacks(home, "drink"); /* the reasons stand in the copy that is built for its reader */
    assert_lacks(home, "The notes of the meeting");
    WORLD_ACT(summary_sent, SUMMARY_SENT, sent);
    struct summary_sent_people row = {.person = in.mother, .how = SHARING_HOW_BY_HAND};
    sent.what = SENT_WHAT_NOTES;
    sent.sent_on = world_date(22);
    sent.people.at = &row;
    sent.people.count = 1;
    world_do(&in.world, in.arena, &SUMMARY_SENT_ACT, in.admin, in.conference.n, 22, &sent);
    home = home_of(&in, in.mother, DUTY_PARENT, 23);
    assert_has(home, "The notes of the meeting");
    assert_has(home, "We gave it to you");
    world_case_end(&in);
}

static void home_says_that_there_is_no_plan(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    world_initial_conference(&in, CONFERENCE_DECISION_NO_PLAN_CHILD_IN_NEED);
    assert_has(home_of(&in, in.mother, DUTY_PARENT, 21), "Ada does not need this kind of plan.");
    world_case_end(&in);
}

/* Nobody is asked to come before they are invited; who stands beside a child sees the child's meeting, and no other adviser. */
static void a_meeting_is_theirs_once_they_are_invited(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    (void)world_agency(&in.world, in.arena, "Northmoor Advice", AGENCY_KIND_ADVOCACY);
    PersonId child = account(&in, FAMILY_ACCOUNT_YOUNG_PERSON, 9), advocate = account(&in, FAMILY_ACCOUNT_ADVOCATE, 9);
    WORLD_ACT(person_changed, PERSON_CHANGED, older);
    (void)date_of(2012, 2, 28, &older.born);
    world_do(&in.world, in.arena, &PERSON_CHANGED_ACT, in.worker, in.family.children[0].n, 9, &older);
    world_called(&in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(&in, 10);
    world_booked(&in, 11, 20);
    assert_has(home_of(&in, in.mother, DUTY_PARENT, 11), "There is no meeting planned");
    assert_has(home_of(&in, child, DUTY_YOUNG_PERSON, 11), "There is no meeting planned");
    assert_has(home_of(&in, advocate, DUTY_ADVOCATE, 11), "There is no meeting planned");
    world_invited(&in, 12);
    assert_has(home_of(&in, in.mother, DUTY_PARENT, 12), "please be here");
    assert_has(home_of(&in, child, DUTY_YOUNG_PERSON, 12), "please be here");
    assert_has(home_of(&in, in.mother, DUTY_PARENT, 12), "Northmoor Advice");
    assert_has(home_of(&in, advocate, DUTY_ADVOCATE, 12), "Ada is asked to this meeting.");
    assert_lacks(home_of(&in, advocate, DUTY_ADVOCATE, 12), "Northmoor Advice");
    world_case_end(&in);
}

/* Who stands beside an adult is told of that adult's meeting, never of one from which the adult is kept away. SD-13 SC-12 */
static void beside_an_adult_it_is_the_adults_meeting(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    PersonId father = world_adult(&in.world, in.arena, in.worker, &in.family, "Emeka", RELATIONSHIP_KIND_FATHER);
    PersonId friend = account_beside(&in, FAMILY_ACCOUNT_SUPPORTER, in.mother, 9), uncle = account_beside(&in, FAMILY_ACCOUNT_SUPPORTER, father, 9);
    WORLD_ACT(person_changed, PERSON_CHANGED, older);
    (void)date_of(2012, 2, 28, &older.born);
    world_do(&in.world, in.arena, &PERSON_CHANGED_ACT, in.worker, in.family.children[0].n, 9, &older);
    world_called(&in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(&in, 10);
    world_booked(&in, 11, 20);
    struct people_invited invited = world_invited_act(&in, 12);
    struct invitations_of_rows rows = world_invitations(&in);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].person.n == father.n)
            invited.invitations.at[i] = (struct people_invited_invitations){.invitation = rows.at[i].invitation, .invited = YESNO_NO,
                .exclusion = EXCLUSION_EXTENT_WHOLE, .exclusion_why = T("The court's order."), .other_way = T("In writing.")};
    world_do(&in.world, in.arena, &PEOPLE_INVITED_ACT, in.chair, in.conference.n, 12, &invited);
    assert_has(home_of(&in, friend, DUTY_ADVOCATE, 12), "Chidinma is asked to this meeting.");
    assert_has(home_of(&in, uncle, DUTY_ADVOCATE, 12), "There is no meeting planned");
    assert_has(papers_of(&in, in.mother, DUTY_PARENT, 12), "The meeting on ");
    assert_has(papers_of(&in, friend, DUTY_ADVOCATE, 12), "The meeting on ");
    assert_lacks(papers_of(&in, uncle, DUTY_ADVOCATE, 12), "The meeting on ");
    assert_has(papers_of(&in, uncle, DUTY_ADVOCATE, 21), "The meeting on ");
    world_case_end(&in);
}

/* SA-03: who must not meet somebody is not sent to the door at which everybody arrives; the day is said, and who tells them the rest. */
static void who_must_not_meet_has_a_time_of_their_own(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    world_called(&in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(&in, 10);
    world_booked(&in, 11, 20);
    world_invited(&in, 12);
    assert_has(home_of(&in, in.mother, DUTY_PARENT, 12), "please be here");
    assert_has(home_of(&in, in.mother, DUTY_PARENT, 12), "Elmfield Centre");
    struct readiness_answered act = world_ready_act(&in, 12, 15);
    PersonId father = world_adult(&in.world, in.arena, in.worker, &in.family, "Declan", RELATIONSHIP_KIND_FATHER);
    act.adults.at[0].apart = ASKED_ANSWER_ASKED_YES;
    act.adults.at[0].apart_from = father;
    world_do(&in.world, in.arena, &READINESS_ANSWERED_ACT, in.worker, in.conference.n, 12, &act);
    Text home = home_of(&in, in.mother, DUTY_PARENT, 13);
    assert_has(home, "You have your own time and your own way in.");
    assert_lacks(home, "please be here");
    assert_lacks(home, "Elmfield Centre");
    world_case_end(&in);
}

/* SA-02: a parent reads, in plain words, what the police told us; not the notification itself, and nobody reads it from whom it is kept. */
static void a_parent_reads_what_the_police_told_us(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    assert_lacks(home_of(&in, in.mother, DUTY_PARENT, 10), "What the police told us");
    WORLD_ACT(notification_attached, NOTIFICATION_ATTACHED, act);
    act.children.at = in.family.children;
    act.children.count = 1;
    act.force_name = T("Northmoor Police");
    act.reference = T("NM-26-00117");
    act.received_on = world_date(10);
    act.words = T("Officers attended a domestic incident.");
    act.plain = T("The police came to your home and told us.");
    world_do(&in.world, in.arena, &NOTIFICATION_ATTACHED_ACT, in.worker, in.family.family.n, 10, &act);
    Text home = home_of(&in, in.mother, DUTY_PARENT, 11);
    assert_has(home, "The police came to your home and told us.");
    assert_has(home, "Northmoor Police");
    assert_lacks(home, "Officers attended");
    assert_lacks(home, "NM-26-00117");
    act.plain = T("This is not for her.");
    act.not_to = in.mother;
    world_do(&in.world, in.arena, &NOTIFICATION_ATTACHED_ACT, in.worker, in.family.family.n, 11, &act);
    assert_lacks(home_of(&in, in.mother, DUTY_PARENT, 12), "This is not for her.");
    world_case_end(&in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(home_says_what_was_decided),
        cmocka_unit_test(home_says_that_there_is_no_plan),
        cmocka_unit_test(a_meeting_is_theirs_once_they_are_invited),
        cmocka_unit_test(a_parent_reads_what_the_police_told_us),
        cmocka_unit_test(who_must_not_meet_has_a_time_of_their_own),
        cmocka_unit_test(beside_an_adult_it_is_the_adults_meeting),
    };
    RUN_ON_BOTH(tests);
}
