/* Whose rules hold in this authority, read from the record: its profiles by the day from which each was in force, and the holidays it counts by:
 * those of its nation that this program has, and the days that the authority added since. */
#ifndef STORE_PRACTICE_H
#define STORE_PRACTICE_H

#include "rules/practice.h"
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
/* The same practice when that profile holds from that day on, until the next period. */
struct practice practice_with_profile(Arena *arena, const struct practice *practice, Date since, const struct profile *profile);

#endif
