#include "acts/replay.h"

#include <string.h>

#include "acts/body.h"
#include "store/access.h"
#include "store/ledger_sql.h"
#include "store/reader_sql.h"
#include "store/target_sql.h"

/* Applies one entry in a savepoint of its own; with `head`, copies its link of the chain too. */
static Err replay_entry(Store *into, Arena *arena, struct chain_head *head, const struct ledger_entry *entry)
{
    const struct entry *header = &entry->header;
    Tx *tx;
    if (!entry->has_body)
        return err(BROKEN, "an entry has no body");
    TRY(store_savepoint(into, arena, header->authority, header->actor, header->recorded_at, head != NULL ? TABLE_CHAIN : 0, &tx));
    Err done = ok();
    if (head != NULL)
        done = ledger_copy(tx, head, header, entry->salt, entry->body);
    if (done.kind == OK)
        done = body_apply(tx, header, entry->body);
    if (done.kind == OK)
        done = store_release(tx);
    if (done.kind != OK)
        return done;
    if (head != NULL)
        *head = (struct chain_head){header->number.n, header->recorded_at, header->hash};
    return ok();
}

/* One chunk of entries; `from` reads into the chunk's own arena. */
static Err replay_chunk(Read *from, Store *into, struct chain_head *head, int64_t *after, int64_t *ret_bad, bool *ret_end)
{
    struct ledger_entries entries;
    TRY(ledger_after(from, *after, &entries));
    for (size_t i = 0; i < entries.count; i++) {
        Err done = replay_entry(into, from->arena, head, &entries.at[i]);
        if (done.kind != OK) {
            *ret_bad = entries.at[i].header.number.n;
            return done;
        }
        *after = entries.at[i].header.number.n;
    }
    *ret_end = entries.count == 0;
    return ok();
}

static Err replay_looks(Read *from, Store *into, int64_t *after, bool *ret_end)
{
    struct looks looks;
    TRY(look_after(from, *after, &looks));
    for (size_t i = 0; i < looks.count; i++) {
        Tx *tx;
        TRY(store_savepoint(into, from->arena, looks.at[i].authority, looks.at[i].actor, looks.at[i].at, TABLE_CHAIN, &tx));
        TRY(look_copy(tx, &looks.at[i]));
        TRY(store_release(tx));
        *after = looks.at[i].number;
    }
    *ret_end = looks.count == 0;
    return ok();
}

/* `last` is kept outside the chunk's arena. */
static Err replay_once(Read *from, Store *into, char last[ACT_ONCE_MOST + 1], bool *ret_end)
{
    struct once_rows_rows rows;
    TRY(once_rows(from, text_of(last), CHAIN_CHUNK, &rows));
    for (size_t i = 0; i < rows.count; i++) {
        Tx *tx;
        TRY(store_savepoint(into, from->arena, rows.at[i].of_authority, rows.at[i].sent_by, from->now, TABLE_CHAIN, &tx));
        TRY(once_copy(tx, rows.at[i].key, rows.at[i].of_authority, rows.at[i].sent_by, rows.at[i].number, rows.at[i].sent, rows.at[i].address));
        TRY(store_release(tx));
        if (rows.at[i].key.len > ACT_ONCE_MOST)
            return err(BROKEN, "a once-only key is too long");
        memcpy(last, rows.at[i].key.at, rows.at[i].key.len);
        last[rows.at[i].key.len] = '\0';
    }
    *ret_end = rows.count == 0;
    return ok();
}

static Err replay_everything(Read *from, Store *into, int64_t *ret_bad)
{
    struct chain_head head = {0};
    int64_t entry = 0, look = 0;
    char once[ACT_ONCE_MOST + 1] = "";
    for (bool end = false; !end; arena_reset(from->arena))
        TRY(replay_chunk(from, into, &head, &entry, ret_bad, &end));
    for (bool end = false; !end; arena_reset(from->arena))
        TRY(replay_looks(from, into, &look, &end));
    for (bool end = false; !end; arena_reset(from->arena))
        TRY(replay_once(from, into, once, &end));
    return ok();
}

Err replay_all(Read *from, Store *into, int64_t *ret_bad)
{
    *ret_bad = 0;
    TRY(store_write_begin(into));
    Arena *kept = from->arena;
    from->arena = arena_new(CHAIN_ARENA); /* a chunk's rows go before the next come */
    Err done = replay_everything(from, into, ret_bad);
    arena_free(from->arena);
    from->arena = kept;
    if (done.kind == OK)
        return store_write_commit(into);
    store_write_rollback(into);
    return done;
}

/* ---- the tables in use, made anew ---- */

static Err rebuild_tables(Read *from, Store *store, int64_t *ret_bad)
{
    const struct design *design = store_design(store);
    Tx *tx;
    TRY(store_savepoint(store, from->arena, from->authority, from->actor, from->now, TABLE_REPLAYED, &tx));
    for (size_t i = 0; i < design->table_count; i++) {
        struct rows none;
        if (design->tables[i].clear != NULL)
            TRY(store_write(tx, design->tables[i].clear, NULL, &none));
    }
    TRY(store_release(tx));
    int64_t after = 0;
    for (bool end = false; !end; arena_reset(from->arena))
        TRY(replay_chunk(from, store, NULL, &after, ret_bad, &end));
    return ok();
}

