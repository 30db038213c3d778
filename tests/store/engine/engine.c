/* The store on a real SQLite and a real PostgreSQL: the same cases, the same answers. */
#include "setting.h"

#include <pthread.h>
#include <sched.h>

#include "store/digest.h"
#include "store/fault.h"
#include "store/open.h"
#include "store/schema_sql.h"

static int64_t count_of(struct setting *setting, int64_t family)
{
    Read *read = begin(setting);
    struct case_household_count row = {0};
    assert_ok(case_household_count(read, (FamilyId){family}, &row));
    store_read_end(read);
    return row.count;
}

static void assert_text(Text text, const char *wanted) { assert_true(text_equal_string(text, wanted)); }

static void what_goes_in_comes_out(void **state)
{
    (void)state;
    struct setting setting;
    AT_PLACES(setting, PLACE_MEMORY)
    {
        Tx *tx = write_on(&setting);
        assert_ok(case_household_add(tx, (HouseholdId){1}, (FamilyId){3}, T("Łukasz’s house")));
        assert_ok(case_household_add(tx, (HouseholdId){2}, (FamilyId){3}, T("")));
        assert_ok(case_household_add(tx, (HouseholdId){-9007199254740993}, (FamilyId){3}, T("Zed")));
        Date day, none = DATE_NONE;
        assert_true(date_of(2026, 3, 20, &day));
        assert_ok(case_member_add(tx, (HouseholdId){1}, (FamilyId){3}, (PersonId){8}, day, none, TEXT_NONE));
        assert_ok(case_member_add(tx, (HouseholdId){1}, (FamilyId){3}, (PersonId){9}, day, day, T("")));
        keep(&setting, tx);

        Read *read = begin(&setting);
        struct case_household row = {0};
        assert_ok(case_household(read, (HouseholdId){-9007199254740993}, &row));
        assert_true(row.id.n == -9007199254740993 && row.family.n == 3);
        struct case_households_rows rows = {0};
        assert_ok(case_households(read, (FamilyId){3}, &rows));
        assert_int_equal(rows.count, 3);
        assert_text(rows.at[0].name, "");
        assert_non_null(rows.at[0].name.at);
        assert_text(rows.at[1].name, "Zed");
        assert_text(rows.at[2].name, "Łukasz’s house");
        struct case_members_rows members = {0};
        assert_ok(case_members(read, (HouseholdId){1}, &members));
        assert_int_equal(members.count, 2);
        assert_true(date_equal(members.at[0].begins, day) && date_is_none(members.at[0].ends) &&
                    members.at[0].note.at == NULL);
        assert_true(date_equal(members.at[1].ends, day) && members.at[1].note.at != NULL &&
                    members.at[1].note.len == 0);
        struct case_household_count sums = {0};
        assert_ok(case_household_count(read, (FamilyId){3}, &sums));
        assert_true(sums.count == 3 && sums.any && sums.one == 1 && sums.sum == 3 - 9007199254740993);
        store_read_end(read);
    }
}

static void one_maybe_and_changes_one(void **state)
{
    (void)state;
    struct setting setting;
    AT_PLACES(setting, PLACE_MEMORY)
    {
        Read *read = begin(&setting);
        struct case_household row = {.id = {42}};
        struct case_household_maybe maybe = {.id = {42}};
        bool found = true;
        assert_err(NOT_FOUND, case_household(read, (HouseholdId){1}, &row));
        assert_int_equal(row.id.n, 42);
        assert_ok(case_household_maybe(read, (HouseholdId){1}, &maybe, &found));
        assert_true(!found && maybe.id.n == 42);
        store_read_end(read);
        Tx *tx = write_on(&setting);
        assert_err(NOT_FOUND, case_household_rename(tx, (HouseholdId){1}, T("nobody's")));
        assert_ok(case_household_add(tx, (HouseholdId){1}, (FamilyId){3}, T("before")));
        assert_ok(case_household_rename(tx, (HouseholdId){1}, T("after")));
        assert_ok(case_household_maybe(tx->read, (HouseholdId){1}, &maybe, &found));
        assert_true(found);
        assert_text(maybe.name, "after");
        keep(&setting, tx);
    }
}

