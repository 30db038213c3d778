#include "store/access.h"

#include "store/access_sql.h"

Err rights_on_child(Read *read, ChildId child, Rights *ret_rights)
{
    struct access_ways_rows ways;
    TRY(access_ways(read, child, &ways));
    Rights rights = 0;
    for (size_t i = 0; i < ways.count; i++)
        rights |= (Rights)ways.at[i].rights;
    *ret_rights = rights;
    return ok();
}

Err may(Read *read, enum permission permission, ChildId child)
{
    Rights rights = 0;
    TRY(rights_on_child(read, child, &rights));
    if (rights == 0)
        return err(NOT_FOUND, "no such child, or not one this person may know of");
    return rights_have(rights, permission) ? ok() : err(NOT_ALLOWED, "not among this person's rights on the child");
}

static Err rights_are_the_same(Store *store, Arena *arena, bool *ret_same)
{
    Read *read;
    TRY(store_read_begin(store, arena, (AuthorityId){0}, (PersonId){0}, (Instant){0}, &read));
    struct right_of_all_rows rows = {0};
    Err asked = right_of_all(read, &rows);
    store_read_end(read);
    TRY(asked);
    bool same = rows.count == RIGHTS_COUNT;
    for (size_t i = 0; i < rows.count; i++)
        same = same && (Rights)rows.at[i].rights == rights_of(rows.at[i].role, rows.at[i].standing);
    *ret_same = same;
    return ok();
}

static Err write_rights(Store *store, Arena *arena)
{
    Tx *tx;
    TRY(store_savepoint(store, arena, (AuthorityId){0}, (PersonId){0}, (Instant){0}, TABLE_CONSTANT, &tx));
    TRY(right_of_clear(tx));
    for (size_t i = 0; i < RIGHTS_COUNT; i++)
        TRY(right_of_add(tx, RIGHTS[i].role, RIGHTS[i].standing, (int64_t)RIGHTS[i].rights));
    return store_release(tx);
}

static Err fill(Store *store, Arena *arena)
{
    bool same = false;
    TRY(rights_are_the_same(store, arena, &same));
    if (same)
        return ok();
    TRY(store_write_begin(store));
    Err written = write_rights(store, arena);
    if (written.kind == OK)
        return store_write_commit(store);
    store_write_rollback(store);
    return written;
}

Err access_fill_rights(Store *store)
{
    Arena *arena = arena_new(0);
    Err filled = fill(store, arena);
    arena_free(arena);
    return filled;
}
