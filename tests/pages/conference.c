/* The pages that lead to a conference: the list of those who chair and administer, and where a partner begins. SE-09 SD-10 SD-14 */
#include "../acts/world_conference.h"

#include "pages/conference/conferences.h"
#include "pages/conference/papers.h"
#include "pages/family.h"
#include "pages/work.h"
#include "store/options_sql.h"
#include "web/site.h"

#define assert_has(text, part) do { if (!text_contains((text), text_of(part))) fail_msg("'%s' is not on the page", (part)); } while (0)
#define assert_lacks(text, part) do { if (text_contains((text), T(part))) fail_msg("'%s' is on the page", (part)); } while (0)

static int set_up(void **state)
{
    struct world_case *in = calloc(1, sizeof *in);
    world_case_open(in, "Ada");
    world_case_at_risk(in);
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(in, 10);
    world_booked(in, 11, 20);
    world_invited(in, 11);
    *state = in;
    return 0;
}

static int tear_down(void **state)
{
    world_case_end(*state);
    free(*state);
    return 0;
}

static Text page_of(struct world_case *in, handler *shows, PersonId person, enum duty duty, struct request_ids ids)
{
    struct site site = {.authority_name = T("Northmoor Council"), .authority = WORLD_AUTHORITY, .store = in->world.store};
    Read *read = world_read(&in->world, in->arena, person, 12);
    struct request request = {.arena = in->arena, .site = &site, .ids = ids, .authority = WORLD_AUTHORITY, .person = person, .duty = duty,
                              .now = read->now, .today = read->today, .read = read, .session = {.token = T("00"), .hash = T("00")}};
    struct response response = {.body = out_new(in->arena)};
    must(shows(&request, &response));
    store_read_end(read);
    return out_all(&response.body);
}

static void the_list_has_every_conference_of_its_reader(void **state)
{
    struct world_case *in = *state;
    struct request_ids none = {0};
    assert_has(page_of(in, conferences_page, in->chair, DUTY_CHAIR, none), "Okafor-Lane");
    assert_has(page_of(in, conferences_page, in->admin, DUTY_CONFERENCE_ADMIN, none), "Elmfield Centre");
    assert_has(page_of(in, conferences_page, in->teacher, DUTY_PARTNER, none), "no part in a conference");
}

/* What is booked stands among the next dates with its own day, hour and place, not the limit alone; when it is near it is the next step. */
static void what_is_booked_stands_among_the_next_dates(void **state)
{
    struct world_case *in = *state;
    struct request_ids family = {.family = in->family.family};
    Text page = page_of(in, family_page, in->worker, DUTY_SOCIAL_WORKER, family);
    assert_has(page, "Initial conference: Ada");
    assert_has(page, "<b>Thursday 9 April, 10:00am</b><span class=\"meta place\">Elmfield Centre</span>");
    assert_lacks(page, "<span class=\"k\">Hold the initial conference");
    assert_lacks(page, ">Initial conference</a>"); /* it is eight days ahead */
    world_booked(in, 12, 16);
    page = page_of(in, family_page, in->worker, DUTY_SOCIAL_WORKER, family);
    assert_has(page, text_string(in->arena, text_format(in->arena, "<a class=\"govuk-button\" href=\"/conference/%lld\">Initial conference</a>", (long long)in->conference.n)));
}

/* A partner writes for their own agency, and for no other. */
static void a_partner_brings_report_and_view(void **state)
{
    struct world_case *in = *state;
    struct request_ids ids = {.conference = in->conference};
    struct option_invitations_rows offered;
    Text page = page_of(in, papers_page, in->teacher, DUTY_PARTNER, ids);
    assert_has(page, "Write a report");
    assert_has(page, "Record an agency&#39;s view");
    assert_lacks(page, "Record the decision");
    assert_lacks(page_of(in, papers_page, in->chair, DUTY_CHAIR, ids), "Write a report"); /* it stands on the page of the conference */
    Read *read = world_read(&in->world, in->arena, in->teacher, 12);
    must(option_invitations(read, in->conference, &offered));
    store_read_end(read);
    assert_int_equal(offered.count, 1);
    assert_true(text_equal_string(offered.at[0].words, "Hollow Lane Primary School"));
    read = world_read(&in->world, in->arena, in->admin, 12);
    must(option_invitations(read, in->conference, &offered));
    store_read_end(read);
    assert_true(offered.count > 3);
}

static struct report_written school_report(struct world_case *in)
{
    struct report_written act = world_report_act(in);
    act.invitation = world_invitation_of(in, in->school.n);
    return act;
}

/* SE-09: what is wanted from an agency stands on its people's first page until it is handed in, and the papers say that it came. */
static void a_partner_is_told_that_a_report_is_wanted(void **state)
{
    struct world_case *in = *state;
    struct request_ids none = {0}, ids = {.conference = in->conference};
    assert_has(page_of(in, work_page, in->teacher, DUTY_PARTNER, none), "Write a report: Initial conference, Okafor-Lane family");
    assert_lacks(page_of(in, papers_page, in->teacher, DUTY_PARTNER, ids), "You handed in a report");
    struct report_written act = school_report(in);
    world_do(&in->world, in->arena, &REPORT_WRITTEN_ACT, in->teacher, in->conference.n, 12, &act);
    assert_has(page_of(in, work_page, in->teacher, DUTY_PARTNER, none), "No report is wanted from your agency now");
    assert_has(page_of(in, papers_page, in->teacher, DUTY_PARTNER, ids), "Somebody else reads it before it goes to anybody");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_list_has_every_conference_of_its_reader, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_booked_stands_among_the_next_dates, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_partner_is_told_that_a_report_is_wanted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_partner_brings_report_and_view, set_up, tear_down),
    };
    RUN_ON_BOTH(tests);
}
