/* Days and instants. Legal dates are days in Europe/London; instants are microseconds since 1970 in UTC.
 * Nothing here reads a clock: one now and one today come with each request (house.md, Time). */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/* Days since 1 January 1970, proleptic Gregorian. */
typedef struct date {
    int32_t days;
} Date;

/* Microseconds since 1970-01-01T00:00:00Z. 0 means 'none'. */
typedef struct instant {
    int64_t us;
} Instant;

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

#define DATE_NONE ((Date){INT32_MIN})
#define INSTANT_NONE ((Instant){0})
enum { DATE_YEAR_FIRST = 1900, DATE_YEAR_LAST = 2199, DATE_TEXT_LEN = 10 };
#define SECOND_US INT64_C(1000000)
#define MINUTE_US (60 * SECOND_US)
#define HOUR_US (60 * MINUTE_US)
#define DAY_US (24 * HOUR_US)

static inline bool date_is_none(Date date) { return date.days == INT32_MIN; }
static inline bool date_equal(Date a, Date b) { return a.days == b.days; }
static inline bool date_before(Date a, Date b) { return a.days < b.days; }

/* False (and nothing written) unless it is a day of the calendar between DATE_YEAR_FIRST and DATE_YEAR_LAST. */
bool date_of(int year, int month, int day, Date *ret_date);
/* Reads exactly 'YYYY-MM-DD'. */
bool date_read(Text text, Date *ret_date);
void date_parts(Date date, int *ret_year, int *ret_month, int *ret_day);
enum weekday date_weekday(Date date);
Date date_plus_days(Date date, int32_t days);
/* Same day number n months later (or earlier), or the last day of a shorter month. */
Date date_plus_months(Date date, int32_t months);
/* Whole days from a to b: negative when b is earlier. */
int32_t date_days_between(Date a, Date b);
/* Whole years from birth to day; someone born on 29 February is a year older on 1 March of common years. */
int date_age_years(Date birth, Date day);

/* '2026-03-20'; DATE_NONE gives ''. */
Text date_iso(Arena *arena, Date date);
/* '4 January 2027'; DATE_NONE gives ''. */
Text date_long(Arena *arena, Date date);
/* 'Monday 4 January 2027'. */
Text date_full(Arena *arena, Date date);
/* 'Mon 4 Jan'. */
Text date_short(Arena *arena, Date date);

/* The day in London at that instant (British Summer Time by the rule in force since 1996). */
Date instant_london_date(Instant instant);
/* Minutes since midnight in London. */
int instant_london_minutes(Instant instant);
/* The instant at which that day's clock in London shows hour:minute. In the hour that comes twice, the first of the two. */
Instant instant_of_london(Date date, int hour, int minute);
/* '10:30am' from minutes since midnight. */
Text minutes_words(Arena *arena, int minutes);
/* '4 January 2027 at 10:30am', London. */
Text instant_words(Arena *arena, Instant instant);

#endif
