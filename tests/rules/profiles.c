/* What is due when by every profile (nations.eval, documents.eval), what each of them says, and how one is read, checked and taken from another.
 * SE-02 SE-07 SC-15 SB-14 SD-06 SD-11 SB-08 SC-13 */
#include "eval.h"

#include "rules/profile_check.h"
#include "rules/profile_words.h"

static size_t due_dates_of(Arena *arena, const char *name)
{
    struct eval eval = eval_open(arena, name);
    size_t cases = 0;
    for (; eval_next(&eval); cases++) {
        Date expected = eval_date(&eval, 0), start = eval_date(&eval, 2);
        enum obligation_kind kind;
        if (!obligation_kind_of(eval_word(&eval, 1), &kind))
            eval_fail(&eval, "no such kind");
        const struct profile *profile = profile_named(eval_word(&eval, 3));
        const struct obligation_row *row = profile == NULL ? NULL : obligation_row_on(profile, kind, start);
        if (row == NULL)
            eval_fail(&eval, "the profile has no such limit on that day");
        Date due = obligation_due(row, start, &HOLIDAYS[profile->division], NULL);
        if (!date_equal(due, expected))
            eval_fail(&eval, "due %s", text_string(arena, date_iso(arena, due)));
    }
    return cases;
}

static void due_dates_of_the_nations(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    assert_true(due_dates_of(arena, "nations.eval") >= 90);
    arena_free(arena);
}

static void due_dates_of_the_documents(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    assert_true(due_dates_of(arena, "documents.eval") >= 40);
    arena_free(arena);
}

static const struct profile *profile(const char *name)
{
    const struct profile *found = profile_named(text_of(name));
    assert_non_null(found);
    return found;
}

static void the_profiles_are_these(void **state)
{
    (void)state;
    static const char *const NAMES[] = {"SB", "SC", "SD", "SE", "england", "northern-ireland", "scotland", "wales"};
    assert_int_equal(PROFILE_COUNT, sizeof NAMES / sizeof NAMES[0]);
    for (size_t i = 0; i < PROFILE_COUNT; i++)
        assert_string_equal(PROFILES[i]->name, NAMES[i]);
    assert_null(profile_named(T("atlantis")));
    assert_true(text_contains(text_of(profile("SB")->title), T("As described in")) && text_contains(text_of(profile("SB")->title), T("2024")));
    assert_true(text_contains(text_of(profile("SC")->title), T("2019")));
}

static void no_row_of_a_profile_is_empty(void **state)
{
    (void)state;
    for (size_t p = 0; p < PROFILE_COUNT; p++) {
        const struct profile *of = PROFILES[p];
        assert_true(of->title[0] != '\0' && of->source[0] != '\0' && of->standing != LIMIT_STANDING_NONE && !date_is_none(of->since));
        assert_true(of->always_stops != 0 && of->count > 0);
        for (size_t i = 0; i < of->count; i++) {
            const struct obligation_row *row = &of->rows[i];
            assert_true(row->kind != OBLIGATION_KIND_NONE && row->starts != 0 && row->ends != 0 && row->number > 0 && row->source[0] != '\0');
            assert_false(date_is_none(row->since) || (row->statutory && row->lead));
            assert_int_equal((row->starts | row->ends | row->stops) & EVENT_BIT(EVENT_NONE), 0);
            bool goes_on = row->kind == OBLIGATION_KIND_INCIDENT_NOTICE || row->kind == OBLIGATION_KIND_RAPID_REVIEW;
            assert_int_equal(goes_on, (row->stops & EVENT_BIT(EVENT_DIED)) == 0);
            assert_true((row->ends & row->stops) == 0 && (row->starts & row->stops) == 0);
        }
        for (size_t i = 0; i < of->practice_count; i++)
            assert_true(of->practice[i].kind != PRACTICE_KIND_NONE && of->practice[i].source[0] != '\0');
    }
}

