#include "acts/enquiry/protection_ended_act.h"

#include "acts/enquiry/concerned.h"
#include "store/protection_sql.h"

Err protection_ended_decide(struct act_run *run, struct protection_ended *act)
{
    struct protection_of row;
    bool found;
    TRY(protection_of(run->read, act->measure, &row, &found));
    if (!found)
        return err(NOT_FOUND, "no such protection");
    TRY(family_child_concerned(run, row.child));
    if (row.ended.us != 0)
        act_problem(run, "measure", "This protection has ended already");
    if (act->ended.us < row.begins.us)
        act_problem(run, "ended", "Protection cannot end before it began");
    if (row.kind != PROTECTION_KIND_ACCOMMODATION)
        TRY(act_happened(run, row.child, EVENT_PROTECTION_ENDED, instant_london_date(act->ended)));
    return ok();
}

Err protection_ended_apply(Tx *tx, const struct entry *entry, const struct protection_ended *act)
{
    (void)entry;
    return protection_end(tx, act->measure, act->ended, act->why);
}
