#include "acts/enquiry/child_in_need_planned_act.h"

#include "acts/enquiry/concerned.h"
#include "store/child_in_need_sql.h"

Err child_in_need_planned_decide(struct act_run *run, struct child_in_need_planned *act)
{
    concerned_nobody(run, act->children.count, "children", "Make the plan for at least one child");
    act->plans.at = ARENA_MANY(run->arena, act->children.count, struct child_in_need_planned_plans);
    act->plans.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        ChildId child = act->children.at[i].child;
        bool fits;
        TRY(family_child_concerned(run, child));
        TRY(concerned_stage(run, child, UINT64_C(1) << STAGE_CHILD_IN_NEED, "children", "Make a child in need plan", &fits));
        act->plans.at[act->plans.count++] = (struct child_in_need_planned_plans){child, {act_new_id(run)}};
    }
    return ok();
}

Err child_in_need_planned_apply(Tx *tx, const struct entry *entry, const struct child_in_need_planned *act)
{
    (void)entry;
    for (size_t i = 0; i < act->plans.count; i++) {
        const struct child_in_need_planned_children *row = &act->children.at[i];
        TRY(child_in_need_end(tx, row->child, act->starts_on));
        TRY(child_in_need_add(tx, act->plans.at[i].plan, row->child, act->starts_on, row->what, row->answer, row->answer_why));
    }
    return ok();
}
