#include "store/fault.h"

#include <stdatomic.h>

/* How many more until it fails; 0: never. */
static _Atomic int64_t left[FAULT_COUNT];

void fault_set(enum fault fault, int64_t nth) { atomic_store(&left[fault], nth); }

bool fault_happened(enum fault fault) { return atomic_load(&left[fault]) <= 0; }

Err fault_here(enum fault fault)
{
    if (atomic_load_explicit(&left[fault], memory_order_relaxed) <= 0 || atomic_fetch_sub(&left[fault], 1) != 1)
        return ok();
    return fault == FAULT_LOCK ? err(BUSY, "a test's fault") : err(BROKEN, "a test's fault");
}
