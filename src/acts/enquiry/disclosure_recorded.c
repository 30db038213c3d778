#include "acts/enquiry/disclosure_recorded_act.h"

#include "acts/act.h"
#include "store/disclosure_sql.h"

/* What a child says is for professionals only until what reaches whom was agreed with the child. */
Err disclosure_recorded_decide(struct act_run *run, struct disclosure_recorded *act)
{
    act->disclosure = (DisclosureId){act_new_id(run)};
    act->audience = AUDIENCE_PROFESSIONALS;
    return ok();
}

Err disclosure_recorded_apply(Tx *tx, const struct entry *entry, const struct disclosure_recorded *act)
{
    int64_t minute = act->said_at == TIME_NONE ? -1 : act->said_at;
    return disclosure_add(tx, act->disclosure, entry->children.at[0], act->said_on, minute, act->heard_by, act->place, act->words, act->asked,
                          act->showed, act->audience, entry->number);
}
