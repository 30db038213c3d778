/* Why a meeting of the family must be held by a day, for a reader of nine: the rule, and which days count. No entry of the record, no name. */
#ifndef PAGES_FAMILY_OWN_WHY_H
#define PAGES_FAMILY_OWN_WHY_H

#include "pages/why.h"

struct own_sentences {
    Text *at;
    size_t count;
};

/* {{> own_why why}}, closed under the day it is about. Without a summary it is not there. */
struct own_why_view {
    Text summary;
    struct own_sentences sentences;
};

/* Without a summary when the profile has no such rule, or the rule is not about a meeting that families come to. `held_on`: the day on which it is
 * booked; DATE_NONE: none yet. */
struct own_why_view own_why_of(Arena *arena, const struct practice *practice, const struct due_ref *ref, Date held_on);

#endif
