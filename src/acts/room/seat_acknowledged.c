#include "acts/room/seat_acknowledged_act.h"

#include "acts/room/at_room.h"

Err seat_acknowledged_decide(struct act_run *run, struct seat_acknowledged *act)
{
    struct at_room at;
    TRY(at_room(run, &at));
    const struct room_seats_now *seat = room_speaker(run, &at, &act->invitation);
    act->session = seat == NULL ? ROOM_SESSION_ONE : seat->session;
    return ok();
}

Err seat_acknowledged_apply(Tx *tx, const struct entry *entry, const struct seat_acknowledged *act)
{
    TRY(room_seat_acknowledges(tx, act->invitation, room_when(act->happened, entry)));
    TRY(room_invitation_acknowledges(tx, act->invitation));
    return room_part_changed(tx, (ConferenceId){entry->target}, act->session);
}
