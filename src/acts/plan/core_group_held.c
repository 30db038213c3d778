#include "acts/plan/core_group_held_act.h"

#include "acts/plan/plan_acts.h"
#include "store/core_group_sql.h"
#include "store/plan_action_sql.h"

enum { REVIEWED_MOST = 200 };
#define NOT_REVIEWED SIZE_MAX

/* The row about this action; one that was written for several plans is answered once. */
static Err find_row(struct act_run *run, const struct core_group_held *act, const struct plan_actions_in_force *action, size_t *ret_row)
{
    *ret_row = NOT_REVIEWED;
    for (size_t i = 0; i < act->actions.count; i++) {
        struct action_together is;
        bool found;
        TRY(action_together(run->read, act->actions.at[i].action, run->family, &is, &found));
        if (act->actions.at[i].action.n == action->action.n || (found && is.together.n == action->together.n)) {
            *ret_row = i;
            return ok();
        }
    }
    return ok();
}

/* Put off once more: still to be done, and its day is past, or said to be late. */
static bool rolls_over(enum action_progress progress, Date by_when, Date held)
{
    if (progress == ACTION_PROGRESS_DONE || progress == ACTION_PROGRESS_DROPPED)
        return false;
    return progress == ACTION_PROGRESS_LATE || (!date_is_none(by_when) && !date_before(held, by_when));
}

/* SA-23: each action of the plan in force is looked at. */
static Err review_actions(struct act_run *run, struct core_group_held *act, const struct plan_place *place)
{
    struct plan_actions_in_force_rows actions;
    TRY(plan_actions_in_force(run->read, place->plan, place->in_force, &actions));
    for (size_t i = 0; i < actions.count; i++) {
        const struct plan_actions_in_force *action = &actions.at[i];
        size_t row;
        TRY(find_row(run, act, action, &row));
        if (row == NOT_REVIEWED) {
            act_problem(run, "actions", text_string(run->arena, text_format(run->arena, "Say how this action is going: %.*s", TEXT_ARGS(action->what))));
            continue;
        }
        if (act->reviewed.count == REVIEWED_MOST)
            return err(NOT_VALID, "too many actions in one core group");
        bool rolled = rolls_over(act->actions.at[row].progress, action->by_when, act->held_on);
        act->reviewed.at[act->reviewed.count++] = (struct core_group_held_reviewed){.of = (int64_t)row, .plan = place->plan,
            .child = place->is.child, .action = action->action, .line = action->line, .rolled = action->rolled + rolled};
    }
    return ok();
}

/* SB-16: attendance or apologies of each member. */
static Err check_attendance(struct act_run *run, const struct core_group_held *act)
{
    struct core_members_of_rows members;
    TRY(core_members_of(run->read, (PlanId){run->target}, &members));
    if (members.count == 0)
        act_problem(run, "attendance", "Say first who is in the core group");
    for (size_t i = 0; i < members.count; i++) {
        bool there = false;
        for (size_t k = 0; k < act->attendance.count; k++)
            there |= act->attendance.at[k].person.n == members.at[i].person.n;
        if (!there)
            act_problem(run, "attendance", "Say for each member whether they came");
    }
    return ok();
}

/* A planned meeting of this family that has not been held, or a new one. */
static Err find_meeting(struct act_run *run, struct core_group_held *act)
{
    struct core_group_of is;
    bool found;
    act->number = act->meeting.n != 0 ? act->meeting : (MeetingId){act_new_id(run)};
    if (act->meeting.n == 0)
        return ok();
    TRY(core_group_of(run->read, act->meeting, run->family, &is, &found));
    if (!found)
        act_problem(run, "meeting", "Choose a core group of this family");
    else if (!date_is_none(is.held))
        act_problem(run, "meeting", "This core group has been recorded");
    return ok();
}

Err core_group_held_decide(struct act_run *run, struct core_group_held *act)
{
    struct plan_places places;
    TRY(plan_places(run, act->also.at, act->also.count, "held_on", &places));
    TRY(find_meeting(run, act));
    TRY(check_attendance(run, act));
    act->plans.count = act->reviewed.count = 0;
    act->plans.at = ARENA_MANY(run->arena, places.count, struct core_group_held_plans);
    act->reviewed.at = ARENA_MANY(run->arena, REVIEWED_MOST, struct core_group_held_reviewed);
    for (size_t i = 0; i < places.count; i++) {
        ChildId child = places.at[i].is.child;
        act->plans.at[act->plans.count++] = (struct core_group_held_plans){places.at[i].plan, child};
        TRY(review_actions(run, act, &places.at[i]));
        TRY(act_move(run, child, MOVE_HOLD_CORE_GROUP, CLOSURE_REASON_NONE));
        TRY(act_happened(run, child, EVENT_CORE_GROUP, act->held_on));
    }
    return ok();
}

static Err apply_reviews(Tx *tx, const struct core_group_held *act)
{
    for (size_t i = 0; i < act->reviewed.count; i++) {
        const struct core_group_held_reviewed *row = &act->reviewed.at[i];
        const struct core_group_held_actions *said = &act->actions.at[row->of];
        TRY(action_review_add(tx, act->number, row->action, row->child, said->progress, said->note));
        TRY(plan_action_progress(tx, row->plan, row->line, said->progress, said->note, row->rolled));
    }
    return ok();
}

Err core_group_held_apply(Tx *tx, const struct entry *entry, const struct core_group_held *act)
{
    if (act->meeting.n == 0)
        TRY(core_group_plan(tx, act->number, entry->family, act->held_on, INSTANT_NONE, act->place));
    TRY(core_group_hold(tx, act->number, act->held_on, act->place, act->notes, act->family_group, act->family_group_note));
    for (size_t i = 0; i < act->plans.count; i++)
        TRY(core_group_about(tx, act->number, act->plans.at[i].child, act->plans.at[i].plan));
    for (size_t i = 0; i < act->attendance.count; i++)
        TRY(core_group_came(tx, act->number, entry->family, act->attendance.at[i].person, act->attendance.at[i].came, act->attendance.at[i].why));
    for (size_t i = 0; i < act->views.count; i++)
        TRY(core_group_says(tx, act->number, entry->family, act->views.at[i].person, act->views.at[i].answer, act->views.at[i].words,
                            act->views.at[i].ideas));
    return apply_reviews(tx, act);
}
