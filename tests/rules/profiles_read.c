/* How a profile is read, what is refused and with which words, and what one takes from the one it is like. */
#include "eval.h"

#include "profile_setting.h"

static void a_right_profile_holds(void **state)
{
    (void)state;
    holds(HEAD VISIT_ROW);
    holds(HEAD VISIT_ROW "\n# a remark\nquorum 2 | a test\naudio never | a test\nlasts 90 minutes | a test\n");
    holds(OWN);
    holds(OWN VISIT_ROW);
}

static void lines_that_nobody_knows(void **state)
{
    (void)state;
    struct came *came = came_of("profile land\n" VISIT_ROW);
    assert_true(has(came, 1, "source", "line 1 is"));
    arena_free(came->arena);
    came = came_of("");
    assert_true(has(came, 1, "source", "line 1 is") && has(came, 1, "profile", "needs its name") && has(came, 1, "profile", "needs limits"));
    arena_free(came->arena);
}

#define LIMIT(words) HEAD "limit VISIT " words "\n", 9, "VISIT"

static void limits_that_are_wrong(void **state)
{
    (void)state;
    refused(HEAD VISIT_ROW "weather fine\n", 10, "profile", "does not know the word weather");
    refused(HEAD VISIT_ROW "limit\n", 10, "limit", "there is no limit without a name");
    refused(HEAD VISIT_ROW "limit PICNIC from PLAN_STARTED due 1 days ends VISIT local since 2020-01-01 | x\n", 10, "PICNIC", "there is no limit PICNIC");
    static const struct {
        const char *words, *reason;
    } ROWS[] = {
        {"from PLAN_STARTED due 10 moons ends VISIT local since 2020-01-01 | x", "the unit is"},
        {"from PLAN_STARTED due soon ends VISIT local since 2020-01-01 | x", "‘soon’ is not a whole number"},
        {"from PLAN_STARTED due -3 days ends VISIT local since 2020-01-01 | x", "‘-3’ is not a whole number from 1"},
        {"from PLAN_STARTED due 0 days ends VISIT local since 2020-01-01 | x", "from 1 to 999"},
        {"from PLAN_STARTED due 1000 days ends VISIT local since 2020-01-01 | x", "from 1 to 999"},
        {"from PLAN_STARTED due 3 days ends VISIT warn -1 local since 2020-01-01 | x", "from 0 to 999"},
        {"from PLAN_STARTED due 3 days ends VISIT local since 2020-02-30 | x", "not a date"},
        {"from PLAN_STARTED due 3 days ends VISIT local since 2020-01-01 until soon | x", "not a date"},
        {"from PLAN_STARTED due 3 days ends GOES_HOME local since 2020-01-01 | x", "there is no event GOES_HOME"},
        {"from due 3 days ends VISIT local since 2020-01-01 | x", "there is no event due"},
        {"from PLAN_STARTED due 3 days ends VISIT while local since 2020-01-01 | x", "there is no event local"},
        {"from PLAN_STARTED due 3 days ends VISIT sometimes local since 2020-01-01 | x", "does not know the word sometimes"},
        {"from PLAN_STARTED from BORN due 3 days ends VISIT local since 2020-01-01 | x", "said twice: from"},
        {"from PLAN_STARTED due 3 days ends VISIT local lead since 2020-01-01 | x", "said twice: lead"},
        {"from PLAN_STARTED due 3 days local since 2020-01-01 | x", "needs from, due and ends"},
        {"from PLAN_STARTED due 3 days ends VISIT since 2020-01-01 | x", "statutory, local or lead"},
        {"from PLAN_STARTED due 3 days ends VISIT local | x", "since a date"},
        {"from PLAN_STARTED due 3 days ends VISIT local since 2020-01-01", "its source is missing"},
        {"from PLAN_STARTED due 3 days ends VISIT local since 2020-01-01 |  ", "its source is missing"},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
        char text[2000];
        snprintf(text, sizeof text, HEAD "limit ASSESSMENT from PLAN_STARTED due 1 days ends VISIT local since 2020-01-01 | x\nlimit VISIT %s\n", ROWS[i].words);
        refused(text, 10, "VISIT", ROWS[i].reason);
    }
}

