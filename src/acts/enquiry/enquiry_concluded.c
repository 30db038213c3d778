#include "acts/enquiry/enquiry_concluded_act.h"

#include "acts/enquiry/concerned.h"
#include "store/enquiry_sql.h"
#include "store/safety_plan_sql.h"

/* Where continuing risk was found a conference is called, or the review of a child on a plan is brought forward. */
static Err follow(struct act_run *run, const struct enquiry_concluded_children *row, Date on)
{
    if (row->outcome == S47_OUTCOME_SUBSTANTIATED_RISK)
        return act_move(run, row->child, MOVE_ENQUIRY_RISK, CLOSURE_REASON_NONE);
    TRY(act_happened(run, row->child, EVENT_ENQUIRY_NO_CONFERENCE, on));
    switch (row->next) {
    case ENQUIRY_NEXT_CHILD_IN_NEED: return act_move(run, row->child, MOVE_ENQUIRY_CHILD_IN_NEED, CLOSURE_REASON_NONE);
    case ENQUIRY_NEXT_PLAN_GOES_ON: return act_move(run, row->child, MOVE_ENQUIRY_PLAN_GOES_ON, CLOSURE_REASON_NONE);
    case ENQUIRY_NEXT_CLOSE:
        if (row->outcome == S47_OUTCOME_SUBSTANTIATED_NO_RISK)
            act_problem(run, "children", "Harm was found: support the child as a child in need");
        TRY(concerned_assessment_finished(run, row->child, "children"));
        return act_move(run, row->child, MOVE_ENQUIRY_CLOSE, CLOSURE_REASON_RC8);
    case ENQUIRY_NEXT_NONE:
    case ENQUIRY_NEXT_COUNT: break;
    }
    return err(BROKEN, "an enquiry concluded without saying what follows");
}

Err enquiry_concluded_decide(struct act_run *run, struct enquiry_concluded *act)
{
    concerned_nobody(run, act->children.count, "children", "Say what the enquiry found for at least one child");
    act->concluded.at = ARENA_MANY(run->arena, act->children.count, struct enquiry_concluded_concluded);
    act->concluded.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        const struct enquiry_concluded_children *row = &act->children.at[i];
        struct enquiry_last_of last;
        bool found;
        TRY(family_child_concerned(run, row->child));
        TRY(enquiry_last_of(run->read, row->child, &last, &found));
        if (!found || !date_is_none(last.concluded)) {
            act_problem(run, "children", "No enquiry is running for a child you chose");
            continue;
        }
        if (date_before(act->concluded_on, last.started))
            act_problem(run, "concluded_on", "The enquiry cannot end before it started");
        TRY(act_happened(run, row->child, EVENT_ENQUIRY_CONCLUDED, act->concluded_on));
        TRY(follow(run, row, act->concluded_on));
        act->concluded.at[act->concluded.count++] = (struct enquiry_concluded_concluded){row->child, last.enquiry};
    }
    return ok();
}

Err enquiry_concluded_apply(Tx *tx, const struct entry *entry, const struct enquiry_concluded *act)
{
    (void)entry;
    for (size_t i = 0; i < act->concluded.count; i++) {
        const struct enquiry_concluded_children *row = &act->children.at[i];
        TRY(enquiry_conclude(tx, act->concluded.at[i].enquiry, act->concluded_on, row->outcome,
                             code_set_text(tx->read->arena, &HARM_KIND_LIST, row->harm), row->significant, row->reason, row->next));
        if (row->outcome != S47_OUTCOME_SUBSTANTIATED_RISK) /* no conference is to meet: what kept the child safe until then ends */
            TRY(safety_plan_end(tx, row->child, act->concluded_on));
    }
    return ok();
}
