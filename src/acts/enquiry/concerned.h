/* What the acts from the first contact to the closing ask again and again. */
#ifndef ACTS_ENQUIRY_CONCERNED_H
#define ACTS_ENQUIRY_CONCERNED_H

#include "acts/consequences.h"
#include "acts/people/whole_family.h"

/* As family_child_concerned, for an act whose permission is a duty, without a child: whoever decides must be able to read what they decide on. */
Err concerned_child_read(struct act_run *run, ChildId child);
/* A problem with `field` when the act is about no child at all; `sentence` says what to do. */
void concerned_nobody(struct act_run *run, size_t count, const char *field, const char *sentence);
/* What somebody's account is for today; DUTY_NONE without one. */
Err concerned_duty(struct act_run *run, PersonId person, enum duty *ret_duty);
/* A manager is somebody whose account is for managing a team or the service. */
Err concerned_manager(struct act_run *run, PersonId person, bool *ret_manager);
/* The child's case stands at one of these stages (bits 1 << enum stage). Otherwise a problem with `field`: "… not possible at this stage:
 * Contact", begun with `what`. */
Err concerned_stage(struct act_run *run, ChildId child, uint64_t stages, const char *field, const char *what, bool *ret_fits);
/* Before an episode ends by an assessment or enquiry: an assessment still open is a problem with `field`. */
Err concerned_assessment_finished(struct act_run *run, ChildId child, const char *field);

/* The longest that a protection from `begins` on may last: the days of that kind's row in the authority's profile, in force on that day in London,
 * each of 24 hours, so that three days are 72 hours to the hour. Without a row nothing limits it: INSTANT_NONE, and 0 days. BROKEN when the row
 * doesn't count in days. */
struct concerned_longest {
    Instant end;
    int days;
};
Err concerned_longest(struct act_run *run, enum obligation_kind kind, Instant begins, struct concerned_longest *ret_longest);

#endif
