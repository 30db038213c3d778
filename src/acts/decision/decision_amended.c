#include "acts/decision/decision_amended_act.h"

#include "acts/conference/at_conference.h"
#include "store/decision_sql.h"
#include "store/plan_sql.h"

/* What stands in the part that is put right, as the decision's row has it. */
static Text stands_in(const struct decision_of *row, enum decision_part part)
{
    switch (part) {
    case DECISION_PART_CATEGORIES: return row->categories;
    case DECISION_PART_HARM_KINDS: return row->harm_kinds;
    case DECISION_PART_HARM: return row->harm;
    case DECISION_PART_CAUSE: return row->cause;
    case DECISION_PART_REASON: return row->reason;
    case DECISION_PART_NONE:
    case DECISION_PART_COUNT: break;
    }
    return TEXT_NONE;
}

/* What stands there from now on. Codes outlive the words when those are erased, as a plan's categories do. */
static Text is_right(Arena *arena, const struct decision_amended *act)
{
    return act->part == DECISION_PART_CATEGORIES   ? code_set_text(arena, &CATEGORY_LIST, act->categories)
           : act->part == DECISION_PART_HARM_KINDS ? code_set_text(arena, &HARM_KIND_LIST, act->harm_kinds)
                                                   : act->words;
}

Err decision_amended_decide(struct act_run *run, struct decision_amended *act)
{
    struct facts facts = {0};
    struct at_conference at;
    struct decision_of row;
    struct plan_open_of open;
    bool found, is_open;
    TRY(at_conference(run, &facts, &at));
    if (at_child(&at, act->child) == NULL)
        return err(NOT_FOUND, "a child the conference isn't about");
    TRY(decision_of(run->read, at.id, act->child, &row, &found));
    if (!found) { /* the gate says it of the whole conference */
        if (at_is_open(run->kind->name, at.now.state))
            act_problem(run, "child", "Nothing was decided for this child here");
        return act_gates(run, &facts);
    }
    act->amendment = act_new_id(run);
    act->was = stands_in(&row, act->part);
    if (act->part != DECISION_PART_REASON && !decision_has_plan(row.decision))
        act_problem(run, "part", "Only a decision for a plan has categories and harm");
    else if (text_equal(act->was, is_right(run->arena, act)))
        act_problem(run, "part", "This is what stands there already");
    TRY(plan_open_of(run->read, act->child, &open, &is_open));
    /* the plan has the categories of the last conference that decided about the child */
    if (act->part == DECISION_PART_CATEGORIES && row.later == 0 && is_open && open.plan.n == row.plan.n)
        act->plan = row.plan;
    return act_gates(run, &facts);
}

/* The part that the address names, as it stands: nothing is typed twice to put one word right. */
Err decision_amended_now(const struct act_now *now, struct decision_amended *act)
{
    struct decision_of row;
    bool found = false;
    if (act->child.n != 0)
        TRY(decision_of(now->read, (ConferenceId){now->target}, act->child, &row, &found));
    if (!found)
        return ok();
    act->categories = code_set_of(&CATEGORY_LIST, row.categories);
    act->harm_kinds = code_set_of(&HARM_KIND_LIST, row.harm_kinds);
    if (act->part == DECISION_PART_HARM || act->part == DECISION_PART_CAUSE || act->part == DECISION_PART_REASON)
        act->words = stands_in(&row, act->part);
    return ok();
}

Err decision_amended_apply(Tx *tx, const struct entry *entry, const struct decision_amended *act)
{
    ConferenceId conference = {entry->target};
    Text right = is_right(tx->read->arena, act);
    TRY(decision_amend(tx, conference, act->child, act->part, right));
    TRY(decision_amendment_add(tx, act->amendment, conference, act->child, act->part, act->was, right, act->why,
                               instant_london_date(entry->recorded_at), entry->number));
    return act->plan.n == 0 ? ok() : plan_recategorise(tx, act->plan, right);
}
