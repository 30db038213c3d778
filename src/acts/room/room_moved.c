#include "acts/room/room_moved_act.h"

#include "acts/room/at_room.h"

Err room_moved_decide(struct act_run *run, struct room_moved *act)
{
    struct at_room at;
    TRY(at_room(run, &at));
    act->session = room_session_for(run, &at, NULL, act->session, false);
    const struct room_parts_now *part = room_part(&at, act->session);
    enum agenda_item now = part == NULL ? AGENDA_ITEM_NONE : part->item;
    /* Who pressed 'next' meant next from where they saw the meeting: two who press it at once move it once. */
    bool elsewhere = (act->was != AGENDA_ITEM_NONE && act->was != now) || (act->start == YESNO_YES && now != AGENDA_ITEM_NONE);
    if (elsewhere)
        act_problem(run, "item", "Somebody else went on in the agenda first. Look where the meeting is now");
    else if (act->item == now)
        act_problem(run, "item", "The meeting is at this item already");
    return ok();
}

Err room_moved_apply(Tx *tx, const struct entry *entry, const struct room_moved *act)
{
    ConferenceId conference = {entry->target};
    TRY(room_part_move(tx, conference, act->session, act->item, room_when(act->happened, entry)));
    return room_part_changed(tx, conference, act->session);
}
