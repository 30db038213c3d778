#include "acts/plan/core_group_planned_act.h"

#include "acts/plan/plan_acts.h"
#include "store/core_group_sql.h"

Err core_group_planned_decide(struct act_run *run, struct core_group_planned *act)
{
    struct plan_places places;
    TRY(plan_places(run, act->also.at, act->also.count, "planned", &places));
    act->meeting = (MeetingId){act_new_id(run)};
    act->starts = instant_of_london(act->planned, (int)act->at / 60, (int)act->at % 60);
    act->plans.count = 0;
    act->plans.at = ARENA_MANY(run->arena, places.count, struct core_group_planned_plans);
    for (size_t i = 0; i < places.count; i++)
        act->plans.at[act->plans.count++] = (struct core_group_planned_plans){places.at[i].plan, places.at[i].is.child};
    return ok();
}

Err core_group_planned_apply(Tx *tx, const struct entry *entry, const struct core_group_planned *act)
{
    TRY(core_group_plan(tx, act->meeting, entry->family, act->planned, act->starts, act->place));
    for (size_t i = 0; i < act->plans.count; i++)
        TRY(core_group_about(tx, act->meeting, act->plans.at[i].child, act->plans.at[i].plan));
    return ok();
}
