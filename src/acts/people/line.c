#include "acts/people/line.h"

#include "store/worker_sql.h"

Err line_from(Read *read, PersonId manager, struct line *ret_line)
{
    struct line line = {.count = 0};
    while (manager.n != 0 && line.count < LINE_MOST && !line_has(&line, manager)) {
        struct worker_manager_of above;
        bool found;
        line.at[line.count++] = manager;
        TRY(worker_manager_of(read, manager, &above, &found));
        manager = found ? above.manager : (PersonId){0};
    }
    *ret_line = line;
    return ok();
}

bool line_has(const struct line *line, PersonId person)
{
    for (size_t i = 0; i < line->count; i++)
        if (line->at[i].n == person.n)
            return true;
    return false;
}

bool duty_manages(enum duty duty) { return duty == DUTY_TEAM_MANAGER || duty == DUTY_SERVICE_MANAGER; }

bool duty_may_cover(enum duty by, enum duty covered) { return by == covered || (duty_holds_cases(by) && duty_holds_cases(covered)); }

bool duty_holds_cases(enum duty duty) { return duty == DUTY_SOCIAL_WORKER || duty_manages(duty); }

void line_needed(struct act_run *run, enum duty duty, TeamId team, PersonId manager)
{
    if (team.n == 0 && (duty == DUTY_SOCIAL_WORKER || duty == DUTY_TEAM_MANAGER))
        act_problem(run, "team", "Choose the team this person works in");
    if (manager.n == 0 && duty == DUTY_SOCIAL_WORKER)
        act_problem(run, "manager", "Choose the manager this person answers to");
}
