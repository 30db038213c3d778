#include "acts/conference/people_invited_act.h"

#include "acts/conference/at_conference.h"
#include "rules/profile.h"
#include "store/worker_sql.h"

enum { MADE_MOST = 60 /* as many as the .act's list holds */ };

static void problem_at(struct act_run *run, const char *list, size_t row, const char *field, const char *sentence)
{
    problems_add(run->problems, text_format(run->arena, "%s-%d-%s", list, (int)row, field), text_of(sentence));
}

/* An agency takes part for the children chosen, or for all; one that isn't invited any more ends its part. */
static Err take_part(struct act_run *run, const struct at_conference *at, AgencyId agency, bool invited, bool was, const ChildId *chosen, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (at_child(at, chosen[i]) == NULL)
            return err(NOT_FOUND, "a child the conference isn't about");
    for (size_t i = 0; i < at->children.count && agency.n != 0; i++) {
        ChildId child = at->children.at[i].child;
        bool for_child = count == 0;
        for (size_t k = 0; k < count; k++)
            for_child |= chosen[k].n == child.n;
        if (invited && for_child)
            TRY(act_grant(run, agency.n, child, ROLE_PARTNER, INSTANT_NONE));
        else if (was && !invited)
            TRY(act_end_access(run, agency.n, child, ROLE_PARTNER));
    }
    return ok();
}

/* SC-03, SD-04: a parent or carer is invited, or excluded by the chair with a reason and another way to be heard. */
static void ask_exclusion(struct act_run *run, const struct at_conference *at, const struct invitations_of *row,
                          const struct people_invited_invitations *said, size_t at_row)
{
    bool excluded = said->exclusion == EXCLUSION_EXTENT_PART || said->exclusion == EXCLUSION_EXTENT_WHOLE;
    if (excluded && !rights_have(run->rights, CHAIR_CONFERENCE))
        problem_at(run, "invitations", at_row, "exclusion", "Only the chair excludes somebody");
    if (said->exclusion == EXCLUSION_EXTENT_WHOLE && said->invited == YESNO_YES)
        problem_at(run, "invitations", at_row, "invited", "Somebody who is excluded from the whole conference is not invited");
    if (said->exclusion == EXCLUSION_EXTENT_PART && said->invited == YESNO_NO)
        problem_at(run, "invitations", at_row, "invited", "Somebody who is excluded from a part is invited to the rest");
    if (said->invited == YESNO_NO && !excluded && row->agency.n == 0 && at_is_parent(at, row->person))
        problem_at(run, "invitations", at_row, "invited", "A parent or carer is invited, or the chair excludes them and says why");
}

static Err invite_known(struct act_run *run, const struct at_conference *at, struct people_invited *act)
{
    for (size_t i = 0; i < act->invitations.count; i++) {
        const struct people_invited_invitations *said = &act->invitations.at[i];
        const struct invitations_of *row = at_invitation(at, said->invitation);
        if (row == NULL)
            return err(NOT_FOUND, "an invitation of another conference");
        ask_exclusion(run, at, row, said, i);
        if (said->professional.n != 0) {
            struct worker_of worker;
            bool found;
            TRY(worker_of(run->read, said->professional, &worker, &found));
            if (row->agency.n == 0 || !found || worker.agency.n != row->agency.n)
                problem_at(run, "invitations", i, "professional", "Choose somebody who works for this agency");
        }
        TRY(take_part(run, at, row->agency, said->invited == YESNO_YES, row->invited == YES_NO_UNKNOWN_YES, said->children.at, said->children.count));
    }
    return ok();
}

static Err invite_professionals(struct act_run *run, const struct at_conference *at, struct people_invited *act)
{
    for (size_t i = 0; i < act->professionals.count; i++) {
        const struct people_invited_professionals *said = &act->professionals.at[i];
        struct worker_of worker;
        bool found, twice = false;
        TRY(worker_of(run->read, said->professional, &worker, &found));
        if (!found || worker.agency.n == 0)
            problem_at(run, "professionals", i, "professional", "Choose somebody who works for an agency");
        for (size_t k = 0; found && k < at->invitations.count; k++)
            twice |= worker.agency.n != 0 && at->invitations.at[k].agency.n == worker.agency.n;
        for (size_t k = 0; found && k < act->made.count; k++)
            twice |= worker.agency.n != 0 && act->made.at[k].agency.n == worker.agency.n;
        if (twice)
            problem_at(run, "professionals", i, "professional", "This agency is on the list already: choose there who comes");
        struct people_invited_made made = {{act_new_id(run)}, found ? worker.agency : (AgencyId){0}};
        act->made.at[act->made.count++] = made;
        TRY(take_part(run, at, made.agency, true, false, said->children.at, said->children.count));
    }
    return ok();
}

static void invite_others(struct act_run *run, struct people_invited *act)
{
    for (size_t i = 0; i < act->others.count; i++) {
        const struct people_invited_others *said = &act->others.at[i];
        if (said->person.n == 0 && text_is_empty(said->name))
            problem_at(run, "others", i, "name", "Enter the name, or choose somebody of the family");
        if (said->is_as == INVITED_AS_AGENCY)
            problem_at(run, "others", i, "is_as", "Name an agency with who comes for it");
        act->made.at[act->made.count++] = (struct people_invited_made){{act_new_id(run)}, {0}};
    }
}

