/* hearth rebuild: makes the tables again from the ledger (docs/decisions/0006). hearth upgrade: whether the record is of this
 * program's version. One that is older is refused when it is opened, with what to do: export and import, which replays its ledger into new tables. */
#include <stdio.h>

#include "acts/replay.h"
#include "app/command.h"
#include "base/clock.h"
#include "store/duty.h"

static int rebuild(struct command_run *run, Store *store)
{
    Read *read;
    int64_t bad = 0;
    unsigned char before[STORE_DIGEST_LEN], after[STORE_DIGEST_LEN];
    Err end = store_read_begin(store, run->arena, COMMAND_AUTHORITY, PERSON_SYSTEM, clock_now(), &read);
    if (end.kind == OK) {
        end = store_digest(read, before);
        if (end.kind == OK)
            end = replay_in_place(read, store, &bad);
        store_read_end(read);
    }
    if (end.kind == OK)
        end = store_read_begin(store, run->arena, COMMAND_AUTHORITY, PERSON_SYSTEM, clock_now(), &read);
    if (end.kind == OK) {
        end = store_digest(read, after);
        store_read_end(read);
    }
    if (end.kind != OK && bad != 0)
        fprintf(stderr, "Entry %lld can't be applied. ", (long long)bad);
    if (end.kind != OK)
        return command_failed("The tables are as they were", end);
    bool same = true;
    for (size_t i = 0; i < STORE_DIGEST_LEN; i++)
        same &= before[i] == after[i];
    puts(same ? "The tables are made anew, and are what they were." : "The tables are made anew. They were not what the ledger makes.");
    return 0;
}

int command_rebuild(struct command_run *run)
{
    Store *store;
    if (!command_store(run, &store))
        return 1;
    int status = rebuild(run, store);
    store_close(store);
    return status;
}

int command_upgrade(struct command_run *run)
{
    Store *store;
    if (!command_store(run, &store)) /* says so when the record is newer than the program */
        return 1;
    printf("The record is of this program's version, %lld: there is nothing to do.\n", (long long)store_design(store)->version);
    store_close(store);
    return 0;
}
