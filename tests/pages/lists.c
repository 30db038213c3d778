/* Lists and questions: who is told what of whom, and that every look is kept. SB-15 SD-13 SD-14 */
#include "asking.h"

#include "acts/enquiry/protection_started_act.h"

#include "acts/enquiry/legal_planning_called_act.h"
#include "rules/obligations.h"
#include "store/audit_sql.h"
#include "store/look.h"

static const char ASKS_JUNIPER[] = "name=Junipar&born-day=28&born-month=2&born-year=2019";

/* Grants a role to somebody, as invitations and agreements do elsewhere. */
static struct {
    int64_t holder;
    ChildId child;
    enum role role;
} to_grant;
struct grant_act {
    Text because;
};
static const struct field GRANT_FIELDS[] = {
    {.name = "because", .type = FIELD_LINE, .offset = offsetof(struct grant_act, because), .max = 100, .called = "", .left = ""},
};
static Err grant_decide(struct act_run *run, void *act)
{
    (void)act;
    TRY(act_concerns(run, to_grant.child));
    return act_grant(run, to_grant.holder, to_grant.child, to_grant.role, INSTANT_NONE);
}
static Err grant_apply(Tx *tx, const struct entry *entry, const void *act)
{
    (void)tx, (void)entry, (void)act;
    return ok();
}
static void grant(struct asking *asking, int64_t holder, ChildId child, FamilyId family, enum role role)
{
    static const struct act_kind kind = {.name = "TEST_GRANT", .version = 1, .doc = "", .title = "", .button = "", .address = "", .says = "", .on = ON_FAMILY,
        .may = RECORD_CASE, .seen = READ_PLAN, .fields = GRANT_FIELDS, .field_count = 1, .size = sizeof(struct grant_act), .decide = grant_decide, .apply = grant_apply};
    struct grant_act act = {T("a test")};
    to_grant.holder = holder;
    to_grant.child = child;
    to_grant.role = role;
    world_do(&asking->setting.world, asking->arena, &kind, asking->setting.worker, family.n, 0, &act);
}

/* The last look must be of that route and have shown these children, in the order of their numbers. */
static void last_look_is(struct asking *asking, const char *route, const ChildId *children, size_t count)
{
    struct look_last last;
    struct looks looks;
    bool found;
    Read *read = world_read(&asking->setting.world, asking->arena, PERSON_SYSTEM, 0);
    must(look_last(read, &last, &found));
    assert_true(found);
    must(look_after(read, last.number - 1, &looks));
    store_read_end(read);
    assert_int_equal(looks.count, 1);
    assert_true(text_equal_string(looks.at[0].route, route));
    assert_int_equal(looks.at[0].children.count, count);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(looks.at[0].children.at[i].n, children[i].n);
}

/* SB-15: whoever takes a call learns no, and later yes, since when, how to keep the child safe, and whom to ring by day and night; each
 * question is a look at that child. */
static void test_is_the_child_on_a_plan(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct came came = post_as(asking, s->door, "/on-a-plan", ASKS_JUNIPER);
    assert_int_equal(came.status, 200);
    HAS(came, "Juniper Hazelwick");
    HAS(came, "Not on a plan");
    HAS(came, "01632 960300"); /* Rowan, who holds the case */
    HAS(came, "01632 960002"); /* at night */
    last_look_is(asking, "plan_check_send", asking->hazel.children, 1);

    world_plans(&s->world, asking->arena, s->worker, &asking->hazel);
    came = post_as(asking, s->door, "/on-a-plan", ASKS_JUNIPER);
    HAS(came, "On a plan</span>");
    LACKS(came, "Not on a plan");
    HAS(came, "A child protection plan since 20 March 2026: neglect.");
    HAS(came, "Cold and missed meals");
    HAS(came, "A worker visits the same day");
    LACKS(came, "?name="); /* nothing that was typed stands in an address */
}

