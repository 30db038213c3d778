/* SQLite under the store: the only file that includes sqlite3.h.
 *
 * WAL with synchronous=FULL: a commit is on disk before it is answered, readers and the writer don't wait for each
 * other. Defences that don't depend on the pieces being right: STRICT tables, foreign keys on, no double-quoted
 * strings, schema functions not trusted, and an authorizer on every connection in use that refuses schema changes,
 * PRAGMA, ATTACH and any UPDATE or DELETE of the chain's tables. */
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/engine.h"

enum { SEEN_MOST = 256 /* children whose rights a connection remembers at once: the number of a child chooses its place */ };

/* What sees() has asked: the rights of one actor at one moment. A place holds a child only when `turn` is the present one. */
struct seen {
    int64_t actor, authority, now;
    uint64_t turn;
    struct {
        int64_t child, rights;
        uint64_t turn;
    } of[SEEN_MOST];
};

/* What begins and ends a transaction. */
enum step { STEP_BEGIN, STEP_BEGIN_WRITE, STEP_SAVEPOINT, STEP_RELEASE, STEP_COMMIT, STEP_ROLLBACK, STEP_COUNT };
static const char *const STEPS[STEP_COUNT] = {"BEGIN", "BEGIN IMMEDIATE", "SAVEPOINT act", "RELEASE act", "COMMIT", "ROLLBACK"};

struct sqlite_connection {
    struct connection head;
    sqlite3 *db;
    const struct design *design;
    enum connection_use use;
    sqlite3_stmt **prepared; /* by piece number, one more for open.c's own; NULL until first run */
    sqlite3_stmt *rights;    /* design->rights; NULL until first asked */
    sqlite3_stmt *steps[STEP_COUNT];
    struct seen seen;
};

static struct sqlite_connection *own(struct connection *connection) { return (struct sqlite_connection *)connection; }

/* What SQLite answered, as one of ours. */
static Err from_sqlite(int code)
{
    switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
        return ok();
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return err(BUSY, "the database is locked by another writer");
    case SQLITE_CONSTRAINT:
        return err(BROKEN, "a constraint of the schema was broken");
    case SQLITE_AUTH:
        return err(BROKEN, "the database refused: this connection may not do that");
    case SQLITE_FULL:
        return err(BROKEN, "the disk is full");
    case SQLITE_IOERR:
        return err(BROKEN, "the disk failed");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return err(BROKEN, "the file is damaged or no database");
    case SQLITE_READONLY:
        return err(BROKEN, "the database can't be written");
    case SQLITE_CANTOPEN:
        return err(BROKEN, "the database file can't be opened");
    default:
        return err(BROKEN, "the database refused a statement");
    }
}

static Err exec(struct sqlite_connection *self, const char *sql)
{
    return from_sqlite(sqlite3_exec(self->db, sql, NULL, NULL, NULL));
}

static Err step(struct sqlite_connection *self, enum step step)
{
    if (self->steps[step] == NULL)
        TRY(from_sqlite(sqlite3_prepare_v3(self->db, STEPS[step], -1, SQLITE_PREPARE_PERSISTENT, &self->steps[step], NULL)));
    int code = sqlite3_step(self->steps[step]);
    sqlite3_reset(self->steps[step]);
    return from_sqlite(code);
}

static const struct table *table_named(const struct design *design, const char *name)
{
    for (size_t i = 0; i < design->table_count; i++)
        if (strcmp(design->tables[i].name, name) == 0)
            return &design->tables[i];
    return NULL;
}

/* Asked by SQLite while it prepares a statement on a connection in use. */
static int authorize(void *context, int action, const char *first, const char *second, const char *database,
                     const char *trigger)
{
    struct sqlite_connection *self = context;
    (void)second, (void)database, (void)trigger;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
        return SQLITE_OK;
    case SQLITE_INSERT:
        return self->use == CONNECTION_READS ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_UPDATE:
    case SQLITE_DELETE: {
        const struct table *table = table_named(self->design, first);
        bool kept = table == NULL || (table->kind == TABLE_CHAIN && !(table->moves && action == SQLITE_UPDATE));
        return self->use == CONNECTION_READS || kept ? SQLITE_DENY : SQLITE_OK;
    }
    default:
        return SQLITE_DENY;
    }
}

