#include "store/own_limits.h"

#include <assert.h>
#include <string.h>

enum due_unit due_unit_of(enum limit_unit unit)
{
    static_assert((int)WORKING_DAYS + 1 == (int)LIMIT_UNIT_WORKING_DAYS && (int)DAYS + 1 == (int)LIMIT_UNIT_DAYS, "the same order");
    static_assert((int)WEEKS + 1 == (int)LIMIT_UNIT_WEEKS && (int)MONTHS + 1 == (int)LIMIT_UNIT_MONTHS, "the same order");
    return (enum due_unit)((int)unit - 1);
}

static bool same_name(const struct profile *a, const struct profile *b) { return strcmp(a->name, b->name) == 0; }

/* True when that limit holds on the days of a period: its profile was in force when it began, and no other was since. */
static bool goes_on(const struct practice_period *periods, size_t count, size_t period, const struct own_limit *limit)
{
    size_t began = practice_period_on(periods, count, limit->since);
    bool same = began <= period && text_equal_string(limit->profile, periods[began].profile->name);
    for (size_t i = began; same && i < period; i++)
        same = same_name(periods[i].profile, periods[i + 1].profile);
    return same;
}

static Date later(Date a, Date b) { return date_before(a, b) ? b : a; }

/* Calendar days that surely lie between a start and its due day. */
static int days_within(int number, enum due_unit unit)
{
    switch (unit) {
    case WEEKS: return 7 * number;
    case MONTHS: return 28 * number;
    case WORKING_DAYS:
    case DAYS: break;
    }
    return number;
}

/* How long it is, and who says so, in each row of the kind that is in force from the limit's day on. */
static void lay_over(Arena *arena, const struct profile *base, struct obligation_row *rows, const struct own_limit *limit)
{
    for (size_t i = 0; i < base->count; i++) {
        const struct obligation_row *from = &base->rows[i];
        struct obligation_row *row = &rows[i];
        if (row->kind != limit->kind || (!date_is_none(row->until) && !date_before(limit->since, row->until)))
            continue;
        *row = *from;
        if (from->number == limit->number && from->unit == limit->unit)
            continue;
        row->number = limit->number;
        row->unit = limit->unit;
        row->statutory = row->lead = false;
        row->since = later(from->since, limit->since);
        row->source = text_string(arena, limit->source);
        int most = days_within(row->number, row->unit) - 1;
        if (!row->before && row->warn_days > most)
            row->warn_days = most;
    }
}

static const struct profile *laid_over(Arena *arena, const struct practice_period *periods, size_t count, size_t period, Date since,
                                       const struct own_limits *limits)
{
    const struct profile *base = periods[period].profile;
    struct obligation_row *rows = NULL;
    for (size_t i = 0; i < limits->count && !date_before(since, limits->at[i].since); i++) {
        if (!goes_on(periods, count, period, &limits->at[i]))
            continue;
        if (rows == NULL) {
            rows = ARENA_MANY(arena, base->count, struct obligation_row);
            memcpy(rows, base->rows, base->count * sizeof *rows);
        }
        lay_over(arena, base, rows, &limits->at[i]);
    }
    if (rows == NULL)
        return base;
    struct profile *own = ARENA_NEW(arena, struct profile);
    *own = *base;
    own->rows = rows;
    return own;
}

struct practice_period *periods_with_limits(Arena *arena, struct practice_period *periods, size_t count, const struct own_limits *limits, size_t *ret_count)
{
    *ret_count = count;
    if (limits->count == 0)
        return periods;
    struct practice_period *all = ARENA_MANY(arena, count + limits->count, struct practice_period);
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        all[found++] = (struct practice_period){periods[i].since, laid_over(arena, periods, count, i, periods[i].since, limits)};
        for (size_t k = 0; k < limits->count; k++) {
            Date since = limits->at[k].since;
            bool begins = practice_period_on(periods, count, since) == i && date_before(all[found - 1].since, since) && goes_on(periods, count, i, &limits->at[k]);
            if (begins)
                all[found++] = (struct practice_period){since, laid_over(arena, periods, count, i, since, limits)};
        }
    }
    *ret_count = found;
    return all;
}

const struct profile *profile_beneath(const struct profile *profile)
{
    const struct profile *base = profile_named(text_of(profile->name));
    return base == NULL ? profile : base; /* one of a test */
}

const struct obligation_row *limit_beneath(const struct profile *profile, enum obligation_kind kind, Date start)
{
    const struct obligation_row *own = obligation_row_on(profile, kind, start), *base = obligation_row_on(profile_beneath(profile), kind, start);
    bool differs = own != NULL && base != NULL && (own->number != base->number || own->unit != base->unit);
    return differs ? base : NULL;
}

const struct obligation_row *limit_by_law(const struct profile *profile, enum obligation_kind kind, Date start, const struct profile **ret_whose)
{
    const struct profile *whose[] = {profile_beneath(profile), profile_named(text_of(profile->like))};
    for (size_t i = 0; i < sizeof whose / sizeof *whose; i++) {
        const struct obligation_row *row = whose[i] == NULL ? NULL : obligation_row_on(whose[i], kind, start);
        if (row == NULL || !row->statutory)
            continue;
        *ret_whose = whose[i];
        return row;
    }
    return NULL;
}
