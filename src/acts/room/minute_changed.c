#include "acts/room/minute_changed_act.h"

#include "acts/room/at_room.h"

/* Nothing is refused because somebody else was quicker: what its author had read gives way, what came since stays beside the new words. */
Err minute_changed_decide(struct act_run *run, struct minute_changed *act)
{
    struct at_room at;
    struct room_minute_now line;
    bool found;
    TRY(at_room(run, &at));
    TRY(room_minute_now(run->read, at.id, act->minute, &line, &found));
    if (!found)
        return err(NOT_FOUND, "no line of this conference's minutes");
    act->session = line.session;
    act->newest = line.newest.n;
    return ok();
}

Err minute_changed_apply(Tx *tx, const struct entry *entry, const struct minute_changed *act)
{
    ConferenceId conference = {entry->target};
    TRY(room_minute_replace(tx, act->minute, (EntryNumber){act->read}, entry->number));
    TRY(room_minute_text_add(tx, act->minute, entry->number, conference, entry->family, act->words, entry->recorded_at));
    return room_part_changed(tx, conference, act->session);
}
