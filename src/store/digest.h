/* What the replayed tables hold, as 32 bytes: two stores with the same digest hold the same record, on SQLite and
 * PostgreSQL alike. */
#ifndef STORE_DIGEST_H
#define STORE_DIGEST_H

#include "store/store.h"

enum { STORE_DIGEST_LEN = 32 };

/* BLAKE2b over a canonical dump: for every replayed table in the schema's order its name and columns, then every row in
 * the order of its primary key, each value with its kind and length. Reads piece by piece through `read`, with memory
 * of its own. */
Err store_digest(Read *read, unsigned char ret_digest[static STORE_DIGEST_LEN]);
/* The same for one table: tells which one differs. */
Err store_digest_table(Read *read, const struct table *table, unsigned char ret_digest[static STORE_DIGEST_LEN]);

#endif
