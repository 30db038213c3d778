/* hearth verify: walks both chains, makes the tables again from the ledger and compares. Exit status 1, and the first bad entry named,
 * when anything differs; 2 when it couldn't look. */
#include <stdio.h>

#include "acts/replay.h"
#include "app/command.h"
#include "base/clock.h"
#include "store/duty.h"

static void say_chain(const char *what, const struct chain_verdict *verdict)
{
    if (verdict->bad == 0)
        printf("%s: whole, %lld links.\n", what, (long long)verdict->links);
    else
        printf("%s: %lld is the first bad entry: %s.\n", what, (long long)verdict->bad, verdict->why);
}

static void say_tables(const struct verify_report *report)
{
    if (!report->replayed && report->bad_apply == 0)
        puts("Tables: not compared, since the ledger is not whole.");
    else if (report->bad_apply != 0)
        printf("Tables: entry %lld can't be applied again.\n", (long long)report->bad_apply);
    else if (report->table != NULL)
        printf("Tables: '%s' is not what the ledger makes.\n", report->table);
    else
        puts("Tables: what the ledger makes.");
    fputs("Digest: ", stdout);
    for (size_t i = 0; i < STORE_DIGEST_LEN; i++)
        printf("%02x", report->digest[i]);
    putchar('\n');
}

int command_verify(struct command_run *run)
{
    Store *store;
    Read *read;
    struct verify_report report;
    if (!command_store(run, &store))
        return 2;
    Err end = store_read_begin(store, run->arena, COMMAND_AUTHORITY, PERSON_SYSTEM, clock_now(), &read);
    if (end.kind == OK) {
        end = verify_store(read, &report);
        store_read_end(read);
    }
    store_close(store);
    if (end.kind != OK) {
        command_failed("The record couldn't be looked at", end);
        return 2;
    }
    say_chain("Ledger", &report.ledger);
    say_chain("Looks", &report.looks);
    say_tables(&report);
    return verify_is_whole(&report) ? 0 : 1;
}
