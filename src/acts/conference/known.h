/* Where the list of whom to invite begins: who is known to each child, who came last time, and whom the profile always
 * invites: social care, health and the police, and who it adds (SA-05, SD-03, SE-08, SE-16). */
#ifndef ACTS_CONFERENCE_KNOWN_H
#define ACTS_CONFERENCE_KNOWN_H

#include "acts/conference/at_conference.h"
#include "acts/conference/conference_called_act.h"

enum { CHILD_COMES_FROM = 10 /* years of age from which a child is thought of as somebody who comes; younger ones are heard another way */ };

/* Fills act->known and act->known_for from act->about and act->last. */
Err known_list(struct act_run *run, struct conference_called *act);

#endif
