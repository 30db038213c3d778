#include "acts/room/room_break_act.h"

#include "acts/room/at_room.h"

Err room_break_decide(struct act_run *run, struct room_break *act)
{
    struct at_room at;
    TRY(at_room(run, &at));
    act->session = room_session_for(run, &at, NULL, act->session, false);
    const struct room_parts_now *part = room_part(&at, act->session);
    bool runs = part != NULL && part->break_since.us != INSTANT_NONE.us;
    if (runs == (act->begins == YESNO_YES))
        act_problem(run, "begins", runs ? "There is a break already" : "There is no break");
    return ok();
}

Err room_break_apply(Tx *tx, const struct entry *entry, const struct room_break *act)
{
    ConferenceId conference = {entry->target};
    Instant at = room_when(act->happened, entry);
    bool begins = act->begins == YESNO_YES;
    TRY(room_part_break(tx, conference, act->session, begins ? at : INSTANT_NONE, begins));
    if (begins)
        TRY(room_asking_breaks_end(tx, conference, act->session, at));
    return room_part_changed(tx, conference, act->session);
}
