#include "acts/enquiry/safety_plan_made_act.h"

#include "acts/enquiry/concerned.h"
#include "store/safety_plan_sql.h"

enum { WORKED_WITH = 1 << STAGE_REFERRAL | 1 << STAGE_ASSESSMENT | 1 << STAGE_STRATEGY | 1 << STAGE_ENQUIRY | 1 << STAGE_ENQUIRY_RISK |
                     1 << STAGE_TRANSFER_IN | 1 << STAGE_CONFERENCE_CALLED | 1 << STAGE_ON_A_PLAN | 1 << STAGE_CHILD_IN_NEED };

Err safety_plan_made_decide(struct act_run *run, struct safety_plan_made *act)
{
    concerned_nobody(run, act->children.count, "children", "Say for at least one child what keeps them safe");
    act->plans.at = ARENA_MANY(run->arena, act->children.count, struct safety_plan_made_plans);
    act->plans.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        bool fits;
        TRY(family_child_concerned(run, act->children.at[i].child));
        TRY(concerned_stage(run, act->children.at[i].child, WORKED_WITH, "children", "Make a safety plan", &fits));
        act->plans.at[act->plans.count++] = (struct safety_plan_made_plans){act->children.at[i].child, {act_new_id(run)}};
    }
    return ok();
}

Err safety_plan_made_apply(Tx *tx, const struct entry *entry, const struct safety_plan_made *act)
{
    (void)entry;
    for (size_t i = 0; i < act->plans.count; i++) {
        TRY(safety_plan_end(tx, act->plans.at[i].child, act->made_on));
        TRY(safety_plan_add(tx, act->plans.at[i].plan, act->plans.at[i].child, act->made_on, act->children.at[i].what, act->agreed_with));
    }
    return ok();
}
