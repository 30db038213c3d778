/* The ledger: everything people do, entry by entry, in one chain (store/chain.h; house.md, The record). Headers say who, when, what kind
 * of act and on whom; what was done is the body, kept apart, and the header only commits to it: when retention ends the body can go and the
 * chain stays whole. */
#ifndef STORE_LEDGER_H
#define STORE_LEDGER_H

#include "store/chain.h"

enum {
    LEDGER_CHILDREN_MOST = 200,       /* children one entry can be about */
    LEDGER_PAGE = 50,                 /* entries on one page of a timeline */
};

struct entry_children {
    ChildId *at; /* ascending, each once */
    size_t count;
};

/* A gate that somebody went past, with the reason they gave: it prints on later copies. */
struct entry_gate {
    Text gate; /* its name */
    Text reason;
};
struct entry_gates {
    struct entry_gate *at;
    size_t count;
};

struct entry {
    EntryNumber number;
    Instant recorded_at;
    AuthorityId authority;
    PersonId actor;
    Text act; /* "STRATEGY_DISCUSSION" */
    int64_t version;
    FamilyId family; /* n == 0: concerns the whole organisation */
    int64_t target;  /* the thing it was done on; 0: the whole organisation */
    struct entry_children children;
    struct chain_hash commitment, previous, hash;
    struct entry_gates gates; /* of the body: filled for an act's apply(), empty otherwise */
};

/* Where the ledger stands; under the writer's lock, head.number + 1 is the next entry's number. */
Err ledger_head(Read *read, struct chain_head *ret_head);
/* The instant an entry after `head` is recorded at: now, but never before the entry before it, whatever the clock says. */
Instant ledger_instant(const struct chain_head *head, Instant now);

/* Adds an entry after `head`. The caller filled number (head + 1), recorded_at (ledger_instant), authority, actor, act, version, family,
 * target and children (any order; sorted here); salt is 16 random bytes. Fills commitment, previous and hash. BROKEN when number or
 * recorded_at don't follow. */
Err ledger_append(Tx *tx, const struct chain_head *head, struct entry *entry, Text salt, Text body);
/* Adds an entry of another store as it stands, hash and all, and moves the head: a rebuild. BROKEN when it doesn't follow. */
Err ledger_copy(Tx *tx, const struct chain_head *head, const struct entry *entry, Text salt, Text body);

/* An entry with its body, as read back. */
struct ledger_entry {
    struct entry header;
    Text salt, body;
    bool has_body;
};
struct ledger_entries {
    struct ledger_entry *at;
    size_t count;
};
/* The next CHAIN_CHUNK entries after a number, with children and bodies, in order; count 0 at the end. Unchecked: as they stand. */
Err ledger_after(Read *read, int64_t after, struct ledger_entries *ret_entries);
/* The same for one family and the whole organisation, recorded up to an instant. */
Err ledger_after_of_family(Read *read, FamilyId family, Instant until, int64_t after, struct ledger_entries *ret_entries);

/* The hash a header should have. */
struct chain_hash ledger_hash(Arena *arena, const struct entry *entry);
/* Walks the whole chain: every number there, in order, linked, unchanged, each body the one its header committed to, no body or child
 * without its header, nothing gone at the end. Stops at the first link that is wrong; that is a verdict, not an error. */
Err ledger_verify(Read *read, struct chain_verdict *ret_verdict);

#endif
