#include "acts/people/relationship_set_act.h"

#include "acts/act.h"
#include "acts/people/whole_family.h"
#include "store/circle_sql.h"

Err relationship_set_decide(struct act_run *run, struct relationship_set *act)
{
    TRY(family_child_concerned(run, act->child));
    TRY(family_person_known(run, act->person));
    if (act->person.n == act->child.n)
        act_problem(run, "person", "Choose somebody else than the child");
    if (!date_is_none(act->until) && date_before(act->until, act->since))
        act_problem(run, "until", "The last day must be on or after the first");
    act->relationship = (RelationshipId){act_new_id(run)};
    return ok();
}

Err relationship_set_apply(Tx *tx, const struct entry *entry, const struct relationship_set *act)
{
    TRY(relationship_end(tx, act->child, act->person, act->since));
    return relationship_put(tx, act->relationship, entry->family, act->child, act->person, act->kind, act->parental_responsibility,
                            act->restriction, act->since, act->until);
}
