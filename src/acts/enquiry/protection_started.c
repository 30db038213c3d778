#include "acts/enquiry/protection_started_act.h"

#include "acts/enquiry/concerned.h"
#include "store/protection_sql.h"

/* What has an end in law, which the profile's row says. Accommodation by agreement has none. */
static const struct {
    enum event event;
    enum obligation_kind ends;
} BY_LAW[PROTECTION_KIND_COUNT] = {
    [PROTECTION_KIND_POLICE_PROTECTION] = {EVENT_POLICE_PROTECTION, OBLIGATION_KIND_POLICE_PROTECTION_ENDS},
    [PROTECTION_KIND_EMERGENCY_ORDER] = {EVENT_EMERGENCY_ORDER, OBLIGATION_KIND_EMERGENCY_ORDER_ENDS},
};

static Err check(struct act_run *run, struct protection_started *act)
{
    bool agreed = act->ground == PROTECTION_GROUND_AGREED;
    struct concerned_longest longest = {INSTANT_NONE, 0};
    if (agreed != (act->kind == PROTECTION_KIND_ACCOMMODATION))
        act_problem(run, "ground", agreed ? "Only accommodation can be by agreement"
                                          : "Accommodation is by agreement with those who have parental responsibility");
    if (BY_LAW[act->kind].event != EVENT_NONE)
        TRY(concerned_longest(run, BY_LAW[act->kind].ends, act->begins, &longest));
    act->until_at = longest.end;
    if (act->court_until.us == INSTANT_NONE.us)
        return ok();
    if (longest.days != 0 && act->court_until.us > longest.end.us)
        act_problem(run, "court_until", text_string(run->arena, text_format(run->arena, "An emergency protection order lasts %d days at most", longest.days)));
    else if (act->court_until.us <= act->begins.us)
        act_problem(run, "court_until", "The order must end after it begins");
    act->until_at = act->court_until;
    return ok();
}

Err protection_started_decide(struct act_run *run, struct protection_started *act)
{
    Date begins = instant_london_date(act->begins);
    TRY(check(run, act));
    act->measures.at = ARENA_MANY(run->arena, act->children.count, struct protection_started_measures);
    act->measures.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        ChildId child = act->children.at[i];
        TRY(family_child_concerned(run, child));
        TRY(act_move(run, child, MOVE_PROTECT_NOW, CLOSURE_REASON_NONE));
        if (BY_LAW[act->kind].event != EVENT_NONE)
            TRY(act_happened(run, child, BY_LAW[act->kind].event, begins));
        if (act->court_until.us != INSTANT_NONE.us)
            TRY(act_order_until(run, child, BY_LAW[act->kind].ends, begins, instant_london_date(act->court_until)));
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
