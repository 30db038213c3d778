#include "acts/conference/conference_decided_act.h"

#include "acts/conference/at_conference.h"
#include "store/case_sql.h"
#include "store/plan_sql.h"
#include "store/review_sql.h"
#include "store/says_sql.h"
#include "store/worker_sql.h"

enum { CORE_MOST = 100, DISSENTS_MOST = 200 /* as many as the .act's lists hold */ };

static void problem_at(struct act_run *run, size_t row, const char *field, const char *sentence)
{
    problems_add(run->problems, text_format(run->arena, "children-%d-%s", (int)row, field), text_of(sentence));
}

/* ---- what the gates ask ---- */

/* One view for each agency there that counts and each child; what absent agencies wrote stands apart. Dissent keeps its reason. */
static Err count_views(struct act_run *run, const struct at_conference *at, struct conference_decided *act, struct facts *facts)
{
    struct agency_says_of_rows says;
    TRY(agency_says_of(run->read, at->id, &says));
    for (size_t i = 0; i < at->invitations.count; i++) {
        const struct invitations_of *row = &at->invitations.at[i];
        bool counts = row->agency.n != 0 && agency_counts(row->agency_kind) && attendance_is_present(row->attendance);
        for (size_t k = 0; counts && k < at->children.count; k++)
            facts->views_due += at_is_for(at, row->invitation, at->children.at[k].child);
        for (size_t k = 0; counts && k < says.count; k++)
            facts->views_given += says.at[k].invitation.n == row->invitation.n && at_is_for(at, row->invitation, says.at[k].child);
    }
    act->dissents.at = ARENA_MANY(run->arena, DISSENTS_MOST, struct conference_decided_dissents);
    act->dissents.count = 0;
    for (size_t i = 0; i < says.count; i++)
        for (size_t k = 0; k < act->children.count; k++) {
            if (says.at[i].child.n != act->children.at[k].child.n || !view_dissents(says.at[i].opinion, act->children.at[k].decision))
                continue;
            facts->dissents++;
            facts->dissents_kept += !text_is_empty(says.at[i].reason);
            if (act->dissents.count < DISSENTS_MOST)
                act->dissents.at[act->dissents.count++] = (struct conference_decided_dissents){says.at[i].child, says.at[i].invitation};
        }
    return ok();
}

/* SC-09: each parent and each child was heard, or offered to be. A child before birth is heard by nobody. */
static Err count_heard(struct act_run *run, const struct at_conference *at, struct facts *facts)
{
    struct family_says_of_rows says;
    TRY(family_says_of(run->read, at->id, &says));
    for (size_t i = 0; i < at->parent_count; i++) {
        bool heard = false;
        for (size_t k = 0; k < says.count; k++)
            heard |= says.at[k].person.n == at->parents[i].n;
        facts->parents_heard_or_offered += heard;
    }
    for (size_t i = 0; i < at->children.count; i++) {
        bool heard = at->children.at[i].unborn;
        for (size_t k = 0; k < says.count; k++)
            heard |= says.at[k].person.n == at->children.at[i].child.n;
        facts->children_heard_or_offered += heard;
    }
    return ok();
}

/* What of key worker, core group, care and contingency a plan does without today. */
static int basics_missing(const struct conference_decided *act, const struct conference_decided_children *row)
{
    return (row->key_worker.n == 0) + text_is_empty(row->cared_for) + text_is_empty(row->contingency) +
           (act->core_group.count == 0);
}

static Err count_child(struct act_run *run, const struct at_conference *at, const struct conference_decided *act,
                       const struct conference_decided_children *row, struct facts *facts)
{
    facts->children_reasoned += !text_is_empty(row->reason);
    bool begins = row->decision == CONFERENCE_DECISION_PLAN, changes = row->decision == CONFERENCE_DECISION_CHANGED;
    facts->children_harm_and_category += !(begins || changes) || (row->categories != 0 && row->harm_kinds != 0 && !text_is_empty(row->harm));
    if (begins)
        facts->plan_basics_missing += basics_missing(act, row);
    bool offers = row->support != SUPPORT_ANSWER_NONE && row->support != SUPPORT_ANSWER_NOT_OFFERED;
    if (row->decision == CONFERENCE_DECISION_ENDS && !offers) {
        struct support_offered_of offered;
        TRY(support_offered_of(run->read, at_child(at, row->child)->plan, row->child, &offered));
        facts->support_answered &= offered.times > 0;
    }
    return ok();
}

/* ---- what comes of it ---- */

