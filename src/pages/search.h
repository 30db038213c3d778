/* Finding a person: before anybody is written down twice, and to open the record one may open. */
#ifndef PAGES_SEARCH_H
#define PAGES_SEARCH_H

#include "pages/frame.h"
#include "web/request.h"
#include "web/response.h"

struct search_hit {
    Text name, about;  /* "child, 7, born 19 August 2019" */
    Text why;          /* "found by: date of birth; sounds like 'smyth'" */
    Url contact;       /* to record a new contact about them; URL_NONE: not for this person */
    Url link;          /* to the family, for who may know them; URL_NONE: not */
    Text ring, ring_telephone; /* for who may not */
    Url break_glass;   /* URL_NONE: not theirs to open */
};

struct search_hits {
    struct search_hit *at;
    size_t count;
};

struct search_page {
    struct frame frame;
    struct frame_problems problems;
    Url here;
    Text csrf;
    Text query, query_error;
    bool searched, no_such_day;
    bool is_night;     /* offices are shut now: the number that is always answered stands first */
    Text urgent_telephone;
    Text says;         /* "3 people fit" */
    struct search_hits hits;
    struct search_hits closed; /* restricted families: only whom to ring */
    bool more;         /* the next page: a form of its own, so that no name stands in an address */
    int64_t after_points, after_person, after_family;
    Text after_sort_key;
    Url open_family;   /* offered after a search only; URL_NONE: not theirs to open */
};

/* GET /search: the question alone. */
Err search_page(struct request *request, struct response *response);
/* POST /search: who fits what stands in the body's `q`; the next page with after_points, after_key, after_person, after_family. NOT_VALID without a
 * word, date or number. */
Err search_form(struct request *request, struct response *response);

#endif
