/* My work, the family's pages and the form of an act, on a family in an enquiry: who sees what, nothing typed lost, gates and somebody else's
 * entry shown. SD-13 SD-14 SB-04 */
#include "../acts/enquiry_setting.h"

#include "acts/act_kind.h"
#include "acts/enquiry/disclosure_recorded_act.h"
#include "acts/enquiry/protection_started_act.h"
#include "acts/people/adult_added_act.h"
#include "acts/people/glass_broken_act.h"
#include "pages/act_form.h"
#include "pages/child.h"
#include "pages/families.h"
#include "pages/family_record.h"
#include "pages/family_tab.h"
#include "pages/work.h"
#include "store/access.h"
#include "web/site.h"

static const struct route NO_ROUTES[] = {{0}};
static struct site site;

static struct request asked(struct setting *in, PersonId person, enum duty duty, int on)
{
    Instant now = {WORLD_DAY.us + on * DAY_US};
    site = (struct site){.routes = NO_ROUTES, .route_count = 0, .store = in->world.store, .acts = in->world.acts, .authority = WORLD_AUTHORITY,
                         .authority_name = T("Northmoor Council")};
    struct request request = {.arena = in->arena, .site = &site, .authority = WORLD_AUTHORITY, .person = person, .duty = duty, .now = now,
                              .today = instant_london_date(now), .session = {.person = person, .token = T("00")}};
    request.ids.family = in->family.family;
    return request;
}

static Text shown(struct request *request, Err (*page)(struct request *, struct response *), enum err_kind expected)
{
    struct response response = response_new(request->arena);
    Err end = page(request, &response);
    request_read_end(request);
    assert_string_equal(err_kind_name(end.kind), err_kind_name(expected));
    return out_all(&response.body);
}

#define assert_has(text, part) assert_true(text_contains((text), T(part)))
#define assert_lacks(text, part) assert_false(text_contains((text), T(part)))

static void test_family(void **state)
{
    struct setting *in = *state;
    struct request request = asked(in, in->worker, DUTY_SOCIAL_WORKER, 3);
    Text html = shown(&request, family_page, OK);
    assert_has(html, "Before you ring, write or knock");
    assert_has(html, "class=\"sbs sbs--");
    assert_has(html, "aria-current=\"page\">Summary</a>");
    assert_int_equal(request.shown_count, in->family.count); /* every child is named for the look */
    /* Somebody of another team is told nothing, not even that the family is there. */
    request = asked(in, in->other, DUTY_SOCIAL_WORKER, 3);
    assert_int_equal(shown(&request, family_page, NOT_FOUND).len, 0);
    assert_int_equal(shown(&request, family_timeline_page, NOT_FOUND).len, 0);
    assert_int_equal(shown(&request, family_access_page, NOT_FOUND).len, 0);
    request.ids.child = in->family.children[0];
    assert_int_equal(shown(&request, child_page, NOT_FOUND).len, 0);
}

static void test_other_pages(void **state)
{
    struct setting *in = *state;
    struct request request = asked(in, in->worker, DUTY_SOCIAL_WORKER, 3);
    assert_has(shown(&request, family_people_page, OK), "Who is who to each child");
    assert_has(shown(&request, family_plan_page, OK), "No child of the family has a child protection plan");
    assert_has(shown(&request, family_conferences_page, OK), "No conference was called");
    assert_has(shown(&request, family_visits_page, OK), "No visit is recorded yet");
    assert_has(shown(&request, family_documents_page, OK), "No report is written yet");
    assert_has(shown(&request, family_timeline_page, OK), "All that was recorded");
    assert_has(shown(&request, family_acts_page, OK), "What can be done now");
    assert_has(shown(&request, families_page, OK), "/family/");
    assert_has(shown(&request, work_page, OK), "Drafts to finish");
    request.ids.child = in->family.children[0];
    assert_has(shown(&request, child_page, OK), "When the child was seen");
    assert_lacks(shown(&request, child_page, OK), "/do/born"); /* she is born */
}