static void what_binds_itself(void **state)
{
    (void)state;
    struct setting setting;
    AT_PLACES(setting, PLACE_MEMORY)
    {
        Read *read = begin(&setting);
        struct case_bound row = {0};
        assert_ok(case_bound(read, &row));
        assert_true(row.authority.n == HERE.n && row.actor.n == WORKER.n && row.now.us == NOW.us);
        assert_true(date_equal(row.today, instant_london_date(NOW)));
        store_read_end(read);
    }
}

static void like_minds_case(void **state)
{
    (void)state;
    struct setting setting;
    AT_PLACES(setting, PLACE_MEMORY)
    {
        Tx *tx = write_on(&setting);
        assert_ok(case_household_add(tx, (HouseholdId){1}, (FamilyId){3}, T("okafor")));
        assert_ok(case_household_add(tx, (HouseholdId){2}, (FamilyId){3}, T("Okafor")));
        keep(&setting, tx);
        Read *read = begin(&setting);
        struct case_names_like_rows rows = {0};
        assert_ok(case_names_like(read, (FamilyId){3}, T("oka%"), &rows));
        assert_int_equal(rows.count, 1);
        store_read_end(read);
    }
}

static void savepoints_keep_and_undo(void **state)
{
    (void)state;
    struct setting setting;
    AT_PLACES(setting, PLACE_MEMORY)
    {
        Tx *first = write_on(&setting), *second = NULL, *third = NULL;
        assert_ok(case_household_add(first, (HouseholdId){1}, (FamilyId){3}, T("kept")));
        assert_ok(store_release(first));
        assert_ok(store_savepoint(setting.store, setting.arena, HERE, WORKER, NOW, EVERYTHING, &second));
        assert_ok(case_household_add(second, (HouseholdId){2}, (FamilyId){3}, T("undone")));
        assert_err(BROKEN, case_household_add(second, (HouseholdId){1}, (FamilyId){3}, T("twice the same number")));
        Text words = store_last_words(setting.store, setting.arena);
        assert_true(text_begins(words, T("case_household_add: ")) && !text_contains(words, T("twice")));
        assert_ok(store_rollback_to(second));
        assert_ok(store_savepoint(setting.store, setting.arena, HERE, WORKER, NOW, EVERYTHING, &third));
        assert_ok(case_household_add(third, (HouseholdId){3}, (FamilyId){3}, T("kept too")));
        keep(&setting, third);
        assert_int_equal(count_of(&setting, 3), 2);

        Tx *lost = write_on(&setting);
        assert_ok(case_household_add(lost, (HouseholdId){4}, (FamilyId){3}, T("lost with all")));
        assert_ok(store_release(lost));
        store_write_rollback(setting.store);
        assert_int_equal(count_of(&setting, 3), 2);
    }
}

static void a_read_is_one_state(void **state)
{
    (void)state;
    struct setting setting;
    AT_PLACES(setting, PLACE_POSTGRES)
    {
        Read *read = begin(&setting);
        struct case_household_count before = {0}, after = {0};
        assert_ok(case_household_count(read, (FamilyId){3}, &before));
        Tx *tx = write_on(&setting);
        assert_ok(case_household_add(tx, (HouseholdId){1}, (FamilyId){3}, T("new")));
        keep(&setting, tx);
        assert_ok(case_household_count(read, (FamilyId){3}, &after));
        assert_int_equal(after.count, before.count);
        store_read_end(read);
        assert_int_equal(count_of(&setting, 3), 1);
    }
}

