/* Days that became other days, in words: 'Moved from 14 April to 15 April 2026: Tuesday 7 April 2026 was made a holiday.' */
#ifndef PAGES_PRACTICE_MOVED_H
#define PAGES_PRACTICE_MOVED_H

#include "store/moved_sql.h"

/* Every day that became another of a family's limits, read once for a page. */
struct moves {
    struct moved_of_family_rows rows; /* the last time first */
};
Err moves_of_family(Read *read, FamilyId family, struct moves *ret_moves);

/* The sentence of one move: what it was, what it became, why, and when that was recorded. holiday: DATE_NONE unless a holiday moved it. */
Text moved_sentence(Arena *arena, Date was, Date now, enum moved_why why, Date holiday, Text holiday_name, Date moved_on);
/* Why alone: 'Tuesday 7 April 2026 was made a holiday (Spring holiday)'. */
Text moved_because_words(Arena *arena, enum moved_why why, Date holiday, Text holiday_name);
/* The last move of that limit, as a sentence; empty when its day never moved. */
Text moved_words(Arena *arena, const struct moves *moves, ChildId child, enum obligation_kind kind, Date start);

#endif
