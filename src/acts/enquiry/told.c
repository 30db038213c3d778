#include "acts/enquiry/told.h"

#include "store/case_sql.h"
#include "store/enquiry_sql.h"
#include "store/told_sql.h"

static Err since_when(struct act_run *run, ChildId child, Date *ret_since)
{
    struct episode_of_child episode;
    struct enquiry_last_of last;
    bool open, found;
    TRY(episode_of_child(run->read, child, &episode, &open));
    TRY(enquiry_last_of(run->read, child, &last, &found));
    Date since = open ? episode.opened : run->today;
    if (found && !date_is_none(last.concluded) && date_before(since, last.concluded))
        since = last.concluded;
    *ret_since = since;
    return ok();
}

Err told_list_parents(struct act_run *run, ChildId child, struct told_parents_list *list)
{
    Date since;
    struct told_parents_rows rows;
    TRY(since_when(run, child, &since));
    TRY(told_parents(run->read, child, since, &rows));
    for (size_t i = 0; i < rows.count; i++) {
        size_t k = 0;
        while (k < list->count && list->at[k].person.n != rows.at[i].person.n)
            k++;
        if (k == TOLD_PARENTS_MOST)
            return err(BROKEN, "more parents than an act can ask about");
        if (k == list->count) {
            list->at[list->count].person = rows.at[i].person;
            list->at[list->count++].answered = true;
        }
        list->at[k].answered = list->at[k].answered && rows.at[i].answered;
    }
    return ok();
}

void told_answered(struct told_parents_list *list, PersonId person)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->at[i].person.n == person.n)
            list->at[i].answered = true;
}

int told_count_answered(const struct told_parents_list *list)
{
    int count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += list->at[i].answered;
    return count;
}

Err told_concerns(struct act_run *run, PersonId person)
{
    struct told_children_of_rows rows;
    TRY(told_children_of(run->read, run->family, person, &rows));
    if (rows.count == 0)
        return err(NOT_FOUND, "an adult who is nothing to a child of this family");
    for (size_t i = 0; i < rows.count; i++)
        TRY(act_concerns(run, rows.at[i].child));
    return ok();
}
