/* Why a day is the day: the working that stands under a date, counted day by day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "pages/parts/due_day_html.h"
#include "pages/parts/why_html.h"

static Date day(int year, int month, int number)
{
    Date date;
    assert_true(date_of(year, month, number, &date));
    return date;
}

static struct practice england(Arena *arena)
{
    struct practice_period *period = ARENA_NEW(arena, struct practice_period);
    *period = (struct practice_period){DATE_NONE, profile_named(T("england"))};
    return (struct practice){period, 1, &HOLIDAYS[ENGLAND_AND_WALES]};
}

static struct why_view why(Arena *arena, enum obligation_kind kind, Date start, Date due)
{
    struct practice practice = england(arena);
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
    assert_int_equal(view.calendar.weeks.count, 4);
    const struct why_day *start = &view.calendar.weeks.at[0].days.at[FRIDAY], *due = &view.calendar.weeks.at[3].days.at[WEDNESDAY];
    assert_true(start->start);
    assert_true(view.calendar.weeks.at[0].days.at[THURSDAY].out);
    assert_true(view.calendar.weeks.at[1].days.at[FRIDAY].hol);
    assert_int_equal(view.calendar.weeks.at[1].days.at[MONDAY].number, 1);
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
    assert_int_equal(view.calendar.weeks.count, 0);
    assert_true(text_contains(view.sentence, T("Saturday 9 January 2027. The last working day before it is Friday 8 January 2027.")));
    assert_true(text_contains(view.rule, T("3 months")));
    arena_free(arena);
}

/* A month that is too short gives its last day, and says so; a day that was set earlier is said. SE-07 */
static void test_short_months_and_earlier_days(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct why_view view = why(arena, OBLIGATION_KIND_FIRST_REVIEW, day(2026, 11, 30), day(2027, 2, 28));
    assert_true(text_contains(view.sentence, T("3 months later, the last day of a shorter month, is Sunday 28 February 2027.")));
    view = why(arena, OBLIGATION_KIND_FIRST_REVIEW, day(2026, 11, 30), day(2027, 2, 1));
    assert_true(text_contains(view.sentence, T("An earlier day was set: Monday 1 February 2027.")));
    arena_free(arena);
}

/* Counted back from what is booked: whole days lie between. SD-06 */
static void test_before(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct why_view view = why(arena, OBLIGATION_KIND_REPORTS_INITIAL, day(2026, 4, 9), day(2026, 4, 6));
    assert_true(text_contains(view.sentence, T("2 days must lie between, weekends included. So it is due by Monday 6 April 2026.")));
    assert_true(text_contains(view.sentence, T("The last working day before it is Thursday 2 April 2026.")));
    struct obligation_row row = {.number = 3, .unit = WORKING_DAYS, .before = true, .starts = EVENT_BIT(EVENT_CONFERENCE_BOOKED)};
    struct working working;
    (void)obligation_due(&row, day(2026, 4, 9), &HOLIDAYS[ENGLAND_AND_WALES], &working);
    struct why_calendar calendar = why_calendar_of(arena, &row, &working, true);
    assert_true(text_equal(calendar.caption, T("3 working days before Thursday 9 April 2026")));
    assert_int_equal(calendar.weeks.count, 2); /* from the Monday of the due day to the Sunday of the meeting */
    assert_true(calendar.weeks.at[0].days.at[WEDNESDAY].due && calendar.weeks.at[1].days.at[THURSDAY].start);
    assert_true(calendar.weeks.at[0].days.at[FRIDAY].hol && calendar.weeks.at[1].days.at[MONDAY].hol);
    assert_int_equal(calendar.weeks.at[1].days.at[WEDNESDAY].number, 1);
    arena_free(arena);
}

/* The day itself leads to the whole working, or has the short one beside it. */
static void test_due_day(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct practice practice = england(arena);
    const struct due_ref ref = {{4711}, OBLIGATION_KIND_FIRST_REVIEW, day(2026, 10, 9), day(2027, 1, 9)};
    struct due_day leads = due_day(arena, T("9 January 2027"), &ref), opens = due_day_short(arena, T("9 January 2027"), &ref, &practice, day(2027, 1, 5), T("review"));
    Text html = due_day_html_made(arena, &leads).text;
    assert_true(text_contains(html, T("<a class=\"due-day\" href=\"/child/4711/due/FIRST_REVIEW/2026-10-09\">9 January 2027")));
    html = due_day_html_made(arena, &opens).text;
    assert_true(text_contains(html, T("<details class=\"why due-why\"><summary>Why 9 January?")));
    assert_false(text_contains(html, T("/due/")));
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
        cmocka_unit_test(test_short_months_and_earlier_days),
        cmocka_unit_test(test_before),
        cmocka_unit_test(test_due_day),
        cmocka_unit_test(test_lateness_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