/* SB-15: by expected date and family name an unborn child; nobody; a question that is not whole is asked again, with what was typed. */
static void test_questions_that_find_otherwise(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct came came = post_as(asking, s->door, "/on-a-plan", "name=Hazalwick&born-day=20&born-month=5&born-year=2026");
    HAS(came, "expected 1 June 2026");
    last_look_is(asking, "plan_check_send", &asking->hazel.children[1], 1);
    came = post_as(asking, s->door, "/on-a-plan", "name=Juniper&born-day=1&born-month=9&born-year=2020");
    assert_int_equal(came.status, 200);
    HAS(came, "We know no child who fits this");
    last_look_is(asking, "plan_check_send", NULL, 0);
    came = post_as(asking, s->door, "/on-a-plan", "name=Juniper+%3Cb%3E&born-day=31&born-month=2&born-year=2019");
    assert_int_equal(came.status, 422);
    HAS(came, "Enter a day such as 27 3 2019");
    HAS(came, "value=\"Juniper &lt;b&gt;\"");
    assert_int_equal(post_as(asking, s->door, "/on-a-plan", "name=Juniper").status, 422);
    came = post_as(asking, s->door, "/on-a-plan", "nhs=9990000001");
    assert_int_equal(came.status, 422);
    HAS(came, "Check the NHS number");
}

/* SB-15: who misheard the birthday by a day, a digit or within the year is told of a possible match, and the look names the child;
 * another name, or one word of it in a wrong year, finds nobody. Of a restricted child only whom to ring. */
static void test_a_birthday_misheard(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    world_plans(&s->world, asking->arena, s->worker, &asking->hazel);
    static const char *const misheard[] = {"born-day=1&born-month=3&born-year=2019", "born-day=28&born-month=1&born-year=2019",
                                           "born-day=28&born-month=2&born-year=2018", "born-day=17&born-month=11&born-year=2019"};
    for (size_t i = 0; i < sizeof misheard / sizeof misheard[0]; i++) {
        Text asks = text_format(asking->arena, "name=Juniper+Hazalwick&%s", misheard[i]);
        struct came came = post_as(asking, s->door, "/on-a-plan", text_string(asking->arena, asks));
        HAS(came, "A child of this name has another date of birth: check it");
        HAS(came, "Juniper Hazelwick");
        HAS(came, "born 28 February 2019");
        LACKS(came, "We know no child");
        last_look_is(asking, "plan_check_send", asking->hazel.children, 1);
    }
    struct came came = post_as(asking, s->door, "/on-a-plan", "name=Juniper+Elsewhere&born-day=2&born-month=3&born-year=2019");
    HAS(came, "We know no child who fits this");
    HAS(came, "href=\"/do/open-family\"");
    came = post_as(asking, s->door, "/on-a-plan", "name=Juniper&born-day=17&born-month=11&born-year=2019");
    HAS(came, "We know no child who fits this");
    last_look_is(asking, "plan_check_send", NULL, 0);
    WORLD_ACT(family_restricted, FAMILY_RESTRICTED, act);
    act.people.at = &s->manager;
    act.people.count = 1;
    act.why = T("A worker of the council is a relative");
    DONE(s, FAMILY_RESTRICTED, s->manager, asking->hazel.family.n, act);
    came = post_as(asking, s->door, "/on-a-plan", text_string(asking->arena, text_format(asking->arena, "name=Juniper+Hazelwick&%s", misheard[0])));
    HAS(came, "A child who may fit");
    LACKS(came, "<h2>Juniper");
    LACKS(came, "On a plan</span>");
    LACKS(came, "28 February 2019");
}

/* SB-15 SD-13: of a restricted child whoever is not named learns whether there is a plan and whom to ring, and nothing else. */
static void test_a_restricted_child_is_not_named(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    world_plans(&s->world, asking->arena, s->worker, &asking->hazel);
    WORLD_ACT(family_restricted, FAMILY_RESTRICTED, act);
    act.people.at = &s->manager;
    act.people.count = 1;
    act.why = T("A worker of the council is a relative");
    DONE(s, FAMILY_RESTRICTED, s->manager, asking->hazel.family.n, act);

    struct came came = post_as(asking, s->door, "/on-a-plan", ASKS_JUNIPER);
    assert_int_equal(came.status, 200);
    HAS(came, "On a plan</span>");
    HAS(came, "The child is on a plan. Ring ");
    LACKS(came, "Hazelwick");
    LACKS(came, "Cold and missed meals");
    LACKS(came, "neglect");
    LACKS(came, "/family/");
    LACKS(came, "Rowan");
    LACKS(came, "Police protection");
    WORLD_ACT(protection_started, PROTECTION_STARTED, taken);
    taken.kind = PROTECTION_KIND_POLICE_PROTECTION;
    taken.ground = PROTECTION_GROUND_HARM_NOW;
    taken.begins = WORLD_DAY;
    taken.children.at = asking->hazel.children;
    taken.children.count = 1;
    taken.by_agency = AGENCY_KIND_POLICE;
    taken.note = T("Alone at home at night.");
    DONE(s, PROTECTION_STARTED, s->manager, asking->hazel.family.n, taken);
    came = post_as(asking, s->door, "/on-a-plan", ASKS_JUNIPER);
    HAS(came, "Police protection until "); /* who meets the child tonight must know it */
    LACKS(came, "Hazelwick");
    LACKS(came, "Alone at home");
    came = get_as(asking, asking->other_manager, "/plans");
    LACKS(came, "Hazelwick");
    LACKS(came, "Rowan");
    came = post_as(asking, s->door, "/search", "q=Hazelwick");
    HAS(came, "Somebody in a closed record fits");
    LACKS(came, "Juniper");
}

