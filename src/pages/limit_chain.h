/* Limits that follow one another over a child's life: the first core group, then the next, then the next; reviews; visits. Each one's day is
 * counted from the day on which the one before it was done, so they are read in a row. */
#ifndef PAGES_LIMIT_CHAIN_H
#define PAGES_LIMIT_CHAIN_H

#include "pages/limit_words.h"
#include "store/family_page_sql.h"

struct chain_step_view {
    Text what;  /* 'First core group' */
    struct due_day day; /* 'due 5 June 2026' */
    struct status_tag tag;
    Text reason;
};
struct chain_step_views {
    struct chain_step_view *at;
    size_t count;
};
struct chain_view {
    Text title; /* 'Core groups' */
    Text who;   /* 'Maja and Oskar': whose limits run alike */
    Text before; /* '12 before: 10 done in time, 2 late': not shown one by one; or empty */
    struct chain_step_views steps;
};
struct chain_views {
    struct chain_view *at;
    size_t count;
};

/* Names of these children, as words. */
typedef Text chain_names(Arena *arena, const void *of, const ChildId *children, size_t count);
/* The chains among these limits: of each child in the list, those of several children that run alike as one. A chain of one link is none. names,
 * of: who the children are. is_now: not of a day of the past, so a day leads to its whole working. */
struct chain_views chains_of(Arena *arena, const struct family_limits_rows *limits, chain_names *names, const void *of, bool is_now, Date today);

#endif
