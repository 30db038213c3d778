/* How far ahead the holidays are known, and what is due after that: said wherever such a day stands, and to who keeps the service. */
#ifndef PAGES_PRACTICE_KNOWN_H
#define PAGES_PRACTICE_KNOWN_H

#include "rules/practice.h"
#include "store/store.h"

enum { HOLIDAYS_KNOWN_MONTHS = 12 /* months of known holidays left, below which who keeps the service is told on My work */ };

struct holidays_known {
    Date until;      /* the last day of the years whose holidays are loaded */
    bool ends_soon;  /* fewer than HOLIDAYS_KNOWN_MONTHS are left */
    int64_t beyond;  /* what waits, counts in working days and is due after that day */
    int64_t stale;   /* what waits and was counted by an older program in another way (store/case/moving.h) */
};

Err holidays_known_now(Read *read, const struct practice *practice, struct holidays_known *ret_known);
/* What to tell who keeps the service; each is empty when there is nothing to tell. 'The holidays are known until 31 December 2028: …', '23 dates are due
 * after 31 December 2028, counted without holidays'. */
Text holidays_end_words(Arena *arena, const struct holidays_known *known);
Text holidays_beyond_words(Arena *arena, const struct holidays_known *known);
/* '12 dates that wait were counted by an older version of Hearth'. */
Text holidays_stale_words(Arena *arena, const struct holidays_known *known);

/* True for a last day that was counted in working days past the years whose holidays are loaded. */
bool due_is_beyond(const struct practice *practice, enum obligation_kind kind, Date due);
/* What stands beside such a day. */
#define BEYOND_WORDS "counted without holidays: they are not known yet"
/* The words of that day, with BEYOND_WORDS where it is beyond. */
Text due_with_beyond(Arena *arena, const struct practice *practice, enum obligation_kind kind, Date due, Text words);

/* The same for a conference that was called (INITIAL, PRE_BIRTH, TRANSFER_IN, REVIEW). */
Text conference_due_words(Arena *arena, const struct practice *practice, enum conference_kind kind, Date due, Text words);

#endif
