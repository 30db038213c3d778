/* Working days: which they are, that stepping over weeks gives what counting gives, and what a list with an authority's own days says. */
#include "eval.h"
#include "slowly.h"

static const struct holidays *ENGLAND = &HOLIDAYS[ENGLAND_AND_WALES];

/* Product: working days with proof. Each day of Easter 2026, counted or skipped, and why. */
static void a_working_names_each_day(void **state)
{
    (void)state;
    struct working working;
    working_days_from(ENGLAND, day("2026-03-20"), 15, &working);
    assert_int_equal(working.count, 25);
    assert_int_equal(working.days[0].kind, DAY_WEEKEND);
    assert_int_equal(working.days[2].number, 1);
    assert_int_equal(working.days[13].kind, DAY_HOLIDAY);
    assert_string_equal(working.days[13].holiday, "Good Friday");
    assert_string_equal(working.days[16].holiday, "Easter Monday");
    assert_int_equal(working.days[24].number, 15);
    assert_true(date_equal(working.days[24].date, working.due));
    assert_true(date_equal(working.last_working_day, working.due));
    assert_false(working.beyond);
}

static void a_long_working_lists_the_first_days(void **state)
{
    (void)state;
    struct working working;
    Date due = working_days_from(ENGLAND, day("2026-03-20"), 130, &working);
    assert_true(date_equal(working.due, due));
    assert_int_equal(working.count, WORKING_MAX);
    assert_true(date_equal(working.days[WORKING_MAX - 1].date, date_plus_days(working.start, WORKING_MAX)));
}

static void no_days_stay_where_they_are(void **state)
{
    (void)state;
    struct working working;
    Date good_friday = day("2026-04-03");
    assert_true(date_equal(working_days_from(ENGLAND, good_friday, 0, &working), good_friday));
    assert_int_equal(working.count, 0);
    assert_true(date_equal(working.last_working_day, day("2026-04-02")));
}

static void dates_beyond_the_loaded_years_are_flagged(void **state)
{
    (void)state;
    struct working working;
    working_days_from(ENGLAND, day("2028-12-20"), 15, &working);
    assert_true(working.beyond);
    working_days_from(ENGLAND, day("2019-12-31"), 1, &working);
    assert_true(working.beyond);
    working_days_from(ENGLAND, day("2020-01-02"), -1, &working);
    assert_true(working.beyond); /* New Year's Day lies between */
    for (int d = 0; d < DIVISION_COUNT; d++) {
        for (Date date = day("2018-12-30"); date_before(date, day("2031-01-02")); date = date_plus_days(date, 1))
            assert_int_equal(beyond_holidays(&HOLIDAYS[d], date), slowly_beyond(&HOLIDAYS[d], date));
    }
}

static void divisions_differ(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        bool works[DIVISION_COUNT]; /* England and Wales, Scotland, Northern Ireland */
    } days[] = {
        {"2026-04-06", {false, true, false}},  /* Easter Monday */
        {"2026-06-15", {true, false, true}},   /* proclaimed for Scotland */
        {"2026-03-17", {true, true, false}},   /* St Patrick's Day */
        {"2026-07-13", {true, true, false}},   /* Battle of the Boyne, the day after a Sunday */
        {"2026-12-28", {false, false, false}}, /* Boxing Day's substitute */
        {"2026-11-30", {true, false, true}},   /* St Andrew's Day */
        {"2022-09-19", {false, false, false}}, /* state funeral */
        {"2023-05-08", {false, false, false}}, /* coronation */
    };
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        for (int d = 0; d < DIVISION_COUNT; d++) {
            if (is_working_day(&HOLIDAYS[d], day(days[i].date)) != days[i].works[d])
                fail_msg("%s in division %d", days[i].date, d);
        }
    }
}

static void the_blocks_are_those_of_the_calendar(void **state)
{
    (void)state;
    assert_int_equal(day("1900-01-01").days, HOLIDAY_BLOCKS_FROM);
    assert_true(HOLIDAY_BLOCKS_FROM + HOLIDAY_BLOCKS * HOLIDAY_BLOCK_DAYS > day("2199-12-31").days);
    assert_null(holiday_on(ENGLAND, date_plus_days(day("1900-01-01"), -30)));
    assert_null(holiday_on(ENGLAND, date_plus_days(day("2199-12-31"), 300)));
    assert_null(holiday_on(ENGLAND, day("2199-12-31")));
}

