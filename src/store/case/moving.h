/* Which days would become other days if the authority's holidays were others, or are not what this program counts: what the acts record, and what their pages
 * show before they are done. */
#ifndef STORE_CASE_MOVING_H
#define STORE_CASE_MOVING_H

#include "rules/practice.h"
#include "store/store.h"

enum {
    DATES_MOVED_MOST = 20000, /* days that one act moves: they stand in one entry (FIELDS_BODY_MOST) */
    DATES_READ_AT_ONCE = 5000 /* of what waits */
};

/* One time limit that waits. */
struct date_moving {
    ChildId child;
    enum obligation_kind kind;
    Date start, was, now;
    Date warn; /* of the new day */
};

struct dates_moving {
    struct date_moving *at; /* the first day that was first */
    size_t count;
    bool too_many; /* more than DATES_MOVED_MOST would move: the list is not whole */
};

/* What waits, counts in working days, and has `day` between its start and its last day: counted by `after` where it was counted by `before`. A day
 * that people or a court set (has_day_of_its_own) stays when it is earlier than the new last day. What is met, stopped or missed keeps its day, and
 * is not listed. In read->arena. Reads the record of every child: who shows it asks what its reader may see. */
Err dates_moving(Read *read, const struct practice *before, const struct practice *after, Date day, struct dates_moving *ret_moving);

/* What waits and is due on another day than this practice counts, whatever its unit: another version of this program, with other holidays or limits, counted
 * it. The same list. */
Err dates_stale(Read *read, const struct practice *practice, struct dates_moving *ret_moving);

#endif
