#include "store/practice.h"

#include "store/holiday_sql.h"
#include "store/organisation_sql.h"

/* The nation's holidays that this program has. An authority stays in its nation (acts/people/profile_changed.c), so the last period says which. */
static const struct holidays *loaded_for(const struct practice_period *periods, size_t count)
{
    return &HOLIDAYS[periods[count - 1].profile->division];
}

static bool is_last(const struct holiday *at, size_t count, Date day) { return count > 0 && date_equal(at[count - 1].date, day); }

/* Both lists in one, by day; a day of both is said once, in the words of the first. */
static const struct holidays *merged(Arena *arena, const struct holidays *loaded, const struct holiday *added, size_t added_count)
{
    struct holiday *at = ARENA_MANY(arena, loaded->count + added_count, struct holiday);
    struct holidays *both = ARENA_NEW(arena, struct holidays);
    size_t count = 0, a = 0;
    for (size_t i = 0; i < loaded->count; i++) {
        for (; a < added_count && !date_before(loaded->at[i].date, added[a].date); a++)
            if (!date_equal(added[a].date, loaded->at[i].date) && !is_last(at, count, added[a].date))
                at[count++] = added[a];
        at[count++] = loaded->at[i];
    }
    for (; a < added_count; a++)
        if (!is_last(at, count, added[a].date))
            at[count++] = added[a];
    *both = (struct holidays){at, count, loaded->year_first, loaded->year_last};
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
    *ret_practice = (struct practice){periods, count, days.count == 0 ? loaded : merged(read->arena, loaded, added, days.count)};
    return ok();
}

struct practice practice_with_holiday(Arena *arena, const struct practice *practice, Date day, Text name)
{
    struct practice with = *practice;
    struct holiday one = {day, text_string(arena, name)};
    with.holidays = merged(arena, practice->holidays, &one, 1);
    return with;
}

struct practice practice_without_holiday(Arena *arena, const struct practice *practice, Date day)
{
    struct practice without = *practice;
    struct holidays *left = ARENA_NEW(arena, struct holidays);
    if (holiday_on(loaded_for(practice->periods, practice->count), day) != NULL)
        return without;
    struct holiday *at = ARENA_MANY(arena, practice->holidays->count, struct holiday);
    *left = *practice->holidays;
    left->at = at;
    left->count = 0;
    for (size_t i = 0; i < practice->holidays->count; i++)
        if (!date_equal(practice->holidays->at[i].date, day))
            at[left->count++] = practice->holidays->at[i];
    without.holidays = left;
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
