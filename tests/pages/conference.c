/* The pages that lead to a conference: the list of those who chair and administer, and where a partner begins. SE-09 SD-10 SD-14 */
#include "../acts/world_conference.h"

#include "acts/decision/decision_amended_act.h"
#include "acts/decision/told_outside_act.h"
#include "acts/form_view.h"
#include "acts/people/address_recorded_act.h"
#include "acts/people/sign_in_given_act.h"
#include "pages/act_form.h"
#include "pages/conference/conference.h"
#include "pages/conference/conferences.h"
#include "pages/conference/papers.h"
#include "pages/family/own_home.h"
#include "pages/options.h"
#include "pages/family.h"
#include "pages/work.h"
#include "store/conference_page_sql.h"
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

static struct form asking_for; /* what stands behind the '?' of the next page's address */

static Text page_on(struct world_case *in, handler *shows, PersonId person, enum duty duty, struct request_ids ids, int day)
{
    struct site site = {.authority_name = T("Northmoor Council"), .authority = WORLD_AUTHORITY, .store = in->world.store};
    Read *read = world_read(&in->world, in->arena, person, day);
    struct request request = {.arena = in->arena, .site = &site, .ids = ids, .authority = WORLD_AUTHORITY, .person = person, .duty = duty,
                              .now = read->now, .today = read->today, .read = read, .query = asking_for, .session = {.token = T("00"), .hash = T("00")}};
    struct response response = {.body = out_new(in->arena)};
    must(shows(&request, &response));
    store_read_end(read);
    return out_all(&response.body);
}

static Text page_of(struct world_case *in, handler *shows, PersonId person, enum duty duty, struct request_ids ids)
{
    return page_on(in, shows, person, duty, ids, 12);
}

static void the_list_has_every_conference_of_its_reader(void **state)
{
    struct world_case *in = *state;
    struct request_ids none = {0};
    assert_has(page_of(in, conferences_page, in->chair, DUTY_CHAIR, none), "Okafor-Lane");
    assert_has(page_of(in, conferences_page, in->chair, DUTY_CHAIR, none), "at 10:00am");
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
    world_moved(in, 12, 16);
    page = page_of(in, family_page, in->worker, DUTY_SOCIAL_WORKER, family);
    assert_has(page, text_string(in->arena, text_format(in->arena, "<a class=\"govuk-button\" href=\"/conference/%lld\">Initial conference</a>", (long long)in->conference.n)));
}

/* A partner writes for their own agency, and for no other. */
static void a_partner_brings_report_and_view(void **state)
{
    struct world_case *in = *state;
    struct request_ids ids = {.conference = in->conference};
    struct option_speaks_for_rows offered;
    struct option_family_invited_rows family;
    Text page = page_of(in, papers_page, in->teacher, DUTY_PARTNER, ids);
    assert_has(page, "Write a report");
    assert_has(page, "Record an agency&#39;s view");
    assert_lacks(page, "Record the decision");
    assert_lacks(page_of(in, papers_page, in->chair, DUTY_CHAIR, ids), "Write a report"); /* it stands on the page of the conference */
    Read *read = world_read(&in->world, in->arena, in->teacher, 12);
    must(option_speaks_for(read, in->conference, &offered));
    must(option_family_invited(read, in->conference, &family));
    store_read_end(read);
    assert_int_equal(offered.count, 1);
    assert_true(text_equal_string(offered.at[0].words, "Hollow Lane Primary School"));
    assert_int_equal(family.count, 1); /* from whom a paragraph can be kept */
    assert_int_equal(family.at[0].id, in->mother.n);
    read = world_read(&in->world, in->arena, in->worker, 12);
    must(option_speaks_for(read, in->conference, &offered)); /* a social worker writes for social care, and offers no parent */
    assert_int_equal(offered.count, 1);
    assert_true(text_equal_string(offered.at[0].words, "Northmoor children's social care"));
    store_read_end(read);
    read = world_read(&in->world, in->arena, in->admin, 12);
    must(option_speaks_for(read, in->conference, &offered));
    store_read_end(read);
    assert_int_equal(offered.count, 4);
}

