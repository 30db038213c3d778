#include "acts/room/asking_answered_act.h"

#include "acts/room/at_room.h"

Err asking_answered_decide(struct act_run *run, struct asking_answered *act)
{
    struct at_room at;
    struct room_asking_now asked;
    bool found;
    TRY(at_room(run, &at));
    TRY(room_asking_now(run->read, at.id, act->asking, &asked, &found));
    if (!found)
        return err(NOT_FOUND, "nothing with this number was asked in this room");
    if (asked.state != ASKING_STATE_WAITING)
        act_problem(run, "asking", "This has been answered already");
    act->session = asked.session;
    act->invitation = asked.invitation;
    const struct room_parts_now *part = room_part(&at, asked.session);
    bool says = asked.what == ASKING_KIND_QUESTION || asked.what == ASKING_KIND_VIEW;
    if (act->take != YESNO_YES || !says)
        return ok();
    act->minute = (MinuteId){act_new_id(run)};
    act->what = asked.what == ASKING_KIND_QUESTION ? MINUTE_KIND_QUESTION : MINUTE_KIND_VIEW;
    act->item = part == NULL ? AGENDA_ITEM_NONE : part->item;
    act->words = asked.words;
    return ok();
}

Err asking_answered_apply(Tx *tx, const struct entry *entry, const struct asking_answered *act)
{
    ConferenceId conference = {entry->target};
    TRY(room_asking_answer(tx, act->asking, act->take == YESNO_YES ? ASKING_STATE_TAKEN : ASKING_STATE_ASIDE, entry->recorded_at));
    if (act->minute.n != 0) {
        TRY(room_minute_add(tx, act->minute, conference, entry->family, act->session, act->item, act->what, act->invitation, AUDIENCE_EVERYONE,
                            entry->recorded_at));
        TRY(room_minute_text_add(tx, act->minute, entry->number, conference, entry->family, act->words, entry->recorded_at));
    }
    return room_part_changed(tx, conference, act->session);
}