/* Every count from every day, a year more on both sides than is loaded: stepping and counting agree, forwards and back. */
static void same_as_counting(const struct holidays *holidays, Date first, Date last, int n)
{
    for (Date start = first; !date_before(last, start); start = date_plus_days(start, 1)) {
        Date due = working_days_from(holidays, start, n, NULL), counted = slowly_working_days(holidays, start, n);
        if (!date_equal(due, counted))
            fail_msg("%d working days from day %d: %d, counted %d", n, start.days, due.days, counted.days);
    }
}

static void stepping_is_counting(void **state)
{
    (void)state;
    static const int counts[] = {1, 2, 3, 5, 10, 15, 21, 45, -1, -2, -3, -6, -11};
    for (int d = 0; d < DIVISION_COUNT; d++) {
        for (size_t c = 0; c < sizeof counts / sizeof counts[0]; c++)
            same_as_counting(&HOLIDAYS[d], day("2019-01-01"), day("2029-12-31"), counts[c]);
        same_as_counting(&HOLIDAYS[d], day("2026-01-01"), day("2026-12-31"), 260);
        same_as_counting(&HOLIDAYS[d], day("2026-01-01"), day("2026-12-31"), -260);
    }
}

static void a_working_ends_where_stepping_does(void **state)
{
    (void)state;
    for (Date start = day("2025-11-01"); date_before(start, day("2027-02-01")); start = date_plus_days(start, 1)) {
        for (int n = -20; n <= 20; n++) {
            struct working working;
            Date due = working_days_from(ENGLAND, start, n, &working);
            assert_true(date_equal(working.due, due) && date_equal(working.start, start) && date_equal(due, slowly_working_days(ENGLAND, start, n)));
            int counted = 0;
            for (size_t i = 0; i < working.count; i++)
                counted += working.days[i].number != 0;
            assert_int_equal(counted, n < 0 ? -n : n);
        }
    }
}

/* For every start of the loaded years and each count: the due day is a working day, exactly n of them lie after the start, a later start
 * is never due earlier, and counting back leads to the start's own working day. */
static void counting_holds_for_every_day(void **state)
{
    (void)state;
    static const int counts[] = {1, 2, 5, 10, 15, 45};
    for (int d = 0; d < DIVISION_COUNT; d++) {
        const struct holidays *holidays = &HOLIDAYS[d];
        for (size_t c = 0; c < sizeof counts / sizeof counts[0]; c++) {
            Date before = DATE_NONE;
            for (Date start = holidays->known_from; !date_before(holidays->known_to, start); start = date_plus_days(start, 1)) {
                int n = counts[c], between = 0;
                Date due = working_days_from(holidays, start, n, NULL);
                for (Date date = date_plus_days(start, 1); !date_before(due, date); date = date_plus_days(date, 1))
                    between += is_working_day(holidays, date);
                assert_int_equal(between, n);
                assert_true(is_working_day(holidays, due));
                assert_true(date_is_none(before) || !date_before(due, before));
                before = due;
                if (is_working_day(holidays, start))
                    assert_true(date_equal(working_days_from(holidays, due, -n, NULL), start));
            }
        }
    }
}

/* ---- days that an authority adds ---- */

static void added_days_are_holidays(void **state)
{
    (void)state;
    const struct holiday added[] = {
        {day("2031-03-03"), "A day of the year after"}, {day("2026-07-06"), "A proclaimed day"}, {day("2018-05-07"), "A day long ago"}};
    struct holiday room[200];
    struct holidays with;
    assert_true(ENGLAND->count + 3 <= 200);
    holidays_with(ENGLAND, added, 3, room, &with);
    assert_int_equal(with.count, ENGLAND->count + 3);
    assert_true(date_equal(working_days_from(&with, day("2018-05-04"), 1, NULL), day("2018-05-08")));
    assert_true(is_working_day(ENGLAND, day("2026-07-06")) && !is_working_day(&with, day("2026-07-06")));
    assert_string_equal(holiday_on(&with, day("2026-07-06"))->name, "A proclaimed day");
    assert_string_equal(holiday_on(&with, day("2026-04-03"))->name, "Good Friday");
    assert_true(date_equal(working_days_from(&with, day("2026-07-03"), 1, NULL), day("2026-07-07")));
    struct working working;
    working_days_from(&with, day("2026-07-03"), 1, &working);
    assert_string_equal(working.days[2].holiday, "A proclaimed day");
    /* one added day does not make the year known */
    assert_true(date_equal(working_days_from(&with, day("2031-02-28"), 1, &working), day("2031-03-04")));
    assert_true(working.beyond);
    assert_int_equal(with.year_last, ENGLAND->year_last);
}

