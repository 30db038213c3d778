#include "acts/plan/visit_recorded_act.h"

#include "acts/plan/plan_acts.h"
#include "store/visit_sql.h"

static bool was_seen(enum seen_how how) { return how == SEEN_HOW_ALONE || how == SEEN_HOW_WITH_OTHERS; }

/* A visit counts for the children who were seen, and for nobody else. */
static Err decide_child(struct act_run *run, struct visit_recorded *act, const struct visit_recorded_children *row)
{
    TRY(plan_child(run, row->child));
    TRY(act_move(run, row->child, MOVE_RECORD_VISIT, CLOSURE_REASON_NONE));
    act->seen.at[act->seen.count++] = (struct visit_recorded_seen){.part = act_new_id(run), .child = row->child};
    return was_seen(row->how) ? act_happened(run, row->child, EVENT_VISIT, act->made) : ok();
}

Err visit_recorded_decide(struct act_run *run, struct visit_recorded *act)
{
    bool anyone = false;
    act->visit = (VisitId){act_new_id(run)};
    act->seen.count = 0;
    act->seen.at = ARENA_MANY(run->arena, act->children.count, struct visit_recorded_seen);
    for (size_t i = 0; i < act->children.count; i++) {
        anyone |= was_seen(act->children.at[i].how);
        TRY(decide_child(run, act, &act->children.at[i]));
    }
    if (act->took_place == YESNO_NO && anyone)
        act_problem(run, "took_place", "A child was seen: the visit took place");
    return ok();
}

Err visit_recorded_apply(Tx *tx, const struct entry *entry, const struct visit_recorded *act)
{
    TRY(visit_add(tx, act->visit, entry->family, act->made, act->at == TIME_NONE ? -1 : act->at, act->kind, act->place, act->took_place == YESNO_NO,
                  act->failed_why, act->home_seen == YESNO_YES, act->home, act->adults, act->notes, entry->number));
    for (size_t i = 0; i < act->children.count; i++) {
        const struct visit_recorded_children *row = &act->children.at[i];
        TRY(visit_child_add(tx, act->seen.at[i].part, row->child, act->made, row->how, row->others, row->why, row->where_seen,
                            row->bedroom_words, row->words, act->visit, entry->number));
    }
    return ok();
}
