/* A reader's own copy of a conference's papers: only what they may see is in it. Pages, letters and downloads take it from here. */
#ifndef STORE_CONFERENCE_COPY_H
#define STORE_CONFERENCE_COPY_H

#include "rules/readers.h"
#include "store/copy_sql.h"

struct copy {
    struct reader reader;
    struct copy_paragraphs *at; /* as they stand in the reports, in order */
    size_t count;
    size_t left_out; /* paragraphs that others may read; not told to the family */
};

/* The copy of whoever this Read is for, now. A parent, young person or advocate has the reports that were shared with them and not kept back;
 * professionals all that are released. Empty for who has no part in the conference. */
Err copy_of_papers(Read *read, ConferenceId conference, struct copy *ret_copy);

#endif
