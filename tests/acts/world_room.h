/* A conference's room, for tests of it: a conference booked for day 20 with everybody invited, and what its room needs. */
#ifndef TESTS_ACTS_WORLD_ROOM_H
#define TESTS_ACTS_WORLD_ROOM_H

#include "world_conference.h"

#include "acts/room/asking_answered_act.h"
#include "acts/room/minute_changed_act.h"
#include "acts/room/minute_written_act.h"
#include "acts/room/room_break_act.h"
#include "acts/room/room_closed_act.h"
#include "acts/room/room_moved_act.h"
#include "acts/room/room_opened_act.h"
#include "acts/room/scale_given_act.h"
#include "acts/room/seat_acknowledged_act.h"
#include "acts/room/seat_asked_act.h"
#include "acts/room/seat_codes_given_act.h"
#include "acts/room/seat_taken_act.h"
#include "acts/room/turn_given_act.h"
#include "store/conference_page_sql.h"
#include "store/room_page_sql.h"
#include "store/room_seat_sql.h"
#include "store/room_sql.h"

__attribute__((unused)) static void world_room_ready(struct world_case *in)
{
    world_case_open(in, "Ada Ben");
    world_case_at_risk(in);
    world_called(in, CONFERENCE_KIND_INITIAL, 10, 20);
    world_chair(in, 10);
    world_booked(in, 11, 20);
    world_invited(in, 11);
}

/* One more is invited: somebody of the family, or only a name. */
__attribute__((unused)) static InvitationId world_room_other(struct world_case *in, enum invited_as is_as, PersonId person, const char *name, PersonId supports)
{
    WORLD_ACT(people_invited, PEOPLE_INVITED, act);
    struct people_invited_others row = {.is_as = is_as, .person = person, .name = text_of(name), .supports = supports};
    act.sent = world_date(12);
    act.others.at = &row;
    act.others.count = 1;
    world_do(&in->world, in->arena, &PEOPLE_INVITED_ACT, in->admin, in->conference.n, 12, &act);
    return act.made.at[0].invitation;
}

/* The mother's sister, of whom nobody knows more than a name. */
__attribute__((unused)) static InvitationId world_room_aunt(struct world_case *in)
{
    return world_room_other(in, INVITED_AS_SUPPORTER, (PersonId){0}, "Kim Orrell", in->mother);
}

__attribute__((unused)) static PersonId world_room_father(struct world_case *in)
{
    PersonId father = world_adult(&in->world, in->arena, in->worker, &in->family, "Ravindra", RELATIONSHIP_KIND_FATHER);
    world_room_other(in, INVITED_AS_PARENT, father, "", (PersonId){0});
    return father;
}

/* Split: the mother in the first session, everybody else of the family in the second, professionals in both. */
__attribute__((unused)) static struct room_opened world_room_opened_act(struct world_case *in, bool split)
{
    WORLD_ACT(room_opened, ROOM_OPENED, act);
    struct invitations_of_rows rows = world_invitations(in);
    struct room_opened_seats *seats = ARENA_MANY(in->arena, rows.count, struct room_opened_seats);
    act.split = split ? YESNO_YES : YESNO_NO;
    act.quiet = T("Room 4");
    act.seats.at = seats;
    for (size_t i = 0; split && i < rows.count; i++)
        if (rows.at[i].agency.n == 0)
            seats[act.seats.count++] = (struct room_opened_seats){.invitation = rows.at[i].invitation,
                                                                  .session = rows.at[i].person.n == in->mother.n ? ROOM_SESSION_ONE : ROOM_SESSION_TWO};
    return act;
}

__attribute__((unused)) static void world_room_opened(struct world_case *in, bool split)
{
    struct room_opened act = world_room_opened_act(in, split);
    world_do(&in->world, in->arena, &ROOM_OPENED_ACT, in->chair, in->conference.n, 20, &act);
}

/* An act from a seat, on the day of the conference. */
__attribute__((unused)) static Err world_from_seat(struct world_case *in, const struct act_kind *kind, InvitationId seat, PersonId who, void *act,
                                                   struct act_result *ret_result)
{
    struct act_result result;
    struct act_request request = world_request(who);
    request.seat = seat;
    request.target = in->conference.n;
    request.now.us += 20 * DAY_US;
    return act_do(in->world.acts, kind, &request, act, in->arena, ret_result == NULL ? &result : ret_result);
}

#endif
