#include "acts/enquiry/strategy_discussion_act.h"

#include "acts/enquiry/concerned.h"
#include "acts/enquiry/told.h"
#include "store/assessment_sql.h"
#include "store/enquiry_sql.h"
#include "store/referral_sql.h"
#include "store/strategy_sql.h"
#include "store/told_sql.h"

/* The day on which the concern came in: as said; else, where a referral led straight to it, that of the referral; else the day of the discussion. */
static Err find_concern(struct act_run *run, const struct strategy_discussion *act, ChildId child, enum stage stage, Date *ret_raised)
{
    struct referral_last_of referral;
    bool found;
    *ret_raised = date_is_none(act->concern_on) ? act->held_on : act->concern_on;
    if (!date_is_none(act->concern_on) || (stage != STAGE_REFERRAL && stage != STAGE_STRATEGY))
        return ok();
    TRY(referral_last_of(run->read, child, &referral, &found));
    if (found && date_before(referral.received, act->held_on))
        *ret_raised = referral.received;
    return ok();
}

/* A section 47 enquiry, and an assessment beside it when none is running. The concern that led to it starts time limits too. */
static Err start_enquiry(struct act_run *run, struct strategy_discussion *act, ChildId child, enum stage stage)
{
    struct assessment_running running;
    bool found;
    Date raised;
    TRY(find_concern(run, act, child, stage, &raised));
    act->enquiries.at[act->enquiries.count++] = (struct strategy_discussion_enquiries){child, {act_new_id(run)}};
    TRY(assessment_running(run->read, child, &running, &found));
    if (!found)
        act->assessments.at[act->assessments.count++] = (struct strategy_discussion_assessments){child, {act_new_id(run)}};
    TRY(act_move(run, child, MOVE_STRATEGY_ENQUIRY, CLOSURE_REASON_NONE));
    TRY(act_happened(run, child, EVENT_CONCERN_RAISED, raised));
    return act_happened(run, child, EVENT_ENQUIRY_STARTED, act->held_on);
}

/* A second discussion while the enquiry runs changes nothing of where the child's case stands. */
static Err goes_on(struct act_run *run, ChildId child)
{
    struct enquiry_last_of last;
    bool found;
    TRY(enquiry_last_of(run->read, child, &last, &found));
    if (!found || !date_is_none(last.concluded))
        act_problem(run, "children", "No enquiry is running for a child you chose");
    return ok();
}

/* `stage`: where the child's case stood before the discussion. */
static Err follow(struct act_run *run, struct strategy_discussion *act, ChildId child, enum stage stage, enum strategy_outcome outcome)
{
    switch (outcome) {
    case STRATEGY_OUTCOME_S47_SINGLE:
    case STRATEGY_OUTCOME_S47_JOINT: return start_enquiry(run, act, child, stage);
    case STRATEGY_OUTCOME_ASSESSMENT: return act_move(run, child, MOVE_STRATEGY_ASSESSMENT, CLOSURE_REASON_NONE);
    case STRATEGY_OUTCOME_CHILD_IN_NEED: return act_move(run, child, MOVE_STRATEGY_CHILD_IN_NEED, CLOSURE_REASON_NONE);
    case STRATEGY_OUTCOME_CLOSE:
        TRY(concerned_assessment_finished(run, child, "children"));
        return act_move(run, child, MOVE_STRATEGY_CLOSE, CLOSURE_REASON_RC8);
    case STRATEGY_OUTCOME_ENQUIRY_GOES_ON: return goes_on(run, child);
    case STRATEGY_OUTCOME_PLAN_GOES_ON: return act_move(run, child, MOVE_STRATEGY_PLAN_GOES_ON, CLOSURE_REASON_NONE);
    case STRATEGY_OUTCOME_NONE:
    case STRATEGY_OUTCOME_COUNT: break;
    }
    return err(BROKEN, "a strategy discussion without an outcome");
}

static bool took_part(const struct strategy_discussion *act, enum agency_kind kind)
{
    return (act->took_part & (UINT64_C(1) << kind)) != 0;
}