static enum event held_as(enum conference_kind kind, bool unborn)
{
    switch (kind) {
    case CONFERENCE_KIND_INITIAL: return unborn ? EVENT_PRE_BIRTH_CONFERENCE : EVENT_INITIAL_CONFERENCE;
    case CONFERENCE_KIND_PRE_BIRTH: return EVENT_PRE_BIRTH_CONFERENCE;
    case CONFERENCE_KIND_TRANSFER_IN: return EVENT_TRANSFER_IN_CONFERENCE;
    case CONFERENCE_KIND_REVIEW: return EVENT_REVIEW_CONFERENCE;
    case CONFERENCE_KIND_NONE:
    case CONFERENCE_KIND_COUNT: break;
    }
    return EVENT_NONE;
}

static Err move_child(struct act_run *run, const struct conference_decided_children *row)
{
    switch (row->decision) {
    case CONFERENCE_DECISION_PLAN: return act_move(run, row->child, MOVE_DECIDE_PLAN, CLOSURE_REASON_NONE);
    case CONFERENCE_DECISION_NO_PLAN_CHILD_IN_NEED: return act_move(run, row->child, MOVE_DECIDE_CHILD_IN_NEED, CLOSURE_REASON_NONE);
    case CONFERENCE_DECISION_NO_PLAN_EARLY_HELP: return act_move(run, row->child, MOVE_DECIDE_EARLY_HELP, CLOSURE_REASON_RC9);
    case CONFERENCE_DECISION_NO_PLAN_CLOSE: return act_move(run, row->child, MOVE_DECIDE_CLOSE, CLOSURE_REASON_RC8);
    case CONFERENCE_DECISION_GOES_ON: return act_move(run, row->child, MOVE_PLAN_GOES_ON, CLOSURE_REASON_NONE);
    case CONFERENCE_DECISION_CHANGED: return act_move(run, row->child, MOVE_PLAN_CHANGES, CLOSURE_REASON_NONE);
    case CONFERENCE_DECISION_ENDS:
        if (row->after == AFTER_PLAN_CHILD_IN_NEED)
            return act_move(run, row->child, MOVE_PLAN_ENDS_CHILD_IN_NEED, CLOSURE_REASON_NONE);
        return act_move(run, row->child, row->after == AFTER_PLAN_EARLY_HELP ? MOVE_PLAN_ENDS_EARLY_HELP : MOVE_PLAN_ENDS_CLOSE, CLOSURE_REASON_RC7);
    case CONFERENCE_DECISION_INQUORATE:
    case CONFERENCE_DECISION_ADJOURNED:
    case CONFERENCE_DECISION_NONE:
    case CONFERENCE_DECISION_COUNT: break;
    }
    return ok();
}

/* The core group: who leads, and the people chosen, each as what they came. Professionals belong to their agency. */
static Err add_core(struct act_run *run, const struct at_conference *at, struct conference_decided *act,
                    const struct conference_decided_children *row, PlanId plan)
{
    for (size_t i = 0; i <= act->core_group.count; i++) {
        PersonId person = i == 0 ? row->key_worker : act->core_group.at[i - 1];
        if (person.n == 0 || (i > 0 && person.n == row->key_worker.n))
            continue;
        struct worker_of worker;
        bool works;
        TRY(worker_of(run->read, person, &worker, &works));
        enum core_role is_as = i == 0                                                   ? CORE_ROLE_LEAD
                               : at_child(at, person_child(person)) != NULL             ? CORE_ROLE_CHILD
                               : works && worker.agency.n + worker.team.n != 0          ? CORE_ROLE_PROFESSIONAL
                                                                                        : CORE_ROLE_FAMILY;
        if (is_as == CORE_ROLE_CHILD && person.n != row->child.n)
            continue; /* a brother or sister belongs to their own plan's group */
        if (act->core.count == CORE_MOST)
            return err(BROKEN, "more core group members than an act can hold");
        act->core.at[act->core.count++] = (struct conference_decided_core){{act_new_id(run)}, plan, row->child, person, works ? worker.agency : (AgencyId){0}, is_as};
    }
    return ok();
}

/* The key worker works the case from today; who holds it already does. */
static Err give_key_worker(struct act_run *run, const struct conference_decided_children *row)
{
    struct holds_case_of holds;
    if (row->key_worker.n == 0)
        return ok();
    TRY(holds_case_of(run->read, row->key_worker, row->child, &holds));
    return holds.times > 0 ? ok() : act_grant(run, row->key_worker.n, row->child, ROLE_CO_WORKER, INSTANT_NONE);
}

