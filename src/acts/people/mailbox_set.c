#include "acts/people/mailbox_set_act.h"

#include "acts/act.h"
#include "rules/email.h"
#include "store/mail_sql.h"

Err mailbox_set_decide(struct act_run *run, struct mailbox_set *act)
{
    if (!email_is_one(act->lead))
        act_problem(run, "lead", "Enter an email address, like name@example.org");
    if (!text_is_empty(act->deputy) && !email_is_one(act->deputy))
        act_problem(run, "deputy", "Enter an email address, like name@example.org");
    if (text_equal(act->lead, act->deputy))
        act_problem(run, "deputy", "Enter another address than the first, or none");
    return ok();
}

Err mailbox_set_now(const struct act_now *now, struct mailbox_set *act)
{
    struct mailbox_of row;
    bool found = false;
    if (act->agency.n != 0)
        TRY(mailbox_of(now->read, act->agency, &row, &found));
    if (found) {
        act->lead = row.lead;
        act->deputy = row.deputy;
    }
    return ok();
}

Err mailbox_set_apply(Tx *tx, const struct entry *entry, const struct mailbox_set *act)
{
    return mailbox_put(tx, act->agency, act->lead, act->deputy, entry->number);
}