/* SB-15 SD-13: the authority can always list the children with a plan; a name stands there only for who may know the child; the return's list
 * has numbers alone. Each list is a look at every child on it. */
static void test_children_with_a_plan_are_listed(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    const char *number = text_string(asking->arena, text_format(asking->arena, "Child %lld", (long long)asking->hazel.children[0].n));
    world_plans(&s->world, asking->arena, s->worker, &asking->hazel);
    struct came came = get_as(asking, s->manager, "/plans");
    assert_int_equal(came.status, 200);
    HAS(came, "2 children have a child protection plan today");
    HAS(came, "Juniper Hazelwick");
    HAS(came, "20 March 2026");
    last_look_is(asking, "plans", asking->hazel.children, 2);
    came = get_as(asking, asking->other_manager, "/plans");
    HAS(came, "2 children have a child protection plan today");
    HAS(came, number);
    LACKS(came, "Hazelwick");
    LACKS(came, "28 February 2019");
    came = get_as(asking, asking->data_officer, "/plans/return");
    assert_int_equal(came.status, 200);
    HAS(came, number + strlen("Child "));
    HAS(came, "2026-03-20");
    HAS(came, "NEG");
    LACKS(came, "Hazelwick");
    LACKS(came, "Juniper");
    LACKS(came, "Cold and missed meals");
    last_look_is(asking, "plans_return", asking->hazel.children, 2);
}

/* SD-14: a partner's list has the children their agency takes part for, and no other. */
static void test_a_partner_sees_their_children(void **state)
{
    struct asking *asking = *state;
    struct came came = get_as(asking, asking->partner, "/children");
    assert_int_equal(came.status, 200);
    HAS(came, "Your agency takes part for no child now");
    grant(asking, asking->school.n, asking->hazel.children[0], asking->hazel.family, ROLE_PARTNER);
    came = get_as(asking, asking->partner, "/children");
    HAS(came, "Juniper Hazelwick");
    HAS(came, "01632 960300");
    LACKS(came, "Unborn");
    LACKS(came, "Sorrelby");
    last_look_is(asking, "children", asking->hazel.children, 1);
}

/* A legal adviser's list has the cases referred to them, with why; another's has not. */
static void test_legal_sees_what_was_referred(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    HAS(get_as(asking, asking->legal, "/legal"), "No case is referred to you now");
    world_plans(&s->world, asking->arena, s->worker, &asking->hazel);
    WORLD_ACT(legal_planning_called, LEGAL_PLANNING_CALLED, act);
    act.children.at = asking->hazel.children;
    act.children.count = 1;
    act.why = T("The plan has not kept Juniper safe for nine months");
    act.adviser = asking->legal;
    DONE(s, LEGAL_PLANNING_CALLED, s->manager, asking->hazel.family.n, act);
    struct came came = get_as(asking, asking->legal, "/legal");
    HAS(came, "Juniper Hazelwick");
    HAS(came, "The plan has not kept Juniper safe");
    LACKS(came, "Sorrelby");
    last_look_is(asking, "legal", asking->hazel.children, 1);
}

/* Managers see what their people hold, what nobody holds, and nothing of another team. */
static void test_the_work_of_a_team(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct came came = get_as(asking, s->manager, "/team");
    assert_int_equal(came.status, 200);
    HAS(came, "Rowan Larkfield-Osei");
    LACKS(came, "Tansy");
    const char *whose = text_string(asking->arena, text_format(asking->arena, "/team?worker=%lld", (long long)s->worker.n));
    HAS(came, whose);
    came = get_as(asking, s->manager, whose);
    HAS(came, "Juniper Hazelwick");
    LACKS(came, "Sorrelby");
    last_look_is(asking, "team", asking->hazel.children, 2);
    HAS(came, "/do/cover"); /* who is away is covered from here */
    assert_int_equal(get_as(asking, asking->other_manager, whose).status, 404);
    HAS(get_as(asking, s->service, "/team"), "Quill");
}

