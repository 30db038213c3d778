/* The families a reader has something to do with, by name. */
#ifndef PAGES_FAMILIES_H
#define PAGES_FAMILIES_H

#include "pages/frame.h"
#include "pages/why.h"
#include "web/request.h"
#include "web/response.h"

struct family_row {
    Text name, reference, children;
    Url address;
    struct status_tags tags;
};
struct family_row_list {
    struct family_row *at;
    size_t count;
};

struct families_page {
    struct frame frame;
    struct family_row_list rows;
    bool has_more;
    Url more;
    Text empty; /* when there is no row: the fact and the next thing, in the words of this account */
};

/* GET /families. */
Err families_page(struct request *request, struct response *response);

#endif
