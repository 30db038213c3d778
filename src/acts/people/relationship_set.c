#include "acts/people/relationship_set_act.h"

#include "acts/act.h"
#include "acts/people/whole_family.h"
#include "store/circle_sql.h"
#include "store/now_sql.h"

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

/* Who the person in the address is to the child in it. */
Err relationship_set_now(const struct act_now *now, struct relationship_set *act)
{
    struct now_relationship is;
    bool found;
    TRY(now_relationship(now->read, act->child, act->person, &is, &found));
    if (!found)
        return ok();
    act->kind = is.kind;
    act->parental_responsibility = is.parental_responsibility;
    act->restriction = is.restriction;
    return ok();
}

Err relationship_set_apply(Tx *tx, const struct entry *entry, const struct relationship_set *act)
{
    TRY(relationship_end(tx, act->child, act->person, act->since));
    return relationship_put(tx, act->relationship, entry->family, act->child, act->person, act->kind, act->parental_responsibility,
                            act->restriction, act->since, act->until);
}