/* The gates of an enquiry are asked only when one is to begin. */
static Err ask_gates(struct act_run *run, const struct strategy_discussion *act)
{
    struct facts facts = {
        .social_care_took_part = took_part(act, AGENCY_KIND_SOCIAL_CARE),
        .police_took_part = took_part(act, AGENCY_KIND_POLICE),
        .health_took_part = took_part(act, AGENCY_KIND_HEALTH),
    };
    struct told_parents_list parents = {0};
    for (size_t i = 0; i < act->enquiries.count; i++) {
        struct enquiry_last_of last;
        bool found;
        TRY(enquiry_last_of(run->read, act->enquiries.at[i].child, &last, &found));
        facts.enquiries_running += found && date_is_none(last.concluded);
        TRY(told_list_parents(run, act->enquiries.at[i].child, &parents));
    }
    for (size_t i = 0; i < act->parents.count; i++)
        told_answered(&parents, act->parents.at[i].person);
    facts.parents = (int)parents.count;
    facts.parents_told_or_why_not = told_count_answered(&parents);
    return act_gates(run, &facts);
}

Err strategy_discussion_decide(struct act_run *run, struct strategy_discussion *act)
{
    size_t count = act->children.count;
    concerned_nobody(run, count, "children", "Say what was decided for at least one child");
    if (!date_is_none(act->concern_on) && date_before(act->held_on, act->concern_on))
        act_problem(run, "concern_on", "The concern came in before the discussion, or on its day");
    act->strategy = (StrategyId){act_new_id(run)};
    act->enquiries.at = ARENA_MANY(run->arena, count, struct strategy_discussion_enquiries);
    act->enquiries.count = 0;
    act->assessments.at = ARENA_MANY(run->arena, count, struct strategy_discussion_assessments);
    act->assessments.count = 0;
    act->told_ids.at = ARENA_MANY(run->arena, act->parents.count, struct strategy_discussion_told_ids);
    act->told_ids.count = 0;
    for (size_t i = 0; i < count; i++) {
        ChildId child = act->children.at[i].child;
        enum stage stage;
        TRY(family_child_concerned(run, child));
        TRY(act_stage(run, child, &stage));
        TRY(act_move(run, child, MOVE_HOLD_STRATEGY, CLOSURE_REASON_NONE));
        TRY(act_happened(run, child, EVENT_STRATEGY_DISCUSSION, act->held_on));
        TRY(follow(run, act, child, stage, act->children.at[i].outcome));
    }
    for (size_t i = 0; i < act->parents.count; i++) {
        TRY(told_concerns(run, act->parents.at[i].person));
        act->told_ids.at[act->told_ids.count++] = (struct strategy_discussion_told_ids){{act_new_id(run)}};
    }
    return act->enquiries.count > 0 ? ask_gates(run, act) : ok();
}

Err strategy_discussion_apply(Tx *tx, const struct entry *entry, const struct strategy_discussion *act)
{
    TRY(strategy_add(tx, act->strategy, entry->family, act->held_on,
                     code_set_text(tx->read->arena, &AGENCY_KIND_LIST, act->took_part), act->known));
    for (size_t i = 0; i < act->children.count; i++)
        TRY(strategy_child_add(tx, act->strategy, act->children.at[i].child, act->children.at[i].outcome, act->children.at[i].reason));
    for (size_t i = 0; i < act->enquiries.count; i++)
        TRY(enquiry_open(tx, act->enquiries.at[i].enquiry, act->enquiries.at[i].child, entry->family, act->strategy, act->held_on));
    for (size_t i = 0; i < act->assessments.count; i++)
        TRY(assessment_add(tx, act->assessments.at[i].assessment, act->assessments.at[i].child, entry->family, act->held_on));
    for (size_t i = 0; i < act->told_ids.count; i++) {
        const struct strategy_discussion_parents *row = &act->parents.at[i];
        TRY(told_add(tx, act->told_ids.at[i].told, entry->family, row->person, row->told_on, row->told == YESNO_YES ? entry->actor : (PersonId){0},
                     row->said, row->not_yet_why, entry->number));
    }
    return ok();
}
