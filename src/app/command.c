#include "app/command.h"

#include <stdio.h>

bool command_store(struct command_run *run, Store **ret_store)
{
    Err end = store_open(run->config->data, ret_store);
    if (end.kind == OK)
        return true;
    fprintf(stderr, "The record at %s can't be opened: %s.\n", run->config->data, end.why);
    return false;
}

bool command_acts(struct command_run *run, Store **ret_store, struct acts **ret_acts)
{
    if (!command_store(run, ret_store))
        return false;
    Err end = acts_open(*ret_store, ret_acts);
    if (end.kind == OK)
        return true;
    fprintf(stderr, "Nothing can be recorded: %s.\n", end.why);
    store_close(*ret_store);
    return false;
}

int command_failed(const char *what, Err end)
{
    fprintf(stderr, "%s: %s (%s).\n", what, end.why, err_kind_name(end.kind));
    return 1;
}
