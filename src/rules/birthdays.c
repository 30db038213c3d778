#include "rules/birthdays.h"

/* 30042013: a birthday as it is typed. */
static int64_t typed(int day, int month, int year) { return (int64_t)day * 1000000 + month * 10000 + year; }

static int digits_apart(int64_t a, int64_t b)
{
    int apart = 0;
    for (; a > 0 || b > 0; a /= 10, b /= 10)
        apart += a % 10 != b % 10;
    return apart;
}

bool birthday_may_be(Date asked, Date born)
{
    int day, month, year, born_day, born_month, born_year;
    int32_t apart = date_days_between(asked, born);
    date_parts(asked, &year, &month, &day);
    date_parts(born, &born_year, &born_month, &born_day);
    bool swapped = day == born_month && month == born_day && year == born_year;
    return swapped || (apart >= -BIRTHDAY_NEAR_DAYS && apart <= BIRTHDAY_NEAR_DAYS) ||
           digits_apart(typed(day, month, year), typed(born_day, born_month, born_year)) <= 1;
}

bool birthday_may_be_of_year(Date asked, Date born)
{
    int day, month, year, born_year;
    date_parts(asked, &year, &month, &day);
    date_parts(born, &born_year, &month, &day);
    return year == born_year || birthday_may_be(asked, born);
}
