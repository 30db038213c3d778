#include "acts/review/support_after_offered_act.h"

#include "acts/plan/plan_acts.h"
#include "rules/words.h"
#include "store/review_sql.h"

static Err offer_one(struct act_run *run, struct support_after_offered *act, const struct support_after_offered_children *row)
{
    struct plan_last_of plan;
    bool found;
    TRY(plan_child(run, row->child));
    TRY(plan_last_of(run->read, row->child, &plan, &found));
    if (!found)
        act_problem(run, "children", "Choose children who are or were on a plan");
    if (row->answer == SUPPORT_ANSWER_REFUSED_BY_SERVICE && words_have(row->reason, WORDS_REFUSE_NO_RISK))
        act_problem(run, "children", words_remark_says(WORDS_REFUSE_NO_RISK));
    act->plans.at[act->plans.count++] = (struct support_after_offered_plans){act_new_id(run), plan.plan, row->child};
    return ok();
}

Err support_after_offered_decide(struct act_run *run, struct support_after_offered *act)
{
    act->plans.count = 0;
    act->plans.at = ARENA_MANY(run->arena, act->children.count, struct support_after_offered_plans);
    if (act->children.count == 0)
        act_problem(run, "children", "Say for which children");
    for (size_t i = 0; i < act->children.count; i++)
        TRY(offer_one(run, act, &act->children.at[i]));
    return ok();
}

Err support_after_offered_apply(Tx *tx, const struct entry *entry, const struct support_after_offered *act)
{
    for (size_t i = 0; i < act->plans.count; i++) {
        const struct support_after_offered_children *row = &act->children.at[i];
        TRY(support_after_add(tx, act->plans.at[i].support, row->child, act->plans.at[i].plan, act->offered, row->what, row->answer, row->ground,
                              row->reason, row->effect, row->next_steps, act->asked_for == YESNO_YES, entry->number));
    }
    return ok();
}
