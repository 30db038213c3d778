#include "acts/people/family_restricted_act.h"

#include "acts/act.h"
#include "acts/people/whole_family.h"
#include "store/now_sql.h"
#include "store/restriction_sql.h"
#include "store/target_sql.h"

enum { NAMED_MOST = 200 /* the .act's list holds as many */ };

/* The restriction can be lifted, and the case allocated, by somebody who is named. */
static Err somebody_can_lift_it(struct act_run *run, const struct family_restricted *act, ChildId child, bool *ret_can)
{
    *ret_can = false;
    for (size_t i = 0; i < act->people.count && !*ret_can; i++) {
        Read as_named = *run->read;
        Rights rights;
        as_named.actor = act->people.at[i];
        TRY(rights_on_child(&as_named, child, &rights));
        *ret_can = rights_have(rights, GIVE_ACCESS) || act->people.at[i].n == run->request->actor.n;
    }
    return ok();
}

static void name(struct family_restricted *act, PersonId person)
{
    for (size_t i = 0; i < act->named.count; i++)
        if (act->named.at[i].person.n == person.n)
            return;
    if (act->named.count < NAMED_MOST)
        act->named.at[act->named.count++].person = person;
}

Err family_restricted_decide(struct act_run *run, struct family_restricted *act)
{
    struct target_family_rows children;
    struct own_sign_ins_rows own;
    TRY(whole_family_concerned(run));
    TRY(target_family(run->read, run->family, &children));
    TRY(own_sign_ins(run->read, run->family, &own));
    act->named.at = ARENA_MANY(run->arena, NAMED_MOST, struct family_restricted_named);
    act->named.count = 0;
    act->children.at = ARENA_MANY(run->arena, children.count, struct family_restricted_children);
    act->children.count = children.count;
    for (size_t i = 0; i < act->people.count; i++)
        name(act, act->people.at[i]);
    for (size_t i = 0; i < own.count; i++)
        name(act, own.at[i].person);
    for (size_t i = 0; i < children.count; i++) {
        act->children.at[i].child = children.at[i].child;
        bool can = false;
        TRY(somebody_can_lift_it(run, act, children.at[i].child, &can));
        if (!can && problems_of(run->problems, T("people")).len == 0)
            act_problem(run, "people", "Choose at least one manager of the case: nobody else could allocate it, or lift the restriction");
    }
    return ok();
}

/* Done again, it names people anew: who is named stands there. */
Err family_restricted_now(const struct act_now *now, struct family_restricted *act)
{
    struct now_named_rows rows;
    TRY(now_named(now->read, now->family, &rows));
    act->people.at = ARENA_MANY(now->read->arena, rows.count, PersonId);
    act->people.count = rows.count;
    for (size_t i = 0; i < rows.count; i++)
        act->people.at[i] = rows.at[i].person;
    return ok();
}

Err family_restricted_apply(Tx *tx, const struct entry *entry, const struct family_restricted *act)
{
    TRY(family_restrict(tx, entry->family, true, act->why));
    for (size_t i = 0; i < act->children.count; i++) {
        TRY(child_restrict(tx, act->children.at[i].child, true));
        TRY(named_end(tx, act->children.at[i].child));
        for (size_t k = 0; k < act->named.count; k++)
            TRY(named_add(tx, act->children.at[i].child, act->named.at[k].person, entry->recorded_at, INSTANT_NONE));
    }
    return ok();
}
