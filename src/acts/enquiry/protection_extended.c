#include "acts/enquiry/protection_extended_act.h"

#include "acts/enquiry/concerned.h"
#include "store/protection_sql.h"

enum { EXTENSION_DAYS = 7 /* Children Act 1989, section 45(6) */ };

static void check(struct act_run *run, struct protection_extended *act, const struct protection_of *row)
{
    if (row->kind != PROTECTION_KIND_EMERGENCY_ORDER)
        act_problem(run, "measure", "Only an emergency protection order can be extended");
    else if (row->ended.us != 0)
        act_problem(run, "measure", "This order has ended already");
    else if (!date_is_none(row->extended))
        act_problem(run, "measure", "This order was extended already: a court may do so once");
    Instant most = {row->until_at.us + EXTENSION_DAYS * DAY_US};
    act->until_at = act->court_until.us == INSTANT_NONE.us ? most : act->court_until;
    if (act->until_at.us > most.us)
        act_problem(run, "court_until", "An order is extended by seven days at most");
    else if (act->until_at.us <= row->until_at.us)
        act_problem(run, "court_until", "The new end must be after the end there was");
}

Err protection_extended_decide(struct act_run *run, struct protection_extended *act)
{
    struct protection_of row;
    bool found;
    TRY(protection_of(run->read, act->measure, &row, &found));
    if (!found)
        return err(NOT_FOUND, "no such protection");
    TRY(family_child_concerned(run, row.child));
    act->child = row.child;
    check(run, act, &row);
    Date start = instant_london_date(row.until_at); /* the days more count from the end there was */
    TRY(act_happened(run, row.child, EVENT_EMERGENCY_EXTENDED, start));
    return act_order_until(run, row.child, OBLIGATION_KIND_EMERGENCY_EXTENSION_ENDS, start, instant_london_date(act->until_at));
}

Err protection_extended_apply(Tx *tx, const struct entry *entry, const struct protection_extended *act)
{
    (void)entry;
    return protection_extend(tx, act->measure, act->until_at, act->extended_on);
}
