#include "acts/enquiry/transfer_notified_act.h"

#include "acts/enquiry/concerned.h"
#include "store/transfer_sql.h"

Err transfer_notified_decide(struct act_run *run, struct transfer_notified *act)
{
    act->transfers.at = ARENA_MANY(run->arena, act->children.count, struct transfer_notified_transfers);
    act->transfers.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        ChildId child = act->children.at[i];
        TRY(concerned_child_read(run, child));
        TRY(act_move(run, child, MOVE_NOTIFY_TRANSFER, CLOSURE_REASON_NONE));
        TRY(act_happened(run, child, EVENT_TRANSFER_NOTIFIED, act->notified_on));
        act->transfers.at[act->transfers.count++] = (struct transfer_notified_transfers){child, {act_new_id(run)}};
    }
    return ok();
}

Err transfer_notified_apply(Tx *tx, const struct entry *entry, const struct transfer_notified *act)
{
    (void)entry;
    for (size_t i = 0; i < act->transfers.count; i++)
        TRY(transfer_add(tx, act->transfers.at[i].transfer, act->transfers.at[i].child, act->from_authority, act->notified_on, act->plan_since,
                         code_set_text(tx->read->arena, &CATEGORY_LIST, act->categories), act->note));
    return ok();
}
