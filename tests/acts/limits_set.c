/* Time limits that an authority sets itself: stricter than the law or as it likes where there is none, for what begins from then on, until another profile holds.
 * SE-02 SE-07 SB-14 SC-15 */
#include "plan_setting.h"

#include "acts/people/limit_set_act.h"
#include "acts/people/profile_changed_act.h"
#include "store/ledger_sql.h"
#include "store/limit_sql.h"
#include "store/moved_sql.h"

static struct limit_set limit_act(enum obligation_kind kind, int number, enum limit_unit unit, Date since)
{
    WORLD_ACT(limit_set, LIMIT_SET, act);
    act.kind = kind;
    act.number = number;
    act.unit = unit;
    act.since = since;
    act.source = T("Partnership, minutes of 8 April 2026");
    return act;
}

static void set(struct setting *s, enum obligation_kind kind, int number, enum limit_unit unit, int since)
{
    struct limit_set act = limit_act(kind, number, unit, on_day(since));
    world_do(&s->world, s->arena, &LIMIT_SET_ACT, PERSON_SYSTEM, 0, PLAN_DAY + 1, &act);
}

static void is_refused(struct setting *s, struct limit_set act, const char *field, const char *sentence)
{
    struct act_result result = {0};
    assert_int_equal(world_try(&s->world, s->arena, &LIMIT_SET_ACT, PERSON_SYSTEM, 0, PLAN_DAY + 1, &act, &result).kind, NOT_VALID);
    if (!has_problem(&result, field, sentence))
        fail_msg("'%s' was not said, but '%.*s'", sentence, TEXT_ARGS(result.problems.at[0].sentence));
}

static void change_profile(struct setting *s, const char *name, int since, int on)
{
    WORLD_ACT(profile_changed, PROFILE_CHANGED, act);
    act.profile = text_of(name);
    act.since = on_day(since);
    act.why = T("The partnership decided it");
    world_do(&s->world, s->arena, &PROFILE_CHANGED_ACT, PERSON_SYSTEM, 0, PLAN_DAY + on, &act);
}

static const struct obligation_row *row_on(struct setting *s, enum obligation_kind kind, int day)
{
    struct practice practice = practice_now(s);
    return practice_row(&practice, kind, on_day(day));
}

static size_t limits_in_the_record(struct setting *s)
{
    struct limits_set_rows rows;
    Read *read = reading(s, s->worker, 1);
    must(limits_set(read, &rows));
    store_read_end(read);
    return rows.count;
}

/* The visit that waited keeps its day; the next one counts by the authority's own limit, under the same profile, and says whose it is. */
static void what_begins_after_counts_by_it(void **state)
{
    struct setting *s = *state;
    set(s, OBLIGATION_KIND_VISIT, 5, LIMIT_UNIT_WORKING_DAYS, 2);
    assert_true(date_equal(limit(s, s->family.children[0], OBLIGATION_KIND_VISIT, on_day(0)).due, the(2026, 4, 23)));
    visit(s, 5, 2); /* Tuesday 14 April */
    struct case_obligations next = limit(s, s->family.children[0], OBLIGATION_KIND_VISIT, on_day(5));
    assert_true(date_equal(next.due, the(2026, 4, 21)));
    assert_true(text_equal_string(next.profile, "england"));
    assert_true(date_equal(limit(s, s->family.children[0], OBLIGATION_KIND_VISIT, on_day(0)).due, the(2026, 4, 23)));
    assert_int_equal(limit(s, s->family.children[0], OBLIGATION_KIND_VISIT, on_day(0)).state, OBLIGATION_STATE_MET);
    const struct obligation_row *own = row_on(s, OBLIGATION_KIND_VISIT, 5), *law = obligation_row_on(profile_named(T("england")), OBLIGATION_KIND_VISIT, on_day(5));
    assert_string_equal(own->source, "Partnership, minutes of 8 April 2026");
    assert_true(date_equal(own->since, on_day(2)) && !own->statutory && !own->lead);
    assert_int_equal(own->starts, law->starts);
    assert_int_equal(own->ends, law->ends);
    assert_int_equal(own->stops, law->stops);
    assert_ptr_equal(row_on(s, OBLIGATION_KIND_VISIT, 1), law); /* the days before are as they were */
    struct practice practice = practice_now(s);
    assert_ptr_equal(practice_on(&practice, on_day(1)), profile_named(T("england")));
    assert_ptr_equal(limit_beneath(practice_on(&practice, on_day(5)), OBLIGATION_KIND_VISIT, on_day(5)), law);
    assert_null(limit_beneath(practice_on(&practice, on_day(5)), OBLIGATION_KIND_FIRST_CORE_GROUP, on_day(5)));
}

