/* The family's tabs that are lists: people, plans, conferences, visits, documents, access. Each is a few tables under the family's band; what a
 * table can't say stands in a sentence under its row. */
#ifndef PAGES_FAMILY_TAB_H
#define PAGES_FAMILY_TAB_H

#include "pages/family_record.h"
#include "web/response.h"

struct tab_cell {
    Text label, words;
    struct due_day due; /* after the words, when it has any */
    bool has_tag;
    struct status_tag tag;
};
struct tab_cells {
    struct tab_cell *at;
    size_t count;
};

struct tab_row {
    Text head, more;
    Url address;
    bool has_address;
    Url change; /* the form that changes it, with what stands here */
    bool may_change;
    struct tab_cells cells;
};
struct tab_rows {
    struct tab_row *at;
    size_t count;
};

struct tab_headings {
    const Text *at;
    size_t count;
};

struct tab_section {
    Text title, note, empty; /* empty: the fact and the next thing, when there is no row */
    struct tab_headings headings;
    struct tab_rows rows;
    bool has_more;
    Text more_words; /* "Older" */
    Url more;
};
struct tab_sections {
    struct tab_section *at;
    size_t count;
};

struct family_tab_page {
    struct frame frame;
    struct family_band band;
    Text title;
    struct tab_sections sections;
};

Err family_people_page(struct request *request, struct response *response);
Err family_plan_page(struct request *request, struct response *response);
Err family_conferences_page(struct request *request, struct response *response);
Err family_visits_page(struct request *request, struct response *response);
Err family_documents_page(struct request *request, struct response *response);
/* Who looked. */
Err family_access_page(struct request *request, struct response *response);
/* A protected address, on a page of its own, so that showing it is a look of its own. */
Err family_address_page(struct request *request, struct response *response);

#endif
