#include "acts/people/order_recorded_act.h"

#include "acts/act.h"
#include "acts/people/whole_family.h"
#include "store/circle_sql.h"

enum { ABOUT_MOST = 40 /* the .act's list holds as many */ };

static Err about(struct act_run *run, struct order_recorded *act, PersonId person)
{
    TRY(family_person_known(run, person));
    if (act->orders.count == ABOUT_MOST)
        return err(NOT_VALID, "an order about more people than an entry can hold");
    act->orders.at[act->orders.count++] = (struct order_recorded_orders){{act_new_id(run)}, person};
    return ok();
}

Err order_recorded_decide(struct act_run *run, struct order_recorded *act)
{
    if (act->children.count + act->adults.count == 0)
        act_problem(run, "children", "Choose who the order is about");
    if (!date_is_none(act->until) && date_before(act->until, act->made))
        act_problem(run, "until", "The last day must be on or after the day on which the order was made");
    if (act->against.n != 0)
        TRY(family_person_known(run, act->against));
    act->orders.at = ARENA_MANY(run->arena, ABOUT_MOST, struct order_recorded_orders);
    act->orders.count = 0;
    for (size_t i = 0; i < act->children.count; i++)
        TRY(about(run, act, child_person(act->children.at[i])));
    for (size_t i = 0; i < act->adults.count; i++)
        TRY(about(run, act, act->adults.at[i]));
    PersonId *people = ARENA_MANY(run->arena, act->orders.count, PersonId);
    for (size_t i = 0; i < act->orders.count; i++)
        people[i] = act->orders.at[i].about;
    return people_concerned(run, people, act->orders.count);
}

Err order_recorded_apply(Tx *tx, const struct entry *entry, const struct order_recorded *act)
{
    for (size_t i = 0; i < act->orders.count; i++)
        TRY(court_order_add(tx, act->orders.at[i].order, entry->family, act->kind, act->orders.at[i].about, act->against, act->made,
                            act->until, act->terms));
    return ok();
}
