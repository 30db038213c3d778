/* What blob.c and blob_keys.c share. */
#ifndef STORE_BLOB_INSIDE_H
#define STORE_BLOB_INSIDE_H

#include <sodium.h>

#include "store/blob.h"

enum { BLOB_KEY_ID = 16, BLOB_KEY = crypto_secretstream_xchacha20poly1305_KEYBYTES };

struct blob_key {
    unsigned char id[BLOB_KEY_ID], key[BLOB_KEY];
};

struct blob_keys {
    size_t count;
    struct blob_key at[BLOB_KEYS];
};

/* Reads a key file. NOT_FOUND: there is none. BROKEN, with a sentence: it can't be used. */
Err blob_keys_read(const char *path, bool own, struct blob_keys *ret_keys);
/* Makes one with one new key, for this account alone; if another process was quicker, its file stays. */
Err blob_keys_make(const char *path);

#endif
