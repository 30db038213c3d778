#include "acts/people/holiday_withdrawn_act.h"

#include "acts/people/holiday.h"
#include "store/holiday_sql.h"

Err holiday_withdrawn_decide(struct act_run *run, struct holiday_withdrawn *act)
{
    const struct practice *practice;
    struct holiday_of row;
    bool found;
    TRY(act_practice(run, &practice));
    TRY(holiday_of(run->read, act->holiday, &row, &found));
    if (!found || !date_is_none(row.withdrawn_on)) {
        act_problem(run, "holiday", "Choose a holiday that was added here and not taken back");
        return ok();
    }
    act->day = row.day;
    struct practice after = practice_without_holiday(run->arena, practice, act->day);
    return holiday_counts(run, &after, act->day, MOVED_WHY_HOLIDAY_WITHDRAWN, "holiday");
}

Err holiday_withdrawn_apply(Tx *tx, const struct entry *entry, const struct holiday_withdrawn *act)
{
    return holiday_withdraw(tx, act->holiday, act->why, entry->number);
}
