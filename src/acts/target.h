/* What an act is done to, and whether this person may do it to that. */
#ifndef ACTS_TARGET_H
#define ACTS_TARGET_H

#include "acts/act.h"

/* Finds the target's family and children and asks the act's permission: on the child, or on one of the children at least (act_concerns
 * asks again for each child that the entry will be about); without a child for ON_ORGANISATION and for a permission that is not about a
 * child. Fills family, child, person and rights of the run. NOT_FOUND also when none of the children is visible. */
Err target_find(struct act_run *run);
/* The act's permission on this child. */
Err target_may(const struct act_run *run, ChildId child);

#endif
