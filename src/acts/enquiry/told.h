/* Whether the parents know why there is concern for their children (SD-02). */
#ifndef ACTS_ENQUIRY_TOLD_H
#define ACTS_ENQUIRY_TOLD_H

#include "acts/act.h"

enum { TOLD_PARENTS_MOST = 40 /* parents and carers of the children of one act */ };

struct told_parents_list {
    struct {
        PersonId person;
        bool answered;
    } at[TOLD_PARENTS_MOST];
    size_t count;
};

/* Adds the child's parents and carers. One is answered when it was recorded that they were told, or why not yet, since the child's
 * case was opened or, if that was later, since the last enquiry ended. */
Err told_list_parents(struct act_run *run, ChildId child, struct told_parents_list *list);
/* The form itself says that this one was told, or why not yet. */
void told_answered(struct told_parents_list *list, PersonId person);
int told_count_answered(const struct told_parents_list *list);

/* What is said to an adult is about the children they are something to: the entry concerns those. NOT_FOUND for somebody who is nothing
 * to any child of the family. */
Err told_concerns(struct act_run *run, PersonId person);

#endif
