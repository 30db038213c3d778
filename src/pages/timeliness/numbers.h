/* The numbers of how limits were kept, counted as asked: by kind, and by team. */
#ifndef PAGES_TIMELINESS_NUMBERS_H
#define PAGES_TIMELINESS_NUMBERS_H

#include "pages/timeliness/asked.h"
#include "rules/timeliness.h"
#include "store/timeliness_sql.h"

/* Of one kind, one team, or all together. */
struct limit_numbers {
    enum obligation_kind kind; /* NONE: of every kind */
    int64_t team;
    struct timeliness counts;
    Date late_since;           /* when the first of those that are late now was due; DATE_NONE: none is */
    int64_t median_twice;      /* of days late; by kind alone */
};

struct numbers_rows {
    struct limit_numbers *at;
    size_t count;
};

/* Kinds of which something was due, in the order of their list; ret_all is their sum. */
Err numbers_by_kind(Read *read, const struct asked_limits *asked, struct numbers_rows *ret_kinds, struct limit_numbers *ret_all);
/* The same by team, whatever team was asked for; TEAM_NONE last. */
Err numbers_by_team(Read *read, const struct asked_limits *asked, struct numbers_rows *ret_teams);
/* How many are late now, of the team, worker and kind that were asked for, and since when the first. */
Err numbers_late_now(Read *read, const struct asked_limits *asked, int64_t *ret_cases, Date *ret_since);

/* Teams the reader may ask about, by name. */
Err numbers_teams(Read *read, bool whole, struct timely_teams_named_rows *ret_teams);
/* Workers of the asked team; of all teams for who asks about their own people. */
Err numbers_workers(Read *read, const struct asked_limits *asked, struct timely_workers_rows *ret_workers);
/* The team's name; 'No team' for TEAM_NONE, empty for a team that is not among them. */
Text team_words(const struct timely_teams_named_rows *teams, int64_t team);
/* Whether the question is answered from the index of what is due, not from some children: of the whole authority, no team and no worker chosen. */
bool asks_of_all(const struct asked_limits *asked);

#endif
