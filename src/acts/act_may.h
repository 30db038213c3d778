/* Asked before a form is shown: may this person do the act at all? act_do asks again. */
#ifndef ACTS_ACT_MAY_H
#define ACTS_ACT_MAY_H

#include "acts/act_kind.h"

/* OK, NOT_ALLOWED or NOT_FOUND, as act_do would answer for this target. Fills, on OK, what the reader may do to the target's children and by
 * their duty, and the target's family (n == 0: none, or several). */
Err act_may(Read *read, const struct act_kind *kind, int64_t target, Rights *ret_rights, FamilyId *ret_family);

#endif
