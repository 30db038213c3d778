/* What the acts in a conference's room ask again and again: is it open, where does each session stand, who has a seat. */
#ifndef ACTS_ROOM_AT_ROOM_H
#define ACTS_ROOM_AT_ROOM_H

#include "acts/act.h"
#include "store/conference_sql.h"
#include "store/room_sql.h"

enum { ROOM_GOOD_HOURS = 24 /* after it was opened, codes and seats are over, whatever was forgotten */ };

struct at_room {
    ConferenceId id;
    struct conference_now now;
    bool is_there; /* the room was opened */
    struct room_now room;
    struct room_parts_now_rows parts;
    struct room_seats_now_rows seats;
};

/* Reads it, says which children the entry is about (from a seat: those it is for), and shuts MOVE_IS_OPEN where the act is not possible now. */
Err at_room(struct act_run *run, struct at_room *ret_at);
/* The seat of an invitation, or NULL. */
const struct room_seats_now *room_seat(const struct at_room *at, InvitationId invitation);
/* One session, or NULL. */
const struct room_parts_now *room_part(const struct at_room *at, enum room_session session);
/* For whom something is said or done: from a seat that seat alone, else whoever was chosen. A problem beside `invitation` when nobody was, or they
 * have no seat. NULL then. */
const struct room_seats_now *room_speaker(struct act_run *run, const struct at_room *at, InvitationId *invitation);
/* The session that is meant: the only one there is; else the speaker's; else the one that was said. A problem beside `session` when it is none, or not
 * the speaker's. `both`: it may be both. */
enum room_session room_session_for(struct act_run *run, const struct at_room *at, const struct room_seats_now *speaker, enum room_session said, bool both);
/* Nobody who is in the other session alone has the turn or a line in this one. A problem beside `invitation`. */
void room_in_session(struct act_run *run, const struct room_seats_now *seat, enum room_session session);
/* When it was: as was said, or when it was recorded. */
Instant room_when(Instant happened, const struct entry *entry);

#endif
