/* Protected addresses and telephones in words that are about to leave: of a report, of a plan. */
#ifndef ACTS_PROTECTED_WORDS_H
#define ACTS_PROTECTED_WORDS_H

#include "store/report_sql.h"

/* Calls `found` with each place in the words where one of the addresses, its postcode or a telephone of who lives there stands. */
void protected_words(const struct scan_addresses_rows *addresses, Text words, void (*found)(void *given, Text hit), void *given);

#endif
