/* hearth verify: walks both chains, makes the tables again from the ledger and compares, and reads every attached file against its hash. Exit status 1, and the first bad entry named,
 * when anything differs; 2 when it couldn't look. */
#include <stdio.h>

#include "acts/replay.h"
#include "app/attached.h"
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

static bool say_files(const struct attached_report *report, Err opened, bool none)
{
    bool whole = report->bad.n == 0 && report->whole == report->named;
    if (whole)
        printf("Files: %lld, each as it was attached.\n", (long long)report->named);
    else if (opened.kind != OK || none)
        printf("Files: %lld are named, and can't be looked at: %s.\n", (long long)report->named, none ? "HEARTH_BLOBS is not set" : opened.why);
    else
        printf("Files: %lld of %lld are as they were attached; %lld is the first that isn't: %s.\n", (long long)report->whole,
               (long long)report->named, (long long)report->bad.n, report->why);
    return whole;
}

int command_verify(struct command_run *run)
{
    Store *store;
    Read *read;
    Blobs *blobs = NULL;
    struct verify_report report;
    struct attached_report files;
    if (!command_store(run, &store))
        return 2;
    Err opened = attached_open(run->config, false, &blobs); /* no key is needed where no file is named */
    Err end = store_read_begin(store, run->arena, COMMAND_AUTHORITY, PERSON_SYSTEM, clock_now(), &read);
    if (end.kind == OK) {
        end = verify_store(read, &report);
        if (end.kind == OK)
            end = attached_verify(read, blobs, &files);
        store_read_end(read);
    }
    store_close(store);
    bool none = opened.kind == OK && blobs == NULL;
    blobs_close(blobs);
    if (end.kind != OK) {
        command_failed("The record couldn't be looked at", end);
        return 2;
    }
    say_chain("Ledger", &report.ledger);
    say_chain("Looks", &report.looks);
    say_tables(&report);
    bool whole = say_files(&files, opened, none);
    return whole && verify_is_whole(&report) ? 0 : 1;
}
