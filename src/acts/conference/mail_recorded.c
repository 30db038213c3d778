#include "acts/conference/mail_recorded_act.h"

#include "acts/conference/at_conference.h"
#include "store/mail_sql.h"

/* The post says which message it was: its number stands in the act already. */
Err mail_recorded_decide(struct act_run *run, struct mail_recorded *act)
{
    struct facts facts = {0};
    struct at_conference at;
    TRY(at_conference(run, &facts, &at));
    return act->mail.n != 0 ? ok() : err(NOT_FOUND, "no message is recorded without its number");
}

Err mail_recorded_apply(Tx *tx, const struct entry *entry, const struct mail_recorded *act)
{
    return mail_result_add(tx, act->mail, (ConferenceId){entry->target}, entry->family, act->invitation, act->cause, act->outcome, entry->number);
}
