/* The page of the whole working: what a day rests on and who recorded it, each day counted or passed over, the rule; and the short working where a
 * reader may know the day and not the record. SE-02 SE-07 SD-06 */
#include "../acts/world_conference.h"

#include "acts/people/died_act.h"
#include "acts/people/holiday_added_act.h"
#include "acts/people/holiday_withdrawn_act.h"
#include "acts/people/limit_set_act.h"
#include "acts/people/sign_in_given_act.h"
#include "acts/review/review_brought_forward_act.h"
#include "pages/act_form.h"
#include "pages/conference/conference.h"
#include "pages/conference/conferences.h"
#include "pages/family.h"
#include "pages/family/own_home.h"
#include "pages/family_tab.h"
#include "pages/plan/plan.h"
#include "pages/proof.h"
#include "pages/work.h"
#include "store/practice.h"
#include "web/site.h"

#define assert_has(text, part) do { if (!text_contains((text), T(part))) fail_msg("'%s' is not on the page:\n%.*s", (part), TEXT_ARGS(text)); } while (0)
#define assert_lacks(text, part) do { if (text_contains((text), T(part))) fail_msg("'%s' is on the page", (part)); } while (0)

struct asked {
    PersonId person;
    enum duty duty;
    int day;
    struct request_ids ids;
    struct form form; /* what is sent */
};

static Text page_of(struct world_case *in, struct asked asked, Err (*page)(struct request *, struct response *), enum err_kind expected)
{
    struct site site = {.authority_name = T("Northmoor Council"), .authority = WORLD_AUTHORITY, .store = in->world.store};
    site.acts = in->world.acts;
    Read *read = world_read(&in->world, in->arena, asked.person, asked.day);
    struct request request = {.arena = in->arena, .site = &site, .authority = WORLD_AUTHORITY, .person = asked.person, .duty = asked.duty, .now = read->now,
                              .today = read->today, .read = read, .ids = asked.ids, .form = asked.form, .session = {.token = T("00"), .hash = T("00")}};
    struct response response = {.body = out_new(in->arena)};
    Err end = page(&request, &response);
    request_read_end(&request);
    assert_string_equal(err_kind_name(end.kind), err_kind_name(expected));
    return out_all(&response.body);
}

static Text proof(struct world_case *in, PersonId person, int day, const char *kind, const char *start, enum err_kind expected)
{
    struct asked asked = {.person = person, .duty = DUTY_SOCIAL_WORKER, .day = day,
                          .ids = {.child = in->family.children[0], .kind = text_of(kind), .start = text_of(start)}};
    return page_of(in, asked, proof_page, expected);
}

static void open_case(struct world_case *in)
{
    world_case_open(in, "Ada Ben");
    world_case_at_risk(in); /* the enquiry starts on Saturday 21 March 2026 */
}

/* Fifteen working days with Easter between: each day with its number or its reason, and the entry that began it. SE-02 */
static void each_day_is_counted_or_passed_over(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    Text page = proof(&in, in.worker, 10, "INITIAL_CONFERENCE", "2026-03-21", OK);
    assert_has(page, "<h1>Why 14 April 2026?</h1>");
    assert_has(page, "Hold the initial conference: Ada");
    assert_has(page, "Section 47 enquiry started: Saturday 21 March 2026");
    assert_has(page, "recorded on 21 March 2026 at");
    assert_has(page, " by Idris");
    assert_has(page, "#entry-");
    assert_has(page, "/timeline?before=");
    assert_has(page, "<li><span>Mon 23 Mar</span> <b>1</b> <span></span></li>");
    assert_has(page, "<li><span>Fri 3 Apr</span> <b></b> <span>Good Friday</span></li>");
    assert_has(page, "<li><span>Mon 6 Apr</span> <b></b> <span>Easter Monday</span></li>");
    assert_has(page, "<li><span>Sun 12 Apr</span> <b></b> <span>weekend</span></li>");
    assert_has(page, "<li class=\"proof__due\"><span>Tue 14 Apr</span> <b>15</b> <span>due</span></li>");
    assert_has(page, "National guidance");
    assert_has(page, "Since 15 April 2013");
    assert_has(page, "Working Together 2023, initial child protection conferences");
    assert_has(page, "England. It holds here since");
    assert_has(page, "Not yet.");
    assert_has(page, ">Ben</a>."); /* the same is due for him */
    assert_has(page, "From the record of Northmoor Council as it stood on");
    assert_lacks(page, "Bank holidays are known");
    assert_has(proof(&in, in.worker, 40, "INITIAL_CONFERENCE", "2026-03-21", OK), "Not yet. It is late.");
    world_case_end(&in);
}

