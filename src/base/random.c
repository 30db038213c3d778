#include "base/random.h"

#include <stdlib.h>
#include <sys/random.h>

#include "base/applying.h"

void random_bytes(void *at, size_t len)
{
    not_while_applying("randomness");
    unsigned char *next = at;
    while (len > 0) {
        ssize_t got = getrandom(next, len, 0);
        if (got <= 0)
            abort();
        next += got;
        len -= (size_t)got;
    }
}
