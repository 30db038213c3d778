/* What new users asked for on their first day: the worry beside the form that decides on it, whom a form is about, who holds which child, what is
 * late, due first and likely, whom to ring at night, samples for an auditor, meetings of a legal adviser. */
#include "asking.h"

#include "../acts/world_enquiry.h"
#include "acts/enquiry/legal_planning_called_act.h"
#include "acts/people/allocated_act.h"
#include "acts/people/sample_given_act.h"
#include "acts/plan/action_set_act.h"
#include "store/family_page_sql.h"

static const char *at(struct asking *asking, const char *format, int64_t number)
{
    char address[200];
    snprintf(address, sizeof address, format, (long long)number);
    return text_string(asking->arena, text_of(address));
}

static const char SAID[] = "Two children alone at night since Monday";

static struct world_family with_contact(struct asking *asking, ContactId *ret_contact)
{
    struct setting *s = &asking->setting;
    struct world_family family = world_family(&s->world, s->arena, s->door, "Quillfeather", "Bryony Caspian");
    struct contact_recorded act = world_contact_act(&family, 0);
    act.concern = text_of(SAID);
    act.referrer = T("Dana Orme");
    act.perpetrator = T("A lodger called Vance");
    world_do(&s->world, s->arena, &CONTACT_RECORDED_ACT, s->door, family.family.n, 0, &act);
    *ret_contact = act.contact;
    return family;
}

/* A record just opened leads to its contact, a contact to its decision; what is likely stands first and the rest is folded away. */
static void test_a_new_record_leads_to_its_contact(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct world_family family = world_family(&s->world, s->arena, s->door, "Quillfeather", "Bryony Caspian");
    struct came came = get_as(asking, s->door, at(asking, "/family/%lld", family.family.n));
    HAS(came, text_string(asking->arena, text_format(asking->arena, "<a class=\"govuk-button\" href=\"/family/%lld/do/contact\">", (long long)family.family.n)));
    came = get_as(asking, s->door, at(asking, "/family/%lld/acts", family.family.n));
    HAS(came, "Likely now");
    HAS(came, "<details class=\"fold\">");
    LACKS(came, "<details class=\"fold\" open");
    struct contact_recorded act = world_contact_act(&family, 0);
    world_do(&s->world, s->arena, &CONTACT_RECORDED_ACT, s->door, family.family.n, 0, &act);
    came = get_as(asking, s->door, at(asking, "/family/%lld", family.family.n));
    HAS(came, text_string(asking->arena, text_format(asking->arena, "<a class=\"govuk-button\" href=\"/family/%lld/do/decide-contact\">", (long long)family.family.n)));
}

/* SB-02 SB-03: nobody decides on a worry that they can't read: it stands above the form, and on the family's page while it waits, and then no more. */
static void test_the_worry_stands_beside_its_decision(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    ContactId contact;
    PersonId manager = world_worker_of(&s->world, s->arena, "Umbel", DUTY_TEAM_MANAGER, s->front, s->service);
    struct world_family family = with_contact(asking, &contact);
    struct came came = get_as(asking, s->door, at(asking, "/family/%lld/do/decide-contact", family.family.n));
    HAS(came, SAID);
    HAS(came, "Dana Orme");
    HAS(came, "A lodger called Vance");
    HAS(get_as(asking, s->door, at(asking, "/family/%lld", family.family.n)), SAID);
    LACKS(get_as(asking, manager, at(asking, "/family/%lld/do/decide-referral", family.family.n)), SAID);
    world_contact_decided(&s->world, asking->arena, s->door, &family, contact, CONTACT_DECISION_REFERRAL, 0);
    HAS(get_as(asking, manager, at(asking, "/family/%lld/do/decide-referral", family.family.n)), SAID);
    HAS(get_as(asking, s->door, at(asking, "/family/%lld", family.family.n)), SAID);
    LACKS(get_as(asking, s->door, at(asking, "/family/%lld/do/decide-contact", family.family.n)), SAID);
    world_referral_decided(&s->world, asking->arena, manager, &family, REFERRAL_DECISION_ASSESSMENT, s->worker, 0);
    LACKS(get_as(asking, s->door, at(asking, "/family/%lld", family.family.n)), SAID);
    came = get_as(asking, s->door, at(asking, "/family/%lld/do/contact", family.family.n));
    LACKS(came, SAID); /* a form that names nothing shows nothing */
}

/* A form on a child or a plan says whose it is. */
static void test_a_form_names_its_child(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct world_plans plans = world_plans(&s->world, asking->arena, s->worker, &asking->hazel);
    HAS(get_as(asking, s->worker, at(asking, "/child/%lld/do/disclosure", asking->hazel.children[0].n)), "Record what a child told you: Juniper Hazelwick</h1>");
    struct came came = get_as(asking, s->worker, at(asking, "/plan/%lld/do/action", plans.at[0].n));
    HAS(came, ": Juniper Hazelwick</h1>");
    HAS(came, ">The plan for Juniper Hazelwick</a>");
    LACKS(came, "family: the plan");
}

