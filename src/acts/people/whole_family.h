/* Whom of a family an act is about: all of its children, or those whom something about these people concerns. */
#ifndef ACTS_PEOPLE_WHOLE_FAMILY_H
#define ACTS_PEOPLE_WHOLE_FAMILY_H

#include "acts/act.h"

/* The entry is about every child of run->family on whom the actor has the act's permission; NOT_FOUND when there is none. */
Err whole_family_concerned(struct act_run *run);
/* The entry is about those children of run->family that these people are, or are somebody to, and on whom the actor has the act's permission;
 * NOT_FOUND when there is none. Brothers and sisters can have different fathers: where one's father lives is nothing for who knows the other alone.
 * Of nobody: about the whole family (the act then says whom it misses). */
Err people_concerned(struct act_run *run, const PersonId *people, size_t count);
/* NOT_FOUND unless that is a child of run->family; the entry is about it. */
Err family_child_concerned(struct act_run *run, ChildId child);
/* NOT_FOUND unless that is a child or adult of run->family. */
Err family_person_known(struct act_run *run, PersonId person);

#endif
