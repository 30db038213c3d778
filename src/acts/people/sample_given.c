#include "acts/people/sample_given_act.h"

#include "acts/consequences.h"
#include "store/family_sql.h"
#include "store/restriction_sql.h"
#include "store/target_sql.h"
#include "store/worker_sql.h"

/* Who gives a sample may not know the family: one sentence for one that isn't there, that is restricted, and that the auditor knows. */
static Err find_family(struct act_run *run, const struct sample_given *act, struct target_family_rows *ret_children)
{
    struct family_of_reference family;
    bool found, barred = false;
    ret_children->count = 0;
    TRY(family_of_reference(run->read, text_trim(act->reference), &family, &found));
    if (found && !family.restricted)
        TRY(target_family(run->read, family.family, ret_children));
    for (size_t i = 0; i < ret_children->count && !barred; i++) {
        struct barred_from from;
        TRY(barred_from(run->read, ret_children->at[i].child, act->auditor, &from, &barred));
    }
    if (barred)
        ret_children->count = 0;
    if (ret_children->count == 0)
        act_problem(run, "reference", "No record with this reference can be given to this auditor");
    else
        run->family = family.family;
    return ok();
}

Err sample_given_decide(struct act_run *run, struct sample_given *act)
{
    struct worker_of worker;
    struct target_family_rows children;
    bool found;
    TRY(worker_of(run->read, act->auditor, &worker, &found));
    if (!found || worker.duty != DUTY_AUDITOR || (!date_is_none(worker.ends) && !date_before(run->today, worker.ends)))
        act_problem(run, "auditor", "Choose somebody whose account is for audits");
    act->ends_at = (Instant){run->now.us + act->days * DAY_US};
    TRY(find_family(run, act, &children));
    for (size_t i = 0; i < children.count; i++) {
        TRY(act_concerns(run, children.at[i].child));
        TRY(act_grant(run, act->auditor.n, children.at[i].child, ROLE_AUDIT, act->ends_at));
    }
    return ok();
}

Err sample_given_apply(Tx *tx, const struct entry *entry, const struct sample_given *act)
{
    (void)tx;
    (void)entry;
    (void)act;
    return ok(); /* what it gives is access: a consequence of the entry */
}
