#include "acts/people/dates_counted_anew_act.h"

#include "acts/people/holiday.h"

Err dates_counted_anew_decide(struct act_run *run, struct dates_counted_anew *act)
{
    const struct practice *practice;
    struct dates_moving moving;
    (void)act;
    TRY(act_practice(run, &practice));
    TRY(dates_stale(run->read, practice, &moving));
    if (moving.count == 0 && !moving.too_many)
        act_problem(run, "why", "Every date is what this version of Hearth counts: there is nothing to count anew");
    moving.too_many = false; /* the first of them now, the others when it is done again: which comes first changes no day */
    return holiday_moves(run, &moving, MOVED_WHY_COUNTED_ANEW, "why");
}

/* The dates are the consequences' own. */
Err dates_counted_anew_apply(Tx *tx, const struct entry *entry, const struct dates_counted_anew *act)
{
    (void)tx, (void)entry, (void)act;
    return ok();
}
