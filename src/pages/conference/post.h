/* What went out about a conference, and what of it did not arrive. */
#ifndef PAGES_CONFERENCE_POST_H
#define PAGES_CONFERENCE_POST_H

#include "pages/frame.h"
#include "pages/sheet.h"
#include "web/response.h"

struct post_page {
    struct frame frame;
    Url back, letters;
    Text line;      /* 'Initial conference · 14 January 2027 at 10:30am' */
    Text failed;    /* '2 messages did not arrive'; empty: none */
    Url decide;     /* where it is said what to do about them; URL_NONE: nothing waits, or the reader may not */
    struct sheet sheet;
};

/* GET /conference/:conference/post: who reads the conference's papers and invitations. */
Err post_page(struct request *request, struct response *response);

#endif
