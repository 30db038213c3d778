/* The page about holidays, the form that shows which dates move before it saves, and what others read of it afterwards. SE-02 SC-15 SD-13 */
#include "asking.h"
#include "../acts/world_enquiry.h"

#include "acts/people/holiday_added_act.h"
#include "store/moved_sql.h"
#include "store/practice.h"

static const char FOUNDERS[] = "day-day=%d&day-month=3&day-year=2026&name=Founders%%27+Day&source=Proclamation+of+18+March%s";

static const char *sent(struct asking *asking, int day, const char *looked)
{
    return text_string(asking->arena, text_format(asking->arena, FOUNDERS, day, looked));
}

/* The visit and the core group of Juniper and of the unborn child wait until 7 April. */
static void plan_them(struct asking *asking)
{
    (void)world_plans(&asking->setting.world, asking->arena, asking->setting.worker, &asking->hazel);
}

/* An assessment of each waits until 28 May. */
static void refer_them(struct asking *asking)
{
    struct world *world = &asking->setting.world;
    ContactId contact = world_contact(world, asking->arena, asking->setting.worker, &asking->hazel, 0);
    world_contact_decided(world, asking->arena, asking->setting.worker, &asking->hazel, contact, CONTACT_DECISION_REFERRAL, 0);
}

static void the_page_shows_what_is_known(void **state)
{
    struct asking *asking = *state;
    struct came came = get_as(asking, asking->administrator, "/holidays");
    assert_int_equal(came.status, 200);
    HAS(came, "Friday 3 April 2026");
    HAS(came, "Good Friday");
    HAS(came, "the holidays of England and Wales");
    HAS(came, "counted here");
    HAS(came, "holds now");
    LACKS(came, "Holidays added here");
    LACKS(came, "not known yet");
    LACKS(came, "Sunday 1 March 2026");
    assert_int_equal(get_as(asking, asking->setting.worker, "/holidays").status, 403);
    assert_int_equal(get_as(asking, asking->data_officer, "/holidays").status, 403);
    came = get_as(asking, asking->administrator, "/");
    HAS(came, "href=\"/holidays\"");
    LACKS(came, "Holidays are known until");
}

/* First the numbers, and nothing is saved; sent again, it is. The administrator reads no name. */
static void the_dates_are_seen_before_they_move(void **state)
{
    struct asking *asking = *state;
    plan_them(asking);
    struct came came = get_as(asking, asking->administrator, "/do/add-holiday");
    HAS(came, "See which dates move");
    LACKS(came, "will move<");
    came = post_as(asking, asking->administrator, "/do/add-holiday", sent(asking, 21, ""));
    assert_int_equal(came.status, 422);
    HAS(came, "That day is a Saturday");
    came = post_as(asking, asking->administrator, "/do/add-holiday", sent(asking, 25, ""));
    assert_int_equal(came.status, 200);
    HAS(came, "dates will move");
    HAS(came, "name=\"looked\" value=\"2026-03-25\"");
    HAS(came, "Add this holiday");
    HAS(came, "Visit the child");
    HAS(came, "Nothing is saved yet");
    LACKS(came, "Juniper");
    LACKS(came, "Hazelwick");
    HAS(came, "Proclamation of 18 March"); /* what was typed stands there */
    LACKS(get_as(asking, asking->administrator, "/holidays"), "Founders");
    came = post_as(asking, asking->administrator, "/do/add-holiday", sent(asking, 26, "&looked=2026-03-25")); /* another day than was shown */
    assert_int_equal(came.status, 200);
    HAS(came, "value=\"2026-03-26\"");
    came = post_as(asking, asking->administrator, "/do/add-holiday", sent(asking, 25, "&looked=2026-03-25"));
    assert_int_equal(came.status, 303);
    assert_true(text_begins(came.location, T("/holidays")));
    came = get_as(asking, asking->administrator, "/holidays");
    HAS(came, "Founders");
    HAS(came, "added here");
    HAS(came, "Proclamation of 18 March");
    HAS(came, "Take it back");
    HAS(came, "Wilder");
}

