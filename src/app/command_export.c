/* hearth export, hearth import: the record as lines of text (acts/bundle.h), to standard output and from standard input. */
#include <stdio.h>

#include "acts/bundle.h"
#include "app/command.h"
#include "base/clock.h"
#include "store/duty.h"

int command_export(struct command_run *run)
{
    Store *store;
    Read *read;
    if (!command_store(run, &store))
        return 1;
    Err end = store_read_begin(store, run->arena, COMMAND_AUTHORITY, PERSON_SYSTEM, clock_now(), &read);
    if (end.kind == OK) {
        end = bundle_write(read, stdout);
        store_read_end(read);
    }
    store_close(store);
    return end.kind == OK ? 0 : command_failed("The record was not exported whole", end);
}

int command_import(struct command_run *run)
{
    Store *store;
    int64_t line;
    if (!command_store(run, &store))
        return 1;
    Err end = bundle_read(stdin, store, run->arena, &line);
    store_close(store);
    if (end.kind == OK)
        return 0;
    fprintf(stderr, "Line %lld: ", (long long)line);
    return command_failed("nothing was imported", end);
}