/* The sentence stands beside the number; nothing is written. As strict in another unit is no loosening. */
static void what_the_law_says_is_never_loosened(void **state)
{
    struct setting *s = *state;
    struct chain_head before, after;
    struct act_result result = {0};
    Read *read = reading(s, s->worker, 1);
    must(ledger_head(read, &before));
    store_read_end(read);
    struct limit_set act = limit_act(OBLIGATION_KIND_FIRST_CORE_GROUP, 15, LIMIT_UNIT_WORKING_DAYS, on_day(2));
    assert_int_equal(world_try(&s->world, s->arena, &LIMIT_SET_ACT, PERSON_SYSTEM, 0, PLAN_DAY + 1, &act, &result).kind, NOT_VALID);
    assert_int_equal(result.problems.count, 1);
    assert_true(text_equal_string(result.problems.at[0].field, "number"));
    assert_true(text_equal_string(result.problems.at[0].sentence,
                                  "15 working days would loosen the 10 working days that are statutory in England: started on 11 April 2026 it would be due on "
                                  "1 May 2026, not by 24 April 2026. You may make this limit stricter, not looser."));
    is_refused(s, limit_act(OBLIGATION_KIND_FIRST_CORE_GROUP, 15, LIMIT_UNIT_DAYS, on_day(2)), "number", "15 days would loosen");
    is_refused(s, limit_act(OBLIGATION_KIND_FIRST_CORE_GROUP, 1, LIMIT_UNIT_MONTHS, on_day(2)), "number", "1 month would loosen");
    is_refused(s, limit_act(OBLIGATION_KIND_REFERRAL_DECISION, 2, LIMIT_UNIT_WORKING_DAYS, on_day(2)), "number", "the 1 working day that is statutory in England");
    is_refused(s, limit_act(OBLIGATION_KIND_NEXT_REVIEW, 27, LIMIT_UNIT_WEEKS, on_day(2)), "number", "6 months");
    read = reading(s, s->worker, 1);
    must(ledger_head(read, &after));
    store_read_end(read);
    assert_int_equal(before.number, after.number);
    assert_int_equal(limits_in_the_record(s), 0);
    set(s, OBLIGATION_KIND_FIRST_CORE_GROUP, 2, LIMIT_UNIT_WEEKS, 2);
    set(s, OBLIGATION_KIND_NEXT_REVIEW, 5, LIMIT_UNIT_MONTHS, 2);
    assert_int_equal(row_on(s, OBLIGATION_KIND_FIRST_CORE_GROUP, 2)->unit, WEEKS);
    assert_int_equal(row_on(s, OBLIGATION_KIND_NEXT_REVIEW, 2)->number, 5);
}

static void what_is_local_is_set_either_way(void **state)
{
    struct setting *s = *state;
    set(s, OBLIGATION_KIND_VISIT, 20, LIMIT_UNIT_WORKING_DAYS, 2);
    assert_int_equal(row_on(s, OBLIGATION_KIND_VISIT, 3)->number, 20);
    set(s, OBLIGATION_KIND_VISIT, 2, LIMIT_UNIT_WORKING_DAYS, 3);
    assert_int_equal(row_on(s, OBLIGATION_KIND_VISIT, 2)->number, 20);
    assert_int_equal(row_on(s, OBLIGATION_KIND_VISIT, 3)->number, 2);
    assert_int_equal(row_on(s, OBLIGATION_KIND_VISIT, 3)->warn_days, 1); /* a warning before the start would be none */
    set(s, OBLIGATION_KIND_VISIT, 4, LIMIT_UNIT_WORKING_DAYS, 3); /* decided anew for the same day */
    assert_int_equal(row_on(s, OBLIGATION_KIND_VISIT, 3)->number, 4);
    assert_int_equal(limits_in_the_record(s), 2);
}

