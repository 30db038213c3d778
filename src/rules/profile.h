/* Whose rules: a profile's name, when it is in force, and its practice that is no time limit (quorum, who is always invited, how early parents
 * come, what things are called). Every piece has its source; what no source says is not there. The profiles themselves: rules/obligations.h. Pure. */
#ifndef RULES_PROFILE_H
#define RULES_PROFILE_H

#include "base/out.h"
#include "rules/obligations.h"

/* One piece of practice. Which fields say something depends on the kind:
 *   QUORUM, SUPPORTERS       number
 *   EARLY, LASTS             number: minutes
 *   INVITED, INVITED_UNBORN  set of agency_kind
 *   AUDIO                    set of invited_as whose consent is needed; empty: no recording is made
 *   SUPPORTER                code: invited_as; set of supporter_may
 *   STEP                     code: ladder; words; number and unit: within how long, 0: nobody says
 *   WORD                     code: practice_word; words */
struct practice_item {
    enum practice_kind kind;
    int code, number;
    enum due_unit unit;
    uint64_t set;
    const char *words;
    const char *source;
};

/* True on the days from `since` to the day before `until`. */
bool profile_in_force(const struct profile *profile, Date day);

/* The first piece of that kind and code (0 where the kind has none); NULL when the profile doesn't say. */
const struct practice_item *profile_item(const struct profile *profile, enum practice_kind kind, int code);
/* Its number; 0 when the profile doesn't say. */
int profile_number(const struct profile *profile, enum practice_kind kind);
/* Its set; empty when the profile doesn't say. */
uint64_t profile_set(const struct profile *profile, enum practice_kind kind);
/* The set of agency_kind that is always invited for a child, born or not. */
uint64_t profile_invited(const struct profile *profile, bool unborn);
/* What something is called here, as it begins a line ('Lead social worker'); the list's own words when the profile has none. */
const char *profile_word(const struct profile *profile, enum practice_word word);
/* Words that are not empty, as they stand inside a sentence: the first letter small. */
void out_inside(Out *out, const char *words);
/* The same of what something is called ('lead social worker'). */
Text profile_word_inside(Arena *arena, const struct profile *profile, enum practice_word word);

/* '2 working days', '1 month'. */
Text due_amount(Arena *arena, int number, enum due_unit unit);

#endif
