/* The looks: each page somebody was shown, or was refused, in a chain of its own (store/chain.h). A look is durable before its page leaves;
 * it joins the grouped commits of the acts (acts/act.h: acts_look). Looks are not replayed. */
#ifndef STORE_LOOK_H
#define STORE_LOOK_H

#include "store/chain.h"

enum {
    LOOK_CHILDREN_MOST = 800, /* children one page can show: a manager's work has a few lists of a hundred */
    LOOK_CHILDREN_OF = 12,    /* looks whose children are read at a time: 12 of 800 children each are not ROWS_LIMIT */
};

struct look {
    int64_t number; /* filled by look_append */
    Instant at;
    AuthorityId authority;
    PersonId actor;
    Text duty;       /* as what: the duty's code */
    Text route;      /* the address by its name in routes.def */
    FamilyId family; /* n == 0: none, or several */
    bool refused;
    Text search;     /* keyed hash of the words looked for; empty when nothing was searched */
    struct {
        ChildId *at; /* those the page showed, any order; sorted here */
        size_t count;
    } children;
    struct chain_hash previous, hash; /* filled by look_append */
};

/* Where the looks stand. */
Err look_head(Read *read, struct chain_head *ret_head);
/* Adds a look at the end of the chain, under the writer's lock. `at` never goes back: a clock that did is passed over. */
Err look_append(Tx *tx, struct look *look);
/* Adds a look of another store as it stands, and moves the head: a rebuild. BROKEN when it doesn't follow. */
Err look_copy(Tx *tx, const struct look *look);

struct looks {
    struct look *at;
    size_t count;
};
/* The next CHAIN_CHUNK looks after a number, with the children they showed; count 0 at the end. As they stand. */
Err look_after(Read *read, int64_t after, struct looks *ret_looks);
/* Walks the whole chain, as ledger_verify does. */
Err look_verify(Read *read, struct chain_verdict *ret_verdict);

#endif
