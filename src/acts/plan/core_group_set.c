#include "acts/plan/core_group_set_act.h"

#include "acts/plan/plan_acts.h"
#include "store/core_group_sql.h"
#include "store/now_sql.h"

enum { MEMBERS_MOST = 200 };

static Err add_member(struct act_run *run, struct core_group_set *act, const struct plan_place *place, PersonId person, enum core_role is_as)
{
    struct core_person person_is;
    bool found;
    if (act->members.count == MEMBERS_MOST)
        return err(NOT_VALID, "too many members of core groups in one act");
    TRY(core_person(run->read, person, &person_is, &found));
    act->members.at[act->members.count++] = (struct core_group_set_members){.member = act_new_id(run), .plan = place->plan,
        .child = place->is.child, .person = person, .agency = found ? person_is.agency : (AgencyId){0}, .is_as = is_as};
    return ok();
}

static bool stays(const struct core_group_set *act, PersonId person)
{
    for (size_t i = 0; i < act->professionals.count; i++)
        if (act->professionals.at[i].n == person.n)
            return true;
    return false;
}

/* Professionals take part from now on; those who are no longer in the core group have done their part. */
static Err change_access(struct act_run *run, const struct core_group_set *act, const struct plan_place *place)
{
    struct core_members_of_rows before;
    TRY(core_members_of(run->read, place->plan, &before));
    for (size_t i = 0; i < before.count; i++)
        if (before.at[i].is_as == CORE_ROLE_PROFESSIONAL && !stays(act, before.at[i].person))
            TRY(act_end_access(run, before.at[i].person.n, place->is.child, ROLE_PARTNER));
    for (size_t i = 0; i < act->professionals.count; i++)
        TRY(act_grant(run, act->professionals.at[i].n, place->is.child, ROLE_PARTNER, INSTANT_NONE));
    return ok();
}

static Err set_one(struct act_run *run, struct core_group_set *act, const struct plan_place *place)
{
    TRY(add_member(run, act, place, act->lead, CORE_ROLE_LEAD));
    for (size_t i = 0; i < act->professionals.count; i++)
        TRY(add_member(run, act, place, act->professionals.at[i], CORE_ROLE_PROFESSIONAL));
    for (size_t i = 0; i < act->family.count; i++)
        TRY(add_member(run, act, place, act->family.at[i], CORE_ROLE_FAMILY));
    if (act->child_comes == YESNO_YES)
        TRY(add_member(run, act, place, child_person(place->is.child), CORE_ROLE_CHILD));
    return change_access(run, act, place);
}

Err core_group_set_decide(struct act_run *run, struct core_group_set *act)
{
    struct plan_places places;
    TRY(plan_places(run, act->also.at, act->also.count, "lead", &places));
    if (act->professionals.count == 0)
        act_problem(run, "professionals", "Choose at least one professional who knows the child");
    if (act->family.count == 0 && text_is_empty(act->why_no_family))
        act_problem(run, "why_no_family", "Say why nobody of the family is in the core group");
    act->plans.count = act->members.count = 0;
    act->plans.at = ARENA_MANY(run->arena, places.count, struct core_group_set_plans);
    act->members.at = ARENA_MANY(run->arena, MEMBERS_MOST, struct core_group_set_members);
    for (size_t i = 0; i < places.count; i++) {
        act->plans.at[act->plans.count++] = (struct core_group_set_plans){places.at[i].plan, places.at[i].is.child};
        TRY(set_one(run, act, &places.at[i]));
    }
    return ok();
}

Err core_group_set_now(const struct act_now *now, struct core_group_set *act)
{
    struct now_core_group_rows rows;
    Arena *arena = now->read->arena;
    TRY(now_core_group(now->read, (PlanId){now->target}, &rows));
    act->professionals.at = ARENA_MANY(arena, rows.count, PersonId);
    act->family.at = ARENA_MANY(arena, rows.count, PersonId);
    act->professionals.count = act->family.count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        PersonId person = rows.at[i].person;
        if (rows.at[i].is_as == CORE_ROLE_LEAD)
            act->lead = person;
        else if (rows.at[i].is_as == CORE_ROLE_PROFESSIONAL)
            act->professionals.at[act->professionals.count++] = person;
        else if (rows.at[i].is_as == CORE_ROLE_FAMILY)
            act->family.at[act->family.count++] = person;
        else if (rows.at[i].is_as == CORE_ROLE_CHILD)
            act->child_comes = YESNO_YES;
    }
    return ok();
}

Err core_group_set_apply(Tx *tx, const struct entry *entry, const struct core_group_set *act)
{
    (void)entry;
    for (size_t i = 0; i < act->plans.count; i++) {
        TRY(core_members_leave(tx, act->plans.at[i].plan, act->begins));
        TRY(plan_lead(tx, act->plans.at[i].plan, act->lead));
    }
    for (size_t i = 0; i < act->members.count; i++) {
        const struct core_group_set_members *row = &act->members.at[i];
        TRY(core_member_add(tx, row->member, row->plan, row->child, row->person, row->agency, row->is_as, act->begins));
    }
    return ok();
}
