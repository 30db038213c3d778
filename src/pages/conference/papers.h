/* A reader's own copy of a conference's papers: the reports' paragraphs and decisions that they may see, nothing else. */
#ifndef PAGES_CONFERENCE_PAPERS_H
#define PAGES_CONFERENCE_PAPERS_H

#include "pages/family/own_frame.h"
#include "web/response.h"

struct papers_part {
    Text heading; /* whose report; empty: the same as above */
    Text place, about, words;
};
struct papers_parts {
    struct papers_part *at;
    size_t count;
};

struct papers_page {
    struct frame frame;                /* a professional reads it in the staff frame, */
    struct frame_family own_frame;     /* a family member in the family's: no word in it gives away what it is about */
    Text title, line;
    Url back;
    Text back_words;
    struct papers_parts decisions, paragraphs;
    Text handed_in; /* what became of the reader's own report; empty: they wrote none */
    struct frame_links acts;           /* what a partner brings to it */
    Url seat;                          /* a professional's own seat in the room; URL_NONE: none waits */
    struct form_keys keys;
    Url calendar; /* a file for the reader's own calendar; URL_NONE without a time */
};

/* GET /conference/:conference/papers: professionals in the conference; a parent, young person or advocate by their own account. */
Err papers_page(struct request *request, struct response *response);

#endif
