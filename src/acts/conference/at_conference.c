#include "acts/conference/at_conference.h"

#include <string.h>

#include "rules/profile.h"
#include "store/case_sql.h"
#include "store/says_sql.h"

/* Parents and carers of the children, each once. */
static Err find_parents(struct act_run *run, struct at_conference *at)
{
    for (size_t i = 0; i < at->children.count; i++) {
        struct known_adults_rows adults;
        TRY(known_adults(run->read, at->children.at[i].child, &adults));
        for (size_t k = 0; k < adults.count && at->parent_count < CONFERENCE_ADULTS_MOST; k++)
            if (!at_is_parent(at, adults.at[k].person))
                at->parents[at->parent_count++] = adults.at[k].person;
    }
    return ok();
}

/* What an agency contributes is about the children it was invited for, and the others aren't there to it; everything else is about all. */
static Err concern_children(struct act_run *run, struct conference_children_of_rows *children)
{
    size_t kept = 0;
    for (size_t i = 0; i < children->count; i++) {
        Err concerned = act_concerns(run, children->at[i].child);
        if (concerned.kind == NOT_FOUND && run->kind->may == CONTRIBUTE)
            continue;
        TRY(concerned);
        children->at[kept++] = children->at[i];
    }
    children->count = kept;
    return ok(); /* target_find has seen to it that one of them is left */
}

Err at_conference_read(struct act_run *run, struct facts *facts, struct at_conference *ret_at)
{
    *ret_at = (struct at_conference){.id = {run->target}};
    TRY(conference_now(run->read, ret_at->id, &ret_at->now));
    TRY(conference_children_of(run->read, ret_at->id, &ret_at->children));
    TRY(invitations_of(run->read, ret_at->id, &ret_at->invitations));
    TRY(invitation_children_of(run->read, ret_at->id, &ret_at->reach));
    TRY(find_parents(run, ret_at));
    facts->children = (int)ret_at->children.count;
    facts->parents = (int)ret_at->parent_count;
    return ok();
}

bool at_never_met(enum conference_state state) { return (AT_NOT_HELD >> state & 1) != 0; }

bool at_is_open(const char *act, enum conference_state state)
{
    static const struct {
        const char *act;
        uint64_t states;
    } rows[] = {
        {"CHAIR_ASSIGNED", AT_COMING},
        {"CONFERENCE_BOOKED", AT(CALLED) | AT_NOT_HELD},
        {"CONFERENCE_MOVED", AT(BOOKED) | AT(CONFIRMED)},
        {"PEOPLE_INVITED", AT_COMING},
        {"READINESS_ANSWERED", AT_COMING},
        {"CONFERENCE_CONFIRMED", AT(BOOKED)},
        {"CONFERENCE_OPENED", AT(BOOKED) | AT(CONFIRMED)},
        {"CONFERENCE_NOT_HELD", AT_COMING | AT(OPEN)},
        {"REPORT_WRITTEN", AT_COMING | AT(OPEN)},
        {"VIEW_GIVEN", AT(BOOKED) | AT(CONFIRMED) | AT(OPEN)},
        {"FAMILY_VIEW_GIVEN", AT_COMING | AT(OPEN)},
        {"CONFERENCE_DECIDED", AT(OPEN)},
        {"DECISION_AMENDED", AT(DECIDED) | AT(CLOSED)},
        {"SUMMARY_SENT", AT(DECIDED) | AT(CLOSED)},
        /* In the room. What was read back after the decision, and minutes put right, belong to it too. */
        {"ROOM_OPENED", AT_IN_ROOM},
        {"ROOM_CLOSED", AT_IN_ROOM | AT_NOT_HELD | AT(CLOSED)},
        {"ROOM_MOVED", AT_IN_ROOM},
        {"ROOM_BREAK", AT_IN_ROOM},
        {"TURN_GIVEN", AT_IN_ROOM},
        {"ASKING_ANSWERED", AT_IN_ROOM},
        {"SEAT_CODES_GIVEN", AT_IN_ROOM},
        {"SEAT_TAKEN", AT_IN_ROOM},
        {"SEAT_ACKNOWLEDGED", AT_IN_ROOM},
        {"SEAT_ASKED", AT_IN_ROOM},
        {"SCALE_GIVEN", AT_IN_ROOM},
        {"MINUTE_WRITTEN", AT_IN_ROOM},
        {"MINUTE_CHANGED", AT_IN_ROOM},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(rows[i].act, act) == 0)
            return (rows[i].states >> state & 1) != 0;
    return true; /* reports are released and shared whenever they come */
}

Err at_conference(struct act_run *run, struct facts *facts, struct at_conference *ret_at)
{
    TRY(at_conference_read(run, facts, ret_at));
    TRY(concern_children(run, &ret_at->children));
    facts->children = (int)ret_at->children.count;
    if (!at_is_open(run->kind->name, ret_at->now.state))
        TRY(act_gate(run, MOVE_IS_OPEN,
                     text_format(run->arena, "%s: not possible, the conference is %s.", run->kind->title, conference_state_words(ret_at->now.state))));
    return ok();
}

