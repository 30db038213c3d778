/* The record of looks, for who audits it: who, when, which page, which child by number; refusals too. */
#ifndef PAGES_LOOKS_H
#define PAGES_LOOKS_H

#include "pages/frame.h"
#include "pages/sheet.h"
#include "web/request.h"
#include "web/response.h"

struct looks_person {
    int64_t id;
    Text words;
    bool chosen;
};

struct looks_people {
    struct looks_person *at;
    size_t count;
};

struct looks_page {
    struct frame frame;
    struct frame_problems problems;
    Url here;
    struct looks_people people;
    Text day, month, year; /* as typed */
    Text day_error;
    bool refused;
    Text says;             /* what the table shows */
    struct sheet sheet;
    Url more;
};

/* What a look was at, by the page's name in routes.def, as a reader would say it: 'Timeline' for family_timeline; 'Conference papers' for
 * conference_papers, one without words of its own. */
Text looked_page_words(Arena *arena, Text route);

/* GET /looks: the newest first, 50 a page; ?person= a number, ?day= ?month= ?year=, ?refused=yes narrow it. A day that is none: NOT_VALID. */
Err looks_page(struct request *request, struct response *response);

#endif
