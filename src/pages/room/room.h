/* The room of a conference (docs/decisions/0028-the-room.md): the page of who runs it, the projected screen, the slips with joining codes, and the
 * numbers that tell each page that something changed. */
#ifndef PAGES_ROOM_ROOM_H
#define PAGES_ROOM_ROOM_H

#include "pages/room/room_view.h"
#include "web/response.h"

struct room_choice {
    Text value, words;
    bool checked;
};
struct room_choices {
    struct room_choice *at;
    size_t count;
};

/* What changes while the page is open: asked for alone with '?part=yes'. */
struct room_live {
    struct room_view view;
    struct form_keys next, turn, pause, ask, change, came, wrote;
    Url send_next, send_turn, send_pause, send_ask, send_change, send_came, send_acknowledged;
    bool records; /* the reader may record the conference: without it the page only shows */
};

struct room_page {
    struct frame frame;
    struct room_live live;
    Text changes, part; /* addresses, for the page's script */
    Url back, screen, other, open, open_conference, close, codes_send, take_seat, decide;
    Text other_words;
    bool is_open_conference; /* the conference itself was opened: attendance, quorum */
    bool has_seat;           /* the reader can take a seat of their own */
    struct form_keys codes, seat, written;
    Url send_written;
    Text typed;          /* the line that is being typed, as it was kept */
    bool has_draft;
    struct room_choices who, what, audience;
    struct room_people seats; /* of both sessions: who gets a code */
};

struct room_screen_page {
    struct room_live live;
    Text authority, changes, part;
    Url cover, uncover;
};

struct room_slip {
    Text name, part, code;
};
struct room_slips {
    struct room_slip *at;
    size_t count;
};
struct room_codes_page {
    struct frame frame;
    struct frame_problems problems;
    struct room_slips slips;
    Text address; /* where the code is entered */
    Text title;
    Url back;
    bool again;
};

/* GET /conference/N/room: the agenda, turns, questions, minutes. ?session=TWO: the second session; ?part=yes: what changes, alone. Who reads the
 * conference. The look names its children. */
Err room_page(struct request *request, struct response *response);
/* GET /conference/N/room/screen: what everyone in one session may see, for a projector. ?covered=yes: nothing of it. */
Err room_screen(struct request *request, struct response *response);
/* GET /conference/N/room/changes: server-sent events, 'changed, number N', and nothing else. */
Err room_changes(struct request *request, struct response *response);
/* POST /conference/N/room/codes: new joining codes for the seats that were ticked, each on a slip, shown this once. */
Err room_codes(struct request *request, struct response *response);
/* POST /conference/N/room/seat: a professional who is signed in takes their own seat. */
Err room_take_seat(struct request *request, struct response *response);
/* GET and POST /conference/N/room/do/ACT: an act in the room; done, or done already by somebody else, it leads back to the room. Mistakes are shown on the
 * act's own form. */
Err room_send_page(struct request *request, struct response *response);
Err room_send(struct request *request, struct response *response);

/* Says which children the page shows; looked at again under the same eyes within ROOM_LOOK_AGAIN_MINUTES, a part of it is no look of its own. */
Err room_look(struct request *request, ConferenceId conference);

#endif
