/* By when a conference must be held, its reports be with the parents, its decision and notes be sent: from which time limit each of these days
 * comes, for the pages that show them. */
#ifndef PAGES_CONFERENCE_CONFERENCE_DATES_H
#define PAGES_CONFERENCE_CONFERENCE_DATES_H

#include "pages/sheet.h"
#include "store/due_sql.h"
#include "store/store.h"

/* The limit by which that conference must be held: while it is to come, the first that waits; afterwards the one it met; else whose day it was
 * called for (`called_for`). NULL: none is known. */
const struct due_of_conferences *conference_limit(const struct due_of_conferences_rows *limits, ConferenceId conference, enum conference_state state,
                                                  Date called_for, Date held_on);
/* Of every conference without a day that the reader sees: for lists. */
Err conference_limits_called(Read *read, struct due_of_conferences_rows *ret_limits);
/* How such a day is shown: it leads to the whole working, or has the short one under it for who does not read the record. */
struct due_day conference_limit_day(Arena *arena, Text words, const struct due_of_conferences *limit, const struct practice *practice, Date today);

/* The table 'By when' of one conference; without rows when nothing is due because of it. */
Err conference_dates(Read *read, FamilyId family, ConferenceId conference, enum conference_state state, Date called_for, Date held_on,
                     struct sheet *ret_dates);

#endif
