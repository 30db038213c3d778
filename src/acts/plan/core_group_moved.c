#include "acts/plan/core_group_moved_act.h"

#include "acts/another_day.h"
#include "acts/plan/plan_acts.h"
#include "store/core_group_sql.h"
#include "store/now_sql.h"

/* The children the core group is about; it must be about the plan that was asked. */
static Err find_children(struct act_run *run, struct core_group_moved *act)
{
    struct core_group_children_rows rows;
    bool of_this_plan = false;
    TRY(core_group_children(run->read, act->meeting, &rows));
    if (rows.count > PLANS_AT_ONCE)
        return err(NOT_VALID, "too many children in one core group");
    act->plans.at = ARENA_MANY(run->arena, rows.count, struct core_group_moved_plans);
    for (size_t i = 0; i < rows.count; i++) {
        TRY(plan_child(run, rows.at[i].child));
        of_this_plan |= rows.at[i].plan.n == run->target;
        act->plans.at[act->plans.count++] = (struct core_group_moved_plans){rows.at[i].plan, rows.at[i].child};
    }
    if (!of_this_plan)
        act_problem(run, "meeting", "Choose a core group of this plan");
    return ok();
}

/* A limit that the new day breaks needs a reason. */
static Err ask_days(struct act_run *run, const struct core_group_moved *act, struct facts *facts, struct gate_words *words)
{
    struct another_day moving;
    ChildId *children = ARENA_MANY(run->arena, act->plans.count, ChildId);
    for (size_t i = 0; i < act->plans.count; i++)
        children[i] = act->plans.at[i].child;
    TRY(another_day_of(run->read, &(struct another_day_what){.meeting = act->meeting, .from = act->was}, children, act->plans.count, &moving));
    another_day_gate(&moving, run->arena, act->planned, facts, words);
    return ok();
}

Err core_group_moved_decide(struct act_run *run, struct core_group_moved *act)
{
    struct facts facts = {.inside_the_days = 1};
    struct gate_words words = {0};
    struct plan_places places;
    struct core_group_of is;
    bool found;
    act->plans.count = 0;
    act->was = DATE_NONE;
    act->starts = instant_of_london(act->planned, (int)act->at / 60, (int)act->at % 60);
    TRY(plan_places(run, NULL, 0, "planned", &places));
    TRY(core_group_of(run->read, act->meeting, run->family, &is, &found));
    if (!found || !date_is_none(is.held)) {
        act_problem(run, "meeting", found ? "This core group has been recorded" : "Choose a core group of this family");
        return ok();
    }
    act->was = is.planned;
    TRY(find_children(run, act));
    if (is.starts.us == act->starts.us && text_equal(is.place, act->place))
        act_problem(run, "planned", "It is planned for this day, time and place already: change one of them");
    if (!date_equal(act->was, act->planned))
        TRY(ask_days(run, act, &facts, &words));
    return act_gates_said(run, &facts, &words);
}

Err core_group_moved_now(const struct act_now *now, struct core_group_moved *act)
{
    struct now_meeting is;
    bool found = false;
    if (act->meeting.n != 0)
        TRY(now_meeting(now->read, act->meeting, &is, &found));
    if (!found)
        return ok();
    act->planned = is.planned;
    act->at = is.starts.us == INSTANT_NONE.us ? TIME_NONE : instant_london_minutes(is.starts);
    act->place = is.place;
    return ok();
}

Err core_group_moved_apply(Tx *tx, const struct entry *entry, const struct core_group_moved *act)
{
    return core_group_move(tx, act->meeting, act->planned, act->starts, act->place, entry->number, act->was);
}
