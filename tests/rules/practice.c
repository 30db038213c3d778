/* What is due under an authority's practice, held to the slow way of finding it (slowly.h) on histories of every kind: all profiles, each
 * pair of them with a change in between, rows made by chance, lives of a few events and of hundreds. */
#include "eval.h"
#include "slowly.h"

enum { EVENTS_MOST = 1000, DUE_MOST = 40000, ROUNDS = 4000, CHANCE_ROWS = 12 };

static struct happening events[EVENTS_MOST];
static struct obligation due[DUE_MOST], slow[DUE_MOST];
static uint32_t chance_now = 1;

/* From 0 to below `most`, the same in every run. */
static uint32_t chance(uint32_t most)
{
    chance_now = chance_now * 1664525 + 1013904223;
    return (chance_now >> 12) % most;
}

/* Any events on any of so many days: many on one day when there are few. */
static size_t any_history(size_t count, uint32_t days, Date first)
{
    for (size_t i = 0; i < count; i++)
        events[i] = (struct happening){(enum event)chance(EVENT_COUNT), date_plus_days(first, (int32_t)chance(days))};
    return count;
}

/* More like a life: events of a plan, mostly in order, some recorded late, conferences booked for days to come. */
static size_t life(size_t count, Date first)
{
    static const enum event usual[] = {EVENT_VISIT,         EVENT_VISIT,          EVENT_VISIT,        EVENT_VISIT_NOT_SEEN, EVENT_CORE_GROUP,
                                       EVENT_CORE_GROUP,    EVENT_REVIEW_BOOKED,  EVENT_REPORTS_SHARED, EVENT_REVIEW_CONFERENCE, EVENT_DECISION_SENT,
                                       EVENT_NOTES_SENT,    EVENT_PLAN_STARTED,   EVENT_PLAN_ENDED,   EVENT_ENQUIRY_STARTED, EVENT_CONFERENCE_BOOKED,
                                       EVENT_INITIAL_CONFERENCE, EVENT_CONFERENCE_INQUORATE, EVENT_STRATEGY_DISCUSSION, EVENT_SENIOR_REVIEW};
    Date day = first;
    for (size_t i = 0; i < count; i++) {
        enum event event = usual[chance(sizeof usual / sizeof usual[0])];
        day = date_plus_days(day, (int32_t)chance(12));
        int32_t moved = event == EVENT_REVIEW_BOOKED || event == EVENT_CONFERENCE_BOOKED ? (int32_t)chance(20) : chance(6) == 0 ? -(int32_t)chance(15) : 0;
        events[i] = (struct happening){event, date_plus_days(day, moved)};
    }
    return count;
}

static bool same(const struct obligation *a, const struct obligation *b)
{
    return a->profile == b->profile && a->row == b->row && date_equal(a->start, b->start) && date_equal(a->due, b->due) &&
           date_equal(a->warn, b->warn) && date_equal(a->met, b->met) && a->met_by == b->met_by && date_equal(a->stopped, b->stopped) &&
           a->stopped_by == b->stopped_by && a->state == b->state && a->beyond == b->beyond;
}

static void compare(const struct practice *practice, size_t count, Date today, int round)
{
    size_t found = practice_obligations(practice, events, count, today, due, DUE_MOST);
    size_t slowly = slowly_due_of(practice, events, count, today, slow);
    assert_true(slowly <= DUE_MOST);
    if (found != slowly)
        fail_msg("round %d: %zu obligations, the slow way %zu", round, found, slowly);
    for (size_t i = 0; i < found; i++) {
        if (!same(&due[i], &slow[i]))
            fail_msg("round %d: %s from day %d: %s, the slow way %s from day %d: %s", round, obligation_kind_code(due[i].row->kind), due[i].start.days,
                     obligation_state_code(due[i].state), obligation_kind_code(slow[i].row->kind), slow[i].start.days,
                     obligation_state_code(slow[i].state));
    }
}

static void compare_any(const struct practice *practice, int round)
{
    Date first = date_plus_days(day("2025-06-01"), (int32_t)chance(300));
    size_t few = chance(70);
    size_t count = round % 3 == 0 ? any_history(few, 1 + chance(40), first) : round % 3 == 1 ? any_history(few, 700, first) : life(few, first);
    compare(practice, count, date_plus_days(first, (int32_t)chance(800)), round);
}

static void every_profile_and_every_change(void **state)
{
    (void)state;
    int rounds = ROUNDS / (int)(PROFILE_COUNT * PROFILE_COUNT) + 20;
    for (size_t p = 0; p < PROFILE_COUNT; p++) {
        for (size_t q = 0; q < PROFILE_COUNT; q++) {
            for (int round = 0; round < rounds; round++) {
                Date began = round % 2 == 0 ? DATE_NONE : day("2025-07-15"); /* what came before is the first profile's all the same */
                struct practice_period periods[] = {{began, PROFILES[p]}, {date_plus_days(day("2025-08-01"), (int32_t)chance(400)), PROFILES[q]}};
                struct practice practice = {periods, 1 + (size_t)(round % 4 != 0), &HOLIDAYS[PROFILES[q]->division]};
                compare_any(&practice, round);
            }
        }
    }
}

