/* A list: heading, how to narrow it, a table, and the way to the next rows. Each list page fills one. */
#ifndef PAGES_LISTING_H
#define PAGES_LISTING_H

#include "pages/frame.h"
#include "pages/sheet.h"

/* A count above the table: the number, what it counts, and where it leads. */
struct listing_count {
    int64_t number;
    Text words;
    Url link;
    bool bad;
};

struct listing_counts {
    struct listing_count *at;
    size_t count;
};

struct listing_page {
    struct frame frame;
    Text title, intro;
    Url back;             /* to the list this one is part of; URL_NONE: none */
    Text back_words;
    struct frame_links acts; /* what can be done here */
    struct listing_counts counts;
    struct frame_links see; /* other pages about the same */
    struct sheet first;   /* a small table before the list; shown when it has a caption */
    struct sheet sheet;
    Url more;             /* the next rows; URL_NONE: these are the last */
    Text more_words;
    Text foot;            /* a line under the table */
};

/* The number behind ?after=; 0 when there is none: the list begins at its first row. */
int64_t listing_after(const struct request *request);
/* The link to the rows after that one. */
Url listing_more(Arena *arena, Url here, int64_t after);
/* The links to those acts that the program has and the reader's account may do, by their names. Acts on the whole service only. */
struct frame_links listing_acts(const struct request *request, const char *const *names, size_t count);
/* The same for what is done to the account of that person. Whether it may be done to this one is asked again by its form. */
struct frame_links listing_acts_on(const struct request *request, PersonId person, const char *const *names, size_t count);

#endif