/* '3 months from today: Working Together 2023': no time limit runs yet whose working could be shown. */
static Text limit_words(Arena *arena, const struct obligation_row *limit)
{
    static const char *const units[] = {[WORKING_DAYS] = "working day", [DAYS] = "day", [WEEKS] = "week", [MONTHS] = "month"};
    return text_format(arena, "%d %s%s from today: %s", limit->number, units[limit->unit], limit->number == 1 ? "" : "s", limit->source);
}

/* SE-07: the next review is held by the day the profile allows; the conference may set an earlier one. Where a plan begins before birth the
 * profile may ask for an earlier one too. */
static Err set_review(struct act_run *run, const struct conference_decided *act, size_t index, bool before_birth, Date *ret_by)
{
    const struct conference_decided_children *row = &act->children.at[index];
    const struct practice *practice;
    TRY(act_practice(run, &practice));
    bool first = row->decision == CONFERENCE_DECISION_PLAN;
    const struct obligation_row *limit = practice_row(practice, first ? OBLIGATION_KIND_FIRST_REVIEW : OBLIGATION_KIND_NEXT_REVIEW, run->today);
    const struct obligation_row *pre_birth = first && before_birth ? practice_row(practice, OBLIGATION_KIND_PRE_BIRTH_REVIEW, run->today) : NULL;
    Date latest = limit == NULL ? DATE_NONE : obligation_due(limit, run->today, practice->holidays, NULL);
    Date earlier = pre_birth == NULL ? DATE_NONE : obligation_due(pre_birth, run->today, practice->holidays, NULL);
    if (!date_is_none(earlier) && (date_is_none(latest) || date_before(earlier, latest))) {
        latest = earlier;
        limit = pre_birth;
    }
    *ret_by = date_is_none(row->review_on) ? latest : row->review_on;
    if (!date_is_none(latest) && !date_is_none(row->review_on) && date_before(latest, row->review_on))
        problems_add(run->problems, text_format(run->arena, "children-%d-review_on", (int)index),
                     text_format(run->arena, "The %s review is to be held by %.*s at the latest, %.*s", first ? "first" : "next",
                                 TEXT_ARGS(date_long(run->arena, latest)), TEXT_ARGS(limit_words(run->arena, limit))));
    return ok();
}

static Err decide_child(struct act_run *run, const struct at_conference *at, struct conference_decided *act, size_t index)
{
    const struct conference_decided_children *row = &act->children.at[index];
    const struct conference_children_of *child = at_child(at, row->child);
    struct conference_decided_plans plan = {.child = row->child, .begins = YESNO_NO, .ends = YESNO_NO, .review_by = DATE_NONE, .support = NUMBER_NONE};
    if (!decision_fits(at->now.kind, row->decision)) {
        problem_at(run, index, "decision", at->now.kind == CONFERENCE_KIND_REVIEW ? "A review decides that the plan goes on, changes or ends"
                                                                                   : "This conference decides whether there is a plan");
        return ok();
    }
    TRY(move_child(run, row));
    TRY(act_happened(run, row->child, held_as(at->now.kind, child->unborn), run->today));
    struct plan_open_of open;
    bool found;
    TRY(plan_open_of(run->read, row->child, &open, &found));
    if (row->decision == CONFERENCE_DECISION_PLAN) {
        plan.plan = (PlanId){act_new_id(run)};
        plan.begins = YESNO_YES;
        TRY(act_happened(run, row->child, EVENT_PLAN_STARTED, run->today));
        TRY(add_core(run, at, act, row, plan.plan));
    } else if (at->now.kind == CONFERENCE_KIND_REVIEW && found) {
        plan.plan = open.plan;
        if (row->decision == CONFERENCE_DECISION_ENDS) {
            plan.ends = YESNO_YES;
            if (row->support != SUPPORT_ANSWER_NONE)
                plan.support = act_new_id(run);
            TRY(act_happened(run, row->child, EVENT_PLAN_ENDED, run->today));
        }
    }
    if (decision_has_plan(row->decision))
        TRY(set_review(run, act, index, held_as(at->now.kind, child->unborn) == EVENT_PRE_BIRTH_CONFERENCE, &plan.review_by));
    if (!date_is_none(plan.review_by))
        TRY(act_review_by(run, row->child, plan.review_by));
    if (plan.plan.n != 0)
        act->plans.at[act->plans.count++] = plan;
    return decision_has_plan(row->decision) ? give_key_worker(run, row) : ok();
}

