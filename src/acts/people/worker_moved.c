#include "acts/people/worker_moved_act.h"

#include "acts/people/line.h"
#include "store/worker_sql.h"

enum { CHANGES_MOST = 200 /* the .act's lists hold as many */ };

/* What is put down while deciding: how people stand for whom ends and begins. */
struct changes {
    struct act_run *run;
    struct worker_moved *act;
    bool full;
};

static void ends(struct changes *changes, PersonId person, int64_t holder, enum standing standing)
{
    struct worker_moved *act = changes->act;
    if (act->ends.count == CHANGES_MOST)
        changes->full = true;
    else
        act->ends.at[act->ends.count++] = (struct worker_moved_ends){person, {holder}, standing};
}

static void begins(struct changes *changes, PersonId person, int64_t holder, enum standing standing)
{
    struct worker_moved *act = changes->act;
    if (act->begins.count == CHANGES_MOST)
        changes->full = true;
    else
        act->begins.at[act->begins.count++] = (struct worker_moved_begins){person, {holder}, standing};
}

/* For a holder that the worker is, or manages: those above who no longer are stop standing for it, those who are now begin. */
static void change_line(struct changes *changes, const struct line *before, const struct line *after, int64_t holder)
{
    for (size_t i = 0; i < before->count; i++)
        if (!line_has(after, before->at[i]))
            ends(changes, before->at[i], holder, STANDING_LINE);
    for (size_t i = 0; i < after->count; i++)
        if (!line_has(before, after->at[i]))
            begins(changes, after->at[i], holder, STANDING_LINE);
}

/* The worker no longer manages a team. Who is above them keeps it when another manager of the team answers to them. */
static Err leave_team(struct changes *changes, TeamId team, const struct line *before)
{
    struct team_managers_rows others;
    TRY(team_managers(changes->run->read, team, changes->run->person, &others));
    ends(changes, changes->run->person, team.n, STANDING_LINE);
    for (size_t i = 0; i < before->count; i++) {
        bool keeps = false;
        for (size_t k = 0; k < others.count; k++) {
            struct line line;
            TRY(line_from(changes->run->read, others.at[k].manager, &line));
            keeps |= line_has(&line, before->at[i]);
        }
        if (!keeps)
            ends(changes, before->at[i], team.n, STANDING_LINE);
    }
    return ok();
}

static void join_team(struct changes *changes, TeamId team, const struct line *after)
{
    begins(changes, changes->run->person, team.n, STANDING_LINE);
    for (size_t i = 0; i < after->count; i++)
        begins(changes, after->at[i], team.n, STANDING_LINE);
}

static void change_membership(struct changes *changes, int64_t before, int64_t after)
{
    if (before == after)
        return;
    if (before != 0)
        ends(changes, changes->run->person, before, STANDING_MEMBER);
    if (after != 0)
        begins(changes, changes->run->person, after, STANDING_MEMBER);
}

static Err change_all(struct changes *changes, const struct worker_of *was)
{
    struct worker_moved *act = changes->act;
    PersonId worker = changes->run->person;
    struct stands_now_rows under;
    struct line before, after;
    TRY(line_from(changes->run->read, was->manager, &before));
    TRY(line_from(changes->run->read, act->manager, &after));
    TRY(stands_now(changes->run->read, worker, STANDING_LINE, &under));
    if (line_has(&after, worker))
        act_problem(changes->run, "manager", "Choose somebody who does not answer to this person");
    TeamId managed = duty_manages(was->duty) ? was->team : (TeamId){0};
    TeamId manages = duty_manages(act->duty) ? act->team : (TeamId){0};
    change_membership(changes, was->team.n, act->team.n);
    change_membership(changes, was->agency.n, act->agency.n);
    change_line(changes, &before, &after, worker.n);
    for (size_t i = 0; i < under.count; i++)
        if (under.at[i].holder != managed.n || managed.n == manages.n)
            change_line(changes, &before, &after, under.at[i].holder);
    if (managed.n != manages.n && managed.n != 0)
        TRY(leave_team(changes, managed, &before));
    if (managed.n != manages.n && manages.n != 0)
        join_team(changes, manages, &after);
    return ok();
}

Err worker_moved_decide(struct act_run *run, struct worker_moved *act)
{
    struct worker_of was;
    bool found;
    TRY(worker_of(run->read, run->person, &was, &found));
    if (!found || !date_is_none(was.ends))
        return err(NOT_FOUND, "nobody who signs in");
    if (act->duty == DUTY_SYSTEM)
        act_problem(run, "duty", "The service itself has no account");
    if (act->duty == DUTY_PARTNER && act->agency.n == 0)
        act_problem(run, "agency", "Choose the agency this person works for");
    act->ends.at = ARENA_MANY(run->arena, CHANGES_MOST, struct worker_moved_ends);
    act->ends.count = 0;
    act->begins.at = ARENA_MANY(run->arena, CHANGES_MOST, struct worker_moved_begins);
    act->begins.count = 0;
    struct changes changes = {.run = run, .act = act};
    TRY(change_all(&changes, &was));
    if (changes.full)
        act_problem(run, "manager", "Too many people answer to this person to move them all at once. Move the teams first");
    return ok();
}

Err worker_moved_now(const struct act_now *now, struct worker_moved *act)
{
    struct worker_of is;
    bool found;
    TRY(worker_of(now->read, (PersonId){now->target}, &is, &found));
    if (!found)
        return ok();
    act->duty = is.duty;
    act->job = is.job;
    act->team = is.team;
    act->agency = is.agency;
    act->manager = is.manager;
    return ok();
}

Err worker_moved_apply(Tx *tx, const struct entry *entry, const struct worker_moved *act)
{
    PersonId worker = {entry->target};
    TRY(worker_change(tx, worker, act->duty, act->team, act->agency, act->manager, act->job));
    for (size_t i = 0; i < act->ends.count; i++)
        TRY(stands_for_end(tx, act->ends.at[i].person, act->ends.at[i].holder.n, act->ends.at[i].standing));
    for (size_t i = 0; i < act->begins.count; i++)
        TRY(stands_for_add(tx, act->begins.at[i].person, act->begins.at[i].holder.n, act->begins.at[i].standing, entry->recorded_at));
    return ok();
}