/* Who may not read the record is told nothing, and an address of nothing is nothing. SD-14 */
static void it_is_for_readers_of_the_record(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    const PersonId others[] = {in.admin, in.teacher, in.mother, in.officer};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(proof(&in, others[i], 10, "INITIAL_CONFERENCE", "2026-03-21", NOT_FOUND).len, 0);
    (void)proof(&in, in.worker, 10, "INITIAL_CONFERENCE", "2026-03-22", NOT_FOUND);
    (void)proof(&in, in.worker, 10, "INITIAL_CONFERENCE", "the-day", NOT_FOUND);
    (void)proof(&in, in.worker, 10, "NO_SUCH_KIND", "2026-03-21", NOT_FOUND);
    world_case_end(&in);
}

/* What met it, by which entry; what the conference set; what brought it forward. SE-07 */
static void what_met_it_and_what_moved_it(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    world_initial_conference(&in, CONFERENCE_DECISION_PLAN); /* on 9 April; the review by 28 June */
    Text page = proof(&in, in.worker, 21, "INITIAL_CONFERENCE", "2026-03-21", OK);
    assert_has(page, "Initial conference held: Thursday 9 April 2026, in time");
    assert_has(page, "done in time");
    assert_has(page, "class=\"due due--ok\"");
    page = proof(&in, in.worker, 21, "FIRST_REVIEW", "2026-04-09", OK);
    assert_has(page, "<h1>Why 28 June 2026?</h1>");
    assert_has(page, "The conference said by Sunday 28 June 2026. Without that it would be Thursday 9 July 2026.");
    assert_has(page, "3 months later, the same day of the month, is Thursday 9 July 2026.");
    assert_has(page, "An earlier day was set: Sunday 28 June 2026.");
    assert_has(page, ">Decision of the conference</a>"); /* who reads the conference sees what it shares */
    assert_has(page, " by Margaux");
    assert_lacks(page, "proof__days");
    WORLD_ACT(review_brought_forward, REVIEW_BROUGHT_FORWARD, act);
    act.children.at = in.family.children;
    act.children.count = in.family.count;
    act.review_by = world_date(60);
    act.why = T("Dad has come back.");
    world_do(&in.world, in.arena, &REVIEW_BROUGHT_FORWARD_ACT, in.manager, in.family.family.n, 30, &act);
    page = proof(&in, in.worker, 31, "FIRST_REVIEW", "2026-04-09", OK);
    assert_has(page, "<h1>Why 19 May 2026?</h1>");
    assert_has(page, "Brought forward to Tuesday 19 May 2026.");
    assert_has(page, "Why: Dad has come back.");
    assert_has(page, " by Hanne");
    world_case_end(&in);
}

