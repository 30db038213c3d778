/* Whole requests to the real pages, over a store of acts: an authority with two teams, who works in them, and one family of each. Include
 * first. */
#ifndef TESTS_PAGES_ASKING_H
#define TESTS_PAGES_ASKING_H

#include "../acts/people_setting.h"
#include "../acts/world_plan.h"
#include "acts/people/family_restricted_act.h"
#include "pages/act_form.h"
#include "pages/problem.h"
#include "store/look.h"
#include "web/answer.h"
#include "web/session.h"
#include "web/sign_in.h"
#include "web/site.h"

#define ROUTE ROUTE_HANDLER
#include "web/routes.def"
#undef ROUTE
#define ROUTE ROUTE_ROW
static const struct route ASKING_ROUTES[] = {
#include "web/routes.def"
};
#undef ROUTE

struct asking {
    struct setting setting;
    struct site site;
    Arena *arena;
    PersonId other_manager, other_worker, data_officer, auditor, administrator, chair, partner, legal;
    AgencyId school;
    struct world_family hazel; /* East's: Rowan holds it, Quill manages; Juniper and an unborn child */
    struct world_family sorrel; /* West's */
    char cookie[200];
    PersonId as;
    int64_t later; /* microseconds after WORLD_DAY at which requests come */
};

/* What came back. The texts live in asking->arena. */
struct came {
    int status;
    Text body, location;
};

/* From now on requests come from this person, at WORLD_DAY and what is later. */
__attribute__((unused)) static void sign_in_as(struct asking *asking, PersonId person)
{
    struct request request = {.arena = asking->arena, .site = &asking->site, .authority = WORLD_AUTHORITY, .now = {WORLD_DAY.us + asking->later}};
    struct response response = response_new(asking->arena);
    must(session_begin(&request, &response, person));
    asking->cookie[0] = '\0';
    for (size_t i = 0; i < response.header_count; i++)
        if (strcmp(response.headers[i].name, "Set-Cookie") == 0) {
            Text cookie = response.headers[i].value;
            cookie = text_cut(&cookie, ';');
            snprintf(asking->cookie, sizeof asking->cookie, "%.*s", TEXT_ARGS(cookie));
        }
    assert_true(asking->cookie[0] != '\0');
    asking->as = person;
}

__attribute__((unused)) static struct came ask_for(struct asking *asking, const char *method, const char *target, const char *body)
{
    clock_set_for_tests((Instant){WORLD_DAY.us + asking->later});
    struct incoming incoming = {.method = method, .target = target, .length = body == NULL ? -1 : (int64_t)strlen(body), .peer = T("192.0.2.7")};
    incoming.headers.cookie = text_of(asking->cookie);
    incoming.headers.host = T("localhost");
    incoming.headers.content_type = T("application/x-www-form-urlencoded");
    struct answer *answer = answer_begin(&asking->site, &incoming);
    if (!answer->decided && body != NULL)
        assert_true(answer_body(answer, body, strlen(body)));
    answer_finish(answer);
    struct came came = {answer->response.status, text_copy(asking->arena, out_all(&answer->response.body)), TEXT_NONE};
    for (size_t i = 0; i < answer->response.header_count; i++)
        if (strcmp(answer->response.headers[i].name, "Location") == 0)
            came.location = text_copy(asking->arena, answer->response.headers[i].value);
    answer_end(answer);
    clock_set_for_tests(INSTANT_NONE);
    return came;
}

__attribute__((unused)) static struct came get_as(struct asking *asking, PersonId person, const char *target)
{
    if (asking->as.n != person.n)
        sign_in_as(asking, person);
    return ask_for(asking, "GET", target, NULL);
}