Err conference_decided_decide(struct act_run *run, struct conference_decided *act)
{
    struct facts facts = {.support_answered = 1};
    struct at_conference at;
    TRY(at_conference(run, &facts, &at));
    act->plans.at = ARENA_MANY(run->arena, act->children.count, struct conference_decided_plans);
    act->core.at = ARENA_MANY(run->arena, CORE_MOST, struct conference_decided_core);
    act->plans.count = act->core.count = 0;
    facts.introductions_recorded = at.now.introduced && at.now.confidential;
    if (act->children.count != at.children.count)
        act_problem(run, "children", "Decide for each child of the conference");
    TRY(count_views(run, &at, act, &facts));
    TRY(count_heard(run, &at, &facts));
    for (size_t i = 0; i < act->children.count; i++) {
        if (at_child(&at, act->children.at[i].child) == NULL)
            return err(NOT_FOUND, "a child the conference isn't about");
        TRY(count_child(run, &at, act, &act->children.at[i], &facts));
        TRY(decide_child(run, &at, act, i));
    }
    return act_gates(run, &facts);
}

/* ---- applying ---- */

static const struct conference_decided_plans *plan_of_child(const struct conference_decided *act, ChildId child)
{
    for (size_t i = 0; i < act->plans.count; i++)
        if (act->plans.at[i].child.n == child.n)
            return &act->plans.at[i];
    return NULL;
}

static Err apply_plan(Tx *tx, const struct entry *entry, const struct conference_decided_children *row, const struct conference_decided_plans *plan,
                      Date today)
{
    Text categories = code_set_text(tx->read->arena, &CATEGORY_LIST, row->categories);
    if (plan->begins == YESNO_YES) {
        TRY(plan_open(tx, plan->plan, row->child, entry->family, (ConferenceId){entry->target}, today, categories, row->key_worker, plan->review_by));
        return plan_version_open(tx, plan->plan, row->child, today, T("The conference decided that there is a plan"), row->harm, row->cause,
                                 TEXT_NONE, row->cared_for, row->contingency, entry->number);
    }
    if (plan->support != NUMBER_NONE)
        TRY(support_after_add(tx, plan->support, row->child, plan->plan, today, row->support_what, row->support, REFUSAL_GROUND_NONE, TEXT_NONE, TEXT_NONE,
                              TEXT_NONE, false, entry->number));
    if (plan->ends == YESNO_YES)
        return plan_end(tx, plan->plan, today, PLAN_END_REASON_REVIEW_DECIDED, TEXT_NONE);
    if (row->categories != 0)
        TRY(plan_recategorise(tx, plan->plan, categories));
    if (!date_is_none(plan->review_by))
        TRY(plan_review_by(tx, plan->plan, plan->review_by));
    return row->key_worker.n != 0 ? plan_lead(tx, plan->plan, row->key_worker) : ok();
}

Err conference_decided_apply(Tx *tx, const struct entry *entry, const struct conference_decided *act)
{
    ConferenceId conference = {entry->target};
    Date today = instant_london_date(entry->recorded_at);
    TRY(conference_end(tx, conference, CONFERENCE_STATE_DECIDED, entry->recorded_at, TEXT_NONE));
    TRY(conference_rule(tx, conference, act->who_decides));
    for (size_t i = 0; i < act->children.count; i++) {
        const struct conference_decided_children *row = &act->children.at[i];
        const struct conference_decided_plans *plan = plan_of_child(act, row->child);
        TRY(decision_add(tx, conference, row->child, row->decision, code_set_text(tx->read->arena, &CATEGORY_LIST, row->categories),
                         code_set_text(tx->read->arena, &HARM_KIND_LIST, row->harm_kinds), row->harm, row->cause, row->reason,
                         code_set_text(tx->read->arena, &RECOMMENDATION_LIST, row->recommends), row->recommends_why, row->considered,
                         row->advised == YESNO_YES, today, plan == NULL ? (PlanId){0} : plan->plan));
        if (plan != NULL)
            TRY(apply_plan(tx, entry, row, plan, today));
    }
    for (size_t i = 0; i < act->core.count; i++) {
        const struct conference_decided_core *row = &act->core.at[i];
        TRY(core_member_add(tx, row->member.n, row->plan, row->child, row->person, row->agency, row->is_as, today));
    }
    for (size_t i = 0; i < act->dissents.count; i++)
        TRY(agency_dissents(tx, conference, act->dissents.at[i].child, act->dissents.at[i].invitation));
    return ok();
}
