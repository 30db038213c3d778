/* Before somebody is written down: who may be the same person, shown as the detail of gate NOT_WRITTEN_DOWN_TWICE. 'None of these' is its
 * reason, kept in the entry. */
#ifndef ACTS_PEOPLE_ALIKE_H
#define ACTS_PEOPLE_ALIKE_H

#include "acts/act.h"

enum { ALIKE_MOST = 30 /* people named in one gate */ };

/* What was found so far, in words, each person once. */
struct alike {
    Out words;
    PersonId said[ALIKE_MOST];
    size_t count;
};
struct alike alike_none(struct act_run *run);
/* Adds who may be the same as somebody with this name, birthday and NHS number, who joins run->family. */
Err alike_find(struct act_run *run, Text given, Text family_name, Date born, Text nhs_number, struct alike *alike);
/* Shuts the gate when somebody was found. */
Err alike_gate(struct act_run *run, struct alike *alike);

#endif
