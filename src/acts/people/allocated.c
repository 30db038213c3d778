#include "acts/people/allocated_act.h"

#include "acts/consequences.h"
#include "acts/people/line.h"
#include "acts/people/whole_family.h"
#include "store/family_sql.h"
#include "store/worker_sql.h"

/* Here now, and to hold cases is their duty. */
static bool holds_cases(const struct worker_of *worker, Date today)
{
    bool there = !date_before(today, worker->begins) && (date_is_none(worker->ends) || date_before(today, worker->ends));
    return there && duty_holds_cases(worker->duty);
}

static Err allocate_child(struct act_run *run, ChildId child, PersonId worker)
{
    struct barred_from barred;
    bool is_barred;
    TRY(may(run->read, READ_RECORD, child)); /* the permission to allocate is without a child: nobody allocates what they can't read */
    TRY(family_child_concerned(run, child));
    TRY(barred_from(run->read, child, worker, &barred, &is_barred));
    if (is_barred)
        act_problem(run, "worker", "This worker is a relative or neighbour of the family. Choose somebody else");
    TRY(act_end_access(run, 0, child, ROLE_CASE_HOLDER));
    return act_grant(run, worker.n, child, ROLE_CASE_HOLDER, INSTANT_NONE);
}

Err allocated_decide(struct act_run *run, struct allocated *act)
{
    struct worker_of worker;
    bool found;
    TRY(worker_of(run->read, act->worker, &worker, &found));
    if (!found || !holds_cases(&worker, run->today))
        act_problem(run, "worker", "Choose a social worker or manager who is here now");
    for (size_t i = 0; i < act->children.count; i++)
        TRY(allocate_child(run, act->children.at[i], act->worker));
    return ok();
}

Err allocated_apply(Tx *tx, const struct entry *entry, const struct allocated *act)
{
    (void)entry;
    for (size_t i = 0; i < act->children.count; i++) {
        TRY(child_allocate(tx, act->children.at[i], act->worker));
        TRY(named_for_holder(tx, act->children.at[i], act->worker));
    }
    return ok();
}
