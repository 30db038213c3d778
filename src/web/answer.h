/* One request from its headers to its answer, knowing nothing of sockets (house.md, A request). server.c calls, in this order:
 * answer_begin with the headers, answer_body for each piece of the body (unless `decided`), answer_finish, sends the response,
 * and answer_end when it has gone. The whole answer lives in its arena. */
#ifndef WEB_ANSWER_H
#define WEB_ANSWER_H

#include "web/site.h"

/* What the server read before the body. The texts stay valid until answer_end. */
struct incoming {
    const char *method;
    const char *target; /* path and query, as they came */
    struct request_headers headers;
    int64_t length;     /* of the body; -1: not said, -2: said wrongly */
    bool chunked;       /* a body whose length nobody says */
    Text peer;          /* network address */
};

struct answer {
    Arena *arena;
    struct request request;
    struct response response;
    bool decided;       /* the response stands: the body is not read */
    bool keep_only;     /* nobody is signed in: keep what was typed for whoever's form it is, then sign in */
    bool refused;       /* the reader may not, as `end` says; only the form can tell that another wrote it, so it is read first */
    Err end;            /* how it ended */
    struct upload *upload; /* the body is a form with a file, read as it comes; NULL: it is gathered in `body` */
    Text stream_rest;   /* of a stream: given already, and not sent yet */
    char *body;
    size_t body_room, body_len;
};

/* Everything that is decided at the headers: route, ids, session, permission, origin, length. Never NULL. */
struct answer *answer_begin(const struct site *site, const struct incoming *incoming);
/* More of the body. False when there is more than was said. */
bool answer_body(struct answer *answer, const void *bytes, size_t len);
/* Reads the form, runs the handler, keeps the look. Afterwards `response` is whole: status, headers, body. Once only. */
void answer_finish(struct answer *answer);
/* One line for the log, and the arena goes. */
void answer_end(struct answer *answer);

#endif
