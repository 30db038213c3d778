/* Profiles as people could write them and nobody did yet: long ones, ones with gaps, ones whose law counts back. */
#include "eval.h"

#include "profile_setting.h"
#include "rules/profile_words.h"

/* A nation of its own: what is statutory there ends, counts back, or is met only near its day. */
#define NATION                                                                                                         \
    "# source: a test · 2026-01-01\nprofile nation\ntitle Nation\ndivision england-and-wales\nstanding statutory\nin_force since 2020-01-01\n" \
    "invited SOCIAL_CARE,HEALTH,POLICE | a test\n"                                                                     \
    "limit REPORTS_INITIAL from CONFERENCE_BOOKED due 3 days before ends REPORTS_SHARED statutory since 2022-01-01 until 2024-01-01 | a test\n" \
    "limit REPORTS_INITIAL from CONFERENCE_BOOKED due 5 days before ends REPORTS_SHARED statutory since 2024-01-01 | a test\n" \
    "limit LONG_PLAN_24 from PLAN_STARTED due 24 months ends SENIOR_REVIEW near warn 28 statutory since 2020-01-01 | a test\n" \
    "limit VISIT from PLAN_STARTED due 10 days ends VISIT local since 2020-01-01 until 2022-01-01 | a test\n"
#define TOWN "# source: a test · 2026-01-01\nprofile town\ntitle Town\nstanding local\nin_force since 2020-01-01\nlike nation\n"

static struct came *town_of(const char *text, const struct came *nation)
{
    struct came *town = came_like(text, &nation->text.profile);
    return town;
}

static void town_is(const char *text, const char *about, const char *reason)
{
    struct came *nation = came_of(NATION), *town = town_of(text, nation);
    say(nation);
    assert_int_equal(nation->faults.count, 0);
    if (reason == NULL ? town->faults.count != 0 : !has(town, 7, about, reason)) {
        say(town);
        fail_msg("%s: %s", about, reason == NULL ? "it holds" : reason);
    }
    arena_free(town->arena);
    arena_free(nation->arena);
}

static void law_that_counts_back(void **state)
{
    (void)state;
    town_is(TOWN "limit REPORTS_INITIAL from CONFERENCE_BOOKED due 6 days before ends REPORTS_SHARED local since 2020-01-01 | x\n", "REPORTS_INITIAL", NULL);
    town_is(TOWN "limit REPORTS_INITIAL from CONFERENCE_BOOKED due 2 days before ends REPORTS_SHARED local since 2020-01-01 | x\n", "REPORTS_INITIAL",
            "2 days before would loosen the 3 days before");
    town_is(TOWN "limit REPORTS_INITIAL from CONFERENCE_BOOKED due 2 days ends REPORTS_SHARED local since 2020-01-01 | x\n", "REPORTS_INITIAL", "counts back");
    /* in force only while the law asked for less */
    town_is(TOWN "limit REPORTS_INITIAL from CONFERENCE_BOOKED due 3 days before ends REPORTS_SHARED local since 2020-01-01 until 2023-12-31 | x\n", "REPORTS_INITIAL", NULL);
}

static void law_that_is_met_near_its_day(void **state)
{
    (void)state;
    town_is(TOWN "limit LONG_PLAN_24 from PLAN_STARTED due 24 months ends SENIOR_REVIEW near warn 28 local since 2020-01-01 | x\n", "LONG_PLAN_24", NULL);
    town_is(TOWN "limit LONG_PLAN_24 from PLAN_STARTED due 24 months ends SENIOR_REVIEW near warn 60 local since 2020-01-01 | x\n", "LONG_PLAN_24", "only near its day");
    town_is(TOWN "limit LONG_PLAN_24 from PLAN_STARTED due 24 months ends SENIOR_REVIEW local since 2020-01-01 | x\n", "LONG_PLAN_24", "only near its day");
}

static const struct obligation_row *row_on(const struct came *came, enum obligation_kind kind, const char *iso)
{
    return obligation_row_on(&came->text.profile, kind, day(iso));
}

/* What is taken has an end: the town's own rows stand before, across and after it, in any order. */
static void taken_rows_that_end(void **state)
{
    (void)state;
    struct came *nation = came_of(NATION);
    struct came *across = town_of(TOWN "limit VISIT from PLAN_STARTED due 5 days ends VISIT local since 2021-01-01 until 2023-01-01 | own\n", nation);
    assert_int_equal(row_on(across, OBLIGATION_KIND_VISIT, "2020-06-01")->number, 10);
    assert_int_equal(row_on(across, OBLIGATION_KIND_VISIT, "2022-06-01")->number, 5);
    assert_null(row_on(across, OBLIGATION_KIND_VISIT, "2023-06-01"));
    struct came *after = town_of(TOWN "limit VISIT from PLAN_STARTED due 4 days ends VISIT local since 2026-01-01 | own\n"
                                      "limit VISIT from PLAN_STARTED due 5 days ends VISIT local since 2024-01-01 until 2026-01-01 | own\n", nation);
    assert_int_equal(after->faults.count, 0);
    assert_int_equal(row_on(after, OBLIGATION_KIND_VISIT, "2021-06-01")->number, 10);
    assert_null(row_on(after, OBLIGATION_KIND_VISIT, "2023-06-01"));
    assert_int_equal(row_on(after, OBLIGATION_KIND_VISIT, "2025-06-01")->number, 5);
    assert_int_equal(row_on(after, OBLIGATION_KIND_VISIT, "2027-06-01")->number, 4);
    arena_free(after->arena);
    arena_free(across->arena);
    arena_free(nation->arena);
}

