/* What the acts about holidays, and about whose time limits hold, share. */
#ifndef ACTS_PEOPLE_HOLIDAY_H
#define ACTS_PEOPLE_HOLIDAY_H

#include "acts/consequences.h"

enum {
    HOLIDAY_BACK_DAYS = 366,  /* how long ago a day that is added now may be: a proclamation somebody missed */
    HOLIDAY_AHEAD_YEARS = 5,  /* how far ahead: nobody proclaims a day later than that */
    PROFILE_AHEAD_DAYS = 731, /* how far ahead a change of profile, or a limit of the authority's own, may begin */
    BOOKED_MOST = 1200,       /* children to whom something is booked after a change; one entry holds five dates of each (consequences.c, DUE_MOST) */
};

/* What waits across that day is counted by `after` from now on, in this act: each date that moves is kept with what it was. A problem beside `field` when
 * more dates would move than one entry holds (DATES_MOVED_MOST). */
Err holiday_counts(struct act_run *run, const struct practice *after, Date day, enum moved_why why, const char *field);

/* Each of these dates moves in this act, with what it was; a problem beside `field` when they are more than one entry holds. */
Err holiday_moves(struct act_run *run, const struct dates_moving *moving, enum moved_why why, const char *field);

/* A problem beside `since` when the day from which other time limits hold is past, or more than PROFILE_AHEAD_DAYS ahead. */
void ask_since(struct act_run *run, Date since);

/* The practice is another from that day on: what is due to the children to whom something happened or is booked then or later is counted anew in this act. A
 * problem beside `since` when they are more than BOOKED_MOST. */
Err booked_count_anew(struct act_run *run, const struct practice *after, Date since, enum moved_why why);

#endif
