#include "rules/workdays.h"

static bool in_calendar(Date date)
{
    return date.days >= HOLIDAY_BLOCKS_FROM && date.days < HOLIDAY_BLOCKS_FROM + HOLIDAY_BLOCKS * HOLIDAY_BLOCK_DAYS;
}

/* How many holidays come before that date. */
static size_t holidays_before(const struct holidays *holidays, Date date)
{
    if (!in_calendar(date))
        return date.days < HOLIDAY_BLOCKS_FROM ? 0 : holidays->count;
    size_t before = holidays->before[(date.days - HOLIDAY_BLOCKS_FROM) / HOLIDAY_BLOCK_DAYS];
    while (before < holidays->count && date_before(holidays->at[before].date, date))
        before++;
    return before;
}

const struct holiday *holiday_on(const struct holidays *holidays, Date date)
{
    size_t at = holidays_before(holidays, date);
    return at < holidays->count && date_equal(holidays->at[at].date, date) ? &holidays->at[at] : NULL;
}

static bool is_weekend(Date date) { return date_weekday(date) >= SATURDAY; }

/* Puts one more into a list in the order of dates, unless its day is there. Returns the new count. */
static size_t put_in(struct holiday *list, size_t count, struct holiday holiday)
{
    size_t at = count;
    while (at > 0 && date_before(holiday.date, list[at - 1].date))
        at--;
    if (at > 0 && date_equal(list[at - 1].date, holiday.date))
        return count;
    for (size_t i = count; i > at; i--)
        list[i] = list[i - 1];
    list[at] = holiday;
    return count + 1;
}

void holidays_with(const struct holidays *base, const struct holiday *added, size_t count, struct holiday *room, struct holidays *ret_holidays)
{
    size_t all = 0;
    for (size_t i = 0; i < base->count; i++)
        room[all++] = base->at[i];
    for (size_t i = 0; i < count; i++) {
        if (in_calendar(added[i].date) && !is_weekend(added[i].date))
            all = put_in(room, all, added[i]);
    }
    ret_holidays->at = room;
    ret_holidays->count = all;
    ret_holidays->year_first = base->year_first;
    ret_holidays->year_last = base->year_last;
    ret_holidays->known_from = base->known_from;
    ret_holidays->known_to = base->known_to;
    for (size_t block = 0, before = 0; block < HOLIDAY_BLOCKS; block++) {
        Date first = {HOLIDAY_BLOCKS_FROM + (int32_t)block * HOLIDAY_BLOCK_DAYS};
        while (before < all && date_before(room[before].date, first))
            before++;
        ret_holidays->before[block] = (uint16_t)before;
    }
}

bool is_working_day(const struct holidays *holidays, Date date) { return !is_weekend(date) && holiday_on(holidays, date) == NULL; }

bool beyond_holidays(const struct holidays *holidays, Date date)
{
    return date_before(date, holidays->known_from) || date_before(holidays->known_to, date);
}

Date working_day_on_or_before(const struct holidays *holidays, Date date)
{
    while (!is_working_day(holidays, date))
        date = date_plus_days(date, -1);
    return date;
}

/* Mondays to Fridays are numbered, from 1 on a Monday that lies 19,000 years back, so that no date here has a number below 1. */
enum { FIRST_MONDAY = -7000003 };

/* The number of that day; of a weekend, its Friday's. */
static int32_t weekday_number(Date date)
{
    int32_t days = date.days - FIRST_MONDAY, of_week = days % 7;
    return days / 7 * 5 + (of_week < 5 ? of_week + 1 : 5);
}

static Date weekday_numbered(int32_t number)
{
    return (Date){FIRST_MONDAY + (number - 1) / 5 * 7 + (number - 1) % 5};
}

/* As many weekdays further as are wanted, and one more for each holiday on the way. */
static Date working_day_after(const struct holidays *holidays, Date start, int n)
{
    int32_t number = weekday_number(start) + n;
    size_t at = holidays_before(holidays, date_plus_days(start, 1));
    for (; at < holidays->count && weekday_number(holidays->at[at].date) <= number; at++)
        number++;
    return weekday_numbered(number);
}

static Date working_day_before(const struct holidays *holidays, Date start, int n)
{
    int32_t number = weekday_number(date_plus_days(start, -1)) + 1 - n;
    size_t at = holidays_before(holidays, start);
    for (; at > 0 && weekday_number(holidays->at[at - 1].date) >= number; at--)
        number--;
    return weekday_numbered(number);
}

/* Day by day, and each of them written down: what a proof shows. */
static void show_working(const struct holidays *holidays, Date start, int n, struct working *working)
{
    int step = n < 0 ? -1 : 1, wanted = n < 0 ? -n : n, counted = 0;
    Date date = start;
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
        if (listed < WORKING_MAX)
            working->days[listed++] = day;
    }
    working->start = start;
    working->due = date;
    working->last_working_day = working_day_on_or_before(holidays, date);
    working->beyond = beyond_holidays(holidays, start) || beyond_holidays(holidays, date);
    working->count = listed;
}

Date working_days_from(const struct holidays *holidays, Date start, int n, struct working *ret_working)
{
    if (ret_working != NULL)
        show_working(holidays, start, n, ret_working);
    if (n == 0)
        return start;
    return n > 0 ? working_day_after(holidays, start, n) : working_day_before(holidays, start, -n);
}