static void rows_in_any_order(void **state)
{
    (void)state;
    holds(HEAD "limit VISIT from PLAN_STARTED due 2 days ends VISIT local since 2024-01-01 | x\n"
               "limit VISIT from PLAN_STARTED due 3 days ends VISIT local since 2020-01-01 until 2024-01-01 | x\n");
    holds(HEAD "limit INCIDENT_NOTICE from INCIDENT due 5 days ends INCIDENT_NOTIFIED goes_on_after_death local since 2020-01-01 | x\n");
    refused(HEAD "limit VISIT from PLAN_STARTED,BORN due 3 days ends VISIT stops PLAN_STARTED,BORN local since 2020-01-01 | x\n", 9, "VISIT",
            "started and stopped by the same event: PLAN_STARTED, BORN");
    refused("# source: a test · 2026-01-01\nprofile land\ntitle Land\ndivision scotland\nstanding lead\nin_force since 2020-01-01 until 2022-01-01\n"
            "invited SOCIAL_CARE,HEALTH,POLICE | x\nlimit VISIT from PLAN_STARTED due 3 days ends VISIT local since 2023-01-01 | x\n", 8, "VISIT",
            "never in force while the profile is");
    refused(HEAD VISIT_ROW "limit ASSESSMENT due 3 days ends ASSESSMENT_DONE local since 2020-01-01 | x\n", 10, "ASSESSMENT", "needs from, due and ends");
    refused(HEAD VISIT_ROW "limit ASSESSMENT from BORN ends ASSESSMENT_DONE local since 2020-01-01 | x\n", 10, "ASSESSMENT", "needs from, due and ends");
    refused(HEAD VISIT_ROW "limit ASSESSMENT from NONE due 3 days ends ASSESSMENT_DONE local since 2020-01-01 | x\n", 10, "ASSESSMENT", "there is no event NONE");
    holds(OWN "division england-and-wales\nalways_stops DIED,PREGNANCY_LOST,TRANSFERRED\n");
    refused(OWN "without VISIT\nwithout VISIT\n", 8, "without", "said twice");
    refused(OWN "without PICNIC\n", 7, "without", "there is no limit PICNIC");
    refused("# source: a test · 2026-01-01\nprofile ours\ntitle Ours\nstanding local\nin_force since 2020-01-01\nlike atlantis\nwithout VISIT\n" VISIT_ROW, 6, "like",
            "there is no profile atlantis");
    refused("# source: nobody\nprofile land\ntitle Land\ndivision scotland\nstanding lead\nin_force since 2020-01-01\ninvited SOCIAL_CARE,HEALTH,POLICE | x\n" VISIT_ROW, 1,
            "source", "line 1 is");
}

static void names_of_profiles(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool is_one;
    } NAMES[] = {
        {"land", true},   {"Land-2", true},  {"zA-9", true},   {"2land", false},  {"-land", false}, {"la_nd", false},
        {"la{nd", false}, {"la/nd", false},  {"la:nd", false}, {"la!nd", false},  {"é", false},     {"{land", false},
        {"", false},      {"abcdefghijabcdefghijabcdefghijabcdefghij", true}, {"abcdefghijabcdefghijabcdefghijabcdefghijk", false},
    };
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        char text[1000];
        snprintf(text, sizeof text,
                 "# source: a test · 2026-01-01\nprofile %s\ntitle Land\ndivision scotland\nstanding lead\nin_force since 2020-01-01\ninvited SOCIAL_CARE,HEALTH,POLICE | x\n" VISIT_ROW,
                 NAMES[i].name);
        struct came *came = came_of(text);
        if (has(came, 2, "profile", "a name is letters") == NAMES[i].is_one)
            fail_msg("‘%s’", NAMES[i].name);
        arena_free(came->arena);
    }
}

