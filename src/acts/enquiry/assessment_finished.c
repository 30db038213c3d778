#include "acts/enquiry/assessment_finished_act.h"

#include "acts/enquiry/concerned.h"
#include "store/assessment_sql.h"

/* While an enquiry, a conference or a plan goes on, that decides what follows; otherwise the assessment does. */
enum { DECIDED_ELSEWHERE = 1 << STAGE_STRATEGY | 1 << STAGE_ENQUIRY | 1 << STAGE_ENQUIRY_RISK | 1 << STAGE_TRANSFER_IN |
                           1 << STAGE_CONFERENCE_CALLED | 1 << STAGE_ON_A_PLAN };

static Err follow(struct act_run *run, ChildId child, enum assessment_outcome outcome)
{
    enum stage stage;
    TRY(act_stage(run, child, &stage));
    if (outcome == ASSESSMENT_OUTCOME_CHILD_IN_NEED && stage == STAGE_CHILD_IN_NEED)
        return ok();
    switch (outcome) {
    case ASSESSMENT_OUTCOME_CLOSE: return act_move(run, child, MOVE_ASSESSMENT_CLOSE, CLOSURE_REASON_RC8);
    case ASSESSMENT_OUTCOME_EARLY_HELP: return act_move(run, child, MOVE_ASSESSMENT_EARLY_HELP, CLOSURE_REASON_RC9);
    case ASSESSMENT_OUTCOME_CHILD_IN_NEED: return act_move(run, child, MOVE_ASSESSMENT_CHILD_IN_NEED, CLOSURE_REASON_NONE);
    case ASSESSMENT_OUTCOME_STRATEGY: return act_move(run, child, MOVE_HOLD_STRATEGY, CLOSURE_REASON_NONE);
    case ASSESSMENT_OUTCOME_WITH_ENQUIRY: {
        if (((1 << stage) & DECIDED_ELSEWHERE) == 0)
            act_problem(run, "children", "Say what follows the assessment: nothing else decides it for this child");
        return ok();
    }
    case ASSESSMENT_OUTCOME_NONE:
    case ASSESSMENT_OUTCOME_COUNT: break;
    }
    return err(BROKEN, "an assessment without an outcome");
}

static const struct assessment_finished_children *row_of(const struct assessment_finished *act, ChildId child)
{
    for (size_t i = 0; i < act->children.count; i++)
        if (act->children.at[i].child.n == child.n)
            return &act->children.at[i];
    return NULL;
}

/* Every child whose assessment runs gets a judgement of their own: none is left out because of a brother or sister. */
Err assessment_finished_decide(struct act_run *run, struct assessment_finished *act)
{
    struct assessments_running_rows running;
    bool manager;
    TRY(assessments_running(run->read, run->family, &running));
    TRY(concerned_manager(run, act->authorised_by, &manager));
    if (!manager)
        act_problem(run, "authorised_by", "An assessment is authorised by a team manager or a service manager");
    if (running.count == 0)
        act_problem(run, "children", "No assessment is running for this family");
    act->finished.at = ARENA_MANY(run->arena, running.count, struct assessment_finished_finished);
    act->finished.count = 0;
    for (size_t i = 0; i < running.count; i++) {
        const struct assessment_finished_children *row = row_of(act, running.at[i].child);
        TRY(family_child_concerned(run, running.at[i].child));
        if (row == NULL) {
            act_problem(run, "children", "Judge the risk for each child who is being assessed");
            continue;
        }
        if (date_before(act->finished_on, running.at[i].started))
            act_problem(run, "finished_on", "The assessment cannot be finished before it started");
        TRY(act_happened(run, row->child, EVENT_ASSESSMENT_DONE, act->finished_on));
        TRY(follow(run, row->child, row->outcome));
        act->finished.at[act->finished.count++] = (struct assessment_finished_finished){row->child, running.at[i].assessment};
    }
    if (act->children.count > act->finished.count && running.count > 0)
        act_problem(run, "children", "Judge the risk only for children whose assessment is running");
    return ok();
}

Err assessment_finished_apply(Tx *tx, const struct entry *entry, const struct assessment_finished *act)
{
    (void)entry;
    for (size_t i = 0; i < act->finished.count; i++) {
        const struct assessment_finished_children *row = row_of(act, act->finished.at[i].child);
        if (row != NULL)
            TRY(assessment_finish(tx, act->finished.at[i].assessment, act->finished_on, act->authorised_by, row->judgement,
                                  row->judgement_why, row->needs, row->strengths, row->child_words, row->outcome));
    }
    return ok();
}