static void one_writer_at_a_time(void **state)
{
    (void)state;
    struct setting setting;
    AT_PLACES(setting, PLACE_POSTGRES)
    {
        Store *other = NULL;
        assert_ok(store_open_design(setting.where, &CASES_DESIGN, &other));
        Tx *tx = write_on(&setting);
        assert_err(BUSY, store_write_begin(other));
        keep(&setting, tx);
        assert_ok(store_write_begin(other));
        store_write_rollback(other);
        store_close(other);
    }
}

/* A statement no .sql file could hold, as a mistake or an attack would run it. */
static Err run_foreign(struct connection *connection, const char *sql, unsigned writes)
{
    struct piece piece = {
        .name = "foreign", .number = CASES_DESIGN.piece_count, .writes = writes, .sqlite = sql, .postgres = sql};
    Arena *arena = arena_new(0);
    struct rows rows;
    Err ran = connection->engine->run(connection, &piece, NULL, arena, &rows);
    arena_free(arena);
    return ran;
}

/* The record is added to, never changed: by whatever statement. */
static void the_chain_s_rows_stay(void **state)
{
    (void)state;
    static const char *const WRONG[] = {"UPDATE ledger SET act = 'ANOTHER'", "DELETE FROM ledger",
                                        "DELETE FROM ledger_head",
                                        "UPDATE ledger_head SET number = 5 WHERE chain = 'LEDGER'"};
    struct setting setting;
    AT_PLACES(setting, PLACE_POSTGRES)
    {
        Tx *tx = write_on(&setting);
        assert_ok(case_ledger_add(tx, 1, (Text){"\0\1\xff", 3}));
        assert_ok(case_head_add(tx, 1, T("h")));
        assert_ok(case_head_move(tx, 2));
        keep(&setting, tx);
        for (size_t i = 0; i < sizeof WRONG / sizeof WRONG[0]; i++) {
            struct connection *connection;
            const struct engine *engine = setting.place == PLACE_POSTGRES ? &ENGINE_POSTGRES : &ENGINE_SQLITE;
            char path[700];
            snprintf(path, sizeof path, setting.place == PLACE_POSTGRES ? "%s" : "%s/hearth.db", setting.where);
            assert_ok(engine->open(path, CONNECTION_WRITES, &CASES_DESIGN, &connection));
            assert_ok(engine->begin_write(connection));
            assert_err(BROKEN, run_foreign(connection, WRONG[i], TABLE_CHAIN));
            engine->rollback(connection);
            engine->close(connection);
        }
        Read *read = begin(&setting);
        struct case_ledger_hash row = {0};
        assert_ok(case_ledger_hash(read, 1, &row));
        assert_true(row.hash.len == 3 && memcmp(row.hash.at, "\0\1\xff", 3) == 0 && row.family.n == 0);
        store_read_end(read);
    }
}

static void sqlite_refuses_schema_and_settings(void **state)
{
    (void)state;
    static const char *const WRONG[] = {"DROP TABLE household",
                                        "CREATE TABLE mine (a)",
                                        "ALTER TABLE household RENAME TO h",
                                        "PRAGMA foreign_keys = OFF",
                                        "ATTACH '/tmp/other.db' AS other",
                                        "CREATE TRIGGER t AFTER INSERT ON household BEGIN SELECT 1; END",
                                        "DELETE FROM sqlite_schema"};
    struct setting setting;
    AT_PLACES(setting, PLACE_FOLDER)
    {
        struct connection *connection;
        char path[700];
        snprintf(path, sizeof path, "%s/hearth.db", setting.where);
        for (size_t i = 0; i < sizeof WRONG / sizeof WRONG[0]; i++) {
            assert_ok(ENGINE_SQLITE.open(path, CONNECTION_WRITES, &CASES_DESIGN, &connection));
            assert_err(BROKEN, run_foreign(connection, WRONG[i], TABLE_DESK));
            ENGINE_SQLITE.close(connection);
        }
    }
}

