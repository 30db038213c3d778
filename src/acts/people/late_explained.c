#include "acts/people/late_explained_act.h"

#include "acts/people/whole_family.h"
#include "store/late_sql.h"

enum { LATE_MOST = 100 /* the .act's list holds as many */ };

/* Everything of that kind that is late for the child. */
static Err explain(struct act_run *run, struct late_explained *act, ChildId child)
{
    struct late_of_child_rows rows;
    TRY(family_child_concerned(run, child));
    TRY(late_of_child(run->read, child, act->kind, &rows));
    if (rows.count == 0)
        act_problem(run, "children", "Choose only children for whom this is late");
    for (size_t i = 0; i < rows.count && act->late.count < LATE_MOST; i++)
        act->late.at[act->late.count++] = (struct late_explained_late){child, rows.at[i].start};
    return ok();
}

Err late_explained_decide(struct act_run *run, struct late_explained *act)
{
    act->late.at = ARENA_MANY(run->arena, LATE_MOST, struct late_explained_late);
    act->late.count = 0;
    for (size_t i = 0; i < act->children.count; i++)
        TRY(explain(run, act, act->children.at[i]));
    return ok();
}

/* The address says what is late: all the children for whom it is. */
Err late_explained_now(const struct act_now *now, struct late_explained *act)
{
    struct late_of_family_rows rows;
    TRY(late_of_family(now->read, now->family, act->kind, &rows));
    if (act->children.count > 0)
        return ok();
    act->children.at = ARENA_MANY(now->read->arena, rows.count, ChildId);
    act->children.count = rows.count;
    for (size_t i = 0; i < rows.count; i++)
        act->children.at[i] = rows.at[i].child;
    return ok();
}

Err late_explained_apply(Tx *tx, const struct entry *entry, const struct late_explained *act)
{
    for (size_t i = 0; i < act->late.count; i++)
        TRY(late_reason_add(tx, act->late.at[i].child, act->kind, act->late.at[i].start, entry->number, act->why, act->next, act->done_by));
    return ok();
}
