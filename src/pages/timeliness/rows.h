/* The list behind a number: one limit of one child a row. A child's name, worker and the reason why it was late stand there only for who may read
 * the record; for everybody else it is 'a child of' the team. Each child on the list is part of the look. */
#ifndef PAGES_TIMELINESS_ROWS_H
#define PAGES_TIMELINESS_ROWS_H

#include "pages/listing.h"
#include "pages/timeliness/asked.h"

enum { LIMITS_ON_PAGE = 50 };

struct limit_row {
    ChildId child;
    enum obligation_kind kind;
    Date start, due, met, stopped;
    enum event met_by, stopped_by;
    enum obligation_state state; /* as it stands today */
    Text team;
    bool known;                  /* the rest is filled */
    Text given, family_name, worker_given, worker_family_name, why, next;
    FamilyId family;
    Date done_by, said_on;
};

struct limit_rows {
    struct limit_row *at;
    size_t count;
    bool has_more;
};

/* The next LIMITS_ON_PAGE rows of what was asked, the first due first. */
Err limit_rows_of(Read *read, const struct asked_limits *asked, struct limit_rows *ret_rows);
/* Where the list goes on after them. */
struct limit_key limit_key_of(const struct limit_row *row);

/* A table of them for this reader. */
Err limit_sheet(struct request *request, Text caption, const struct limit_rows *rows, struct sheet *ret_sheet);

#endif
