/* A day of its own: people or a court say that something is due earlier than its row says. A conference or a manager brings a review forward, a court
 * gives an emergency order fewer days. Pure. */
#ifndef RULES_OWN_DAY_H
#define RULES_OWN_DAY_H

#include "rules/obligations.h"

/* True for the kinds that can have one; every other day comes from the row alone. */
bool has_day_of_its_own(enum obligation_kind kind);
/* Puts it on that day, earlier or later: due and warning move by as many days, and it is late, was met late or missed by that day. */
void own_day_put(struct obligation *obligation, Date day, Date today);
/* The same when the day is earlier than the one that stands. `by` DATE_NONE or not earlier: nothing changes. */
void own_day_set(struct obligation *obligation, Date by, Date today);

#endif