/* Who keeps the service sees accounts, teams and agencies, page by page, and no case: not a family's name, not a family's account. */
static void test_the_administrator_sees_no_case(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    for (int i = 0; i < 45; i++)
        (void)world_add_worker(&s->world, asking->arena, text_string(asking->arena, text_format(asking->arena, "Number%02d", i)), DUTY_FRONT_DOOR);
    struct worker_added parent = world_worker("Peregrine", DUTY_PARENT);
    DONE(s, WORKER_ADDED, PERSON_SYSTEM, 0, parent);
    struct came came = get_as(asking, asking->administrator, "/people");
    assert_int_equal(came.status, 200);
    HAS(came, "Number00");
    HAS(came, "/do/move-worker");
    HAS(came, "/do/worker-left");
    HAS(came, "Parent or carer 1"); /* counted */
    LACKS(came, "Peregrine");       /* not named */
    LACKS(came, "Hazelwick");
    LACKS(came, "Zinnia"); /* on the next page */
    const char *at = strstr(text_string(asking->arena, came.body), "/people?after=");
    assert_non_null(at);
    const char *next = text_string(asking->arena, (Text){at, strcspn(at, "\"")});
    came = get_as(asking, asking->administrator, next);
    HAS(came, "Zinnia");
    LACKS(came, "Number00");
    came = get_as(asking, asking->administrator, "/agencies");
    HAS(came, "Alder Lane Primary");
    HAS(came, "West");
    static const char *const closed[] = {"/plans", "/team", "/on-a-plan", "/search", "/looks", "/plans/return"};
    for (size_t i = 0; i < sizeof closed / sizeof closed[0]; i++)
        assert_int_equal(get_as(asking, asking->administrator, closed[i]).status, 403);
}

/* SD-13: the record of looks says who saw which child, by number; refusals; narrowed to a person, a day. */
static void test_the_record_of_looks(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    const char *number = text_string(asking->arena, text_format(asking->arena, "%lld", (long long)asking->hazel.children[0].n));
    (void)post_as(asking, s->door, "/on-a-plan", ASKS_JUNIPER);
    assert_int_equal(get_as(asking, s->worker, "/looks").status, 403);
    struct came came = get_as(asking, asking->auditor, "/looks");
    assert_int_equal(came.status, 200);
    HAS(came, "sent: /on-a-plan");
    HAS(came, number);
    HAS(came, "with a search");
    HAS(came, "refused");
    LACKS(came, "Juniper");
    LACKS(came, "Junipar");
    came = get_as(asking, asking->auditor, text_string(asking->arena, text_format(asking->arena, "/looks?person=%lld", (long long)s->worker.n)));
    LACKS(came, "sent: /on-a-plan");
    HAS(came, "refused</span>");
    came = get_as(asking, asking->auditor, "/looks?refused=yes");
    LACKS(came, "sent: /on-a-plan");
    came = get_as(asking, asking->auditor, "/looks?day=20&month=3&year=2026");
    HAS(came, "sent: /on-a-plan");
    came = get_as(asking, asking->auditor, "/looks?day=19&month=3&year=2026");
    HAS(came, "Nothing was looked at here that fits");
    came = get_as(asking, asking->auditor, "/looks?day=31&month=2&year=2026");
    assert_int_equal(came.status, 422);
    HAS(came, "value=\"31\"");
}

/* Search first: by name, sound and birthday, with why; whom one may not know is somebody to ring; then a record may be opened. */
static void test_search_before_a_record_is_opened(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct came came = get_as(asking, s->worker, "/search");
    assert_int_equal(came.status, 200);
    LACKS(came, "open a new family record");
    came = post_as(asking, s->worker, "/search", "q=Junipar+Hazelwick");
    assert_int_equal(came.status, 200);
    HAS(came, "Juniper Hazelwick");
    HAS(came, "sounds like junipar");
    HAS(came, "/family/");
    last_look_is(asking, "search_send", asking->hazel.children, 1);
    came = post_as(asking, s->worker, "/search", "q=Linden+28+2+2019");
    HAS(came, "Linden Sorrelby");
    HAS(came, "You have no part in this case. Ring ");
    HAS(came, "break-glass");
    came = post_as(asking, s->worker, "/search", "q=Nobodysuch");
    HAS(came, "Nobody fits");
    assert_int_equal(post_as(asking, s->worker, "/search", "q=+").status, 422);
    came = post_as(asking, s->door, "/search", "q=Nobodysuch");
    HAS(came, "open a new family record");
    HAS(came, "/do/");
    assert_int_equal(get_as(asking, asking->chair, "/search").status, 403);
}

