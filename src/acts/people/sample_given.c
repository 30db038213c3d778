#include "acts/people/sample_given_act.h"

#include "acts/consequences.h"
#include "store/family_sql.h"
#include "store/restriction_sql.h"
#include "store/target_sql.h"
#include "store/worker_sql.h"

/* Who gives a sample may not know the families: the same sentence for one that isn't there, that is restricted, and that the auditor knows. */
static void no_sample(struct act_run *run, size_t row)
{
    act_problem(run, text_string(run->arena, text_format(run->arena, "families-%zu-reference", row)), "No record with this reference can be given to this auditor");
}

static Err give_family(struct act_run *run, const struct sample_given *act, size_t row)
{
    struct family_of_reference family;
    struct target_family_rows children;
    bool found, barred = false;
    TRY(family_of_reference(run->read, text_trim(act->families.at[row].reference), &family, &found));
    if (!found || family.restricted) {
        no_sample(run, row);
        return ok();
    }
    TRY(target_family(run->read, family.family, &children));
    for (size_t i = 0; i < children.count && !barred; i++) {
        struct barred_from from;
        TRY(barred_from(run->read, children.at[i].child, act->auditor, &from, &barred));
    }
    if (barred)
        no_sample(run, row);
    for (size_t i = 0; i < children.count && !barred; i++) {
        TRY(act_concerns(run, children.at[i].child));
        TRY(act_grant(run, act->auditor.n, children.at[i].child, ROLE_AUDIT, act->ends_at));
    }
    return ok();
}

Err sample_given_decide(struct act_run *run, struct sample_given *act)
{
    struct worker_of worker;
    bool found;
    TRY(worker_of(run->read, act->auditor, &worker, &found));
    if (!found || worker.duty != DUTY_AUDITOR || (!date_is_none(worker.ends) && !date_before(run->today, worker.ends)))
        act_problem(run, "auditor", "Choose somebody whose account is for audits");
    act->ends_at = (Instant){run->now.us + act->days * DAY_US};
    for (size_t i = 0; i < act->families.count; i++)
        TRY(give_family(run, act, i));
    return ok();
}

Err sample_given_apply(Tx *tx, const struct entry *entry, const struct sample_given *act)
{
    (void)tx;
    (void)entry;
    (void)act;
    return ok(); /* what it gives is access: a consequence of the entry */
}
