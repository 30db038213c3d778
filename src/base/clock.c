#include "base/clock.h"

#include <stdatomic.h>
#include <time.h>

#include "base/applying.h"

static _Atomic int64_t set_to; /* 0: the real clock */
static _Atomic int64_t ahead;  /* microseconds */

Instant clock_now(void)
{
    not_while_applying("the time");
    int64_t set = atomic_load(&set_to);
    if (set != 0)
        return (Instant){set};
    struct timespec at;
    clock_gettime(CLOCK_REALTIME, &at);
    return (Instant){(int64_t)at.tv_sec * SECOND_US + at.tv_nsec / 1000 + atomic_load(&ahead)};
}

void clock_set_for_tests(Instant now) { atomic_store(&set_to, now.us); }

void clock_set_ahead(int64_t days) { atomic_store(&ahead, days * DAY_US); }
