/* The stream that tells a page of a room that something changed: a number, and nothing about what or whose. */
#ifndef PAGES_ROOM_ROOM_CHANGES_H
#define PAGES_ROOM_ROOM_CHANGES_H

#include "web/request.h"
#include "web/response.h"

/* Answers with the stream of one session, to a reader who was asked for just now. BUSY: too many are open. */
Err room_stream(struct request *request, struct response *response, ConferenceId conference, enum room_session session);

#endif
