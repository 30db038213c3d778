/* A reader's own copy of a conference's papers: only what they may see is in it. Pages, letters and downloads take it from here. */
#ifndef STORE_CONFERENCE_COPY_H
#define STORE_CONFERENCE_COPY_H

#include "rules/readers.h"
#include "store/copy_sql.h"

struct copy {
    struct reader reader;
    Text place; /* where it meets */
    struct copy_paragraphs *at; /* as they stand in the reports, in order */
    size_t count;
    size_t left_out; /* paragraphs that others may read; not told to the family */
    struct copy_decisions_rows decisions;
};

/* The copy of whoever this Read is for, now. A parent, young person or advocate has the reports that were shared with them and not kept back;
 * professionals all that are released. Empty for who has no part in the conference. A piece of words that holds a protected address which the reader
 * may not read is left out whole: a paragraph, the place, a decision's reasons (store/people/protected.h). */
Err copy_of_papers(Read *read, ConferenceId conference, struct copy *ret_copy);
/* How many pieces that this reader finds in the papers hold a protected address, and are therefore left out of copies: for who mends it. */
Err copy_held_back(Read *read, ConferenceId conference, size_t *ret_paragraphs, bool *ret_place, size_t *ret_reasons);

#endif