/* An hour that may be the night's or the afternoon's is asked about; a failed visit asks nothing of each child. */
static void test_a_visit_says_its_hour(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    (void)world_plans(&s->world, asking->arena, s->worker, &asking->hazel);
    const char *visit = at(asking, "/family/%lld/do/visit", asking->hazel.family.n);
    static const char FAILED[] = "made-day=20&made-month=3&made-year=2026&kind=UNANNOUNCED&place=At+home&took_place=no&failed_why=Nobody+answered&at=";
    struct came came = post_as(asking, s->worker, visit, text_string(asking->arena, text_format(asking->arena, "%s4.15", FAILED)));
    assert_int_equal(came.status, 422);
    HAS(came, "Enter the time as 4:15pm or 16:15");
    LACKS(came, "Answer for");
    came = post_as(asking, s->worker, visit, text_string(asking->arena, text_format(asking->arena, "%s4.15pm", FAILED)));
    assert_int_equal(came.status, 303);
    HAS(get_as(asking, s->worker, at(asking, "/family/%lld/visits", asking->hazel.family.n)), "20 March 2026, 4:15pm");
}

/* Each worker stands for their own children; who was given a child is told which, and gets there. */
static void test_each_child_has_its_own_worker(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    PersonId second = world_worker_of(&s->world, s->arena, "Thistle", DUTY_SOCIAL_WORKER, s->east, s->manager);
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Quillfeather", "Bryony Caspian");
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    HAS(get_as(asking, s->worker, at(asking, "/family/%lld", family.family.n)), " · lead social worker Rowan");
    WORLD_ACT(allocated, ALLOCATED, act);
    act.children.at = &family.children[1];
    act.children.count = 1;
    act.worker = second;
    DONE(s, ALLOCATED, s->manager, family.family.n, act);
    struct came came = get_as(asking, s->manager, at(asking, "/family/%lld", family.family.n));
    HAS(came, "lead social worker for Bryony: Rowan");
    HAS(came, "lead social worker for Caspian: Thistle");
    came = get_as(asking, second, "/");
    HAS(came, text_string(asking->arena, text_format(asking->arena, "<a href=\"/family/%lld\">You hold Caspian’s case now</a>", (long long)family.family.n)));
}

/* SA-23: an action whose day has passed is late on the plan, in its owner's list, and, where the owner has no sign-in, for who holds the case. */
static void test_an_action_is_late_where_it_is_read(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct world_plans plans = world_plans(&s->world, asking->arena, s->worker, &asking->hazel);
    WORLD_ACT(action_set, ACTION_SET, act);
    act.change = ACTION_CHANGE_NEW;
    act.what = T("Mend the boiler");
    act.owner = ACTION_OWNER_FAMILY;
    act.owner_words = T("Dillon, the landlord");
    (void)date_of(2026, 3, 14, &act.by_when);
    act.measure = T("20 degrees in each room");
    act.aim = PLAN_AIM_SAFE;
    DONE(s, ACTION_SET, s->worker, plans.at[0].n, act);
    HAS(get_as(asking, s->worker, at(asking, "/plan/%lld", plans.at[0].n)), "6 days late");
    struct came came = get_as(asking, s->worker, "/");
    HAS(came, "Actions in plans, of people who don’t sign in here");
    HAS(came, "Dillon, the landlord");
    HAS(came, "6 days late");
    act.owner_person = s->worker;
    act.what = T("Ring the landlord");
    DONE(s, ACTION_SET, s->worker, plans.at[0].n, act);
    came = get_as(asking, s->worker, "/");
    HAS(came, "Your actions in plans");
    HAS(came, "Ring the landlord</a> <span class=\"st st--late\">6 days late</span>");
}

/* SB-15: out of hours the number that is always answered comes before a worker's; every page of staff and partners ends with both numbers. */
static void test_whom_to_ring_at_night(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct came came = post_as(asking, s->worker, "/search", "q=Linden+Sorrelby");
    HAS(came, "You have no part in this case. Ring Tansy");
    LACKS(came, "Offices are shut");
    asking->later = 12 * HOUR_US; /* a quarter to ten in the evening */
    sign_in_as(asking, s->worker);
    came = post_as(asking, s->worker, "/search", "q=Linden+Sorrelby");
    HAS(came, "Offices are shut: ring the duty team, <a href=\"tel:01632 960002\">01632 960002</a>. In office hours ring Tansy");
    came = get_as(asking, asking->partner, "/");
    HAS(came, "Worried about a child: front door <a href=\"tel:01632 960001\">01632 960001</a>, at night <a href=\"tel:01632 960002\">01632 960002</a>");
}

