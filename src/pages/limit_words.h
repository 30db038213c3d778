/* How one limit stands, in words: late, done, no longer needed, and by what. For every list of dates. */
#ifndef PAGES_LIMIT_WORDS_H
#define PAGES_LIMIT_WORDS_H

#include "pages/why.h"

/* A row of the table obligation. `state` as it is kept or as it stands: WAITING past its day is late. */
struct limit_state {
    enum obligation_kind kind;
    enum obligation_state state;
    Date due, met, stopped;
    enum event met_by, stopped_by;
};

/* 'done in time', '3 days late', 'no longer needed': the words that stand in a list, each with its shape. */
struct status_tag limit_tag(Arena *arena, const struct limit_state *limit, Date today);
/* By what: 'Core group held, 5 June 2026', 'The plan ended on 7 July 2026', 'Not done when the plan ended on 7 July 2026, 4 days after it was due'.
 * Empty for what is late or waits. who: 'Maja', 'Maja and Oskar'; empty: 'the child'. are_many: a verb is said of several. */
Text limit_reason(Arena *arena, const struct limit_state *limit, Text who, bool are_many);
/* '1 day', '3 days'. */
Text days_words(Arena *arena, int64_t days);

#endif
