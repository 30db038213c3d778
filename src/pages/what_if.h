/* 'What if it moved?': a conference or a planned core group on another day, weighed before anything is done. What changes, for which child, what is broken;
 * nothing is kept of it but the look. The form that moves it is one link away, with the day filled in. */
#ifndef PAGES_WHAT_IF_H
#define PAGES_WHAT_IF_H

#include "pages/frame.h"
#include "pages/sheet.h"
#include "web/response.h"

/* One limit that changes. */
struct what_if_row {
    Text limit, who;
    struct due_day before;  /* 'by 14 April 2026'; no words: it is not due as it is */
    Text before_more;       /* 'in time, on 9 April 2026' */
    Text after, after_more;
    bool is_broken;
    struct status_tag tag;
    bool has_why;
    struct why_view why;
};
struct what_if_rows {
    struct what_if_row *at;
    size_t count;
};

struct what_if_page {
    struct frame frame;
    struct frame_problems problems;
    Url back, self;
    Text back_words, line;
    Text cannot;                       /* it can't move any more, and why; empty: it can */
    struct field_views fields;
    bool is_asked;                     /* a day was asked: the rest is about it */
    Text verdict, day_says;            /* all of it in one sentence; that the day is no working day */
    Text look;                         /* of the note the verdict stands in: late, wait, ok */
    struct what_if_rows rows;
    Text rows_say;                     /* what was taken for granted */
    Text clashes;                      /* the chair's or the room's; empty: none, or no time is known */
    struct sheet meetings, told, reports;
    bool has_told, has_reports;
    Text told_says;
    bool keeps_every_limit; /* the day that was asked about */
    struct frame_links nearest;
    Text nearest_says;
    struct frame_link move;            /* the form, with the day; no words: this reader may not */
};

/* GET /conference/:conference/move: who may read the conference. '?held_on-day=21&held_on-month=4&held_on-year=2026&time=10am' asks. */
Err conference_move_page(struct request *request, struct response *response);
/* GET /meeting/:meeting/move: a planned core group, for who may read the whole plan. */
Err meeting_move_page(struct request *request, struct response *response);

#endif
