#include "acts/people/team_added_act.h"

#include "acts/act.h"
#include "store/organisation_sql.h"

Err team_added_decide(struct act_run *run, struct team_added *act)
{
    act->team = (TeamId){act_new_id(run)};
    return ok();
}

Err team_added_apply(Tx *tx, const struct entry *entry, const struct team_added *act)
{
    (void)entry;
    return team_add(tx, act->team, act->name, act->telephone, act->email, act->duty);
}
