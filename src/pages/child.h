/* One child's file: who they are, who is who to them, when they were seen, what is due, and what was done. */
#ifndef PAGES_CHILD_H
#define PAGES_CHILD_H

#include "pages/family.h"
#include "pages/family_acts.h"
#include "pages/family_timeline.h"

struct seen_view {
    Text when, how, by, more;
    bool alone;
};
/* What the child told somebody, word for word (SB-04). */
struct own_words_view {
    Text words, when, place, heard_by;
};
struct own_words_views {
    struct own_words_view *at;
    size_t count;
};
struct seen_views {
    struct seen_view *at;
    size_t count;
};

struct child_page {
    struct frame frame;
    Text name, age;
    Url family;
    Text family_words;
    struct status_tags badges;
    struct fact_views facts;
    struct reach_views people; /* who is who to this child */
    struct date_views dates;
    struct own_words_views said;
    struct seen_views seen;
    bool reads_record;
    struct limit_views limits;
    struct chain_views chains;
    struct timeline_entries entries;
    bool has_more;
    Url more;
    struct act_lines acts;
};

/* GET /child/:child. */
Err child_page(struct request *request, struct response *response);

#endif
