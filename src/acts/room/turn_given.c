#include "acts/room/turn_given_act.h"

#include "acts/room/at_room.h"

Err turn_given_decide(struct act_run *run, struct turn_given *act)
{
    struct at_room at;
    TRY(at_room(run, &at));
    const struct room_seats_now *seat = room_seat(&at, act->invitation);
    if (act->invitation.n != 0 && seat == NULL)
        act_problem(run, "invitation", "They have no seat in the room: open the room again and give them one");
    act->session = room_session_for(run, &at, seat, act->session, false);
    return ok();
}

Err turn_given_apply(Tx *tx, const struct entry *entry, const struct turn_given *act)
{
    ConferenceId conference = {entry->target};
    TRY(room_part_turn(tx, conference, act->session, act->invitation));
    return room_part_changed(tx, conference, act->session);
}
