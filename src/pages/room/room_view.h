/* What the pages of a conference's room are made from: one session of it, as one reader may see it. The staff's page shows all of it, the projected screen
 * and a seat what everyone in that session may read: the words chosen in the place of a name that would give somebody away, and no line that only
 * professionals may read. */
#ifndef PAGES_ROOM_ROOM_VIEW_H
#define PAGES_ROOM_ROOM_VIEW_H

#include "pages/frame.h"
#include "rules/codes.h"
#include "web/request.h"

enum {
    ROOM_LINES = 400,      /* lines of minutes on the staff's page */
    ROOM_LINES_SHOWN = 40, /* … that are read for screen and seat */
    ROOM_SCREEN_LINES = 3, /* going well, worries: the newest of each on the screen */
    ROOM_SCREEN_PLAN = 4,
    ROOM_SEAT_LINES = 6,
    ROOM_LOOK_AGAIN_MINUTES = 10, /* a page that refreshes itself under the same eyes is one look so long (docs/decisions/0029) */
};

/* Who looks: what a page may show. */
enum room_eyes { ROOM_EYES_STAFF, ROOM_EYES_SCREEN, ROOM_EYES_SEAT };

struct room_step {
    Text number, words, code;
    bool done, now;
};
struct room_steps {
    struct room_step *at;
    size_t count;
};

/* A text of a line of the minutes: what it says and who typed it. */
struct room_text {
    Text words, typed;
};
struct room_texts {
    struct room_text *at;
    size_t count;
};
struct room_line {
    int64_t minute, read; /* its number, and of the newest text that is shown */
    enum minute_kind is;
    Text who, what, when, item;
    Text words; /* of its newest text */
    Text edit;  /* what a change of it begins with: its text, or both */
    struct room_texts texts;
    bool twice; /* two people changed it at once: both texts stand */
    bool only_professionals;
    bool is_draft; /* its reader has begun to change it: `edit` is what they typed */
};
struct room_lines {
    struct room_line *at;
    size_t count;
};

struct room_person {
    int64_t invitation;
    Text name, part, state;
    Text real;     /* staff: the name behind what everyone reads; empty: they read the name */
    Text letters;  /* 'MK' */
    bool here, gone, acknowledged, has_code, speaks, me;
};
struct room_people {
    struct room_person *at;
    size_t count;
};

struct room_ask {
    int64_t asking;
    Text who, what, words, when, state;
    bool says; /* a question or a view: it has words for the minutes */
};
struct room_asks {
    struct room_ask *at;
    size_t count;
};

struct room_scale {
    Text who;
    int64_t number, x; /* x: where its mark stands in a drawing 200 wide */
};
struct room_scales {
    struct room_scale *at;
    size_t count;
};

struct room_view {
    ConferenceId conference;
    enum room_session session;
    Text title, line, kind;
    bool split, closed, began, is_covered;
    Text session_words; /* staff, of a conference with two */
    Text session_code;
    Text quiet;
    int64_t changes;
    /* The two hours. */
    Text clock, left, of, starts, ends;
    int64_t used; /* of 420 */
    bool over;
    /* Where we are. */
    struct room_steps steps;
    int64_t step, step_count;
    Text item_words, item_means, item_code;
    Text next_words, next_code; /* empty at the end */
    bool on_break;
    Text break_since;
    /* Whose turn. */
    int64_t turn;
    Text turn_name, turn_part;
    bool my_turn;
    struct room_people people;
    size_t here, acknowledged;
    struct room_lines lines, well, worries, plan, said;
    struct room_asks asks;
    size_t breaks_asked, slower_asked;
    struct room_scales scales;
    /* Of the seat that reads. */
    Text my_name;
    bool i_acknowledged, i_asked_break, has_number;
    int64_t my_number;
};

/* Fills it for one session, as the reader of `read` may see it; `me` is the seat that reads, 0 for none. NOT_FOUND: no room that they may see. */
Err room_view_of(struct request *request, Read *read, ConferenceId conference, enum room_session session, enum room_eyes eyes, InvitationId me,
                 struct room_view *ret_view);
/* 'Ada', 'Ada and Ben', 'Ada, Ben and Cleo'. */
Text room_names(Arena *arena, const Text *names, size_t count);
/* '1 hour 8 minutes'. */
Text room_minutes_words(Arena *arena, int64_t minutes);

#endif
