/* Whether the reports reached the parents, and in time (SD-06, SA-07, SC-17). */
#ifndef ACTS_CONFERENCE_SHARING_H
#define ACTS_CONFERENCE_SHARING_H

#include "acts/conference/at_conference.h"

/* Counts parents_reports_in_time: each parent who had every report that was released, or was told on which ground the chair keeps it back, in
 * time. Without a released report nobody had one in time. */
Err sharing_in_time(struct act_run *run, const struct at_conference *at, struct facts *facts);

#endif