static void nothing_added_changes_nothing(void **state)
{
    (void)state;
    struct holiday room[200];
    struct holidays with;
    holidays_with(ENGLAND, NULL, 0, room, &with);
    assert_int_equal(with.count, ENGLAND->count);
    assert_memory_equal(with.before, ENGLAND->before, sizeof with.before);
    assert_true(date_equal(with.known_from, ENGLAND->known_from) && date_equal(with.known_to, ENGLAND->known_to));
}

/* A list that begins with nothing, as the build's does. */
static void a_first_list(void **state)
{
    (void)state;
    const struct holidays none = {.count = 0};
    const struct holiday added[] = {{day("2026-12-25"), "Christmas Day"}, {day("2026-01-01"), "New Year's Day"}};
    struct holiday room[2];
    struct holidays with;
    holidays_with(&none, added, 2, room, &with);
    assert_int_equal(with.count, 2);
    assert_string_equal(with.at[0].name, "New Year's Day");
    same_as_counting(&with, day("2025-12-01"), day("2027-01-31"), 4);
}

static void added_days_that_change_nothing_are_left_out(void **state)
{
    (void)state;
    const struct holiday added[] = {
        {day("2026-04-04"), "Holy Saturday"},
        {day("2026-04-05"), "Easter Sunday"},
        {day("2026-04-03"), "Good Friday, once more"},
        {date_plus_days(day("1900-01-01"), -3), "Friday before the calendar"},
        {date_plus_days(day("2199-12-31"), 300), "after it"},
        {day("2026-07-06"), "the first of two"},
        {day("2026-07-06"), "the second"},
    };
    struct holiday room[200];
    struct holidays with;
    holidays_with(ENGLAND, added, sizeof added / sizeof added[0], room, &with);
    assert_int_equal(with.count, ENGLAND->count + 1);
    assert_string_equal(holiday_on(&with, day("2026-04-03"))->name, "Good Friday");
    assert_string_equal(holiday_on(&with, day("2026-07-06"))->name, "the first of two");
}

/* Many days added anywhere, in any order: the list is in order, and stepping still is counting. */
static void lists_with_many_added_days(void **state)
{
    (void)state;
    uint32_t chance = 7;
    for (int round = 0; round < 40; round++) {
        struct holiday added[300], room[600];
        struct holidays with;
        size_t count = (size_t)round * 7;
        for (size_t i = 0; i < count; i++) {
            chance = chance * 1664525 + 1013904223;
            added[i] = (struct holiday){date_plus_days(day("2024-01-01"), (int32_t)((chance >> 8) % 1500)), "added"};
        }
        const struct holidays *base = &HOLIDAYS[round % DIVISION_COUNT];
        assert_true(base->count + count <= 600);
        holidays_with(base, added, count, room, &with);
        for (size_t i = 1; i < with.count; i++)
            assert_true(date_before(with.at[i - 1].date, with.at[i].date));
        for (size_t i = 0; i < count; i++)
            assert_false(is_working_day(&with, added[i].date));
        same_as_counting(&with, day("2023-12-01"), day("2028-03-01"), 1 + round % 20);
        same_as_counting(&with, day("2023-12-01"), day("2028-03-01"), -1 - round % 20);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_working_names_each_day),
        cmocka_unit_test(a_long_working_lists_the_first_days),
        cmocka_unit_test(no_days_stay_where_they_are),
        cmocka_unit_test(dates_beyond_the_loaded_years_are_flagged),
        cmocka_unit_test(divisions_differ),
        cmocka_unit_test(the_blocks_are_those_of_the_calendar),
        cmocka_unit_test(stepping_is_counting),
        cmocka_unit_test(a_working_ends_where_stepping_does),
        cmocka_unit_test(counting_holds_for_every_day),
        cmocka_unit_test(added_days_are_holidays),
        cmocka_unit_test(nothing_added_changes_nothing),
        cmocka_unit_test(a_first_list),
        cmocka_unit_test(added_days_that_change_nothing_are_left_out),
        cmocka_unit_test(lists_with_many_added_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
