/* Protected addresses in words that can stand in a copy which somebody outside the case's own staff reads (SC-12). */
#ifndef ACTS_COPIED_WORDS_H
#define ACTS_COPIED_WORDS_H

#include "acts/act.h"
#include "store/people/protected.h"

/* What was found so far, for a gate's detail: 'Found: 41 Tanyard Way; zz1-4qt', each once. */
struct copied_found {
    struct protected_words protected_words;
    Out words;
    int count;
};

/* Begins with nothing found; reads the protected addresses of the act's family. */
Err copied_begin(const struct act_run *run, struct copied_found *ret_found);
void copied_ask(struct copied_found *found, Text words);

/* Every field of the act that its .act calls 'copied', in lists too, but for words whose audience beside them lets nobody outside read them; and the
 * reasons for going on past a gate, which print on later copies. Shuts NO_PROTECTED_ADDRESS, with what was found, whether the .act names that gate or not: no act can forget it. */
Err copied_fields_ask(struct act_run *run, const void *act);

#endif
