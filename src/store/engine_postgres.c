/* PostgreSQL under the store, for an authority that outgrew one machine: the only file that includes libpq-fe.h.
 *
 * Values travel in binary and typed: bigint, text, bytea. A read is a REPEATABLE READ, READ ONLY transaction. A write
 * takes the table lock on ledger_head as its first statement: under REPEATABLE READ the state seen is that of the first
 * query, LOCK TABLE is none, so what the writer then reads is what the writer before left. (An advisory lock is taken
 * by a query: it would read the state from before the wait.) */
#include <libpq-fe.h>

#include <endian.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/engine.h"

/* Object ids of PostgreSQL's own types (catalog/pg_type.dat): they never change. */
enum { OID_BOOL = 16, OID_BYTEA = 17, OID_INT8 = 20, OID_INT2 = 21, OID_INT4 = 23, OID_TEXT = 25 };
enum { BINARY = 1, PARAMETERS_MOST = 64 };

struct postgres_connection {
    struct connection head;
    PGconn *server;
    const struct design *design;
    enum connection_use use;
    bool *prepared; /* by piece number, one more for open.c's own */
};

static struct postgres_connection *own(struct connection *connection)
{
    return (struct postgres_connection *)connection;
}

/* What the server answered, as one of ours. */
static Err from_state(const char *state)
{
    if (state == NULL)
        return err(BROKEN, "the database server doesn't answer");
    if (strcmp(state, "40001") == 0 || strcmp(state, "40P01") == 0 || strcmp(state, "55P03") == 0)
        return err(BUSY, "the database is locked by another writer");
    if (strncmp(state, "23", 2) == 0)
        return err(BROKEN, "a constraint of the schema was broken");
    if (strncmp(state, "53", 2) == 0)
        return err(BROKEN, "the database server is out of disk, memory or connections");
    if (strncmp(state, "08", 2) == 0 || strncmp(state, "57P", 3) == 0)
        return err(BROKEN, "the database server went away");
    return err(BROKEN, "the database refused a statement");
}

