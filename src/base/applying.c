#include "base/applying.h"

#include <stdio.h>
#include <stdlib.h>

static _Thread_local bool now_applying;

void applying_begin(void)
{
    not_while_applying("another entry");
    now_applying = true;
}

void applying_end(void) { now_applying = false; }

bool applying(void) { return now_applying; }

void not_while_applying(const char *what)
{
    if (!now_applying)
        return;
    fprintf(stderr, "an act asked for %s while its entry was applied: it must be decided before, and kept in the body\n", what);
    abort();
}
