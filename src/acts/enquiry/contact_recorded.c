#include "acts/enquiry/contact_recorded_act.h"

#include "acts/enquiry/concerned.h"
#include "store/contact_sql.h"
#include "store/worker_sql.h"

/* A contact about a child whose case is not open is held by the front door's team that took it, until it is decided on. Only the front
 * door's: nobody else gets to see a family by recording a contact about it. */
static Err hold(struct act_run *run, ChildId child)
{
    struct worker_of taker;
    Rights rights;
    bool found;
    TRY(worker_of(run->read, run->request->actor, &taker, &found));
    TRY(rights_on_child(run->read, child, &rights));
    bool front_door = found && (taker.duty == DUTY_FRONT_DOOR || taker.duty == DUTY_OUT_OF_HOURS);
    if (!front_door || rights_have(rights, READ_RECORD))
        return ok();
    TRY(act_end_access(run, 0, child, ROLE_CASE_HOLDER));
    return act_grant(run, taker.team.n != 0 ? taker.team.n : run->request->actor.n, child, ROLE_CASE_HOLDER, INSTANT_NONE);
}

Err contact_recorded_decide(struct act_run *run, struct contact_recorded *act)
{
    act->contact = (ContactId){act_new_id(run)};
    for (size_t i = 0; i < act->children.count; i++) {
        enum stage stage;
        TRY(family_child_concerned(run, act->children.at[i]));
        TRY(act_stage(run, act->children.at[i], &stage));
        if (stage == STAGE_NONE)
            TRY(hold(run, act->children.at[i]));
        TRY(act_move(run, act->children.at[i], MOVE_RECORD_CONTACT, CLOSURE_REASON_NONE));
    }
    return ok();
}

Err contact_recorded_apply(Tx *tx, const struct entry *entry, const struct contact_recorded *act)
{
    TRY(contact_add(tx, act->contact, entry->family, act->received_on, act->way, act->source, act->referrer, act->referrer_role,
                    act->referrer_telephone, act->involvement, act->concern, act->perpetrator, act->perpetrator_place,
                    act->perpetrator_work, entry->number));
    for (size_t i = 0; i < act->children.count; i++)
        TRY(contact_child_add(tx, act->contact, act->children.at[i]));
    return ok();
}
