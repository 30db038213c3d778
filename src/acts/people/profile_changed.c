#include "acts/people/profile_changed_act.h"

#include "acts/people/holiday.h"
#include "store/holiday_sql.h"
#include "store/organisation_sql.h"

/* Holidays are a nation's: what was counted by one nation's can't go on by another's. */
static Err ask_nation(struct act_run *run, const struct practice *practice, const struct profile *profile)
{
    struct anything_happened row;
    bool found;
    if (profile->division == practice->periods[practice->count - 1].profile->division)
        return ok();
    TRY(anything_happened(run->read, &row, &found));
    if (found)
        act_problem(run, "profile", "Those time limits are counted with the holidays of another nation: an authority that has begun its work stays in its own");
    return ok();
}

Err profile_changed_decide(struct act_run *run, struct profile_changed *act)
{
    const struct practice *practice;
    TRY(act_practice(run, &practice));
    const struct profile *profile = profile_named(act->profile);
    if (profile == NULL) {
        act_problem(run, "profile", "There is no profile of that name in this program");
        return ok();
    }
    ask_since(run, act->since);
    if (profile_beneath(practice_on(practice, act->since)) == profile)
        act_problem(run, "profile", "Those time limits hold on that day already");
    TRY(ask_nation(run, practice, profile));
    if (run->problems->count > 0)
        return ok();
    struct practice after;
    TRY(practice_with_profile(run->read, act->since, profile, &after));
    return booked_count_anew(run, &after, act->since, MOVED_WHY_PROFILE_CHANGED);
}

Err profile_changed_apply(Tx *tx, const struct entry *entry, const struct profile_changed *act)
{
    return profile_begin(tx, act->since, act->profile, act->why, entry->number);
}
