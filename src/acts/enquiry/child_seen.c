#include "acts/enquiry/child_seen_act.h"

#include "acts/enquiry/concerned.h"
#include "store/enquiry_sql.h"
#include "store/seen_sql.h"

Err child_seen_decide(struct act_run *run, struct child_seen *act)
{
    concerned_nobody(run, act->children.count, "children", "Say for at least one child how they were seen");
    act->by = act->seen_by.n != 0 ? act->seen_by : run->request->actor;
    act->sightings.at = ARENA_MANY(run->arena, act->children.count, struct child_seen_sightings);
    act->sightings.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        ChildId child = act->children.at[i].child;
        struct enquiry_last_of last;
        bool found;
        TRY(family_child_concerned(run, child));
        TRY(enquiry_last_of(run->read, child, &last, &found));
        EnquiryId enquiry = found && date_is_none(last.concluded) ? last.enquiry : (EnquiryId){0};
        act->sightings.at[act->sightings.count++] = (struct child_seen_sightings){child, {act_new_id(run)}, enquiry};
    }
    return ok();
}

Err child_seen_apply(Tx *tx, const struct entry *entry, const struct child_seen *act)
{
    for (size_t i = 0; i < act->sightings.count; i++) {
        const struct child_seen_children *row = &act->children.at[i];
        const struct child_seen_sightings *one = &act->sightings.at[i];
        TRY(seen_add(tx, one->seen, row->child, act->seen_on, row->how, row->others,
                     row->how == SEEN_HOW_NOT_SEEN ? row->why_not_seen : row->why, act->place, TEXT_NONE, row->words,
                     one->enquiry, (VisitId){0}, act->by, entry->number));
    }
    return ok();
}
