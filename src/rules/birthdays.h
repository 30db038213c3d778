/* Birthdays as they are misheard on the telephone: a child asked for with the wrong day must still be found. */
#ifndef RULES_BIRTHDAYS_H
#define RULES_BIRTHDAYS_H

#include "base/date.h"

enum {
    BIRTHDAY_NEAR_DAYS = 42,   /* 'about that time': within six weeks */
    BIRTHDAY_WRONG_YEARS = 90, /* one digit of a year wrong: at most so many years off */
};

/* Day and month the other way round; one digit of day, month or year wrong; or within BIRTHDAY_NEAR_DAYS of each other. The same day is near. */
bool birthday_may_be(Date asked, Date born);
/* The same year of birth, or birthday_may_be: for who has the whole name right. */
bool birthday_may_be_of_year(Date asked, Date born);

#endif
