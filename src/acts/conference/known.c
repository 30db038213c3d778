#include "acts/conference/known.h"

#include "rules/profile.h"

enum { KNOWN_MOST = 100, KNOWN_FOR_MOST = 200 /* as many as the .act's lists hold */ };

/* Somebody is thought of for a child: one row each, however many children know them. */
static Err think_of(struct act_run *run, struct conference_called *act, ChildId child, struct conference_called_known who)
{
    struct conference_called_known *row = NULL;
    for (size_t i = 0; i < act->known.count && row == NULL; i++)
        if (act->known.at[i].agency.n == who.agency.n && (who.agency.n != 0 || act->known.at[i].person.n == who.person.n))
            row = &act->known.at[i];
    if (act->known_for.count == KNOWN_FOR_MOST || (row == NULL && act->known.count == KNOWN_MOST))
        return ok(); /* more than a conference holds: the rest is invited by hand */
    if (row == NULL) {
        row = &act->known.at[act->known.count++];
        *row = who;
        row->invitation = (InvitationId){act_new_id(run)};
    }
    if (who.knows == YESNO_YES)
        row->knows = YESNO_YES;
    for (size_t i = 0; i < act->known_for.count; i++)
        if (act->known_for.at[i].invitation.n == row->invitation.n && act->known_for.at[i].child.n == child.n)
            return ok();
    act->known_for.at[act->known_for.count++] = (struct conference_called_known_for){row->invitation, child};
    return ok();
}

static Err think_of_agency(struct act_run *run, struct conference_called *act, ChildId child, AgencyId agency, PersonId comes, bool knows)
{
    return think_of(run, act, child, (struct conference_called_known){.is_as = INVITED_AS_AGENCY, .agency = agency, .person = comes,
                                                                      .knows = knows ? YESNO_YES : YESNO_NO});
}

static Err think_of_person(struct act_run *run, struct conference_called *act, ChildId child, PersonId person, enum invited_as is_as)
{
    return think_of(run, act, child, (struct conference_called_known){.is_as = is_as, .person = person, .knows = YESNO_NO});
}

/* The agencies that the profile always invites, where none of that kind is known to the child yet. */
static Err think_of_always(struct act_run *run, struct conference_called *act, ChildId child, bool unborn, const struct known_agencies_rows *known)
{
    const struct practice *practice;
    TRY(act_practice(run, &practice));
    uint64_t always = profile_invited(practice_on(practice, run->today), unborn);
    for (int kind = AGENCY_KIND_NONE + 1; kind < AGENCY_KIND_COUNT; kind++) {
        bool there = (always >> kind & 1) == 0;
        struct agency_of_kind row;
        for (size_t k = 0; k < known->count; k++)
            there |= known->at[k].kind == (enum agency_kind)kind;
        if (there)
            continue;
        TRY(agency_of_kind(run->read, (enum agency_kind)kind, &row, &there));
        if (there)
            TRY(think_of_agency(run, act, child, row.agency, (PersonId){0}, false));
    }
    return ok();
}

static bool cares(enum relationship_kind kind)
{
    return kind == RELATIONSHIP_KIND_CARER || kind == RELATIONSHIP_KIND_FOSTER_CARER || kind == RELATIONSHIP_KIND_GUARDIAN;
}

static Err think_of_child(struct act_run *run, struct conference_called *act, ChildId child)
{
    struct known_agencies_rows agencies;
    struct known_adults_rows adults;
    struct conference_child_facts facts;
    TRY(known_agencies(run->read, child, &agencies));
    TRY(known_adults(run->read, child, &adults));
    TRY(conference_child_facts(run->read, child, &facts));
    TRY(think_of_always(run, act, child, facts.unborn, &agencies));
    for (size_t i = 0; i < agencies.count; i++)
        TRY(think_of_agency(run, act, child, agencies.at[i].agency, (PersonId){0}, agency_knows_children(agencies.at[i].kind)));
    for (size_t i = 0; i < adults.count; i++)
        TRY(think_of_person(run, act, child, adults.at[i].person, cares(adults.at[i].kind) ? INVITED_AS_CARER : INVITED_AS_PARENT));
    if (!facts.unborn && !date_is_none(facts.born) && date_age_years(facts.born, run->today) >= CHILD_COMES_FROM)
        TRY(think_of_person(run, act, child, child_person(child), INVITED_AS_CHILD));
    return ok();
}

/* Who was invited to the last conference, for the children who are in both. */
static Err think_of_last(struct act_run *run, struct conference_called *act)
{
    struct invitations_of_rows rows;
    struct invitation_children_of_rows reach;
    TRY(invitations_of(run->read, act->last, &rows));
    TRY(invitation_children_of(run->read, act->last, &reach));
    for (size_t i = 0; i < rows.count; i++) {
        const struct invitations_of *was = &rows.at[i];
        if (was->invited != YES_NO_UNKNOWN_YES || (was->agency.n == 0 && was->person.n == 0))
            continue;
        for (size_t k = 0; k < reach.count; k++)
            for (size_t c = 0; c < act->about.count; c++)
                if (reach.at[k].invitation.n == was->invitation.n && reach.at[k].child.n == act->about.at[c].child.n)
                    TRY(was->agency.n != 0 ? think_of_agency(run, act, act->about.at[c].child, was->agency, was->person, was->knows)
                                           : think_of_person(run, act, act->about.at[c].child, was->person, was->is_as));
    }
    return ok();
}

Err known_list(struct act_run *run, struct conference_called *act)
{
    act->known.at = ARENA_MANY(run->arena, KNOWN_MOST, struct conference_called_known);
    act->known_for.at = ARENA_MANY(run->arena, KNOWN_FOR_MOST, struct conference_called_known_for);
    act->known.count = act->known_for.count = 0;
    if (act->last.n != 0)
        TRY(think_of_last(run, act));
    for (size_t i = 0; i < act->about.count; i++)
        TRY(think_of_child(run, act, act->about.at[i].child));
    return ok();
}