/* SD-10 SB-09: what is over is not offered; in the room first the views, then the family, then the decision; and then what was decided, and why. */
static void the_page_follows_the_conference(void **state)
{
    struct world_case *in = *state;
    struct request_ids ids = {.conference = in->conference};
    Text page = page_of(in, conference_page, in->chair, DUTY_CHAIR, ids);
    assert_has(page, "Missing: Ada"); /* who was not asked stands beside what stops it */
    assert_lacks(page, "Record the decision");
    assert_has(page_of(in, work_page, in->chair, DUTY_CHAIR, (struct request_ids){0}), "things are missing before it is confirmed");
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
    assert_has(page_on(in, work_page, in->chair, DUTY_CHAIR, (struct request_ids){0}, 13), "Elmfield Centre · confirmed");
    world_opened(in, 20);
    page = page_on(in, conference_page, in->chair, DUTY_CHAIR, ids, 20);
    assert_lacks(page, "Open the conference");
    assert_has(page, "href=\"/conference/");
    assert_has(page, "give-view\">Record an agency&#39;s view</a>\n</section>"); /* the next step */
    world_views(in, AGENCY_VIEW_PLAN, 20);
    assert_has(page_on(in, conference_page, in->chair, DUTY_CHAIR, ids, 20), "family-view\">Record the family&#39;s views</a>\n</section>");
    world_decided(in, CONFERENCE_DECISION_PLAN, 20);
    page = page_on(in, conference_page, in->chair, DUTY_CHAIR, ids, 20);
    assert_has(page, "What was decided");
    assert_has(page, "Child protection plan");
    assert_has(page, "Hurt twice; the person who hurt her is still at home.");
    assert_has(page, "Bruises; likely again while nothing changes.");
    assert_lacks(page, "Open the conference");
    assert_lacks(page, "Record the decision<");
}

/* SD-10 SB-12 SD-21 SC-11 SC-12: before it is decided the views stand above the form with what they are based on, those of absent agencies apart, counted;
 * then what is recommended, as recommended; words put right beside what stood there; what was told outside. The mother's own page has it in plain words. */
static void a_decision_and_what_comes_after_are_read(void **state)
{
    static const enum gate HEARD[] = {FAMILY_HEARD}, PASSED[] = {REPORTS_IN_TIME};
    struct world_case *in = *state;
    struct request_ids ids = {.conference = in->conference};
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, account);
    account.kind = FAMILY_ACCOUNT_PARENT;
    account.adult = in->mother;
    account.children.at = in->family.children;
    account.children.count = 1;
    world_do(&in->world, in->arena, &SIGN_IN_GIVEN_ACT, in->manager, in->family.family.n, 12, &account);
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
    struct conference_opened opened = world_opened_act(in);
    for (size_t i = 0; i < opened.attendance.count; i++)
        if (opened.attendance.at[i].invitation.n == world_invitation_of(in, in->school.n).n)
            opened.attendance.at[i].attendance = ATTENDANCE_APOLOGIES;
    world_past(in, &CONFERENCE_OPENED_ACT, in->chair, 20, &opened, PASSED, 1);
    world_views(in, AGENCY_VIEW_PLAN, 20);
    WORLD_ACT(view_given, VIEW_GIVEN, view);
    struct view_given_children seen = {.child = in->family.children[0], .opinion = AGENCY_VIEW_NO_PLAN, .evidence = T("Four visits since August.")};
    view.invitation = world_invitation_of(in, in->health.n);
    view.children.at = &seen;
    view.children.count = 1;
    world_past(in, &VIEW_GIVEN_ACT, in->admin, 20, &view, NULL, 0);
    ids.act = T("decide");
    Text page = page_on(in, act_form_page, in->chair, DUTY_CHAIR, ids, 20);
    assert_has(page, "Four visits since August.");
    assert_has(page, "Agencies that are there: 3.");
    Text written = page; /* what stands below that heading */
    while (written.len > 0 && !text_begins(written, T("In writing, from agencies that are not there")))
        written = (Text){written.at + 1, written.len - 1};
    assert_has(written, "Hollow Lane Primary School");
    assert_lacks(written, "Northmoor police");
    struct conference_decided decided = world_decided_act(in, CONFERENCE_DECISION_PLAN, 20);
    decided.children.at[0].recommends = 1 << RECOMMENDATION_ELSEWHERE | 1 << RECOMMENDATION_COURT;
    decided.children.at[0].recommends_why = T("She is afraid at home.");
    decided.children.at[0].considered = T("Her aunt was asked first.");
    decided.children.at[0].advised = YESNO_NO;
    seen.reason = T("The visits went well."); /* dissent keeps its reason */
    world_past(in, &VIEW_GIVEN_ACT, in->admin, 20, &view, NULL, 0);
    world_past(in, &CONFERENCE_DECIDED_ACT, in->chair, 20, &decided, HEARD, 1);
    page = page_on(in, conference_page, in->chair, DUTY_CHAIR, ids, 21);
    assert_has(page, "Considered: Her aunt was asked first. Only a court can order it.");
    assert_has(page, "Tell the parents: legal advice");
    assert_has(page, "Does not agree");
    assert_has(page, "part=CAUSE\">Ada: What causes it</a>");
    assert_lacks(page_on(in, conference_page, in->admin, DUTY_CONFERENCE_ADMIN, ids, 21), "part=CAUSE");
    page = page_on(in, own_home_page, in->mother, DUTY_PARENT, (struct request_ids){0}, 21);
    assert_has(page, "The meeting thinks Ada should live somewhere else for now. The meeting cannot make that happen.");
    assert_has(page, "Only the court decides. You can ask a lawyer to help you.");
    assert_lacks(page, "She is afraid at home.");
    WORLD_ACT(decision_amended, DECISION_AMENDED, amended);
    amended.child = in->family.children[0];
    amended.part = DECISION_PART_CAUSE;
    amended.words = T("Drink, not anger.");
    amended.why = T("The doctor's letter came.");
    world_past(in, &DECISION_AMENDED_ACT, in->chair, 22, &amended, NULL, 0);
    WORLD_ACT(told_outside, TOLD_OUTSIDE, told);
    told.told_on = world_date(22);
    told.children.at = in->family.children;
    told.children.count = 1;
    told.to_whom = T("The housing officer");
    told.what = T("That the lock is changed.");
    told.ground = DISCLOSURE_GROUND_PROTECT_CHILD;
    told.why = T("He has a key.");
    world_past(in, &TOLD_OUTSIDE_ACT, in->admin, 22, &told, NULL, 0);
    page = page_on(in, conference_page, in->worker, DUTY_SOCIAL_WORKER, ids, 23);
    assert_has(page, "What was amended");
    assert_has(page, "Anger when drink is in the house."); /* what stood there */
    assert_has(page, "Drink, not anger.");
    assert_has(page, "What was told outside the meeting");
    assert_has(page, "He has a key.");
}

