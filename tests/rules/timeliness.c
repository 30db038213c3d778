/* What is said of limits that were due: sums, percent, median. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "rules/timeliness.h"

static struct timeliness counts(int64_t met, int64_t met_late, int64_t late, int64_t missed, int64_t not_needed, int64_t waiting)
{
    struct timeliness of = {{0}};
    of.cases[OBLIGATION_STATE_MET] = met;
    of.cases[OBLIGATION_STATE_MET_LATE] = met_late;
    of.cases[OBLIGATION_STATE_LATE] = late;
    of.cases[OBLIGATION_STATE_MISSED] = missed;
    of.cases[OBLIGATION_STATE_NOT_NEEDED] = not_needed;
    of.cases[OBLIGATION_STATE_WAITING] = waiting;
    return of;
}

static void sums_leave_out_what_cannot_be_judged(void **state)
{
    (void)state;
    struct timeliness of = counts(4, 2, 1, 1, 7, 9);
    assert_int_equal(timeliness_due(&of), 24);
    assert_int_equal(timeliness_judged(&of), 8);
}

static int percent_of(int64_t met, int64_t late)
{
    struct timeliness of = counts(met, late, 0, 0, 3, 3);
    int percent = -1;
    return timeliness_percent(&of, &percent) ? percent : -1;
}

/* Rounded, but everything and nothing are said only where they are true; below five nothing is. */
static void percent_is_honest(void **state)
{
    (void)state;
    assert_int_equal(percent_of(0, 0), -1);
    assert_int_equal(percent_of(4, 0), -1);
    assert_int_equal(percent_of(5, 0), 100);
    assert_int_equal(percent_of(0, 5), 0);
    assert_int_equal(percent_of(4, 1), 80);
    assert_int_equal(percent_of(5, 1), 83);
    assert_int_equal(percent_of(1, 5), 17);
    assert_int_equal(percent_of(1, 7), 13); /* 12.5 */
    assert_int_equal(percent_of(999, 1), 99);
    assert_int_equal(percent_of(1, 999), 1);
}

static void the_median_is_the_middle_case(void **state)
{
    (void)state;
    struct days_late odd[] = {{9, 1}, {2, 1}, {4, 1}}, even[] = {{7, 1}, {4, 2}, {1, 1}, {30, 2}}, many[] = {{50, 2}, {1, 97}, {3, 0}}, half[] = {{2, 3}, {5, 3}};
    assert_int_equal(days_late_median_twice(odd, 3), 8);
    assert_int_equal(odd[0].days, 2);
    assert_int_equal(days_late_median_twice(even, 4), 4 + 7);
    assert_int_equal(days_late_median_twice(many, 3), 2);
    assert_int_equal(days_late_median_twice(half, 2), 2 + 5);
    assert_int_equal(days_late_median_twice(NULL, 0), 0);
    struct days_late none[] = {{4, 0}};
    assert_int_equal(days_late_median_twice(none, 1), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_leave_out_what_cannot_be_judged),
        cmocka_unit_test(percent_is_honest),
        cmocka_unit_test(the_median_is_the_middle_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
