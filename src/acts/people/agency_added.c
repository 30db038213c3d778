#include "acts/people/agency_added_act.h"

#include "acts/act.h"
#include "store/organisation_sql.h"

Err agency_added_decide(struct act_run *run, struct agency_added *act)
{
    act->agency = (AgencyId){act_new_id(run)};
    return ok();
}

Err agency_added_apply(Tx *tx, const struct entry *entry, const struct agency_added *act)
{
    (void)entry;
    return agency_add(tx, act->agency, act->kind, act->name, act->telephone, act->email, act->place);
}