/* One person at a time: the answers about the mother are asked without the children's and the agencies', from a link at her name. */
static void readiness_is_asked_of_one(void **state)
{
    struct world_case *in = *state;
    struct request_ids ids = {.conference = in->conference};
    Text link = text_format(in->arena, "/do/readiness?about=%lld", (long long)in->mother.n);
    assert_true(text_contains(page_of(in, conference_page, in->admin, DUTY_CONFERENCE_ADMIN, ids), link));
    ids.act = T("readiness");
    Text page = page_of(in, act_form_page, in->admin, DUTY_CONFERENCE_ADMIN, ids);
    assert_has(page, "Ada");
    assert_has(page, "Northmoor police");
    assert_has(page, "Offered: they do not want to"); /* words that fit the question */
    assert_lacks(page, "children-0-contact");         /* a child of seven isn't asked how contact is safe */
    struct form_value about = {T("about"), text_format(in->arena, "%lld", (long long)in->mother.n)};
    asking_for = (struct form){&about, 1};
    page = page_of(in, act_form_page, in->admin, DUTY_CONFERENCE_ADMIN, ids);
    asking_for = (struct form){0};
    assert_has(page, "Chidinma");
    assert_lacks(page, "Ada");
    assert_lacks(page, "Northmoor police");
    assert_true(text_contains(page, text_join(in->arena, text_format(in->arena, "action=\"/conference/%lld", (long long)in->conference.n), link)));
}

/* SC-12: whoever releases a report reads it on the same page, each paragraph with its readers. */
static void a_report_is_read_before_it_is_released(void **state)
{
    struct world_case *in = *state;
    struct request_ids ids = {.conference = in->conference, .act = T("release-report")};
    struct report_written act = world_report_act(in);
    act.paragraphs.at[0].words = T("The heating has been off since July.");
    act.paragraphs.at[0].audience = AUDIENCE_NOT_TO_PERSON;
    act.paragraphs.at[0].not_to = in->mother;
    world_do(&in->world, in->arena, &REPORT_WRITTEN_ACT, in->worker, in->conference.n, 12, &act);
    Text page = page_of(in, act_form_page, in->manager, DUTY_TEAM_MANAGER, ids);
    assert_has(page, "The heating has been off since July.");
    assert_has(page, "Everyone but Chidinma");
    assert_has(page, "Professionals only");
}

