#include "acts/plan/plan_written_act.h"

#include "acts/plan/plan_acts.h"
#include "rules/words.h"
#include "store/plan_version_sql.h"

static bool is_empty(const struct plan_written *act)
{
#define SECTION(name, title, own_title, part, needed, source) &&text_is_empty(act->name)
    return true
#include "rules/plan_sections.def"
        ;
#undef SECTION
}

/* How many sections hold such words. */
static int sections_with(const struct plan_written *act, enum words_remark remark)
{
#define SECTION(name, title, own_title, part, needed, source) +words_have(act->name, remark)
    return 0
#include "rules/plan_sections.def"
        ;
#undef SECTION
}

Err plan_written_decide(struct act_run *run, struct plan_written *act)
{
    struct plan_places places;
    struct facts facts = {0};
    TRY(plan_places(run, NULL, 0, "because", &places));
    if (is_empty(act))
        act_problem(run, "harm", "Add at least one section of the plan");
    act->child = places.at[0].is.child;
    act->version = places.at[0].version;
    act->opens = places.at[0].opens ? YESNO_YES : YESNO_NO;
    facts.words_promise_separation = sections_with(act, WORDS_PROMISE_SEPARATION);
    facts.words_promise_court = sections_with(act, WORDS_PROMISE_COURT);
    return act_gates(run, &facts);
}

Err plan_written_now(const struct act_now *now, struct plan_written *act)
{
    struct plan_version_newest newest;
    struct plan_version_words is;
    PlanId plan = {now->target};
    TRY(plan_version_newest(now->read, plan, &newest));
    TRY(plan_version_words(now->read, plan, newest.version, &is));
#define SECTION(name, title, own_title, part, needed, source) act->name = is.name;
#include "rules/plan_sections.def"
#undef SECTION
    return ok();
}

Err plan_written_apply(Tx *tx, const struct entry *entry, const struct plan_written *act)
{
    PlanId plan = {entry->target};
    if (act->opens == YESNO_YES)
        TRY(plan_version_draft(tx, plan, act->version, act->because, entry->number));
    return plan_version_write(tx, plan, act->version, act->because, act->harm, act->cause, act->risks, act->why_needed, act->strengths,
                              act->child_needs, act->parent_needs, act->cared_for, act->when_seen, act->support, act->goals_short,
                              act->goals_long, act->contingency, act->proceedings, act->safety);
}
