/* The answers of an entry, for somebody who may see it: people, teams and agencies by name, what is about other children left out, and what holds
 * for several said once. */
#ifndef PAGES_ENTRY_ANSWERS_H
#define PAGES_ENTRY_ANSWERS_H

#include "pages/timeline_seen.h"

/* Reads the names and changes shown->act: rows about children who are not among shown->children go. */
Err entry_answers(Read *read, const struct entry_shown *shown, struct answer_views *ret_answers);

#endif