/* SD-02: whom the gate asks about stands on the form that answers it: a carer without parental responsibility too. */
static void test_a_carer_can_be_told(void **state)
{
    struct setting *in = *state;
    WORLD_ACT(adult_added, ADULT_ADDED, act);
    struct adult_added_children row = {.child = in->family.children[0], .kind = RELATIONSHIP_KIND_CARER, .parental_responsibility = YES_NO_UNKNOWN_NO};
    act.given = T("Ottoline");
    act.family_name = T("Fennimore-Adeyemi");
    act.is_known_as = T("Nan");
    act.children.at = &row;
    act.children.count = 1;
    world_do(&in->world, in->arena, &ADULT_ADDED_ACT, in->front_door, in->family.family.n, 0, &act);
    struct request request = asked(in, in->worker, DUTY_SOCIAL_WORKER, 3);
    request.ids.act = T("parents-told");
    assert_has(shown(&request, act_form_page, OK), "Ottoline");
}

/* The form with a row for each child; sent empty it comes back with its problems, and with what was typed, escaped. */
static void test_form(void **state)
{
    struct setting *in = *state;
    struct request request = asked(in, in->worker, DUTY_SOCIAL_WORKER, 3);
    request.ids.act = T("strategy-discussion");
    Text html = shown(&request, act_form_page, OK);
    assert_has(html, "name=\"held_on-day\"");
    assert_has(html, "name=\"children-1-same\"");
    assert_has(html, "name=\"once\"");
    assert_lacks(html, "There is a problem");
    struct form_value typed[] = {{T("children-0-child"), text_format(in->arena, "%lld", (long long)in->family.children[0].n)},
                                 {T("children-0-reason"), T("A <b>mark</b> & more")},
                                 {T("reason-THREE_AGENCIES_TOOK_PART"), T("They rang \"back\"")}};
    request.form = (struct form){typed, 3};
    html = shown(&request, act_form_send, NOT_VALID);
    assert_has(html, "There is a problem");
    assert_has(html, "href=\"#held_on-day\"");
    assert_has(html, "A &lt;b&gt;mark&lt;/b&gt; &amp; more");
    assert_has(html, "They rang &#34;back&#34;");
    assert_lacks(html, "<b>mark");
}

static void test_form_of_another_kind_of_thing(void **state)
{
    struct setting *in = *state;
    struct request request = asked(in, in->worker, DUTY_SOCIAL_WORKER, 3);
    request.ids.act = T("strategy-discussion");
    assert_int_equal(act_form_may(&request).kind, OK);
    request_read_end(&request);
    request.person = in->other;
    assert_int_equal(act_form_may(&request).kind, NOT_FOUND);
    request_read_end(&request);
    request.person = in->worker;
    request.ids.act = T("disclosure"); /* an act on a child */
    assert_int_equal(act_form_may(&request).kind, NOT_FOUND);
    request_read_end(&request);
    request.ids.act = T("no-such-act");
    assert_int_equal(act_form_may(&request).kind, NOT_FOUND);
    request_read_end(&request);
}

/* The record as it stood on a day before anybody knew of the family, and on the day they did. */
static void test_then(void **state)
{
    struct setting *in = *state;
    struct request request = asked(in, in->worker, DUTY_SOCIAL_WORKER, 5);
    request.ids.word = date_iso(in->arena, world_date(-30));
    assert_int_equal(shown(&request, family_then_page, NOT_FOUND).len, 0);
    request.ids.word = date_iso(in->arena, world_date(3));
    assert_has(shown(&request, family_then_page, OK), "As it stood on");
    request = asked(in, in->other, DUTY_SOCIAL_WORKER, 5);
    request.ids.word = date_iso(in->arena, world_date(3));
    assert_int_equal(shown(&request, family_then_page, NOT_FOUND).len, 0);
}

