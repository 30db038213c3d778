/* Files that people attached, each sealed in a file of its own (decision 0019): never in the database, never plain on the disk.
 *
 *   FOLDER/NAME       NAME: 32 hexadecimal digits, random: nothing in the folder says what a file is or whose
 *   FOLDER/tmp/NAME   while it arrives; synced, then moved, before the record speaks of it
 *
 * A sealed file: "HEARTHB1", the id of its key (16 bytes), the header of a libsodium secretstream (24), then chunks of BLOB_CHUNK plain bytes,
 * each sealed with the blob's own name beside it, so that two files can't be exchanged; the last says that it is the last, so that none can
 * be cut off. Keys: a text file, one key a line, 64 hexadecimal digits. The first seals; all open. */
#ifndef STORE_BLOB_H
#define STORE_BLOB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/err.h"
#include "base/text.h"

enum {
    BLOB_NAME = 16,           /* bytes */
    BLOB_HASH = 32,           /* BLAKE2b-256 of the plain bytes */
    BLOB_CHUNK = 64 * 1024,   /* plain bytes sealed at a time */
    BLOB_KEYS = 16,           /* keys in one file: the one in use, and those before it */
    BLOB_PATH = 4096 + 64,    /* bytes of a path */
};

/* The folder and its keys, opened once by the program; any thread may use it. */
typedef struct blobs Blobs;

/* Opens the folder. `own_key`: the key file is this program's own: others on the machine may not read it. `makes`: the folder is made when it isn't
 * there, and an own key file too, unless something was sealed here before. BROKEN, with a sentence, when folder or keys can't be used. */
Err blobs_open(const char *folder, const char *key_file, bool own_key, bool makes, Blobs **ret_blobs);
/* Forgets the keys. NULL is fine. */
void blobs_close(Blobs *blobs);
/* Whether keys can be read from there, without making or keeping anything. NOT_FOUND: there is no such file. */
Err blobs_keys_ask(const char *key_file, bool own_key);

struct blob_made {
    unsigned char name[BLOB_NAME], hash[BLOB_HASH];
    int64_t size; /* plain bytes */
};

/* One file arriving. Ends with blob_keep or blob_drop, whatever happened before. */
typedef struct blob_writing BlobWriting;
Err blob_begin(Blobs *blobs, BlobWriting **ret_writing);
Err blob_write(BlobWriting *writing, Text bytes);
/* Seals the end, syncs, moves the file to its place. Not OK: nothing is left of it. */
Err blob_keep(BlobWriting *writing, struct blob_made *ret_made);
/* NULL is fine. */
void blob_drop(BlobWriting *writing);
/* Takes a sealed file away that no record speaks of. Not there is fine. */
void blob_remove(Blobs *blobs, Text name);

/* One file being read, chunk by chunk: each was proved before it is given. */
typedef struct blob_reading BlobReading;
/* NOT_FOUND: no such blob. BROKEN: it is not one of ours, or its key is not here. */
Err blob_open(Blobs *blobs, Text name, BlobReading **ret_reading);
/* The next plain bytes, valid until the next call; empty at the end. BROKEN: it is not as it was sealed. */
Err blob_read(BlobReading *reading, Text *ret_bytes);
/* NULL is fine. */
void blob_close(BlobReading *reading);

/* Reads all of it. NOT_FOUND: it isn't there. BROKEN: it is not as it was sealed, or not what the record says. */
Err blob_check(Blobs *blobs, Text name, Text hash, int64_t size);

/* Takes away what arrived before `before` and has no name in the record: `named` answers for each. *ret_gone: how many. */
Err blobs_sweep(Blobs *blobs, Instant before, Err (*named)(void *given, Text name, bool *ret_named), void *given, int64_t *ret_gone);

#endif
