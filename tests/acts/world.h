/* A store to do acts in, on SQLite or, when HEARTH_TEST_PG names a database, on PostgreSQL: for tests and benches. */
#ifndef TESTS_ACTS_WORLD_H
#define TESTS_ACTS_WORLD_H

#include <stdarg.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "acts/act.h"
#include "acts/people/worker_added_act.h"
#include "acts/replay.h"
#include "base/clock.h"
#include "base/random.h"

struct world {
    char where[300]; /* folder or conninfo */
    bool postgres;
    Store *store;
    struct acts *acts;
};

#define WORLD_AUTHORITY ((AuthorityId){1})
#define WORLD_DAY ((Instant){INT64_C(1774000000) * SECOND_US}) /* 20 March 2026 */

__attribute__((unused)) static void must(Err got)
{
    if (got.kind != OK) {
        fprintf(stderr, "%s: %s\n", err_kind_name(got.kind), got.why);
        fail();
    }
}

__attribute__((unused)) static void world_close(struct world *world)
{
    acts_close(world->acts);
    store_close(world->store);
    world->acts = NULL;
    world->store = NULL;
}

__attribute__((unused)) static void world_open_again(struct world *world)
{
    must(store_open(world->where, &world->store));
    must(acts_open(world->store, &world->acts));
}

/* An empty folder, or PostgreSQL database whose old tables are dropped. */
__attribute__((unused)) static struct world world_new(const char *postgres)
{
    struct world world = {.postgres = postgres != NULL};
    if (postgres != NULL) {
        char command[700];
        snprintf(world.where, sizeof world.where, "%s", postgres);
        snprintf(command, sizeof command, "psql -q -d '%s' -c 'DROP SCHEMA public CASCADE; CREATE SCHEMA public' 2>/dev/null", postgres);
        assert_int_equal(system(command), 0);
    } else {
        snprintf(world.where, sizeof world.where, "%s/hearth-test-XXXXXX", getenv("TMPDIR") == NULL ? "/tmp" : getenv("TMPDIR"));
        assert_non_null(mkdtemp(world.where));
    }
    world_open_again(&world);
    return world;
}

/* Closes, and takes the folder away. */
__attribute__((unused)) static void world_end(struct world *world)
{
    world_close(world);
    if (!world->postgres) {
        char command[400];
        snprintf(command, sizeof command, "rm -rf '%s'", world->where);
        assert_int_equal(system(command), 0);
    }
}

__attribute__((unused)) static struct act_request world_request(PersonId actor)
{
    return (struct act_request){.authority = WORLD_AUTHORITY, .actor = actor, .now = WORLD_DAY, .answer = T("/people")};
}

/* A new account, asked for by the service itself. */
__attribute__((unused)) static struct worker_added world_worker(const char *given, enum duty duty)
{
    struct worker_added act;
    fields_clear(WORKER_ADDED_ACT.fields, WORKER_ADDED_ACT.field_count, &act);
    act.given = text_of(given);
    act.family_name = T("Larkfield-Osei");
    act.duty = duty;
    act.job = T("invented for a test");
    (void)date_of(2026, 3, 1, &act.begins);
    return act;
}

__attribute__((unused)) static PersonId world_add_worker(struct world *world, Arena *arena, const char *given, enum duty duty)
{
    struct worker_added act = world_worker(given, duty);
    struct act_request request = world_request(PERSON_SYSTEM);
    struct act_result result;
    must(act_do(world->acts, &WORKER_ADDED_ACT, &request, &act, arena, &result));
    return act.worker;
}

#endif
