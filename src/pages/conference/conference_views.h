/* What the agencies of a conference say about each child, and what it comes to: counted, never typed (SD-10). */
#ifndef PAGES_CONFERENCE_CONFERENCE_VIEWS_H
#define PAGES_CONFERENCE_CONFERENCE_VIEWS_H

#include "pages/sheet.h"
#include "store/store.h"

struct conference_views {
    bool shown;           /* a form shows them only beside the decision */
    struct sheet views;   /* of the agencies that are there */
    struct sheet written; /* of those that are not, in writing: they stand apart */
    struct sheet tally;
    Text quorum;          /* how many agencies are there, of how many that are needed; empty before the meeting */
};

/* Of the children whose conference the reader may read; empty sheets for anybody else. */
Err conference_views(Read *read, ConferenceId conference, struct conference_views *ret_views);

#endif
