#include "base/random.h"

#include <stdlib.h>
#include <sys/random.h>

void random_bytes(void *at, size_t len)
{
    unsigned char *next = at;
    while (len > 0) {
        ssize_t got = getrandom(next, len, 0);
        if (got <= 0)
            abort();
        next += got;
        len -= (size_t)got;
    }
}
