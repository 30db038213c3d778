#include "base/date.h"

#include "base/out.h"

static const char *const MONTHS[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
static const char *const WEEKDAYS[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

static bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : days[month - 1];
}

/* Days since 1970-01-01, counting years from March so that the leap day comes last. Howard Hinnant, 'chrono-compatible
 * low-level date algorithms', days_from_civil. */
static int32_t days_from_civil(int year, int month, int day)
{
    year -= month <= 2;
    int era = (year >= 0 ? year : year - 399) / 400;
    int of_era = year - era * 400;
    int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return era * 146097 + day_of_era - 719468;
}

bool date_of(int year, int month, int day, Date *ret_date)
{
    if (year < DATE_YEAR_FIRST || year > DATE_YEAR_LAST || month < 1 || month > 12 || day < 1 ||
        day > month_days(year, month))
        return false;
    *ret_date = (Date){days_from_civil(year, month, day)};
    return true;
}

static bool digits(Text text, size_t from, size_t count, int *ret_number)
{
    int number = 0;
    for (size_t i = from; i < from + count; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        number = number * 10 + (text.at[i] - '0');
    }
    *ret_number = number;
    return true;
}

bool date_read(Text text, Date *ret_date)
{
    int year, month, day;
    return text.len == DATE_TEXT_LEN && text.at[4] == '-' && text.at[7] == '-' && digits(text, 0, 4, &year) &&
           digits(text, 5, 2, &month) && digits(text, 8, 2, &day) && date_of(year, month, day, ret_date);
}

void date_parts(Date date, int *ret_year, int *ret_month, int *ret_day)
{
    int z = date.days + 719468;
    int era = (z >= 0 ? z : z - 146096) / 146097;
    int day_of_era = z - era * 146097;
    int of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int of_year = day_of_era - (365 * of_era + of_era / 4 - of_era / 100);
    int from_march = (5 * of_year + 2) / 153;
    *ret_day = of_year - (153 * from_march + 2) / 5 + 1;
    *ret_month = from_march < 10 ? from_march + 3 : from_march - 9;
    *ret_year = of_era + era * 400 + (*ret_month <= 2);
}

enum weekday date_weekday(Date date)
{
    int from_monday = (date.days + 3) % 7; /* 1970-01-01 was a Thursday */
    return (enum weekday)(from_monday < 0 ? from_monday + 7 : from_monday);
}

Date date_plus_days(Date date, int32_t days) { return (Date){date.days + days}; }

Date date_plus_months(Date date, int32_t months)
{
    int year, month, day;
    date_parts(date, &year, &month, &day);
    int from_zero = year * 12 + month - 1 + months;
    year = from_zero / 12;
    month = from_zero % 12 + 1;
    int last = month_days(year, month);
    return (Date){days_from_civil(year, month, day > last ? last : day)};
}

int32_t date_days_between(Date a, Date b) { return b.days - a.days; }

int date_age_years(Date birth, Date day)
{
    int by, bm, bd, y, m, d;
    date_parts(birth, &by, &bm, &bd);
    date_parts(day, &y, &m, &d);
    return y - by - (m < bm || (m == bm && d < bd));
}

Text date_iso(Arena *arena, Date date)
{
    if (date_is_none(date))
        return TEXT_NONE;
    int year, month, day;
    date_parts(date, &year, &month, &day);
    return text_format(arena, "%04d-%02d-%02d", year, month, day);
}

/* By hand: a page has dozens of dates, and printf is slow. */
Text date_long(Arena *arena, Date date)
{
    if (date_is_none(date))
        return TEXT_NONE;
    int year, month, day;
    date_parts(date, &year, &month, &day);
    Out out = out_sized(arena, sizeof "30 September 2026");
    out_int(&out, day);
    out_char(&out, ' ');
    out_string(&out, MONTHS[month - 1]);
    out_char(&out, ' ');
    out_int(&out, year);
    return out_all(&out);
}

Text date_full(Arena *arena, Date date)
{
    if (date_is_none(date))
        return TEXT_NONE;
    Text rest = date_long(arena, date);
    return text_format(arena, "%s %.*s", WEEKDAYS[date_weekday(date)], TEXT_ARGS(rest));
}

Text date_short(Arena *arena, Date date)
{
    if (date_is_none(date))
        return TEXT_NONE;
    int year, month, day;
    date_parts(date, &year, &month, &day);
    return text_format(arena, "%.3s %d %.3s", WEEKDAYS[date_weekday(date)], day, MONTHS[month - 1]);
}

static Date last_sunday(int year, int month)
{
    Date last = {days_from_civil(year, month, month_days(year, month))};
    return date_plus_days(last, -(((int)date_weekday(last) + 1) % 7));
}

/* British Summer Time begins and ends at 01:00 UTC on the last Sundays of March and October (SI 2002/262). */
static bool summer_time(Instant instant)
{
    int64_t days = instant.us / DAY_US - (instant.us % DAY_US < 0);
    int year, month, day;
    date_parts((Date){(int32_t)days}, &year, &month, &day);
    int64_t begins = last_sunday(year, 3).days * DAY_US + HOUR_US;
    int64_t ends = last_sunday(year, 10).days * DAY_US + HOUR_US;
    return instant.us >= begins && instant.us < ends;
}

static int64_t london_us(Instant instant) { return instant.us + (summer_time(instant) ? HOUR_US : 0); }

Date instant_london_date(Instant instant)
{
    int64_t us = london_us(instant);
    return (Date){(int32_t)(us / DAY_US - (us % DAY_US < 0))};
}

int instant_london_minutes(Instant instant)
{
    int64_t of_day = london_us(instant) % DAY_US;
    return (int)((of_day < 0 ? of_day + DAY_US : of_day) / MINUTE_US);
}

Instant instant_of_london(Date date, int hour, int minute)
{
    Instant winter = {date.days * DAY_US + hour * HOUR_US + minute * MINUTE_US};
    Instant summer = {winter.us - HOUR_US};
    return summer_time(summer) ? summer : winter;
}

Text minutes_words(Arena *arena, int minutes)
{
    int hour = minutes / 60;
    return text_format(arena, "%d:%02d%s", hour % 12 == 0 ? 12 : hour % 12, minutes % 60, hour < 12 ? "am" : "pm");
}

Text instant_words(Arena *arena, Instant instant)
{
    if (instant.us == 0)
        return TEXT_NONE;
    Text day = date_long(arena, instant_london_date(instant));
    Text time = minutes_words(arena, instant_london_minutes(instant));
    return text_format(arena, "%.*s at %.*s", TEXT_ARGS(day), TEXT_ARGS(time));
}
