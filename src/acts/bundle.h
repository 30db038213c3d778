/* The whole record as lines of text, to be kept, moved to another engine, or read by something else: `hearth export` and `import`.
 *
 *   H {"format":1}                                                        first line
 *   E {"number":1,"authority":1,"recorded_at":…,"actor":1,"act":…}        an entry's header, with salt and hashes
 *   B {"act":{…},"gates":[…],"case":{…}}                                  its body: the next line, always
 *   L {"number":1,"at":…,"actor":…,"route":…}                             a look
 *
 * All entries stand before the looks. What is not part of the record (sessions, drafts, credentials) does not travel. */
#ifndef ACTS_BUNDLE_H
#define ACTS_BUNDLE_H

#include <stdio.h>

#include "store/store.h"

enum { BUNDLE_LINE = 8 << 20 /* bytes of one line */ };

/* Writes every entry and look that `from` sees. BROKEN when the stream can't be written. */
Err bundle_write(Read *from, FILE *to);

/* Reads such lines into an empty store: each entry must follow the one before, hash by hash, and is applied. In one transaction: all or
 * nothing. NOT_VALID, and *ret_line the line, when something is not as bundle_write writes it; NOT_NOW when the store is not empty. */
Err bundle_read(FILE *from, Store *into, Arena *arena, int64_t *ret_line);

#endif
