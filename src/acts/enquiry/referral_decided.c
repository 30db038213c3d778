#include "acts/enquiry/referral_decided_act.h"

#include "acts/enquiry/concerned.h"
#include "store/family_sql.h"
#include "store/referral_sql.h"

static enum move move_for(enum referral_decision decision)
{
    switch (decision) {
    case REFERRAL_DECISION_NO_FURTHER_ACTION: return MOVE_REFERRAL_NO_ACTION;
    case REFERRAL_DECISION_EARLY_HELP: return MOVE_REFERRAL_EARLY_HELP;
    case REFERRAL_DECISION_ASSESSMENT: return MOVE_REFERRAL_ASSESSMENT;
    case REFERRAL_DECISION_STRATEGY: return MOVE_HOLD_STRATEGY;
    case REFERRAL_DECISION_NONE:
    case REFERRAL_DECISION_COUNT: break;
    }
    return MOVE_NONE;
}

static bool goes_on(enum referral_decision decision)
{
    return decision == REFERRAL_DECISION_ASSESSMENT || decision == REFERRAL_DECISION_STRATEGY;
}

/* The case goes to a worker or a team; whoever held it before no longer does. */
static Err pass_on(struct act_run *run, const struct referral_decided *act, ChildId child)
{
    int64_t holder = act->worker.n != 0 ? act->worker.n : act->team.n;
    if (holder == 0)
        return ok();
    struct barred_from barred;
    bool is_barred;
    TRY(barred_from(run->read, child, act->worker, &barred, &is_barred));
    if (is_barred)
        act_problem(run, "worker", "This worker is a relative or neighbour of the family. Choose somebody else");
    TRY(act_end_access(run, 0, child, ROLE_CASE_HOLDER));
    return act_grant(run, holder, child, ROLE_CASE_HOLDER, INSTANT_NONE);
}

Err referral_decided_decide(struct act_run *run, struct referral_decided *act)
{
    concerned_nobody(run, act->children.count, "children", "Decide for at least one child");
    if (act->worker.n != 0 && act->team.n != 0)
        act_problem(run, "team", "Name a worker or a team, not both");
    act->referrals.at = ARENA_MANY(run->arena, act->children.count, struct referral_decided_referrals);
    act->referrals.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        const struct referral_decided_children *row = &act->children.at[i];
        struct referral_waiting_of waiting;
        bool found;
        TRY(concerned_child_read(run, row->child));
        TRY(referral_waiting_of(run->read, row->child, &waiting, &found));
        if (!found) {
            act_problem(run, "children", "Decide only for children whose referral waits for a decision");
            continue;
        }
        TRY(act_move(run, row->child, move_for(row->decision), CLOSURE_REASON_NONE));
        TRY(act_happened(run, row->child, EVENT_REFERRAL_DECIDED, run->today));
        if (goes_on(row->decision))
            TRY(pass_on(run, act, row->child));
        act->referrals.at[act->referrals.count++] =
            (struct referral_decided_referrals){row->child, waiting.referral, goes_on(row->decision) ? YESNO_YES : YESNO_NO};
    }
    return ok();
}

Err referral_decided_apply(Tx *tx, const struct entry *entry, const struct referral_decided *act)
{
    (void)entry;
    for (size_t i = 0; i < act->referrals.count; i++) {
        const struct referral_decided_referrals *one = &act->referrals.at[i];
        for (size_t k = 0; k < act->children.count; k++)
            if (act->children.at[k].child.n == one->child.n)
                TRY(referral_decide(tx, one->referral, act->children.at[k].decision, act->children.at[k].reason));
        if (one->goes_on == YESNO_YES && (act->worker.n != 0 || act->team.n != 0))
            TRY(child_allocate(tx, one->child, act->worker));
        if (one->goes_on == YESNO_YES && act->worker.n != 0)
            TRY(named_for_holder(tx, one->child, act->worker));
    }
    return ok();
}
