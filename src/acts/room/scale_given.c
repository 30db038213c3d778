#include "acts/room/scale_given_act.h"

#include "acts/room/at_room.h"

Err scale_given_decide(struct act_run *run, struct scale_given *act)
{
    struct at_room at;
    TRY(at_room(run, &at));
    const struct room_seats_now *seat = room_speaker(run, &at, &act->invitation);
    act->session = seat == NULL ? ROOM_SESSION_ONE : seat->session;
    return ok();
}

Err scale_given_apply(Tx *tx, const struct entry *entry, const struct scale_given *act)
{
    ConferenceId conference = {entry->target};
    TRY(room_scale_add(tx, act->invitation, entry->number, conference, entry->family, act->number, room_when(act->happened, entry)));
    return room_part_changed(tx, conference, act->session);
}
