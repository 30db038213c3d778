/* Who holds how much, of those the reader manages: counted once, for My work, the team's page and the choice of a worker. What is overdue is
 * counted as My work lists it: the same thing on the same day for brothers and sisters is one. */
#ifndef PAGES_WORKLOAD_H
#define PAGES_WORKLOAD_H

#include "pages/why.h"
#include "rules/codes.h"
#include "store/workload_sql.h"

/* The columns in which stages are counted together. */
enum stage_group { GROUP_NEW, GROUP_ENQUIRY, GROUP_PLAN, GROUP_IN_NEED, GROUP_COUNT };

struct load {
    int64_t families, overdue, children[GROUP_COUNT], all;
    struct due_ref first; /* what has been overdue for longest */
};

struct workload {
    struct workload_people_rows people;
    struct workload_stages_rows stages;
    struct workload_families_rows families;
    struct workload_late_rows late;
    int64_t overdue; /* of all of them and their teams, each thing once */
};

Err workload_of(Read *read, struct workload *ret_workload);
/* What one person holds. */
struct load workload_load(const struct workload *workload, PersonId worker);
/* What their teams hold, and no person yet. */
struct load workload_teams(const struct workload *workload);
/* '12 children, 5 on a plan, 3 overdue'; 'no children' for who holds none. */
Text load_words(Arena *arena, const struct load *load);

#endif