static void limits_that_undo_themselves(void **state)
{
    (void)state;
    refused(LIMIT("from PLAN_STARTED due 3 days ends VISIT local since 2020-01-01 until 2020-01-01 | x"), "ends before it begins");
    refused(LIMIT("from PLAN_STARTED due 3 days ends VISIT local since 2010-01-01 until 2019-12-31 | x"), "never in force while the profile is");
    refused(LIMIT("from PLAN_STARTED due 3 days ends VISIT stops PLAN_STARTED local since 2020-01-01 | x"), "started and stopped by the same event: PLAN_STARTED");
    refused(LIMIT("from PLAN_STARTED due 3 days ends VISIT stops VISIT,BORN local since 2020-01-01 | x"), "met and stopped by the same event: VISIT");
    refused(LIMIT("from VISIT due 3 days ends VISIT stops BORN while BORN local since 2020-01-01 | x"), "stopped by the event while which it holds: BORN");
    refused(LIMIT("from PLAN_STARTED due 3 days before ends VISIT local since 2020-01-01 | x"), "nobody knows before on which day this comes: PLAN_STARTED");
    refused(HEAD VISIT_ROW VISIT_ROW, 10, "VISIT", "the row of line 9 is in force on the same days");
    holds(HEAD "limit VISIT from PLAN_STARTED due 3 days ends VISIT local since 2020-01-01 until 2024-01-01 | x\n"
               "limit VISIT from PLAN_STARTED due 2 days ends VISIT local since 2024-01-01 | x\n");
}

static void heads_that_are_wrong(void **state)
{
    (void)state;
    refused("# source: a test · 2026-01-01\ntitle Land\ndivision scotland\nstanding local\nin_force since 2020-01-01\ninvited SOCIAL_CARE,HEALTH,POLICE | x\n" VISIT_ROW, 1,
            "profile", "needs its name");
    refused("# source: a test · 2026-01-01\nprofile land\ndivision scotland\nstanding local\nin_force since 2020-01-01\ninvited SOCIAL_CARE,HEALTH,POLICE | x\n" VISIT_ROW, 1,
            "title", "needs a title");
    refused("# source: a test · 2026-01-01\nprofile land\ntitle Land\nstanding local\nin_force since 2020-01-01\ninvited SOCIAL_CARE,HEALTH,POLICE | x\n" VISIT_ROW, 1,
            "division", "whose holidays");
    refused("# source: a test · 2026-01-01\nprofile land\ntitle Land\ndivision scotland\nin_force since 2020-01-01\ninvited SOCIAL_CARE,HEALTH,POLICE | x\n" VISIT_ROW, 1,
            "standing", "what it stands on");
    refused("# source: a test · 2026-01-01\nprofile land\ntitle Land\ndivision scotland\nstanding local\ninvited SOCIAL_CARE,HEALTH,POLICE | x\n" VISIT_ROW, 1, "in_force",
            "since when");
    refused(HEAD VISIT_ROW "title Land again\n", 10, "title", "said twice");
    refused(HEAD VISIT_ROW "without RECONVENE\n", 10, "RECONVENE", "no such row to take away");
    static const struct {
        const char *line, *row, *reason;
    } LINES[] = {
        {"profile my land", "profile", "a name is letters"},
        {"title", "title", "a title needs words"},
        {"division mars", "division", "the division is"},
        {"standing tall", "standing", "the standing is"},
        {"in_force 2020-01-01", "in_force", "in_force since DATE"},
        {"in_force since 2020-01-01 to 2021-01-01", "in_force", "in_force since DATE"},
        {"in_force since 2020-01-01 until 2019-01-01", "in_force", "ends before it begins"},
        {"like 7", "like", "a name is letters"},
    };
    for (size_t i = 0; i < sizeof LINES / sizeof LINES[0]; i++) {
        char text[1000];
        snprintf(text, sizeof text, "# source: a test · 2026-01-01\n%s\n", LINES[i].line);
        struct came *came = came_of(text);
        if (!has(came, 2, LINES[i].row, LINES[i].reason)) {
            say(came);
            fail_msg("%s", LINES[i].line);
        }
        arena_free(came->arena);
    }
}

