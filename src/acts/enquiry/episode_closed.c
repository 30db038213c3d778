#include "acts/enquiry/episode_closed_act.h"

#include "acts/enquiry/concerned.h"
#include "store/assessment_sql.h"
#include "store/case_sql.h"
#include "store/child_in_need_sql.h"
#include "store/closing_sql.h"
#include "store/safety_plan_sql.h"

/* A reason 'after assessment' needs one that found so; a death is recorded as a death. The others stand on the manager's word. */
static Err fits(struct act_run *run, ChildId child, enum closure_reason reason, Date opened, bool *ret_fits)
{
    struct closing_death death;
    struct assessment_finished_since last;
    bool assessed, found;
    TRY(closing_death(run->read, child, &death, &found));
    bool died = found && !date_is_none(death.died);
    TRY(assessment_finished_since(run->read, child, opened, &last, &assessed));
    switch (reason) {
    case CLOSURE_REASON_RC2: *ret_fits = died; return ok();
    case CLOSURE_REASON_RC8: *ret_fits = !died && assessed && last.outcome != ASSESSMENT_OUTCOME_EARLY_HELP; return ok();
    case CLOSURE_REASON_RC9: *ret_fits = !died && assessed; return ok();
    case CLOSURE_REASON_RC1:
    case CLOSURE_REASON_RC3:
    case CLOSURE_REASON_RC4:
    case CLOSURE_REASON_RC5:
    case CLOSURE_REASON_RC6:
    case CLOSURE_REASON_RC7: *ret_fits = !died; return ok();
    case CLOSURE_REASON_NONE:
    case CLOSURE_REASON_COUNT: break;
    }
    return err(BROKEN, "a case closed without a reason");
}

static Err close_child(struct act_run *run, const struct episode_closed_children *row, struct facts *facts)
{
    struct episode_of_child episode;
    struct closing_open open;
    bool found, reason_fits;
    TRY(episode_of_child(run->read, row->child, &episode, &found));
    TRY(closing_open(run->read, row->child, &open));
    TRY(fits(run, row->child, row->reason, found ? episode.opened : run->today, &reason_fits));
    facts->plans_open += (int)open.plans;
    facts->enquiries_open += (int)open.enquiries;
    facts->assessments_open += (int)open.assessments;
    facts->closure_reason_fits = facts->closure_reason_fits && reason_fits;
    return act_move(run, row->child, MOVE_CLOSE, row->reason);
}

Err episode_closed_decide(struct act_run *run, struct episode_closed *act)
{
    struct facts facts = {.closure_reason_fits = true};
    concerned_nobody(run, act->children.count, "children", "Choose at least one child whose case is closed");
    for (size_t i = 0; i < act->children.count; i++) {
        TRY(family_child_concerned(run, act->children.at[i].child));
        TRY(close_child(run, &act->children.at[i], &facts));
    }
    return act_gates(run, &facts);
}

Err episode_closed_apply(Tx *tx, const struct entry *entry, const struct episode_closed *act)
{
    for (size_t i = 0; i < act->children.count; i++) {
        ChildId child = act->children.at[i].child;
        TRY(closing_add(tx, child, entry->number, act->children.at[i].reason, act->children.at[i].summary));
        TRY(child_in_need_end(tx, child, tx->read->today));
        TRY(safety_plan_end(tx, child, tx->read->today));
    }
    return ok();
}
