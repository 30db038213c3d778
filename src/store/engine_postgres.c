/* PostgreSQL under the store: for an authority that outgrew one machine. */
#include "store/engine.h"

static Err postgres_open(const char *where, enum connection_use use, const struct design *design, struct connection **ret_connection)
{
    (void)where, (void)use, (void)design, (void)ret_connection;
    return err(BROKEN, "this build has no PostgreSQL");
}

const struct engine ENGINE_POSTGRES = {.name = "postgres", .open = postgres_open};
