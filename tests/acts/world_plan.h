/* Children on a plan, for tests: the conference that decides it is tested where it stands. */
#ifndef TESTS_ACTS_WORLD_PLAN_H
#define TESTS_ACTS_WORLD_PLAN_H

#include "acts/consequences.h"
#include "acts/plan/action_set_act.h"
#include "acts/plan/core_group_held_act.h"
#include "acts/plan/core_group_planned_act.h"
#include "acts/plan/core_group_set_act.h"
#include "acts/plan/parent_view_recorded_act.h"
#include "acts/plan/plan_published_act.h"
#include "acts/plan/plan_written_act.h"
#include "acts/plan/visit_recorded_act.h"
#include "store/plan_sql.h"
#include "world_people.h"

struct world_plans {
    PlanId at[WORLD_CHILDREN];
};

/* What the act below works on: it is made for tests alone and has no form. */
static struct {
    struct world_family *family;
    struct world_plans plans;
    PersonId lead;
} world_plan_made;

struct world_plan_act {
    Text because;
};
static const struct field WORLD_PLAN_FIELDS[] = {
    {.name = "because", .type = FIELD_LINE, .offset = offsetof(struct world_plan_act, because), .max = 100, .called = "", .left = ""},
};

static Err world_plan_decide(struct act_run *run, void *act)
{
    (void)act;
    for (size_t i = 0; i < world_plan_made.family->count; i++) {
        ChildId child = world_plan_made.family->children[i];
        world_plan_made.plans.at[i] = (PlanId){act_new_id(run)};
        TRY(act_concerns(run, child));
        TRY(act_move(run, child, MOVE_NOTIFY_TRANSFER, CLOSURE_REASON_NONE));
        TRY(act_move(run, child, MOVE_CALL_TRANSFER_IN, CLOSURE_REASON_NONE));
        TRY(act_move(run, child, MOVE_DECIDE_PLAN, CLOSURE_REASON_NONE));
        TRY(act_happened(run, child, EVENT_PLAN_STARTED, run->today));
    }
    return ok();
}

static Err world_plan_apply(Tx *tx, const struct entry *entry, const void *act)
{
    (void)act;
    Date review = date_plus_months(tx->read->today, 3);
    for (size_t i = 0; i < world_plan_made.family->count; i++) {
        PlanId plan = world_plan_made.plans.at[i];
        ChildId child = world_plan_made.family->children[i];
        TRY(plan_open(tx, plan, child, entry->family, (ConferenceId){1}, tx->read->today, T("NEGLECT"), world_plan_made.lead, review));
        TRY(plan_version_open(tx, plan, child, tx->read->today, T("The conference"), T("Cold and missed meals"), T("No heating"), T("Falling ill"),
                              T("At home with her mother"), T("A worker visits the same day"), entry->number));
    }
    return ok();
}

/* Each child of the family gets a plan, outlined on WORLD_DAY; the numbers stand in world_plans. */
__attribute__((unused)) static struct world_plans world_plans(struct world *world, Arena *arena, PersonId worker, struct world_family *family)
{
    static const struct act_kind kind = {.name = "TEST_PLAN", .version = 1, .doc = "", .title = "", .button = "", .address = "", .says = "",
        .on = ON_FAMILY, .may = RECORD_CASE, .seen = READ_PLAN, .fields = WORLD_PLAN_FIELDS, .field_count = 1,
        .size = sizeof(struct world_plan_act), .decide = world_plan_decide, .apply = world_plan_apply};
    struct world_plan_act act = {T("a test")};
    world_plan_made.family = family;
    world_plan_made.lead = worker;
    world_do(world, arena, &kind, worker, family->family.n, 0, &act);
    return world_plan_made.plans;
}

#endif
