/* What holds for every limit, whatever a profile says: for each day of the loaded years, in all three divisions. SE-02 SE-07 SC-15 SD-06 */
#include "eval.h"

#include "rules/practice.h"

/* The limits of all profiles, each once, and some that none has yet. */
enum { LIMITS_MOST = 200 };
static struct obligation_row limits[LIMITS_MOST];
static size_t limit_count;

static void note(int number, enum due_unit unit, bool before)
{
    for (size_t i = 0; i < limit_count; i++) {
        if (limits[i].number == number && limits[i].unit == unit && limits[i].before == before)
            return;
    }
    assert_true(limit_count < LIMITS_MOST);
    limits[limit_count++] = (struct obligation_row){.number = number, .unit = unit, .before = before};
}

static int note_limits(void **state)
{
    (void)state;
    for (size_t p = 0; p < PROFILE_COUNT; p++) {
        for (size_t i = 0; i < PROFILES[p]->count; i++)
            note(PROFILES[p]->rows[i].number, PROFILES[p]->rows[i].unit, PROFILES[p]->rows[i].before);
    }
    for (int unit = WORKING_DAYS; unit <= MONTHS; unit++) {
        note(1, (enum due_unit)unit, false);
        note(3, (enum due_unit)unit, true);
        note(12, (enum due_unit)unit, true);
    }
    return 0;
}

/* For each start of the loaded years in each division. */
#define EVERY_DAY(d, start)                                                                                                                 \
    for (int d = 0; d < DIVISION_COUNT; d++)                                                                                               \
        for (Date start = HOLIDAYS[d].known_from; !date_before(HOLIDAYS[d].known_to, start); start = date_plus_days(start, 1))

static Date due_in(int division, const struct obligation_row *row, Date start) { return obligation_due(row, start, &HOLIDAYS[division], NULL); }

/* After an event a limit is due later than it; before one, earlier. */
static void a_limit_lies_on_its_side(void **state)
{
    (void)state;
    for (size_t i = 0; i < limit_count; i++) {
        EVERY_DAY(d, start)
        {
            Date due = due_in(d, &limits[i], start);
            assert_true(limits[i].before ? date_before(due, start) : date_before(start, due));
        }
    }
}

/* Who starts a day later is never asked for it a day earlier. */
static void a_later_start_is_never_due_earlier(void **state)
{
    (void)state;
    for (size_t i = 0; i < limit_count; i++) {
        EVERY_DAY(d, start)
        assert_false(date_before(due_in(d, &limits[i], date_plus_days(start, 1)), due_in(d, &limits[i], start)));
    }
}

/* Tightening never loosens: after an event a smaller number is always earlier, before one a larger number is. */
static void tightening_never_loosens(void **state)
{
    (void)state;
    static const int most[] = {[WORKING_DAYS] = 46, [DAYS] = 62, [WEEKS] = 14, [MONTHS] = 25};
    for (int unit = WORKING_DAYS; unit <= MONTHS; unit++) {
        for (int number = 2; number <= most[unit]; number++) {
            struct obligation_row tight = {.number = number - 1, .unit = (enum due_unit)unit}, loose = {.number = number, .unit = (enum due_unit)unit};
            struct obligation_row late = tight, early = loose;
            late.before = early.before = true;
            EVERY_DAY(d, start)
            {
                assert_true(date_before(due_in(d, &tight, start), due_in(d, &loose, start)));
                assert_true(date_before(due_in(d, &early, start), due_in(d, &late, start)));
            }
        }
    }
}

/* Limits in different units can be compared, day by day: that is how a local limit is held to a statutory one. */
static void units_compare(void **state)
{
    (void)state;
    static const struct obligation_row days = {.number = 14, .unit = DAYS}, weeks = {.number = 2, .unit = WEEKS},
                                       working = {.number = 10, .unit = WORKING_DAYS}, month = {.number = 1, .unit = MONTHS},
                                       five_weeks = {.number = 5, .unit = WEEKS};
    EVERY_DAY(d, start)
    {
        assert_true(date_equal(due_in(d, &days, start), due_in(d, &weeks, start)));
        /* ten working days from a weekday are two weeks, and more where a holiday lies between */
        if (date_weekday(start) < SATURDAY)
            assert_false(date_before(due_in(d, &working, start), due_in(d, &weeks, start)));
        assert_true(date_before(due_in(d, &month, start), due_in(d, &five_weeks, start)));
    }
}

/* Product, Must show: adding a holiday never makes a date earlier. Before an event it is the other way: never later. By calendar units
 * nothing moves. One working day of each month of the loaded years is added in turn. */
static void an_added_holiday_never_takes_time_away(void **state)
{
    (void)state;
    static struct holiday room[1000];
    struct holidays with;
    for (int d = 0; d < DIVISION_COUNT; d++) {
        const struct holidays *base = &HOLIDAYS[d];
        assert_true(base->count < 1000);
        for (Date month = base->known_from; date_before(month, base->known_to); month = date_plus_months(month, 1)) {
            struct holiday added = {working_days_from(base, month, 7, NULL), "A proclaimed day"};
            holidays_with(base, &added, 1, room, &with);
            assert_int_equal(with.count, base->count + 1);
            bool moved = false;
            /* what lies further away than the longest limit in working days isn't touched, and is asked below */
            for (Date start = date_plus_days(added.date, -100); date_before(start, date_plus_days(added.date, 100)); start = date_plus_days(start, 1)) {
                for (size_t i = 0; i < limit_count; i++) {
                    Date was = obligation_due(&limits[i], start, base, NULL), is = obligation_due(&limits[i], start, &with, NULL);
                    assert_false(limits[i].before ? date_before(was, is) : date_before(is, was));
                    assert_true(limits[i].unit == WORKING_DAYS || date_equal(was, is));
                    moved |= !date_equal(was, is);
                }
            }
            assert_true(moved);
        }
    }
}