/* A holiday that was proclaimed later: the day moved, who said so, and the day among those that were passed over. */
static void a_holiday_that_was_added_says_so(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    PersonId keeper = world_worker_of(&in.world, in.arena, "Dewi", DUTY_ADMINISTRATOR, (TeamId){0}, (PersonId){0});
    WORLD_ACT(holiday_added, HOLIDAY_ADDED, act);
    act.day = world_date(18); /* Tuesday 7 April 2026 */
    act.name = T("Founders’ Day");
    act.source = T("Proclamation of 28 March");
    world_do(&in.world, in.arena, &HOLIDAY_ADDED_ACT, keeper, 0, 10, &act);
    Text page = proof(&in, in.worker, 11, "INITIAL_CONFERENCE", "2026-03-21", OK);
    assert_has(page, "<h1>Why 15 April 2026?</h1>");
    assert_has(page, "Moved from Tuesday 14 April 2026 to Wednesday 15 April 2026: Tuesday 7 April 2026 was made a holiday (Founders’ Day).");
    assert_has(page, "Add a holiday<br>Entry ");
    assert_has(page, "<span>Founders’ Day, added by Dewi");
    assert_has(page, " on 30 March 2026</span>");
    /* However often it moves, the working stands whole, with what moved it last. */
    for (int i = 0; i < 30; i++) {
        WORLD_ACT(holiday_withdrawn, HOLIDAY_WITHDRAWN, back);
        back.holiday = act.holiday;
        back.why = T("Read wrongly");
        world_do(&in.world, in.arena, &HOLIDAY_WITHDRAWN_ACT, keeper, 0, 10, &back);
        act.holiday = (HolidayId){0};
        world_do(&in.world, in.arena, &HOLIDAY_ADDED_ACT, keeper, 0, 10, &act);
    }
    page = proof(&in, in.worker, 11, "INITIAL_CONFERENCE", "2026-03-21", OK);
    assert_has(page, "<h1>Why 15 April 2026?</h1>");
    assert_has(page, "Not yet.");
    int told = 0;
    const char *last = NULL;
    for (const char *at = text_string(in.arena, page); (at = strstr(at, "The day moved")) != NULL; at++, told++)
        last = at;
    assert_int_equal(told, 50); /* the last fifty of sixty-one */
    assert_non_null(strstr(last, "was made a holiday"));
    world_case_end(&in);
}

/* A limit of the authority's own: its number, who decided it, and the law it is within; what began before says nothing of it. SE-02 */
static void a_limit_of_our_own_says_so(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    PersonId keeper = world_worker_of(&in.world, in.arena, "Dewi", DUTY_ADMINISTRATOR, (TeamId){0}, (PersonId){0});
    WORLD_ACT(limit_set, LIMIT_SET, act);
    act.kind = OBLIGATION_KIND_FIRST_CORE_GROUP;
    act.number = 8;
    act.unit = LIMIT_UNIT_WORKING_DAYS;
    act.since = world_date(12);
    act.source = T("Partnership, minutes of 24 March 2026");
    world_do(&in.world, in.arena, &LIMIT_SET_ACT, keeper, 0, 10, &act);
    act.kind = OBLIGATION_KIND_VISIT;
    world_do(&in.world, in.arena, &LIMIT_SET_ACT, keeper, 0, 10, &act);
    world_initial_conference(&in, CONFERENCE_DECISION_PLAN); /* on Thursday 9 April */
    Text page = proof(&in, in.worker, 21, "FIRST_CORE_GROUP", "2026-04-09", OK);
    assert_has(page, "<h1>Why 21 April 2026?</h1>");
    assert_has(page, "<dd>8 working days, counted from the day after</dd>");
    assert_has(page, "Set by this authority");
    assert_has(page, "<dt>Within the law</dt><dd>England: within 10 working days. Working Together 2023, the core group; SE-02</dd>");
    assert_lacks(page, "<dt>In place of</dt>");
    assert_has(page, "<dd>Partnership, minutes of 24 March 2026</dd>");
    assert_has(page, "Since 1 April 2026");
    assert_has(page, "England. It holds here since");
    assert_lacks(page, "It holds here since 1 April 2026");
    assert_lacks(page, "Counted today it would be");
    page = proof(&in, in.worker, 21, "VISIT", "2026-04-09", OK);
    assert_has(page, "<dt>In place of</dt><dd>England: 10 working days, local</dd>");
    assert_lacks(page, "Within the law");
    page = proof(&in, in.worker, 21, "INITIAL_CONFERENCE", "2026-03-21", OK);
    assert_has(page, "National guidance");
    assert_lacks(page, "Set by this authority");
    struct practice practice;
    Read *read = world_read(&in.world, in.arena, in.worker, 21);
    must(practice_read(read, &practice));
    store_read_end(read);
    Date start = world_date(20);
    struct why_view why = why_of(in.arena, &practice, OBLIGATION_KIND_FIRST_CORE_GROUP, start, date_plus_days(start, 12), start, T("the core group"));
    assert_true(text_equal(why.rule, T("Hold the first core group, 8 working days. Set by this authority, in place of 10 working days: national guidance, England.")));
    assert_true(text_equal(why.source, T("Partnership, minutes of 24 March 2026")));
    world_case_end(&in);
}

