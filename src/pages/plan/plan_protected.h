/* Pieces of a plan that hold a protected address: out of every copy but that of who may read the address. */
#ifndef PAGES_PLAN_PLAN_PROTECTED_H
#define PAGES_PLAN_PLAN_PROTECTED_H

#include "pages/plan/plan_load.h"

/* Takes each section and action out that holds a protected address which the reader may not read, whole. Of a copy for the family or an agency;
 * who reads the whole plan keeps it. */
Err plan_leave_out_protected(Read *read, struct plan_loaded *loaded);

struct plan_left_out {
    Text *at; /* a section's title, or what an action says */
    size_t count;
};
/* What of the published plan is left out of copies for that reason: for who reads the whole and can mend it. Nothing for anybody else. */
Err plan_left_out(Read *read, const struct plan_loaded *loaded, struct plan_left_out *ret_left_out);

#endif
