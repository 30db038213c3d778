/* Where tests make the store fail (house.md, Tests: fail the Nth write, lock, commit, N = 1, 2, 3 …). Nothing in the
 * program sets a fault; unset, each hook is one comparison. */
#ifndef STORE_FAULT_H
#define STORE_FAULT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

enum fault {
    FAULT_WRITE,  /* a piece that writes: BROKEN */
    FAULT_COMMIT, /* the end of a write transaction: BROKEN, and nothing is kept */
    FAULT_LOCK,   /* the beginning of a write transaction: BUSY */
    FAULT_COUNT
};

/* From now on the nth such thing fails (1: the next one), once. 0: none. */
void fault_set(enum fault fault, int64_t nth);
/* True when a fault that was set has happened, or none was: the loop of a fault test ends when this turns false. */
bool fault_happened(enum fault fault);
/* The store asks before each such thing. Not OK when this is the one that fails. */
Err fault_here(enum fault fault);

#endif