static void a_reader_writes_nothing(void **state)
{
    (void)state;
    struct setting setting;
    AT_PLACES(setting, PLACE_POSTGRES)
    {
        Read *read = begin(&setting);
        assert_err(BROKEN, run_foreign(read->connection, "DELETE FROM household", TABLE_REPLAYED));
        store_read_end(read);
        Tx *tx = NULL;
        assert_ok(store_write_begin(setting.store));
        assert_ok(store_savepoint(setting.store, setting.arena, HERE, WORKER, NOW, TABLE_DESK, &tx));
        assert_err(BROKEN, case_household_add(tx, (HouseholdId){1}, (FamilyId){3}, T("not the desk's")));
        store_write_rollback(setting.store);
        assert_int_equal(count_of(&setting, 3), 0);
    }
}

static void limits_are_kept(void **state)
{
    (void)state;
    struct setting setting;
    AT_PLACES(setting, PLACE_MEMORY)
    {
        Read *read = begin(&setting);
        struct case_endless_rows rows = {0};
        assert_err(BROKEN, case_endless(read, &rows));
        struct case_bound row = {0};
        assert_ok(case_bound(read, &row));
        arena_turn_over(setting.arena);
        assert_err(BROKEN, case_bound(read, &row));
        store_read_end(read);
    }
}

/* Every piece of the program and of these tests, prepared on this engine; what the columns hold is what was declared.
 */
static void every_piece_is_understood(void **state)
{
    (void)state;
    const struct design *const DESIGNS[] = {&CASES_DESIGN, &STORE_DESIGN};
    for (enum place place = 0; place <= PLACE_POSTGRES; place++) {
        for (size_t d = 0; d < 2; d++) {
            char where[600], path[700];
            if (!place_fresh(place, where))
                continue;
            const struct engine *engine = place == PLACE_POSTGRES ? &ENGINE_POSTGRES : &ENGINE_SQLITE;
            snprintf(path, sizeof path, place == PLACE_POSTGRES ? "%s" : "%s/hearth.db", where);
            assert_ok(open_prepare(engine, path, DESIGNS[d]));
            struct connection *connection;
            assert_ok(engine->open(path, CONNECTION_WRITES, DESIGNS[d], &connection));
            size_t wrong = 0;
            for (size_t i = 0; i < DESIGNS[d]->piece_count; i++) {
                Err checked = engine->check(connection, DESIGNS[d]->pieces[i]);
                if (checked.kind != OK)
                    print_error("%s: %s: %s: %s\n", engine->name, DESIGNS[d]->pieces[i]->name, checked.why,
                                engine->last_words(connection)),
                        wrong++;
            }
            engine->close(connection);
            assert_int_equal(wrong, 0);
        }
    }
}

static void faults_leave_before_or_after(void **state)
{
    (void)state;
    struct setting setting;
    AT_PLACES(setting, PLACE_POSTGRES)
    {
        fault_set(FAULT_LOCK, 1);
        assert_err(BUSY, store_write_begin(setting.store));
        fault_set(FAULT_WRITE, 2);
        Tx *tx = write_on(&setting);
        assert_ok(case_household_add(tx, (HouseholdId){1}, (FamilyId){3}, T("one")));
        assert_err(BROKEN, case_household_add(tx, (HouseholdId){2}, (FamilyId){3}, T("two")));
        assert_true(fault_happened(FAULT_WRITE));
        assert_ok(store_rollback_to(tx));
        fault_set(FAULT_COMMIT, 1);
        assert_err(BROKEN, store_write_commit(setting.store));
        assert_int_equal(count_of(&setting, 3), 0);
        tx = write_on(&setting);
        assert_ok(case_household_add(tx, (HouseholdId){1}, (FamilyId){3}, T("after all")));
        keep(&setting, tx);
        assert_int_equal(count_of(&setting, 3), 1);
    }
}