/* Pages name the acts that come next: a name that no act has would be left out without a word. */
static void test_each_next_step_is_an_act(void **state)
{
    (void)state;
    size_t named = 0;
    for (int stage = 1; stage < STAGE_COUNT; stage++)
        for (const char *const *act = next_acts((enum stage)stage); *act != NULL; act++, named++)
            if (act_kind_at(text_of(*act)) == NULL || act_kind_at(text_of(*act))->on != ON_FAMILY)
                fail_msg("%s, next at %s, is no act on a family", *act, stage_code((enum stage)stage));
    for (int kind = 1; kind < OBLIGATION_KIND_COUNT; kind++)
        for (int i = 0; step_act((enum obligation_kind)kind, i) != NULL; i++, named++)
            if (act_kind_named(text_of(step_act((enum obligation_kind)kind, i))) == NULL)
                fail_msg("%s, which does %s, is no act", step_act((enum obligation_kind)kind, i), obligation_kind_code((enum obligation_kind)kind));
    assert_true(named > 10);
}

/* 'What can be done' reaches every act that the reader's rights allow: on the family, its children and its people. */
static void test_all_that_can_be_done_is_reached(void **state)
{
    struct setting *in = *state;
    struct request request = asked(in, in->worker, DUTY_SOCIAL_WORKER, 3);
    Text html = shown(&request, family_acts_page, OK);
    Read *read = reads(in, in->worker, 3);
    Rights rights;
    must(rights_on_child(read, in->family.children[0], &rights));
    store_read_end(read);
    for (size_t i = 0; i < ACT_KIND_COUNT; i++) {
        const struct act_kind *kind = ACT_KINDS[i];
        bool there = kind->on == ON_FAMILY || kind->on == ON_CHILD || kind->on == ON_PERSON;
        if (!there || !rights_have(rights, kind->may) || text_equal_string(text_of(kind->name), "CHILD_BORN"))
            continue;
        if (!text_contains(html, text_format(in->arena, "/do/%s\"", kind->address)))
            fail_msg("%s is allowed and not reached", kind->name);
    }
    assert_has(html, "acts__last"); /* a death stands apart */
    assert_lacks(html, "/do/born\"");
}

/* What others recorded about one's children since one last looked, once each; and never one's own entries. */
static void test_unread(void **state)
{
    struct setting *in = *state;
    struct request request = asked(in, in->worker, DUTY_SOCIAL_WORKER, 3);
    Text html = shown(&request, work_page, OK);
    assert_has(html, "New since");
    assert_lacks(html, "Nobody else has recorded anything");
    request = asked(in, in->other, DUTY_SOCIAL_WORKER, 3); /* of another team: not one entry */
    html = shown(&request, work_page, OK);
    assert_has(html, "Nobody else has recorded anything");
}

/* Somebody of another team protects a child at night: in an emergency they may record it. Who holds and manages the case is told on their first
 * page, and the record says so wherever one looks: badge, next step, what is due, Access. */
