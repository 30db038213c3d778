/* The record's store: one folder (SQLite) or one PostgreSQL database, opened once by the program.
 *
 * Reading: any thread opens a Read, which is one state of the record for one person at one moment, and calls the
 * functions sql_to_c made from the pieces. Writing: acts/ alone; one write connection, whose lock and group commit are
 * acts/' (house.md, Writing). */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "rules/ids.h"
#include "store/engine.h"

enum {
    STORE_READERS = 32,        /* read connections at most */
    STORE_READ_WAIT_MS = 5000, /* how long a read waits for one of them before BUSY */
};

typedef struct store Store;

/* True when `where` is a folder's path, and no address of a PostgreSQL or a store in memory. */
bool store_is_folder(const char *where);

/* One read transaction, or the reading side of a write. Bound by themselves in every piece: :authority, :actor, :now,
 * :today. */
typedef struct read {
    Arena *arena; /* where rows are made */
    AuthorityId authority;
    PersonId actor;
    Instant now;
    Date today;         /* the day of `now` in London */
    int64_t statements; /* pieces run so far, for the log's line */
    Store *store;
    struct connection *connection;
} Read;

/* Inside one savepoint of the write transaction. */
typedef struct tx {
    Read *read;
    unsigned
        may_write; /* kinds of table (enum table_kind) that may be written: an apply() writes TABLE_REPLAYED only */
} Tx;

/* Opens the store at `where`: a folder (made when it isn't there, 0700), a PostgreSQL conninfo (postgres://…, or
 * name=value pairs), or STORE_MEMORY. An empty store gets the schema. BROKEN when the store is newer than the program
 * ('the store is newer than this program'), or older (the upgrade command brings it up), or can't be trusted. */
Err store_open(const char *where, Store **ret_store);
#define STORE_MEMORY ":memory:"
/* The same with another design than the program's: for tests of the store itself. */
Err store_open_design(const char *where, const struct design *design, Store **ret_store);
/* Closes; no Read may be open. NULL is fine. */
void store_close(Store *store);

/* Opens a read transaction: one state of the record until store_read_end. Waits for a free connection; BUSY after
 * STORE_READ_WAIT_MS. A store in memory has one connection: reading, writing and replaying it belong to one thread, and
 * a Read sees writes at once. */
Err store_read_begin(Store *store, Arena *arena, AuthorityId authority, PersonId actor, Instant now, Read **ret_read);
/* Ends it and gives the connection back. NULL is fine. The rows stay in the arena. */
void store_read_end(Read *read);

/* Writing. None of these locks: one thread at a time calls them, and acts/ sees to it.
 *   store_write_begin → (store_savepoint → pieces → store_release | store_rollback_to)* → store_write_commit |
 * store_write_rollback store_write_begin: no other process writes from here on; BUSY when one does. */
Err store_write_begin(Store *store);
/* A savepoint for one act. `may_write` is a set of enum table_kind. The Tx lives in the arena. `now` and `actor` are
 * the entry's own; they can still be changed through tx->read. */
Err store_savepoint(Store *store, Arena *arena, AuthorityId authority, PersonId actor, Instant now, unsigned may_write,
                    Tx **ret_tx);
/* Keeps what was done since the savepoint, until the commit. Not OK: call store_rollback_to. */
Err store_release(Tx *tx);
/* Undoes what was done since the savepoint. Not OK: the transaction is lost, call store_write_rollback. */
Err store_rollback_to(Tx *tx);
/* OK: durable on disk. Anything else: nothing of the transaction was kept, and it is over. */
Err store_write_commit(Store *store);
void store_write_rollback(Store *store);

/* The last piece that failed, in any thread, and the engine's own words for why: "team_add: NOT NULL constraint failed:
 * team.telephone". For developers and the log: names of pieces and columns, no values. Empty when none failed. */
Text store_last_words(Store *store, Arena *arena);
const struct design *store_design(const Store *store);

/* For code that sql_to_c makes, and the digest. Run a piece; BROKEN when the arena is over, or a Tx may not write what
 * the piece writes. */
Err store_run(Read *read, const struct piece *piece, const struct value *in, struct rows *ret_rows);
Err store_write(Tx *tx, const struct piece *piece, const struct value *in, struct rows *ret_rows);

#endif