/* One goes back by setting what the profile says; where that holds there is nothing to set. */
static void back_to_the_profiles(void **state)
{
    struct setting *s = *state;
    const struct obligation_row *law = row_on(s, OBLIGATION_KIND_FIRST_CORE_GROUP, 4);
    is_refused(s, limit_act(OBLIGATION_KIND_FIRST_CORE_GROUP, 10, LIMIT_UNIT_WORKING_DAYS, on_day(2)), "number", "holds already on that day");
    set(s, OBLIGATION_KIND_FIRST_CORE_GROUP, 8, LIMIT_UNIT_WORKING_DAYS, 2);
    is_refused(s, limit_act(OBLIGATION_KIND_FIRST_CORE_GROUP, 8, LIMIT_UNIT_WORKING_DAYS, on_day(3)), "number", "holds already on that day");
    set(s, OBLIGATION_KIND_FIRST_CORE_GROUP, 10, LIMIT_UNIT_WORKING_DAYS, 4);
    assert_int_equal(row_on(s, OBLIGATION_KIND_FIRST_CORE_GROUP, 3)->number, 8);
    const struct obligation_row *back = row_on(s, OBLIGATION_KIND_FIRST_CORE_GROUP, 4);
    assert_true(back->number == 10 && back->statutory && date_equal(back->since, law->since));
    assert_string_equal(back->source, law->source);
    is_refused(s, limit_act(OBLIGATION_KIND_FIRST_CORE_GROUP, 10, LIMIT_UNIT_WORKING_DAYS, on_day(5)), "number", "holds already on that day");
}

static void what_makes_no_sense_is_refused(void **state)
{
    struct setting *s = *state;
    struct act_result result = {0};
    is_refused(s, limit_act(OBLIGATION_KIND_RECONVENE, 5, LIMIT_UNIT_DAYS, on_day(2)), "kind", "have none of that kind");
    is_refused(s, limit_act(OBLIGATION_KIND_VISIT, 5, LIMIT_UNIT_DAYS, on_day(0)), "since", "today or later");
    is_refused(s, limit_act(OBLIGATION_KIND_VISIT, 5, LIMIT_UNIT_DAYS, on_day(1000)), "since", "within two years");
    is_refused(s, limit_act(OBLIGATION_KIND_VISIT, 101, LIMIT_UNIT_WORKING_DAYS, on_day(2)), "number", "more than 100 working days");
    struct limit_set act = limit_act(OBLIGATION_KIND_VISIT, 5, LIMIT_UNIT_DAYS, on_day(2));
    assert_int_equal(world_try(&s->world, s->arena, &LIMIT_SET_ACT, s->worker, 0, PLAN_DAY + 1, &act, &result).kind, NOT_ALLOWED);
    assert_int_equal(world_try(&s->world, s->arena, &LIMIT_SET_ACT, s->manager, 0, PLAN_DAY + 1, &act, &result).kind, NOT_ALLOWED);
    assert_int_equal(limits_in_the_record(s), 0);
}

