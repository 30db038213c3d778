#include "rules/workdays.h"

const struct holiday *holiday_on(const struct holidays *holidays, Date date)
{
    size_t low = 0, high = holidays->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (date_before(holidays->at[middle].date, date))
            low = middle + 1;
        else
            high = middle;
    }
    return low < holidays->count && date_equal(holidays->at[low].date, date) ? &holidays->at[low] : NULL;
}

static bool is_weekend(Date date) { return date_weekday(date) >= SATURDAY; }

bool is_working_day(const struct holidays *holidays, Date date) { return !is_weekend(date) && holiday_on(holidays, date) == NULL; }

bool beyond_holidays(const struct holidays *holidays, Date date)
{
    int year, month, day;
    date_parts(date, &year, &month, &day);
    return year < holidays->year_first || year > holidays->year_last;
}

Date working_day_on_or_before(const struct holidays *holidays, Date date)
{
    while (!is_working_day(holidays, date))
        date = date_plus_days(date, -1);
    return date;
}

Date working_days_from(const struct holidays *holidays, Date start, int n, struct working *ret_working)
{
    int step = n < 0 ? -1 : 1, wanted = n < 0 ? -n : n, counted = 0;
    Date date = start;
    bool beyond = beyond_holidays(holidays, start);
    size_t listed = 0;
    while (counted < wanted) {
        date = date_plus_days(date, step);
        const struct holiday *holiday = holiday_on(holidays, date);
        struct counted_day day = {date, DAY_COUNTED, 0, holiday == NULL ? "" : holiday->name};
        if (is_weekend(date))
            day.kind = DAY_WEEKEND;
        else if (holiday != NULL)
            day.kind = DAY_HOLIDAY;
        else
            day.number = ++counted;
        beyond = beyond || beyond_holidays(holidays, date);
        if (ret_working != NULL && listed < WORKING_MAX)
            ret_working->days[listed++] = day;
    }
    if (ret_working != NULL) {
        ret_working->start = start;
        ret_working->due = date;
        ret_working->last_working_day = working_day_on_or_before(holidays, date);
        ret_working->beyond = beyond;
        ret_working->count = listed;
    }
    return date;
}
