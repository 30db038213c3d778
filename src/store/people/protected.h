/* Protected addresses in words: asked when words are recorded that can stand in a copy, when they are released, and once more when a copy is built,
 * because an address can be marked as protected later. Source: SC-12, SA-03: a mother's secret address must never reach the father. */
#ifndef STORE_PEOPLE_PROTECTED_H
#define STORE_PEOPLE_PROTECTED_H

#include "store/protected_sql.h"

struct protected_words {
    struct protected_addresses_rows rows;
};

/* Every protected address of a family: its house and postcode, and the telephones of who lives there. None for family 0. */
Err protected_of_family(Read *read, FamilyId family, struct protected_words *ret_protected);
/* Of them, those that whoever this Read is for may not read (READ_PROTECTED): what must not stand in their copy, whoever they are. */
Err protected_from_reader(Read *read, FamilyId family, struct protected_words *ret_protected);

/* Calls `found` with each place of the words, as bytes of them, where one of these stands, however it is written. */
void protected_find(const struct protected_words *protected_from, Text words, void (*found)(void *given, Text hit), void *given);
/* Whether one of these stands in the words: then the whole piece of words is left out of a copy, never a part of it. */
bool protected_stands_in(const struct protected_words *protected_from, Text words);

#endif
