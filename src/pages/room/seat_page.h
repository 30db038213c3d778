/* The page of a seat, on any phone (docs/decisions/0028-the-room.md): where the meeting is, whose turn it is, what was just said; a break, a question, one's own
 * view, a number. Nothing of the record. Words for a nine-year-old's reading. */
#ifndef PAGES_ROOM_SEAT_PAGE_H
#define PAGES_ROOM_SEAT_PAGE_H

#include "pages/room/room_view.h"
#include "web/response.h"

struct seat_number {
    int64_t number;
    bool checked;
};
struct seat_numbers {
    struct seat_number *at;
    size_t count;
};

struct seat_page {
    struct frame_family frame;
    struct frame_problems problems;
    struct room_view view;
    Text changes, part; /* addresses, for the page's script */
    Url here, other;
    Text other_words;
    bool both; /* the seat is in both sessions: it chooses which it looks at */
    struct form_keys acknowledge, pause, write, number, leave;
    Url send_acknowledge, send_asked, send_number, send_leave;
    struct seat_numbers numbers;
    Text words, words_error, number_error;
    bool wants_view; /* what is being typed is a view, not a question */
};

struct seat_join_page {
    struct frame_family frame;
    struct frame_problems problems;
    Url action;
    Text csrf, once, typed, error;
};

/* GET /seat: where a joining code is entered; who holds a seat goes on to it. POST /seat: the code. Wrong ones are counted for the network address, and
 * looks of the service. */
Err seat_join(struct request *request, struct response *response);
Err seat_join_form(struct request *request, struct response *response);
/* GET /seat/here: the seat. ?part=yes: what changes, alone. ?session=TWO: the other session, for who is in both. */
Err seat_here(struct request *request, struct response *response);
/* GET /seat/changes: server-sent events of the seat's session. */
Err seat_changes_stream(struct request *request, struct response *response);
/* POST /seat/do/ACT: one of the acts that a seat can do. */
Err seat_send(struct request *request, struct response *response);
/* POST /seat/leave: the phone gives the seat back. */
Err seat_leave_form(struct request *request, struct response *response);

#endif