/* Rows that no profile has: any sets, units and conditions. */
static uint64_t any_set(void)
{
    uint64_t set = 0;
    for (uint32_t i = 1 + chance(4); i > 0; i--)
        set |= EVENT_BIT(1 + chance(EVENT_COUNT - 1));
    return set;
}

static void rows_made_by_chance(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct obligation_row rows[CHANCE_ROWS];
        for (size_t i = 0; i < CHANCE_ROWS; i++) {
            Date since = date_plus_days(day("2025-01-01"), (int32_t)chance(300));
            rows[i] = (struct obligation_row){.kind = OBLIGATION_KIND_VISIT, .starts = any_set(), .ends = any_set(), .stops = any_set(),
                                              .only_while = chance(3) == 0 ? (enum event)(1 + chance(EVENT_COUNT - 1)) : EVENT_NONE,
                                              .number = 1 + (int)chance(20), .unit = (enum due_unit)chance(4), .before = chance(4) == 0,
                                              .near = chance(4) == 0, .warn_days = (int)chance(30), .since = since,
                                              .until = chance(3) == 0 ? date_plus_days(since, (int32_t)chance(500)) : DATE_NONE};
        }
        struct profile profile = {.rows = rows, .count = CHANCE_ROWS};
        struct practice_period periods[] = {{DATE_NONE, &profile}, {day("2025-10-01"), &profile}, {day("2026-01-01"), &profile}};
        struct practice practice = {periods, 1 + (size_t)(round % 3), &HOLIDAYS[round % DIVISION_COUNT]};
        compare_any(&practice, round);
    }
}

/* More events than one word of marks holds, and counts that just fill one. */
static void long_lives(void **state)
{
    (void)state;
    static const size_t counts[] = {63, 64, 65, 127, 128, 129, 192, 400, EVENTS_MOST};
    for (size_t p = 0; p < PROFILE_COUNT; p++) {
        for (size_t c = 0; c < sizeof counts / sizeof counts[0]; c++) {
            struct practice_period periods[] = {{DATE_NONE, PROFILES[p]}, {day("2024-06-01"), PROFILES[0]}};
            struct practice practice = {periods, 2, &HOLIDAYS[PROFILES[p]->division]};
            compare(&practice, any_history(counts[c], 2000, day("2022-01-01")), day("2026-01-01"), (int)counts[c]);
            compare(&practice, life(counts[c], day("2022-01-01")), day("2026-01-01"), (int)counts[c]);
        }
    }
}

static void too_many_events_are_refused(void **state)
{
    (void)state;
    static struct happening many[HAPPENINGS_MOST + 1];
    for (size_t i = 0; i <= HAPPENINGS_MOST; i++)
        many[i] = (struct happening){i % 2 == 0 ? EVENT_PLAN_STARTED : EVENT_VISIT, date_plus_days(day("2025-01-01"), (int32_t)(HAPPENINGS_MOST - i))};
    struct practice_period england = {DATE_NONE, profile_named(T("england"))};
    struct practice practice = {&england, 1, &HOLIDAYS[ENGLAND_AND_WALES]};
    assert_true(practice_obligations(&practice, many, HAPPENINGS_MOST + 1, day("2026-01-01"), due, DUE_MOST) == SIZE_MAX);
    assert_true(obligations_of(england.profile, practice.holidays, STARTS_EVER, many, HAPPENINGS_MOST + 1, day("2026-01-01"), due, DUE_MOST) == SIZE_MAX);
    size_t found = practice_obligations(&practice, many, HAPPENINGS_MOST, day("2026-01-01"), due, DUE_MOST);
    assert_true(found > HAPPENINGS_MOST && found < DUE_MOST);
    assert_int_equal(practice_obligations(&practice, many, 0, day("2026-01-01"), due, DUE_MOST), 0);
}

