/* The program's commands, a row each: `hearth NAME …`. main.c reads the configuration and calls one. */
#ifndef APP_COMMAND_H
#define APP_COMMAND_H

#include "acts/act.h"
#include "app/config.h"

/* What a command works with. Words after the command's name are in `words`. */
struct command_run {
    const struct config *config;
    int count;
    char **words;
    Arena *arena;
};

struct command {
    const char *name;
    const char *words; /* what may follow, for the help: "NAME DUTY" */
    const char *help;
    int least, most;   /* how many words may follow */
    int (*run)(struct command_run *run); /* gives the exit status */
};

int command_demo(struct command_run *run);
int command_due(struct command_run *run);
int command_serve(struct command_run *run);
int command_rebuild(struct command_run *run);
int command_export(struct command_run *run);
int command_import(struct command_run *run);
int command_upgrade(struct command_run *run);
int command_verify(struct command_run *run);
int command_profile(struct command_run *run);
int command_profiles(struct command_run *run);
int command_user(struct command_run *run);
int command_administrator(struct command_run *run);

/* The store of the configuration, opened. On failure says so on stderr in a sentence and returns false. */
bool command_store(struct command_run *run, Store **ret_store);
/* Store and acts. */
bool command_acts(struct command_run *run, Store **ret_store, struct acts **ret_acts);
/* Says on stderr what a call ended with, in words for the person at the terminal; returns the exit status 1. */
int command_failed(const char *what, Err end);

/* Gives a person a sign-in name and password; durable when OK. BUSY when too many passwords are being hashed. */
Err command_put_credential(struct acts *acts, Store *store, Arena *arena, PersonId person, Text name, Text password);

/* The one authority that a store holds today (several may share one later). */
#define COMMAND_AUTHORITY ((AuthorityId){1})

#endif