/* process.md section 1: an auditor reads samples given to them. Who gives one sees no case; a record that is restricted, or isn't there, is none. */
static void test_an_auditor_is_given_a_sample(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    HAS(get_as(asking, asking->auditor, "/families"), "No sample is given to you now");
    assert_int_equal(get_as(asking, asking->auditor, at(asking, "/family/%lld", asking->hazel.family.n)).status, 404);
    Read *read = world_read(&s->world, asking->arena, s->worker, 0);
    struct family_head head;
    bool found;
    must(family_head(read, asking->hazel.family, &head, &found));
    store_read_end(read);
    const char *format = "auditor=%lld&reference=%.*s&days=14&reason=Quarterly+audit+of+core+groups";
    Text wrong = text_format(asking->arena, format, (long long)asking->auditor.n, 5, "F0000"), right = text_format(asking->arena, format, (long long)asking->auditor.n, TEXT_ARGS(head.reference));
    assert_int_equal(get_as(asking, s->manager, "/do/give-sample").status, 403);
    struct came came = post_as(asking, asking->administrator, "/do/give-sample", text_string(asking->arena, wrong));
    assert_int_equal(came.status, 422);
    HAS(came, "No record with this reference can be given to this auditor");
    came = post_as(asking, asking->administrator, "/do/give-sample", text_string(asking->arena, right));
    assert_int_equal(came.status, 303);
    assert_int_equal(get_as(asking, asking->administrator, at(asking, "/family/%lld", asking->hazel.family.n)).status, 404);
    asking->later = DAY_US;
    sign_in_as(asking, asking->auditor);
    HAS(get_as(asking, asking->auditor, "/families"), "Hazelwick");
    came = get_as(asking, asking->auditor, at(asking, "/family/%lld/timeline", asking->hazel.family.n));
    assert_int_equal(came.status, 200);
    HAS(came, "Quarterly audit of core groups");
    assert_int_equal(get_as(asking, asking->auditor, at(asking, "/family/%lld/do/visit", asking->hazel.family.n)).status, 403);
    asking->later = 15 * DAY_US;
    sign_in_as(asking, asking->auditor);
    HAS(get_as(asking, asking->auditor, "/families"), "No sample is given to you now");
}

/* SE-13: a legal adviser's first page has the meetings to come. */
static void test_legal_sees_the_meetings_to_come(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    HAS(get_as(asking, asking->legal, "/"), "No legal planning meeting is to come");
    ContactId contact = world_contact(&s->world, asking->arena, s->worker, &asking->hazel, 0);
    world_contact_decided(&s->world, asking->arena, s->worker, &asking->hazel, contact, CONTACT_DECISION_REFERRAL, 0);
    world_referral_decided(&s->world, asking->arena, s->manager, &asking->hazel, REFERRAL_DECISION_ASSESSMENT, s->worker, 0);
    WORLD_ACT(legal_planning_called, LEGAL_PLANNING_CALLED, act);
    act.children.at = asking->hazel.children;
    act.children.count = 1;
    act.why = T("The plan has not kept Juniper safe for nine months");
    act.adviser = asking->legal;
    (void)date_of(2026, 3, 27, &act.meeting_on);
    DONE(s, LEGAL_PLANNING_CALLED, s->manager, asking->hazel.family.n, act);
    struct came came = get_as(asking, asking->legal, "/");
    HAS(came, "Legal planning meeting: Juniper");
    HAS(came, "Friday 27 March 2026");
}

/* A social worker without team and manager would be seen by nobody; nobody is 'the service itself'; what is set up is not set up again. */
static void test_an_account_has_its_place(void **state)
{
    struct asking *asking = *state;
    struct came came = get_as(asking, asking->administrator, "/do/add-worker");
    LACKS(came, "The service itself");
    came = post_as(asking, asking->administrator, "/do/add-worker", "given=Sol&family_name=Brae&duty=SOCIAL_WORKER&job=Social+worker&begins-day=20&begins-month=3&begins-year=2026");
    assert_int_equal(came.status, 422);
    HAS(came, "Choose the team this person works in");
    HAS(came, "Choose the manager this person answers to");
    came = post_as(asking, asking->administrator, "/do/add-worker", "given=Sol&family_name=Brae&duty=SYSTEM&job=Social+worker&begins-day=20&begins-month=3&begins-year=2026");
    HAS(came, "Choose one of the answers shown");
    came = get_as(asking, asking->administrator, "/");
    HAS(came, "Give an auditor a sample");
    LACKS(came, "Set up the authority");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        ASKING_TEST(test_a_new_record_leads_to_its_contact),
        ASKING_TEST(test_the_worry_stands_beside_its_decision),
        ASKING_TEST(test_a_form_names_its_child),
        ASKING_TEST(test_a_visit_says_its_hour),
        ASKING_TEST(test_each_child_has_its_own_worker),
        ASKING_TEST(test_an_action_is_late_where_it_is_read),
        ASKING_TEST(test_whom_to_ring_at_night),
        ASKING_TEST(test_an_auditor_is_given_a_sample),
        ASKING_TEST(test_legal_sees_the_meetings_to_come),
        ASKING_TEST(test_an_account_has_its_place),
    };
    RUN_ON_BOTH(tests);
}
