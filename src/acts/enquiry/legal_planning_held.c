#include "acts/enquiry/legal_planning_held_act.h"

#include "acts/enquiry/concerned.h"
#include "store/legal_planning_sql.h"

static Err ask_gates(struct act_run *run, const struct legal_planning_held *act)
{
    struct facts facts = {
        .emergency = act->emergency == YESNO_YES,
        .family_group_offered_or_why_not = act->family_group != YESNO_NONE,
        .letter_says_what_and_why = !text_is_empty(act->letter),
    };
    return act_gates(run, &facts);
}

/* Either way the parents get a letter; only an application in an emergency goes before it. */
Err legal_planning_held_decide(struct act_run *run, struct legal_planning_held *act)
{
    bool applies = false;
    concerned_nobody(run, act->children.count, "children", "Say what was decided for at least one child");
    act->held.at = ARENA_MANY(run->arena, act->children.count, struct legal_planning_held_held);
    act->held.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        const struct legal_planning_held_children *row = &act->children.at[i];
        struct legal_planning_waiting waiting;
        bool found;
        TRY(family_child_concerned(run, row->child));
        TRY(legal_planning_waiting(run->read, row->child, &waiting, &found));
        if (!found) {
            act_problem(run, "children", "Call a legal planning meeting for this child first");
            continue;
        }
        if (row->outcome == LEGAL_OUTCOME_APPLY_NOW) {
            applies = true;
            TRY(act_move(run, row->child, MOVE_APPLY_TO_COURT, CLOSURE_REASON_NONE));
        }
        act->held.at[act->held.count++] = (struct legal_planning_held_held){row->child, waiting.planning};
    }
    if (!applies && text_is_empty(act->letter))
        act_problem(run, "letter", "Say what the parents are told: what is planned, and why");
    return applies ? ask_gates(run, act) : ok();
}

Err legal_planning_held_apply(Tx *tx, const struct entry *entry, const struct legal_planning_held *act)
{
    (void)entry;
    for (size_t i = 0; i < act->held.count; i++) {
        const struct legal_planning_held_children *row = &act->children.at[i];
        TRY(legal_planning_decide(tx, act->held.at[i].planning, act->held_on, row->outcome, row->reason, act->advice, act->letter, act->letter_on,
                                  act->family_group == YESNO_YES, act->no_family_group_why, row->sought, row->applied_on));
    }
    return ok();
}
