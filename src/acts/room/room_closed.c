#include "acts/room/room_closed_act.h"

#include "acts/room/at_room.h"

Err room_closed_decide(struct act_run *run, struct room_closed *act)
{
    struct at_room at;
    (void)act;
    return at_room(run, &at);
}

Err room_closed_apply(Tx *tx, const struct entry *entry, const struct room_closed *act)
{
    ConferenceId conference = {entry->target};
    TRY(room_close(tx, conference, room_when(act->happened, entry)));
    return room_part_changed(tx, conference, ROOM_SESSION_BOTH);
}