/* Every start of the loaded years, with a day added in each of them. */
static void added_holidays_never_take_time_away(void **state)
{
    (void)state;
    static struct holiday added[100], room[1000];
    struct holidays with;
    for (int d = 0; d < DIVISION_COUNT; d++) {
        size_t count = 0;
        for (Date date = HOLIDAYS[d].known_from; date_before(date, HOLIDAYS[d].known_to); date = date_plus_days(date, 97))
            added[count++] = (struct holiday){date, "A proclaimed day"};
        assert_true(count <= 100 && HOLIDAYS[d].count + count <= 1000);
        holidays_with(&HOLIDAYS[d], added, count, room, &with);
        for (size_t i = 0; i < limit_count; i++) {
            for (Date start = with.known_from; !date_before(with.known_to, start); start = date_plus_days(start, 1)) {
                Date was = due_in(d, &limits[i], start), is = obligation_due(&limits[i], start, &with, NULL);
                assert_false(limits[i].before ? date_before(was, is) : date_before(is, was));
            }
        }
    }
}

/* 'n days before' leave n whole days between; 'n working days before' n whole working days, and the due day is one. */
static void whole_days_lie_between(void **state)
{
    (void)state;
    for (int n = 1; n <= 10; n++) {
        struct obligation_row days = {.number = n, .unit = DAYS, .before = true}, working = {.number = n, .unit = WORKING_DAYS, .before = true};
        EVERY_DAY(d, start)
        {
            assert_int_equal(date_days_between(due_in(d, &days, start), start), n + 1);
            Date due = due_in(d, &working, start);
            int between = 0;
            for (Date date = date_plus_days(due, 1); date_before(date, start); date = date_plus_days(date, 1))
                between += is_working_day(&HOLIDAYS[d], date);
            assert_int_equal(between, n);
            assert_true(is_working_day(&HOLIDAYS[d], due));
        }
    }
}

/* Weeks go to the same weekday; months to the same day number or the last day of a shorter month; both ways. */
static void weeks_and_months_name_their_day(void **state)
{
    (void)state;
    for (int n = 1; n <= 24; n++) {
        for (int before = 0; before <= 1; before++) {
            struct obligation_row weeks = {.number = n, .unit = WEEKS, .before = before}, months = {.number = n, .unit = MONTHS, .before = before};
            int sign = before ? -1 : 1;
            EVERY_DAY(d, start)
            {
                assert_int_equal(date_days_between(start, due_in(d, &weeks, start)), sign * 7 * n);
                int y, m, number, due_y, due_m, due_number, next_m;
                Date due = due_in(d, &months, start);
                date_parts(start, &y, &m, &number);
                date_parts(due, &due_y, &due_m, &due_number);
                assert_int_equal(due_y * 12 + due_m, y * 12 + m + sign * n);
                date_parts(date_plus_days(due, 1), &y, &next_m, &m);
                assert_true(due_number == number || (due_number < number && next_m != due_m));
            }
        }
    }
}

/* What every year has: the turn of the year, the end of February, ends of months. */
static void every_year_turns(void **state)
{
    (void)state;
    static const struct obligation_row day_after = {.number = 1, .unit = WORKING_DAYS}, three_months = {.number = 3, .unit = MONTHS},
                                       two_days = {.number = 2, .unit = DAYS, .before = true};
    for (int d = 0; d < DIVISION_COUNT; d++) {
        for (int year = HOLIDAYS[d].year_first; year < HOLIDAYS[d].year_last; year++) {
            Date eve = DATE_NONE, new_year = DATE_NONE, november = DATE_NONE, march = DATE_NONE, may = DATE_NONE;
            assert_true(date_of(year, 12, 31, &eve) && date_of(year + 1, 1, 1, &new_year) && date_of(year, 11, 30, &november));
            assert_true(date_of(year, 3, 1, &march) && date_of(year, 5, 31, &may));
            /* New Year's Day or its substitute is nobody's working day, nor 2 January Scotland's */
            Date due = due_in(d, &day_after, eve);
            assert_true(date_before(new_year, due));
            assert_true(date_days_between(eve, due) <= (d == SCOTLAND ? 5 : 4));
            assert_true(date_equal(due_in(d, &two_days, date_plus_days(new_year, 1)), date_plus_days(eve, -1)));
            /* 30 November and three months: the last day of February, of 28 or 29 */
            bool leap = (year + 1) % 4 == 0;
            due = due_in(d, &three_months, november);
            assert_int_equal(date_days_between(november, due), leap ? 91 : 90);
            /* two whole days before 1 March */
            due = due_in(d, &two_days, march);
            int y, m, number;
            date_parts(due, &y, &m, &number);
            assert_true(m == 2 && number == (year % 4 == 0 ? 27 : 26));
            /* 31 May and three months: 31 August */
            assert_int_equal(date_days_between(may, due_in(d, &three_months, may)), 92);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_limit_lies_on_its_side),
        cmocka_unit_test(a_later_start_is_never_due_earlier),
        cmocka_unit_test(tightening_never_loosens),
        cmocka_unit_test(units_compare),
        cmocka_unit_test(an_added_holiday_never_takes_time_away),
        cmocka_unit_test(added_holidays_never_take_time_away),
        cmocka_unit_test(whole_days_lie_between),
        cmocka_unit_test(weeks_and_months_name_their_day),
        cmocka_unit_test(every_year_turns),
    };
    return cmocka_run_group_tests(tests, note_limits, NULL);
}