/* What is due before a birth is met, or stopped by it, also when the child comes early; its condition is what was recorded with it. */
static void before_a_birth(void **state)
{
    (void)state;
    struct obligation_row row = {.kind = OBLIGATION_KIND_PRE_BIRTH_CONFERENCE, .starts = EVENT_BIT(EVENT_BIRTH_EXPECTED),
                                 .ends = EVENT_BIT(EVENT_PRE_BIRTH_CONFERENCE), .stops = EVENT_BIT(EVENT_BORN), .only_while = EVENT_CONCERN_RAISED,
                                 .number = 12, .unit = WEEKS, .before = true, .since = day("2020-01-01"), .until = DATE_NONE};
    struct profile profile = {.rows = &row, .count = 1};
    struct practice_period period = {DATE_NONE, &profile};
    struct practice practice = {&period, 1, &HOLIDAYS[SCOTLAND]};
    struct happening story[] = {{EVENT_BIRTH_EXPECTED, day("2026-07-15")},     {EVENT_CONCERN_RAISED, day("2026-02-02")},
                                {EVENT_PRE_BIRTH_CONFERENCE, day("2026-04-15")}, {EVENT_BORN, day("2026-07-03")}};
    struct obligation o;
    assert_int_equal(practice_obligations(&practice, story, 1, day("2026-03-01"), &o, 1), 0); /* no concern yet */
    assert_int_equal(practice_obligations(&practice, story, 2, day("2026-03-01"), &o, 1), 1);
    assert_true(o.state == OBLIGATION_STATE_WAITING && date_equal(o.due, day("2026-04-22")));
    assert_int_equal(practice_obligations(&practice, story, 4, day("2026-08-01"), &o, 1), 1);
    assert_true(o.state == OBLIGATION_STATE_MET && o.met_by == EVENT_PRE_BIRTH_CONFERENCE && date_is_none(o.stopped));
    story[2] = (struct happening){EVENT_BORN, day("2026-04-10")};
    assert_int_equal(practice_obligations(&practice, story, 3, day("2026-08-01"), &o, 1), 1);
    assert_true(o.state == OBLIGATION_STATE_NOT_NEEDED && o.stopped_by == EVENT_BORN);
    story[2].date = day("2026-05-05");
    assert_int_equal(practice_obligations(&practice, story, 3, day("2026-08-01"), &o, 1), 1);
    assert_true(o.state == OBLIGATION_STATE_MISSED && o.stopped_by == EVENT_BORN);
}

/* What began on the day of a change began under the new profile; before the first period, under the first. */
static void the_profile_of_the_day(void **state)
{
    (void)state;
    struct obligation_row old_row = {.kind = OBLIGATION_KIND_VISIT, .since = day("2020-01-01"), .until = DATE_NONE}, new_row = old_row;
    struct profile old = {.rows = &old_row, .count = 1}, new = {.rows = &new_row, .count = 1}, none = {.count = 0};
    struct practice_period periods[] = {{day("2024-04-01"), &old}, {day("2026-04-01"), &new}, {day("2027-04-01"), &none}};
    struct practice practice = {periods, 3, &HOLIDAYS[SCOTLAND]};
    assert_ptr_equal(practice_on(&practice, day("2019-05-01")), &old);
    assert_ptr_equal(practice_on(&practice, day("2026-03-31")), &old);
    assert_ptr_equal(practice_on(&practice, day("2026-04-01")), &new);
    assert_ptr_equal(practice_on(&practice, day("2030-04-01")), &none);
    assert_ptr_equal(practice_row(&practice, OBLIGATION_KIND_VISIT, day("2026-03-31")), &old_row);
    assert_ptr_equal(practice_row(&practice, OBLIGATION_KIND_VISIT, day("2026-04-01")), &new_row);
    assert_null(practice_row(&practice, OBLIGATION_KIND_VISIT, day("2019-12-31"))); /* before the row held */
    assert_null(practice_row(&practice, OBLIGATION_KIND_ASSESSMENT, day("2026-04-01")));
    assert_null(practice_row(&practice, OBLIGATION_KIND_VISIT, day("2027-04-01")));
    new_row.until = day("2026-09-01");
    assert_null(practice_row(&practice, OBLIGATION_KIND_VISIT, day("2026-09-01")));
    assert_ptr_equal(practice_row(&practice, OBLIGATION_KIND_VISIT, day("2026-08-31")), &new_row);
}

/* With less room the first ones are written, over the periods; the count is of all. */
static void too_little_room_is_counted_not_written(void **state)
{
    (void)state;
    const struct profile *england = profile_named(T("england"));
    struct practice_period periods[] = {{DATE_NONE, england}, {day("2025-12-01"), england}};
    struct practice practice = {periods, 2, &HOLIDAYS[ENGLAND_AND_WALES]};
    size_t count = life(60, day("2025-06-01"));
    size_t all = practice_obligations(&practice, events, count, day("2026-01-01"), slow, DUE_MOST);
    assert_true(all > 20);
    for (size_t room = 0; room <= all; room++) {
        memset(due, 0, sizeof due[0] * (all + 1));
        assert_int_equal(practice_obligations(&practice, events, count, day("2026-01-01"), room == 0 ? NULL : due, room), all);
        for (size_t i = 0; i < room; i++)
            assert_true(same(&due[i], &slow[i]));
        assert_null(due[room].row);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_profile_and_every_change),
        cmocka_unit_test(rows_made_by_chance),
        cmocka_unit_test(long_lives),
        cmocka_unit_test(too_many_events_are_refused),
        cmocka_unit_test(before_a_birth),
        cmocka_unit_test(the_profile_of_the_day),
        cmocka_unit_test(too_little_room_is_counted_not_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
