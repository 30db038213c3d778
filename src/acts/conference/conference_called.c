#include "acts/conference/conference_called_act.h"

#include "acts/conference/known.h"
#include "acts/people/whole_family.h"

enum { CALLED_CHILDREN_MOST = 12 };

static enum move calls_by(enum conference_kind kind, bool unborn)
{
    switch (kind) {
    case CONFERENCE_KIND_INITIAL: return unborn ? MOVE_CALL_PRE_BIRTH : MOVE_CALL_INITIAL;
    case CONFERENCE_KIND_PRE_BIRTH: return MOVE_CALL_PRE_BIRTH;
    case CONFERENCE_KIND_TRANSFER_IN: return MOVE_CALL_TRANSFER_IN;
    case CONFERENCE_KIND_REVIEW: return MOVE_CALL_REVIEW;
    case CONFERENCE_KIND_NONE:
    case CONFERENCE_KIND_COUNT: break;
    }
    return MOVE_NONE;
}

static bool earlier(Date a, Date b) { return !date_is_none(a) && (date_is_none(b) || date_before(a, b)); }

/* What one child brings: its move, its plan, whether its enquiry found continuing risk, by when. */
static Err call_for_child(struct act_run *run, struct conference_called *act, ChildId child, struct facts *facts)
{
    struct conference_child_facts row;
    struct conference_last_decided last;
    bool found;
    Date due;
    TRY(family_child_concerned(run, child));
    TRY(conference_child_facts(run->read, child, &row));
    if (row.running > 0)
        act_problem(run, "children", "A conference is called already for a child you chose");
    if (!date_is_none(row.died))
        act_problem(run, "children", "A child you chose has died");
    if (act->kind == CONFERENCE_KIND_PRE_BIRTH && !row.unborn)
        act_problem(run, "kind", "A pre-birth conference is for an unborn child");
    TRY(act_move(run, child, calls_by(act->kind, row.unborn), CLOSURE_REASON_NONE));
    facts->children_with_continuing_risk += row.last_enquiry == S47_OUTCOME_SUBSTANTIATED_RISK;
    TRY(conference_due_for(run, child, act->kind, &due));
    if (earlier(due, act->due))
        act->due = due;
    TRY(conference_last_decided(run->read, child, &last, &found));
    if (found && act->kind == CONFERENCE_KIND_REVIEW && last.conference.n > act->last.n)
        act->last = last.conference;
    act->about.at[act->about.count++] = (struct conference_called_about){child, row.plan};
    return ok();
}

/* The manager who calls it agrees; another is named, and must manage whoever holds each child's case. */
static Err ask_manager(struct act_run *run, struct conference_called *act, struct facts *facts)
{
    act->agreed_by = act->manager.n != 0 ? act->manager : run->request->actor;
    if (act->manager.n == 0)
        return ok(); /* the gate asks whether who calls it may decide */
    facts->manager_agreed = 1;
    for (size_t i = 0; i < act->about.count; i++) {
        struct conference_manages row;
        TRY(conference_manages(run->read, act->manager, act->about.at[i].child, &row));
        if (row.times == 0)
            facts->manager_agreed = 0;
    }
    if (!facts->manager_agreed && !rights_have(run->rights, DECIDE_CASE))
        act_problem(run, "manager", "Choose a manager of the worker who holds the case");
    return ok();
}

static Err grant_administrators(struct act_run *run, const struct conference_called *act)
{
    struct conference_admin_teams_rows teams;
    TRY(conference_admin_teams(run->read, &teams));
    for (size_t i = 0; i < teams.count; i++)
        for (size_t k = 0; k < act->about.count; k++)
            TRY(act_grant(run, teams.at[i].team.n, act->about.at[k].child, ROLE_CONFERENCE_ADMIN, INSTANT_NONE));
    return ok();
}

Err conference_called_decide(struct act_run *run, struct conference_called *act)
{
    struct facts facts = {.conference_needs_enquiry = act->kind == CONFERENCE_KIND_INITIAL || act->kind == CONFERENCE_KIND_PRE_BIRTH};
    if (act->children.count > CALLED_CHILDREN_MOST) {
        act_problem(run, "children", "Choose at most 12 children");
        return ok();
    }
    act->conference = (ConferenceId){act_new_id(run)};
    act->last = (ConferenceId){0};
    act->due = DATE_NONE;
    act->about.at = ARENA_MANY(run->arena, act->children.count, struct conference_called_about);
    act->about.count = 0;
    for (size_t i = 0; i < act->children.count; i++)
        TRY(call_for_child(run, act, act->children.at[i], &facts));
    TRY(ask_manager(run, act, &facts));
    facts.children = (int)act->about.count;
    facts.inside_the_days = date_is_none(act->due) || !date_before(act->due, act->planned);
    TRY(known_list(run, act));
    TRY(grant_administrators(run, act));
    run->answer = text_format(run->arena, "/conference/%lld", (long long)act->conference.n);
    return act_gates(run, &facts);
}

Err conference_called_apply(Tx *tx, const struct entry *entry, const struct conference_called *act)
{
    TRY(conference_add(tx, act->conference, entry->family, act->kind, instant_london_date(entry->recorded_at), act->planned, act->due, act->agreed_by,
                       act->why, act->last));
    for (size_t i = 0; i < act->about.count; i++)
        TRY(conference_child_add(tx, act->conference, act->about.at[i].child, act->about.at[i].plan));
    for (size_t i = 0; i < act->known.count; i++) {
        const struct conference_called_known *row = &act->known.at[i];
        TRY(invitation_add(tx, row->invitation, act->conference, entry->family, row->is_as, row->agency, row->person, TEXT_NONE, (PersonId){0},
                           row->knows == YESNO_YES));
    }
    for (size_t i = 0; i < act->known_for.count; i++)
        TRY(invitation_child_add(tx, act->known_for.at[i].invitation, act->known_for.at[i].child));
    return ok();
}
