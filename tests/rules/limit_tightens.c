/* A limit of an authority's own comes no later than the law's, on any day on which both are in force: the first on which it would is named. SE-02 SE-07 */
#include "eval.h"

#include "rules/limit_tightens.h"

static const struct holidays *const ENGLAND = &HOLIDAYS[ENGLAND_AND_WALES];

static struct obligation_row row_of(int number, enum due_unit unit, const char *since, const char *until)
{
    return (struct obligation_row){.number = number, .unit = unit, .since = day(since), .until = until == NULL ? DATE_NONE : day(until)};
}

static void what_is_as_strict_is_no_loosening(void **state)
{
    (void)state;
    struct limit_loosened day = {.start = DATE_NONE};
    const struct obligation_row law = row_of(10, WORKING_DAYS, "2013-04-15", NULL);
    const struct obligation_row as_strict[] = {
        row_of(10, WORKING_DAYS, "2013-04-15", NULL), row_of(8, WORKING_DAYS, "2020-01-01", NULL),
        row_of(14, DAYS, "2020-01-01", NULL), row_of(2, WEEKS, "2020-01-01", NULL),
    };
    for (size_t i = 0; i < sizeof as_strict / sizeof *as_strict; i++)
        assert_false(limit_loosens(&as_strict[i], &law, ENGLAND, &day));
    assert_true(date_is_none(day.start));
}

static void the_first_looser_day_is_named(void **state)
{
    (void)state;
    struct limit_loosened found;
    const struct obligation_row law = row_of(10, WORKING_DAYS, "2013-04-15", NULL), own = row_of(15, WORKING_DAYS, "2026-04-11", NULL);
    assert_true(limit_loosens(&own, &law, ENGLAND, &found));
    assert_true(date_equal(found.start, day("2026-04-11")) && date_equal(found.own, day("2026-05-01")) && date_equal(found.allowed, day("2026-04-24")));
    /* fifteen days: not from a Saturday, when they end on a weekend; from the Sunday */
    const struct obligation_row days = row_of(15, DAYS, "2026-09-05", NULL);
    assert_true(limit_loosens(&days, &law, ENGLAND, &found));
    assert_true(date_equal(found.start, day("2026-09-06")) && date_equal(found.own, day("2026-09-21")) && date_equal(found.allowed, day("2026-09-18")));
}

/* Before its day, after its end, and while the law asks for nothing, a row loosens nothing. */
static void only_while_both_are_in_force(void **state)
{
    (void)state;
    struct limit_loosened found;
    const struct obligation_row law = row_of(10, WORKING_DAYS, "2013-04-15", "2026-01-01");
    const struct obligation_row later = row_of(15, WORKING_DAYS, "2026-01-01", NULL), across = row_of(15, WORKING_DAYS, "2025-12-31", NULL);
    assert_false(limit_loosens(&later, &law, ENGLAND, &found));
    assert_true(limit_loosens(&across, &law, ENGLAND, &found));
    assert_true(date_equal(found.start, day("2025-12-31")));
    const struct obligation_row ended = row_of(15, WORKING_DAYS, "2010-01-01", "2013-04-15");
    assert_false(limit_loosens(&ended, &law, ENGLAND, &found));
}

/* What counts back from a meeting is looser when it leaves fewer days. */
static void back_from_a_meeting(void **state)
{
    (void)state;
    struct limit_loosened found;
    struct obligation_row law = row_of(5, DAYS, "2020-01-01", NULL), more = row_of(6, DAYS, "2020-01-01", NULL), fewer = row_of(2, DAYS, "2020-01-01", NULL);
    law.before = more.before = fewer.before = true;
    assert_false(limit_loosens(&more, &law, ENGLAND, &found));
    assert_true(limit_loosens(&fewer, &law, ENGLAND, &found));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_as_strict_is_no_loosening),
        cmocka_unit_test(the_first_looser_day_is_named),
        cmocka_unit_test(only_while_both_are_in_force),
        cmocka_unit_test(back_from_a_meeting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
