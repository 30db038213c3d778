#include "acts/review/family_looked_back_act.h"

#include "acts/plan/plan_acts.h"
#include "store/review_sql.h"

Err family_looked_back_decide(struct act_run *run, struct family_looked_back *act)
{
    struct plan_places places;
    TRY(plan_places(run, NULL, 0, "asked", &places));
    act->child = places.at[0].is.child;
    act->review = act_new_id(run);
    if (act->adults.count == 0)
        act_problem(run, "adults", "Ask at least one parent or carer. 'No answer' is an answer");
    return ok();
}

Err family_looked_back_apply(Tx *tx, const struct entry *entry, const struct family_looked_back *act)
{
    TRY(look_back_add(tx, act->review, (PlanId){entry->target}, act->child, act->asked, act->plan_works, act->family_works, act->worry,
                      act->child_answer, act->child_words, entry->number));
    for (size_t i = 0; i < act->adults.count; i++)
        TRY(look_back_says(tx, act->review, act->child, act->adults.at[i].person, act->adults.at[i].answer, act->adults.at[i].changed,
                           act->adults.at[i].difference));
    return ok();
}
