/* Days of the calendar and the hour in London. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"

static Date day(const char *iso)
{
    Date date;
    assert_true(date_read(text_of(iso), &date));
    return date;
}

static void assert_day(Date date, const char *iso)
{
    Arena *arena = arena_new(0);
    assert_string_equal(text_string(arena, date_iso(arena, date)), iso);
    arena_free(arena);
}

/* All days of three centuries: each follows the day before, on the next weekday, and is read back from its own words. */
static void every_day_is_read_back(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    static const int months[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = DATE_YEAR_FIRST, month = 1, number = 1;
    Date date = day("1900-01-01");
    assert_int_equal(date_weekday(date), MONDAY);
    enum weekday weekday = MONDAY;
    while (year <= DATE_YEAR_LAST) {
        int y, m, d;
        date_parts(date, &y, &m, &d);
        assert_true(y == year && m == month && d == number && date_weekday(date) == weekday);
        Date again;
        assert_true(date_of(year, month, number, &again) && date_equal(again, date));
        assert_true(date_read(date_iso(arena, date), &again) && date_equal(again, date));
        arena_reset(arena);
        bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        if (++number > months[month - 1] + (month == 2 && leap)) {
            number = 1;
            if (++month > 12) {
                month = 1;
                year++;
            }
        }
        weekday = (enum weekday)((weekday + 1) % 7);
        date = date_plus_days(date, 1);
    }
    arena_free(arena);
}

static void what_is_no_day_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"", "2026-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31", "1899-12-31", "2200-01-01",
        "2026-1-1", "2026/01/01", "2026-01-01 ", " 2026-01-01", "+026-01-01", "2026-01-0a", "20260101", "2026-01-011", "1900-02-29", "-026-01-01"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        Date date = {77};
        assert_false(date_read(text_of(wrong[i]), &date));
        assert_int_equal(date.days, 77);
    }
    for (int c = 0; c < 256; c++) {
        char iso[] = "2026-01-01";
        for (size_t i = 0; i < 10; i++) {
            char was = iso[i];
            iso[i] = (char)c;
            Date date;
            bool digit = c >= '0' && c <= '9';
            if (i == 4 || i == 7 ? c != '-' : !digit)
                assert_false(date_read((Text){iso, 10}, &date));
            iso[i] = was;
        }
    }
}

static void months_keep_the_day_or_take_the_last(void **state)
{
    (void)state;
    assert_day(date_plus_months(day("2026-11-30"), 3), "2027-02-28");
    assert_day(date_plus_months(day("2023-11-30"), 3), "2024-02-29");
    assert_day(date_plus_months(day("2026-01-31"), 1), "2026-02-28");
    assert_day(date_plus_months(day("2026-12-31"), 6), "2027-06-30");
    assert_day(date_plus_months(day("2024-02-29"), 24), "2026-02-28");
    assert_day(date_plus_months(day("2026-03-31"), -1), "2026-02-28");
    assert_day(date_plus_months(day("2026-01-15"), -13), "2024-12-15");
    assert_day(date_plus_months(day("2026-01-15"), 0), "2026-01-15");
}

static void ages(void **state)
{
    (void)state;
    assert_int_equal(date_age_years(day("2008-02-29"), day("2026-02-28")), 17);
    assert_int_equal(date_age_years(day("2008-02-29"), day("2026-03-01")), 18);
    assert_int_equal(date_age_years(day("2010-06-15"), day("2026-06-14")), 15);
    assert_int_equal(date_age_years(day("2010-06-15"), day("2026-06-15")), 16);
    assert_int_equal(date_age_years(day("2026-06-15"), day("2026-06-15")), 0);
    assert_int_equal(date_days_between(day("2026-02-28"), day("2026-03-01")), 1);
    assert_int_equal(date_days_between(day("2024-03-01"), day("2024-02-28")), -2);
    assert_true(date_is_none(DATE_NONE) && !date_is_none(day("1970-01-01")) && date_before(day("2026-01-01"), day("2026-01-02")));
}

static void words_of_days(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    Date date = day("2027-01-04");
    assert_string_equal(text_string(arena, date_long(arena, date)), "4 January 2027");
    assert_string_equal(text_string(arena, date_full(arena, date)), "Monday 4 January 2027");
    assert_string_equal(text_string(arena, date_short(arena, date)), "Mon 4 Jan");
    assert_true(text_is_empty(date_iso(arena, DATE_NONE)) && text_is_empty(date_long(arena, DATE_NONE)));
    assert_true(text_is_empty(date_full(arena, DATE_NONE)) && text_is_empty(date_short(arena, DATE_NONE)));
    assert_string_equal(text_string(arena, minutes_words(arena, 0)), "12:00am");
    assert_string_equal(text_string(arena, minutes_words(arena, 630)), "10:30am");
    assert_string_equal(text_string(arena, minutes_words(arena, 720)), "12:00pm");
    assert_string_equal(text_string(arena, minutes_words(arena, 1439)), "11:59pm");
    arena_free(arena);
}

/* Summer time begins and ends at 01:00 UTC on the last Sundays of March and October: 29 March and 25 October 2026. */
static void the_hour_in_london(void **state)
{
    (void)state;
    Instant before = {day("2026-03-29").days * DAY_US + HOUR_US - 1}, after = {before.us + 1};
    assert_int_equal(instant_london_minutes(before), 59);
    assert_int_equal(instant_london_minutes(after), 120);
    before.us = day("2026-10-25").days * DAY_US + HOUR_US - 1;
    after.us = before.us + 1;
    assert_int_equal(instant_london_minutes(before), 119);
    assert_int_equal(instant_london_minutes(after), 60);
    /* a summer evening: 23:30 UTC is the next day in London */
    Instant late = {day("2026-07-01").days * DAY_US + 23 * HOUR_US + 30 * MINUTE_US};
    assert_day(instant_london_date(late), "2026-07-02");
    /* the hour that comes twice is the first of the two; the hour that never comes is passed over */
    assert_int_equal(instant_of_london(day("2026-10-25"), 1, 30).us, day("2026-10-25").days * DAY_US + 30 * MINUTE_US);
    assert_int_equal(instant_london_minutes(instant_of_london(day("2026-03-29"), 1, 30)), 150);
    for (int32_t i = 0; i < 366; i++) {
        Date date = date_plus_days(day("2026-01-01"), i);
        for (int hour = 0; hour < 24; hour++) {
            Instant instant = instant_of_london(date, hour, 15);
            bool never = hour == 1 && date_equal(date, day("2026-03-29"));
            assert_true(date_equal(instant_london_date(instant), date));
            assert_int_equal(instant_london_minutes(instant), (never ? hour + 1 : hour) * 60 + 15);
        }
    }
}

static void words_of_instants(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    Instant instant = instant_of_london(day("2027-01-04"), 10, 30);
    assert_string_equal(text_string(arena, instant_words(arena, instant)), "4 January 2027 at 10:30am");
    assert_true(text_is_empty(instant_words(arena, INSTANT_NONE)));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_is_read_back),
        cmocka_unit_test(what_is_no_day_is_refused),
        cmocka_unit_test(months_keep_the_day_or_take_the_last),
        cmocka_unit_test(ages),
        cmocka_unit_test(words_of_days),
        cmocka_unit_test(the_hour_in_london),
        cmocka_unit_test(words_of_instants),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
