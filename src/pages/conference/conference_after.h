/* What came after a conference's decision: its words amended, who must be told, what was told outside the meeting. */
#ifndef PAGES_CONFERENCE_CONFERENCE_AFTER_H
#define PAGES_CONFERENCE_CONFERENCE_AFTER_H

#include "pages/sheet.h"
#include "store/store.h"

struct conference_after {
    bool is_amended, was_told;
    struct sheet amended, told;
    Text old_words; /* who has the decision as it was before; empty: nobody */
};

/* Of the children whose conference the reader may read. */
Err conference_after(Read *read, ConferenceId conference, struct conference_after *ret_after);

#endif
