#include "acts/decision/told_outside_act.h"

#include "acts/conference/at_conference.h"
#include "store/decision_sql.h"

Err told_outside_decide(struct act_run *run, struct told_outside *act)
{
    struct facts facts = {0};
    struct at_conference at;
    TRY(at_conference(run, &facts, &at));
    for (size_t i = 0; i < act->children.count; i++)
        if (at_child(&at, act->children.at[i]) == NULL)
            return err(NOT_FOUND, "a child the conference isn't about");
    act->disclosure = act_new_id(run);
    return ok();
}

Err told_outside_apply(Tx *tx, const struct entry *entry, const struct told_outside *act)
{
    Text why = act->ground == DISCLOSURE_GROUND_PERMISSION ? act->permission : act->why;
    for (size_t i = 0; i < act->children.count; i++)
        TRY(told_outside_add(tx, act->disclosure, (ConferenceId){entry->target}, entry->family, act->children.at[i], act->told_on, act->to_whom,
                             act->what, act->ground, why));
    return ok();
}
