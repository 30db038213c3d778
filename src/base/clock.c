#include "base/clock.h"

#include <stdatomic.h>
#include <time.h>

#include "base/applying.h"

static _Atomic int64_t set_to; /* 0: the real clock */

Instant clock_now(void)
{
    not_while_applying("the time");
    int64_t set = atomic_load(&set_to);
    if (set != 0)
        return (Instant){set};
    struct timespec at;
    clock_gettime(CLOCK_REALTIME, &at);
    return (Instant){(int64_t)at.tv_sec * SECOND_US + at.tv_nsec / 1000};
}

void clock_set_for_tests(Instant now) { atomic_store(&set_to, now.us); }
