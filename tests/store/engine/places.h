/* Empty places to open a store at, one kind after the other: each test of the store runs at all of them.
 * PostgreSQL joins in when HEARTH_TEST_PG names a server (a conninfo of a database whose collation is C). */
#ifndef TESTS_STORE_PLACES_H
#define TESTS_STORE_PLACES_H

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/engine.h"

enum place { PLACE_FOLDER, PLACE_POSTGRES, PLACE_MEMORY, PLACE_COUNT };

static const char *const PLACE_NAMES[] = {"sqlite", "postgres", "memory"};

/* A schema named like this program, emptied, on the server: programs can run beside each other. */
static inline bool fresh_postgres(const char *server, char where[static 600])
{
    const char *name = program_invocation_short_name;
    char drop[200], create[200];
    snprintf(drop, sizeof drop, "DROP SCHEMA IF EXISTS %s CASCADE", name);
    snprintf(create, sizeof create, "CREATE SCHEMA %s", name);
    const char *const statements[] = {drop, create};
    static const struct design NOTHING = {.version = 1};
    struct connection *connection;
    Err made = ENGINE_POSTGRES.open(server, CONNECTION_MAKES, &NOTHING, &connection);
    if (made.kind != OK) {
        fprintf(stderr, "HEARTH_TEST_PG: %s\n", made.why);
        exit(1);
    }
    made = ENGINE_POSTGRES.script(connection, statements, 2);
    ENGINE_POSTGRES.close(connection);
    if (strncmp(server, "postgres", 8) == 0)
        snprintf(where, 600, "%s%soptions=-csearch_path%%3D%s", server, strchr(server, '?') == NULL ? "?" : "&", name);
    else
        snprintf(where, 600, "%s options=-csearch_path=%s", server, name);
    return made.kind == OK;
}

/* Writes an empty place of that kind into `where`. False when there is none of that kind here. */
static inline bool place_fresh(enum place place, char where[static 600])
{
    static char folder[64];
    if (folder[0] == '\0') {
        strcpy(folder, "/tmp/hearth-store-XXXXXX");
        if (mkdtemp(folder) == NULL)
            exit(1);
    }
    static const char *const FILES[] = {"hearth.db", "hearth.db-wal", "hearth.db-shm"};
    char path[128];
    switch (place) {
    case PLACE_FOLDER:
        for (size_t i = 0; i < 3; i++) {
            snprintf(path, sizeof path, "%s/%s", folder, FILES[i]);
            unlink(path);
        }
        strcpy(where, folder);
        return true;
    case PLACE_POSTGRES:
        return getenv("HEARTH_TEST_PG") != NULL && fresh_postgres(getenv("HEARTH_TEST_PG"), where);
    case PLACE_MEMORY:
        strcpy(where, ":memory:");
        return true;
    case PLACE_COUNT:
        break;
    }
    return false;
}

#endif
