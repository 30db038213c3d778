/* Time limits that the authority set itself, in words: as a table, on the pages of dates that they made, and as choices in the form that sets one. */
#ifndef PAGES_PRACTICE_OWN_LIMITS_H
#define PAGES_PRACTICE_OWN_LIMITS_H

#include "acts/form_view.h"
#include "pages/sheet.h"
#include "store/practice.h"

/* Every limit that was ever set, the last day first: within how long, from when, in the place of what, who decided it. `with_people`: and who recorded it. No
 * rows when none was. In read->arena. */
Err own_limits_sheet(Read *read, const struct practice *practice, bool with_people, struct sheet *ret_sheet);

/* 'England: 10 working days, statutory': the row of that profile. */
Text limit_of_profile_words(Arena *arena, const struct profile *profile, const struct obligation_row *row);

/* In the form of LIMIT_SET: only the kinds that the profile in force today has are offered, each with how long it is today. Other forms stay as they are. */
void limits_offered(Arena *arena, const struct act_kind *kind, const struct field_options *options, struct form_view *form);

#endif
