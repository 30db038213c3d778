#include "acts/enquiry/parents_told_act.h"

#include "acts/enquiry/concerned.h"
#include "acts/enquiry/told.h"
#include "store/told_sql.h"

Err parents_told_decide(struct act_run *run, struct parents_told *act)
{
    concerned_nobody(run, act->parents.count, "parents", "Say for at least one parent whether they have been told");
    act->told_ids.at = ARENA_MANY(run->arena, act->parents.count, struct parents_told_told_ids);
    act->told_ids.count = 0;
    for (size_t i = 0; i < act->parents.count; i++) {
        TRY(told_concerns(run, act->parents.at[i].person));
        act->told_ids.at[act->told_ids.count++] = (struct parents_told_told_ids){{act_new_id(run)}};
    }
    return ok();
}

Err parents_told_apply(Tx *tx, const struct entry *entry, const struct parents_told *act)
{
    for (size_t i = 0; i < act->told_ids.count; i++) {
        const struct parents_told_parents *row = &act->parents.at[i];
        TRY(told_add(tx, act->told_ids.at[i].told, entry->family, row->person, row->told_on, row->told_by, row->said, row->not_yet_why,
                     entry->number));
    }
    return ok();
}
