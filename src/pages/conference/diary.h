/* The diary of chairs and rooms: who and what is taken, and when both are free for as long as a conference lasts. */
#ifndef PAGES_CONFERENCE_DIARY_H
#define PAGES_CONFERENCE_DIARY_H

#include "pages/frame.h"
#include "pages/sheet.h"
#include "web/response.h"

enum {
    DIARY_OPENS = 9 * 60,      /* minutes after midnight, from which a conference is offered */
    DIARY_CLOSES = 17 * 60,    /* and by which it has ended */
    DIARY_DAYS = 7,
    DIARY_STEP = 30,           /* minutes between two beginnings that are offered */
    DIARY_ROOMS_SINCE = 365,   /* days: rooms that were used in these are offered */
};

struct diary_choice {
    Text value, words;
    bool chosen;
};
struct diary_choices {
    struct diary_choice *at;
    size_t count;
};

/* One day: what is taken, and from when to when the chosen chair and room are free. */
struct diary_free {
    Text words;
    Url address; /* to book or move the conference the diary was opened for; URL_NONE: none was named */
};
struct diary_frees {
    struct diary_free *at;
    size_t count;
};
struct diary_day {
    Text day;
    Text closed; /* 'Weekend', 'Good Friday'; empty: a working day */
    Text late;   /* 'After the last day: it must be held by …' */
    struct sheet taken;
    struct diary_frees free;
};
struct diary_days {
    struct diary_day *at;
    size_t count;
};

struct diary_page {
    struct frame frame;
    bool is_open; /* to this reader; else it says for whom it is, and nothing more */
    Url here, before, after;
    Text line;     /* 'Week of Monday 4 January 2027' */
    Text week;     /* '2027-01-04' */
    Text of;       /* the conference's number; empty: none */
    Text limit;    /* 'Initial conference, Hallam family: it must be held by 14 January 2027' */
    Text lasts;    /* 'for 2 hours' */
    struct diary_choices chairs, rooms;
    struct diary_days days;
};

/* GET /diary?week=2027-01-04&chair=123&room=Elmfield Centre, Room 3&conference=45: chairs and conference administrators; to others it is empty. */
Err diary_page(struct request *request, struct response *response);

#endif
