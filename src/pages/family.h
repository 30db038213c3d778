/* The family page: what one needs to know before anything else, on one page. Also made from the record as it stood on an earlier day. */
#ifndef PAGES_FAMILY_H
#define PAGES_FAMILY_H

#include "pages/family_chart.h"
#include "pages/family_record.h"
#include "pages/limit_chain.h"
#include "pages/steps.h"
#include "pages/waiting.h"
#include "web/response.h"

/* The next days something is due. */
struct date_view {
    Text what, day;
    Text place; /* of a conference that is booked */
    struct status_tag tag;
    bool late, next;
    Text moved; /* the last time the day became another, and why */
    struct why_view why;
    struct step_view steps; /* empty on a day of the past */
};
struct date_views {
    struct date_view *at;
    size_t count;
};

/* One fact in a child's column. */
struct fact_view {
    Text label, words, more;
    bool has_tag;
    struct status_tag tag;
};
struct fact_views {
    struct fact_view *at;
    size_t count;
};

struct child_column {
    Text name, age;
    Url address;
    struct fact_views facts;
};
struct child_columns {
    struct child_column *at;
    size_t count;
};
/* Columns that stand side by side: at most three. */
struct child_block {
    struct child_columns children;
};
struct child_blocks {
    struct child_block *at;
    size_t count;
};

struct warning_view {
    Text strong, words;
    bool address; /* followed by the link to a protected address */
};
struct warning_views {
    struct warning_view *at;
    size_t count;
};

struct safety_view {
    Text child, harm, strengths, goals, by;
};
struct safety_views {
    struct safety_view *at;
    size_t count;
};

/* Words under a heading, with who agreed. */
struct said_view {
    Text title, words, by;
};
struct said_views {
    struct said_view *at;
    size_t count;
};

struct text_views {
    Text *at;
    size_t count;
};

struct limit_view {
    struct due_day day;
    Text what, child;
    struct status_tag tag;
    Text reason; /* by what it was done, or why it is no longer needed */
    Text why;    /* why it was late, in the words of who works on the case */
    struct step_view steps; /* of what is open */
    Text moved;             /* the last time its day became another, and why */
    bool beyond;            /* counted past the years whose holidays are known */
};
struct limit_views {
    struct limit_view *at;
    size_t count;
};

struct reach_view {
    Text name, is, reach;
};
struct reach_views {
    struct reach_view *at;
    size_t count;
};

struct family_page {
    struct frame frame;
    struct family_band band;
    struct worry_views worries; /* that wait for a decision */
    struct date_views dates;
    bool reads_record;
    struct child_blocks blocks;
    struct warning_views warnings;
    Url address; /* the page of the protected address */
    bool may_address;
    struct safety_views safety;
    struct said_views interim; /* safety plans before a conference */
    bool has_safety;
    struct text_views stuck;
    struct family_chart chart;
    bool on_a_plan;
    struct limit_views limits;
    struct chain_views chains;
    struct reach_views family, professionals;
    Url then, timeline;
};

/* The next four days on which something is due, with their working and what can be done: rows of one kind and day are one. For a conference that is
 * booked stand its own day, time and place; the working says by when it had to be. steps: NULL when nothing can be done. */
Err family_dates(Arena *arena, const struct family_record *record, const struct family_due_rows *due, Date today, struct steps *steps,
                 struct date_views *ret_dates);
/* What was due to the family's children, or (child not 0) to one of them, the newest first, and the chains among it. steps: NULL when nothing can
 * be done. */
Err limits_of(Read *read, const struct family_record *record, ChildId child, struct steps *steps, struct limit_views *ret_limits,
              struct chain_views *ret_chains);
/* One child's column of facts. */
Err family_column(Read *read, const struct family_record *record, const struct family_children *child, struct child_column *ret_column);

/* GET /family/:family. */
Err family_page(struct request *request, struct response *response);
/* GET /family/:family/on/2026-03-05: what was known on that day; '/on/day?day-day=…' leads there. */
Err family_then_page(struct request *request, struct response *response);

#endif