/* SB-02: a school rings about a child whose family somebody else works with: the front door finds the family, and the form offers its children.
 * Nobody is offered the children of a closed record, nor without that duty. */
static void test_a_new_worry_about_a_known_child_finds_its_place(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    char address[100];
    snprintf(address, sizeof address, "/family/%lld/do/contact", (long long)asking->hazel.family.n);
    struct came came = post_as(asking, s->door, "/search", "q=Juniper+Hazelwick");
    HAS(came, "Record a contact");
    HAS(came, address);
    came = get_as(asking, s->door, address);
    assert_int_equal(came.status, 200);
    HAS(came, "Juniper");
    assert_int_equal(get_as(asking, asking->chair, address).status, 403);
    WORLD_ACT(family_restricted, FAMILY_RESTRICTED, act);
    act.people.at = &s->manager;
    act.people.count = 1;
    act.why = T("A worker of the council is a relative");
    DONE(s, FAMILY_RESTRICTED, s->manager, asking->hazel.family.n, act);
    came = get_as(asking, s->door, address);
    LACKS(came, "Juniper");
}

/* House rule 16: the program prints the tables it runs by. */
static void test_the_program_explains_itself(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct came came = get_as(asking, s->worker, "/about/rules");
    assert_int_equal(came.status, 200);
    for (size_t i = 0; i < PROFILE_COUNT; i++)
        HAS(came, PROFILES[i]->title);
    HAS(came, "Hold the initial conference");
    HAS(came, "15 working days after");
    HAS(came, "<a href=\"#profile-SD\">");                      /* the contents */
    HAS(came, "2 weeks after");                                  /* SE-02: what SB says itself */
    HAS(came, "It has no limit for: Send the decision");         /* SD-11: 'shortly after' is no number */
    HAS(came, "Lead, not verified");
    HAS(came, "Key worker");
    HAS(came, "Children&#39;s social care, police and health"); /* SD-03: practice */
    HAS(came, "SC-02: chairs of one team");                      /* rights, with their source */
    came = get_as(asking, s->worker, "/about/roles");
    for (int i = 1; i < PERMISSION_COUNT; i++)
        HAS(came, permission_name((enum permission)i));
    came = get_as(asking, s->worker, "/about/pages");
    for (size_t i = 0; i < asking->site.route_count; i++)
        HAS(came, asking->site.routes[i].pattern);
    for (size_t i = 0; i < ACT_KIND_COUNT; i++)
        HAS(came, ACT_KINDS[i]->name);
    assert_int_equal(get_as(asking, s->worker, "/about/security").status, 403);
    came = get_as(asking, asking->administrator, "/about/security");
    assert_int_equal(came.status, 200);
    HAS(came, "HEARTH_BEHIND_TLS=yes"); /* it came from another machine, without TLS */
    HAS(came, "Set HEARTH_BLOBS to a folder"); /* this one has none */
    HAS(came, "29 rows in the store, 29 in the program");
    asking->cookie[0] = '\0';
    asking->as.n = 0;
    assert_int_equal(ask_for(asking, "GET", "/accessibility", NULL).status, 200);
    assert_int_equal(ask_for(asking, "GET", "/about/rules", NULL).status, 303);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ASKING_TEST(test_is_the_child_on_a_plan),
        ASKING_TEST(test_a_birthday_misheard),
        ASKING_TEST(test_questions_that_find_otherwise),
        ASKING_TEST(test_a_restricted_child_is_not_named),
        ASKING_TEST(test_children_with_a_plan_are_listed),
        ASKING_TEST(test_a_partner_sees_their_children),
        ASKING_TEST(test_legal_sees_what_was_referred),
        ASKING_TEST(test_the_work_of_a_team),
        ASKING_TEST(test_the_administrator_sees_no_case),
        ASKING_TEST(test_the_record_of_looks),
        ASKING_TEST(test_search_before_a_record_is_opened),
        ASKING_TEST(test_a_new_worry_about_a_known_child_finds_its_place),
        ASKING_TEST(test_the_program_explains_itself),
    };
    RUN_ON_BOTH(tests);
}
