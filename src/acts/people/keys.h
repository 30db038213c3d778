/* How a person is found again: their names folded and by sound, date of birth and NHS number. What the rules make of a name is made while
 * deciding and stands in the body; applying writes it (a replay sees no rules). */
#ifndef ACTS_PEOPLE_KEYS_H
#define ACTS_PEOPLE_KEYS_H

#include "acts/act.h"

/* Folded words and sounds, each separated by single spaces, and what people are sorted by. */
struct name_keys {
    Text sort_key, words, sounds;
};
struct name_keys keys_of_names(Arena *arena, Text given, Text family_name, Text known_as);
/* The folded words of an address, and its postcode, in its parts and whole. */
Text keys_of_place(Arena *arena, Text lines, Text postcode);

/* Writes what finds the person; `source` is what gave it: the person, an alias, an address. Writes each thing once. */
Err keys_write(Tx *tx, PersonId person, int64_t source, Text words, Text sounds, Date born, Text nhs_number);
Err keys_write_place(Tx *tx, PersonId person, int64_t source, Text words);

/* The ten digits of an NHS number that may be typed with spaces; a problem of that field when it is none. Empty stays empty. */
Text keys_nhs_number(struct act_run *run, const char *field, Text typed);

#endif