static void a_newer_store_is_refused(void **state)
{
    (void)state;
    struct design newer = CASES_DESIGN, older = CASES_DESIGN;
    newer.version++;
    older.version--;
    struct setting setting;
    AT_PLACES(setting, PLACE_POSTGRES)
    {
        Store *store = NULL;
        Err refused = store_open_design(setting.where, &older, &store);
        assert_string_equal(refused.why, "the store is newer than this program");
        refused = store_open_design(setting.where, &newer, &store);
        assert_int_equal(refused.kind, BROKEN);
        assert_null(store);
        assert_ok(store_open_design(setting.where, &CASES_DESIGN, &store));
        store_close(store);
    }
}

static void *reads_often(void *context)
{
    struct setting *setting = context;
    Arena *arena = arena_new(0);
    for (int i = 0; i < 20; i++) {
        Read *read;
        struct case_bound row;
        if (store_read_begin(setting->store, arena, HERE, WORKER, NOW, &read).kind != OK)
            return "no connection";
        bool good = case_bound(read, &row).kind == OK;
        sched_yield();
        store_read_end(read);
        if (!good)
            return "no row";
    }
    arena_free(arena);
    return NULL;
}

static void many_threads_share_the_readers(void **state)
{
    (void)state;
    enum { THREADS = STORE_READERS + 16 };
    struct setting setting;
    AT_PLACES(setting, PLACE_POSTGRES)
    {
        pthread_t threads[THREADS];
        for (size_t i = 0; i < THREADS; i++)
            assert_int_equal(pthread_create(&threads[i], NULL, reads_often, &setting), 0);
        for (size_t i = 0; i < THREADS; i++) {
            void *wrong;
            pthread_join(threads[i], &wrong);
            assert_null(wrong);
        }
    }
}

static void the_digest_is_of_the_rows_alone(void **state)
{
    (void)state;
    unsigned char digest[PLACE_COUNT][STORE_DIGEST_LEN] = {0}, again[STORE_DIGEST_LEN];
    struct setting setting;
    AT_PLACES(setting, PLACE_MEMORY)
    {
        enum { ROWS = 2500 };
        Tx *tx = write_on(&setting);
        for (int64_t i = 0; i < ROWS; i++) {
            /* Another order at each place. */
            int64_t id = (setting.place == PLACE_FOLDER ? i : ROWS - 1 - i) + 1;
            assert_ok(case_household_add(tx, (HouseholdId){id}, (FamilyId){id % 7 + 1}, T("ß")));
        }
        keep(&setting, tx);
        Read *read = begin(&setting);
        assert_ok(store_digest(read, digest[setting.place]));
        store_read_end(read);
        if (setting.place != PLACE_FOLDER)
            assert_memory_equal(digest[setting.place], digest[PLACE_FOLDER], STORE_DIGEST_LEN);
        tx = write_on(&setting);
        assert_ok(case_household_rename(tx, (HouseholdId){2400}, T("ss")));
        keep(&setting, tx);
        read = begin(&setting);
        assert_ok(store_digest(read, again));
        store_read_end(read);
        assert_memory_not_equal(again, digest[setting.place], STORE_DIGEST_LEN);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_goes_in_comes_out),
        cmocka_unit_test(one_maybe_and_changes_one),
        cmocka_unit_test(what_binds_itself),
        cmocka_unit_test(like_minds_case),
        cmocka_unit_test(savepoints_keep_and_undo),
        cmocka_unit_test(a_read_is_one_state),
        cmocka_unit_test(one_writer_at_a_time),
        cmocka_unit_test(the_chain_s_rows_stay),
        cmocka_unit_test(sqlite_refuses_schema_and_settings),
        cmocka_unit_test(a_reader_writes_nothing),
        cmocka_unit_test(limits_are_kept),
        cmocka_unit_test(every_piece_is_understood),
        cmocka_unit_test(faults_leave_before_or_after),
        cmocka_unit_test(a_newer_store_is_refused),
        cmocka_unit_test(many_threads_share_the_readers),
        cmocka_unit_test(the_digest_is_of_the_rows_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
