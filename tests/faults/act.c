/* The Nth write, commit, lock or allocation fails, N = 1, 2, 3 …: afterwards the record is wholly as before or wholly as after, and the
 * chains verify. Nobody was told that something was done that wasn't. */
#include "../acts/world.h"

#include <pthread.h>

#include "store/fault.h"

struct setting {
    struct world world;
    Arena *arena;
};

static int set_up(void **state)
{
    struct setting *setting = calloc(1, sizeof *setting);
    setting->world = world_new();
    setting->arena = arena_new(0);
    world_add_worker(&setting->world, setting->arena, "Ash", DUTY_ADMINISTRATOR);
    *state = setting;
    return 0;
}

static int take_down(void **state)
{
    struct setting *setting = *state;
    for (int fault = 0; fault < FAULT_COUNT; fault++)
        fault_set((enum fault)fault, 0);
    world_end(&setting->world);
    arena_free(setting->arena);
    free(setting);
    return 0;
}

/* How many entries and looks there are; everything verifies. */
struct counts {
    int64_t entries, looks;
};
static struct counts whole(struct setting *setting)
{
    Read *read;
    struct verify_report report;
    Arena *arena = arena_new(0);
    must(store_read_begin(setting->world.store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(verify_store(read, &report));
    store_read_end(read);
    arena_free(arena);
    if (!verify_is_whole(&report))
        fail_msg("ledger %lld '%s', looks %lld '%s', apply %lld, table %s", (long long)report.ledger.bad, report.ledger.why,
                 (long long)report.looks.bad, report.looks.why, (long long)report.bad_apply, report.table == NULL ? "" : report.table);
    return (struct counts){report.ledger.links, report.looks.links};
}

static Err do_act(struct setting *setting, Arena *arena, struct act_result *ret_result)
{
    struct worker_added act = world_worker("Briar", DUTY_CHAIR);
    struct act_request request = world_request((PersonId){1025});
    act.manager = (PersonId){1025};
    return act_do(setting->world.acts, &WORKER_ADDED_ACT, &request, &act, arena, ret_result);
}

static Err do_look(struct setting *setting, Arena *arena)
{
    ChildId children[] = {{5001}, {5002}};
    struct look look = {.at = WORLD_DAY, .authority = WORLD_AUTHORITY, .actor = {1025}, .duty = T("CHAIR"), .route = T("CHILD"),
                        .children = {children, 2}};
    return acts_look(setting->world.acts, arena, &look);
}

static void wholly_before_or_wholly_after(void **state)
{
    struct setting *setting = *state;
    for (int fault = 0; fault < FAULT_COUNT; fault++) {
        bool happened = true;
        int64_t failures = 0;
        for (int64_t nth = 1; happened; nth++) {
            struct counts before = whole(setting);
            struct act_result result;
            fault_set((enum fault)fault, nth);
            Err did = do_act(setting, setting->arena, &result), looked = do_look(setting, setting->arena);
            happened = fault_happened((enum fault)fault);
            fault_set((enum fault)fault, 0);
            struct counts after = whole(setting);
            assert_int_equal(after.entries - before.entries, did.kind == OK);
            assert_int_equal(after.looks - before.looks, looked.kind == OK);
            assert_int_equal(result.number.n, did.kind == OK ? after.entries : 0);
            failures += (did.kind != OK) + (looked.kind != OK);
            assert_true(nth < 100);
            arena_reset(setting->arena);
        }
        assert_true(failures > 1);
    }
}

/* Memory runs out at any point: the act ends BROKEN and leaves nothing, or is done. */
static void memory_runs_out_anywhere(void **state)
{
    struct setting *setting = *state;
    bool done = false, failed = false;
    for (size_t cap = 1; !done; cap += 400) {
        struct counts before = whole(setting);
        struct act_result result;
        Arena *arena = arena_new(cap);
        Err did = do_act(setting, arena, &result);
        arena_free(arena);
        struct counts after = whole(setting);
        assert_int_equal(after.entries - before.entries, did.kind == OK);
        if (did.kind != OK)
            assert_int_equal(did.kind, BROKEN);
        failed |= did.kind != OK;
        done = did.kind == OK;
        assert_true(cap < 1000 * 1000);
    }
    assert_true(failed);
}

enum { THREADS = 8, TIMES = 12 };

struct busy {
    struct setting *setting;
    int64_t acts, looks; /* acknowledged */
};

static void *be_busy(void *at)
{
    struct busy *busy = at;
    Arena *arena = arena_new(0);
    for (int i = 0; i < TIMES; i++) {
        struct act_result result;
        busy->acts += do_act(busy->setting, arena, &result).kind == OK;
        busy->looks += do_look(busy->setting, arena).kind == OK;
        arena_reset(arena);
    }
    arena_free(arena);
    return NULL;
}

/* A batch that dies takes everyone in it along, and nobody else: what was acknowledged is what is there. */
static void a_batch_that_dies_is_acknowledged_to_nobody(void **state)
{
    struct setting *setting = *state;
    for (int fault = 0; fault < FAULT_COUNT; fault++) {
        for (int64_t nth = 1; nth <= 5; nth += 2) {
            struct counts before = whole(setting);
            pthread_t threads[THREADS];
            struct busy busy[THREADS] = {0};
            int64_t acts = 0, looks = 0;
            fault_set((enum fault)fault, nth);
            for (int i = 0; i < THREADS; i++) {
                busy[i].setting = setting;
                assert_int_equal(pthread_create(&threads[i], NULL, be_busy, &busy[i]), 0);
            }
            for (int i = 0; i < THREADS; i++) {
                pthread_join(threads[i], NULL);
                acts += busy[i].acts;
                looks += busy[i].looks;
            }
            assert_true(fault_happened((enum fault)fault));
            struct counts after = whole(setting);
            assert_int_equal(after.entries - before.entries, acts);
            assert_int_equal(after.looks - before.looks, looks);
            assert_true(acts + looks < 2 * THREADS * TIMES);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(wholly_before_or_wholly_after, set_up, take_down),
        cmocka_unit_test_setup_teardown(memory_runs_out_anywhere, set_up, take_down),
        cmocka_unit_test_setup_teardown(a_batch_that_dies_is_acknowledged_to_nobody, set_up, take_down),
    };
    RUN_ON_BOTH(tests);
}
