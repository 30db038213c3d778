/* How somebody stands to the case of a conference (SC-02): whoever holds, works or manages it, or knows the family, can't chair. */
#ifndef ACTS_CONFERENCE_CHAIR_H
#define ACTS_CONFERENCE_CHAIR_H

#include "rules/facts.h"
#include "rules/ids.h"
#include "store/store.h"

/* Fills the facts that the gate CHAIR_IS_INDEPENDENT asks. Whoever calls it has asked permission on the conference. */
Err chair_stands(Read *read, PersonId chair, ConferenceId conference, struct facts *facts);
/* Why they are not independent, the first that holds: "manages who holds the case"; empty when they are. */
const char *chair_stands_words(const struct facts *facts);

#endif