const struct invitations_of *at_invitation(const struct at_conference *at, InvitationId invitation)
{
    for (size_t i = 0; i < at->invitations.count; i++)
        if (at->invitations.at[i].invitation.n == invitation.n)
            return &at->invitations.at[i];
    return NULL;
}

const struct conference_children_of *at_child(const struct at_conference *at, ChildId child)
{
    for (size_t i = 0; i < at->children.count; i++)
        if (at->children.at[i].child.n == child.n)
            return &at->children.at[i];
    return NULL;
}

bool at_is_for(const struct at_conference *at, InvitationId invitation, ChildId child)
{
    for (size_t i = 0; i < at->reach.count; i++)
        if (at->reach.at[i].invitation.n == invitation.n && at->reach.at[i].child.n == child.n)
            return true;
    return false;
}

const struct invitations_of *at_family_member(const struct at_conference *at, PersonId person)
{
    for (size_t i = 0; i < at->invitations.count; i++)
        if (at->invitations.at[i].person.n == person.n && at->invitations.at[i].agency.n == 0)
            return &at->invitations.at[i];
    return NULL;
}

bool at_is_parent(const struct at_conference *at, PersonId person)
{
    for (size_t i = 0; i < at->parent_count; i++)
        if (at->parents[i].n == person.n)
            return true;
    return false;
}

bool at_is_excluded(const struct invitations_of *row) { return row->exclusion == EXCLUSION_EXTENT_WHOLE; }

Err at_speaks_for(struct act_run *run, const struct invitations_of *row)
{
    struct member_of_agency member;
    if (rights_have(run->rights, RECORD_CONFERENCE))
        return ok();
    if (row->agency_kind == AGENCY_KIND_SOCIAL_CARE && rights_have(run->rights, RECORD_CASE))
        return ok();
    TRY(member_of_agency(run->read, row->agency, &member));
    if (member.times == 0)
        act_problem(run, "invitation", "Choose the agency that you work for");
    return ok();
}

Err at_reports_by(struct act_run *run, enum conference_kind kind, Date held_on, Date *ret_by)
{
    const struct practice *practice;
    TRY(act_practice(run, &practice));
    const struct obligation_row *row =
        practice_row(practice, kind == CONFERENCE_KIND_REVIEW ? OBLIGATION_KIND_REPORTS_REVIEW : OBLIGATION_KIND_REPORTS_INITIAL, held_on);
    *ret_by = row == NULL || date_is_none(held_on) ? DATE_NONE : obligation_due(row, held_on, practice->holidays, NULL);
    return ok();
}

Err at_booked_twice(struct act_run *run, ConferenceId conference, PersonId chair, Text place, Text room, Instant starts, struct facts *facts, struct gate_words *words)
{
    struct conference_clashes_rows rows;
    const struct practice *practice;
    if (starts.us == INSTANT_NONE.us)
        return ok();
    TRY(act_practice(run, &practice));
    int minutes = profile_number(practice_on(practice, instant_london_date(starts)), PRACTICE_KIND_LASTS);
    int64_t lasts = MINUTE_US * (minutes > 0 ? minutes : CONFERENCE_LASTS_MINUTES);
    TRY(conference_clashes(run->read, conference, chair, place, room, (Instant){starts.us - lasts}, (Instant){starts.us + lasts}, &rows));
    Out out = out_new(run->arena);
    for (size_t i = 0; i < rows.count; i++) {
        Text when = instant_words(run->arena, rows.at[i].starts);
        out_string(&out, i == 0 ? "" : " ");
        if (rows.at[i].same_chair)
            out_text(&out, text_format(run->arena, "%.*s %.*s chairs another conference then: %.*s.", TEXT_ARGS(rows.at[i].given), TEXT_ARGS(rows.at[i].family_name), TEXT_ARGS(when)));
        else
            out_text(&out, text_format(run->arena, "%.*s, %.*s is taken then: %.*s.", TEXT_ARGS(place), TEXT_ARGS(room), TEXT_ARGS(when)));
    }
    facts->booked_twice = (int)rows.count;
    words->of[CHAIR_AND_ROOM_FREE] = out_all(&out);
    return ok();
}

Err conference_limit_for(struct act_run *run, ChildId child, enum conference_kind kind, struct gate_limit *ret_limit)
{
    struct conference_due_of row;
    bool found;
    enum obligation_kind first = OBLIGATION_KIND_INITIAL_CONFERENCE, second = OBLIGATION_KIND_PRE_BIRTH_CONFERENCE;
    if (kind == CONFERENCE_KIND_TRANSFER_IN)
        first = second = OBLIGATION_KIND_TRANSFER_IN_CONFERENCE;
    if (kind == CONFERENCE_KIND_REVIEW) {
        first = OBLIGATION_KIND_FIRST_REVIEW;
        second = OBLIGATION_KIND_NEXT_REVIEW;
    }
    TRY(conference_due_of(run->read, child, first, second, &row, &found));
    *ret_limit = found ? (struct gate_limit){child, row.kind, row.start, row.due} : (struct gate_limit){.due = DATE_NONE};
    return ok();
}

Err conference_due_for(struct act_run *run, ChildId child, enum conference_kind kind, Date *ret_due)
{
    struct gate_limit limit;
    TRY(conference_limit_for(run, child, kind, &limit));
    *ret_due = limit.due;
    return ok();
}
