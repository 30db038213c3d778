#include "acts/enquiry/court_applied_act.h"

#include "acts/consequences.h"
#include "acts/enquiry/legal_route.h"
#include "store/legal_planning_sql.h"

/* The letter must have gone, and family group decision-making have been offered in it, for each child: the first without shuts the gate. */
Err court_applied_decide(struct act_run *run, struct court_applied *act)
{
    struct facts facts = {.emergency = act->emergency == YESNO_YES, .family_group_offered_or_why_not = 1, .letter_says_what_and_why = 1};
    act->applied.at = ARENA_MANY(run->arena, act->children.count, struct court_applied_applied);
    act->applied.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        struct legal_route_of route;
        TRY(legal_route_open(run, act->children.at[i], &route));
        if (!route.family_group && text_is_empty(route.no_family_group_why))
            facts.family_group_offered_or_why_not = 0;
        if (text_is_empty(route.letter) || date_is_none(route.letter_on))
            facts.letter_says_what_and_why = 0;
        TRY(act_move(run, act->children.at[i], MOVE_APPLY_TO_COURT, CLOSURE_REASON_NONE));
        act->applied.at[act->applied.count++] = (struct court_applied_applied){act->children.at[i], route.planning};
    }
    return act_gates(run, &facts);
}

Err court_applied_apply(Tx *tx, const struct entry *entry, const struct court_applied *act)
{
    (void)entry;
    for (size_t i = 0; i < act->applied.count; i++)
        TRY(legal_apply(tx, act->applied.at[i].planning, act->sought, act->applied_on, act->court, act->case_number, act->hearing_on));
    return ok();
}