/* Who holds the case finds it under what is new, on the family's page and the child's; who doesn't, nowhere. */
static void who_holds_the_case_is_told(void **state)
{
    struct asking *asking = *state;
    PersonId worker = asking->setting.worker;
    refer_them(asking);
    char family[60], child[60];
    snprintf(family, sizeof family, "/family/%lld", (long long)asking->hazel.family.n);
    snprintf(child, sizeof child, "/child/%lld", (long long)asking->hazel.children[0].n);
    LACKS(get_as(asking, worker, family), "Moved from");
    assert_int_equal(post_as(asking, asking->administrator, "/do/add-holiday", sent(asking, 23, "&looked=2026-03-23")).status, 303);
    struct came came = get_as(asking, worker, family);
    HAS(came, "Moved from Thursday 28 May 2026 to Friday 29 May 2026: Monday 23 March 2026 was made a holiday");
    came = get_as(asking, worker, child);
    HAS(came, "Moved from Thursday 28 May 2026 to Friday 29 May 2026");
    came = get_as(asking, worker, "/");
    HAS(came, "moved: Monday 23 March 2026 was made a holiday (Founders");
    HAS(came, "Hazelwick");
    HAS(came, "Moved from Monday 23 March 2026 to Tuesday 24 March 2026"); /* beside the date */
    LACKS(get_as(asking, asking->other_worker, "/"), "moved: ");
    LACKS(get_as(asking, asking->other_worker, "/"), "Hazelwick");
}

/* A limit of the authority's own: each that the profile has with how long it is, refused where it would be looser with what was typed still there, listed
 * when it is set. SE-02 SE-07 */
static const char OWN_LIMIT[] = "kind=%s&number=%d&unit=%s&since-day=20&since-month=3&since-year=2026&source=Partnership,+minutes+of+9+March%s";

static const char *own_limit(struct asking *asking, const char *kind, int number, const char *unit, const char *looked)
{
    return text_string(asking->arena, text_format(asking->arena, OWN_LIMIT, kind, number, unit, looked));
}

static void a_limit_of_our_own(void **state)
{
    struct asking *asking = *state;
    PersonId keeper = asking->administrator;
    struct came came = get_as(asking, keeper, "/holidays");
    HAS(came, "Set a time limit of our own");
    LACKS(came, "Time limits of our own");
    came = get_as(asking, keeper, "/do/set-limit");
    HAS(came, "Hold the first core group – within 10 working days, statutory");
    HAS(came, "Visit the child – within 10 working days, local");
    HAS(came, "Reports with the parents before the review – 2 days before, local");
    LACKS(came, "Reconvene the conference"); /* England has no such limit */
    LACKS(came, "Police protection ends");   /* the law's, and nobody's to set */
    came = post_as(asking, keeper, "/do/set-limit", own_limit(asking, "FIRST_CORE_GROUP", 15, "WORKING_DAYS", ""));
    assert_int_equal(came.status, 422);
    HAS(came, "15 working days would loosen the 10 working days that are statutory in England: started on 20 March 2026 it would be due on 14 April 2026, "
              "not by 7 April 2026. You may make this limit stricter, not looser.");
    HAS(came, "value=\"15\"");
    HAS(came, "Partnership, minutes of 9 March");
    LACKS(get_as(asking, keeper, "/holidays"), "Time limits of our own");
    came = post_as(asking, keeper, "/do/set-limit", own_limit(asking, "FIRST_CORE_GROUP", 8, "WORKING_DAYS", ""));
    assert_int_equal(came.status, 200);
    HAS(came, "Nothing is saved yet");
    HAS(came, "name=\"looked\" value=\"2026-03-20 FIRST_CORE_GROUP 8 WORKING_DAYS\"");
    LACKS(get_as(asking, keeper, "/holidays"), "Time limits of our own");
    came = post_as(asking, keeper, "/do/set-limit",
                   own_limit(asking, "FIRST_CORE_GROUP", 8, "WORKING_DAYS", "&looked=2026-03-20+FIRST_CORE_GROUP+8+WORKING_DAYS"));
    assert_int_equal(came.status, 303);
    assert_true(text_begins(came.location, T("/holidays")));
    came = get_as(asking, keeper, "/holidays");
    HAS(came, "Time limits of our own");
    HAS(came, "8 working days");
    HAS(came, "England: 10 working days, statutory");
    HAS(came, "Partnership, minutes of 9 March");
    HAS(came, "Wilder");
    came = get_as(asking, asking->setting.worker, "/about/rules");
    HAS(came, "Time limits of our own");
    LACKS(came, "Recorded by");
    assert_int_equal(get_as(asking, asking->setting.worker, "/do/set-limit").status, 403);
    HAS(get_as(asking, keeper, "/do/set-limit"), "Hold the first core group – within");
    (void)post_as(asking, keeper, "/do/set-limit", own_limit(asking, "FIRST_CORE_GROUP", 10, "WORKING_DAYS", "&looked=2026-03-20+FIRST_CORE_GROUP+10+WORKING_DAYS"));
    came = get_as(asking, keeper, "/holidays");
    HAS(came, "the profile’s own limit again");
}

