#include "acts/conference/conference_opened_act.h"

#include "acts/conference/apart.h"
#include "acts/conference/ready.h"
#include "acts/conference/sharing.h"
#include "rules/profile.h"

/* The agencies there, as quorum counts them. */
static Err count_agencies(struct act_run *run, const struct at_conference *at, const struct conference_opened *act, struct facts *facts)
{
    struct seat *seats = ARENA_MANY(run->arena, act->attendance.count, struct seat);
    size_t count = 0;
    const struct practice *practice;
    TRY(act_practice(run, &practice));
    for (size_t i = 0; i < act->attendance.count; i++) {
        const struct invitations_of *row = at_invitation(at, act->attendance.at[i].invitation);
        if (row == NULL)
            return err(NOT_FOUND, "an invitation of another conference");
        if (row->agency.n != 0)
            seats[count++] = (struct seat){row->agency.n, row->agency_kind, act->attendance.at[i].attendance};
    }
    facts->agencies_present = (int)agencies_present(seats, count);
    facts->quorum = profile_number(practice_on(practice, run->today), PRACTICE_KIND_QUORUM);
    return ok();
}

/* SA-13: the chair met each parent, or offered to, now or when it was asked before; who is excluded from the whole conference isn't met there. */
static Err count_met(struct act_run *run, const struct at_conference *at, const struct conference_opened *act, struct facts *facts)
{
    struct readiness_of_rows rows;
    TRY(readiness_of(run->read, at->id, &rows));
    for (size_t i = 0; i < at->parent_count; i++) {
        const struct invitations_of *row = at_family_member(at, at->parents[i]);
        const struct readiness_of *offered = ready_answer(&rows, at->parents[i].n, READINESS_QUESTION_CHAIR_MEETS);
        bool met = (row != NULL && at_is_excluded(row)) || (offered != NULL && asked_is_answered(offered->answer));
        for (size_t k = 0; row != NULL && k < act->attendance.count; k++)
            met |= act->attendance.at[k].invitation.n == row->invitation.n && act->attendance.at[k].met == YESNO_YES;
        facts->parents_met_or_offered += met;
    }
    return ok();
}

Err conference_opened_decide(struct act_run *run, struct conference_opened *act)
{
    struct facts facts = {0};
    struct at_conference at;
    struct gate_words words = {0};
    TRY(at_conference(run, &facts, &at));
    if (at.now.chair.n == 0)
        act_problem(run, "attendance", "Assign a chair first");
    if (!date_is_none(at.now.held_on) && date_before(run->today, at.now.held_on))
        act_problem(run, "attendance", "The conference is booked for a later day: move it first if it meets today");
    TRY(count_agencies(run, &at, act, &facts));
    TRY(count_met(run, &at, act, &facts));
    facts.conference_confirmed = at.now.state == CONFERENCE_STATE_CONFIRMED;
    TRY(ready_facts(run, &at, &facts, &words)); /* the hard gates of confirming are asked again at the door */
    TRY(sharing_in_time(run, &at, &facts));
    TRY(apart_who_meet(run, &at, act, &facts, &words.of[NOBODY_MEETS_WHO_MUST_NOT]));
    return act_gates_said(run, &facts, &words);
}

static enum yes_no_unknown kept(enum yesno answer)
{
    return answer == YESNO_YES ? YES_NO_UNKNOWN_YES : answer == YESNO_NO ? YES_NO_UNKNOWN_NO : YES_NO_UNKNOWN_NONE;
}

Err conference_opened_apply(Tx *tx, const struct entry *entry, const struct conference_opened *act)
{
    TRY(conference_open(tx, (ConferenceId){entry->target}, entry->recorded_at, act->introductions == YESNO_YES, act->confidential == YESNO_YES));
    for (size_t i = 0; i < act->attendance.count; i++) {
        const struct conference_opened_attendance *row = &act->attendance.at[i];
        TRY(invitation_attend(tx, row->invitation, row->attendance, row->confidentiality == YESNO_YES, kept(row->met)));
    }
    return ok();
}
