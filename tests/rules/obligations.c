/* What is due when, by obligations.eval, and what an answer is made of. SE-02 SE-07 SB-14 SC-15 SD-06 SD-11 */
#include "eval.h"

#include "rules/obligations.h"

static const struct holidays *ENGLAND = &HOLIDAYS[ENGLAND_AND_WALES];

static void due_dates_are_those_of_the_table(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct eval eval = eval_open(arena, "obligations.eval");
    size_t cases = 0;
    while (eval_next(&eval)) {
        Date expected = eval_date(&eval, 0), start = eval_date(&eval, 2);
        enum obligation_kind kind;
        if (!obligation_kind_of(eval_word(&eval, 1), &kind))
            eval_fail(&eval, "no such kind");
        const struct profile *profile = profile_named(eval_word(&eval, 3));
        const struct obligation_row *row = profile == NULL ? NULL : obligation_row_on(profile, kind, start);
        if (row == NULL)
            eval_fail(&eval, "the profile has no such limit");
        struct working working;
        Date due = obligation_due(row, start, &HOLIDAYS[profile->division], &working);
        if (!date_equal(due, expected))
            eval_fail(&eval, "due %s", text_string(arena, date_iso(arena, due)));
        assert_true(date_equal(working.due, due) && date_equal(obligation_due(row, start, &HOLIDAYS[profile->division], NULL), due));
        cases++;
    }
    assert_true(cases >= 80);
    arena_free(arena);
}

static void dates_beyond_the_loaded_years_are_flagged(void **state)
{
    (void)state;
    struct happening event = {EVENT_PLAN_STARTED, day("2028-11-01")};
    struct obligation obligations[32];
    size_t count = obligations_of(profile_named(T("england")), ENGLAND, STARTS_EVER, &event, 1, event.date, obligations, 32);
    bool review = false;
    for (size_t i = 0; i < count; i++) {
        if (obligations[i].row->kind == OBLIGATION_KIND_FIRST_REVIEW)
            review = obligations[i].beyond;
        if (obligations[i].row->kind == OBLIGATION_KIND_FIRST_CORE_GROUP)
            assert_false(obligations[i].beyond);
    }
    assert_true(review);
    /* from a year before the loaded ones into them: the working days of the old year aren't known, months don't mind */
    event.date = day("2019-12-31");
    count = obligations_of(profile_named(T("england")), ENGLAND, STARTS_EVER, &event, 1, event.date, obligations, 32);
    for (size_t i = 0; i < count; i++) {
        if (obligations[i].row->kind == OBLIGATION_KIND_FIRST_CORE_GROUP || obligations[i].row->kind == OBLIGATION_KIND_FIRST_REVIEW)
            assert_int_equal(obligations[i].beyond, obligations[i].row->unit == WORKING_DAYS);
    }
}

/* A limit can be counted before an event. Days and working days: whole ones lie between, and the due day is a working day too. Weeks and
 * months go back to the same weekday or day number: 28 weeks of pregnancy are twelve weeks before the birth is expected, that day. */
static void limits_before_an_event(void **state)
{
    (void)state;
    struct obligation_row row = {.number = 3, .unit = WORKING_DAYS, .before = true};
    Date conference = day("2026-04-09");
    struct working working;
    assert_true(date_equal(obligation_due(&row, conference, ENGLAND, &working), day("2026-04-01")));
    assert_int_equal(working.days[working.count - 1].number, 4);
    row.unit = DAYS;
    assert_true(date_equal(obligation_due(&row, conference, ENGLAND, &working), day("2026-04-05")));
    assert_true(date_equal(working.last_working_day, day("2026-04-02")));
    row.unit = WEEKS;
    row.number = 12;
    assert_true(date_equal(obligation_due(&row, day("2026-07-15"), ENGLAND, &working), day("2026-04-22")));
    row.unit = MONTHS;
    row.number = 1;
    assert_true(date_equal(obligation_due(&row, conference, ENGLAND, &working), day("2026-03-09")));
    assert_true(date_equal(obligation_due(&row, day("2026-03-31"), ENGLAND, &working), day("2026-02-28")));
}

static void months_tell_the_last_working_day(void **state)
{
    (void)state;
    struct obligation_row row = {.number = 3, .unit = MONTHS};
    struct working working;
    obligation_due(&row, day("2026-11-30"), ENGLAND, &working);
    assert_true(date_equal(working.last_working_day, day("2027-02-26")));
    assert_int_equal(working.count, 0);
}

static void too_little_room_is_counted_not_written(void **state)
{
    (void)state;
    struct happening event = {EVENT_PLAN_STARTED, {20000}};
    struct obligation one[1];
    size_t all = obligations_of(profile_named(T("england")), ENGLAND, STARTS_EVER, &event, 1, event.date, NULL, 0);
    assert_true(all > 3);
    assert_int_equal(obligations_of(profile_named(T("england")), ENGLAND, STARTS_EVER, &event, 1, event.date, one, 1), all);
}

/* Any events in any order: kind and start name one obligation, what is met has its day, and the answer doesn't change when asked again. */
static void kind_and_start_name_one_obligation(void **state)
{
    (void)state;
    const struct profile *england = profile_named(T("england"));
    uint32_t chance = 1;
    for (int round = 0; round < 300; round++) {
        struct happening events[40];
        for (size_t i = 0; i < 40; i++) {
            chance = chance * 1664525 + 1013904223;
            events[i].event = (enum event)(1 + (chance >> 16) % (EVENT_COUNT - 1));
            events[i].date = date_plus_days(day("2026-01-01"), (int32_t)((chance >> 8) % 60));
        }
        static struct obligation due[2000], again[2000];
        size_t count = obligations_of(england, ENGLAND, STARTS_EVER, events, 40, day("2026-02-15"), due, 2000);
        assert_int_equal(obligations_of(england, ENGLAND, STARTS_EVER, events, 40, day("2026-02-15"), again, 2000), count);
        for (size_t i = 0; i < count; i++) {
            bool met = due[i].state == OBLIGATION_STATE_MET || due[i].state == OBLIGATION_STATE_MET_LATE;
            assert_int_equal(met, !date_is_none(due[i].met));
            assert_true(due[i].state == again[i].state && date_equal(due[i].due, again[i].due));
            for (size_t k = 0; k < i; k++)
                assert_false(due[k].row->kind == due[i].row->kind && date_equal(due[k].start, due[i].start));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(due_dates_are_those_of_the_table),
        cmocka_unit_test(dates_beyond_the_loaded_years_are_flagged),
        cmocka_unit_test(limits_before_an_event),
        cmocka_unit_test(months_tell_the_last_working_day),
        cmocka_unit_test(too_little_room_is_counted_not_written),
        cmocka_unit_test(kind_and_start_name_one_obligation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
