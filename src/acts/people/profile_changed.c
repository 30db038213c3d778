#include "acts/people/profile_changed_act.h"

#include "acts/people/holiday.h"
#include "store/holiday_sql.h"
#include "store/moved_sql.h"
#include "store/organisation_sql.h"

enum { BOOKED_MOST = 1200 /* children to whom something is booked after a change; one entry holds five dates of each (consequences.c, DUE_MOST) */ };

/* The profile that is planned to begin on that very day; NULL when none is. */
static const struct profile *begins_on(const struct practice *practice, Date day)
{
    for (size_t i = 0; i < practice->count; i++)
        if (date_equal(practice->periods[i].since, day))
            return practice->periods[i].profile;
    return NULL;
}

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
    struct children_booked_from_rows rows;
    TRY(act_practice(run, &practice));
    const struct profile *profile = profile_named(act->profile);
    if (profile == NULL) {
        act_problem(run, "profile", "There is no profile of that name in this program");
        return ok();
    }
    if (date_before(act->since, run->today)) /* the form asks it too; a day that is past would change what is answered for */
        act_problem(run, "since", "The day must be today or later");
    if (date_before(date_plus_days(run->today, PROFILE_AHEAD_DAYS), act->since))
        act_problem(run, "since", "The day must be within two years");
    if (practice_on(practice, act->since) == profile && (begins_on(practice, act->since) == NULL || begins_on(practice, act->since) == profile))
        act_problem(run, "profile", "Those time limits hold on that day already");
    TRY(ask_nation(run, practice, profile));
    TRY(children_booked_from(run->read, act->since, BOOKED_MOST + 1, &rows));
    if (rows.count > BOOKED_MOST)
        act_problem(run, "since", "More is booked from that day on than one entry can hold: choose a later day");
    if (run->problems->count > 0)
        return ok();
    struct practice after = practice_with_profile(run->arena, practice, act->since, profile);
    act_practice_becomes(run, &after);
    for (size_t i = 0; i < rows.count; i++)
        TRY(act_count_anew(run, rows.at[i].child, MOVED_WHY_PROFILE_CHANGED));
    return ok();
}

Err profile_changed_apply(Tx *tx, const struct entry *entry, const struct profile_changed *act)
{
    return profile_begin(tx, act->since, act->profile, act->why, entry->number);
}