static void practice_of_every_kind(void **state)
{
    (void)state;
    holds(HEAD VISIT_ROW "step APPEAL Ask us within 20 working_days | x\nstep APPEAL Ask the ombudsman | x\nword CHAIR Person in the chair | x\nword LEAD_WORKER Key worker | x\n");
    refused(HEAD VISIT_ROW "audio never PARENT | x\n", 10, "audio", "consent WHO");
    refused("# source: a test · 2026-01-01\nprofile land\ntitle Land\ndivision scotland\nstanding lead\nin_force since 2020-01-01\nquorum 3 | x\n"
            "invited SOCIAL_CARE | x\n" VISIT_ROW, 8, "invited", "too");
    /* what it takes from the other invites too few: nothing of its own to point at */
    struct came *nation = came_of("# source: a test · 2026-01-01\nprofile nation\ntitle Nation\ndivision scotland\nstanding lead\nin_force since 2020-01-01\n"
                                  "invited SOCIAL_CARE | x\n" VISIT_ROW);
    struct came *town = town_of(TOWN "quorum 3 | x\n", nation);
    assert_true(has(town, 1, "invited", "every conference invites"));
    arena_free(town->arena);
    arena_free(nation->arena);
    struct came *came = came_of(HEAD VISIT_ROW "supporters 2 | x\n");
    Text words;
    assert_true(guidance_filled(came->arena, &came->text.profile, day("2026-03-20"), T("Bring {supporters}."), &words));
    assert_true(text_equal(words, T("Bring 2 people.")));
    assert_false(guidance_filled(came->arena, &came->text.profile, day("2026-03-20"), T("Within {NONE}."), &words));
    arena_free(came->arena);
}

static void when_a_profile_is_in_force(void **state)
{
    (void)state;
    struct profile profile = {.since = day("2020-01-01"), .until = day("2024-01-01")};
    assert_false(profile_in_force(&profile, day("2019-12-31")));
    assert_true(profile_in_force(&profile, day("2023-12-31")));
    assert_false(profile_in_force(&profile, day("2024-01-01")));
    profile.until = DATE_NONE;
    assert_true(profile_in_force(&profile, day("2024-01-01")));
}

/* A word that begins with no capital letter stays as it is inside a sentence. */
static void words_inside_a_sentence(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    static const char *const WORDS[][2] = {{"Person in the chair", "person in the chair"}, {"3rd chair", "3rd chair"}, {"chair", "chair"}, {"École chair", "École chair"}};
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        const struct practice_item item = {.kind = PRACTICE_KIND_WORD, .code = PRACTICE_WORD_CHAIR, .words = WORDS[i][0]};
        const struct profile profile = {.practice = &item, .practice_count = 1};
        assert_true(text_equal_string(profile_word_inside(arena, &profile, PRACTICE_WORD_CHAIR), WORDS[i][1]));
    }
    assert_true(text_equal(due_amount(arena, 1, WORKING_DAYS), T("1 working day")) && text_equal(due_amount(arena, 6, WEEKS), T("6 weeks")));
    arena_free(arena);
}

/* As long as it may be by itself, and too long with what it takes. */
static void too_much_with_what_is_taken(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    Out rows = out_new(arena), steps = out_new(arena), more = out_new(arena), text = out_new(arena);
    out_string(&rows, OWN);
    for (int i = 0; i < PROFILE_ROWS_MOST; i++) {
        Date since = date_plus_days(day("2020-01-01"), i);
        out_text(&rows, text_format(arena, "limit VISIT from PLAN_STARTED due 3 days ends VISIT local since %.*s until %.*s | x\n",
                                    TEXT_ARGS(date_iso(arena, since)), TEXT_ARGS(date_iso(arena, date_plus_days(since, 1)))));
    }
    refused(text_string(arena, out_all(&rows)), 6, "like", "too much, with what");
    out_string(&steps, OWN);
    out_string(&more, HEAD VISIT_ROW);
    for (int i = 0; i < PROFILE_ITEMS_MOST; i++) {
        out_string(&steps, "step APPEAL Ask us | x\n");
        out_string(&more, "step APPEAL Ask us | x\n");
    }
    struct came *came = came_of(text_string(arena, out_all(&steps)));
    assert_true(has(came, 6, "like", "too much, with what"));
    arena_free(came->arena);
    came = came_of(text_string(arena, out_all(&more))); /* HEAD has one already */
    assert_true(has(came, 9 + PROFILE_ITEMS_MOST, "step", "too much practice"));
    arena_free(came->arena);
    out_string(&text, HEAD VISIT_ROW);
    while (text.len <= PROFILE_TEXT_MOST)
        out_string(&text, "# a remark of some length, over and over, until the whole is longer than a profile may be\n");
    came = came_of(text_string(arena, out_all(&text)));
    assert_true(has(came, 1, "profile", "too long for a profile"));
    arena_free(came->arena);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(law_that_counts_back),
        cmocka_unit_test(law_that_is_met_near_its_day),
        cmocka_unit_test(taken_rows_that_end),
        cmocka_unit_test(rows_in_any_order),
        cmocka_unit_test(names_of_profiles),
        cmocka_unit_test(practice_of_every_kind),
        cmocka_unit_test(when_a_profile_is_in_force),
        cmocka_unit_test(words_inside_a_sentence),
        cmocka_unit_test(too_much_with_what_is_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
