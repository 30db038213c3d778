#include "acts/conference/conference_moved_act.h"

#include "acts/conference/ready.h"
#include "acts/another_day.h"
#include "store/now_sql.h"

enum { TOLD_MOST = 200, ASKED_AGAIN_MOST = 200 /* as many as the .act's lists hold */ };

static bool is_as_it_was(const struct at_conference *at, const struct conference_moved *act)
{
    return date_equal(at->now.held_on, act->held_on) && at->now.starts.us == act->starts.us && text_equal(at->now.place, act->place) &&
           text_equal(at->now.room, act->room) && text_equal(at->now.link, act->link);
}

static Err tell_again(struct act_run *run, const struct at_conference *at, struct conference_moved *act)
{
    act->told.at = ARENA_MANY(run->arena, TOLD_MOST, struct conference_moved_told);
    act->told.count = 0;
    for (size_t i = 0; i < at->invitations.count; i++) {
        if (at->invitations.at[i].invited != YES_NO_UNKNOWN_YES)
            continue;
        if (act->told.count == TOLD_MOST)
            return err(NOT_VALID, "more people are invited than an act can tell");
        act->told.at[act->told.count++] = (struct conference_moved_told){at->invitations.at[i].invitation};
    }
    return ok();
}

/* Safe contact, orders, advocacy and the reports that were asked for hold whatever the day; these do not. A need is arranged for a day. */
static bool hangs_on_the_day(const struct readiness_of *row)
{
    return row->question == READINESS_QUESTION_TOLD || row->question == READINESS_QUESTION_COMES || row->question == READINESS_QUESTION_SUPPORTER ||
           (row->question == READINESS_QUESTION_NEEDS && row->answer == ASKED_ANSWER_ASKED_YES);
}

static Err ask_again(struct act_run *run, const struct at_conference *at, struct conference_moved *act)
{
    struct readiness_of_rows rows;
    act->asked.at = ARENA_MANY(run->arena, ASKED_AGAIN_MOST, struct conference_moved_asked);
    act->asked.count = 0;
    if (at->now.starts.us == act->starts.us)
        return ok();
    TRY(readiness_of(run->read, at->id, &rows));
    for (size_t i = 0; i < rows.count; i++) {
        const struct readiness_of *row = &rows.at[i];
        if (row != ready_answer(&rows, row->about.n, row->question) || !ready_answered(&rows, row->about.n, row->question) || !hangs_on_the_day(row))
            continue;
        if (act->asked.count == ASKED_AGAIN_MOST)
            return err(NOT_VALID, "more was answered than an act can ask again");
        act->asked.at[act->asked.count++] = (struct conference_moved_asked){row->about, row->question};
    }
    return ok();
}

/* What another day means for each child: what is due is counted anew, and a limit that it breaks needs a reason. */
static Err go_to_another_day(struct act_run *run, const struct at_conference *at, const struct conference_moved *act, struct facts *facts, struct gate_words *words)
{
    enum event event = at->now.kind == CONFERENCE_KIND_REVIEW ? EVENT_REVIEW_BOOKED : EVENT_CONFERENCE_BOOKED;
    ChildId *children = ARENA_MANY(run->arena, at->children.count, ChildId);
    struct another_day moving;
    if (date_equal(at->now.held_on, act->held_on))
        return ok();
    for (size_t i = 0; i < at->children.count; i++) {
        children[i] = at->children.at[i].child;
        TRY(act_happened(run, children[i], event, act->held_on));
    }
    TRY(another_day_of(run->read, &(struct another_day_what){.conference = at->id, .kind = at->now.kind, .from = at->now.held_on}, children, at->children.count, &moving));
    another_day_gate(&moving, run->arena, act->held_on, facts, words);
    return ok();
}

Err conference_moved_decide(struct act_run *run, struct conference_moved *act)
{
    struct facts facts = {.inside_the_days = 1};
    struct at_conference at;
    struct gate_words words = {0};
    TRY(at_conference(run, &facts, &at));
    act->was = at.now.held_on;
    act->starts = instant_of_london(act->held_on, (int)(act->time / 60), (int)(act->time % 60));
    if (is_as_it_was(&at, act))
        act_problem(run, "held_on", "It is booked for this day, time and place already: change one of them");
    TRY(tell_again(run, &at, act));
    TRY(ask_again(run, &at, act));
    TRY(go_to_another_day(run, &at, act, &facts, &words));
    TRY(at_booked_twice(run, at.id, at.now.chair, act->place, act->room, act->starts, &facts, &words));
    return act_gates_said(run, &facts, &words);
}

Err conference_moved_now(const struct act_now *now, struct conference_moved *act)
{
    struct now_booking is;
    bool found;
    TRY(now_booking(now->read, (ConferenceId){now->target}, &is, &found));
    if (!found || date_is_none(is.held_on))
        return ok();
    act->held_on = is.held_on;
    act->time = is.starts.us == INSTANT_NONE.us ? TIME_NONE : instant_london_minutes(is.starts);
    act->place = is.place;
    act->room = is.room;
    act->link = is.link;
    return ok();
}

Err conference_moved_apply(Tx *tx, const struct entry *entry, const struct conference_moved *act)
{
    ConferenceId conference = {entry->target};
    TRY(conference_move(tx, conference, act->held_on, act->starts, act->place, act->room, act->link, entry->number, act->was));
    for (size_t i = 0; i < act->told.count; i++)
        TRY(invitation_again(tx, act->told.at[i].invitation, entry->number));
    for (size_t i = 0; i < act->asked.count; i++)
        TRY(readiness_again(tx, conference, act->asked.at[i].about, act->asked.at[i].question, entry->number));
    return ok();
}
