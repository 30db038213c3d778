#include "acts/review/plan_ended_otherwise_act.h"

#include "acts/plan/plan_acts.h"
#include "store/review_sql.h"

enum { GROWN_UP = 18 };

/* How a case goes on after each of these ends. The others have their own act, named in `instead`. */
static const struct end_row {
    enum move move;
    enum closure_reason closes;
    const char *instead;
} ENDS[PLAN_END_REASON_COUNT] = {
    [PLAN_END_REASON_REVIEW_DECIDED] = {MOVE_NONE, CLOSURE_REASON_NONE, "Record what the review conference decided: that ends the plan"},
    [PLAN_END_REASON_MOVED] = {MOVE_PLAN_ENDS_OTHERWISE, CLOSURE_REASON_RC5, ""},
    [PLAN_END_REASON_EIGHTEEN] = {MOVE_PLAN_ENDS_OTHERWISE, CLOSURE_REASON_RC7, ""},
    [PLAN_END_REASON_DIED] = {MOVE_NONE, CLOSURE_REASON_NONE, "Record the death on the child's own page: that ends the plan"},
    [PLAN_END_REASON_PREGNANCY_LOST] = {MOVE_NONE, CLOSURE_REASON_NONE, "Record the loss on the child's own page: that ends the plan"},
    [PLAN_END_REASON_LOOKED_AFTER] = {MOVE_PLAN_ENDS_LOOKED_AFTER, CLOSURE_REASON_NONE, ""},
    [PLAN_END_REASON_LEFT_COUNTRY] = {MOVE_PLAN_ENDS_OTHERWISE, CLOSURE_REASON_RC7, ""},
};

/* A child who turned 18 did so, by the date of birth we have. */
static Err check_age(struct act_run *run, const struct plan_ended_otherwise *act)
{
    struct child_born_on born;
    TRY(child_born_on(run->read, act->child, &born));
    if (act->reason == PLAN_END_REASON_EIGHTEEN && (date_is_none(born.born) || date_age_years(born.born, act->ended) < GROWN_UP))
        act_problem(run, "reason", "By the date of birth on record the child was not 18 on that day");
    return ok();
}

static Err ask_gates(struct act_run *run, const struct plan_ended_otherwise *act)
{
    struct support_answered_for support;
    struct facts facts = {.agencies_to_tell = 1, .agencies_told = act->told == YESNO_YES};
    bool found;
    TRY(support_answered_for(run->read, (PlanId){run->target}, &support, &found));
    facts.end_evidence = !text_is_empty(text_trim(act->evidence));
    facts.end_by_move = act->reason == PLAN_END_REASON_MOVED;
    facts.receiving_authority_confirmed = !date_is_none(act->confirmed_on) && !date_is_none(act->their_conference) &&
                                          !date_before(act->confirmed_on, act->their_conference);
    facts.support_answered = found;
    return act_gates(run, &facts);
}

Err plan_ended_otherwise_decide(struct act_run *run, struct plan_ended_otherwise *act)
{
    struct plan_places places;
    const struct end_row *end = &ENDS[act->reason];
    TRY(plan_places(run, NULL, 0, "ended", &places));
    act->child = places.at[0].is.child;
    if (end->move == MOVE_NONE) {
        act_problem(run, "reason", end->instead);
        return ok();
    }
    if (date_before(act->ended, places.at[0].is.started))
        act_problem(run, "ended", "The plan began after that day");
    TRY(check_age(run, act));
    TRY(ask_gates(run, act));
    if (act->reason == PLAN_END_REASON_MOVED) /* before the plan's end of the same day: it is why a limit is no longer needed */
        TRY(act_happened(run, act->child, EVENT_TRANSFERRED, act->ended));
    TRY(act_happened(run, act->child, EVENT_PLAN_ENDED, act->ended));
    TRY(act_move(run, act->child, end->move, end->closes));
    return end->closes == CLOSURE_REASON_NONE ? ok() : act_happened(run, act->child, EVENT_EPISODE_CLOSED, act->ended);
}

Err plan_ended_otherwise_apply(Tx *tx, const struct entry *entry, const struct plan_ended_otherwise *act)
{
    PlanId plan = {entry->target};
    TRY(plan_end(tx, plan, act->ended, act->reason, act->evidence));
    if (act->reason == PLAN_END_REASON_MOVED)
        TRY(plan_received(tx, plan, act->receiving, act->their_conference, act->confirmed_on));
    return core_members_leave(tx, plan, act->ended);
}
