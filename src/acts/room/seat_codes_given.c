#include "acts/room/seat_codes_given_act.h"

#include "acts/room/at_room.h"

enum { CODE_HASH_HEX = 64 };

Err seat_codes_given_decide(struct act_run *run, struct seat_codes_given *act)
{
    struct at_room at;
    size_t given = 0;
    TRY(at_room(run, &at));
    for (size_t i = 0; i < act->codes.count; i++) {
        const struct seat_codes_given_codes *row = &act->codes.at[i];
        if (row->give != YESNO_YES)
            continue;
        given++;
        if (room_seat(&at, row->invitation) == NULL)
            act_problem(run, "codes", "A code is for somebody who has a seat in the room");
        if (row->hash.len != CODE_HASH_HEX)
            act_problem(run, "codes", "Give codes on the room's own page: there each is shown once, on a slip");
    }
    if (given == 0)
        act_problem(run, "codes", "Choose who gets a code");
    return ok();
}

Err seat_codes_given_apply(Tx *tx, const struct entry *entry, const struct seat_codes_given *act)
{
    for (size_t i = 0; i < act->codes.count; i++)
        if (act->codes.at[i].give == YESNO_YES)
            TRY(room_seat_code(tx, act->codes.at[i].invitation, act->codes.at[i].hash));
    return room_part_changed(tx, (ConferenceId){entry->target}, ROOM_SESSION_BOTH);
}
