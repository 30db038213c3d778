#include "store/case/moving.h"

#include <string.h>

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

/* Which dates are looked for, and what was found. */
struct search {
    const struct practice *before, *after;
    Date day; /* DATE_NONE: every date, whatever its unit */
    Arena *arena; /* of what is found */
    struct dates_moving found;
};

static void keep(struct search *search, const struct date_moving *moving)
{
    struct dates_moving *found = &search->found;
    if (found->count == DATES_MOVED_MOST) {
        found->too_many = true;
        return;
    }
    if (found->count == 0 || (found->count & (found->count - 1)) == 0) { /* room is the next power of two */
        struct date_moving *more = ARENA_MANY(search->arena, found->count == 0 ? 1 : 2 * found->count, struct date_moving);
        if (found->count > 0)
            memcpy(more, found->at, found->count * sizeof *more);
        found->at = more;
    }
    found->at[found->count++] = *moving;
}

static void look_at(struct search *search, const struct dates_waiting *waits)
{
    bool every = date_is_none(search->day);
    const struct obligation_row *row = practice_row(search->after, waits->kind, waits->start);
    if (row == NULL || (!every && (row->unit != WORKING_DAYS || !spans(waits, search->day))))
        return;
    Date now = counted_anew(row, search->before, search->after, waits);
    struct date_moving moving = {waits->child, waits->kind, waits->start, waits->due, now, date_plus_days(now, -row->warn_days)};
    if (!date_equal(now, waits->due))
        keep(search, &moving);
}

static Err find_moving(Read *read, struct search *search)
{
    struct dates_waiting last = {.start = DATE_NONE, .due = DATE_NONE};
    for (bool end = false; !end; arena_reset(read->arena)) {
        struct dates_waiting_rows rows;
        TRY(dates_waiting(read, last.due, last.child, last.kind, last.start, DATES_READ_AT_ONCE, &rows));
        for (size_t i = 0; i < rows.count; i++)
            look_at(search, &rows.at[i]);
        end = rows.count < DATES_READ_AT_ONCE || search->found.too_many;
        if (rows.count > 0)
            last = rows.at[rows.count - 1];
    }
    return ok();
}

/* What was read goes before more is read: only what is found is kept. */
static Err search_all(Read *read, struct search search, struct dates_moving *ret_moving)
{
    search.arena = read->arena;
    read->arena = arena_new(0);
    Err found = find_moving(read, &search);
    arena_free(read->arena);
    read->arena = search.arena;
    TRY(found);
    *ret_moving = search.found;
    return ok();
}

Err dates_moving(Read *read, const struct practice *before, const struct practice *after, Date day, struct dates_moving *ret_moving)
{
    return search_all(read, (struct search){.before = before, .after = after, .day = day}, ret_moving);
}

Err dates_stale(Read *read, const struct practice *practice, struct dates_moving *ret_moving)
{
    return search_all(read, (struct search){.before = practice, .after = practice, .day = DATE_NONE}, ret_moving);
}
