/* Who manages whom: everybody above a worker stands for them, and for the teams they manage. */
#ifndef ACTS_PEOPLE_LINE_H
#define ACTS_PEOPLE_LINE_H

#include "acts/act.h"

enum { LINE_MOST = 10 /* managers above one another */ };

struct line {
    PersonId at[LINE_MOST];
    size_t count;
};

/* The manager, the manager's manager and so on; empty for nobody. */
Err line_from(Read *read, PersonId manager, struct line *ret_line);
bool line_has(const struct line *line, PersonId person);
/* Managers manage what their team holds while nobody in it is named for the case. */
bool duty_manages(enum duty duty);
/* Whose duty it is to hold cases. */
bool duty_holds_cases(enum duty duty);
/* Cover gives the rights of whom is covered: it goes to somebody with the same kind of work. */
bool duty_may_cover(enum duty by, enum duty covered);

/* Adds problems beside `team` and `manager` of the form where this duty can't do without: a social worker's families would be seen by nobody
 * else, and of one opened in an emergency nobody would be told. Who manages managers is at the top of a line: they need none. */
void line_needed(struct act_run *run, enum duty duty, TeamId team, PersonId manager);

#endif
