/* Under whose rules an authority works: which profile was in force from which day, and the holidays it counts by. An obligation keeps the
 * profile under which it began, however often the authority changes afterwards. Made by store/practice.h; pure here. */
#ifndef RULES_PRACTICE_H
#define RULES_PRACTICE_H

#include "rules/obligations.h"

struct practice_period {
    Date since;
    const struct profile *profile;
};

struct practice {
    const struct practice_period *periods; /* in the order of their days, at least one */
    size_t count;
    const struct holidays *holidays;
};

/* Which of the periods (at least one) a day is in. */
size_t practice_period_on(const struct practice_period *periods, size_t count, Date day);
/* The profile in force on that day. What began before the first period began under its profile: the record was taken over. */
const struct profile *practice_on(const struct practice *practice, Date day);
/* The row for a kind that started on that day; NULL when that day's profile has none. */
const struct obligation_row *practice_row(const struct practice *practice, enum obligation_kind kind, Date start);

/* All obligations that a child's events give rise to (see obligations_of), each under the profile of the day on which it started. Writes at
 * most `room`, in the order of the periods, of their profiles' rows and then of their starts; returns how many there are, SIZE_MAX when there
 * are more than HAPPENINGS_MOST events. */
size_t practice_obligations(const struct practice *practice, const struct happening *events, size_t count, Date today,
                            struct obligation *ret_obligations, size_t room);

#endif
