#include "acts/room/seat_asked_act.h"

#include "acts/room/at_room.h"

Err seat_asked_decide(struct act_run *run, struct seat_asked *act)
{
    struct at_room at;
    TRY(at_room(run, &at));
    const struct room_seats_now *seat = room_speaker(run, &at, &act->invitation);
    act->session = room_session_for(run, &at, seat, act->session, false);
    bool says = act->what == ASKING_KIND_QUESTION || act->what == ASKING_KIND_VIEW;
    if (says && text_is_empty(text_trim(act->words)))
        act_problem(run, "words", act->what == ASKING_KIND_QUESTION ? "Write the question" : "Write what you want to say");
    act->asking = (AskingId){act_new_id(run)};
    return ok();
}

Err seat_asked_apply(Tx *tx, const struct entry *entry, const struct seat_asked *act)
{
    ConferenceId conference = {entry->target};
    TRY(room_asking_add(tx, act->asking, conference, entry->family, act->session, act->invitation, act->what, act->words, room_when(act->happened, entry)));
    return room_part_changed(tx, conference, act->session);
}
