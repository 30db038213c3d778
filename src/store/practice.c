#include "store/practice.h"

#include "store/holiday_sql.h"
#include "store/organisation_sql.h"

/* The nation's holidays that this program has. An authority stays in its nation (acts/people/profile_changed.c), so the last period says which. */
static const struct holidays *loaded_for(const struct practice_period *periods, size_t count)
{
    return &HOLIDAYS[periods[count - 1].profile->division];
}

/* A list of its own, in the arena: `base` and the days beside it. */
static const struct holidays *holidays_of(Arena *arena, const struct holidays *base, const struct holiday *added, size_t count)
{
    struct holidays *both = ARENA_NEW(arena, struct holidays);
    holidays_with(base, added, count, ARENA_MANY(arena, base->count + count, struct holiday), both);
    return both;
}

Err practice_read(Read *read, struct practice *ret_practice)
{
    struct profiles_in_force_rows rows;
    struct holidays_added_rows days;
    TRY(profiles_in_force(read, &rows));
    TRY(holidays_added(read, &days));
    struct practice_period *periods = ARENA_MANY(read->arena, rows.count + 1, struct practice_period);
    periods[0] = (struct practice_period){DATE_NONE, profile_named(T("england"))};
    for (size_t i = 0; i < rows.count; i++) {
        periods[i] = (struct practice_period){rows.at[i].since, profile_named(rows.at[i].profile)};
        if (periods[i].profile == NULL)
            return err(BROKEN, "the authority's profile is not one of this program's");
    }
    size_t count = rows.count == 0 ? 1 : rows.count;
    struct holiday *added = ARENA_MANY(read->arena, days.count, struct holiday);
    for (size_t i = 0; i < days.count; i++)
        added[i] = (struct holiday){days.at[i].day, text_string(read->arena, days.at[i].name)};
    const struct holidays *loaded = loaded_for(periods, count);
    *ret_practice = (struct practice){periods, count, days.count == 0 ? loaded : holidays_of(read->arena, loaded, added, days.count)};
    return ok();
}

struct practice practice_with_holiday(Arena *arena, const struct practice *practice, Date day, Text name)
{
    struct practice with = *practice;
    struct holiday one = {day, text_string(arena, name)};
    with.holidays = holidays_of(arena, practice->holidays, &one, 1);
    return with;
}

struct practice practice_without_holiday(Arena *arena, const struct practice *practice, Date day)
{
    struct practice without = *practice;
    const struct holidays *loaded = loaded_for(practice->periods, practice->count), *all = practice->holidays;
    struct holiday *added = ARENA_MANY(arena, all->count, struct holiday);
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        if (!date_equal(all->at[i].date, day) && holiday_on(loaded, all->at[i].date) == NULL)
            added[count++] = all->at[i];
    without.holidays = holidays_of(arena, loaded, added, count);
    return without;
}

struct practice practice_with_profile(Arena *arena, const struct practice *practice, Date since, const struct profile *profile)
{
    struct practice with = *practice;
    struct practice_period *at = ARENA_MANY(arena, practice->count + 1, struct practice_period);
    with.periods = at;
    with.count = 0;
    for (size_t i = 0; i < practice->count && date_before(practice->periods[i].since, since); i++)
        at[with.count++] = practice->periods[i];
    at[with.count++] = (struct practice_period){since, profile};
    for (size_t i = 0; i < practice->count; i++)
        if (date_before(since, practice->periods[i].since))
            at[with.count++] = practice->periods[i];
    return with;
}
