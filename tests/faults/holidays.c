/* The Nth write, commit or lock fails, or memory runs out anywhere, while a holiday moves the dates of two children: all of them moved, and the holiday is there,
 * or nothing is. The tables are what the ledger makes, and the chains verify. */
#include "../acts/plan_setting.h"

#include "acts/people/holiday_added_act.h"
#include "store/fault.h"
#include "store/moved_sql.h"
#include "store/practice.h"

struct state {
    int64_t entries;
    size_t holidays, moved;
    Date due;
};

static struct state now(struct setting *s)
{
    struct state state = {0};
    struct practice practice;
    struct moved_of_rows rows;
    struct verify_report report;
    Arena *arena = arena_new(0);
    Read *read = world_read(&s->world, arena, s->worker, PLAN_DAY + 1);
    must(verify_store(read, &report));
    must(practice_read(read, &practice));
    state.entries = report.ledger.links;
    state.holidays = practice.holidays->count;
    for (size_t i = 0; i < 2; i++) {
        must(moved_of(read, s->family.children[i], OBLIGATION_KIND_FIRST_CORE_GROUP, on_day(0), &rows));
        state.moved += rows.count;
    }
    store_read_end(read);
    arena_free(arena);
    assert_true(verify_is_whole(&report));
    (void)due_state(s, s->family.children[1], OBLIGATION_KIND_FIRST_CORE_GROUP, &state.due);
    return state;
}

static Err try_one(struct setting *s, Arena *arena, Date day)
{
    struct act_result result;
    struct act_request request = world_request(PERSON_SYSTEM);
    WORLD_ACT(holiday_added, HOLIDAY_ADDED, act);
    request.now.us += (PLAN_DAY + 1) * DAY_US;
    act.day = day;
    act.name = T("Founders' Day");
    act.source = T("Invented for a test");
    return act_do(s->world.acts, &HOLIDAY_ADDED_ACT, &request, &act, arena, &result);
}

/* Each holiday that is kept is the day on which the core group is due: the next one moves it again. */
static bool all_or_nothing(struct setting *s, Arena *arena, enum fault fault, int64_t nth, bool *ret_happened)
{
    struct state before = now(s);
    if (nth > 0)
        fault_set(fault, nth);
    Err did = try_one(s, arena, before.due);
    *ret_happened = nth > 0 && fault_happened(fault);
    if (nth > 0)
        fault_set(fault, 0);
    struct state after = now(s);
    bool is_done = did.kind == OK;
    assert_int_equal(after.entries - before.entries, is_done);
    assert_int_equal(after.holidays - before.holidays, is_done);
    assert_int_equal(after.moved - before.moved, is_done ? 2 : 0);
    assert_int_equal(date_before(before.due, after.due), is_done);
    return is_done;
}

static void a_holiday_is_whole_or_not_there(void **state)
{
    struct setting *s = *state;
    for (int fault = 0; fault < FAULT_COUNT; fault++) {
        int failures = 0;
        bool happened = true;
        for (int64_t nth = 1; happened; nth++) {
            failures += !all_or_nothing(s, s->arena, (enum fault)fault, nth, &happened);
            assert_true(nth < 200);
        }
        assert_true(failures > 0);
    }
}

static void memory_runs_out_while_dates_move(void **state)
{
    struct setting *s = *state;
    bool done = false, happened;
    int failures = 0;
    for (size_t cap = 1; !done; cap += 2000) {
        Arena *arena = arena_new(cap);
        done = all_or_nothing(s, arena, 0, 0, &happened);
        failures += !done;
        arena_free(arena);
        assert_true(cap < 1000 * 1000);
    }
    assert_true(failures > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {CASE(a_holiday_is_whole_or_not_there), CASE(memory_runs_out_while_dates_move)};
    RUN_ON_BOTH(tests);
}
