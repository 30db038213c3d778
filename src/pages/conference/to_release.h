/* The reports of a conference that wait for release, as whoever releases them reads them: each paragraph with its readers (SC-12). */
#ifndef PAGES_CONFERENCE_TO_RELEASE_H
#define PAGES_CONFERENCE_TO_RELEASE_H

#include "acts/fields.h"
#include "store/store.h"

struct release_part {
    Text heading; /* whose report begins; empty: the same as above */
    Text place, readers, words;
};
struct release_parts {
    struct release_part *at;
    size_t count;
};

/* The paragraphs of those of the offered reports that are not released, in their order. */
Err reports_to_release(Read *read, ConferenceId conference, struct option_list offered, struct release_parts *ret_parts);

#endif