/* Another profile ends it, and one that was planned after is left out; taken back before it begins, the limits go on. */
static void a_change_of_profile_ends_it(void **state)
{
    struct setting *s = *state;
    set(s, OBLIGATION_KIND_VISIT, 5, LIMIT_UNIT_WORKING_DAYS, 2);
    set(s, OBLIGATION_KIND_VISIT, 4, LIMIT_UNIT_WORKING_DAYS, 6);
    change_profile(s, "SB", 4, 1);
    const struct obligation_row *other = obligation_row_on(profile_named(T("SB")), OBLIGATION_KIND_VISIT, on_day(4));
    assert_int_equal(row_on(s, OBLIGATION_KIND_VISIT, 3)->number, 5);
    assert_ptr_equal(row_on(s, OBLIGATION_KIND_VISIT, 4), other);
    assert_ptr_equal(row_on(s, OBLIGATION_KIND_VISIT, 6), other);
    /* the profile that is laid over is SB now, and the law beneath is still England's */
    is_refused(s, limit_act(OBLIGATION_KIND_FIRST_CORE_GROUP, 15, LIMIT_UNIT_WORKING_DAYS, on_day(5)), "number", "statutory in England");
    set(s, OBLIGATION_KIND_VISIT, 3, LIMIT_UNIT_WORKING_DAYS, 5);
    assert_int_equal(row_on(s, OBLIGATION_KIND_VISIT, 7)->number, 3);
    struct practice practice = practice_now(s);
    assert_string_equal(practice_on(&practice, on_day(7))->name, "SB");
    WORLD_ACT(profile_changed, PROFILE_CHANGED, again);
    again.profile = T("SB");
    again.since = on_day(6);
    again.why = T("Twice");
    struct act_result result = {0};
    assert_int_equal(world_try(&s->world, s->arena, &PROFILE_CHANGED_ACT, PERSON_SYSTEM, 0, PLAN_DAY + 1, &again, &result).kind, NOT_VALID);
    assert_true(has_problem(&result, "profile", "hold on that day already"));
    change_profile(s, "england", 4, 1);
    assert_int_equal(row_on(s, OBLIGATION_KIND_VISIT, 4)->number, 5);
    assert_int_equal(row_on(s, OBLIGATION_KIND_VISIT, 5)->number, 5); /* that of SB says nothing now */
    assert_int_equal(row_on(s, OBLIGATION_KIND_VISIT, 6)->number, 4);
}

/* Reports are due two days before a conference that is booked already; now five: the day moves, and says why. */
static void what_is_booked_is_counted_anew(void **state)
{
    (void)state;
    struct world_case in = {0};
    struct moved_of_rows rows;
    world_case_open(&in, "Ada Ben");
    world_case_at_risk(&in);
    (void)world_called(&in, CONFERENCE_KIND_INITIAL, 9, 25);
    world_chair(&in, 9);
    world_booked(&in, 10, 25); /* Tuesday 14 April 2026 */
    struct limit_set act = limit_act(OBLIGATION_KIND_REPORTS_INITIAL, 5, LIMIT_UNIT_DAYS, the(2026, 4, 10));
    world_do(&in.world, in.arena, &LIMIT_SET_ACT, PERSON_SYSTEM, 0, 11, &act);
    Read *read = world_read(&in.world, in.arena, in.worker, 11);
    must(moved_of(read, in.family.children[0], OBLIGATION_KIND_REPORTS_INITIAL, the(2026, 4, 14), &rows));
    store_read_end(read);
    assert_int_equal(rows.count, 1);
    assert_true(date_equal(rows.at[0].was, the(2026, 4, 11)) && date_equal(rows.at[0].now, the(2026, 4, 8)));
    assert_int_equal(rows.at[0].why, MOVED_WHY_LIMIT_SET);
    world_whole(&in.world, in.arena);
    world_case_end(&in);
}

