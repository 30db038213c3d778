#include "acts/plan/action_set_act.h"

#include "acts/plan/plan_acts.h"
#include "rules/words.h"
#include "store/now_sql.h"
#include "store/plan_action_sql.h"

/* An action that was written for several plans is changed in all of those that the act is about. */
static Err replace(struct act_run *run, ActionId together, struct action_set_plans *row)
{
    struct plan_action_together before;
    bool found;
    TRY(plan_action_together(run->read, row->plan, together, &before, &found));
    if (!found)
        return ok();
    row->replaces = before.action;
    row->line = before.line;
    row->progress = before.progress;
    row->rolled = before.rolled;
    return ok();
}

/* The row in each plan, and which one it replaces. */
static Err decide_plan(struct act_run *run, const struct action_set *act, const struct plan_place *place, struct action_set_plans *row)
{
    *row = (struct action_set_plans){.plan = place->plan, .child = place->is.child, .version = place->version,
        .opens = place->opens ? YESNO_YES : YESNO_NO, .progress = ACTION_PROGRESS_NOT_STARTED};
    if (act->change != ACTION_CHANGE_NEW)
        TRY(replace(run, act->together, row));
    if (act->change == ACTION_CHANGE_DROP) {
        if (row->replaces.n == 0)
            row->opens = YESNO_NO;
        return ok();
    }
    row->action = (ActionId){act_new_id(run)};
    if (row->line.n == 0)
        row->line = row->action;
    return ok();
}

/* What it is a change of; a new action belongs together with its rows in the other plans. */
static Err find_together(struct act_run *run, struct action_set *act)
{
    struct plan_action_of before;
    bool found;
    if (act->change == ACTION_CHANGE_NEW) {
        act->together = (ActionId){act_new_id(run)};
        return ok();
    }
    TRY(plan_action_of(run->read, (PlanId){run->target}, act->action, &before, &found));
    if (!found)
        act_problem(run, "action", "Choose an action that stands in this plan");
    else
        act->together = before.together;
    return ok();
}

Err action_set_decide(struct act_run *run, struct action_set *act)
{
    struct plan_places places;
    struct facts facts = {0};
    TRY(plan_places(run, act->also.at, act->also.count, "change", &places));
    TRY(find_together(run, act));
    if (act->change != ACTION_CHANGE_DROP && act->audience == AUDIENCE_NONE)
        act->audience = AUDIENCE_EVERYONE;
    act->plans.at = ARENA_MANY(run->arena, places.count, struct action_set_plans);
    act->plans.count = places.count;
    for (size_t i = 0; i < places.count; i++)
        TRY(decide_plan(run, act, &places.at[i], &act->plans.at[i]));
    facts.words_promise_separation = words_have(act->what, WORDS_PROMISE_SEPARATION) + words_have(act->measure, WORDS_PROMISE_SEPARATION) +
                                     words_have(act->notices, WORDS_PROMISE_SEPARATION);
    return act_gates(run, &facts);
}

/* The action that the address names, as it stands, in all the plans it was written for. */
Err action_set_now(const struct act_now *now, struct action_set *act)
{
    struct now_action is;
    struct now_action_plans_rows plans;
    bool found;
    TRY(now_action(now->read, act->action, &is, &found));
    if (!found)
        return ok();
    act->what = is.what;
    act->owner = is.owner;
    act->owner_person = is.owner_person;
    act->owner_words = is.owner_words;
    act->by_when = is.by_when;
    act->repeats = is.repeats;
    act->how_often = is.how_often;
    act->measure = is.measure;
    act->aim = is.aim;
    act->notices = is.notices;
    act->because = is.because;
    act->keep_why = is.kept_why;
    act->audience = is.audience;
    act->not_to = is.not_to;
    TRY(now_action_plans(now->read, is.together, (PlanId){now->target}, &plans));
    act->also.at = ARENA_MANY(now->read->arena, plans.count, PlanId);
    act->also.count = plans.count;
    for (size_t i = 0; i < plans.count; i++)
        act->also.at[i] = plans.at[i].plan;
    return ok();
}

Err action_set_apply(Tx *tx, const struct entry *entry, const struct action_set *act)
{
    for (size_t i = 0; i < act->plans.count; i++) {
        const struct action_set_plans *row = &act->plans.at[i];
        if (row->opens == YESNO_YES)
            TRY(plan_opens_version(tx, row->plan, row->version, act->because, entry));
        if (row->replaces.n != 0)
            TRY(plan_action_until(tx, row->replaces, row->version));
        if (row->action.n != 0)
            TRY(plan_action_add(tx, row->action, row->plan, row->child, row->line, act->together, act->what, act->owner, act->owner_person,
                                act->owner_words, act->by_when, act->repeats, act->how_often, act->measure, act->aim, act->notices,
                                act->because, act->keep_why, act->audience, act->not_to, row->progress, row->rolled, row->version));
    }
    return ok();
}