static bool comes_beside(enum invited_as is_as)
{
    return is_as == INVITED_AS_SUPPORTER || is_as == INVITED_AS_ADVOCATE || is_as == INVITED_AS_SOLICITOR;
}

/* SD-07: how many a parent may bring is practice. Counted: who is invited already, and who would be. */
static Err count_supporters(struct act_run *run, const struct at_conference *at, const struct people_invited *act, struct facts *facts)
{
    const struct practice *practice;
    TRY(act_practice(run, &practice));
    facts->supporters_most = profile_number(practice_on(practice, run->today), PRACTICE_KIND_SUPPORTERS);
    for (size_t p = 0; p < at->parent_count; p++) {
        int brings = 0;
        for (size_t i = 0; i < act->others.count; i++)
            brings += comes_beside(act->others.at[i].is_as) && act->others.at[i].supports.n == at->parents[p].n;
        for (size_t i = 0; i < at->invitations.count; i++) {
            const struct invitations_of *row = &at->invitations.at[i];
            bool invited = row->invited == YES_NO_UNKNOWN_YES;
            for (size_t k = 0; k < act->invitations.count; k++)
                if (act->invitations.at[k].invitation.n == row->invitation.n)
                    invited = act->invitations.at[k].invited == YESNO_YES;
            brings += invited && comes_beside(row->is_as) && row->supports.n == at->parents[p].n;
        }
        facts->supporters_brought = brings > facts->supporters_brought ? brings : facts->supporters_brought;
    }
    return ok();
}

/* The day on which the invitations go is the notice that the children's families get of the meeting. */
static Err give_notice(struct act_run *run, const struct at_conference *at, const struct people_invited *act)
{
    bool anybody = act->professionals.count + act->others.count > 0;
    for (size_t i = 0; i < act->invitations.count; i++)
        anybody |= act->invitations.at[i].invited == YESNO_YES;
    for (size_t i = 0; anybody && i < at->children.count; i++)
        TRY(act_happened(run, at->children.at[i].child, EVENT_NOTICE_SENT, act->sent));
    return ok();
}

Err people_invited_decide(struct act_run *run, struct people_invited *act)
{
    struct facts facts = {0};
    struct at_conference at;
    TRY(at_conference(run, &facts, &at));
    act->made.at = ARENA_MANY(run->arena, MADE_MOST, struct people_invited_made);
    act->made.count = 0;
    if (act->invitations.count + act->professionals.count + act->others.count == 0)
        act_problem(run, "invitations", "Say of at least one person or agency whether they are invited");
    TRY(invite_known(run, &at, act));
    TRY(invite_professionals(run, &at, act));
    invite_others(run, act);
    TRY(count_supporters(run, &at, act, &facts));
    TRY(give_notice(run, &at, act));
    return act_gates(run, &facts);
}

/* For those chosen, or for all. */
static Err set_children(Tx *tx, ConferenceId conference, InvitationId invitation, const ChildId *chosen, size_t count)
{
    if (count == 0)
        return invitation_children_all(tx, invitation, conference);
    for (size_t i = 0; i < count; i++)
        TRY(invitation_child_add(tx, invitation, chosen[i]));
    return ok();
}

/* The rows made: professionals first, then the others, in the order they were said. */
static Err add_made(Tx *tx, const struct entry *entry, const struct people_invited *act)
{
    ConferenceId conference = {entry->target};
    for (size_t i = 0; i < act->made.count; i++) {
        InvitationId invitation = act->made.at[i].invitation;
        if (i < act->professionals.count) {
            const struct people_invited_professionals *said = &act->professionals.at[i];
            TRY(invitation_add(tx, invitation, conference, entry->family, INVITED_AS_AGENCY, act->made.at[i].agency, said->professional, TEXT_NONE,
                               (PersonId){0}, said->knows == YESNO_YES));
            TRY(set_children(tx, conference, invitation, said->children.at, said->children.count));
        } else {
            const struct people_invited_others *said = &act->others.at[i - act->professionals.count];
            TRY(invitation_add(tx, invitation, conference, entry->family, said->is_as, (AgencyId){0}, said->person, said->name, said->supports, false));
            TRY(set_children(tx, conference, invitation, NULL, 0));
        }
        TRY(invitation_answer(tx, invitation, true, EXCLUSION_EXTENT_NOT_EXCLUDED, TEXT_NONE, TEXT_NONE, act->sent));
    }
    return ok();
}

Err people_invited_apply(Tx *tx, const struct entry *entry, const struct people_invited *act)
{
    ConferenceId conference = {entry->target};
    TRY(add_made(tx, entry, act));
    for (size_t i = 0; i < act->invitations.count; i++) {
        const struct people_invited_invitations *said = &act->invitations.at[i];
        TRY(invitation_answer(tx, said->invitation, said->invited == YESNO_YES, said->exclusion, said->exclusion_why, said->other_way, act->sent));
        if (said->professional.n != 0)
            TRY(invitation_who(tx, said->invitation, said->professional));
        if (said->knows != YESNO_NONE)
            TRY(invitation_knows(tx, said->invitation, said->knows == YESNO_YES));
        TRY(invitation_children_clear(tx, said->invitation));
        TRY(set_children(tx, conference, said->invitation, said->children.at, said->children.count));
    }
    return ok();
}
