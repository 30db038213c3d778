/* Which limits a reader asked about, from the address of the page: a period, a team, a worker, a kind, how they stand. The pages of how limits are
 * kept (timeliness.c), of what is overdue (overdue.c) and the list behind each number (timeliness_list.c) read and write the same questions. */
#ifndef PAGES_TIMELINESS_ASKED_H
#define PAGES_TIMELINESS_ASKED_H

#include "rules/codes.h"
#include "web/html.h"
#include "web/request.h"

enum { TEAM_EVERY = -1, TEAM_NONE = 0 };

/* Where a list goes on: after this row, in the order of due day, child, kind (by its code) and start. due DATE_NONE: at its first row. */
struct limit_key {
    Date due;
    ChildId child;
    enum obligation_kind kind;
    Date start;
};

struct asked_limits {
    bool whole;         /* of the whole authority; else of the children whom the reader's people and teams hold, and who they may read */
    int64_t team;       /* TEAM_EVERY, TEAM_NONE, or a team */
    PersonId worker;    /* 0: everybody. Of whole: only together with a team */
    enum obligation_kind kind;   /* NONE: every kind */
    enum obligation_state state; /* NONE: however they stand. LATE is late now, WAITING still to come */
    Date since, until;  /* due from then to then, both days included */
    struct limit_key after;
};

enum asked_period { PERIOD_MONTH, PERIOD_QUARTER, PERIOD_YEAR, PERIOD_DAYS };

/* A day as somebody typed it, to stand in the form again, and what is wrong with it. */
struct typed_day {
    Text day, month, year, error;
};
struct asked_days {
    struct typed_day from, to;
};

/* The month, the quarter or the year (councils' years begin on 1 April; to today) that `today` lies in. Not for PERIOD_DAYS. */
void period_of(enum asked_period period, Date today, Date *ret_since, Date *ret_until);
/* '1 to 30 November 2026', '28 December 2026 to 3 January 2027', 'Tuesday 3 November 2026' for one day. */
Text period_words(Arena *arena, Date since, Date until);

/* Reads the address. What is no team, worker, kind, state or place in a list counts as not asked. Without days it is this quarter. days: what was
 * typed for a period of one's own, and what is wrong with it; then `since` and `until` are this quarter's. Pages that have no such form pass NULL. */
struct asked_limits asked_limits_of(struct request *request, enum asked_period *ret_period, struct asked_days *days);
/* Whether something is wrong with the days that were typed. */
bool asked_days_wrong(const struct asked_days *days);

/* The same question at that address: its days (unless it is of overdue), and all else that was asked but the place in a list. */
Url asked_url(Arena *arena, Url page, const struct asked_limits *asked);
/* The same, from the row after `key` on. */
Url asked_url_after(Arena *arena, Url page, const struct asked_limits *asked, const struct limit_key *key);

#endif
