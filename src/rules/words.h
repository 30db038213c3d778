/* What the words of a plan promise, or leave open. The phrases are rows with their source; the words come from people, so a remark asks to say
 * it another way and never changes what was written. Pure; no memory is taken. */
#ifndef RULES_WORDS_H
#define RULES_WORDS_H

#include "base/text.h"

enum words_remark {
    WORDS_FINE,
    WORDS_PROMISE_SEPARATION, /* that a service ends a couple's relationship (SB-23) */
    WORDS_PROMISE_COURT,      /* what only a court can order (SC-11, SA-21) */
    WORDS_VAGUE,              /* nobody could say whether it was done */
    WORDS_REFUSE_NO_RISK,     /* support refused because a child is not at risk (SE-18) */
    WORDS_REMARK_COUNT
};

/* One phrase: words with a space between; `a|b` is either; `*` is up to three other words. Upper and lower case are one. */
struct words_row {
    enum words_remark remark;
    const char *phrase, *source;
};
extern const struct words_row WORDS_ROWS[];
extern const size_t WORDS_ROW_COUNT;

/* Whether any phrase of that remark stands in the words. Words that say the opposite ('services cannot end a relationship', 'only a court can
 * …') are fine. */
bool words_have(Text words, enum words_remark remark);
/* What people read beside such words; '' for WORDS_FINE. */
const char *words_remark_says(enum words_remark remark);

#endif
