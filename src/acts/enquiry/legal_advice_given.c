#include "acts/enquiry/legal_advice_given_act.h"

#include "acts/enquiry/legal_route.h"
#include "store/legal_planning_sql.h"

Err legal_advice_given_decide(struct act_run *run, struct legal_advice_given *act)
{
    act->given.at = ARENA_MANY(run->arena, act->children.count, struct legal_advice_given_given);
    act->given.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        struct legal_route_of route;
        TRY(legal_route_open(run, act->children.at[i], &route));
        act->given.at[act->given.count++] = (struct legal_advice_given_given){act->children.at[i], route.planning};
    }
    return ok();
}

Err legal_advice_given_apply(Tx *tx, const struct entry *entry, const struct legal_advice_given *act)
{
    (void)entry;
    for (size_t i = 0; i < act->given.count; i++)
        TRY(legal_advise(tx, act->given.at[i].planning, act->given_on, act->threshold, act->advice));
    return ok();
}
