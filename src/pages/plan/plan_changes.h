/* Two versions of a plan side by side. */
#ifndef PAGES_PLAN_PLAN_CHANGES_H
#define PAGES_PLAN_PLAN_CHANGES_H

#include "pages/plan/plan.h"

/* Fills changes, choices and the family's views of the page. `with`: the version to compare with; NULL: the one before. */
void plan_changes_fill(Arena *arena, const struct plan_loaded *loaded, const struct plan_versions *version, const struct plan_versions *with,
                       struct plan_page *page);

#endif
