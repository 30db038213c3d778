/* Which engine, which connections, and what every call of a piece asks first. */
#include "store/store.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "store/access.h"
#include "store/fault.h"
#include "store/open.h"
#include "store/schema_sql.h"

enum { WORDS_LEN = 300 };

struct store {
    const struct engine *engine;
    const struct design *design;
    char *where; /* as the engine wants it */
    bool in_memory;
    struct connection *write; /* of a store in memory: also the one that reads */
    pthread_mutex_t lock;     /* over all below */
    pthread_cond_t given_back;
    struct connection *idle[STORE_READERS];
    size_t idle_count;
    size_t open_count;
    char words[WORDS_LEN]; /* the engine's about the last piece that failed */
};

/* An address, or name=value pairs: no folder has a '=' before its first '/'. */
static bool is_conninfo(const char *where)
{
    return strncmp(where, "postgres://", 11) == 0 || strncmp(where, "postgresql://", 13) == 0 ||
           where[strcspn(where, "=/")] == '=';
}

bool store_is_folder(const char *where) { return strcmp(where, STORE_MEMORY) != 0 && !is_conninfo(where); }

/* Fills engine and where: a folder becomes the path of hearth.db in it. */
static Err find_place(Store *store, const char *where)
{
    store->in_memory = strcmp(where, STORE_MEMORY) == 0;
    store->engine = is_conninfo(where) ? &ENGINE_POSTGRES : &ENGINE_SQLITE;
    if (store->in_memory || is_conninfo(where)) {
        store->where = strdup(where);
    } else {
        if (mkdir(where, 0700) != 0 && errno != EEXIST)
            return err(BROKEN, "the store's folder can't be made");
        if (asprintf(&store->where, "%s/hearth.db", where) < 0)
            store->where = NULL;
    }
    return store->where == NULL ? err(BROKEN, "no memory to open the store") : ok();
}

static Err connect_all(Store *store)
{
    if (!store->in_memory)
        TRY(open_prepare(store->engine, store->where, store->design));
    TRY(store->engine->open(store->where, store->in_memory ? CONNECTION_MAKES : CONNECTION_WRITES, store->design,
                            &store->write));
    if (store->in_memory)
        TRY(open_make(store->write, store->design));
    return ok();
}

Err store_open_design(const char *where, const struct design *design, Store **ret_store)
{
    Store *store = calloc(1, sizeof *store);
    if (store == NULL)
        return err(BROKEN, "no memory to open the store");
    store->design = design;
    pthread_mutex_init(&store->lock, NULL);
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&store->given_back, &monotonic);
    pthread_condattr_destroy(&monotonic);
    Err opened = find_place(store, where);
    if (opened.kind == OK)
        opened = connect_all(store);
    if (opened.kind != OK) {
        store_close(store);
        return opened;
    }
    *ret_store = store;
    return ok();
}

Err store_open(const char *where, Store **ret_store)
{
    Store *store;
    TRY(store_open_design(where, &STORE_DESIGN, &store));
    Err filled = access_fill_rights(store);
    if (filled.kind != OK) {
        store_close(store);
        return filled;
    }
    *ret_store = store;
    return ok();
}

void store_close(Store *store)
{
    if (store == NULL)
        return;
    for (size_t i = 0; i < store->idle_count; i++)
        store->engine->close(store->idle[i]);
    if (store->write != NULL)
        store->engine->close(store->write);
    pthread_cond_destroy(&store->given_back);
    pthread_mutex_destroy(&store->lock);
    free(store->where);
    free(store);
}

Text store_last_words(Store *store, Arena *arena)
{
    pthread_mutex_lock(&store->lock);
    Text words = text_copy(arena, text_of(store->words));
    pthread_mutex_unlock(&store->lock);
    return words;
}

/* Keeps the first line of what the engine says; PostgreSQL's second can quote a row. */
static void keep_words(Store *store, struct connection *connection, const struct piece *piece)
{
    const char *words = store->engine->last_words(connection);
    pthread_mutex_lock(&store->lock);
    snprintf(store->words, WORDS_LEN, "%s: %.*s", piece->name, (int)strcspn(words, "\n"), words);
    pthread_mutex_unlock(&store->lock);
}
const struct design *store_design(const Store *store) { return store->design; }

