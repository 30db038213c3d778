#include "acts/people/cover_set_act.h"

#include "acts/people/line.h"
#include "store/worker_sql.h"

static Err check_who(struct act_run *run, const struct cover_set *act)
{
    struct worker_of covered, by;
    struct stands_so row;
    bool found, by_found, in_line;
    TRY(worker_of(run->read, run->person, &covered, &found));
    if (!found || !date_is_none(covered.ends))
        return err(NOT_FOUND, "nobody who signs in");
    TRY(stands_so(run->read, run->request->actor, run->person.n, STANDING_LINE, &row, &in_line));
    if (!in_line && run->person.n != run->request->actor.n)
        return err(NOT_ALLOWED, "cover is arranged by the worker's own managers");
    TRY(worker_of(run->read, act->covered_by, &by, &by_found));
    if (!by_found || !date_is_none(by.ends) || act->covered_by.n == run->person.n || !duty_may_cover(by.duty, covered.duty))
        act_problem(run, "covered_by", "Choose somebody else who does the same kind of work");
    return ok();
}

Err cover_set_decide(struct act_run *run, struct cover_set *act)
{
    TRY(check_who(run, act));
    if (date_before(act->last_day, act->first_day) || date_before(act->last_day, run->today))
        act_problem(run, "last_day", "The last day of the cover must be on or after its first day, and not in the past");
    act->cover = (PersonId){act_new_id(run)};
    act->begins_at = instant_of_london(act->first_day, 0, 0);
    act->ends_at = instant_of_london(date_plus_days(act->last_day, 1), 0, 0);
    return ok();
}

Err cover_set_apply(Tx *tx, const struct entry *entry, const struct cover_set *act)
{
    PersonId worker = {entry->target};
    TRY(cover_add(tx, act->cover, worker, act->covered_by, act->first_day, act->last_day, act->why));
    return stands_for_until(tx, act->covered_by, worker.n, STANDING_COVER, act->begins_at, act->ends_at);
}
