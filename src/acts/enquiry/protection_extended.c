#include "acts/enquiry/protection_extended_act.h"

#include "acts/enquiry/concerned.h"
#include "store/protection_sql.h"

static Err check(struct act_run *run, struct protection_extended *act, const struct protection_of *row)
{
    struct concerned_longest longest;
    if (row->kind != PROTECTION_KIND_EMERGENCY_ORDER) {
        act_problem(run, "measure", "Only an emergency protection order can be extended");
        return ok();
    }
    if (row->ended.us != INSTANT_NONE.us)
        act_problem(run, "measure", "This order has ended already");
    else if (!date_is_none(row->extended))
        act_problem(run, "measure", "This order was extended already: a court may do so once");
    TRY(concerned_longest(run, OBLIGATION_KIND_EMERGENCY_EXTENSION_ENDS, row->until_at, &longest));
    act->until_at = act->court_until.us == INSTANT_NONE.us ? longest.end : act->court_until;
    if (longest.days != 0 && act->until_at.us > longest.end.us)
        act_problem(run, "court_until", text_string(run->arena, text_format(run->arena, "An order is extended by %d days at most", longest.days)));
    else if (act->until_at.us <= row->until_at.us)
        act_problem(run, "court_until", "The new end must be after the end there was");
    return ok();
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
    TRY(check(run, act, &row));
    Date start = instant_london_date(row.until_at); /* the days more count from the end there was */
    TRY(act_happened(run, row.child, EVENT_EMERGENCY_EXTENDED, start));
    return act_order_until(run, row.child, OBLIGATION_KIND_EMERGENCY_EXTENSION_ENDS, start, instant_london_date(act->until_at));
}

Err protection_extended_apply(Tx *tx, const struct entry *entry, const struct protection_extended *act)
{
    (void)entry;
    return protection_extend(tx, act->measure, act->until_at, act->extended_on);
}
