#include "acts/people/needs_set_act.h"

#include "acts/act.h"
#include "acts/people/whole_family.h"
#include "store/circle_sql.h"
#include "store/now_sql.h"

Err needs_set_decide(struct act_run *run, struct needs_set *act)
{
    TRY(whole_family_concerned(run));
    if (act->children.count + act->adults.count == 0)
        act_problem(run, "children", "Fill in at least one row");
    for (size_t i = 0; i < act->children.count; i++)
        TRY(family_child_concerned(run, act->children.at[i].child));
    for (size_t i = 0; i < act->adults.count; i++)
        TRY(family_person_known(run, act->adults.at[i].person));
    return ok();
}

Err needs_set_now(const struct act_now *now, struct needs_set *act)
{
    struct now_needs_rows rows;
    TRY(now_needs(now->read, now->family, &rows));
    act->children.at = ARENA_MANY(now->read->arena, rows.count, struct needs_set_children);
    act->adults.at = ARENA_MANY(now->read->arena, rows.count, struct needs_set_adults);
    act->children.count = act->adults.count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        const struct now_needs *row = &rows.at[i];
        if (row->language == LANGUAGE_NONE && text_is_empty(row->communication) && text_is_empty(row->culture))
            continue;
        if (row->is_child)
            act->children.at[act->children.count++] =
                (struct needs_set_children){.child = person_child(row->person), .language = row->language, .communication = row->communication, .culture = row->culture};
        else
            act->adults.at[act->adults.count++] =
                (struct needs_set_adults){.person = row->person, .language = row->language, .communication = row->communication, .culture = row->culture};
    }
    return ok();
}

Err needs_set_apply(Tx *tx, const struct entry *entry, const struct needs_set *act)
{
    (void)entry;
    for (size_t i = 0; i < act->children.count; i++)
        TRY(person_needs(tx, child_person(act->children.at[i].child), act->children.at[i].language, act->children.at[i].communication,
                         act->children.at[i].culture));
    for (size_t i = 0; i < act->adults.count; i++)
        TRY(person_needs(tx, act->adults.at[i].person, act->adults.at[i].language, act->adults.at[i].communication,
                         act->adults.at[i].culture));
    return ok();
}
