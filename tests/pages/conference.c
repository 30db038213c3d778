/* The pages that lead to a conference: the list of those who chair and administer, and where a partner begins. SE-09 SD-10 SD-14 */
#include "../acts/world_conference.h"

#include "acts/people/address_recorded_act.h"
#include "acts/people/sign_in_given_act.h"
#include "pages/conference/conference.h"
#include "pages/act_form.h"
#include "pages/conference/conferences.h"
#include "pages/conference/papers.h"
#include "pages/work.h"
#include "store/options_sql.h"
#include "web/site.h"

#define assert_has(text, part) do { if (!text_contains((text), T(part))) fail_msg("'%s' is not on the page", (part)); } while (0)
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

/* SD-12: each participant's acknowledgement of confidentiality at the door is kept with their invitation, and whose is missing is seen. */
static void confidentiality_is_acknowledged_by_each(void **state)
{
    struct world_case *in = *state;
    static const enum gate LATE[] = {REPORTS_IN_TIME};
    struct request_ids ids = {.conference = in->conference};
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
    struct conference_opened act = world_opened_act(in);
    Text page = page_of(in, conference_page, in->chair, DUTY_CHAIR, ids);
    assert_lacks(page, "onfidentiality"); /* nobody has come yet */
    act.attendance.at[0].confidentiality = YESNO_NO;
    act.attendance.at[1].attendance = ATTENDANCE_APOLOGIES;
    act.attendance.at[1].confidentiality = YESNO_NONE;
    world_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &act, LATE, 1);
    page = page_of(in, conference_page, in->chair, DUTY_CHAIR, ids);
    size_t missing = 0, acknowledged = 0;
    for (size_t i = 0; i < page.len; i++) {
        Text rest = {page.at + i, page.len - i};
        missing += text_begins(rest, T("Confidentiality not acknowledged"));
        acknowledged += text_begins(rest, T("acknowledged confidentiality"));
    }
    assert_int_equal(missing, 1);
    assert_int_equal(acknowledged, act.attendance.count - 2);
}

/* SC-12: papers that were released before an address became a secret hold it in nobody's copy who may not read the address. */
static void papers_hold_no_address_that_became_a_secret(void **state)
{
    struct world_case *in = *state;
    struct request_ids ids = {.conference = in->conference};
    struct report_written act = world_report_act(in);
    act.paragraphs.at[0].words = T("She moved to Elmfield Centre Flats, 9 Sedge Close, in May.");
    act.paragraphs.at[1].words = T("The school sees her each day.");
    world_do(&in->world, in->arena, &REPORT_WRITTEN_ACT, in->worker, in->conference.n, 12, &act);
    WORLD_ACT(report_released, REPORT_RELEASED, released);
    released.report = act.report;
    world_do(&in->world, in->arena, &REPORT_RELEASED_ACT, in->manager, in->conference.n, 12, &released);
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, account);
    account.kind = FAMILY_ACCOUNT_PARENT;
    account.adult = in->mother;
    account.children.at = in->family.children;
    account.children.count = in->family.count;
    world_do(&in->world, in->arena, &SIGN_IN_GIVEN_ACT, in->manager, in->family.family.n, 12, &account);
    world_shared(in, act.report, 12);
    assert_has(page_of(in, papers_page, in->mother, DUTY_PARENT, ids), "Sedge Close");
    assert_has(page_of(in, papers_page, in->teacher, DUTY_PARTNER, ids), "Elmfield Centre");
    assert_lacks(page_of(in, conference_page, in->chair, DUTY_CHAIR, ids), "left out of copies");
    WORLD_ACT(address_recorded, ADDRESS_RECORDED, home);
    home.adults.at = &in->mother;
    home.adults.count = 1;
    home.kind = ADDRESS_KIND_HOME;
    home.lines = T("Elmfield Centre, 9 Sedge Close");
    home.protected = YESNO_YES;
    home.since = world_date(11);
    world_do(&in->world, in->arena, &ADDRESS_RECORDED_ACT, in->worker, in->family.family.n, 12, &home);
    const Text copies[] = {page_of(in, papers_page, in->mother, DUTY_PARENT, ids), page_of(in, papers_page, in->teacher, DUTY_PARTNER, ids),
                           page_of(in, papers_page, in->admin, DUTY_CONFERENCE_ADMIN, ids)};
    for (size_t i = 0; i < sizeof copies / sizeof copies[0]; i++) {
        assert_lacks(copies[i], "Sedge");
        assert_lacks(copies[i], "Elmfield");
        assert_lacks(copies[i], "in May");
        assert_has(copies[i], "The school sees her each day.");
    }
    assert_has(page_of(in, papers_page, in->worker, DUTY_SOCIAL_WORKER, ids), "Sedge Close"); /* who may read the address */
    Text whole = page_of(in, conference_page, in->worker, DUTY_SOCIAL_WORKER, ids);
    assert_has(whole, "2 pieces are left out of copies"); /* a paragraph and the place */
    assert_has(whole, "Write the report again without the address");
    assert_has(whole, "Book it at another place");
}

/* SC-02: who is not independent of the case stands in the list with the reason, and can't be chosen. */
static void a_chair_of_the_case_s_own_line_is_not_to_choose(void **state)
{
    struct world_case *in = *state;
    (void)world_worker_of(&in->world, in->arena, "Sorrel", DUTY_CHAIR, in->team, in->manager);
    struct request_ids ids = {.conference = in->conference, .act = T("assign-chair")};
    Text page = page_of(in, act_form_page, in->admin, DUTY_CONFERENCE_ADMIN, ids);
    assert_has(page, "Sorrel");
    assert_has(page, "disabled");
    assert_has(page, "is in the team of who holds the case");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_list_has_every_conference_of_its_reader, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_partner_is_told_that_a_report_is_wanted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_partner_brings_report_and_view, set_up, tear_down),
        cmocka_unit_test_setup_teardown(confidentiality_is_acknowledged_by_each, set_up, tear_down),
        cmocka_unit_test_setup_teardown(papers_hold_no_address_that_became_a_secret, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_chair_of_the_case_s_own_line_is_not_to_choose, set_up, tear_down),
    };
    RUN_ON_BOTH(tests);
}
