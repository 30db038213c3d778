#include "acts/room/at_room.h"

#include "acts/conference/at_conference.h"
#include "rules/profile.h"
#include "store/room_seat_sql.h"

static Err concern(struct act_run *run)
{
    if (run->request->seat.n != 0) {
        struct seat_children_rows children;
        TRY(seat_children(run->read, run->request->seat, &children));
        for (size_t i = 0; i < children.count; i++)
            TRY(act_concerns(run, children.at[i].child));
        return ok();
    }
    struct conference_children_of_rows children;
    TRY(conference_children_of(run->read, (ConferenceId){run->target}, &children));
    for (size_t i = 0; i < children.count; i++)
        TRY(act_concerns(run, children.at[i].child));
    return ok();
}

/* Minutes are put right after everybody has left; everything else happens in the room. */
static bool is_for_afterwards(const struct act_run *run)
{
    return text_equal_string(T("MINUTE_WRITTEN"), run->kind->name) || text_equal_string(T("MINUTE_CHANGED"), run->kind->name);
}

Err at_room(struct act_run *run, struct at_room *ret_at)
{
    *ret_at = (struct at_room){.id = {run->target}};
    TRY(concern(run));
    TRY(conference_now(run->read, ret_at->id, &ret_at->now));
    TRY(room_now(run->read, ret_at->id, &ret_at->room, &ret_at->is_there));
    TRY(room_parts_now(run->read, ret_at->id, &ret_at->parts));
    TRY(room_seats_now(run->read, ret_at->id, &ret_at->seats));
    bool opens = text_equal_string(T("ROOM_OPENED"), run->kind->name);
    const char *shut = NULL;
    if (!at_is_open(run->kind->name, ret_at->now.state))
        shut = conference_state_words(ret_at->now.state);
    else if (!opens && !ret_at->is_there)
        shut = "not in its room yet";
    else if (!opens && ret_at->room.closed.us != INSTANT_NONE.us && !is_for_afterwards(run))
        shut = "over: its room is closed";
    return shut == NULL ? ok() : act_gate(run, MOVE_IS_OPEN, text_format(run->arena, "%s: not possible, the conference is %s.", run->kind->title, shut));
}

const struct room_seats_now *room_seat(const struct at_room *at, InvitationId invitation)
{
    for (size_t i = 0; i < at->seats.count; i++)
        if (at->seats.at[i].invitation.n == invitation.n)
            return &at->seats.at[i];
    return NULL;
}

const struct room_parts_now *room_part(const struct at_room *at, enum room_session session)
{
    for (size_t i = 0; i < at->parts.count; i++)
        if (at->parts.at[i].session == session)
            return &at->parts.at[i];
    return NULL;
}

const struct room_seats_now *room_speaker(struct act_run *run, const struct at_room *at, InvitationId *invitation)
{
    if (run->request->seat.n != 0)
        *invitation = run->request->seat;
    const struct room_seats_now *seat = room_seat(at, *invitation);
    if (seat == NULL)
        act_problem(run, "invitation", invitation->n == 0 ? "Choose who it is" : "They have no seat in the room: open the room again and give them one");
    return seat;
}

enum room_session room_session_for(struct act_run *run, const struct at_room *at, const struct room_seats_now *speaker, enum room_session said, bool both)
{
    if (!at->room.split)
        return ROOM_SESSION_ONE;
    if (said == ROOM_SESSION_NONE && speaker != NULL && speaker->session != ROOM_SESSION_BOTH)
        return speaker->session;
    if (said == ROOM_SESSION_NONE || (said == ROOM_SESSION_BOTH && !both))
        act_problem(run, "session", "Choose the session");
    if (speaker != NULL)
        room_in_session(run, speaker, said);
    return said;
}

void room_in_session(struct act_run *run, const struct room_seats_now *seat, enum room_session session)
{
    if (seat->session != ROOM_SESSION_BOTH && session != ROOM_SESSION_NONE && seat->session != session)
        act_problem(run, "invitation", "They are not in this session");
}

Instant room_when(Instant happened, const struct entry *entry) { return happened.us == INSTANT_NONE.us ? entry->recorded_at : happened; }
