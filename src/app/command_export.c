/* hearth export, hearth import: the record as lines of text (acts/bundle.h), to standard output and from standard input. */
#include <stdio.h>

#include "acts/bundle.h"
#include "app/attached.h"
#include "base/clock.h"
#include "store/duty.h"

/* The bytes of attached files are sealed in a folder of their own, and are no lines of text. */
static Err say_files(Read *read, const char *says)
{
    int64_t count;
    TRY(attached_count(read, &count));
    if (count > 0)
        fprintf(stderr, "%lld attached %s: %s\n", (long long)count, count == 1 ? "file" : "files", says);
    return ok();
}

int command_export(struct command_run *run)
{
    Store *store;
    Read *read;
    if (!command_store(run, &store))
        return 1;
    Err end = store_read_begin(store, run->arena, COMMAND_AUTHORITY, PERSON_SYSTEM, clock_now(), &read);
    if (end.kind == OK) {
        end = bundle_write(read, stdout);
        if (end.kind == OK)
            end = say_files(read, "not in these lines. Copy the folder of attached files too, and keep its key file apart from it.");
        store_read_end(read);
    }
    store_close(store);
    return end.kind == OK ? 0 : command_failed("The record was not exported whole", end);
}

/* The record is imported, whatever becomes of this. */
static void say_imported(struct command_run *run, Store *store)
{
    Read *read;
    if (store_read_begin(store, run->arena, COMMAND_AUTHORITY, PERSON_SYSTEM, clock_now(), &read).kind != OK)
        return;
    Err end = say_files(read, "named, and not in these lines. Put the folder of attached files and its key file in their places; 'hearth verify' reads them.");
    store_read_end(read);
    if (end.kind != OK)
        fprintf(stderr, "How many files are attached could not be counted: %s.\n", end.why);
}

int command_import(struct command_run *run)
{
    Store *store;
    int64_t line;
    if (!command_store(run, &store))
        return 1;
    Err end = bundle_read(stdin, store, run->arena, &line);
    if (end.kind == OK)
        say_imported(run, store);
    store_close(store);
    if (end.kind == OK)
        return 0;
    fprintf(stderr, "Line %lld: ", (long long)line);
    return command_failed("nothing was imported", end);
}