/* Nothing that nobody verified claims to be law. */
static void what_is_only_told_is_a_lead(void **state)
{
    (void)state;
    const struct profile *told = profile("northern-ireland");
    assert_int_equal(told->standing, LIMIT_STANDING_LEAD);
    assert_int_equal(told->count, 4);
    for (size_t i = 0; i < told->count; i++)
        assert_true(told->rows[i].lead && text_begins(text_of(told->rows[i].source), T("a lead: ")));
    for (size_t p = 0; p < PROFILE_COUNT; p++)
        for (size_t i = 0; i < PROFILES[p]->count; i++)
            assert_int_equal(PROFILES[p]->rows[i].lead, text_begins(text_of(PROFILES[p]->rows[i].source), T("a lead: ")));
}

static const struct obligation_row *row(const char *name, enum obligation_kind kind) { return obligation_row_on(profile(name), kind, day("2026-03-20")); }

/* SB-14 SD-11: what a document leaves out, or gives no number for, is not there; what a nation leaves to its authorities neither. */
static void rows_that_are_not_there(void **state)
{
    (void)state;
    static const struct {
        const char *profile;
        enum obligation_kind kind;
        bool there;
    } ROWS[] = {
        {"SB", OBLIGATION_KIND_LONG_PLAN_15, false},     {"SB", OBLIGATION_KIND_LONG_PLAN_21, false}, {"SB", OBLIGATION_KIND_LONG_PLAN_24, true},
        {"SC", OBLIGATION_KIND_LONG_PLAN_15, true},      {"SD", OBLIGATION_KIND_DECISION_LETTER, false},
        {"SE", OBLIGATION_KIND_DECISION_LETTER, true},   {"scotland", OBLIGATION_KIND_ASSESSMENT, false},
        {"scotland", OBLIGATION_KIND_NEXT_CORE_GROUP, false}, {"scotland", OBLIGATION_KIND_REPORTS_INITIAL, false},
        {"scotland", OBLIGATION_KIND_DECISION_LETTER, false}, {"wales", OBLIGATION_KIND_REPORTS_INITIAL, false},
        {"wales", OBLIGATION_KIND_RECONVENE, false},     {"england", OBLIGATION_KIND_RECONVENE, false},
        {"england", OBLIGATION_KIND_NOTICE_OF_MEETING, false}, {"england", OBLIGATION_KIND_PRE_BIRTH_CONFERENCE, false},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++)
        if ((row(ROWS[i].profile, ROWS[i].kind) != NULL) != ROWS[i].there)
            fail_msg("%s, %s", ROWS[i].profile, obligation_kind_code(ROWS[i].kind));
    assert_int_equal(row("SB", OBLIGATION_KIND_NEXT_CORE_GROUP)->warn_days, 21); /* SC-15: from six weeks on, due after nine */
    assert_int_equal(row("scotland", OBLIGATION_KIND_INITIAL_CONFERENCE)->starts, EVENT_BIT(EVENT_CONCERN_RAISED));
    assert_int_equal(row("wales", OBLIGATION_KIND_ASSESSMENT)->starts, EVENT_BIT(EVENT_ENQUIRY_STARTED));
}

/* What is like England and tightens it is, on no start day of the loaded years, a working day later. */
static void tightening_never_loosens(void **state)
{
    (void)state;
    const struct profile *england = profile("england");
    const struct holidays *holidays = &HOLIDAYS[england->division];
    for (size_t p = 0; p < PROFILE_COUNT; p++) {
        if (!text_equal_string(T("england"), PROFILES[p]->like))
            continue;
        for (Date start = day("2020-01-01"); date_before(start, day("2029-01-01")); start = date_plus_days(start, 1)) {
            for (size_t i = 0; i < england->count; i++) {
                const struct obligation_row *law = &england->rows[i], *own = obligation_row_on(PROFILES[p], law->kind, start);
                if (!law->statutory)
                    continue;
                assert_non_null(own);
                Date allowed = obligation_due(law, start, holidays, NULL), due = obligation_due(own, start, holidays, NULL);
                assert_false(date_before(allowed, working_day_on_or_before(holidays, due)));
                assert_true((law->starts & ~own->starts) == 0 && (own->ends & ~law->ends) == 0 && (own->stops & ~law->stops) == 0);
            }
        }
    }
}

