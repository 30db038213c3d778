/* Whether a limit of an authority's own only tightens what is statutory: asked of an authority's profile file (rules/profile_check.h) and of a limit that
 * it sets in its record (acts/people/limit_set.c). Pure. */
#ifndef RULES_LIMIT_TIGHTENS_H
#define RULES_LIMIT_TIGHTENS_H

#include "rules/obligations.h"

/* A start day on which the own limit comes later, and the two due days. */
struct limit_loosened {
    Date start, own, allowed;
};

/* True when `own` comes later than `law` on some start day of the years whose holidays are loaded, among those on which both rows are in force: a working
 * day lies after the law's due day, up to its own. (A due day on which offices are shut is as late as the last working day before it.) The first such day
 * is in *ret_loosened. Both count in the same direction. Which events start, meet and stop them is not asked here. */
bool limit_loosens(const struct obligation_row *own, const struct obligation_row *law, const struct holidays *holidays, struct limit_loosened *ret_loosened);

#endif
