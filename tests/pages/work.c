/* My work and the family's page, after a conference decided on a plan: what is due leads to what does it, and both lists count alike. SB-15 SC-15 */
#include "../acts/world_conference.h"

#include "acts/people/late_explained_act.h"
#include "pages/family.h"
#include "pages/team.h"
#include "pages/work.h"
#include "web/site.h"

#define assert_has(text, part) do { if (!text_contains((text), text_of(part))) fail_msg("'%s' is not on the page", (part)); } while (0)
#define assert_lacks(text, part) do { if (text_contains((text), text_of(part))) fail_msg("'%s' is on the page", (part)); } while (0)

enum { LATER = 62 /* days after which the notes, the core group and a visit are late */ };

static int set_up(void **state)
{
    struct world_case *in = calloc(1, sizeof *in);
    world_case_open(in, "Ada Ben");
    world_case_at_risk(in);
    world_initial_conference(in, CONFERENCE_DECISION_PLAN);
    *state = in;
    return 0;
}

static Text page_on(struct world_case *in, handler *shows, PersonId person, enum duty duty, int day, struct request_ids ids)
{
    struct site site = {.authority_name = T("Northmoor Council"), .authority = WORLD_AUTHORITY, .store = in->world.store, .acts = in->world.acts};
    Read *read = world_read(&in->world, in->arena, person, day);
    struct request request = {.arena = in->arena, .site = &site, .ids = ids, .authority = WORLD_AUTHORITY, .person = person, .duty = duty,
                              .now = read->now, .today = read->today, .read = read, .session = {.token = T("00"), .hash = T("00")}};
    struct response response = {.body = out_new(in->arena)};
    must(shows(&request, &response));
    store_read_end(read);
    return out_all(&response.body);
}

/* The day a thing is due, and the act that does it: the form of the notes with its first answer, the core group's on the plan. */
static void what_is_due_leads_to_what_does_it(void **state)
{
    struct world_case *in = *state;
    struct request_ids none = {0}, family = {.family = in->family.family};
    char notes[100];
    snprintf(notes, sizeof notes, "/conference/%lld/do/send-summary?what=NOTES\"", (long long)in->conference.n);
    Text work = page_on(in, work_page, in->worker, DUTY_SOCIAL_WORKER, LATER, none);
    assert_has(work, notes);
    assert_has(work, "/do/record-core-group\"");
    assert_has(work, "/do/plan-core-group\"");
    assert_has(work, "/do/visit\"");
    assert_has(page_on(in, family_page, in->worker, DUTY_SOCIAL_WORKER, LATER, family), notes);
}

/* Whoever reads and may not do it is told who does. */
static void others_are_told_who_does_it(void **state)
{
    struct world_case *in = *state;
    struct request_ids family = {.family = in->family.family};
    Text page = page_on(in, family_page, in->chair, DUTY_CHAIR, LATER, family);
    assert_has(page, "/do/send-summary?what=NOTES"); /* the chair arranges conferences too */
    assert_lacks(page, "/do/visit\"");
    assert_has(page, "Done by the worker.");
}

/* Whoever works on the case says why something is late; it stands beside it for everybody who sees that it is late. */
static void why_it_is_late_stands_beside_it(void **state)
{
    struct world_case *in = *state;
    struct request_ids none = {0}, family = {.family = in->family.family};
    assert_has(page_on(in, work_page, in->worker, DUTY_SOCIAL_WORKER, LATER, none), "/do/why-late?kind=VISIT");
    assert_lacks(page_on(in, family_page, in->chair, DUTY_CHAIR, LATER, family), "/do/why-late");
    WORLD_ACT(late_explained, LATE_EXPLAINED, act);
    act.kind = OBLIGATION_KIND_VISIT;
    act.children.at = in->family.children;
    act.children.count = in->family.count;
    act.why = T("Both were in hospital.");
    act.next = T("The ward sister sees them each day.");
    act.done_by = world_date(LATER + 3);
    world_do(&in->world, in->arena, &LATE_EXPLAINED_ACT, in->worker, in->family.family.n, LATER, &act);
    const char *said = "Why it is late: Both were in hospital. Now: The ward sister sees them each day. By ";
    assert_has(page_on(in, work_page, in->worker, DUTY_SOCIAL_WORKER, LATER, none), said);
    assert_has(page_on(in, work_page, in->manager, DUTY_TEAM_MANAGER, LATER, none), said);
    assert_has(page_on(in, family_page, in->chair, DUTY_CHAIR, LATER, family), said);
    struct act_result result;
    act.kind = OBLIGATION_KIND_FIRST_REVIEW; /* which is not late */
    assert_int_equal(world_try(&in->world, in->arena, &LATE_EXPLAINED_ACT, in->worker, in->family.family.n, LATER, &act, &result).kind, NOT_VALID);
}

/* How many are overdue, as a page says it at its top. */
static int64_t overdue_on(Text page)
{
    const char *end = memmem(page.at, page.len, "</b> <span>overdue</span>", 25);
    int64_t number;
    assert_non_null(end);
    const char *at = end;
    while (at[-1] != '>')
        at--;
    assert_true(text_to_int((Text){at, (size_t)(end - at)}, &number));
    return number;
}

/* A manager's own page and the team's say the same number, and it is that of the list; a sister and a brother's visit is one thing. */
static void both_pages_count_alike(void **state)
{
    struct world_case *in = *state;
    struct request_ids none = {0};
    Text work = page_on(in, work_page, in->manager, DUTY_TEAM_MANAGER, LATER, none), team = page_on(in, team_page, in->manager, DUTY_TEAM_MANAGER, LATER, none);
    int64_t overdue = overdue_on(work);
    assert_true(overdue > 1);
    assert_int_equal(overdue, overdue_on(team));
    assert_int_equal(overdue, overdue_on(page_on(in, work_page, in->worker, DUTY_SOCIAL_WORKER, LATER, none)));
    char said[100];
    snprintf(said, sizeof said, ">%lld</span>", (long long)overdue); /* beside the worker's name */
    assert_has(work, said);
    snprintf(said, sizeof said, "%lld overdue", (long long)overdue);
    assert_has(team, said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_due_leads_to_what_does_it, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(others_are_told_who_does_it, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(both_pages_count_alike, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(why_it_is_late_stands_beside_it, set_up, world_case_take_down),
    };
    RUN_ON_BOTH(tests);
}
