/* What happens once when a store is opened: its schema is made or its version compared. */
#ifndef STORE_OPEN_H
#define STORE_OPEN_H

#include "base/err.h"
#include "store/engine.h"

/* On a connection of its own that may change the schema: makes the schema when the store is empty. BROKEN when the
 * store's version is not the design's. */
Err open_prepare(const struct engine *engine, const char *where, const struct design *design);
/* Makes the schema in an empty database, over a connection in CONNECTION_MAKES, in one transaction. */
Err open_make(struct connection *connection, const struct design *design);

#endif
