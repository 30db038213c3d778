/* Who counts in a conference: whether there are enough of them, and what they say. Counted from the rows, never typed. Pure.
 * Source: Working Together to Safeguard Children 2023, child protection conferences; SD-03, SD-10. */
#ifndef RULES_QUORUM_H
#define RULES_QUORUM_H

#include <stddef.h>

#include "rules/codes.h"

/* One agency of a conference, and how it attended. */
struct seat {
    int64_t agency;
    enum agency_kind kind;
    enum attendance attendance;
};

/* True for an agency whose view counts: not for who advises or speaks for somebody (legal, advocacy). */
bool agency_counts(enum agency_kind kind);
/* True for a health service of any kind; for an agency whose work is to know children (school, nursery, midwife). */
bool agency_is_health(enum agency_kind kind);
bool agency_knows_children(enum agency_kind kind);
/* True when somebody took part, in the room or not, whole or in part, in person or by somebody sent. */
bool attendance_is_present(enum attendance attendance);
/* True when two people who attend so meet: both in the room, or both on the conference's video link. A telephone, or a session of one's own, keeps
 * them apart. */
bool attendances_meet(enum attendance one, enum attendance other);
/* How many different agencies that count are there. Two people of one agency are one. */
size_t agencies_present(const struct seat *seats, size_t count);

/* True when an agency can say that in a conference of this kind. 'No view' is always one. */
bool view_fits(enum conference_kind kind, enum agency_view view);
/* True when a decision is one of this kind of conference. */
bool decision_fits(enum conference_kind kind, enum conference_decision decision);
/* True when an agency said something else than was decided; never for 'no view'. */
bool view_dissents(enum agency_view view, enum conference_decision decision);
/* True when a child has a plan after this decision. */
bool decision_has_plan(enum conference_decision decision);

/* What the agencies say about one child. */
struct tally {
    size_t of[AGENCY_VIEW_COUNT];
    size_t given; /* all of them */
};
/* Adds one agency's view. */
void tally_add(struct tally *tally, enum agency_view view);

#endif
