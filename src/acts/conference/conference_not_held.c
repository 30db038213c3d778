#include "acts/conference/conference_not_held_act.h"

#include "acts/conference/at_conference.h"

Err conference_not_held_decide(struct act_run *run, struct conference_not_held *act)
{
    struct facts facts = {0};
    struct at_conference at;
    bool called_off = act->what == NOT_HELD_STOOD_DOWN;
    TRY(at_conference(run, &facts, &at));
    if (!called_off && (at.now.state == CONFERENCE_STATE_CALLED || at_never_met(at.now.state)))
        TRY(act_gate(run, MOVE_IS_OPEN, T("A conference that has no day can be stood down, and nothing else.")));
    for (size_t i = 0; i < at.children.count; i++) {
        TRY(act_move(run, at.children.at[i].child, called_off ? MOVE_STAND_DOWN : MOVE_RECONVENE, CLOSURE_REASON_NONE));
        TRY(act_happened(run, at.children.at[i].child, EVENT_CONFERENCE_INQUORATE, run->today));
    }
    return act_gates(run, &facts);
}

static enum conference_state state_after(enum not_held what)
{
    switch (what) {
    case NOT_HELD_INQUORATE: return CONFERENCE_STATE_INQUORATE;
    case NOT_HELD_ADJOURNED: return CONFERENCE_STATE_ADJOURNED;
    case NOT_HELD_STOOD_DOWN: return CONFERENCE_STATE_STOOD_DOWN;
    case NOT_HELD_NONE:
    case NOT_HELD_COUNT: break;
    }
    return CONFERENCE_STATE_NONE;
}

Err conference_not_held_apply(Tx *tx, const struct entry *entry, const struct conference_not_held *act)
{
    return conference_end(tx, (ConferenceId){entry->target}, state_after(act->what), entry->recorded_at, act->why);
}
