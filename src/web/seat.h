/* A seat in a conference's room, held by a phone: its own cookie, good for that seat alone (docs/decisions/0028-the-room.md). The cookie's token and the
 * joining code are kept as hashes: whoever reads the store can neither take a seat nor make a code. */
#ifndef WEB_SEAT_H
#define WEB_SEAT_H

#include "web/request.h"
#include "web/response.h"

enum {
    SEAT_CODE_LETTERS = 8,  /* of a joining code: two groups of four; 27 to the 8th are 280 thousand million */
    SEAT_CODE_TYPED = 40,   /* bytes of one as somebody types it, with spaces and dashes */
};

/* Reads the seat's cookie. While the seat is good, request->seat is filled and request->person is who sits there; else both are none. Not OK: the
 * store. */
Err seat_find(struct request *request);
/* This browser holds the seat from here on. `code` is the hash of the code that opened it; empty: its holder is signed in. Sets the cookie. */
Err seat_begin(struct request *request, struct response *response, InvitationId invitation, Text code);
/* It holds no seat any more; nothing happens when it held none. Takes the cookie away. */
Err seat_leave(struct request *request, struct response *response);

/* A new joining code for a seat, in its two groups: always the same from the same form of the same session (a form that is sent twice shows one code), and
 * nobody without the session's cookie can make it again. */
Text seat_code_new(struct request *request, InvitationId invitation);
/* The hash under which a code is kept, hexadecimal, of a code as somebody types it; empty when it can't be one. BROKEN: the site has no key. */
Err seat_code_hash(const struct request *request, Text typed, Text *ret_hash);

#endif