/* ---- practice ---- */

/* SB-08 SD-03 SD-07 SC-10: practice that is no time limit, each piece with its source. */
static void practice_of_the_profiles(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    const uint64_t three = UINT64_C(1) << AGENCY_KIND_SOCIAL_CARE | UINT64_C(1) << AGENCY_KIND_HEALTH | UINT64_C(1) << AGENCY_KIND_POLICE;
    assert_int_equal(profile_number(profile("england"), PRACTICE_KIND_QUORUM), 3);
    assert_int_equal(profile_number(profile("england"), PRACTICE_KIND_LASTS), 120);
    assert_int_equal(profile_number(profile("SE"), PRACTICE_KIND_EARLY), 30);
    assert_int_equal(profile_number(profile("scotland"), PRACTICE_KIND_QUORUM), 0);
    assert_int_equal(profile_number(profile("england"), PRACTICE_KIND_SUPPORTERS), 0);
    assert_int_equal(profile_number(profile("SD"), PRACTICE_KIND_SUPPORTERS), 1);
    assert_int_equal(profile_invited(profile("england"), false), three);
    assert_int_equal(profile_invited(profile("england"), true), three | UINT64_C(1) << AGENCY_KIND_MIDWIFERY);
    for (size_t p = 0; p < PROFILE_COUNT; p++)
        assert_int_equal(profile_invited(PROFILES[p], false) & three, three);
    assert_null(profile_item(profile("england"), PRACTICE_KIND_AUDIO, 0));
    assert_int_equal(profile_set(profile("SC"), PRACTICE_KIND_AUDIO), UINT64_C(1) << INVITED_AS_PARENT);
    assert_string_equal(profile_word(profile("SB"), PRACTICE_WORD_LEAD_WORKER), "Key worker");
    assert_string_equal(profile_word(profile("wales"), PRACTICE_WORD_LEAD_WORKER), "Lead social worker"); /* the list's own */
    assert_string_equal(profile_word(profile("scotland"), PRACTICE_WORD_PLAN_LIST), "Child protection register");
    assert_true(text_equal(profile_word_inside(arena, profile("SD"), PRACTICE_WORD_LEAD_WORKER), T("case co-ordinator")));
    assert_true(profile_in_force(profile("scotland"), day("2021-09-02")));
    assert_false(profile_in_force(profile("scotland"), day("2021-09-01")));
    arena_free(arena);
}

static Text said(Arena *arena, const char *name, enum practice_kind kind, int code)
{
    const struct practice_item *item = profile_item(profile(name), kind, code);
    assert_non_null(item);
    return text_format(arena, "%.*s = %.*s", TEXT_ARGS(practice_about(arena, item)), TEXT_ARGS(practice_in_words(arena, item)));
}