static void practice_that_is_wrong(void **state)
{
    (void)state;
    static const struct {
        const char *line, *row, *reason;
    } LINES[] = {
        {"quorum many | x", "quorum", "not a whole number"},
        {"quorum 3", "quorum", "its source is missing"},
        {"early 30 | x", "early", "a number of minutes"},
        {"lasts 2 hours | x", "lasts", "a number of minutes"},
        {"invited SOCIAL_CARE,BAKERS | x", "invited", "there is no agency BAKERS"},
        {"invited_unborn | x", "invited_unborn", "there is no agency here"},
        {"audio often | x", "audio", "consent WHO"},
        {"audio consent BAKER | x", "audio", "there is nobody called BAKER"},
        {"supporter SUPPORTER can LISTEN | x", "supporter", "supporter WHO may WHAT"},
        {"supporter SUPPORTER may SING | x", "supporter", "nobody may SING"},
        {"step REVENGE Shout | x", "step", "there is no ladder REVENGE"},
        {"step APPEAL | x", "step", "a step needs words"},
        {"step APPEAL Ask within a week | x", "step", "not a whole number"},
        {"word CHAIR | x", "word", "a word needs words"},
        {"word TABLE Table | x", "word", "there is no word TABLE"},
    };
    for (size_t i = 0; i < sizeof LINES / sizeof LINES[0]; i++) {
        char text[2000];
        snprintf(text, sizeof text, HEAD VISIT_ROW "%s\n", LINES[i].line);
        struct came *came = came_of(text);
        if (!has(came, 10, LINES[i].row, LINES[i].reason)) {
            say(came);
            fail_msg("%s", LINES[i].line);
        }
        arena_free(came->arena);
    }
    refused(HEAD VISIT_ROW "quorum 3 | x\nquorum 4 | x\n", 11, "quorum", "said twice");
}

/* SD-03: the three are always invited; an own profile adds, and takes none away. */
static void who_is_always_invited(void **state)
{
    (void)state;
    refused("# source: a test · 2026-01-01\nprofile land\ntitle Land\ndivision scotland\nstanding local\nin_force since 2020-01-01\n" VISIT_ROW, 1, "invited",
            "every conference invites SOCIAL_CARE, POLICE, HEALTH too");
    refused(OWN "invited SOCIAL_CARE,POLICE | x\n", 7, "invited", "every conference invites HEALTH too");
    refused(OWN "invited_unborn HEALTH | x\n", 7, "invited_unborn", "invites MIDWIFERY too");
    holds(OWN "invited SOCIAL_CARE,POLICE,HEALTH,EDUCATION | x\n");
}

/* ---- against the law ---- */

#define CORE(words) OWN "limit FIRST_CORE_GROUP " words "\n", 7, "FIRST_CORE_GROUP"

static void what_loosens_is_refused(void **state)
{
    (void)state;
    refused(CORE("from PLAN_STARTED due 15 working_days ends CORE_GROUP stops PLAN_ENDED local since 2020-01-01 | x"),
            "15 working days would loosen the 10 working days that are statutory in England: started on 2020-01-01 it would be due on 2020-01-22, not by 2020-01-15");
    /* 15 days are sooner than ten working days over some holiday, and later on most days: one day is enough */
    refused(CORE("from PLAN_STARTED due 15 days ends CORE_GROUP stops PLAN_ENDED local since 2020-01-01 | x"), "started on 2020-01-01 it would be due on 2020-01-16");
    refused(CORE("from PLAN_STARTED due 11 working_days ends CORE_GROUP stops PLAN_ENDED local since 2027-06-01 | x"), "started on 2027-06-01");
    refused(CORE("from PLAN_STARTED due 10 working_days ends CORE_GROUP,VISIT stops PLAN_ENDED local since 2020-01-01 | x"), "is not met by VISIT");
    refused(CORE("from PLAN_STARTED due 10 working_days ends CORE_GROUP stops PLAN_ENDED,BORN local since 2020-01-01 | x"), "is not stopped by BORN");
    refused(CORE("from BORN due 10 working_days ends CORE_GROUP stops PLAN_ENDED local since 2020-01-01 | x"), "starts here too: PLAN_STARTED");
    refused(CORE("from PLAN_STARTED due 10 working_days ends CORE_GROUP stops PLAN_ENDED while REFERRAL_DECIDED local since 2020-01-01 | x"), "holds always");
    refused(CORE("from PLAN_STARTED due 10 working_days ends CORE_GROUP stops PLAN_ENDED statutory since 2020-01-01 | x"), "what is statutory stands in england");
    refused(OWN "limit NEXT_REVIEW from REVIEW_CONFERENCE due 6 months ends REVIEW_CONFERENCE stops PLAN_ENDED local since 2020-01-01 | x\n", 7, "NEXT_REVIEW",
            "holds while PLAN_STARTED");
    refused(OWN "limit FIRST_REVIEW from PLAN_STARTED due 13 weeks ends REVIEW_CONFERENCE stops PLAN_ENDED local since 2020-01-01 | x\n", 7, "FIRST_REVIEW",
            "13 weeks would loosen the 3 months");
    refused(OWN "limit FIRST_REVIEW from PLAN_STARTED due 90 days ends REVIEW_CONFERENCE stops PLAN_ENDED local since 2020-01-01 | x\n", 7, "FIRST_REVIEW",
            "90 days would loosen the 3 months"); /* from 30 November to 28 February are 90, from 31 January to 30 April 89 */
    refused(OWN "limit FIRST_CORE_GROUP from BIRTH_EXPECTED,PLAN_STARTED due 2 days ends CORE_GROUP stops PLAN_ENDED local since 2020-01-01 | x\n"
                "without FIRST_REVIEW\n", 8, "FIRST_REVIEW", "is statutory in England and cannot be taken away");
    refused(OWN "without PRE_BIRTH_REVIEW\n", 7, "PRE_BIRTH_REVIEW", "no such row");
    refused(OWN VISIT_ROW "without VISIT\n", 8, "VISIT", "taken away, and has a row of its own");
    struct came *came = came_of(OWN "limit FIRST_CORE_GROUP from BIRTH_EXPECTED due 2 days before ends CORE_GROUP stops PLAN_ENDED local since 2020-01-01 | x\n");
    assert_true(has(came, 7, "FIRST_CORE_GROUP", "counts on, not back") && has(came, 7, "FIRST_CORE_GROUP", "starts here too"));
    arena_free(came->arena);
}

