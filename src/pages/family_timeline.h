/* What was done, the newest first, from the ledger: each act's own line, who and when, and every answer behind it. A reader sees an entry when
 * they have the permission its act is `seen` with, on one of the entry's children. */
#ifndef PAGES_FAMILY_TIMELINE_H
#define PAGES_FAMILY_TIMELINE_H

#include "acts/form_answers.h"
#include "pages/family_record.h"
#include "web/response.h"

struct passed_gate {
    Text says, reason;
};
struct passed_gates {
    struct passed_gate *at;
    size_t count;
};

struct timeline_entry {
    Text id;               /* "entry-42": what others link to */
    Text says, when, who;
    Text whom;             /* the children it is about; empty when the page is about one child */
    bool has_answers;
    struct answer_views answers;
    struct passed_gates passed;
};
struct timeline_entries {
    struct timeline_entry *at;
    size_t count;
};

struct family_timeline_page {
    struct frame frame;
    struct family_band band;
    struct timeline_entries entries;
    bool has_more;
    Url more;
    bool asks_day;         /* the reader may ask what was known on a day */
    Url then;
};

/* The entries of a family, or of one child when child.n isn't 0, before a number (INT64_MAX: from the newest). `ret_before`: the number to go on
 * from, 0 at the end. */
Err timeline_of(struct request *request, Read *read, const struct family_record *record, ChildId child, int64_t before, struct timeline_entries *ret_entries, int64_t *ret_before);

/* GET /family/:family/timeline. */
Err family_timeline_page(struct request *request, struct response *response);

#endif
