#include "acts/people/relative_declared_act.h"

#include "acts/consequences.h"
#include "store/family_sql.h"
#include "store/restriction_sql.h"
#include "store/target_sql.h"
#include "store/worker_sql.h"

/* Who works here says it of themselves; of somebody else only a manager of the case does. Nobody says it of the family's own sign-ins. */
static Err check_who(struct act_run *run, const struct relative_declared *act, struct worker_of *ret_worker)
{
    bool found;
    TRY(worker_of(run->read, act->person, ret_worker, &found));
    if (!found || !rights_have(rights_of_duty(ret_worker->duty), DECLARE_RELATIVE))
        return err(NOT_ALLOWED, "only people who work with families declare that they know one");
    if (act->person.n != run->request->actor.n && !rights_have(run->rights, GIVE_ACCESS))
        return err(NOT_ALLOWED, "a manager of the case says it of somebody else");
    return ok();
}

/* Whatever they were to the child ends; a case they held goes to their manager. */
static Err close_child(struct act_run *run, struct relative_declared *act, struct relative_declared_children *row)
{
    struct roles_held_rows roles;
    TRY(roles_held(run->read, act->person.n, &roles));
    for (size_t i = 0; i < roles.count; i++) {
        if (roles.at[i].child.n != row->child.n)
            continue;
        TRY(act_end_access(run, act->person.n, row->child, roles.at[i].role));
        if (roles.at[i].role != ROLE_CASE_HOLDER)
            continue;
        struct barred_from closed;
        bool barred = false;
        row->passed = YESNO_YES;
        if (act->successor.n != 0)
            TRY(barred_from(run->read, row->child, act->successor, &closed, &barred));
        if (act->successor.n == 0 || barred)
            act_problem(run, "worker", "The case must be allocated to somebody else first: no manager can take it over");
        else
            TRY(act_grant(run, act->successor.n, row->child, ROLE_CASE_HOLDER, INSTANT_NONE));
    }
    return ok();
}

Err relative_declared_decide(struct act_run *run, struct relative_declared *act)
{
    struct target_family_rows children;
    struct worker_of worker;
    act->person = act->worker.n != 0 ? act->worker : run->request->actor;
    TRY(check_who(run, act, &worker));
    act->successor = worker.manager;
    TRY(target_family(run->read, run->family, &children));
    act->children.at = ARENA_MANY(run->arena, children.count, struct relative_declared_children);
    act->children.count = children.count;
    for (size_t i = 0; i < children.count; i++) {
        act->children.at[i] = (struct relative_declared_children){.child = children.at[i].child, .passed = YESNO_NO};
        TRY(act_concerns(run, children.at[i].child));
        TRY(close_child(run, act, &act->children.at[i]));
    }
    return ok();
}

Err relative_declared_apply(Tx *tx, const struct entry *entry, const struct relative_declared *act)
{
    (void)entry;
    for (size_t i = 0; i < act->children.count; i++) {
        ChildId child = act->children.at[i].child;
        TRY(barred_add(tx, child, act->person));
        if (act->children.at[i].passed != YESNO_YES)
            continue;
        TRY(child_allocate(tx, child, act->successor));
        TRY(named_for_holder(tx, child, act->successor));
    }
    return ok();
}