static void what_tightens_holds(void **state)
{
    (void)state;
    holds(OWN "limit FIRST_CORE_GROUP from PLAN_STARTED due 8 working_days ends CORE_GROUP stops PLAN_ENDED local since 2020-01-01 | x\n");
    /* two weeks from a Saturday end on a Saturday: no working day later than the Friday of ten working days */
    holds(OWN "limit FIRST_CORE_GROUP from PLAN_STARTED due 2 weeks ends CORE_GROUP stops PLAN_ENDED local since 2020-01-01 | x\n");
    holds(OWN "limit FIRST_CORE_GROUP from PLAN_STARTED,REVIEW_CONFERENCE due 10 working_days ends CORE_GROUP local since 2020-01-01 | x\n");
    holds(OWN "limit FIRST_REVIEW from PLAN_STARTED due 89 days ends REVIEW_CONFERENCE stops PLAN_ENDED near local since 2020-01-01 | x\n");
    holds(OWN "limit VISIT from PLAN_STARTED,VISIT due 40 days ends VISIT local since 2020-01-01 | local rows are free\n");
    holds(OWN "without VISIT\nwithout LONG_PLAN_15\nlimit RECONVENE from CONFERENCE_INQUORATE due 5 working_days ends REVIEW_CONFERENCE local since 2020-01-01 | x\n");
}

/* Profiles don't go round, nor stand at one remove from the law. */
static void likes_that_go_round(void **state)
{
    (void)state;
#define LIKE(name, like) "# source: a test · 2026-01-01\nprofile " name "\ntitle X\nstanding local\nin_force since 2020-01-01\nlike " like "\n" VISIT_ROW
    refused(LIKE("ours", "ours"), 6, "like", "not like itself");
    refused(LIKE("ours", "atlantis"), 6, "like", "there is no profile atlantis");
    refused(LIKE("ours", "SB"), 6, "like", "SB is itself like england");
    refused("# source: a test · 2026-01-01\nprofile ours\ntitle X\nstanding local\ndivision scotland\nin_force since 2020-01-01\nlike england\n", 5, "division",
            "the division of the profile it is like");
}

/* ---- taking ---- */

static const struct obligation_row *on(const struct came *came, enum obligation_kind kind, const char *iso)
{
    return obligation_row_on(&came->text.profile, kind, day(iso));
}

