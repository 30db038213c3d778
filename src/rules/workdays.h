/* Working days: Monday to Friday without the bank holidays of a division. Days are counted from the day after the start, and every count
 * can show its working: which day was counted, which was skipped and why (product: working days with proof). */
#ifndef RULES_WORKDAYS_H
#define RULES_WORKDAYS_H

#include "base/date.h"

enum division { ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND, DIVISION_COUNT };

struct holiday {
    Date date;
    const char *name;
};

/* The calendar of base/date.h in blocks of days: the holidays before each block are counted when a list is made, so that a day is found in
 * the list without a search. */
enum {
    HOLIDAY_BLOCK_DAYS = 128,
    HOLIDAY_BLOCKS_FROM = -25567, /* 1 January 1900 */
    HOLIDAY_BLOCKS = 857          /* to 31 December 2199 */
};

/* A list of holidays, made by holidays_with and by nobody else. In the order of dates, each once, none on a weekend. The years are those
 * whose holidays are all known: a date outside them is counted (weekends, and what the list has), and flagged. */
struct holidays {
    const struct holiday *at;
    size_t count;
    int year_first, year_last;
    Date known_from, known_to;       /* 1 January of year_first, 31 December of year_last */
    uint16_t before[HOLIDAY_BLOCKS]; /* how many of the list come before the first day of each block */
};

/* The loaded holidays of each division, made of src/rules/holidays.tsv. */
extern const struct holidays HOLIDAYS[DIVISION_COUNT];

/* The holidays of `base` and those that an authority added, in *ret_holidays; the years stay those of base. The added ones come in any
 * order. One on a weekend, on a day that base has already, or outside the calendar of base/date.h changes nothing and is left out; of two
 * on one day the first is kept. `room` has place for base->count + count (together at most 65,535) and must live as long as *ret_holidays;
 * names are not copied. */
void holidays_with(const struct holidays *base, const struct holiday *added, size_t count, struct holiday *room, struct holidays *ret_holidays);

enum day_kind { DAY_COUNTED, DAY_WEEKEND, DAY_HOLIDAY };

struct counted_day {
    Date date;
    enum day_kind kind;
    int number;          /* 1, 2, 3 …; 0 for a day that was skipped */
    const char *holiday; /* its name; '' when it isn't one */
};

enum { WORKING_MAX = 160 /* days a working can show: 100 working days and the holidays between */ };

/* How a due date came about. With working days: each day. With others (`days` empty): the start, the due day, and the last working day on
 * or before it, for a day on which offices are shut. */
struct working {
    Date start, due, last_working_day;
    bool beyond; /* a day lies outside the years whose holidays are loaded */
    size_t count;
    struct counted_day days[WORKING_MAX];
};

/* The holiday on that date, or NULL. */
const struct holiday *holiday_on(const struct holidays *holidays, Date date);
bool is_working_day(const struct holidays *holidays, Date date);
/* True when the date's year is not among the loaded ones. */
bool beyond_holidays(const struct holidays *holidays, Date date);
/* The date itself when it is a working day, or the last one before it. */
Date working_day_on_or_before(const struct holidays *holidays, Date date);
/* The n-th working day after start (n > 0), or before it (n < 0); start is not counted. n 0 gives start. Steps over whole weeks, and looks
 * at each holiday in between. When ret_working isn't NULL it fills that too, and then looks at each day; past WORKING_MAX days it lists the
 * first ones. */
Date working_days_from(const struct holidays *holidays, Date start, int n, struct working *ret_working);

#endif
