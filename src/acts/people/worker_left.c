#include "acts/people/worker_left_act.h"

#include "acts/consequences.h"
#include "store/family_sql.h"
#include "store/worker_sql.h"

/* What somebody else takes over when the holder leaves. A parent's own copy, an emergency's hour, an audit's sample end with them. */
static bool passes_on(enum role role)
{
    switch (role) {
    case ROLE_CASE_HOLDER:
    case ROLE_CO_WORKER:
    case ROLE_CHAIR:
    case ROLE_CONFERENCE_ADMIN:
    case ROLE_PARTNER:
    case ROLE_LEGAL:
        return true;
    case ROLE_NONE:
    case ROLE_PARENT:
    case ROLE_CHILD:
    case ROLE_ADVOCATE:
    case ROLE_SUPPORTER:
    case ROLE_AUDIT:
    case ROLE_BREAK_GLASS:
    case ROLE_INTERPRETER:
    case ROLE_COUNT:
        break;
    }
    return false;
}

static Err hand_over(struct act_run *run, PersonId leaver, PersonId successor)
{
    struct roles_held_rows roles;
    TRY(roles_held(run->read, leaver.n, &roles));
    for (size_t i = 0; i < roles.count; i++) {
        ChildId child = roles.at[i].child;
        struct barred_from row;
        bool barred = false;
        TRY(act_concerns(run, child));
        TRY(act_end_access(run, leaver.n, child, roles.at[i].role));
        if (!passes_on(roles.at[i].role))
            continue;
        if (successor.n != 0)
            TRY(barred_from(run->read, child, successor, &row, &barred));
        if (successor.n == 0 || barred)
            act_problem(run, "hand_to", barred ? "This person is a relative or neighbour of one of the families. Choose somebody else"
                                               : "Choose who takes over: this person holds cases and has no manager");
        else
            TRY(act_grant(run, successor.n, child, roles.at[i].role, INSTANT_NONE));
    }
    return ok();
}

Err worker_left_decide(struct act_run *run, struct worker_left *act)
{
    struct worker_of worker, next;
    struct allocated_to_rows children;
    bool found;
    TRY(worker_of(run->read, run->person, &worker, &found));
    if (!found || !date_is_none(worker.ends))
        return err(NOT_FOUND, "nobody who signs in");
    if (act->sure != YESNO_YES)
        act_problem(run, "sure", "Choose yes to end the account, or leave the form");
    if (run->person.n == run->request->actor.n)
        act_problem(run, "sure", "Somebody else ends your own account: otherwise nobody might be left to keep the service");
    act->manager = worker.manager;
    act->successor = act->hand_to.n != 0 ? act->hand_to : worker.manager;
    if (act->hand_to.n != 0) {
        TRY(worker_of(run->read, act->hand_to, &next, &found));
        if (!found || !date_is_none(next.ends) || act->hand_to.n == run->person.n)
            act_problem(run, "hand_to", "Choose somebody else who works here");
    }
    TRY(hand_over(run, run->person, act->successor));
    TRY(allocated_to(run->read, run->person, &children));
    act->allocated.at = ARENA_MANY(run->arena, children.count, struct worker_left_allocated);
    act->allocated.count = children.count;
    for (size_t i = 0; i < children.count; i++)
        act->allocated.at[i].child = children.at[i].child;
    return ok();
}

Err worker_left_apply(Tx *tx, const struct entry *entry, const struct worker_left *act)
{
    PersonId worker = {entry->target};
    TRY(worker_end(tx, worker));
    TRY(workers_pass_on(tx, worker, act->manager));
    TRY(stands_for_end_person(tx, worker));
    TRY(stands_for_end_holder(tx, worker.n));
    for (size_t i = 0; i < act->allocated.count; i++) {
        TRY(child_allocate(tx, act->allocated.at[i].child, act->successor));
        TRY(named_for_holder(tx, act->allocated.at[i].child, act->successor));
    }
    return ok();
}
