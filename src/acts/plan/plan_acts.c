#include "acts/plan/plan_acts.h"

#include "store/case_sql.h"
#include "store/plan_version_sql.h"

Err plan_child(struct act_run *run, ChildId child)
{
    struct family_of_child of;
    TRY(act_concerns(run, child));
    TRY(family_of_child(run->read, child, &of));
    return of.family.n == run->family.n ? ok() : err(NOT_FOUND, "a child of another family");
}

/* The day an outline is agreed, its actions are still being written down; from the next day on a change is a new version. */
static bool still_written(const struct plan_version_newest *newest, Date today)
{
    return date_is_none(newest->published) || (newest->state == PLAN_STATE_OUTLINE && date_equal(newest->made, today));
}

static Err add_place(struct act_run *run, PlanId plan, const char *field, struct plan_places *places)
{
    for (size_t i = 0; i < places->count; i++)
        if (places->at[i].plan.n == plan.n)
            return ok();
    if (places->count == PLANS_AT_ONCE)
        return err(NOT_VALID, "too many plans in one act");
    struct plan_place *place = &places->at[places->count];
    struct plan_version_newest newest;
    *place = (struct plan_place){.plan = plan};
    TRY(plan_of(run->read, plan, &place->is));
    TRY(plan_child(run, place->is.child));
    TRY(plan_version_newest(run->read, plan, &newest));
    if (place->is.state == PLAN_STATE_ENDED)
        act_problem(run, field, "This plan has ended");
    place->opens = !still_written(&newest, run->today);
    place->version = place->opens ? newest.version + 1 : newest.version;
    place->in_force = newest.in_force;
    places->count++;
    return ok();
}

Err plan_places(struct act_run *run, const PlanId *also, size_t also_count, const char *field, struct plan_places *ret_places)
{
    ret_places->count = 0;
    TRY(add_place(run, (PlanId){run->target}, field, ret_places));
    for (size_t i = 0; i < also_count; i++)
        TRY(add_place(run, also[i], field, ret_places));
    return ok();
}

Err plan_opens_version(Tx *tx, PlanId plan, int64_t version, Text because, const struct entry *entry)
{
    TRY(plan_version_draft(tx, plan, version, because, entry->number));
    return plan_reader_words_carry(tx, plan, version);
}

Err plan_gate(struct act_run *run, struct facts *facts, enum gate gate, Text detail)
{
    facts->rights = run->rights;
    facts->reasons = 0;
    for (size_t i = 0; i < run->request->reason_count; i++)
        if (!text_is_empty(text_trim(run->request->reasons[i].reason)))
            facts->reasons |= UINT64_C(1) << run->request->reasons[i].gate;
    return gate_ask(gate, facts) == GATE_ANSWER_OPEN ? ok() : act_gate(run, gate, detail);
}
