#include "acts/conference/ready.h"

#include "acts/conference/apart.h"

const struct readiness_of *ready_answer(const struct readiness_of_rows *rows, int64_t about, enum readiness_question question)
{
    const struct readiness_of *newest = NULL;
    for (size_t i = 0; i < rows->count; i++)
        if (rows->at[i].about.n == about && rows->at[i].question == question)
            newest = &rows->at[i];
    return newest;
}

bool ready_answered(const struct readiness_of_rows *rows, int64_t about, enum readiness_question question)
{
    const struct readiness_of *row = ready_answer(rows, about, question);
    return row != NULL && asked_is_answered(row->answer);
}

static bool is_invited(const struct invitations_of *row) { return row->invited == YES_NO_UNKNOWN_YES; }

/* Which agencies are invited for one child (SD-03, SA-05). */
static void count_agencies_for(const struct at_conference *at, const struct conference_children_of *child, struct facts *facts)
{
    bool social_care = false, health = false, police = false, knows = false;
    for (size_t i = 0; i < at->invitations.count; i++) {
        const struct invitations_of *row = &at->invitations.at[i];
        if (!is_invited(row) || row->agency.n == 0 || !at_is_for(at, row->invitation, child->child))
            continue;
        social_care |= row->agency_kind == AGENCY_KIND_SOCIAL_CARE;
        health |= agency_is_health(row->agency_kind);
        police |= row->agency_kind == AGENCY_KIND_POLICE;
        knows |= row->knows || row->agency.n == child->school.n;
    }
    facts->children_social_care_invited += social_care;
    facts->children_health_invited += health;
    facts->children_police_invited += police;
    facts->children_knowing_agency_invited += knows;
}

/* An unborn child is asked nothing. */
static void count_child(const struct readiness_of_rows *rows, const struct conference_children_of *child, struct facts *facts)
{
    facts->children_asked_and_told += child->unborn || ready_answered(rows, child->child.n, READINESS_QUESTION_TOLD);
    facts->children_advocate_answered += child->unborn || ready_answered(rows, child->child.n, READINESS_QUESTION_ADVOCATE);
    facts->children_heard += child->unborn || ready_answered(rows, child->child.n, READINESS_QUESTION_COMES);
}

/* Whoever is excluded from the whole conference needs nothing there, but is asked about safe contact and whom not to meet. */
static void count_parent(const struct at_conference *at, const struct readiness_of_rows *rows, PersonId parent, struct facts *facts)
{
    const struct invitations_of *row = at_family_member(at, parent);
    bool excluded = row != NULL && at_is_excluded(row) && !text_is_empty(row->exclusion_why) && !text_is_empty(row->other_way);
    facts->parents_invited_or_excluded += row != NULL && (is_invited(row) || excluded);
    facts->parents_needs_answered += excluded || ready_answered(rows, parent.n, READINESS_QUESTION_NEEDS);
    facts->parents_supporter_answered += excluded || ready_answered(rows, parent.n, READINESS_QUESTION_SUPPORTER);
    facts->orders_asked &= ready_answered(rows, parent.n, READINESS_QUESTION_APART);
}

/* Each parent, and everybody of the family who is invited, is asked alone how contact is safe. */
static void count_contact(const struct at_conference *at, const struct readiness_of_rows *rows, struct facts *facts)
{
    facts->adults = (int)at->parent_count;
    for (size_t i = 0; i < at->parent_count; i++)
        facts->adults_safe_contact_answered += ready_answered(rows, at->parents[i].n, READINESS_QUESTION_CONTACT);
    for (size_t i = 0; i < at->invitations.count; i++) {
        const struct invitations_of *row = &at->invitations.at[i];
        if (row->agency.n != 0 || row->person.n == 0 || !is_invited(row) || at_is_parent(at, row->person))
            continue;
        facts->adults++;
        facts->adults_safe_contact_answered += ready_answered(rows, row->person.n, READINESS_QUESTION_CONTACT);
    }
}

Err ready_facts(struct act_run *run, const struct at_conference *at, struct facts *facts)
{
    struct readiness_of_rows rows;
    Date by;
    TRY(readiness_of(run->read, at->id, &rows));
    TRY(at_reports_by(run, at->now.kind, at->now.held_on, &by));
    facts->orders_asked = 1;
    for (size_t i = 0; i < at->children.count; i++) {
        count_agencies_for(at, &at->children.at[i], facts);
        count_child(&rows, &at->children.at[i], facts);
    }
    for (size_t i = 0; i < at->parent_count; i++)
        count_parent(at, &rows, at->parents[i], facts);
    count_contact(at, &rows, facts);
    TRY(apart_arranged(run, at, facts));
    for (size_t i = 0; i < at->invitations.count; i++) {
        const struct invitations_of *row = &at->invitations.at[i];
        if (row->agency.n == 0 || !is_invited(row))
            continue;
        facts->agencies_invited++;
        facts->reports_requested += ready_answered(&rows, row->invitation.n, READINESS_QUESTION_REPORT);
    }
    facts->sharing_planned = !date_is_none(at->now.sharing_on) && (date_is_none(by) || !date_before(by, at->now.sharing_on));
    return ok();
}
