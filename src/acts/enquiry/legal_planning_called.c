#include "acts/enquiry/legal_planning_called_act.h"

#include "acts/enquiry/concerned.h"
#include "store/legal_planning_sql.h"

Err legal_planning_called_decide(struct act_run *run, struct legal_planning_called *act)
{
    enum duty duty;
    TRY(concerned_duty(run, act->adviser, &duty));
    if (duty != DUTY_LEGAL)
        act_problem(run, "adviser", "Choose somebody whose account is for legal advice");
    act->plannings.at = ARENA_MANY(run->arena, act->children.count, struct legal_planning_called_plannings);
    act->plannings.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        ChildId child = act->children.at[i];
        TRY(family_child_concerned(run, child));
        TRY(act_move(run, child, MOVE_PLAN_WITH_LEGAL, CLOSURE_REASON_NONE));
        TRY(act_grant(run, act->adviser.n, child, ROLE_LEGAL, INSTANT_NONE));
        act->plannings.at[act->plannings.count++] = (struct legal_planning_called_plannings){child, {act_new_id(run)}};
    }
    return ok();
}

Err legal_planning_called_apply(Tx *tx, const struct entry *entry, const struct legal_planning_called *act)
{
    (void)entry;
    for (size_t i = 0; i < act->plannings.count; i++)
        TRY(legal_planning_add(tx, act->plannings.at[i].planning, act->plannings.at[i].child, act->meeting_on, act->why));
    return ok();
}