/* Sends a form, with the proof out of the page at the same address. */
__attribute__((unused)) static struct came post_as(struct asking *asking, PersonId person, const char *target, const char *fields)
{
    struct came page = get_as(asking, person, target);
    assert_int_equal(page.status, 200);
    const char *at = strstr(text_string(asking->arena, page.body), "name=\"csrf\" value=\"");
    assert_non_null(at);
    at += strlen("name=\"csrf\" value=\"");
    return ask_for(asking, "POST", target, text_string(asking->arena, text_format(asking->arena, "csrf=%.64s&%s", at, fields)));
}

#define HAS(came, words) assert_true(text_contains((came).body, text_of(words)))
#define LACKS(came, words) assert_false(text_contains((came).body, text_of(words)))

__attribute__((unused)) static int start_asking(void **state)
{
    void *setting;
    struct asking *asking = calloc(1, sizeof *asking);
    set_up(&setting);
    asking->setting = *(struct setting *)setting;
    free(setting);
    struct setting *s = &asking->setting;
    struct world *world = &s->world;
    asking->arena = s->arena;
    PersonId nobody = {0};
    TeamId west = world_team(world, s->arena, "West", DUTY_SOCIAL_WORKER);
    asking->school = world_agency(world, s->arena, "Alder Lane Primary", AGENCY_KIND_EDUCATION);
    asking->other_manager = world_worker_of(world, s->arena, "Sable", DUTY_TEAM_MANAGER, west, nobody);
    asking->other_worker = world_worker_of(world, s->arena, "Tansy", DUTY_SOCIAL_WORKER, west, asking->other_manager);
    asking->data_officer = world_worker_of(world, s->arena, "Umber", DUTY_DATA_OFFICER, (TeamId){0}, nobody);
    asking->auditor = world_worker_of(world, s->arena, "Vesper", DUTY_AUDITOR, (TeamId){0}, nobody);
    asking->administrator = world_worker_of(world, s->arena, "Wilder", DUTY_ADMINISTRATOR, (TeamId){0}, nobody);
    asking->chair = world_worker_of(world, s->arena, "Xanthe", DUTY_CHAIR, (TeamId){0}, nobody);
    asking->legal = world_worker_of(world, s->arena, "Yarrow", DUTY_LEGAL, (TeamId){0}, nobody);
    struct worker_added partner = world_worker("Zinnia", DUTY_PARTNER);
    partner.agency = asking->school;
    world_do(world, s->arena, &WORKER_ADDED_ACT, PERSON_SYSTEM, 0, 0, &partner);
    asking->partner = partner.worker;
    asking->hazel = world_family(world, s->arena, s->worker, "Hazelwick", "Juniper ?");
    world_allocate(world, s->arena, s->manager, &asking->hazel, s->worker);
    asking->sorrel = world_family(world, s->arena, asking->other_worker, "Sorrelby", "Linden");
    world_allocate(world, s->arena, asking->other_manager, &asking->sorrel, asking->other_worker);
    asking->site = (struct site){.routes = ASKING_ROUTES, .route_count = sizeof ASKING_ROUTES / sizeof ASKING_ROUTES[0], .store = world->store,
        .acts = world->acts, .search_key = T("01234567890123456789012345678901"), .authority = WORLD_AUTHORITY, .authority_name = T("Northmoor Council"),
        .may_act = act_form_may, .problem_page = problem_page};
    must(sign_in_prepare());
    *state = asking;
    return 0;
}

__attribute__((unused)) static int stop_asking(void **state)
{
    struct asking *asking = *state;
    struct chain_verdict verdict; /* of the looks: some tests stand on acts made for them alone, which no replay knows */
    Read *read = world_read(&asking->setting.world, asking->arena, PERSON_SYSTEM, 0);
    must(look_verify(read, &verdict));
    store_read_end(read);
    assert_int_equal(verdict.bad, 0);
    world_end(&asking->setting.world);
    arena_free(asking->arena);
    free(asking);
    return 0;
}

#define ASKING_TEST(test) cmocka_unit_test_setup_teardown(test, start_asking, stop_asking)

#endif
