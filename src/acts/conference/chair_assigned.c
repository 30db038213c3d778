#include "acts/conference/chair_assigned_act.h"

#include "acts/conference/at_conference.h"
#include "acts/conference/chair.h"
#include "store/now_sql.h"
#include "store/worker_sql.h"

/* SE-08: a review keeps the last conference's chair, or says why not. Without a last one there is nothing to keep. */
static Err ask_last_chair(struct act_run *run, const struct at_conference *at, PersonId chair, struct facts *facts)
{
    facts->conference_is_review = at->now.kind == CONFERENCE_KIND_REVIEW && at->now.last.n != 0;
    if (!facts->conference_is_review)
        return ok();
    struct conference_now last;
    TRY(conference_now(run->read, at->now.last, &last));
    facts->chair_is_last_chair = last.chair.n == chair.n;
    return ok();
}

Err chair_assigned_decide(struct act_run *run, struct chair_assigned *act)
{
    struct facts facts = {0};
    struct at_conference at;
    struct gate_words words = {0};
    struct worker_of worker;
    bool found;
    TRY(at_conference(run, &facts, &at));
    TRY(worker_of(run->read, act->chair, &worker, &found));
    if (!found || worker.duty != DUTY_CHAIR)
        act_problem(run, "chair", "Choose somebody who chairs conferences");
    TRY(chair_stands(run->read, act->chair, at.id, &facts));
    TRY(ask_last_chair(run, &at, act->chair, &facts));
    act->children.at = ARENA_MANY(run->arena, at.children.count, struct chair_assigned_children);
    act->children.count = 0;
    for (size_t i = 0; i < at.children.count; i++) {
        ChildId child = at.children.at[i].child;
        act->children.at[act->children.count++] = (struct chair_assigned_children){child};
        TRY(act_end_access(run, 0, child, ROLE_CHAIR));
        TRY(act_grant(run, act->chair.n, child, ROLE_CHAIR, INSTANT_NONE));
    }
    TRY(at_booked_twice(run, at.id, act->chair, at.now.place, at.now.room, at.now.starts, &facts, &words));
    return act_gates_said(run, &facts, &words);
}

Err chair_assigned_now(const struct act_now *now, struct chair_assigned *act)
{
    struct now_booking is;
    bool found;
    TRY(now_booking(now->read, (ConferenceId){now->target}, &is, &found));
    if (found)
        act->chair = is.chair;
    return ok();
}

Err chair_assigned_apply(Tx *tx, const struct entry *entry, const struct chair_assigned *act)
{
    return conference_set_chair(tx, (ConferenceId){entry->target}, act->chair);
}
