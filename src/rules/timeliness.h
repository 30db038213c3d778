/* How well time limits are kept: what is said of the limits that were due in a period. Pure. */
#ifndef RULES_TIMELINESS_H
#define RULES_TIMELINESS_H

#include "rules/codes.h"

enum {
    TIMELINESS_FEW = 5, /* of fewer limits than that no percentage is given: one child would be a fifth of it, and can be known by it */
};

/* How many limits stand how on the day of asking. LATE is late now, WAITING is still to come. */
struct timeliness {
    int64_t cases[OBLIGATION_STATE_COUNT];
};

/* Every limit that was due. */
int64_t timeliness_due(const struct timeliness *of);
/* Those of which it can be said whether they were kept: in time, met late, late now, missed. What is no longer needed or still to come is not
 * among them. */
int64_t timeliness_judged(const struct timeliness *of);
/* Percent in time of those, to the nearest whole; 100 only when it is all of them, 0 only when it is none. False, and nothing written, when there
 * are fewer than TIMELINESS_FEW. */
bool timeliness_percent(const struct timeliness *of, int *ret_percent);

/* So many cases were so many days late. */
struct days_late {
    int32_t days;
    int64_t cases;
};
/* Twice the median of days late, so that the half between two numbers is whole; 0 when there is no case. Sorts the rows by days. */
int64_t days_late_median_twice(struct days_late *rows, size_t count);

#endif
