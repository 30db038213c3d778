/* Whose rules hold in this authority, read from the record: its profiles by the day from which each was in force, and the holidays it counts by:
 * those of its nation that this program has, and the days that the authority added since. Where the authority set limits of its own (store/own_limits.h), a
 * period's profile is the program's with those laid over it: it has the same name, and stands in read->arena. */
#ifndef STORE_PRACTICE_H
#define STORE_PRACTICE_H

#include "store/own_limits.h"
#include "store/store.h"

enum {
    HOLIDAYS_ADDED_MOST = 100, /* days that an authority can have added and not taken back */
};

/* In read->arena. Before an authority was set up: England's profile. BROKEN when the record names a profile that this program doesn't have. */
Err practice_read(Read *read, struct practice *ret_practice);

/* The same practice with one more holiday, or without one of those that the authority added; made in `arena`. `name` is kept as it is. A day that is a
 * holiday already changes nothing, nor does one that is none, or that is one by this program's own list. */
struct practice practice_with_holiday(Arena *arena, const struct practice *practice, Date day, Text name);
struct practice practice_without_holiday(Arena *arena, const struct practice *practice, Date day);
/* The practice of the record when that profile holds from that day on, until the next; or when that limit of the authority's own is set too (one of the same
 * kind and day is replaced). In read->arena; BROKEN as practice_read. */
Err practice_with_profile(Read *read, Date since, const struct profile *profile, struct practice *ret_practice);
Err practice_with_limit(Read *read, const struct own_limit *limit, struct practice *ret_practice);

#endif
