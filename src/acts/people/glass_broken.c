#include "acts/people/glass_broken_act.h"

#include "acts/consequences.h"
#include "store/family_sql.h"
#include "store/restriction_sql.h"
#include "store/target_sql.h"
#include "store/worker_sql.h"

enum { TOLD_MOST = 100 /* the .act's list holds as many */ };

static void tell(struct act_run *run, struct glass_broken *act, PersonId person, enum told_as as)
{
    if (person.n == run->request->actor.n || act->told.count == TOLD_MOST)
        return;
    for (size_t i = 0; i < act->told.count; i++)
        if (act->told.at[i].person.n == person.n)
            return;
    act->told.at[act->told.count++] = (struct glass_broken_told){person, as};
}

static bool is_told(const struct glass_broken *act, PersonId person)
{
    for (size_t i = 0; i < act->told.count; i++)
        if (act->told.at[i].person.n == person.n)
            return true;
    return false;
}

static Err tell_duty(struct act_run *run, struct glass_broken *act, enum duty duty, bool *ret_somebody)
{
    struct workers_of_duty_rows rows;
    TRY(workers_of_duty(run->read, duty, &rows));
    for (size_t i = 0; i < rows.count; i++) {
        if (is_told(act, rows.at[i].id) || rows.at[i].id.n == run->request->actor.n)
            continue;
        tell(run, act, rows.at[i].id, TOLD_AS_OUTSIDE);
        *ret_somebody = true;
    }
    return ok();
}

/* Who holds the case, everybody above them, and somebody who is neither: who audits; where nobody does, managers of another line; else who
 * keeps the service. */
static Err find_told(struct act_run *run, struct glass_broken *act)
{
    static const enum duty OUTSIDE[] = {DUTY_AUDITOR, DUTY_SERVICE_MANAGER, DUTY_ADMINISTRATOR};
    struct case_holders_of_family_rows holders;
    struct stand_for_holder_rows rows;
    bool somebody = false;
    act->told.at = ARENA_MANY(run->arena, TOLD_MOST, struct glass_broken_told);
    act->told.count = 0;
    TRY(case_holders_of_family(run->read, run->family, &holders));
    for (size_t i = 0; i < holders.count; i++) {
        TRY(stand_for_holder(run->read, holders.at[i].holder, &rows));
        for (size_t k = 0; k < rows.count; k++)
            if (rows.at[k].standing == STANDING_LINE)
                tell(run, act, rows.at[k].person, TOLD_AS_MANAGER);
        for (size_t k = 0; k < rows.count; k++)
            if (rows.at[k].standing != STANDING_LINE)
                tell(run, act, rows.at[k].person, TOLD_AS_LEAD);
    }
    for (size_t i = 0; i < sizeof OUTSIDE / sizeof *OUTSIDE && !somebody; i++)
        TRY(tell_duty(run, act, OUTSIDE[i], &somebody));
    return ok();
}

Err glass_broken_decide(struct act_run *run, struct glass_broken *act)
{
    struct target_family_rows children;
    TRY(target_family(run->read, run->family, &children));
    act->ends_at = (Instant){run->now.us + HOUR_US};
    act->children.at = ARENA_MANY(run->arena, children.count, struct glass_broken_children);
    act->children.count = 0;
    for (size_t i = 0; i < children.count; i++) {
        struct barred_from row;
        bool barred;
        TRY(barred_from(run->read, children.at[i].child, run->request->actor, &row, &barred));
        if (barred)
            return err(NOT_ALLOWED, "the record is closed to somebody who knows the family, in an emergency too");
        act->children.at[act->children.count++].child = children.at[i].child;
        TRY(act_concerns(run, children.at[i].child));
        TRY(act_grant(run, run->request->actor.n, children.at[i].child, ROLE_BREAK_GLASS, act->ends_at));
    }
    return find_told(run, act);
}

Err glass_broken_apply(Tx *tx, const struct entry *entry, const struct glass_broken *act)
{
    for (size_t i = 0; i < act->children.count; i++)
        TRY(named_for_hour(tx, act->children.at[i].child, entry->actor, act->ends_at));
    for (size_t i = 0; i < act->told.count; i++)
        TRY(told_at_once_add(tx, entry->number, act->told.at[i].person, entry->family, act->told.at[i].told_as, entry->actor, act->reason,
                             entry->recorded_at, act->ends_at));
    return ok();
}
