#include "acts/room/seat_taken_act.h"

#include "acts/room/at_room.h"

Err seat_taken_decide(struct act_run *run, struct seat_taken *act)
{
    struct at_room at;
    TRY(at_room(run, &at));
    const struct room_seats_now *seat = room_speaker(run, &at, &act->invitation);
    act->session = seat == NULL ? ROOM_SESSION_ONE : seat->session;
    return ok();
}

Err seat_taken_apply(Tx *tx, const struct entry *entry, const struct seat_taken *act)
{
    Instant at = room_when(act->happened, entry);
    if (act->here == YESNO_YES)
        TRY(room_seat_comes(tx, act->invitation, at));
    else
        TRY(room_seat_goes(tx, act->invitation, at));
    return room_part_changed(tx, (ConferenceId){entry->target}, act->session);
}
