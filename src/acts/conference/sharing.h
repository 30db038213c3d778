/* Whether the reports reached the parents, and in time (SD-06, SA-07, SC-17). */
#ifndef ACTS_CONFERENCE_SHARING_H
#define ACTS_CONFERENCE_SHARING_H

#include "acts/conference/at_conference.h"
#include "acts/conference/report_shared_act.h"

/* Counts parents_reports_in_time: each parent who had every report that was released, or was told on which ground the chair keeps it back, in
 * time. Without a released report nobody had one in time. */
Err sharing_in_time(struct act_run *run, const struct at_conference *at, struct facts *facts);

/* Letters and e-mails go only to somebody who said, alone, that this way is safe: an adult's safe contact of the family's page, a child's answer
 * before the conference. safe_contact_obeyed becomes 0 otherwise, and `words` say who, and what is known. */
Err sharing_is_safe(struct act_run *run, const struct at_conference *at, PersonId person, enum sharing_how how, struct facts *facts, struct gate_words *words);
/* REPORTS_SHARED happened to the children when, with this act, each parent has every report that was released. */
Err sharing_completes(struct act_run *run, const struct at_conference *at, const struct report_shared *act);

#endif
