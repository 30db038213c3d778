#include "acts/room/room_opened_act.h"

#include "acts/conference/apart.h"
#include "acts/room/at_room.h"
#include "rules/profile.h"

static const struct room_opened_seats *said_of(const struct room_opened *act, InvitationId invitation)
{
    for (size_t i = 0; i < act->seats.count; i++)
        if (act->seats.at[i].invitation.n == invitation.n)
            return &act->seats.at[i];
    return NULL;
}

/* In which session somebody is: everybody in the only one; professionals in both; of the family it must be said. */
static enum room_session session_of(struct act_run *run, const struct room_opened *act, const struct invitations_of *row, const struct room_opened_seats *said)
{
    if (act->split != YESNO_YES)
        return ROOM_SESSION_ONE;
    if (said != NULL && said->session != ROOM_SESSION_NONE)
        return said->session;
    if (row->agency.n != 0)
        return ROOM_SESSION_BOTH;
    act_problem(run, "seats", "Say of everybody who comes for no agency in which session they are");
    return ROOM_SESSION_NONE;
}

/* Who is only a name on the list (a supporter, an interpreter, whoever comes for an agency) becomes a person: what they do from their seat is theirs. */
static void person_of(struct act_run *run, const struct at_room *room, const struct invitations_of *row, struct room_opened_taken *taken)
{
    const struct room_seats_now *had = room_seat(room, row->invitation);
    taken->made = YESNO_NO;
    if (row->person.n != 0 && (row->agency.n == 0 || had == NULL))
        taken->person = row->person;
    else if (had != NULL)
        taken->person = had->person;
    if (taken->person.n != 0)
        return;
    taken->made = YESNO_YES;
    taken->person = (PersonId){act_new_id(run)};
    taken->name = text_is_empty(row->name) ? row->agency_name : row->name;
}

static Err seat_them(struct act_run *run, const struct at_room *room, const struct at_conference *at, struct room_opened *act)
{
    act->taken.at = ARENA_MANY(run->arena, at->invitations.count, struct room_opened_taken);
    act->taken.count = 0;
    for (size_t i = 0; i < at->invitations.count; i++) {
        const struct invitations_of *row = &at->invitations.at[i];
        const struct room_opened_seats *said = said_of(act, row->invitation);
        if (row->invited != YES_NO_UNKNOWN_YES || at_is_excluded(row))
            continue;
        struct room_opened_taken *taken = &act->taken.at[act->taken.count++];
        *taken = (struct room_opened_taken){.invitation = row->invitation, .session = session_of(run, act, row, said)};
        if (said != NULL) {
            taken->shown = text_trim(said->shown);
            taken->part = text_trim(said->part);
        }
        person_of(run, room, row, taken);
    }
    if (act->taken.count == 0)
        act_problem(run, "seats", "Nobody is invited yet");
    return ok();
}

/* People who must not meet are in no session together. */
static Err keep_apart(struct act_run *run, const struct at_conference *at, const struct room_opened *act, struct facts *facts, struct gate_words *words)
{
    struct apart_place *places = ARENA_MANY(run->arena, act->taken.count, struct apart_place);
    size_t count = 0;
    for (size_t i = 0; i < act->taken.count; i++) {
        const struct invitations_of *row = at_invitation(at, act->taken.at[i].invitation);
        if (row->agency.n == 0)
            places[count++] = (struct apart_place){row->person, act->taken.at[i].session};
    }
    return apart_in_sessions(run, at, places, count, facts, &words->of[NOBODY_MEETS_WHO_MUST_NOT]);
}

Err room_opened_decide(struct act_run *run, struct room_opened *act)
{
    struct facts facts = {0};
    struct at_room room;
    struct at_conference at;
    struct gate_words words = {0};
    const struct practice *practice;
    TRY(at_room(run, &room));
    TRY(at_conference_read(run, &facts, &at));
    TRY(act_practice(run, &practice));
    if (room.is_there && room.room.split && act->split != YESNO_YES && room.parts.count > 1)
        act_problem(run, "split", "The sessions have begun apart: they stay apart");
    TRY(seat_them(run, &room, &at, act));
    TRY(keep_apart(run, &at, act, &facts, &words));
    int lasts = profile_number(practice_on(practice, run->today), PRACTICE_KIND_LASTS);
    act->lasts = lasts > 0 ? lasts : CONFERENCE_LASTS_MINUTES;
    run->answer = text_format(run->arena, "/conference/%lld/room", (long long)run->target); /* that is where they want to be */
    act->ends = (Instant){run->now.us + ROOM_GOOD_HOURS * HOUR_US};
    return act_gates_said(run, &facts, &words);
}

Err room_opened_apply(Tx *tx, const struct entry *entry, const struct room_opened *act)
{
    ConferenceId conference = {entry->target};
    TRY(room_open(tx, conference, entry->family, act->split == YESNO_YES, act->quiet, act->lasts, entry->recorded_at, act->ends));
    TRY(room_part_open(tx, conference, entry->family, ROOM_SESSION_ONE));
    if (act->split == YESNO_YES)
        TRY(room_part_open(tx, conference, entry->family, ROOM_SESSION_TWO));
    for (size_t i = 0; i < act->taken.count; i++) {
        const struct room_opened_taken *row = &act->taken.at[i];
        if (row->made == YESNO_YES)
            TRY(room_person(tx, row->person, row->name, entry->number));
        TRY(room_seat_set(tx, row->invitation, conference, entry->family, row->person, row->session, row->shown, row->part));
    }
    return room_part_changed(tx, conference, ROOM_SESSION_BOTH);
}
