#include "acts/room/minute_written_act.h"

#include "acts/room/at_room.h"

Err minute_written_decide(struct act_run *run, struct minute_written *act)
{
    struct at_room at;
    TRY(at_room(run, &at));
    const struct room_seats_now *seat = room_seat(&at, act->invitation);
    if (act->invitation.n != 0 && seat == NULL)
        act_problem(run, "invitation", "They have no seat in the room: open the room again and give them one");
    act->session = room_session_for(run, &at, seat, act->session, true);
    const struct room_parts_now *part = room_part(&at, act->session == ROOM_SESSION_BOTH ? ROOM_SESSION_ONE : act->session);
    if (act->item == AGENDA_ITEM_NONE && part != NULL)
        act->item = part->item;
    act->minute = (MinuteId){act_new_id(run)};
    return ok();
}

Err minute_written_apply(Tx *tx, const struct entry *entry, const struct minute_written *act)
{
    ConferenceId conference = {entry->target};
    TRY(room_minute_add(tx, act->minute, conference, entry->family, act->session, act->item, act->what, act->invitation, act->audience,
                        room_when(act->happened, entry)));
    TRY(room_minute_text_add(tx, act->minute, entry->number, conference, entry->family, act->words, entry->recorded_at));
    return room_part_changed(tx, conference, act->session);
}
