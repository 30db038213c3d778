#include "acts/plan/visit_recorded_act.h"

#include "acts/plan/plan_acts.h"
#include "store/case_sql.h"
#include "store/target_sql.h"
#include "store/visit_sql.h"

static bool was_seen(enum seen_how how) { return how == SEEN_HOW_ALONE || how == SEEN_HOW_WITH_OTHERS; }

/* A visit counts for the children who were seen, and for nobody else: of the others it is kept that somebody came, which meets no limit. */
static Err decide_child(struct act_run *run, struct visit_recorded *act, ChildId child, enum seen_how how)
{
    TRY(plan_child(run, child));
    TRY(act_move(run, child, MOVE_RECORD_VISIT, CLOSURE_REASON_NONE));
    act->seen.at[act->seen.count++] = (struct visit_recorded_seen){.part = act_new_id(run), .child = child};
    return act_happened(run, child, was_seen(how) ? EVENT_VISIT : EVENT_VISIT_NOT_SEEN, act->made);
}

/* Nobody answered the door: none of the children whose case is open was seen, and nobody is asked so for each. */
static Err decide_failed(struct act_run *run, struct visit_recorded *act)
{
    struct target_family_rows family;
    TRY(target_family(run->read, run->family, &family));
    act->seen.at = ARENA_MANY(run->arena, family.count, struct visit_recorded_seen);
    for (size_t i = 0; i < family.count; i++) {
        ChildId child = family.at[i].child;
        struct episode_of_child episode;
        bool found;
        Err concerned = act_concerns(run, child);
        if (concerned.kind == NOT_ALLOWED || concerned.kind == NOT_FOUND)
            continue;
        TRY(concerned);
        TRY(episode_of_child(run->read, child, &episode, &found));
        if (found && date_is_none(episode.closed))
            TRY(decide_child(run, act, child, SEEN_HOW_NOT_SEEN));
    }
    if (act->seen.count == 0)
        act_problem(run, "took_place", "No child of this family has an open case: a visit to them is none of ours");
    return ok();
}

Err visit_recorded_decide(struct act_run *run, struct visit_recorded *act)
{
    act->visit = (VisitId){act_new_id(run)};
    act->seen.count = 0;
    if (act->took_place == YESNO_NO)
        return decide_failed(run, act);
    act->seen.at = ARENA_MANY(run->arena, act->children.count, struct visit_recorded_seen);
    for (size_t i = 0; i < act->children.count; i++)
        TRY(decide_child(run, act, act->children.at[i].child, act->children.at[i].how));
    return ok();
}

Err visit_recorded_apply(Tx *tx, const struct entry *entry, const struct visit_recorded *act)
{
    bool failed = act->took_place == YESNO_NO;
    TRY(visit_add(tx, act->visit, entry->family, act->made, act->at == TIME_NONE ? -1 : act->at, act->kind, act->place, failed,
                  act->failed_why, act->home_seen == YESNO_YES, act->home, act->adults, act->notes, entry->number));
    for (size_t i = 0; i < act->seen.count; i++) {
        const struct visit_recorded_children nobody = {.child = act->seen.at[i].child, .how = SEEN_HOW_NOT_SEEN, .why_not_seen = act->failed_why};
        const struct visit_recorded_children *row = failed ? &nobody : &act->children.at[i];
        TRY(visit_child_add(tx, act->seen.at[i].part, row->child, act->made, row->how, row->others, row->how == SEEN_HOW_NOT_SEEN ? row->why_not_seen : row->why,
                            row->where_seen, row->bedroom_words, row->words, act->visit, entry->number));
    }
    return ok();
}
