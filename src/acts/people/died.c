#include "acts/people/died_act.h"

#include "acts/consequences.h"
#include "store/family_sql.h"
#include "store/life_sql.h"
#include "store/plan_sql.h"

Err died_decide(struct act_run *run, struct died *act)
{
    struct child_in_family row;
    struct person_names names;
    struct plan_open_of plan;
    bool found, on_plan;
    TRY(child_in_family(run->read, run->child, run->family, &row, &found));
    TRY(person_names(run->read, child_person(run->child), &names));
    if (!found || !date_is_none(names.died))
        return err(NOT_NOW, "this stands on the record already");
    TRY(plan_open_of(run->read, run->child, &plan, &on_plan));
    act->what = row.unborn ? LOSS_PREGNANCY_LOST : LOSS_DIED;
    act->plan = on_plan ? plan.plan : (PlanId){0};
    /* first of all the death: it is why a limit is no longer needed, the plan's end of the same day follows from it */
    TRY(act_happened(run, run->child, row.unborn ? EVENT_PREGNANCY_LOST : EVENT_DIED, act->died));
    if (on_plan)
        TRY(act_happened(run, run->child, EVENT_PLAN_ENDED, act->died));
    return act_move(run, run->child, row.unborn ? MOVE_RECORD_LOSS : MOVE_RECORD_DEATH, row.unborn ? CLOSURE_REASON_RC7 : CLOSURE_REASON_RC2);
}

Err died_apply(Tx *tx, const struct entry *entry, const struct died *act)
{
    enum plan_end_reason reason = act->what == LOSS_DIED ? PLAN_END_REASON_DIED : PLAN_END_REASON_PREGNANCY_LOST;
    TRY(person_died(tx, (PersonId){entry->target}, act->died));
    TRY(family_messages_stop(tx, entry->family));
    if (act->plan.n == 0)
        return ok();
    TRY(plan_end(tx, act->plan, act->died, reason, TEXT_NONE));
    return core_members_leave(tx, act->plan, act->died);
}
