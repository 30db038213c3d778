/* Somebody with the file in their hands changes the record: verifying finds the first link that is not as it was written, and says why.
 * The hand is a raw connection whose triggers were dropped first: what only the chain can find. */
#include "../acts/world.h"

#include <sqlite3.h>

enum { LINKS = 12 };

static struct world world;
static Arena *arena;

/* A store with LINKS entries and LINKS looks, each about two children. */
static int set_up(void **state)
{
    (void)state;
    arena = arena_new(0);
    world = world_new();
    for (int i = 0; i < LINKS; i++) {
        char name[20];
        snprintf(name, sizeof name, "Robin %d", i);
        world_add_worker(&world, arena, name, DUTY_CHAIR);
        ChildId children[] = {{5001}, {5002 + i}};
        struct look look = {.at = WORLD_DAY, .authority = WORLD_AUTHORITY, .actor = {1025}, .duty = T("CHAIR"), .route = T("CHILD"),
                            .family = {6001}, .children = {children, 2}};
        must(acts_look(world.acts, arena, &look));
    }
    world_close(&world);
    return 0;
}

static int take_down(void **state)
{
    (void)state;
    world_end(&world);
    arena_free(arena);
    return 0;
}

static sqlite3 *raw_open(void)
{
    char path[400];
    sqlite3 *raw;
    snprintf(path, sizeof path, "%s/hearth.db", world.where);
    assert_int_equal(sqlite3_open(path, &raw), SQLITE_OK);
    return raw;
}

static int collect(void *all, int count, char **values, char **names)
{
    (void)count;
    (void)names;
    char *sql = all;
    strcat(sql, "DROP TRIGGER ");
    strcat(sql, values[0]);
    strcat(sql, ";");
    return 0;
}

