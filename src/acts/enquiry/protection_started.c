#include "acts/enquiry/protection_started_act.h"

#include "acts/enquiry/concerned.h"
#include "store/protection_sql.h"

/* Children Act 1989, sections 46(6) and 45(1). Accommodation by agreement has no end in law. */
static const int64_t POLICE_HOURS = 72, ORDER_DAYS = 8;

static Instant end_by_law(const struct protection_started *act)
{
    switch (act->kind) {
    case PROTECTION_KIND_POLICE_PROTECTION: return (Instant){act->begins.us + POLICE_HOURS * HOUR_US};
    case PROTECTION_KIND_EMERGENCY_ORDER: return (Instant){act->begins.us + ORDER_DAYS * DAY_US};
    case PROTECTION_KIND_ACCOMMODATION:
    case PROTECTION_KIND_NONE:
    case PROTECTION_KIND_COUNT: break;
    }
    return INSTANT_NONE;
}

static enum event event_for(enum protection_kind kind)
{
    switch (kind) {
    case PROTECTION_KIND_POLICE_PROTECTION: return EVENT_POLICE_PROTECTION;
    case PROTECTION_KIND_EMERGENCY_ORDER: return EVENT_EMERGENCY_ORDER;
    case PROTECTION_KIND_ACCOMMODATION:
    case PROTECTION_KIND_NONE:
    case PROTECTION_KIND_COUNT: break;
    }
    return EVENT_NONE;
}

static void check(struct act_run *run, struct protection_started *act)
{
    bool agreed = act->ground == PROTECTION_GROUND_AGREED;
    if (agreed != (act->kind == PROTECTION_KIND_ACCOMMODATION))
        act_problem(run, "ground", agreed ? "Only accommodation can be by agreement"
                                          : "Accommodation is by agreement with those who have parental responsibility");
    act->until_at = end_by_law(act);
    if (act->court_until.us == 0)
        return;
    if (act->court_until.us > act->until_at.us)
        act_problem(run, "court_until", "An emergency protection order lasts eight days at most");
    else if (act->court_until.us <= act->begins.us)
        act_problem(run, "court_until", "The order must end after it begins");
    act->until_at = act->court_until;
}

Err protection_started_decide(struct act_run *run, struct protection_started *act)
{
    Date begins = instant_london_date(act->begins);
    check(run, act);
    act->measures.at = ARENA_MANY(run->arena, act->children.count, struct protection_started_measures);
    act->measures.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        ChildId child = act->children.at[i];
        TRY(family_child_concerned(run, child));
        TRY(act_move(run, child, MOVE_PROTECT_NOW, CLOSURE_REASON_NONE));
        if (event_for(act->kind) != EVENT_NONE)
            TRY(act_happened(run, child, event_for(act->kind), begins));
        if (act->court_until.us != INSTANT_NONE.us)
            TRY(act_order_until(run, child, OBLIGATION_KIND_EMERGENCY_ORDER_ENDS, begins, instant_london_date(act->court_until)));
        act->measures.at[act->measures.count++] = (struct protection_started_measures){child, {act_new_id(run)}};
    }
    return ok();
}

Err protection_started_apply(Tx *tx, const struct entry *entry, const struct protection_started *act)
{
    for (size_t i = 0; i < act->measures.count; i++)
        TRY(protection_add(tx, act->measures.at[i].measure, act->measures.at[i].child, entry->family, act->kind, act->ground, act->begins,
                           act->until_at, act->by_agency, act->place, act->note));
    return ok();
}
