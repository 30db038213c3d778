#include "acts/people/worker_added_act.h"

#include "acts/people/line.h"
#include "rules/sounds.h"
#include "store/worker_sql.h"

/* The manager, the manager's manager and so on: all of them stand for the worker. */
static Err find_line(struct act_run *run, struct worker_added *act)
{
    struct line line;
    TRY(line_from(run->read, act->manager, &line));
    act->line.at = ARENA_MANY(run->arena, line.count, struct worker_added_line);
    act->line.count = line.count;
    for (size_t i = 0; i < line.count; i++)
        act->line.at[i].manages = line.at[i];
    return ok();
}

Err worker_added_decide(struct act_run *run, struct worker_added *act)
{
    if (act->duty == DUTY_SYSTEM)
        act_problem(run, "duty", "The service itself has no account");
    if (act->duty == DUTY_PARTNER && act->agency.n == 0)
        act_problem(run, "agency", "Choose the agency this person works for");
    line_needed(run, act->duty, act->team, act->manager);
    act->worker = (PersonId){act_new_id(run)};
    act->sort_key = fold(run->arena, text_format(run->arena, "%.*s %.*s", TEXT_ARGS(act->family_name), TEXT_ARGS(act->given)));
    act->begins_at = instant_of_london(act->begins, 0, 0);
    return find_line(run, act);
}

Err worker_added_apply(Tx *tx, const struct entry *entry, const struct worker_added *act)
{
    TRY(worker_person(tx, act->worker, act->given, act->family_name, act->sort_key, act->telephone, act->email, entry->number));
    TRY(worker_add(tx, act->worker, act->duty, act->team, act->agency, act->manager, act->job, act->begins));
    TRY(stands_for_add(tx, act->worker, act->worker.n, STANDING_SELF, act->begins_at));
    if (act->team.n != 0)
        TRY(stands_for_add(tx, act->worker, act->team.n, STANDING_MEMBER, act->begins_at));
    if (act->agency.n != 0)
        TRY(stands_for_add(tx, act->worker, act->agency.n, STANDING_MEMBER, act->begins_at));
    for (size_t i = 0; i < act->line.count; i++)
        TRY(stands_for_add(tx, act->line.at[i].manages, act->worker.n, STANDING_LINE, act->begins_at));
    if (act->team.n == 0 || !duty_manages(act->duty))
        return ok();
    TRY(stands_for_add(tx, act->worker, act->team.n, STANDING_LINE, act->begins_at));
    for (size_t i = 0; i < act->line.count; i++)
        TRY(stands_for_add(tx, act->line.at[i].manages, act->team.n, STANDING_LINE, act->begins_at));
    return ok();
}
