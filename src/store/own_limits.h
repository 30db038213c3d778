/* Time limits that an authority sets itself, laid over its profile. A limit holds from its day on, for what starts then or later, until another profile is in
 * force; it changes how long, and nothing else of the row. Pure: made from what is given, in the caller's arena. */
#ifndef STORE_OWN_LIMITS_H
#define STORE_OWN_LIMITS_H

#include "rules/practice.h"

enum {
    OWN_LIMITS_MOST = 500, /* that an authority can have set in its life: each kind some twenty times */
};

/* One limit, as it was set. */
struct own_limit {
    Date since;
    enum obligation_kind kind;
    int number;
    enum due_unit unit;
    Text profile; /* the name of the one in force on that day when it was set: while another is, it says nothing */
    Text source;  /* who decided it, and where that is written */
};

struct own_limits {
    const struct own_limit *at; /* in the order of their days; of two of a kind on one day the last holds */
    size_t count;
};

/* The unit as the record keeps it, and as the rules count it. */
enum due_unit due_unit_of(enum limit_unit unit);

/* The periods of profiles with the limits over them: a period begins where a profile or a limit does. Where limits hold its profile is a copy of the program's
 * with the same name, title and order of rows; in each row of the kind the number, the unit and the source are the limit's, it is local, and its warning comes
 * after its start. A limit as long as the profile's own row takes back what was set before: the profile's row stands. Without limits: `periods` itself. */
struct practice_period *periods_with_limits(Arena *arena, struct practice_period *periods, size_t count, const struct own_limits *limits, size_t *ret_count);

/* The program's own profile of the name that a period's has. */
const struct profile *profile_beneath(const struct profile *profile);
/* For a kind that starts on that day: the row of the profile beneath, when a limit of the authority's own stands in its place; NULL: none does. */
const struct obligation_row *limit_beneath(const struct profile *profile, enum obligation_kind kind, Date start);
/* What is statutory for that kind on that day in the profile beneath, or in the nation's that it is like, and whose it is; NULL: nothing is. */
const struct obligation_row *limit_by_law(const struct profile *profile, enum obligation_kind kind, Date start, const struct profile **ret_whose);

#endif
