/* How time limits are kept: for a team, or the whole authority, in a period, by kind; behind each number the list it counts. What is overdue now. */
#ifndef PAGES_TIMELINESS_TIMELINESS_H
#define PAGES_TIMELINESS_TIMELINESS_H

#include "pages/timeliness/asked.h"
#include "pages/frame.h"
#include "pages/sheet.h"
#include "web/response.h"

/* Something to choose in a form. */
struct picked_view {
    Text value, words;
    bool chosen;
};
struct picked_views {
    struct picked_view *at;
    size_t count;
};

struct timeliness_page {
    struct frame frame;
    struct frame_problems problems;
    Text intro;
    Url here, overdue;
    struct frame_links periods;
    struct picked_views teams;
    struct asked_days days;
    Text says;         /* whose limits, due when: the heading of the table */
    Text summary;      /* the one number that matters, in a sentence */
    bool is_shown;     /* the numbers; not while the days that were typed are none */
    struct sheet kinds, by_team;
    Text whose;        /* which children count */
};

struct overdue_page {
    struct frame frame;
    Text intro;
    Url here, timeliness;
    struct picked_views teams, workers, kinds;
    Text says, whose;
    struct sheet sheet;
    Url more;
};

/* GET /timeliness, ?period=month|quarter|year or from and to, ?team= */
Err timeliness_page(struct request *request, struct response *response);
/* GET /timeliness/list: the same questions, with kind= and stands=, from after= on. */
Err timeliness_list_page(struct request *request, struct response *response);
/* GET /overdue: what is late now, the longest first; ?team=, worker=, kind=, after=. */
Err overdue_page(struct request *request, struct response *response);

/* The choices of a form's select: every team the reader may ask about, with 'every team' before them. */
struct timely_teams_named_rows;
struct picked_views team_choices(Arena *arena, const struct timely_teams_named_rows *teams, int64_t chosen, bool with_none);
/* 'Children whose record is closed to you …': which children the numbers and lists are of. */
Text whose_words(bool whole);

#endif