Err replay_in_place(Read *from, Store *store, int64_t *ret_bad)
{
    *ret_bad = 0;
    TRY(store_write_begin(store));
    Arena *kept = from->arena;
    from->arena = arena_new(CHAIN_ARENA);
    Err done = rebuild_tables(from, store, ret_bad);
    arena_free(from->arena);
    from->arena = kept;
    if (done.kind == OK)
        return store_write_commit(store);
    store_write_rollback(store);
    return done;
}

/* ---- one family, as it was ---- */

static Err replay_family_entries(Read *from, FamilyId family, Instant until, Store *into)
{
    int64_t after = 0;
    for (bool end = false; !end; arena_reset(from->arena)) {
        struct ledger_entries entries;
        TRY(ledger_after_of_family(from, family, until, after, &entries));
        for (size_t i = 0; i < entries.count; i++) {
            TRY(replay_entry(into, from->arena, NULL, &entries.at[i]));
            after = entries.at[i].header.number.n;
        }
        end = entries.count == 0;
    }
    return ok();
}

/* The reader's rights of today on one child, in the store of then. */
static Err bring_rights(Read *from, Tx *tx, ChildId child)
{
    Rights rights;
    struct reader_ways_rows ways;
    TRY(rights_on_child(from, child, &rights));
    if (rights == 0)
        return ok(); /* restricted, barred or ended by today */
    TRY(reader_ways(from, child, &ways));
    for (size_t i = 0; i < ways.count; i++) {
        TRY(reader_access(tx, ways.at[i].holder, child, ways.at[i].role));
        TRY(reader_stands(tx, ways.at[i].holder, ways.at[i].standing));
    }
    return reader_named(tx, child);
}

Err replay_rights(Read *from, FamilyId family, Instant until, Store *into)
{
    Tx *tx;
    struct target_family_rows children;
    TRY(store_savepoint(into, from->arena, from->authority, from->actor, until, TABLE_REPLAYED, &tx));
    TRY(reader_forget_access(tx));
    TRY(reader_forget_barred(tx));
    TRY(reader_forget_named(tx));
    TRY(reader_forget_standing(tx));
    TRY(target_family(tx->read, family, &children));
    for (size_t i = 0; i < children.count; i++)
        TRY(bring_rights(from, tx, children.at[i].child));
    return store_release(tx);
}

Err replay_family(Read *from, FamilyId family, Instant until, Store **ret_store)
{
    Store *into;
    TRY(store_open(STORE_MEMORY, &into));
    Err done = store_write_begin(into);
    if (done.kind == OK) {
        Arena *kept = from->arena;
        from->arena = arena_new(CHAIN_ARENA);
        done = replay_family_entries(from, family, until, into);
        if (done.kind == OK)
            done = replay_rights(from, family, until, into);
        arena_free(from->arena);
        from->arena = kept;
        if (done.kind == OK)
            done = store_write_commit(into);
        else
            store_write_rollback(into);
    }
    if (done.kind != OK) {
        store_close(into);
        return done;
    }
    *ret_store = into;
    return ok();
}

Instant replay_end_of(Date day) { return (Instant){instant_of_london(date_plus_days(day, 1), 0, 0).us - 1}; }

/* ---- verifying ---- */

/* Both sides' digests table by table, so that the one that differs is named. */
static Err compare_tables(Read *read, Store *again, Arena *arena, struct verify_report *report)
{
    const struct design *design = store_design(again);
    Read *other;
    TRY(store_read_begin(again, arena, read->authority, read->actor, read->now, &other));
    Err done = store_digest(read, report->digest);
    unsigned char whole[STORE_DIGEST_LEN];
    if (done.kind == OK)
        done = store_digest(other, whole);
    if (done.kind == OK && memcmp(whole, report->digest, sizeof whole) != 0) {
        report->table = "more tables than one";
        for (size_t i = 0; done.kind == OK && i < design->table_count; i++) {
            unsigned char left[STORE_DIGEST_LEN], right[STORE_DIGEST_LEN];
            if (design->tables[i].kind != TABLE_REPLAYED)
                continue;
            done = store_digest_table(read, &design->tables[i], left);
            if (done.kind == OK)
                done = store_digest_table(other, &design->tables[i], right);
            if (done.kind == OK && memcmp(left, right, sizeof left) != 0) {
                report->table = design->tables[i].name;
                break;
            }
        }
    }
    store_read_end(other);
    return done;
}

static Err replay_and_compare(Read *read, struct verify_report *report)
{
    Store *again;
    TRY(store_open(STORE_MEMORY, &again));
    Arena *arena = arena_new(0);
    Err done = replay_all(read, again, &report->bad_apply);
    report->replayed = done.kind == OK;
    if (done.kind == OK)
        done = compare_tables(read, again, arena, report);
    else if (report->bad_apply != 0)
        done = ok(); /* found, and said */
    arena_free(arena);
    store_close(again);
    return done;
}

Err verify_store(Read *read, struct verify_report *ret_report)
{
    struct verify_report report = {0};
    TRY(ledger_verify(read, &report.ledger));
    TRY(look_verify(read, &report.looks));
    if (report.ledger.bad == 0 && report.looks.bad == 0)
        TRY(replay_and_compare(read, &report));
    *ret_report = report;
    return ok();
}

bool verify_is_whole(const struct verify_report *report)
{
    return report->ledger.bad == 0 && report->looks.bad == 0 && report->replayed && report->bad_apply == 0 && report->table == NULL;
}
