#include "acts/people/household_set_act.h"

#include "acts/act.h"
#include "acts/people/whole_family.h"
#include "store/circle_sql.h"
#include "store/now_sql.h"

enum { MEMBERS_MOST = 100 /* the .act's lists hold as many */ };

static bool lives_there(const struct household_members_now_rows *members, PersonId person)
{
    for (size_t i = 0; i < members->count; i++)
        if (members->at[i].person.n == person.n)
            return true;
    return false;
}

static bool is_chosen(const struct household_set *act, PersonId person)
{
    for (size_t i = 0; i < act->children.count; i++)
        if (act->children.at[i].n == person.n)
            return true;
    for (size_t i = 0; i < act->adults.count; i++)
        if (act->adults.at[i].n == person.n)
            return true;
    return false;
}

static Err comes(struct act_run *run, struct household_set *act, const struct household_members_now_rows *members, PersonId person)
{
    TRY(family_person_known(run, person));
    if (!lives_there(members, person) && act->comes.count < MEMBERS_MOST)
        act->comes.at[act->comes.count++].person = person;
    return ok();
}

/* Who lives there and who leaves: the entry is about their children, not about brothers and sisters who live elsewhere. */
static Err concern_members(struct act_run *run, const struct household_set *act)
{
    size_t count = 0;
    PersonId *people = ARENA_MANY(run->arena, act->children.count + act->adults.count + act->goes.count, PersonId);
    for (size_t i = 0; i < act->children.count; i++)
        people[count++] = child_person(act->children.at[i]);
    for (size_t i = 0; i < act->adults.count; i++)
        people[count++] = act->adults.at[i];
    for (size_t i = 0; i < act->goes.count; i++)
        people[count++] = act->goes.at[i].person;
    return people_concerned(run, people, count);
}

Err household_set_decide(struct act_run *run, struct household_set *act)
{
    struct household_members_now_rows members = {0};
    act->made = act->household;
    if (act->household.n == 0) {
        act->made = (HouseholdId){act_new_id(run)};
    } else {
        struct household_of row;
        TRY(household_of(run->read, act->household, run->family, &row));
        TRY(household_members_now(run->read, act->household, &members));
    }
    act->comes.at = ARENA_MANY(run->arena, MEMBERS_MOST, struct household_set_comes);
    act->comes.count = 0;
    act->goes.at = ARENA_MANY(run->arena, MEMBERS_MOST, struct household_set_goes);
    act->goes.count = 0;
    for (size_t i = 0; i < act->children.count; i++)
        TRY(comes(run, act, &members, child_person(act->children.at[i])));
    for (size_t i = 0; i < act->adults.count; i++)
        TRY(comes(run, act, &members, act->adults.at[i]));
    for (size_t i = 0; i < members.count && i < MEMBERS_MOST; i++)
        if (!is_chosen(act, members.at[i].person))
            act->goes.at[act->goes.count++].person = members.at[i].person;
    if (act->household.n == 0 && act->comes.count == 0)
        act_problem(run, "children", "Choose who lives there");
    return concern_members(run, act);
}

/* Who lives in the household that the address names. */
Err household_set_now(const struct act_now *now, struct household_set *act)
{
    struct now_household_rows rows;
    Arena *arena = now->read->arena;
    TRY(now_household(now->read, act->household, now->family, &rows));
    if (rows.count == 0)
        return ok();
    act->name = rows.at[0].name;
    act->children.at = ARENA_MANY(arena, rows.count, ChildId);
    act->adults.at = ARENA_MANY(arena, rows.count, PersonId);
    act->children.count = act->adults.count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.at[i].is_child)
            act->children.at[act->children.count++] = person_child(rows.at[i].person);
        else
            act->adults.at[act->adults.count++] = rows.at[i].person;
        act->note = text_is_empty(rows.at[i].note) ? act->note : rows.at[i].note;
    }
    return ok();
}

Err household_set_apply(Tx *tx, const struct entry *entry, const struct household_set *act)
{
    TRY(household_put(tx, act->made, entry->family, act->name));
    for (size_t i = 0; i < act->goes.count; i++)
        TRY(household_leave(tx, act->made, act->goes.at[i].person, act->since));
    for (size_t i = 0; i < act->comes.count; i++)
        TRY(household_join(tx, act->made, entry->family, act->comes.at[i].person, act->since, act->note));
    return ok();
}
