#include "store/practice.h"

#include <string.h>

#include "store/holiday_sql.h"
#include "store/limit_sql.h"
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

/* What an authority's practice is made of. */
struct parts {
    struct practice_period *periods; /* of profiles alone */
    size_t count;
    struct own_limits limits;
    const struct holidays *holidays;
};

/* Room for one more in both lists. */
static Err read_profiles(Read *read, struct parts *parts)
{
    struct profiles_in_force_rows rows;
    TRY(profiles_in_force(read, &rows));
    parts->periods = ARENA_MANY(read->arena, rows.count + 2, struct practice_period);
    parts->periods[0] = (struct practice_period){DATE_NONE, profile_named(T("england"))};
    for (size_t i = 0; i < rows.count; i++) {
        parts->periods[i] = (struct practice_period){rows.at[i].since, profile_named(rows.at[i].profile)};
        if (parts->periods[i].profile == NULL)
            return err(BROKEN, "the authority's profile is not one of this program's");
    }
    parts->count = rows.count == 0 ? 1 : rows.count;
    return ok();
}

static Err read_limits(Read *read, const struct own_limit *one_more, struct own_limits *ret_limits)
{
    struct limits_set_rows rows;
    TRY(limits_set(read, &rows));
    struct own_limit *at = ARENA_MANY(read->arena, rows.count + 1, struct own_limit);
    size_t count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        const struct limits_set *row = &rows.at[i];
        if (one_more != NULL && date_before(one_more->since, row->since)) {
            at[count++] = *one_more;
            one_more = NULL;
        }
        at[count++] = (struct own_limit){row->since, row->kind, (int)row->number, due_unit_of(row->unit), row->profile, row->source};
    }
    if (one_more != NULL)
        at[count++] = *one_more;
    *ret_limits = (struct own_limits){at, count};
    return ok();
}

static Err read_holidays(Read *read, struct parts *parts)
{
    struct holidays_added_rows days;
    TRY(holidays_added(read, &days));
    struct holiday *added = ARENA_MANY(read->arena, days.count, struct holiday);
    for (size_t i = 0; i < days.count; i++)
        added[i] = (struct holiday){days.at[i].day, text_string(read->arena, days.at[i].name)};
    const struct holidays *loaded = loaded_for(parts->periods, parts->count);
    parts->holidays = days.count == 0 ? loaded : holidays_of(read->arena, loaded, added, days.count);
    return ok();
}

static Err read_parts(Read *read, const struct own_limit *one_more, struct parts *ret_parts)
{
    TRY(read_profiles(read, ret_parts));
    TRY(read_limits(read, one_more, &ret_parts->limits));
    return read_holidays(read, ret_parts);
}

static struct practice practice_of(Arena *arena, const struct parts *parts)
{
    struct practice practice = {.holidays = parts->holidays};
    practice.periods = periods_with_limits(arena, parts->periods, parts->count, &parts->limits, &practice.count);
    return practice;
}

Err practice_read(Read *read, struct practice *ret_practice)
{
    struct parts parts;
    TRY(read_parts(read, NULL, &parts));
    *ret_practice = practice_of(read->arena, &parts);
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

Err practice_with_profile(Read *read, Date since, const struct profile *profile, struct practice *ret_practice)
{
    struct parts parts;
    TRY(read_parts(read, NULL, &parts));
    size_t at = 0;
    while (at < parts.count && date_before(parts.periods[at].since, since))
        at++;
    bool is_new = at == parts.count || !date_equal(parts.periods[at].since, since);
    if (is_new)
        memmove(&parts.periods[at + 1], &parts.periods[at], (parts.count++ - at) * sizeof *parts.periods);
    parts.periods[at] = (struct practice_period){since, profile};
    *ret_practice = practice_of(read->arena, &parts);
    return ok();
}

Err practice_with_limit(Read *read, const struct own_limit *limit, struct practice *ret_practice)
{
    struct parts parts;
    TRY(read_parts(read, limit, &parts));
    *ret_practice = practice_of(read->arena, &parts);
    return ok();
}
