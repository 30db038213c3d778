#include "acts/people/authority_opened_act.h"

#include "acts/act.h"
#include "rules/obligations.h"
#include "store/organisation_sql.h"

Err authority_opened_decide(struct act_run *run, struct authority_opened *act)
{
    struct authority_now row;
    bool opened;
    TRY(authority_now(run->read, &row, &opened));
    if (opened)
        return err(NOT_NOW, "the authority is set up already");
    if (profile_named(act->profile) == NULL)
        act_problem(run, "profile", "There is no profile of that name in this program");
    return ok();
}

Err authority_opened_apply(Tx *tx, const struct entry *entry, const struct authority_opened *act)
{
    TRY(profile_begin(tx, instant_london_date(entry->recorded_at), act->profile, TEXT_NONE, entry->number));
    return authority_add(tx, act->name, act->telephone, act->urgent_telephone, act->practice == YESNO_YES);
}