/* An idle connection, or leave to open one more (*ret_connection NULL); waits while all are in use. */
static Err wait_for_connection(Store *store, struct connection **ret_connection)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += STORE_READ_WAIT_MS / 1000;
    pthread_mutex_lock(&store->lock);
    while (store->idle_count == 0 && store->open_count == STORE_READERS)
        if (pthread_cond_timedwait(&store->given_back, &store->lock, &until) == ETIMEDOUT)
            break;
    Err waited = ok();
    struct connection *connection = NULL;
    if (store->idle_count > 0)
        connection = store->idle[--store->idle_count];
    else if (store->open_count < STORE_READERS)
        store->open_count++;
    else
        waited = err(BUSY, "every read connection is in use");
    pthread_mutex_unlock(&store->lock);
    if (waited.kind == OK)
        *ret_connection = connection;
    return waited;
}

/* Back to the pool, or, when NULL, one place in it free again. */
static void give_back(Store *store, struct connection *connection)
{
    pthread_mutex_lock(&store->lock);
    if (connection != NULL)
        store->idle[store->idle_count++] = connection;
    else
        store->open_count--;
    pthread_cond_signal(&store->given_back);
    pthread_mutex_unlock(&store->lock);
}

static Err take_connection(Store *store, struct connection **ret_connection)
{
    struct connection *connection = NULL;
    TRY(wait_for_connection(store, &connection));
    if (connection == NULL) {
        Err opened = store->engine->open(store->where, CONNECTION_READS, store->design, &connection);
        if (opened.kind != OK) {
            give_back(store, NULL);
            return opened;
        }
    }
    Err begun = store->engine->begin_read(connection);
    if (begun.kind != OK) {
        store->engine->close(connection);
        give_back(store, NULL);
        return begun;
    }
    *ret_connection = connection;
    return ok();
}

static Read *new_read(Store *store, Arena *arena, AuthorityId authority, PersonId actor, Instant now,
                      struct connection *connection)
{
    Read *read = ARENA_NEW(arena, Read);
    *read = (Read){.arena = arena,
                   .authority = authority,
                   .actor = actor,
                   .now = now,
                   .today = instant_london_date(now),
                   .store = store,
                   .connection = connection};
    return read;
}

Err store_read_begin(Store *store, Arena *arena, AuthorityId authority, PersonId actor, Instant now, Read **ret_read)
{
    if (arena_over(arena))
        return err(BROKEN, "the request's memory is used up");
    struct connection *connection = store->write;
    if (!store->in_memory)
        TRY(take_connection(store, &connection));
    *ret_read = new_read(store, arena, authority, actor, now, connection);
    return ok();
}

void store_read_end(Read *read)
{
    if (read == NULL || read->store->in_memory || read->connection == NULL)
        return;
    read->store->engine->end_read(read->connection);
    give_back(read->store, read->connection);
    read->connection = NULL;
}

Err store_write_begin(Store *store)
{
    TRY(fault_here(FAULT_LOCK));
    return store->engine->begin_write(store->write);
}

Err store_savepoint(Store *store, Arena *arena, AuthorityId authority, PersonId actor, Instant now, unsigned may_write,
                    Tx **ret_tx)
{
    if (arena_over(arena))
        return err(BROKEN, "the request's memory is used up");
    TRY(store->engine->savepoint(store->write));
    Tx *tx = ARENA_NEW(arena, Tx);
    *tx = (Tx){.read = new_read(store, arena, authority, actor, now, store->write), .may_write = may_write};
    *ret_tx = tx;
    return ok();
}

Err store_release(Tx *tx) { return tx->read->store->engine->release(tx->read->connection); }
Err store_rollback_to(Tx *tx) { return tx->read->store->engine->rollback_to(tx->read->connection); }

Err store_write_commit(Store *store)
{
    Err committed = fault_here(FAULT_COMMIT);
    if (committed.kind == OK)
        committed = store->engine->commit(store->write);
    if (committed.kind != OK)
        store->engine->rollback(store->write);
    return committed;
}

void store_write_rollback(Store *store) { store->engine->rollback(store->write); }

Err store_run(Read *read, const struct piece *piece, const struct value *in, struct rows *ret_rows)
{
    if (arena_over(read->arena))
        return err(BROKEN, "the request's memory is used up");
    if (read->connection == NULL)
        return err(BROKEN, "the read transaction is over");
    if (read->store->design->pieces[piece->number] != piece)
        return err(BROKEN, "a piece of another design than the store's");
    read->statements++;
    Err ran = read->store->engine->run(read->connection, piece, in, read->arena, ret_rows);
    if (ran.kind != OK)
        keep_words(read->store, read->connection, piece);
    return ran;
}

Err store_write(Tx *tx, const struct piece *piece, const struct value *in, struct rows *ret_rows)
{
    if ((piece->writes & ~tx->may_write) != 0)
        return err(BROKEN, "a piece writes a kind of table that this transaction may not write");
    TRY(fault_here(FAULT_WRITE));
    return store_run(tx->read, piece, in, ret_rows);
}
