#include "acts/review/senior_review_recorded_act.h"

#include "acts/plan/plan_acts.h"
#include "store/review_sql.h"

Err senior_review_recorded_decide(struct act_run *run, struct senior_review_recorded *act)
{
    struct plan_places places;
    TRY(plan_places(run, NULL, 0, "reviewed", &places));
    act->child = places.at[0].is.child;
    act->review = act_new_id(run);
    return act_happened(run, act->child, EVENT_SENIOR_REVIEW, act->reviewed);
}

Err senior_review_recorded_apply(Tx *tx, const struct entry *entry, const struct senior_review_recorded *act)
{
    return senior_review_add(tx, act->review, (PlanId){entry->target}, act->child, act->reviewed, act->found, act->changes, entry->number);
}
