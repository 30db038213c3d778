/* Acts on a family that are about all of its children. */
#ifndef ACTS_PEOPLE_WHOLE_FAMILY_H
#define ACTS_PEOPLE_WHOLE_FAMILY_H

#include "acts/act.h"

/* The entry is about every child of run->family on whom the actor has the act's permission; NOT_FOUND when there is none. */
Err whole_family_concerned(struct act_run *run);
/* NOT_FOUND unless that is a child of run->family; the entry is about it. */
Err family_child_concerned(struct act_run *run, ChildId child);
/* NOT_FOUND unless that is a child or adult of run->family. */
Err family_person_known(struct act_run *run, PersonId person);

#endif
