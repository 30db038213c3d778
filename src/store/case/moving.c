#include "store/case/moving.h"

#include "rules/own_day.h"
#include "store/moved_sql.h"

/* The day it is due by the new count; the day it had, when that was set by people and comes first. */
static Date counted_anew(const struct obligation_row *row, const struct practice *before, const struct practice *after, const struct dates_waiting *waits)
{
    Date now = obligation_due(row, waits->start, after->holidays, NULL);
    bool was_set = has_day_of_its_own(waits->kind) && date_before(waits->due, obligation_due(row, waits->start, before->holidays, NULL));
    return was_set && date_before(waits->due, now) ? waits->due : now;
}

static bool spans(const struct dates_waiting *waits, Date day)
{
    bool back = date_before(waits->due, waits->start);
    return back ? date_before(day, waits->start) && !date_before(day, waits->due) : date_before(waits->start, day) && !date_before(waits->due, day);
}

/* day: DATE_NONE for every one, whatever its unit. */
static Err find_moving(Read *read, const struct practice *before, const struct practice *after, Date day, struct dates_moving *ret_moving)
{
    struct dates_waiting_rows rows;
    struct dates_moving moving = {0};
    TRY(dates_waiting(read, DATES_LOOKED_AT_MOST + 1, &rows));
    moving.too_many = rows.count > DATES_LOOKED_AT_MOST;
    size_t room = rows.count < DATES_MOVED_MOST ? rows.count : DATES_MOVED_MOST;
    moving.at = ARENA_MANY(read->arena, room, struct date_moving);
    for (size_t i = 0; i < rows.count; i++) {
        const struct dates_waiting *waits = &rows.at[i];
        if (!date_is_none(day) && !spans(waits, day))
            continue;
        const struct obligation_row *row = practice_row(after, waits->kind, waits->start);
        if (row == NULL || (!date_is_none(day) && row->unit != WORKING_DAYS))
            continue;
        Date now = counted_anew(row, before, after, waits);
        if (date_equal(now, waits->due))
            continue;
        if (moving.count == room) {
            moving.too_many = true;
            break;
        }
        moving.at[moving.count++] =
            (struct date_moving){waits->child, waits->kind, waits->start, waits->due, now, date_plus_days(now, -row->warn_days)};
    }
    *ret_moving = moving;
    return ok();
}

Err dates_moving(Read *read, const struct practice *before, const struct practice *after, Date day, struct dates_moving *ret_moving)
{
    return find_moving(read, before, after, day, ret_moving);
}

Err dates_stale(Read *read, const struct practice *practice, struct dates_moving *ret_moving)
{
    return find_moving(read, practice, practice, DATE_NONE, ret_moving);
}
