/* The parts of a room's view, each from its own rows: for room_view.c alone. */
#ifndef PAGES_ROOM_ROOM_PARTS_H
#define PAGES_ROOM_ROOM_PARTS_H

#include "pages/room/room_view.h"
#include "store/room_page_sql.h"

struct room_part_reading {
    struct request *request;
    Read *read;
    const struct room_people_of_rows *people;
    enum room_eyes eyes;
    InvitationId me;
};

/* How somebody is called: to staff by name, to everyone else by what was chosen in its place. */
Text room_person_name(Arena *arena, const struct room_people_of *row, enum room_eyes eyes);
/* Who is in the session, the chair first where everyone reads it, whose turn it is, and what of it is about the seat that reads. */
void room_fill_people(Arena *arena, const struct room_people_of_rows *rows, Text chair, InvitationId turn, enum room_eyes eyes, InvitationId me, struct room_view *view);
Err room_fill_lines(const struct room_part_reading *reading, struct room_view *view);
Err room_fill_asks(const struct room_part_reading *reading, struct room_view *view);
Err room_fill_scales(const struct room_part_reading *reading, struct room_view *view);

#endif