/* OK when the result is one of success; the result is cleared in any case but when the caller wants it. */
static Err finish(PGresult *result, PGresult **ret_result)
{
    ExecStatusType status = PQresultStatus(result);
    Err answered = ok();
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
        answered = from_state(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    if (answered.kind == OK && ret_result != NULL)
        *ret_result = result;
    else
        PQclear(result);
    return answered;
}

static Err exec(struct postgres_connection *self, const char *sql) { return finish(PQexec(self->server, sql), NULL); }

static void ignore_notice(void *context, const PGresult *result) { (void)context, (void)result; }

/* Sort order and comparison must be SQLite's: by bytes of UTF-8. */
static Err check_database(struct postgres_connection *self)
{
    PGresult *result;
    TRY(finish(
        PQexec(self->server,
               "SELECT datcollate, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()"),
        &result));
    bool collated = PQntuples(result) == 1 && strcmp(PQgetvalue(result, 0, 0), "C") == 0;
    bool encoded = PQntuples(result) == 1 && strcmp(PQgetvalue(result, 0, 1), "UTF8") == 0;
    PQclear(result);
    if (!collated)
        return err(BROKEN, "the database's collation must be C: create it with LC_COLLATE 'C' and TEMPLATE template0");
    return encoded ? ok() : err(BROKEN, "the database's encoding must be UTF8");
}

static Err set_up(struct postgres_connection *self)
{
    PQsetNoticeReceiver(self->server, ignore_notice, NULL);
    if (PQsetClientEncoding(self->server, "UTF8") != 0)
        return err(BROKEN, "the database server can't speak UTF8");
    TRY(check_database(self));
    char wait[64];
    snprintf(wait, sizeof wait, "SET lock_timeout = %d", ENGINE_BUSY_WAIT_MS);
    TRY(exec(self, wait));
    TRY(exec(self, "SET synchronous_commit = on"));
    if (self->use == CONNECTION_READS)
        TRY(exec(self, "SET default_transaction_read_only = on"));
    return ok();
}

static void postgres_close(struct connection *connection)
{
    if (connection == NULL)
        return;
    PQfinish(own(connection)->server);
    free(own(connection)->prepared);
    free(connection);
}

static Err postgres_open(const char *where, enum connection_use use, const struct design *design,
                         struct connection **ret_connection)
{
    struct postgres_connection *self = calloc(1, sizeof *self);
    bool *prepared = calloc(design->piece_count + 1, sizeof *prepared);
    if (self == NULL || prepared == NULL) {
        free(self);
        free(prepared);
        return err(BROKEN, "no memory for a connection");
    }
    *self =
        (struct postgres_connection){.head = {&ENGINE_POSTGRES}, .design = design, .use = use, .prepared = prepared};
    self->server = PQconnectdb(where);
    Err opened =
        PQstatus(self->server) == CONNECTION_OK ? set_up(self) : err(BROKEN, "the database server can't be reached");
    if (opened.kind != OK) {
        postgres_close(&self->head);
        return opened;
    }
    *ret_connection = &self->head;
    return ok();
}

/* A connection the server dropped is made again between transactions, never inside one. */
static Err mend(struct postgres_connection *self)
{
    if (PQstatus(self->server) == CONNECTION_OK)
        return ok();
    PQreset(self->server);
    memset(self->prepared, 0, (self->design->piece_count + 1) * sizeof *self->prepared);
    return PQstatus(self->server) == CONNECTION_OK ? set_up(self) : err(BROKEN, "the database server can't be reached");
}

static Err postgres_has_table(struct connection *connection, const char *table, bool *ret_has)
{
    PGresult *result;
    TRY(finish(PQexecParams(own(connection)->server, "SELECT 1 WHERE to_regclass($1) IS NOT NULL", 1, NULL, &table,
                            NULL, NULL, 0),
               &result));
    *ret_has = PQntuples(result) == 1;
    PQclear(result);
    return ok();
}

static Err postgres_script(struct connection *connection, const char *const *statements, size_t count)
{
    for (size_t i = 0; i < count; i++)
        TRY(exec(own(connection), statements[i]));
    return ok();
}

/* Sends it; when the connection had been dropped without our knowing, makes it again and sends it once more. */
static Err begin(struct postgres_connection *self, const char *sql)
{
    TRY(mend(self));
    Err begun = exec(self, sql);
    if (begun.kind == OK || PQstatus(self->server) == CONNECTION_OK)
        return begun;
    TRY(mend(self));
    return exec(self, sql);
}

static Err postgres_begin_read(struct connection *connection)
{
    return begin(own(connection), "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

static void postgres_rollback(struct connection *connection)
{
    if (PQtransactionStatus(own(connection)->server) != PQTRANS_IDLE)
        PQclear(PQexec(own(connection)->server, "ROLLBACK"));
}

static Err postgres_begin_write(struct connection *connection)
{
    struct postgres_connection *self = own(connection);
    TRY(begin(self, "BEGIN ISOLATION LEVEL REPEATABLE READ"));
    Err locked = exec(self, "LOCK TABLE ledger_head IN EXCLUSIVE MODE");
    if (locked.kind != OK)
        postgres_rollback(connection);
    return locked;
}

static Err postgres_savepoint(struct connection *connection) { return exec(own(connection), "SAVEPOINT act"); }
static Err postgres_release(struct connection *connection) { return exec(own(connection), "RELEASE SAVEPOINT act"); }
static Err postgres_rollback_to(struct connection *connection)
{
    return exec(own(connection), "ROLLBACK TO SAVEPOINT act; RELEASE SAVEPOINT act");
}

/* The server answers COMMIT of a failed transaction with ROLLBACK, and calls that a success. */
static Err postgres_commit(struct connection *connection)
{
    PGresult *result;
    TRY(finish(PQexec(own(connection)->server, "COMMIT"), &result));
    bool committed = strcmp(PQcmdStatus(result), "COMMIT") == 0;
    PQclear(result);
    return committed ? ok() : err(BROKEN, "the transaction had failed and was rolled back");
}

static Oid type_of(enum value_kind kind)
{
    return kind == VALUE_INT ? OID_INT8 : kind == VALUE_BYTES ? OID_BYTEA : OID_TEXT;
}

static void name_of(const struct piece *piece, char name[static 24]) { snprintf(name, 24, "piece%zu", piece->number); }

static Err prepare(struct postgres_connection *self, const struct piece *piece)
{
    if (self->prepared[piece->number])
        return ok();
    Oid types[PARAMETERS_MOST];
    if (piece->parameter_count > PARAMETERS_MOST)
        return err(BROKEN, "a piece with more parameters than PARAMETERS_MOST");
    for (size_t i = 0; i < piece->parameter_count; i++)
        types[i] = type_of(piece->parameters[i]);
    char name[24];
    name_of(piece, name);
    TRY(finish(PQprepare(self->server, name, piece->postgres, (int)piece->parameter_count, types), NULL));
    self->prepared[piece->number] = true;
    return ok();
}

static Err send(struct postgres_connection *self, const struct piece *piece, const struct value *in,
                PGresult **ret_result)
{
    const char *values[PARAMETERS_MOST];
    int lengths[PARAMETERS_MOST], formats[PARAMETERS_MOST];
    uint64_t numbers[PARAMETERS_MOST];
    for (size_t i = 0; i < piece->parameter_count; i++) {
        formats[i] = BINARY;
        numbers[i] = htobe64((uint64_t)in[i].n);
        values[i] = in[i].kind == VALUE_NULL  ? NULL
                    : in[i].kind == VALUE_INT ? (const char *)&numbers[i]
                                              : in[i].text.at;
        lengths[i] = in[i].kind == VALUE_INT ? (int)sizeof numbers[i] : (int)in[i].text.len;
    }
    char name[24];
    name_of(piece, name);
    return finish(PQexecPrepared(self->server, name, (int)piece->parameter_count, values, lengths, formats, BINARY),
                  ret_result);
}

/* Numbers narrower than bigint, and booleans, come out of expressions. */
static Err column(const PGresult *result, int row, int place, Arena *arena, struct value *ret_value)
{
    *ret_value = (struct value){VALUE_NULL};
    if (PQgetisnull(result, row, place))
        return ok();
    const char *at = PQgetvalue(result, row, place);
    size_t len = (size_t)PQgetlength(result, row, place);
    uint64_t eight;
    uint32_t four;
    uint16_t two;
    switch (PQftype(result, place)) {
    case OID_INT8:
        memcpy(&eight, at, sizeof eight);
        *ret_value = (struct value){VALUE_INT, (int64_t)be64toh(eight), TEXT_NONE};
        return ok();
    case OID_INT4:
        memcpy(&four, at, sizeof four);
        *ret_value = (struct value){VALUE_INT, (int32_t)be32toh(four), TEXT_NONE};
        return ok();
    case OID_INT2:
        memcpy(&two, at, sizeof two);
        *ret_value = (struct value){VALUE_INT, (int16_t)be16toh(two), TEXT_NONE};
        return ok();
    case OID_BOOL:
        *ret_value = (struct value){VALUE_INT, at[0] != 0, TEXT_NONE};
        return ok();
    case OID_TEXT:
        ret_value->kind = VALUE_TEXT;
        break;
    case OID_BYTEA:
        ret_value->kind = VALUE_BYTES;
        break;
    default:
        return err(BROKEN, "a column of a type that is not bigint, text or bytea");
    }
    char *copy = arena_take(arena, len);
    memcpy(copy, at, len);
    ret_value->text = (Text){copy, len};
    return ok();
}

static Err take_rows(const PGresult *result, Arena *arena, struct rows *ret_rows)
{
    struct rows rows = {.count = (size_t)PQntuples(result), .columns = (size_t)PQnfields(result)};
    if (rows.count > ROWS_LIMIT)
        return err(BROKEN, "a piece gave more rows than ROWS_LIMIT");
    rows.at = ARENA_MANY(arena, rows.count * rows.columns, struct value);
    for (size_t row = 0; row < rows.count; row++) {
        if (arena_over(arena))
            return err(BROKEN, "the request's memory is used up");
        for (size_t place = 0; place < rows.columns; place++)
            TRY(column(result, (int)row, (int)place, arena, &rows.at[row * rows.columns + place]));
    }
    /* '' for what changes no rows. */
    (void)text_to_int(text_of(PQcmdTuples((PGresult *)result)), &rows.changed);
    *ret_rows = rows;
    return ok();
}

/* SQLite's authorizer refuses a write on a connection that reads; here the transaction is READ ONLY. The triggers
 * refuse the rest. */
static Err postgres_run(struct connection *connection, const struct piece *piece, const struct value *in, Arena *arena,
                        struct rows *ret_rows)
{
    struct postgres_connection *self = own(connection);
    PGresult *result;
    TRY(prepare(self, piece));
    TRY(send(self, piece, in, &result));
    Err taken = take_rows(result, arena, ret_rows);
    PQclear(result);
    return taken;
}

static bool fits(Oid type, enum value_kind kind)
{
    if (kind == VALUE_INT)
        return type == OID_INT8 || type == OID_INT4 || type == OID_INT2 || type == OID_BOOL;
    return type == type_of(kind);
}

static Err postgres_check(struct connection *connection, const struct piece *piece)
{
    struct postgres_connection *self = own(connection);
    TRY(prepare(self, piece));
    char name[24];
    name_of(piece, name);
    PGresult *result;
    TRY(finish(PQdescribePrepared(self->server, name), &result));
    bool same = (size_t)PQnfields(result) == piece->column_count;
    for (size_t i = 0; same && i < piece->column_count; i++)
        same = fits(PQftype(result, (int)i), piece->columns[i]);
    PQclear(result);
    return same ? ok() : err(BROKEN, "a piece gives other columns than declared");
}

static const char *postgres_last_words(struct connection *connection)
{
    return PQerrorMessage(own(connection)->server);
}

const struct engine ENGINE_POSTGRES = {
    .name = "postgres",
    .open = postgres_open,
    .close = postgres_close,
    .has_table = postgres_has_table,
    .script = postgres_script,
    .begin_read = postgres_begin_read,
    .end_read = postgres_rollback,
    .begin_write = postgres_begin_write,
    .savepoint = postgres_savepoint,
    .release = postgres_release,
    .rollback_to = postgres_rollback_to,
    .commit = postgres_commit,
    .rollback = postgres_rollback,
    .run = postgres_run,
    .check = postgres_check,
    .last_words = postgres_last_words,
};