/* Runs `sql` on the file with every trigger dropped, as a thief would. */
static void by_hand(const char *sql)
{
    sqlite3 *raw = raw_open();
    char drops[8000] = "", *words = NULL;
    assert_int_equal(sqlite3_exec(raw, "SELECT name FROM sqlite_master WHERE type = 'trigger'", collect, drops, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(raw, drops, NULL, NULL, &words), SQLITE_OK);
    if (sqlite3_exec(raw, sql, NULL, NULL, &words) != SQLITE_OK)
        fail_msg("%s: %s", sql, words);
    sqlite3_close(raw);
}

static struct verify_report verified(void)
{
    Read *read;
    struct verify_report report;
    world_open_again(&world);
    must(store_read_begin(world.store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(verify_store(read, &report));
    store_read_end(read);
    world_close(&world);
    return report;
}

/* One way to spoil the record, and what is said of it. */
struct spoiling {
    const char *sql;
    int64_t ledger, look; /* the first bad link of each; 0: whole */
    const char *why;
};

/* Every column of every table of both chains, each way of moving rows. x'…' are other bytes of the right length. */
#define OTHER_HASH "zeroblob(32)"
static const struct spoiling SPOILINGS[] = {
    {"UPDATE ledger SET recorded_at = recorded_at + 1 WHERE number = 4", 4, 0, "the entry's header or its children were changed"},
    {"UPDATE ledger SET authority = 2 WHERE number = 4", 4, 0, "the entry's header or its children were changed"},
    {"UPDATE ledger SET actor = 7 WHERE number = 1", 1, 0, "the entry's header or its children were changed"},
    {"UPDATE ledger SET act = 'CHILD_ADDED' WHERE number = 4", 4, 0, "the entry's header or its children were changed"},
    {"UPDATE ledger SET version = 2 WHERE number = 4", 4, 0, "the entry's header or its children were changed"},
    {"UPDATE ledger SET family = 9 WHERE number = 4", 4, 0, "the entry's header or its children were changed"},
    {"UPDATE ledger SET target = 9 WHERE number = 4", 4, 0, "the entry's header or its children were changed"},
    {"UPDATE ledger SET commitment = " OTHER_HASH " WHERE number = 4", 4, 0, "the entry's header or its children were changed"},
    {"UPDATE ledger SET previous = " OTHER_HASH " WHERE number = 4", 4, 0, "the entry does not follow the one before it"},
    {"UPDATE ledger SET hash = " OTHER_HASH " WHERE number = 4", 4, 0, "the entry's header or its children were changed"},
    {"UPDATE ledger SET hash = x'00' WHERE number = 4", 4, 0, "the entry's header or its children were changed"},
    {"UPDATE ledger SET hash = " OTHER_HASH " WHERE number = 12", 12, 0, "the entry's header or its children were changed"},
    {"UPDATE ledger_body SET body = replace(body, 'Robin 3', 'Robin X') WHERE number = 4", 4, 0, "the entry's body was changed"},
    {"UPDATE ledger_body SET salt = zeroblob(16) WHERE number = 4", 4, 0, "the entry's body was changed"},
    {"UPDATE ledger_body SET authority = 2 WHERE number = 4", 4, 0, "a body or child has no entry"},
    {"UPDATE ledger_body SET number = 99 WHERE number = 4", 4, 0, "the entry's body is missing"},
    {"DELETE FROM ledger_body WHERE number = 4", 4, 0, "the entry's body is missing"},
    {"UPDATE ledger_body SET body = (SELECT body FROM ledger_body WHERE number = 5) WHERE number = 4", 4, 0, "the entry's body was changed"},
    {"INSERT INTO ledger_body SELECT 99, authority, salt, body FROM ledger_body WHERE number = 4", 99, 0, "a body or child has no entry"},
    {"INSERT INTO ledger_child (child, number, authority) VALUES (5001, 4, 1)", 4, 0, "the entry's header or its children were changed"},
    {"INSERT INTO ledger_child (child, number, authority) VALUES (5001, 99, 1)", 99, 0, "a body or child has no entry"},
    {"DELETE FROM ledger WHERE number = 1", 1, 0, "the entry is missing"},
    {"DELETE FROM ledger WHERE number = 4", 4, 0, "the entry is missing"},
    {"DELETE FROM ledger WHERE number = 4; DELETE FROM ledger_body WHERE number = 4", 4, 0, "the entry is missing"},
    {"DELETE FROM ledger WHERE number = 12; DELETE FROM ledger_body WHERE number = 12", 12, 0,
     "the chain's head knows of links that are gone"},
    {"DELETE FROM ledger WHERE number > 7; DELETE FROM ledger_body WHERE number > 7", 8, 0, "the chain's head knows of links that are gone"},
    {"DELETE FROM ledger; DELETE FROM ledger_body", 1, 0, "the chain's head knows of links that are gone"},
    {"UPDATE ledger SET number = 99 WHERE number = 4; UPDATE ledger SET number = 4 WHERE number = 5; UPDATE ledger SET number = 5 "
     "WHERE number = 99", 4, 0, "the entry does not follow the one before it"},
    {"INSERT INTO ledger SELECT 13, authority, recorded_at, actor, act, version, family, target, commitment, hash, hash FROM ledger "
     "WHERE number = 12", 13, 0, "the entry's header or its children were changed"},
    {"INSERT INTO ledger SELECT 0, authority, recorded_at, actor, act, version, family, target, commitment, hash, hash FROM ledger "
     "WHERE number = 12", 1, 0, "the entry is missing"},
    {"INSERT INTO ledger_body SELECT 0, authority, salt, body FROM ledger_body WHERE number = 4", 1, 0, "a body or child has no entry"},
    {"INSERT INTO look SELECT -5, authority, at, actor, duty, route, family, refused, search, hash, hash FROM look WHERE number = 12", 0, 1,
     "the look is missing"},
    {"UPDATE ledger SET number = number + 1 WHERE number = 12", 12, 0, "the entry is missing"},
    {"UPDATE ledger_head SET number = 11 WHERE chain = 'LEDGER'", 12, 0, "the link was added behind the chain's head"},
    {"UPDATE ledger_head SET number = 13 WHERE chain = 'LEDGER'", 13, 0, "the chain's head knows of links that are gone"},
    {"UPDATE ledger_head SET hash = " OTHER_HASH " WHERE chain = 'LEDGER'", 12, 0, "the last link is not the one the chain's head knows"},
    {"UPDATE ledger_head SET at = at + 1 WHERE chain = 'LEDGER'", 12, 0, "the last link is not the one the chain's head knows"},
    {"DELETE FROM ledger_head WHERE chain = 'LEDGER'", 1, 0, "the link was added behind the chain's head"},
    {"UPDATE look SET at = at + 1 WHERE number = 6", 0, 6, "the look or the children it showed were changed"},
    {"UPDATE look SET actor = 9 WHERE number = 6", 0, 6, "the look or the children it showed were changed"},
    {"UPDATE look SET authority = 9 WHERE number = 6", 0, 6, "the look or the children it showed were changed"},
    {"UPDATE look SET duty = 'LEGAL' WHERE number = 6", 0, 6, "the look or the children it showed were changed"},
    {"UPDATE look SET route = 'PLAN' WHERE number = 6", 0, 6, "the look or the children it showed were changed"},
    {"UPDATE look SET family = NULL WHERE number = 6", 0, 6, "the look or the children it showed were changed"},
    {"UPDATE look SET refused = 1 WHERE number = 6", 0, 6, "the look or the children it showed were changed"},
    {"UPDATE look SET search = x'01' WHERE number = 6", 0, 6, "the look or the children it showed were changed"},
    {"UPDATE look SET previous = " OTHER_HASH " WHERE number = 6", 0, 6, "the look does not follow the one before it"},
    {"UPDATE look SET hash = " OTHER_HASH " WHERE number = 6", 0, 6, "the look or the children it showed were changed"},
    {"DELETE FROM look WHERE number = 6", 0, 6, "the look is missing"},
    {"DELETE FROM look WHERE number = 12; DELETE FROM look_child WHERE number = 12", 0, 12, "the chain's head knows of links that are gone"},
    {"DELETE FROM look; DELETE FROM look_child", 0, 1, "the chain's head knows of links that are gone"},
    {"DELETE FROM look; DELETE FROM look_child; DELETE FROM ledger_head WHERE chain = 'LOOK'; INSERT INTO look_child VALUES (1, 1, 1)", 0, 1,
     "a child was shown by a look that is not there"},
    {"DELETE FROM look_child WHERE number = 6 AND child = 5001", 0, 6, "the look or the children it showed were changed"},
    {"UPDATE look_child SET child = 5999 WHERE number = 6 AND child = 5001", 0, 6, "the look or the children it showed were changed"},
    {"UPDATE look_child SET authority = 3 WHERE number = 6 AND child = 5001", 0, 6, "a child was shown by a look that is not there"},
    {"INSERT INTO look_child VALUES (5999, 6, 1)", 0, 6, "the look or the children it showed were changed"},
    {"INSERT INTO look_child VALUES (5999, 66, 1)", 0, 66, "a child was shown by a look that is not there"},
    {"UPDATE look SET number = 99 WHERE number = 6; UPDATE look SET number = 6 WHERE number = 7; UPDATE look SET number = 7 WHERE number = 99",
     0, 6, "the look does not follow the one before it"},
};

static void whatever_is_changed_is_found_and_named(void **state)
{
    (void)state;
    char command[1200];
    assert_true(verified().ledger.bad == 0);
    struct verify_report whole = verified();
    assert_true(verify_is_whole(&whole));
    assert_int_equal(whole.ledger.links, LINKS);
    assert_int_equal(whole.looks.links, LINKS);
    snprintf(command, sizeof command, "cp '%s/hearth.db' '%s/kept'", world.where, world.where);
    assert_int_equal(system(command), 0);
    for (size_t i = 0; i < sizeof SPOILINGS / sizeof SPOILINGS[0]; i++) {
        const struct spoiling *spoiling = &SPOILINGS[i];
        by_hand(spoiling->sql);
        struct verify_report report = verified();
        const struct chain_verdict *bad = spoiling->ledger != 0 ? &report.ledger : &report.looks;
        if (report.ledger.bad != spoiling->ledger || report.looks.bad != spoiling->look || strcmp(bad->why, spoiling->why) != 0)
            fail_msg("%s\n  found: ledger %lld '%s', looks %lld '%s'", spoiling->sql, (long long)report.ledger.bad, report.ledger.why,
                     (long long)report.looks.bad, report.looks.why);
        assert_false(verify_is_whole(&report));
        snprintf(command, sizeof command, "rm -f '%s'/hearth.db*; cp '%s/kept' '%s/hearth.db'", world.where, world.where, world.where);
        assert_int_equal(system(command), 0);
    }
}

/* A table changed behind the ledger's back is found by replay, and named. */
static void a_changed_table_is_found_by_replay(void **state)
{
    (void)state;
    by_hand("UPDATE worker SET job = 'somebody else' WHERE id = 1025");
    struct verify_report report = verified();
    assert_int_equal(report.ledger.bad, 0);
    assert_true(report.replayed);
    assert_string_equal(report.table, "worker");
    assert_false(verify_is_whole(&report));
}

/* With its triggers, the file refuses any program. */
static void triggers_refuse_to_change_or_delete(void **state)
{
    (void)state;
    static const char *const TABLES[] = {"ledger", "ledger_body", "ledger_child", "look", "look_child", "once", "ledger_head"};
    sqlite3 *raw = raw_open();
    assert_int_equal(sqlite3_exec(raw, "INSERT INTO once VALUES ('k', 1, 1, 1, x'00', '/'); INSERT INTO ledger_child VALUES (1, 1, 1)", NULL, NULL, NULL),
                     SQLITE_OK);
    for (size_t i = 0; i < sizeof TABLES / sizeof TABLES[0]; i++) {
        char sql[200];
        snprintf(sql, sizeof sql, "DELETE FROM %s", TABLES[i]);
        assert_int_not_equal(sqlite3_exec(raw, sql, NULL, NULL, NULL), SQLITE_OK);
        snprintf(sql, sizeof sql, "UPDATE %s SET number = number + 2", TABLES[i]);
        assert_int_not_equal(sqlite3_exec(raw, sql, NULL, NULL, NULL), SQLITE_OK);
    }
    sqlite3_close(raw);
}

/* The same on PostgreSQL, for any session that can reach the tables. */
static void triggers_refuse_on_postgres_too(void **state)
{
    (void)state;
    static const char *const REFUSED[] = {"DELETE FROM ledger",      "UPDATE ledger SET actor = 9",     "TRUNCATE ledger",
                                          "DELETE FROM ledger_body", "UPDATE ledger_body SET body = ''", "DELETE FROM ledger_child",
                                          "UPDATE look SET actor = 9", "DELETE FROM look",              "DELETE FROM look_child",
                                          "UPDATE once SET actor = 9", "DELETE FROM ledger_head",
                                          "UPDATE ledger_head SET number = number + 2"};
    if (getenv("HEARTH_TEST_PG") == NULL) {
        print_message("skipped: HEARTH_TEST_PG is not set\n");
        return;
    }
    on_postgres = true;
    struct world other = world_new();
    on_postgres = false;
    world_add_worker(&other, arena, "Rowan", DUTY_CHAIR);
    struct connection *connection;
    must(ENGINE_POSTGRES.open(other.where, CONNECTION_MAKES, store_design(other.store), &connection));
    for (size_t i = 0; i < sizeof REFUSED / sizeof REFUSED[0]; i++)
        if (ENGINE_POSTGRES.script(connection, &REFUSED[i], 1).kind == OK)
            fail_msg("not refused: %s", REFUSED[i]);
    ENGINE_POSTGRES.close(connection);
    world_end(&other);
}

/* Rules of the canonical form: any field that differs gives another hash, and lengths keep texts apart. */
static void the_hash_is_over_every_field(void **state)
{
    (void)state;
    struct chain_form one = chain_form_new(arena, "x"), two = chain_form_new(arena, "x");
    chain_form_bytes(&one, T("ab"));
    chain_form_bytes(&one, T("c"));
    chain_form_bytes(&two, T("a"));
    chain_form_bytes(&two, T("bc"));
    struct chain_hash first = chain_form_end(&one), second = chain_form_end(&two);
    assert_false(chain_hash_equal(&first, &second));
    struct entry entry = {.number = {1}, .act = T("WORKER_ADDED"), .version = 1};
    struct chain_hash before = ledger_hash(arena, &entry);
    entry.target = 1;
    struct chain_hash after = ledger_hash(arena, &entry);
    assert_false(chain_hash_equal(&before, &after));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(whatever_is_changed_is_found_and_named, set_up, take_down),
        cmocka_unit_test_setup_teardown(a_changed_table_is_found_by_replay, set_up, take_down),
        cmocka_unit_test_setup_teardown(triggers_refuse_to_change_or_delete, set_up, take_down),
        cmocka_unit_test_setup_teardown(triggers_refuse_on_postgres_too, set_up, take_down),
        cmocka_unit_test_setup_teardown(the_hash_is_over_every_field, set_up, take_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
