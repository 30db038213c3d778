#include "acts/people/needs_set_act.h"

#include "acts/act.h"
#include "acts/people/whole_family.h"
#include "store/circle_sql.h"

Err needs_set_decide(struct act_run *run, struct needs_set *act)
{
    TRY(whole_family_concerned(run));
    if (act->children.count + act->adults.count == 0)
        act_problem(run, "children", "Fill in at least one row");
    for (size_t i = 0; i < act->children.count; i++)
        TRY(family_child_concerned(run, act->children.at[i].child));
    for (size_t i = 0; i < act->adults.count; i++)
        TRY(family_person_known(run, act->adults.at[i].person));
    return ok();
}

Err needs_set_apply(Tx *tx, const struct entry *entry, const struct needs_set *act)
{
    (void)entry;
    for (size_t i = 0; i < act->children.count; i++)
        TRY(person_needs(tx, child_person(act->children.at[i].child), act->children.at[i].language, act->children.at[i].communication,
                         act->children.at[i].culture));
    for (size_t i = 0; i < act->adults.count; i++)
        TRY(person_needs(tx, act->adults.at[i].person, act->adults.at[i].language, act->adults.at[i].communication,
                         act->adults.at[i].culture));
    return ok();
}