static void own_rows_stand_in_place(void **state)
{
    (void)state;
    const struct profile *england = profile_named(T("england"));
    struct came *came = came_of(OWN "limit FIRST_CORE_GROUP from PLAN_STARTED due 8 working_days ends CORE_GROUP stops PLAN_ENDED local since 2022-01-01 until 2023-01-01 | own\n"
                                    "limit FIRST_CORE_GROUP from PLAN_STARTED due 6 working_days ends CORE_GROUP stops PLAN_ENDED local since 2024-01-01 | own\n"
                                    "limit RECONVENE from CONFERENCE_INQUORATE due 5 working_days ends REVIEW_CONFERENCE local since 2020-01-01 | own\n"
                                    "without VISIT\nstep APPEAL Ask us within 20 working_days | own\nword CHAIR Person in the chair | own\n");
    say(came);
    assert_int_equal(came->faults.count, 0);
    static const struct {
        const char *on;
        int number;
    } DAYS_OF[] = {{"2021-12-31", 10}, {"2022-01-01", 8}, {"2022-12-31", 8}, {"2023-01-01", 10}, {"2023-12-31", 10}, {"2024-01-01", 6}, {"2030-01-01", 6}};
    for (size_t i = 0; i < sizeof DAYS_OF / sizeof DAYS_OF[0]; i++)
        assert_int_equal(on(came, OBLIGATION_KIND_FIRST_CORE_GROUP, DAYS_OF[i].on)->number, DAYS_OF[i].number);
    const struct obligation_row *own = on(came, OBLIGATION_KIND_FIRST_CORE_GROUP, "2024-01-01");
    assert_true((own->stops & EVENT_BIT(EVENT_DIED)) != 0 && (own->stops & EVENT_BIT(EVENT_PREGNANCY_LOST)) != 0); /* as always in England */
    assert_null(on(came, OBLIGATION_KIND_VISIT, "2024-01-01"));
    assert_int_equal(on(came, OBLIGATION_KIND_RECONVENE, "2024-01-01")->number, 5);
    assert_true(came->text.profile.rows[came->text.profile.count - 1].kind == OBLIGATION_KIND_RECONVENE);
    assert_int_equal(came->text.profile.count, england->count - 1 + 4 + 1 - 1); /* four of one kind for one, one new, one taken away */
    assert_int_equal(came->text.profile.division, england->division);
    /* a ladder is replaced as a whole; other pieces one by one */
    size_t steps = 0;
    for (size_t i = 0; i < came->text.profile.practice_count; i++)
        steps += came->text.profile.practice[i].kind == PRACTICE_KIND_STEP && came->text.profile.practice[i].code == LADDER_APPEAL;
    assert_int_equal(steps, 1);
    const struct practice_item *step = profile_item(&came->text.profile, PRACTICE_KIND_STEP, LADDER_APPEAL);
    assert_true(step->number == 20 && step->unit == WORKING_DAYS && text_equal_string(T("Ask us"), step->words));
    assert_non_null(profile_item(&came->text.profile, PRACTICE_KIND_STEP, LADDER_COMPLAINT));
    assert_string_equal(profile_word(&came->text.profile, PRACTICE_WORD_CHAIR), "Person in the chair");
    assert_int_equal(profile_number(&came->text.profile, PRACTICE_KIND_QUORUM), 3);
    arena_free(came->arena);
}

/* Whatever is thrown at it: read to its end, faults counted, nothing kept past the room. */
static void too_much_is_refused(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    Out many = out_new(arena);
    out_string(&many, HEAD);
    for (int i = 0; i < 300; i++)
        out_string(&many, "weather fine\n");
    out_char(&many, '\0');
    struct came *came = came_of(out_all(&many).at);
    assert_true(came->faults.count >= 300);
    arena_free(came->arena);
    Out wide = out_new(arena);
    out_string(&wide, HEAD VISIT_ROW "# ");
    for (int i = 0; i < 2500; i++)
        out_char(&wide, 'x');
    out_char(&wide, '\0');
    refused(out_all(&wide).at, 10, "profile", "longer than 2000");
    refused(HEAD VISIT_ROW "title \xff\n", 10, "profile", "not clean UTF-8");
    Out rows = out_new(arena);
    out_string(&rows, HEAD);
    for (int i = 0; i < PROFILE_ROWS_MOST + 1; i++) { /* one day each */
        Date since = date_plus_days(day("2020-01-01"), i);
        out_text(&rows, text_format(arena, "limit VISIT from PLAN_STARTED due 3 days ends VISIT local since %.*s until %.*s | x\n",
                                    TEXT_ARGS(date_iso(arena, since)), TEXT_ARGS(date_iso(arena, date_plus_days(since, 1)))));
    }
    out_char(&rows, '\0');
    refused(out_all(&rows).at, 9 + PROFILE_ROWS_MOST, "VISIT", "too many limits");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_right_profile_holds),
        cmocka_unit_test(lines_that_nobody_knows),
        cmocka_unit_test(limits_that_are_wrong),
        cmocka_unit_test(limits_that_undo_themselves),
        cmocka_unit_test(heads_that_are_wrong),
        cmocka_unit_test(practice_that_is_wrong),
        cmocka_unit_test(who_is_always_invited),
        cmocka_unit_test(what_loosens_is_refused),
        cmocka_unit_test(what_tightens_holds),
        cmocka_unit_test(likes_that_go_round),
        cmocka_unit_test(own_rows_stand_in_place),
        cmocka_unit_test(too_much_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
