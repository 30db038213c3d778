#include "acts/enquiry/contact_decided_act.h"

#include "acts/enquiry/concerned.h"
#include "store/contact_sql.h"
#include "store/referral_sql.h"

static enum move move_for(enum contact_decision decision)
{
    switch (decision) {
    case CONTACT_DECISION_ADVICE: return MOVE_CONTACT_ADVICE;
    case CONTACT_DECISION_EARLY_HELP: return MOVE_CONTACT_EARLY_HELP;
    case CONTACT_DECISION_JOINED: return MOVE_CONTACT_JOINED;
    case CONTACT_DECISION_REFERRAL: return MOVE_CONTACT_REFERRAL;
    case CONTACT_DECISION_NONE:
    case CONTACT_DECISION_COUNT: break;
    }
    return MOVE_NONE;
}

static const struct contact_decided_children *row_of(const struct contact_decided *act, ChildId child)
{
    for (size_t i = 0; i < act->children.count; i++)
        if (act->children.at[i].child.n == child.n)
            return &act->children.at[i];
    return NULL;
}

/* A referral counts from the day the contact came, not from this decision. */
static Err refer(struct act_run *run, struct contact_decided *act, ChildId child, Date received)
{
    act->referrals.at[act->referrals.count++] = (struct contact_decided_referrals){child, {act_new_id(run)}, received};
    return act_happened(run, child, EVENT_REFERRAL_RECEIVED, received);
}

Err contact_decided_decide(struct act_run *run, struct contact_decided *act)
{
    struct contact_children_rows about;
    TRY(contact_children(run->read, act->contact, run->family, &about));
    if (about.count == 0)
        return err(NOT_FOUND, "a contact of another family");
    act->referrals.at = ARENA_MANY(run->arena, about.count, struct contact_decided_referrals);
    act->referrals.count = 0;
    for (size_t i = 0; i < about.count; i++) {
        const struct contact_decided_children *row = row_of(act, about.at[i].child);
        TRY(concerned_child_read(run, about.at[i].child));
        if (about.at[i].decision != CONTACT_DECISION_NONE)
            act_problem(run, "contact", "This contact has been decided on");
        else if (row == NULL)
            act_problem(run, "children", "Decide for each child the contact is about");
        else
            TRY(act_move(run, row->child, move_for(row->decision), CLOSURE_REASON_NONE));
        if (row != NULL && row->decision == CONTACT_DECISION_REFERRAL)
            TRY(refer(run, act, row->child, about.at[i].received));
    }
    if (act->children.count > about.count)
        act_problem(run, "children", "Decide only for the children the contact is about");
    return ok();
}

Err contact_decided_apply(Tx *tx, const struct entry *entry, const struct contact_decided *act)
{
    (void)entry;
    TRY(contact_decide(tx, act->contact));
    for (size_t i = 0; i < act->children.count; i++)
        TRY(contact_child_decide(tx, act->contact, act->children.at[i].child, act->children.at[i].decision, act->children.at[i].reason));
    for (size_t i = 0; i < act->referrals.count; i++)
        TRY(referral_add(tx, act->referrals.at[i].referral, act->contact, act->referrals.at[i].child, act->referrals.at[i].received));
    return ok();
}
