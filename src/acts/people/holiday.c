#include "acts/people/holiday.h"

#include "store/moved_sql.h"

Err holiday_moves(struct act_run *run, const struct dates_moving *moving, enum moved_why why, const char *field)
{
    if (moving->too_many) {
        act_problem(run, field, text_string(run->arena, text_format(run->arena, "More dates would move than one entry can hold: %d", DATES_MOVED_MOST)));
        return ok();
    }
    for (size_t i = 0; i < moving->count; i++)
        TRY(act_redate(run, &moving->at[i], why));
    return ok();
}

Err holiday_counts(struct act_run *run, const struct practice *after, Date day, enum moved_why why, const char *field)
{
    const struct practice *before;
    struct dates_moving moving;
    TRY(act_practice(run, &before));
    TRY(dates_moving(run->read, before, after, day, &moving));
    return holiday_moves(run, &moving, why, field);
}

void ask_since(struct act_run *run, Date since)
{
    if (date_before(since, run->today)) /* the form asks it too; a day that is past would change what is answered for */
        act_problem(run, "since", "The day must be today or later");
    if (date_before(date_plus_days(run->today, PROFILE_AHEAD_DAYS), since))
        act_problem(run, "since", "The day must be within two years");
}

Err booked_count_anew(struct act_run *run, const struct practice *after, Date since, enum moved_why why)
{
    struct children_booked_from_rows rows;
    TRY(children_booked_from(run->read, since, BOOKED_MOST + 1, &rows));
    if (rows.count > BOOKED_MOST) {
        act_problem(run, "since", "More is booked from that day on than one entry can hold: choose a later day");
        return ok();
    }
    act_practice_becomes(run, after);
    for (size_t i = 0; i < rows.count; i++)
        TRY(act_count_anew(run, rows.at[i].child, why));
    return ok();
}
