/* What is due when (obligations.eval), how limits stand (histories.eval), and what holds for all of them. SE-02 SE-07 SB-14 SC-15 SD-06 SD-11 */
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

enum { HISTORY_EVENTS = 64, HISTORY_DUE = 256 };

struct history {
    struct happening events[HISTORY_EVENTS];
    size_t count, due;
    struct obligation obligations[HISTORY_DUE];
    bool seen[HISTORY_DUE];
    uint64_t kinds; /* those named */
};

static void history_done(const struct eval *eval, const struct history *history)
{
    for (size_t i = 0; i < history->due; i++) {
        enum obligation_kind kind = history->obligations[i].row->kind;
        if ((history->kinds & (UINT64_C(1) << kind)) != 0 && !history->seen[i])
            eval_fail(eval, "the history before has one more %s", obligation_kind_code(kind));
    }
}

static void expect_obligation(const struct eval *eval, struct history *history)
{
    bool none = text_equal_string(eval_word(eval, 0), "none");
    enum obligation_kind kind;
    if (!obligation_kind_of(eval_word(eval, none ? 1 : 0), &kind))
        eval_fail(eval, "no such kind");
    history->kinds |= UINT64_C(1) << kind;
    if (none)
        return;
    Date start = eval_date(eval, 1), due = eval_date(eval, 2);
    enum obligation_state state;
    if (!obligation_state_of(eval_word(eval, 3), &state))
        eval_fail(eval, "no such state");
    for (size_t i = 0; i < history->due; i++) {
        struct obligation *o = &history->obligations[i];
        if (o->row->kind != kind || !date_equal(o->start, start) || history->seen[i])
            continue;
        history->seen[i] = true;
        Arena *arena = eval->arena;
        if (!date_equal(o->due, due) || o->state != state)
            eval_fail(eval, "due %s, %s", text_string(arena, date_iso(arena, o->due)), obligation_state_code(o->state));
        return;
    }
    eval_fail(eval, "there is no such obligation");
}

static void limits_chain_and_stop(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct eval eval = eval_open(arena, "histories.eval");
    const struct profile *england = profile_named(T("england"));
    assert_non_null(england);
    struct history history = {.count = 0};
    while (eval_next(&eval)) {
        Text first = eval_word(&eval, 0);
        Date date;
        if (text_equal_string(first, "history")) {
            history_done(&eval, &history);
            history = (struct history){.count = 0};
        } else if (text_equal_string(first, "today")) {
            history.due = obligations_of(england, ENGLAND, STARTS_EVER, history.events, history.count, eval_date(&eval, 1), history.obligations, HISTORY_DUE);
            assert_true(history.due <= HISTORY_DUE);
        } else if (date_read(first, &date)) {
            assert_true(history.count < HISTORY_EVENTS);
            struct happening *event = &history.events[history.count++];
            event->date = date;
            if (!event_of(eval_word(&eval, 1), &event->event))
                eval_fail(&eval, "no such event");
        } else {
            expect_obligation(&eval, &history);
        }
    }
    history_done(&eval, &history);
    arena_free(arena);
}

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
    assert_false(working.beyond);
}

static void dates_beyond_the_loaded_years_are_flagged(void **state)
{
    (void)state;
    struct working working;
    working_days_from(ENGLAND, day("2028-12-20"), 15, &working);
    assert_true(working.beyond);
    working_days_from(ENGLAND, day("2019-12-31"), 1, &working);
    assert_true(working.beyond);
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
}

/* For every start of five years and each count: the due day is a working day, exactly n of them lie after the start, a later start is
 * never due earlier, and counting back leads to the start's own working day. */
static void counting_holds_for_every_day(void **state)
{
    (void)state;
    Date first = day("2022-01-01"), last = day("2026-12-31");
    static const int counts[] = {1, 2, 5, 10, 15, 45};
    for (size_t c = 0; c < sizeof counts / sizeof counts[0]; c++) {
        Date before = DATE_NONE;
        for (Date start = first; !date_before(last, start); start = date_plus_days(start, 1)) {
            int n = counts[c], between = 0;
            Date due = working_days_from(ENGLAND, start, n, NULL);
            for (Date date = date_plus_days(start, 1); !date_before(due, date); date = date_plus_days(date, 1))
                between += is_working_day(ENGLAND, date);
            assert_int_equal(between, n);
            assert_true(is_working_day(ENGLAND, due));
            assert_true(date_is_none(before) || !date_before(due, before));
            before = due;
            if (is_working_day(ENGLAND, start))
                assert_true(date_equal(working_days_from(ENGLAND, due, -n, NULL), start));
        }
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
    };
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        for (int d = 0; d < DIVISION_COUNT; d++) {
            if (is_working_day(&HOLIDAYS[d], day(days[i].date)) != days[i].works[d])
                fail_msg("%s in division %d", days[i].date, d);
        }
    }
}

/* A limit can be counted before an event in working days too: whole working days lie between, and the due day is one. */
static void working_days_before_an_event(void **state)
{
    (void)state;
    struct obligation_row row = {.number = 3, .unit = WORKING_DAYS, .before = true};
    Date conference = day("2026-04-09");
    struct working working;
    assert_true(date_equal(obligation_due(&row, conference, ENGLAND, &working), day("2026-04-01")));
    row.unit = WEEKS;
    row.number = 1;
    assert_true(date_equal(obligation_due(&row, conference, ENGLAND, &working), day("2026-04-01")));
    row.unit = MONTHS;
    assert_true(date_equal(obligation_due(&row, conference, ENGLAND, &working), day("2026-03-08")));
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
        cmocka_unit_test(limits_chain_and_stop),
        cmocka_unit_test(a_working_names_each_day),
        cmocka_unit_test(dates_beyond_the_loaded_years_are_flagged),
        cmocka_unit_test(counting_holds_for_every_day),
        cmocka_unit_test(divisions_differ),
        cmocka_unit_test(working_days_before_an_event),
        cmocka_unit_test(months_tell_the_last_working_day),
        cmocka_unit_test(too_little_room_is_counted_not_written),
        cmocka_unit_test(kind_and_start_name_one_obligation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
