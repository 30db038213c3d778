/* The letters of a conference: who is owed one, and those that were made. */
#ifndef PAGES_CONFERENCE_LETTERS_H
#define PAGES_CONFERENCE_LETTERS_H

#include "pages/frame.h"
#include "pages/sheet.h"
#include "web/response.h"

struct letters_page {
    struct frame frame;
    Url back, post;
    Url make;     /* URL_NONE: nobody is owed one, or the reader doesn't make them */
    Text line;
    bool stopped; /* after a death or the loss of a pregnancy */
    struct sheet due, made;
};

/* GET /conference/:conference/letters: who reads the conference's papers and invitations. */
Err letters_page(struct request *request, struct response *response);

#endif