static void test_protected_at_once(void **state)
{
    struct setting *in = *state;
    PersonId night = world_worker_of(&in->world, in->arena, "Rhodri", DUTY_OUT_OF_HOURS, (TeamId){0}, (PersonId){0});
    ContactId contact = world_contact(&in->world, in->arena, in->front_door, &in->family, 0);
    world_contact_decided(&in->world, in->arena, in->front_door, &in->family, contact, CONTACT_DECISION_REFERRAL, 0);
    world_allocate(&in->world, in->arena, in->manager, &in->family, in->worker);
    struct request request = asked(in, in->manager, DUTY_TEAM_MANAGER, 1);
    assert_lacks(shown(&request, work_page, OK), "Read this first");
    WORLD_ACT(protection_started, PROTECTION_STARTED, act);
    act.kind = PROTECTION_KIND_POLICE_PROTECTION;
    act.ground = PROTECTION_GROUND_HARM_NOW;
    act.begins = WORLD_DAY;
    act.children.at = in->family.children;
    act.children.count = 1;
    act.by_agency = AGENCY_KIND_POLICE;
    act.note = T("Alone at home at two in the morning.");
    struct act_result result;
    assert_int_equal(try(in, &PROTECTION_STARTED_ACT, night, 0, &act, &result).kind, NOT_FOUND);
    WORLD_ACT(glass_broken, GLASS_BROKEN, glass);
    glass.reason = T("Police have the child at the station.");
    world_do(&in->world, in->arena, &GLASS_BROKEN_ACT, night, in->family.family.n, 0, &glass);
    world_do(&in->world, in->arena, &PROTECTION_STARTED_ACT, night, in->family.family.n, 0, &act);
    request = asked(in, in->manager, DUTY_TEAM_MANAGER, 1);
    Text html = shown(&request, work_page, OK);
    assert_has(html, "Read this first");
    assert_has(html, "Police have the child at the station.");
    assert_has(html, "Hold the strategy discussion");
    html = shown(&request, family_page, OK);
    assert_has(html, "Police protection until ");
    assert_has(html, "/do/strategy-discussion\"");
    assert_has(shown(&request, family_access_page, OK), "Opened in an emergency");
    request = asked(in, in->worker, DUTY_SOCIAL_WORKER, 1);
    assert_has(shown(&request, work_page, OK), "Police have the child at the station.");
    request = asked(in, in->other, DUTY_TEAM_MANAGER, 1);
    assert_lacks(shown(&request, work_page, OK), "Police have the child at the station.");
}

/* SB-04: a child's words reach who manages the case at once, and stand on the child's page; nobody else's first page names them. */
static void test_a_childs_words_reach_the_manager(void **state)
{
    struct setting *in = *state;
    world_allocate(&in->world, in->arena, in->manager, &in->family, in->worker);
    WORLD_ACT(disclosure_recorded, DISCLOSURE_RECORDED, act);
    act.said_on = world_date(0);
    act.said_at = 9 * 60 + 5;
    act.heard_by = T("Ms Quill, teaching assistant");
    act.words = T("He goed in my room");
    world_do(&in->world, in->arena, &DISCLOSURE_RECORDED_ACT, in->worker, in->family.children[0].n, 0, &act);
    struct request request = asked(in, in->manager, DUTY_TEAM_MANAGER, 1);
    assert_has(shown(&request, work_page, OK), "Read what Ada said");
    request.ids.child = in->family.children[0];
    assert_has(shown(&request, child_page, OK), "He goed in my room");
    request = asked(in, in->worker, DUTY_SOCIAL_WORKER, 1);
    assert_lacks(shown(&request, work_page, OK), "Read what Ada said"); /* they recorded it */
    request = asked(in, in->other, DUTY_TEAM_MANAGER, 1);
    assert_lacks(shown(&request, work_page, OK), "Ada");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_family, set_up, take_down),
        cmocka_unit_test_setup_teardown(test_other_pages, set_up, take_down),
        cmocka_unit_test_setup_teardown(test_a_carer_can_be_told, set_up, take_down),
        cmocka_unit_test_setup_teardown(test_form, set_up, take_down),
        cmocka_unit_test_setup_teardown(test_form_of_another_kind_of_thing, set_up, take_down),
        cmocka_unit_test_setup_teardown(test_then, set_up, take_down),
        cmocka_unit_test(test_each_next_step_is_an_act),
        cmocka_unit_test_setup_teardown(test_all_that_can_be_done_is_reached, set_up, take_down),
        cmocka_unit_test_setup_teardown(test_protected_at_once, set_up, take_down),
        cmocka_unit_test_setup_teardown(test_a_childs_words_reach_the_manager, set_up, take_down),
        cmocka_unit_test_setup_teardown(test_unread, set_up, take_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