static void practice_in_plain_words(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    const struct {
        const char *profile;
        enum practice_kind kind;
        int code;
        const char *words;
    } rows[] = {
        {"england", PRACTICE_KIND_QUORUM, 0, "Agencies that must be present = 3"},
        {"england", PRACTICE_KIND_INVITED, 0, "Agencies that are always invited = Children's social care, police and health"},
        {"england", PRACTICE_KIND_EARLY, 0, "How early parents are asked to come = 30 minutes before the conference"},
        {"england", PRACTICE_KIND_LASTS, 0, "How long a conference is planned for = 2 hours"},
        {"SC", PRACTICE_KIND_AUDIO, 0, "Audio recording = Only with the consent of each: parent"},
        {"SD", PRACTICE_KIND_SUPPORTERS, 0, "How many people a parent may bring = 1"},
        {"SD", PRACTICE_KIND_SUPPORTER, INVITED_AS_SUPPORTER, "What somebody who comes with a parent may do: Supporter = Listen and observe and ask for a short break"},
        {"SD", PRACTICE_KIND_STEP, LADDER_APPEAL,
         "Steps when somebody disagrees or is unhappy: Appeal against the decision that a plan is needed = Talk to the child protection chairperson"},
        {"SB", PRACTICE_KIND_WORD, PRACTICE_WORD_LEAD_WORKER, "Words used here: Lead social worker = Key worker"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Text words = said(arena, rows[i].profile, rows[i].kind, rows[i].code);
        if (!text_equal_string(words, rows[i].words))
            fail_msg("%.*s", TEXT_ARGS(words));
    }
    const struct practice_item step = {.kind = PRACTICE_KIND_STEP, .number = 10, .unit = WORKING_DAYS, .words = "Ask the manager"},
                               never = {.kind = PRACTICE_KIND_AUDIO}, none = {.kind = PRACTICE_KIND_NONE};
    assert_true(text_equal(practice_in_words(arena, &step), T("Ask the manager, within 10 working days")));
    assert_true(text_equal(practice_in_words(arena, &never), T("No recording is made")));
    assert_true(text_is_empty(practice_in_words(arena, &none)));
    assert_true(text_equal(minutes_amount(arena, 60), T("1 hour")) && text_equal(minutes_amount(arena, 90), T("90 minutes")) &&
                text_equal(minutes_amount(arena, 1), T("1 minute")));
    arena_free(arena);
}

/* The numbers in a form's guidance are the profile's; a line that it has no number for is left out. */
static void guidance_has_the_profiles_numbers(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    Text words = T("untouched");
    const struct {
        const char *profile, *line, *words; /* NULL: left out */
    } rows[] = {
        {"england", "Write it down.", "Write it down."},
        {"england", "Due within {INITIAL_CONFERENCE}.", "Due within 15 working days."},
        {"england", "Due within {INITIAL_CONFERENCE since}.", "Due within 15 working days, counted from ‘Section 47 enquiry started’."},
        {"scotland", "Due within {INITIAL_CONFERENCE since}.", "Due within 28 days, counted from ‘Concern raised’."},
        {"england", "Visit within {VISIT since}", "Visit within 10 working days, counted from ‘Plan started’ or ‘Child seen on a visit’"},
        {"england", "{REPORTS_INITIAL}: send them", "2 days before: send them"},
        {"england", "Come {early} early, for {lasts}.", "Come 30 minutes early, for 2 hours."},
        {"england", "{invited} are always invited.", "Children's social care, police and health are always invited."},
        {"england", "Also {invited_unborn}.", "Also health and midwifery."},
        {"SD", "A parent may bring {supporters}.", "A parent may bring 1 person."},
        {"england", "A parent may bring {supporters}.", NULL},
        {"wales", "Come {early} early.", NULL},
        {"scotland", "Due within {ASSESSMENT}.", NULL},
        {"england", "{nothing of the kind}", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bool filled = guidance_filled(arena, profile(rows[i].profile), day("2026-03-20"), text_of(rows[i].line), &words);
        assert_int_equal(filled, rows[i].words != NULL);
        if (filled && !text_equal_string(words, rows[i].words))
            fail_msg("%.*s", TEXT_ARGS(words));
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(due_dates_of_the_nations),
        cmocka_unit_test(due_dates_of_the_documents),
        cmocka_unit_test(the_profiles_are_these),
        cmocka_unit_test(no_row_of_a_profile_is_empty),
        cmocka_unit_test(what_is_only_told_is_a_lead),
        cmocka_unit_test(rows_that_are_not_there),
        cmocka_unit_test(tightening_never_loosens),
        cmocka_unit_test(practice_of_the_profiles),
        cmocka_unit_test(practice_in_plain_words),
        cmocka_unit_test(guidance_has_the_profiles_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
