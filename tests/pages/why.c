/* Why a day is the day: the working that stands under a date, counted day by day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "pages/parts/why_html.h"

static Date day(int year, int month, int number)
{
    Date date;
    assert_true(date_of(year, month, number, &date));
    return date;
}

static struct why_view why(Arena *arena, enum obligation_kind kind, Date start, Date due)
{
    const struct practice_period period = {DATE_NONE, profile_named(T("england"))};
    const struct practice practice = {&period, 1, &HOLIDAYS[ENGLAND_AND_WALES]};
    return why_of(arena, &practice, kind, start, due, day(2027, 1, 5), T("for Ellis"));
}

/* Ten working days over Christmas: the count skips weekends and names each holiday. */
static void test_working_days(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct why_view view = why(arena, OBLIGATION_KIND_FIRST_CORE_GROUP, day(2026, 12, 18), day(2027, 1, 6));
    assert_true(text_equal(view.summary, T("Why 6 January?")));
    assert_true(text_contains(view.sentence, T("Christmas Day (Fri 25 Dec)")));
    assert_int_equal(view.weeks.count, 4);
    const struct why_day *start = &view.weeks.at[0].days.at[FRIDAY], *due = &view.weeks.at[3].days.at[WEDNESDAY];
    assert_true(start->start);
    assert_true(view.weeks.at[0].days.at[THURSDAY].out);
    assert_true(view.weeks.at[1].days.at[FRIDAY].hol);
    assert_int_equal(view.weeks.at[1].days.at[MONDAY].number, 1);
    assert_true(due->due && due->in_time);
    assert_int_equal(due->number, 10);
    Text html = why_html_made(arena, &view).text;
    assert_true(text_contains(html, T("<caption>10 working days from Friday 18 December 2026</caption>")));
    assert_true(text_contains(html, T("class=\"due due--ok\"")));
    arena_free(arena);
}

/* Months are a sentence; a day on which offices are shut names the last working day before it. */
static void test_months(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct why_view view = why(arena, OBLIGATION_KIND_FIRST_REVIEW, day(2026, 10, 9), day(2027, 1, 9));
    assert_int_equal(view.weeks.count, 0);
    assert_true(text_contains(view.sentence, T("Saturday 9 January 2027. The last working day before it is Friday 8 January 2027.")));
    assert_true(text_contains(view.rule, T("3 months")));
    arena_free(arena);
}

static void test_lateness_in_words(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    static const struct {
        int due;
        const char *words, *look;
    } rows[] = {{3, "2 days late", "late"}, {4, "1 day late", "late"}, {5, "today", "wait"}, {6, "tomorrow", "wait"}, {7, "in 2 days", "wait"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct status_tag tag = due_tag(arena, day(2027, 1, rows[i].due), day(2027, 1, 5));
        assert_true(text_equal_string(tag.words, rows[i].words));
        assert_true(text_equal_string(tag.look, rows[i].look));
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_working_days),
        cmocka_unit_test(test_months),
        cmocka_unit_test(test_lateness_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
