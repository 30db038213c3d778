/* What the acts on a conference ask again and again: where it stands, its children, who is invited, who is a parent. */
#ifndef ACTS_CONFERENCE_AT_CONFERENCE_H
#define ACTS_CONFERENCE_AT_CONFERENCE_H

#include "acts/consequences.h"
#include "rules/obligations.h"
#include "rules/quorum.h"
#include "store/conference_sql.h"
#include "store/invitation_sql.h"

enum {
    CONFERENCE_ADULTS_MOST = 60,       /* parents and carers of one conference's children */
    CONFERENCE_LASTS_MINUTES = 2 * 60, /* for which a chair and a room are taken, where the profile doesn't say */
};

struct at_conference {
    ConferenceId id;
    struct conference_now now;
    struct conference_children_of_rows children;
    struct invitations_of_rows invitations;
    struct invitation_children_of_rows reach;
    PersonId parents[CONFERENCE_ADULTS_MOST]; /* parents and carers of its children, each once */
    size_t parent_count;
};

#define AT(state) (UINT64_C(1) << CONFERENCE_STATE_##state)
/* Until it meets: called or called again, booked, confirmed. */
#define AT_COMING (AT(CALLED) | AT(BOOKED) | AT(CONFIRMED) | AT_NOT_HELD)
/* Not held to its end: to be booked again. */
#define AT_IN_ROOM (AT(BOOKED) | AT(CONFIRMED) | AT(OPEN) | AT(DECIDED))
#define AT_NOT_HELD (AT(INQUORATE) | AT(ADJOURNED) | AT(STOOD_DOWN))

/* True when an act on a conference can be done to one that stands there: what is over is neither done nor offered. */
bool at_is_open(const char *act, enum conference_state state);
/* Inquorate, adjourned or stood down: to be booked again. */
bool at_never_met(enum conference_state state);

/* Reads the conference that the act is on; the entry is about all its children. A conference that stands where the act isn't open shuts its
 * gate MOVE_IS_OPEN with words: `facts` are then to be asked with moves_refused. */
Err at_conference(struct act_run *run, struct facts *facts, struct at_conference *ret_at);

/* The same for a page: run->read, arena and target alone are used; nothing is asked, facts have children and parents. */
Err at_conference_read(struct act_run *run, struct facts *facts, struct at_conference *ret_at);

/* The row of that number; NULL when it is none of this conference's. */
const struct invitations_of *at_invitation(const struct at_conference *at, InvitationId invitation);
/* The child's row; NULL when the conference isn't about that child. */
const struct conference_children_of *at_child(const struct at_conference *at, ChildId child);
/* True when an invitation is for that child. */
bool at_is_for(const struct at_conference *at, InvitationId invitation, ChildId child);
/* The invitation of a person who is there as family (not for an agency); NULL when there is none. */
const struct invitations_of *at_family_member(const struct at_conference *at, PersonId person);
bool at_is_parent(const struct at_conference *at, PersonId person);
/* Who is excluded from the whole conference isn't met, asked or handed reports there. */
bool at_is_excluded(const struct invitations_of *row);

/* Who records in the room speaks for everybody there; others for the agency they work for, social workers for social care. Otherwise a problem
 * with the field `invitation`. */
Err at_speaks_for(struct act_run *run, const struct invitations_of *row);

/* The last day on which reports reach the parents in time before a conference on `held_on`; DATE_NONE when the profile has no row. */
Err at_reports_by(struct act_run *run, enum conference_kind kind, Date held_on, Date *ret_by);

/* Counts booked_twice: other conferences of that chair, or in that room, within the time a conference lasts of `starts`; `words` say which. Nothing
 * without a time. */
Err at_booked_twice(struct act_run *run, ConferenceId conference, PersonId chair, Text place, Text room, Instant starts, struct facts *facts, struct gate_words *words);

/* The limit by which a conference of this kind is to be held for a child; due DATE_NONE when nothing waits. And its day alone. */
Err conference_limit_for(struct act_run *run, ChildId child, enum conference_kind kind, struct gate_limit *ret_limit);
Err conference_due_for(struct act_run *run, ChildId child, enum conference_kind kind, Date *ret_due);

#endif
