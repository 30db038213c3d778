#include "acts/people/restriction_lifted_act.h"

#include "acts/act.h"
#include "acts/people/whole_family.h"
#include "store/restriction_sql.h"
#include "store/target_sql.h"

Err restriction_lifted_decide(struct act_run *run, struct restriction_lifted *act)
{
    struct target_family_rows children;
    struct family_flags row;
    TRY(whole_family_concerned(run));
    TRY(family_flags(run->read, run->family, &row));
    if (!row.restricted)
        return err(NOT_NOW, "the family is not restricted");
    TRY(target_family(run->read, run->family, &children));
    act->children.at = ARENA_MANY(run->arena, children.count, struct restriction_lifted_children);
    act->children.count = children.count;
    for (size_t i = 0; i < children.count; i++)
        act->children.at[i].child = children.at[i].child;
    return ok();
}

Err restriction_lifted_apply(Tx *tx, const struct entry *entry, const struct restriction_lifted *act)
{
    TRY(family_restrict(tx, entry->family, false, TEXT_NONE));
    for (size_t i = 0; i < act->children.count; i++) {
        TRY(child_restrict(tx, act->children.at[i].child, false));
        TRY(named_end(tx, act->children.at[i].child));
    }
    return ok();
}
