/* A store to do acts in, for tests and benches. */
#ifndef TESTS_ACTS_WORLD_H
#define TESTS_ACTS_WORLD_H

#include <errno.h>
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

/* Each program's tests run on SQLite, and again on PostgreSQL when HEARTH_TEST_PG names a server by its postgres:// address. */
__attribute__((unused)) static bool on_postgres;

/* A schema of its own, emptied, on that server. */
__attribute__((unused)) static void world_on_postgres(struct world *world)
{
    static const struct design NOTHING = {.version = 1};
    const char *server = getenv("HEARTH_TEST_PG");
    char drop[100], create[100];
    const char *const statements[] = {drop, create};
    struct connection *connection;
    snprintf(drop, sizeof drop, "DROP SCHEMA IF EXISTS test_%s CASCADE", program_invocation_short_name);
    snprintf(create, sizeof create, "CREATE SCHEMA test_%s", program_invocation_short_name);
    must(ENGINE_POSTGRES.open(server, CONNECTION_MAKES, &NOTHING, &connection));
    must(ENGINE_POSTGRES.script(connection, statements, 2));
    ENGINE_POSTGRES.close(connection);
    snprintf(world->where, sizeof world->where, "%s%soptions=-csearch_path%%3Dtest_%s", server, strchr(server, '?') == NULL ? "?" : "&",
             program_invocation_short_name);
}

/* An empty store: a folder, or a PostgreSQL schema when on_postgres. */
__attribute__((unused)) static struct world world_new(void)
{
    struct world world = {.postgres = on_postgres};
    if (on_postgres) {
        world_on_postgres(&world);
    } else {
        snprintf(world.where, sizeof world.where, "%s/hearth-test-XXXXXX", getenv("TMPDIR") == NULL ? "/tmp" : getenv("TMPDIR"));
        assert_non_null(mkdtemp(world.where));
    }
    world_open_again(&world);
    return world;
}

/* Runs the group on SQLite, and again on PostgreSQL when there is one. */
#define RUN_ON_BOTH(tests)                                                                                             \
    do {                                                                                                               \
        int failed_ = cmocka_run_group_tests(tests, NULL, NULL);                                                       \
        on_postgres = getenv("HEARTH_TEST_PG") != NULL;                                                                \
        if (on_postgres)                                                                                               \
            failed_ += cmocka_run_group_tests_name("the same on PostgreSQL", tests, NULL, NULL);                       \
        return failed_;                                                                                                \
    } while (0)

/* Closes, and takes the folder away. */
__attribute__((unused)) static void world_end(struct world *world)
{
    world_close(world);
    if (!world->postgres) {
        char command[800];
        snprintf(command, sizeof command, "rm -rf '%s' '%s.key'", world->where, world->where);
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
