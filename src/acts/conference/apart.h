/* Who must not meet at a conference (SA-03; Family Law Act 1996): because they said so when they were asked, or because of an order or bail. */
#ifndef ACTS_CONFERENCE_APART_H
#define ACTS_CONFERENCE_APART_H

#include "acts/conference/at_conference.h"
#include "acts/conference/conference_opened_act.h"
#include "rules/codes.h"

/* Counts people_kept_apart, and of them people_kept_apart_arranged: each parent who was asked and must not meet somebody, and each two people on the
 * list whom an order keeps apart. It is arranged when one of the two has said how; `words` name who waits. Whoever is excluded from the whole conference meets nobody. */
Err apart_arranged(struct act_run *run, const struct at_conference *at, struct facts *facts, struct gate_words *words);

/* Counts people_who_would_meet: each two who must not meet, and are both in the room, or both on the conference's link. ret_words names them. */
Err apart_who_meet(struct act_run *run, const struct at_conference *at, const struct conference_opened *act, struct facts *facts, Text *ret_words);

/* Where somebody would be in the conference's room. */
struct apart_place {
    PersonId person;
    enum room_session session;
};
/* Counts people_who_would_meet: each two who must not meet, and would be in one session. ret_words names them. */
Err apart_in_sessions(struct act_run *run, const struct at_conference *at, const struct apart_place *places, size_t count, struct facts *facts, Text *ret_words);

#endif
