#include "acts/plan/parent_view_recorded_act.h"

#include "acts/plan/plan_acts.h"
#include "store/plan_version_sql.h"

/* It stands beside the newest version, written or published: that is the one they were shown. */
Err parent_view_recorded_decide(struct act_run *run, struct parent_view_recorded *act)
{
    struct plan_places places;
    struct plan_version_newest newest;
    TRY(plan_places(run, NULL, 0, "person", &places));
    TRY(plan_version_newest(run->read, places.at[0].plan, &newest));
    act->child = places.at[0].is.child;
    act->version = newest.version;
    act->view = act_new_id(run);
    return ok();
}

Err parent_view_recorded_apply(Tx *tx, const struct entry *entry, const struct parent_view_recorded *act)
{
    return plan_view_add(tx, act->view, (PlanId){entry->target}, act->child, act->version, act->person, act->asked, act->answer, act->words,
                         act->ideas, entry->number);
}
