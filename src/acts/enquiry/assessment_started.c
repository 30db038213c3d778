#include "acts/enquiry/assessment_started_act.h"

#include "acts/enquiry/concerned.h"
#include "store/assessment_sql.h"

enum { ASSESSED = 1 << STAGE_ASSESSMENT | 1 << STAGE_STRATEGY | 1 << STAGE_ENQUIRY | 1 << STAGE_ENQUIRY_RISK | 1 << STAGE_TRANSFER_IN |
                  1 << STAGE_CONFERENCE_CALLED | 1 << STAGE_ON_A_PLAN | 1 << STAGE_CHILD_IN_NEED };

Err assessment_started_decide(struct act_run *run, struct assessment_started *act)
{
    act->started.at = ARENA_MANY(run->arena, act->children.count, struct assessment_started_started);
    act->started.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        ChildId child = act->children.at[i];
        struct assessment_running running;
        bool found, fits;
        TRY(family_child_concerned(run, child));
        TRY(concerned_stage(run, child, ASSESSED, "children", "Start an assessment", &fits));
        TRY(assessment_running(run->read, child, &running, &found));
        if (found)
            act_problem(run, "children", "An assessment is already running for a child you chose");
        act->started.at[act->started.count++] = (struct assessment_started_started){child, {act_new_id(run)}};
    }
    return ok();
}

Err assessment_started_apply(Tx *tx, const struct entry *entry, const struct assessment_started *act)
{
    for (size_t i = 0; i < act->started.count; i++)
        TRY(assessment_add(tx, act->started.at[i].assessment, act->started.at[i].child, entry->family, act->started_on));
    return ok();
}