/* SE-12: a review's page says before the meeting to whom support after the plan has not been offered, and where it is recorded. */
static void support_is_named_before_a_plan_ends(void **state)
{
    struct world_case *in = *state;
    world_ready(in, 12, 15);
    world_confirmed(in, 13);
    world_opened(in, 20);
    world_views(in, AGENCY_VIEW_PLAN, 20);
    world_decided(in, CONFERENCE_DECISION_PLAN, 20);
    world_called(in, CONFERENCE_KIND_REVIEW, 80, 100);
    struct request_ids ids = {.conference = in->conference};
    Text page = page_on(in, conference_page, in->worker, DUTY_SOCIAL_WORKER, ids, 80);
    assert_has(page, "Not offered yet: Ada");
    assert_has(page, "/do/support-after-plan");
}

/* An invitation is called by whom it is for: on a timeline, and in a form's rows, which ask of each sort what fits it. */
static void a_row_is_called_and_asked_by_what_it_is(void **state)
{
    struct world_case *in = *state;
    struct invitation_name name;
    struct field_options options;
    bool found;
    Read *read = world_read(&in->world, in->arena, in->chair, 12);
    must(invitation_name(read, world_invitation_of(in, in->police.n), &name, &found));
    assert_true(found && text_equal_string(name.name, "Northmoor police"));
    must(options_of(read, &PEOPLE_INVITED_ACT, &(struct options_place){.family = in->family.family, .conference = in->conference}, &options));
    for (size_t i = 0; i < options.of[SOURCE_INVITATIONS].count; i++) {
        const struct option *row = &options.of[SOURCE_INVITATIONS].at[i];
        bool mother = row->id == world_invitation_of(in, in->mother.n).n, police = row->id == world_invitation_of(in, in->police.n).n;
        assert_true(!mother || (text_equal_string(row->sort, "PARENT") && row->group == 0));
        assert_true(!police || (text_equal_string(row->sort, "AGENCY") && row->group == in->police.n));
    }
    struct form nothing = {0};
    struct form_view form = form_view(&PEOPLE_INVITED_ACT, &nothing, &options, NULL, in->arena);
    size_t agencies = 0;
    for (size_t f = 0; f < form.fields.count; f++)
        for (size_t r = 0; text_equal_string(form.fields.at[f].name, "invitations") && r < form.fields.at[f].rows.count; r++) {
            const struct row_view *row = &form.fields.at[f].rows.at[r];
            for (size_t i = 0; i < row->fields.count; i++)
                if (text_contains(row->fields.at[i].name, T("-professional"))) {
                    agencies++;
                    assert_true(row->fields.at[i].choices.count <= 1); /* its own people alone */
                    assert_false(text_contains(row->label, T("Chidinma")));
                }
        }
    assert_int_equal(agencies, 4);
    must(options_of(read, &CONFERENCE_DECIDED_ACT, &(struct options_place){.family = in->family.family, .conference = in->conference}, &options));
    assert_true((options.left_out[0].codes >> CONFERENCE_DECISION_ENDS & 1) == 1); /* a first conference ends no plan */
    assert_true((options.left_out[0].codes >> CONFERENCE_DECISION_PLAN & 1) == 0);
    store_read_end(read);
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
        cmocka_unit_test_setup_teardown(the_list_has_every_conference_of_its_reader, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(what_is_booked_stands_among_the_next_dates, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_partner_is_told_that_a_report_is_wanted, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(the_page_follows_the_conference, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_decision_and_what_comes_after_are_read, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(readiness_is_asked_of_one, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_report_is_read_before_it_is_released, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(support_is_named_before_a_plan_ends, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_row_is_called_and_asked_by_what_it_is, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_partner_brings_report_and_view, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(confidentiality_is_acknowledged_by_each, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(papers_hold_no_address_that_became_a_secret, set_up, world_case_take_down),
        cmocka_unit_test_setup_teardown(a_chair_of_the_case_s_own_line_is_not_to_choose, set_up, world_case_take_down),
    };
    RUN_ON_BOTH(tests);
}
