/* Why a day is the day: the working of a time limit, to stand under its date (product: working days with proof). Nothing is computed in the
 * browser; the count is rules/workdays' own. And the one way in which a page shows a day on which something is due: it opens to its working. */
#ifndef PAGES_WHY_H
#define PAGES_WHY_H

#include "acts/form_view.h"
#include "pages/due_words.h"
#include "rules/ids.h"
#include "web/html.h"

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

/* A count of working days, forwards or back: whole weeks, from the Monday of its earlier end to the Sunday of the later one. {{> why_calendar x}} */
struct why_calendar {
    Text caption; /* "15 working days from Friday 20 March 2026" */
    struct why_weeks weeks;
};

struct why_view {
    Text summary, about;  /* "Why 4 January?", and for whom, for those who hear it */
    Text sentence;
    struct why_calendar calendar; /* no week of days, weeks and months: the sentence says it */
    Text rule, source;
    bool beyond;          /* the holidays of a year in between are not loaded */
    Url proof;            /* the page of the whole working; URL_NONE: this reader does not read the record */
};

struct why_views {
    struct why_view *at;
    size_t count;
};

/* The working of the limit of that kind that began on `start`, by the profile of that day. `about`: "visit to Maja". Without a proof: whoever may
 * read the child's record sets it (proof_of). */
struct why_view why_of(Arena *arena, const struct practice *practice, enum obligation_kind kind, Date start, Date due, Date today, Text about);

/* Its pieces, for the page of the whole working. In words, how the day came about; started_by: the events it names (a set, of the row's). */
Text why_sentence(Arena *arena, const struct obligation_row *row, uint64_t started_by, const struct working *working);
struct why_calendar why_calendar_of(Arena *arena, const struct obligation_row *row, const struct working *working, bool in_time);

/* What names an obligation: whose it is, of which kind, from which day it counts; and when it is due. */
struct due_ref {
    ChildId child;
    enum obligation_kind kind;
    Date start, due;
};

/* The page of its whole working (pages/proof.h), for readers of the record. */
Url proof_of(Arena *arena, const struct due_ref *ref);

/* A day on which something is due, as a page shows it: {{> due_day day}}. */
struct due_day {
    Text words;           /* "14 April 2026"; empty: nothing is due */
    Url proof;            /* the words lead there */
    struct why_views why; /* else one: it stands closed under the words */
};

/* For a reader of the child's record: the words lead to the whole working. */
struct due_day due_day(Arena *arena, Text words, const struct due_ref *ref);
/* For somebody who may know the day and not read the record: the short working, without the ledger. `about` as in why_of. */
struct due_day due_day_short(Arena *arena, Text words, const struct due_ref *ref, const struct practice *practice, Date today, Text about);

#endif
