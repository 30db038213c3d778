/* What people type for a day, a time or a number, read as they mean it; and the sentences about what can't be read. */
#ifndef ACTS_FORM_WORDS_H
#define ACTS_FORM_WORDS_H

#include "acts/fields.h"

/* The three inputs of a date, as typed. */
struct typed_date {
    Text day, month, year;
};

/* Day and year are digits, the month digits or its name ('3', '03', 'March', 'mar'). Gives the rest of the sentence 'Date …' when it is no
 * day: 'must include a month', 'must be a real date'; TEXT_NONE when all is well. All three empty must be asked before. */
Text typed_date_read(Arena *arena, struct typed_date typed, Date *ret_date);
/* '9:30am', '14:05', '9.30 pm', '1430', '7pm', 'noon', 'midnight' → minutes of the day. */
bool typed_time_read(Text typed, int64_t *ret_minutes);
/* '4.15', '4:15', '415': an hour from 1 to 6 without am, pm or a leading nought may be the afternoon's as well as the night's. Of what typed_time_read reads. */
bool typed_time_is_unclear(Text typed);
/* 4000 → '4,000'. */
Text number_words(Arena *arena, int64_t number);

#endif