/* Rows of one kind that follow each other, several limits on a day, and a limit from before the first period. */
static void limits_are_laid_over_every_row(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    const struct obligation_row rows[] = {
        {.kind = OBLIGATION_KIND_VISIT, .number = 10, .unit = DAYS, .warn_days = 3, .statutory = true, .since = the(2020, 1, 1), .until = the(2026, 6, 1), .source = "a"},
        {.kind = OBLIGATION_KIND_ASSESSMENT, .number = 45, .unit = WORKING_DAYS, .lead = true, .warn_days = 28, .since = the(2020, 1, 1), .until = DATE_NONE, .source = "b"},
        {.kind = OBLIGATION_KIND_VISIT, .number = 8, .unit = DAYS, .warn_days = 3, .since = the(2026, 6, 1), .until = DATE_NONE, .source = "c"},
        {.kind = OBLIGATION_KIND_REPORTS_REVIEW, .number = 2, .unit = DAYS, .before = true, .warn_days = 3, .since = the(2020, 1, 1), .until = DATE_NONE, .source = "d"},
    };
    const struct profile profile = {.name = "of-a-test", .title = "Of a test", .like = "", .rows = rows, .count = 4};
    struct practice_period periods[] = {{the(2026, 1, 1), &profile}, {the(2026, 9, 1), &profile}};
    const struct own_limit limits[] = {
        {the(2025, 1, 1), OBLIGATION_KIND_ASSESSMENT, 2, WEEKS, T("of-a-test"), T("early")},
        {the(2026, 5, 1), OBLIGATION_KIND_VISIT, 8, DAYS, T("of-a-test"), T("own")},
        {the(2026, 5, 1), OBLIGATION_KIND_REPORTS_REVIEW, 1, MONTHS, T("of-a-test"), T("own")},
        {the(2026, 7, 1), OBLIGATION_KIND_VISIT, 3, DAYS, T("another"), T("of another profile")},
        {the(2026, 10, 1), OBLIGATION_KIND_ASSESSMENT, 1, MONTHS, T("of-a-test"), T("late")},
    };
    const struct own_limits none = {NULL, 0}, all = {limits, 5};
    size_t count;
    assert_ptr_equal(periods_with_limits(arena, periods, 2, &none, &count), periods);
    assert_int_equal(count, 2);
    struct practice practice = {.holidays = &HOLIDAYS[ENGLAND_AND_WALES]};
    practice.periods = periods_with_limits(arena, periods, 2, &all, &practice.count);
    assert_int_equal(practice.count, 4); /* January, May, September, October */
    assert_true(date_equal(practice.periods[1].since, the(2026, 5, 1)) && date_equal(practice.periods[3].since, the(2026, 10, 1)));
    const struct obligation_row *row = practice_row(&practice, OBLIGATION_KIND_ASSESSMENT, the(2026, 2, 1));
    assert_true(row->number == 2 && row->unit == WEEKS && !row->lead && row->warn_days == 13 && date_equal(row->since, the(2025, 1, 1)));
    row = practice_row(&practice, OBLIGATION_KIND_ASSESSMENT, the(2026, 12, 1));
    assert_true(row->number == 1 && row->unit == MONTHS && row->warn_days == 27);
    row = practice_row(&practice, OBLIGATION_KIND_VISIT, the(2026, 5, 2));
    assert_true(row->number == 8 && !row->statutory && date_equal(row->until, the(2026, 6, 1)));
    assert_string_equal(practice_row(&practice, OBLIGATION_KIND_VISIT, the(2026, 7, 2))->source, "c"); /* the profile says the same from June on */
    assert_true(practice_row(&practice, OBLIGATION_KIND_VISIT, the(2026, 4, 30))->statutory);
    row = practice_row(&practice, OBLIGATION_KIND_REPORTS_REVIEW, the(2026, 10, 2));
    assert_true(row->before && row->unit == MONTHS && row->warn_days == 3); /* nothing lies between the warning and a start to come */
    assert_null(limit_by_law(practice_on(&practice, the(2026, 10, 2)), OBLIGATION_KIND_VISIT, the(2026, 10, 2), &(const struct profile *){NULL}));
    for (int unit = LIMIT_UNIT_WORKING_DAYS; unit < LIMIT_UNIT_COUNT; unit++)
        assert_int_equal(due_unit_of((enum limit_unit)unit), unit - 1);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(what_begins_after_counts_by_it),
        CASE(what_the_law_says_is_never_loosened),
        CASE(what_is_local_is_set_either_way),
        CASE(back_to_the_profiles),
        CASE(what_makes_no_sense_is_refused),
        CASE(a_change_of_profile_ends_it),
        cmocka_unit_test(what_is_booked_is_counted_anew),
        cmocka_unit_test(limits_are_laid_over_every_row),
    };
    RUN_ON_BOTH(tests);
}