/* Two whole days before the conference; the count of days goes back. SD-06 */
static void a_limit_before_a_meeting_is_counted_back(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    world_called(&in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_booked(&in, 11, 20);
    Text page = proof(&in, in.worker, 12, "REPORTS_INITIAL", "2026-04-09", OK);
    assert_has(page, "<h1>Why 6 April 2026?</h1>");
    assert_has(page, "It is counted back from");
    assert_has(page, "Whole days left between");
    assert_lacks(page, "Taken off");
    assert_has(page, "Conference booked for this day: Thursday 9 April 2026");
    assert_has(page, "Offices are shut");
    assert_has(page, "It is Easter Monday.");
    assert_has(page, "Thursday 2 April 2026");
    assert_has(page, "Local practice");
    world_case_end(&in);
}

/* Late, met late, no longer needed; and a year whose holidays nobody knows yet. */
static void how_it_ended(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    world_initial_conference(&in, CONFERENCE_DECISION_PLAN);
    WORLD_ACT(died, DIED, act);
    act.died = world_date(50);
    world_do(&in.world, in.arena, &DIED_ACT, in.worker, in.family.children[0].n, 50, &act);
    Text page = proof(&in, in.worker, 51, "FIRST_REVIEW", "2026-04-09", OK);
    assert_has(page, "No longer needed");
    assert_has(page, "Died: Saturday 9 May 2026");
    assert_has(page, "no longer needed</span>");
    page = proof(&in, in.worker, 51, "FIRST_CORE_GROUP", "2026-04-09", OK);
    assert_has(page, "It was late then, and was never done.");
    assert_has(page, "missed</span>");
    world_case_end(&in);
}

/* The days that pages show lead there for who reads the record; a partner, an administrator of conferences and the family have the short working. */
static void every_page_leads_to_it(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    world_called(&in, CONFERENCE_KIND_INITIAL, 10, 20);
    struct asked worker = {.person = in.worker, .duty = DUTY_SOCIAL_WORKER, .day = 11, .ids = {.family = in.family.family, .conference = in.conference}};
    struct asked admin = {.person = in.admin, .duty = DUTY_CONFERENCE_ADMIN, .day = 11, .ids = worker.ids};
    assert_has(page_of(&in, worker, work_page, OK), "/due/INITIAL_CONFERENCE/2026-03-21\">The whole working");
    assert_has(page_of(&in, worker, family_page, OK), "/due/INITIAL_CONFERENCE/2026-03-21\">The whole working");
    assert_has(page_of(&in, worker, family_page, OK), "<a class=\"due-day\" href=\"/child/");
    assert_has(page_of(&in, worker, family_conferences_page, OK), "/due/INITIAL_CONFERENCE/2026-03-21\">14 April 2026");
    assert_has(page_of(&in, worker, conference_page, OK), "/due/INITIAL_CONFERENCE/2026-03-21\">Tuesday 14 April 2026");
    assert_has(page_of(&in, worker, conferences_page, OK), "/due/INITIAL_CONFERENCE/2026-03-21\">due 14 April 2026");
    Err (*const pages[])(struct request *, struct response *) = {work_page, conferences_page, conference_page, family_conferences_page};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        Text page = page_of(&in, admin, pages[i], OK);
        assert_has(page, "Why 14 April?");
        assert_lacks(page, "/due/");
    }
    world_case_end(&in);
}

