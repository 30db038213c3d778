/* The guard of replay: while an entry is applied, its own thread sees the tables and the entry, and nothing else (house.md, Replay).
 * What would make a second applying differ from the first – the clock, randomness, the rules and profiles as they stand today – calls
 * not_while_applying() first, and aborts there: a wrong act is found by the first test that runs it, not years later by a rebuild. */
#ifndef BASE_APPLYING_H
#define BASE_APPLYING_H

#include <stdbool.h>

/* From here to applying_end() this thread applies an entry. They do not nest. */
void applying_begin(void);
void applying_end(void);
/* True between the two, on this thread. */
bool applying(void);
/* Aborts, naming `what` on stderr, when this thread is applying an entry. */
void not_while_applying(const char *what);

#endif