/* Near the end of what is known: on My work of who keeps the service, on the page, beside the date. */
static void what_is_due_after_the_known_years_says_so(void **state)
{
    struct asking *asking = *state;
    Date last = DATE_NONE, day = DATE_NONE;
    int year = HOLIDAYS[ENGLAND_AND_WALES].year_last;
    assert_true(date_of(year, 12, 28, &last) && date_of(year, 1, 15, &day));
    asking->later = instant_of_london(day, 9, 0).us - WORLD_DAY.us;
    sign_in_as(asking, asking->administrator);
    struct came came = ask_for(asking, "GET", "/", NULL);
    char known[100];
    snprintf(known, sizeof known, "Holidays are known until 31 December %d", year);
    HAS(came, known);
    LACKS(came, "counted without holidays");
    asking->later = instant_of_london(last, 9, 0).us - WORLD_DAY.us;
    WORLD_ACT(contact_recorded, CONTACT_RECORDED, contact);
    int days = (int)date_days_between(instant_london_date(WORLD_DAY), last);
    contact = world_contact_act(&asking->hazel, days);
    world_do(&asking->setting.world, asking->arena, &CONTACT_RECORDED_ACT, asking->setting.worker, asking->hazel.family.n, days, &contact);
    world_contact_decided(&asking->setting.world, asking->arena, asking->setting.worker, &asking->hazel, contact.contact, CONTACT_DECISION_REFERRAL, days);
    sign_in_as(asking, asking->administrator);
    came = ask_for(asking, "GET", "/", NULL);
    HAS(came, "counted without holidays");
    came = ask_for(asking, "GET", "/holidays", NULL);
    HAS(came, "counted without holidays");
    HAS(ask_for(asking, "GET", "/about/security", NULL), "No date is due after the holidays that are known");
    sign_in_as(asking, asking->setting.worker);
    char family[60];
    snprintf(family, sizeof family, "/family/%lld", (long long)asking->hazel.family.n);
    HAS(ask_for(asking, "GET", family, NULL), "Counted without holidays: they are not known yet");
}

/* The profiles stand there to be chosen; a change shows what it does before it is saved. */
static void profiles_are_chosen_from_the_programs_own(void **state)
{
    struct asking *asking = *state;
    struct came came = get_as(asking, asking->administrator, "/do/change-profile");
    for (size_t i = 0; i < PROFILE_COUNT; i++)
        HAS(came, text_string(asking->arena, text_format(asking->arena, "value=\"%s\"", PROFILES[i]->name)));
    came = post_as(asking, asking->administrator, "/do/change-profile", "profile=england&since-day=1&since-month=6&since-year=2026&why=Decided");
    assert_int_equal(came.status, 422);
    HAS(came, "Those time limits hold on that day already");
    came = post_as(asking, asking->administrator, "/do/change-profile", "profile=england&since-day=1&since-month=3&since-year=2026&why=Decided");
    assert_int_equal(came.status, 422);
    HAS(came, "today or");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ASKING_TEST(the_page_shows_what_is_known),
        ASKING_TEST(the_dates_are_seen_before_they_move),
        ASKING_TEST(who_holds_the_case_is_told),
        ASKING_TEST(a_limit_of_our_own),
        ASKING_TEST(what_is_due_after_the_known_years_says_so),
        ASKING_TEST(profiles_are_chosen_from_the_programs_own),
    };
    RUN_ON_BOTH(tests);
}
