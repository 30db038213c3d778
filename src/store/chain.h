/* A chain of hashes: each link's hash is made over its own fields and the hash of the link before, so that a changed, lost, added or moved
 * link shows. The ledger and the looks are two chains of the same make; the row of each in ledger_head tells where it ends.
 *
 * Canonical form of what is hashed: the fields in a fixed order, whole numbers as 8 bytes big-endian, texts and bytes with their length
 * before them in 8 bytes. */
#ifndef STORE_CHAIN_H
#define STORE_CHAIN_H

#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/out.h"
#include "rules/ids.h"
#include "store/store.h"

enum {
    CHAIN_HASH = 32,  /* BLAKE2b-256 */
    CHAIN_SALT = 16,
    CHAIN_CHUNK = 100, /* links read at a time while walking */
    CHAIN_ARENA = 512 * 1024 * 1024, /* what a chunk may take: 100 bodies of the largest size; as a rule a few hundred KiB */
    CHAIN_CHILDREN_OF = 50, /* links whose children are read at a time: 50 of 200 children each are ROWS_LIMIT */
};

/* Of equal size so that they copy by assignment. */
struct chain_hash {
    unsigned char at[CHAIN_HASH];
};

/* Where a chain stands: its last link, or number 0 and a hash of zeroes before the first. */
struct chain_head {
    int64_t number;
    Instant at;
    struct chain_hash hash;
};

/* The bytes to hash, growing in an arena. */
struct chain_form {
    Out out;
};
struct chain_form chain_form_new(Arena *arena, const char *what);
void chain_form_int(struct chain_form *form, int64_t number);
void chain_form_bytes(struct chain_form *form, Text bytes);
void chain_form_hash(struct chain_form *form, const struct chain_hash *hash);
void chain_form_children(struct chain_form *form, const ChildId *at, size_t count);
struct chain_hash chain_form_end(const struct chain_form *form);

bool chain_hash_equal(const struct chain_hash *a, const struct chain_hash *b);
Text chain_hash_text(const struct chain_hash *hash); /* a view of the struct */
/* False when the stored bytes are not a hash's length. */
bool chain_hash_of(Text bytes, struct chain_hash *ret_hash);
/* BLAKE2b of salt ‖ body: what a header promises about its body. */
struct chain_hash chain_commitment(Text salt, Text body);

/* Sorts and leaves each child once: the order in which they are hashed. Returns how many are left. */
size_t chain_children_sort(ChildId *at, size_t count);

/* Where the chain called `name` ("LEDGER", "LOOK") stands. */
Err chain_head(Read *read, const char *name, struct chain_head *ret_head);
/* Moves the head on to `to`; the link itself was added just before, in the same act's savepoint. */
Err chain_move(Tx *tx, const char *name, const struct chain_head *from, const struct chain_head *to);

/* What verifying finds. bad is 0 when the chain is whole; otherwise the first link that is not as it was written, and why. */
struct chain_verdict {
    int64_t links; /* that are whole, from the first on */
    int64_t bad;
    const char *why; /* a sentence; "" when whole */
    struct chain_hash hash; /* of the last link */
};
/* The last step of verifying: compares where the walk ended with where the head says the chain ends. */
void chain_verdict_end(struct chain_verdict *verdict, const struct chain_head *walked, const struct chain_head *head);

#endif
