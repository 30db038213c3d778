/* The tables, made again from the ledger: to prove that they are what was done and nothing else, to rebuild them after an upgrade or
 * erasure, and to see a family's record as it stood on a day (house.md, Replay). */
#ifndef ACTS_REPLAY_H
#define ACTS_REPLAY_H

#include "store/digest.h"
#include "store/ledger.h"
#include "store/look.h"

/* Applies every entry that `from` sees to `into`, which must be empty, and copies the chains (ledger, looks, once-only keys) there as they
 * stand. BROKEN, and *ret_bad the number, for an entry that doesn't follow the one before or can't be applied; otherwise *ret_bad is 0. */
Err replay_all(Read *from, Store *into, int64_t *ret_bad);

/* Empties the replayed tables of a store and fills them from its own ledger, in one write transaction: afterwards they are made anew, or
 * they are as they were. Desk and chains stay. `from` reads the same store; nobody else may be writing (docs/decisions/0006). BROKEN, and
 * *ret_bad the number, for an entry that can't be applied. */
Err replay_in_place(Read *from, Store *store, int64_t *ret_bad);

/* A new store in memory with the whole organisation's entries and one family's, up to and with an instant: 'what did we know on that day?'
 * Only replayed tables are filled. The facts are those of then; who may see them is asked of today: the reader of `from` has there the
 * rights on each child that they have now, and nobody else has any. It belongs to the thread that made it; store_close it. */
Err replay_family(Read *from, FamilyId family, Instant until, Store **ret_store);

/* Its last step, in an open write transaction of `into`: takes everybody's rights of then away, and gives the reader of `from` those of now
 * on the family's children. */
Err replay_rights(Read *from, FamilyId family, Instant until, Store *into);

/* The last instant of a day in London. */
Instant replay_end_of(Date day);

/* What verifying a store finds. */
struct verify_report {
    struct chain_verdict ledger, looks;
    bool replayed;          /* the ledger was applied again: only when it is whole */
    int64_t bad_apply;      /* the entry that can't be applied; 0: none */
    const char *table;      /* the first table that differs; NULL: none */
    unsigned char digest[STORE_DIGEST_LEN]; /* of the tables in use */
};
/* True when there is nothing to say. */
bool verify_is_whole(const struct verify_report *report);
/* Walks both chains, applies the ledger to a store in memory and compares the tables, all in the one state of the record that `read` sees: others
 * may write meanwhile. Not OK only when it couldn't look. Nothing is written. */
Err verify_store(Read *read, struct verify_report *ret_report);

#endif
