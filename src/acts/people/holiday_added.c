#include "acts/people/holiday_added_act.h"

#include "acts/people/holiday.h"
#include "store/holiday_sql.h"

/* What is wrong with the day; NULL: nothing. */
static const char *wrong_day(struct act_run *run, const struct practice *practice, Date day)
{
    Date first = date_plus_days(run->today, -HOLIDAY_BACK_DAYS), last = date_plus_months(run->today, 12 * HOLIDAY_AHEAD_YEARS);
    if (date_before(day, first) || date_before(last, day))
        return text_string(run->arena, text_format(run->arena, "The day must be from %.*s to %.*s", TEXT_ARGS(date_long(run->arena, first)),
                                                   TEXT_ARGS(date_long(run->arena, last))));
    if (date_weekday(day) >= SATURDAY)
        return date_weekday(day) == SATURDAY ? "That day is a Saturday: it is not counted as it is" : "That day is a Sunday: it is not counted as it is";
    const struct holiday *holiday = holiday_on(practice->holidays, day);
    return holiday == NULL ? NULL : text_string(run->arena, text_format(run->arena, "That day is a holiday already: %s", holiday->name));
}

Err holiday_added_decide(struct act_run *run, struct holiday_added *act)
{
    const struct practice *practice;
    struct holidays_added_rows rows;
    TRY(act_practice(run, &practice));
    TRY(holidays_added(run->read, &rows));
    const char *wrong = wrong_day(run, practice, act->day);
    if (wrong == NULL && rows.count >= HOLIDAYS_ADDED_MOST)
        wrong = "This authority has added as many holidays as can be kept";
    if (wrong != NULL) {
        act_problem(run, "day", wrong);
        return ok();
    }
    act->holiday = (HolidayId){act_new_id(run)};
    struct practice after = practice_with_holiday(run->arena, practice, act->day, act->name);
    return holiday_counts(run, &after, act->day, MOVED_WHY_HOLIDAY_ADDED, "day");
}

Err holiday_added_apply(Tx *tx, const struct entry *entry, const struct holiday_added *act)
{
    return holiday_add(tx, act->holiday, act->day, act->name, act->source, entry->number);
}
