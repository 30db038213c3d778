/* Why a day is the day: the working of a time limit, to stand under its date (product: working days with proof). Nothing is computed in the
 * browser; the count is rules/workdays' own. */
#ifndef PAGES_WHY_H
#define PAGES_WHY_H

#include "acts/form_view.h"
#include "rules/practice.h"

/* One cell of the small calendar. */
struct why_day {
    Text day;      /* "18", "1 Jan" */
    int number;    /* of the counted day; 0: not counted */
    Text holiday;  /* its name */
    bool out, start, off, hol, due, in_time;
};

struct why_days {
    struct why_day *at;
    size_t count;
};

struct why_week {
    struct why_days days; /* Monday to Sunday */
};

struct why_weeks {
    struct why_week *at;
    size_t count;
};

struct why_view {
    Text summary, about;  /* "Why 4 January?", and for whom, for those who hear it */
    Text sentence, caption;
    struct why_weeks weeks; /* none for days, weeks and months: the sentence says it */
    Text rule, source;
    bool beyond;          /* the holidays of a year in between are not loaded */
};

/* The working of the limit of that kind that began on `start`, by the profile of that day. `about`: "visit to Maja". */
struct why_view why_of(Arena *arena, const struct practice *practice, enum obligation_kind kind, Date start, Date due, Date today, Text about);

/* A state of something: a shape, words, and a colour third. look: late, wait, done, info, none, stop (assets/_staff_pages.scss, .st). */
struct status_tag {
    Text look, words;
};

struct status_tags {
    struct status_tag *at;
    size_t count;
};

/* How far a day is from today: '1 day late', 'today', 'tomorrow', 'in 3 days'. */
struct status_tag due_tag(Arena *arena, Date due, Date today);

#endif
