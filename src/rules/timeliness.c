#include "rules/timeliness.h"

int64_t timeliness_due(const struct timeliness *of)
{
    int64_t due = 0;
    for (int i = OBLIGATION_STATE_NONE + 1; i < OBLIGATION_STATE_COUNT; i++)
        due += of->cases[i];
    return due;
}

int64_t timeliness_judged(const struct timeliness *of)
{
    return of->cases[OBLIGATION_STATE_MET] + of->cases[OBLIGATION_STATE_MET_LATE] + of->cases[OBLIGATION_STATE_LATE] + of->cases[OBLIGATION_STATE_MISSED];
}

bool timeliness_percent(const struct timeliness *of, int *ret_percent)
{
    int64_t all = timeliness_judged(of), met = of->cases[OBLIGATION_STATE_MET];
    if (all < TIMELINESS_FEW)
        return false;
    int percent = (int)((met * 200 + all) / (all * 2));
    if (percent == 100 && met < all)
        percent = 99;
    if (percent == 0 && met > 0)
        percent = 1;
    *ret_percent = percent;
    return true;
}

static void sort_by_days(struct days_late *rows, size_t count)
{
    for (size_t gap = count / 2; gap > 0; gap /= 2)
        for (size_t i = gap; i < count; i++) {
            struct days_late row = rows[i];
            size_t at = i;
            for (; at >= gap && rows[at - gap].days > row.days; at -= gap)
                rows[at] = rows[at - gap];
            rows[at] = row;
        }
}

/* The days of the case at that place, counted from 0; the place is one of them. */
static int32_t days_at(const struct days_late *rows, int64_t place)
{
    size_t at = 0;
    for (int64_t before = rows[0].cases; before <= place; before += rows[at].cases)
        at++;
    return rows[at].days;
}

int64_t days_late_median_twice(struct days_late *rows, size_t count)
{
    int64_t cases = 0;
    for (size_t i = 0; i < count; i++)
        cases += rows[i].cases;
    if (cases == 0)
        return 0;
    sort_by_days(rows, count);
    return (int64_t)days_at(rows, (cases - 1) / 2) + days_at(rows, cases / 2);
}
