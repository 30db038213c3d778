/* What Hearth asks of a database engine, as one struct of functions: SQLite (engine_sqlite.c) and PostgreSQL
 * (engine_postgres.c).
 *
 * An engine never sees SQL that was put together at run time. It runs pieces: statements that stand in a .sql file,
 * were prepared at build by tools/sql_to_c and carry a number. Each connection prepares a piece the first time it runs
 * it and keeps it. */
#ifndef STORE_ENGINE_H
#define STORE_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/text.h"

enum {
    ROWS_LIMIT = 10000,        /* rows one piece may give; more is BROKEN: a list without an end is a mistake of ours */
    ENGINE_BUSY_WAIT_MS = 5000 /* how long a statement waits for another's lock before BUSY */
};

enum value_kind { VALUE_NULL, VALUE_INT, VALUE_TEXT, VALUE_BYTES };

/* One value going in or coming out. `n` of VALUE_INT; `text` of VALUE_TEXT and VALUE_BYTES (there `at` is never NULL).
 */
struct value {
    enum value_kind kind;
    int64_t n;
    Text text;
};

/* What a piece gave. The value of row r, column c is at[r * columns + c]. `changed`: rows a write inserted, updated or
 * deleted. */
struct rows {
    size_t count;
    size_t columns;
    struct value *at;
    int64_t changed;
};

/* The kinds of table: `-- replayed` and so on before CREATE TABLE in schema/. A piece writes tables of one kind only.
 */
enum table_kind {
    TABLE_REPLAYED = 1, /* made from the ledger alone; the digest covers it */
    TABLE_DESK = 2,     /* sessions, drafts, read marks: not from the ledger, not replayed */
    TABLE_CHAIN = 4,    /* ledger and looks: rows are added, never changed, never deleted */
    TABLE_CONSTANT = 8, /* the program's own tables, filled from it when a store is opened (right_of) */
};

/* One statement of a .sql file. */
struct piece {
    const char *name;
    size_t number;   /* its place among the design's pieces */
    unsigned writes; /* the enum table_kind it writes; 0: it only reads */
    size_t parameter_count;
    const enum value_kind *parameters;
    size_t column_count;
    const enum value_kind *columns;
    const char *sqlite;   /* the text with ?1, ?2 … */
    const char *postgres; /* the text with $1, $2 … */
    size_t limit;         /* rows at most: a LIMIT that stands in the text for PostgreSQL and not in SQLite's; 0: none */
};

struct table {
    const char *name;
    enum table_kind kind;
    bool moves; /* the head of a chain: its rows may be updated */
    size_t column_count;
    const char *const *columns; /* in order of the schema */
    size_t key_count;
    const size_t *key;         /* places of the primary key's columns, in its order */
    const struct piece *first; /* replayed tables: the first rows by primary key, every column … */
    const struct piece *after; /* … and those after the key given as parameters */
    const struct piece *clear; /* takes every row away. All three NULL for other kinds. */
};

/* Everything sql_to_c made of one set of .sql files. The program's own is STORE_DESIGN (store/schema_sql.h). */
struct design {
    int64_t version; /* of the schema, from `-- version N` in 000_core.sql */
    size_t table_count;
    const struct table *tables;
    size_t piece_count;
    const struct piece *const *pieces;
    size_t statement_count; /* makes an empty store: one statement each, in order */
    const char *const *sqlite;
    const char *const *postgres;
    const char *rights; /* asks the view visible for the rights of actor ?2, of authority ?3, on child ?1 at ?4: one row for each way (SQLite) */
};

enum connection_use {
    CONNECTION_MAKES,  /* may change the schema: makes a store, then is closed */
    CONNECTION_READS,  /* may change nothing */
    CONNECTION_WRITES, /* the one that writes; the schema and the chain's rows stay */
};

/* An engine's own; begins with the struct engine it belongs to. */
struct connection {
    const struct engine *engine;
};

/* All functions: BUSY when another holds what is needed longer than ENGINE_BUSY_WAIT_MS, BROKEN for anything
 * unexpected. After an error inside a transaction the caller rolls back, to its savepoint or whole; the connection can
 * be used again. */
struct engine {
    const char *name;
    /* `where`: SQLite: path of the file, or ":memory:"; PostgreSQL: a conninfo. Checks that the database is one Hearth
     * can trust (PostgreSQL: encoding UTF8, collation C). */
    Err (*open)(const char *where, enum connection_use use, const struct design *design,
                struct connection **ret_connection);
    /* NULL is fine. What was not committed is gone. */
    void (*close)(struct connection *connection);
    /* Whether a table of that name exists: an empty store has none. */
    Err (*has_table)(struct connection *connection, const char *table, bool *ret_has);
    /* Runs the statements one by one; only on CONNECTION_MAKES. */
    Err (*script)(struct connection *connection, const char *const *statements, size_t count);
    /* One state of the record until end_read, whatever is written meanwhile. */
    Err (*begin_read)(struct connection *connection);
    void (*end_read)(struct connection *connection);
    /* Begins writing: from here on no other connection writes, of this process or another. */
    Err (*begin_write)(struct connection *connection);
    Err (*savepoint)(struct connection *connection);
    Err (*release)(struct connection *connection);
    Err (*rollback_to)(struct connection *connection); /* undoes to the savepoint, and forgets it */
    /* OK: durable. Anything else: the caller rolls back and nothing of the transaction is kept. */
    Err (*commit)(struct connection *connection);
    void (*rollback)(struct connection *connection);
    /* Runs one piece with its parameters; all rows are made in the arena. *ret_rows is written on OK only. */
    Err (*run)(struct connection *connection, const struct piece *piece, const struct value *in, Arena *arena,
               struct rows *ret_rows);
    /* Prepares a piece without running it and compares its columns with what was declared: ./check does it for all. */
    Err (*check)(struct connection *connection, const struct piece *piece);
    /* The engine's own words for what last went wrong here. Valid until the next call. For the developer: can hold
     * values of rows. */
    const char *(*last_words)(struct connection *connection);
};

extern const struct engine ENGINE_SQLITE;
extern const struct engine ENGINE_POSTGRES;

#endif
