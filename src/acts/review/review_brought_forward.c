#include "acts/review/review_brought_forward_act.h"

#include "acts/plan/plan_acts.h"
#include "store/review_sql.h"

static Err bring_one(struct act_run *run, struct review_brought_forward *act, ChildId child)
{
    struct plan_open_of plan;
    bool found;
    TRY(plan_child(run, child));
    TRY(act_move(run, child, MOVE_BRING_REVIEW_FORWARD, CLOSURE_REASON_NONE));
    TRY(plan_open_of(run->read, child, &plan, &found));
    if (!found) {
        act_problem(run, "children", "Choose children who are on a plan");
        return ok();
    }
    if (!date_is_none(plan.review_by) && !date_before(act->review_by, plan.review_by))
        act_problem(run, "review_by", "The day must be before the one on which the review is due now");
    TRY(act_review_by(run, child, act->review_by));
    act->plans.at[act->plans.count++] = (struct review_brought_forward_plans){act_new_id(run), plan.plan, child};
    return ok();
}

Err review_brought_forward_decide(struct act_run *run, struct review_brought_forward *act)
{
    act->plans.count = 0;
    if (act->children.count > PLANS_AT_ONCE)
        return err(NOT_VALID, "too many children in one act");
    act->plans.at = ARENA_MANY(run->arena, act->children.count, struct review_brought_forward_plans);
    for (size_t i = 0; i < act->children.count; i++)
        TRY(bring_one(run, act, act->children.at[i]));
    return ok();
}

Err review_brought_forward_apply(Tx *tx, const struct entry *entry, const struct review_brought_forward *act)
{
    for (size_t i = 0; i < act->plans.count; i++) {
        const struct review_brought_forward_plans *row = &act->plans.at[i];
        TRY(review_forward_add(tx, row->forward, row->plan, row->child, act->review_by, act->why, entry->number));
        TRY(plan_review_by(tx, row->plan, act->review_by));
    }
    return ok();
}
