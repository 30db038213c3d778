/* Before words leave: whether they hold what must not reach their reader. Case, spaces and punctuation, in ASCII and past it, don't hide it: 'M1 2AB'
 * is found in 'm12ab.', a telephone in any grouping. Pure. Source: SC-12; UK GDPR, article 5. */
#ifndef RULES_SCAN_H
#define RULES_SCAN_H

#include <stddef.h>

#include "base/text.h"

enum { SCAN_SHORTEST = 4 /* letters and digits; shorter needles are found everywhere and say nothing */ };

/* The first place of a needle in the text, as bytes of the text; false when it isn't there or the needle is shorter than SCAN_SHORTEST. It must
 * begin and end at the ends of words: 'Ann Lee' is not in 'Joann Leeson'. */
bool scan_finds(Text text, Text needle, Text *ret_found);

/* The same of a telephone number, with the country's code in front or without: '07700 900123' in '+44 7700 900123', and the other way round. Each of
 * several numbers in one field is looked for, '07700 900123 / 01632 960001', and a number without the extension written behind it. */
bool scan_finds_telephone(Text text, Text telephone, Text *ret_found);

enum { SCAN_PLACES = 16 /* pieces of one address that are looked for */ };

/* The pieces of an address (between commas and line ends) that say which house it is, as words of `lines`: those with a number, a number alone
 * together with what follows it, and the first, which can be a house's name. Of an address without a number, all but the last, its town. A flat's
 * number alone is in too many addresses: what follows it is looked for instead. Writes at most SCAN_PLACES, and returns how many. */
size_t scan_places(Text lines, Text ret_places[SCAN_PLACES]);

/* Goes through the text and gives each two words beside each other that both begin with a capital letter, as a name does. *offset begins at 0.
 * False at the end. */
bool scan_next_name(Text text, size_t *offset, Text *ret_first, Text *ret_second);

#endif