/* Answers of sees() hold as long as the tables under visible stand still: on a connection that only reads for its transaction, on another
 * for one statement. */
static void forget_seen(struct sqlite_connection *self) { self->seen.turn++; }

static int ask_rights(struct sqlite_connection *self, int64_t child, int64_t *ret_rights)
{
    int code = SQLITE_OK;
    if (self->rights == NULL)
        code = sqlite3_prepare_v3(self->db, self->design->rights, -1, SQLITE_PREPARE_PERSISTENT, &self->rights, NULL);
    if (code != SQLITE_OK)
        return code;
    const int64_t in[] = {child, self->seen.actor, self->seen.authority, self->seen.now};
    for (int i = 0; i < 4 && code == SQLITE_OK; i++)
        code = sqlite3_bind_int64(self->rights, i + 1, in[i]);
    int64_t rights = 0;
    while (code == SQLITE_OK && (code = sqlite3_step(self->rights)) == SQLITE_ROW) {
        rights |= sqlite3_column_int64(self->rights, 0);
        code = SQLITE_OK;
    }
    sqlite3_reset(self->rights);
    *ret_rights = rights;
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* sees(child, actor, authority, now, rights): whether the actor has one of those rights on the child then; rights -1: which they have, as a set. What visible(…) of a piece is here
 * (tools/sql_to_c/text.c): the view is asked once for each child, not for each row. */
static void sees(sqlite3_context *context, int count, sqlite3_value **values)
{
    struct sqlite_connection *self = sqlite3_user_data(context);
    struct seen *seen = &self->seen;
    int64_t in[5];
    for (int i = 0; i < count; i++) {
        if (sqlite3_value_type(values[i]) != SQLITE_INTEGER) { /* no child, nobody: nothing is seen */
            sqlite3_result_int(context, 0);
            return;
        }
        in[i] = sqlite3_value_int64(values[i]);
    }
    if (seen->actor != in[1] || seen->authority != in[2] || seen->now != in[3]) {
        forget_seen(self);
        seen->actor = in[1], seen->authority = in[2], seen->now = in[3];
    }
    size_t place = (size_t)in[0] % SEEN_MOST;
    if (seen->of[place].turn != seen->turn || seen->of[place].child != in[0]) {
        int64_t rights;
        int code = ask_rights(self, in[0], &rights);
        if (code != SQLITE_OK) {
            sqlite3_result_error_code(context, code);
            return;
        }
        seen->of[place].child = in[0], seen->of[place].rights = rights, seen->of[place].turn = seen->turn;
    }
    int64_t rights = seen->of[place].rights;
    sqlite3_result_int64(context, in[4] == -1 ? rights : (rights & in[4]) != 0);
}

static void sqlite_close(struct connection *connection)
{
    if (connection == NULL)
        return;
    struct sqlite_connection *self = own(connection);
    for (size_t i = 0; i <= self->design->piece_count; i++)
        sqlite3_finalize(self->prepared[i]);
    sqlite3_finalize(self->rights);
    for (size_t i = 0; i < STEP_COUNT; i++)
        sqlite3_finalize(self->steps[i]);
    sqlite3_close(self->db);
    free(self->prepared);
    free(self);
}

static Err set_up(struct sqlite_connection *self, const char *where)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (self->use == CONNECTION_READS ? 0 : SQLITE_OPEN_CREATE);
    TRY(from_sqlite(sqlite3_open_v2(where, &self->db, flags, NULL)));
    sqlite3_extended_result_codes(self->db, 1);
    sqlite3_busy_timeout(self->db, ENGINE_BUSY_WAIT_MS);
    sqlite3_db_config(self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(self->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
    TRY(from_sqlite(sqlite3_create_function_v2(self->db, "sees", 5, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, self, sees, NULL, NULL,
                                               NULL)));
    /* LIKE minds case, as PostgreSQL's does. */
    TRY(exec(self, "PRAGMA case_sensitive_like = ON"));
    TRY(exec(self, "PRAGMA synchronous = FULL"));
    if (strcmp(where, ":memory:") != 0)
        TRY(exec(self, "PRAGMA journal_mode = WAL"));
    if (self->use == CONNECTION_READS)
        TRY(exec(self, "PRAGMA query_only = ON"));
    return ok();
}

/* SQLite counts its memory under one lock for all connections: measured with 64 clients, that lock took two fifths of all processor time.
 * Nobody asks for the count. */
static void settle_library(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

static Err sqlite_open(const char *where, enum connection_use use, const struct design *design,
                       struct connection **ret_connection)
{
    static pthread_once_t settled = PTHREAD_ONCE_INIT;
    pthread_once(&settled, settle_library);
    struct sqlite_connection *self = calloc(1, sizeof *self);
    sqlite3_stmt **prepared = calloc(design->piece_count + 1, sizeof(sqlite3_stmt *));
    if (self == NULL || prepared == NULL) {
        free(self);
        free(prepared);
        return err(BROKEN, "no memory for a connection");
    }
    *self = (struct sqlite_connection){.head = {&ENGINE_SQLITE}, .design = design, .use = use, .prepared = prepared, .seen.turn = 1};
    Err opened = set_up(self, where);
    if (opened.kind == OK && use != CONNECTION_MAKES)
        opened = from_sqlite(sqlite3_set_authorizer(self->db, authorize, self));
    if (opened.kind != OK) {
        sqlite_close(&self->head);
        return opened;
    }
    *ret_connection = &self->head;
    return ok();
}

static Err sqlite_has_table(struct connection *connection, const char *table, bool *ret_has)
{
    int code = sqlite3_table_column_metadata(own(connection)->db, "main", table, NULL, NULL, NULL, NULL, NULL, NULL);
    if (code != SQLITE_OK && code != SQLITE_ERROR)
        return from_sqlite(code);
    *ret_has = code == SQLITE_OK;
    return ok();
}

static Err sqlite_script(struct connection *connection, const char *const *statements, size_t count)
{
    for (size_t i = 0; i < count; i++)
        TRY(exec(own(connection), statements[i]));
    return ok();
}

static Err sqlite_begin_read(struct connection *connection)
{
    forget_seen(own(connection));
    return step(own(connection), STEP_BEGIN);
}

static void sqlite_rollback(struct connection *connection)
{
    if (!sqlite3_get_autocommit(own(connection)->db))
        (void)step(own(connection), STEP_ROLLBACK);
}

static Err sqlite_begin_write(struct connection *connection) { return step(own(connection), STEP_BEGIN_WRITE); }
static Err sqlite_savepoint(struct connection *connection) { return step(own(connection), STEP_SAVEPOINT); }
static Err sqlite_release(struct connection *connection) { return step(own(connection), STEP_RELEASE); }

static Err sqlite_rollback_to(struct connection *connection)
{
    /* Disk full and the like end the whole transaction inside SQLite; then there is no savepoint to go back to. */
    if (sqlite3_get_autocommit(own(connection)->db))
        return err(BROKEN, "the transaction was already lost");
    return exec(own(connection), "ROLLBACK TO act; RELEASE act");
}

static Err sqlite_commit(struct connection *connection) { return step(own(connection), STEP_COMMIT); }

static Err prepare(struct sqlite_connection *self, const struct piece *piece, sqlite3_stmt **ret_statement)
{
    if (self->prepared[piece->number] == NULL)
        TRY(from_sqlite(sqlite3_prepare_v3(self->db, piece->sqlite, -1, SQLITE_PREPARE_PERSISTENT,
                                           &self->prepared[piece->number], NULL)));
    *ret_statement = self->prepared[piece->number];
    return ok();
}

static Err bind(sqlite3_stmt *statement, const struct piece *piece, const struct value *in)
{
    for (size_t i = 0; i < piece->parameter_count; i++) {
        int place = (int)i + 1, code = SQLITE_MISUSE;
        switch (in[i].kind) {
        case VALUE_NULL:
            code = sqlite3_bind_null(statement, place);
            break;
        case VALUE_INT:
            code = sqlite3_bind_int64(statement, place, in[i].n);
            break;
        case VALUE_TEXT:
            code = sqlite3_bind_text64(statement, place, in[i].text.at, in[i].text.len, SQLITE_STATIC, SQLITE_UTF8);
            break;
        case VALUE_BYTES:
            code = sqlite3_bind_blob64(statement, place, in[i].text.at, in[i].text.len, SQLITE_STATIC);
            break;
        }
        TRY(from_sqlite(code));
    }
    return ok();
}

static struct value column(sqlite3_stmt *statement, int place, Arena *arena)
{
    struct value value = {VALUE_NULL};
    const char *at = NULL;
    switch (sqlite3_column_type(statement, place)) {
    case SQLITE_NULL:
        return value;
    case SQLITE_INTEGER:
        return (struct value){VALUE_INT, sqlite3_column_int64(statement, place), TEXT_NONE};
    case SQLITE_BLOB:
        value.kind = VALUE_BYTES, at = sqlite3_column_blob(statement, place);
        break;
    default:
        value.kind = VALUE_TEXT, at = (const char *)sqlite3_column_text(statement, place);
        break;
    }
    size_t len = (size_t)sqlite3_column_bytes(statement, place);
    char *copy = arena_take(arena, len);
    if (len > 0)
        memcpy(copy, at, len);
    value.text = (Text){copy, len};
    return value;
}

static Err step_all(sqlite3_stmt *statement, size_t limit, Arena *arena, struct rows *rows)
{
    size_t room = 0;
    int code = SQLITE_DONE;
    while ((limit == 0 || rows->count < limit) && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        if (rows->count == ROWS_LIMIT)
            return err(BROKEN, "a piece gave more rows than ROWS_LIMIT");
        if (arena_over(arena))
            return err(BROKEN, "the request's memory is used up");
        if (rows->count == room) {
            room = room == 0 ? 4 : room * 2;
            struct value *at = ARENA_MANY(arena, room * rows->columns, struct value);
            if (rows->count > 0)
                memcpy(at, rows->at, rows->count * rows->columns * sizeof *at);
            rows->at = at;
        }
        for (size_t i = 0; i < rows->columns; i++)
            rows->at[rows->count * rows->columns + i] = column(statement, (int)i, arena);
        rows->count++;
    }
    return from_sqlite(code);
}

static Err sqlite_run(struct connection *connection, const struct piece *piece, const struct value *in, Arena *arena,
                      struct rows *ret_rows)
{
    struct sqlite_connection *self = own(connection);
    sqlite3_stmt *statement;
    TRY(prepare(self, piece, &statement));
    struct rows rows = {.columns = piece->column_count};
    if (self->use != CONNECTION_READS)
        forget_seen(self);
    Err ran = bind(statement, piece, in);
    if (ran.kind == OK)
        ran = step_all(statement, piece->limit, arena, &rows);
    if (ran.kind == OK && piece->writes != 0)
        rows.changed = sqlite3_changes64(self->db);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (ran.kind == OK)
        *ret_rows = rows;
    return ran;
}

static Err sqlite_check(struct connection *connection, const struct piece *piece)
{
    sqlite3_stmt *statement;
    TRY(prepare(own(connection), piece, &statement));
    if ((size_t)sqlite3_column_count(statement) != piece->column_count)
        return err(BROKEN, "a piece gives another number of columns than declared");
    return ok();
}

static const char *sqlite_last_words(struct connection *connection) { return sqlite3_errmsg(own(connection)->db); }

const struct engine ENGINE_SQLITE = {
    .name = "sqlite",
    .open = sqlite_open,
    .close = sqlite_close,
    .has_table = sqlite_has_table,
    .script = sqlite_script,
    .begin_read = sqlite_begin_read,
    .end_read = sqlite_rollback,
    .begin_write = sqlite_begin_write,
    .savepoint = sqlite_savepoint,
    .release = sqlite_release,
    .rollback_to = sqlite_rollback_to,
    .commit = sqlite_commit,
    .rollback = sqlite_rollback,
    .run = sqlite_run,
    .check = sqlite_check,
    .last_words = sqlite_last_words,
};
