/* Whether a reader sees an entry of the ledger on a timeline, and its line. One place: My work, the timeline and Documents ask the same. */
#ifndef PAGES_TIMELINE_SEEN_H
#define PAGES_TIMELINE_SEEN_H

#include "acts/form_answers.h"
#include "web/request.h"

struct entry_shown {
    bool is_shown; /* the reader has the act's `seen` permission on one of the entry's children */
    const struct act_kind *kind;
    Text says;
    ChildId *children; /* those of the entry whom the reader may see it about */
    size_t child_count;
    void *act;
    const struct entry_gate *gates; /* gone past with a reason */
    size_t gate_count;
};

/* Reads the body of an entry and what the reader may see of it. Names the entry's children for the look when it is shown. A body left empty by
 * the end of retention still has its line. */
Err entry_shown_of(struct request *request, Read *read, EntryNumber number, Text act, int64_t version, Text body, struct entry_shown *ret_shown);

#endif