/* A gate that speaks of a day says from which rule: who reads the record goes there, who books alone has the short working. */
static void a_gate_that_names_a_day_leads_to_it(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    world_called(&in, CONFERENCE_KIND_INITIAL, 10, 20);
    struct form_value typed[] = {{T("held_on-day"), T("20")}, {T("held_on-month"), T("4")}, {T("held_on-year"), T("2026")}, {T("time"), T("10am")},
                                 {T("place"), T("Elmfield Centre")}, {T("room"), T("Room 2")}};
    struct asked worker = {.person = in.worker, .duty = DUTY_SOCIAL_WORKER, .day = 11, .ids = {.conference = in.conference, .act = T("book-conference")}};
    struct asked admin = {.person = in.admin, .duty = DUTY_CONFERENCE_ADMIN, .day = 11, .ids = worker.ids};
    worker.form = admin.form = (struct form){typed, sizeof typed / sizeof *typed};
    Text page = page_of(&in, worker, act_form_send, NOT_NOW);
    assert_has(page, "/due/INITIAL_CONFERENCE/2026-03-21\">It is to be held by 14 April 2026.");
    page = page_of(&in, admin, act_form_send, NOT_NOW);
    assert_has(page, "<span class=\"due-day\">It is to be held by 14 April 2026.</span>");
    assert_has(page, "Why 14 April?");
    assert_lacks(page, "/due/");
    world_case_end(&in);
}

static void the_family_reads_it_in_plain_words(void **state)
{
    (void)state;
    struct world_case in;
    open_case(&in);
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, act);
    act.kind = FAMILY_ACCOUNT_PARENT;
    act.adult = in.mother;
    act.given = T("Chidinma");
    act.family_name = T("Okafor-Lane");
    act.children.at = in.family.children;
    act.children.count = in.family.count;
    world_do(&in.world, in.arena, &SIGN_IN_GIVEN_ACT, in.manager, in.family.family.n, 9, &act);
    world_called(&in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_booked(&in, 11, 20);
    world_invited(&in, 11);
    struct asked mother = {.person = in.mother, .duty = DUTY_PARENT, .day = 12};
    Text home = page_of(&in, mother, own_home_page, OK);
    assert_has(home, "By when must it be?");
    assert_has(home, "It must be on Tuesday 14 April 2026, or before.");
    assert_has(home, "The rule: at most 15 working days after we began to look into how safe the children are.");
    assert_has(home, "Good Friday, 3 April and Easter Monday, 6 April.");
    assert_lacks(home, "21 March"); /* the day of the enquiry is not ours to write there */
    assert_lacks(home, "/due/");
    assert_lacks(home, "Entry ");
    world_case_end(&in);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_day_is_counted_or_passed_over), cmocka_unit_test(it_is_for_readers_of_the_record),
        cmocka_unit_test(what_met_it_and_what_moved_it),      cmocka_unit_test(a_limit_before_a_meeting_is_counted_back),
        cmocka_unit_test(a_holiday_that_was_added_says_so), cmocka_unit_test(a_limit_of_our_own_says_so),   cmocka_unit_test(how_it_ended),                       cmocka_unit_test(every_page_leads_to_it),
        cmocka_unit_test(a_gate_that_names_a_day_leads_to_it), cmocka_unit_test(the_family_reads_it_in_plain_words),
    };
    RUN_ON_BOTH(tests);
}
