#include "acts/enquiry/legal_letter_sent_act.h"

#include "acts/enquiry/legal_route.h"
#include "store/legal_planning_sql.h"

Err legal_letter_sent_decide(struct act_run *run, struct legal_letter_sent *act)
{
    act->sent.at = ARENA_MANY(run->arena, act->children.count, struct legal_letter_sent_sent);
    act->sent.count = 0;
    for (size_t i = 0; i < act->children.count; i++) {
        struct legal_route_of route;
        TRY(legal_route_decided(run, act->children.at[i], &route));
        act->sent.at[act->sent.count++] = (struct legal_letter_sent_sent){act->children.at[i], route.planning};
    }
    return ok();
}

/* What the legal planning meeting wrote down for the letter. */
Err legal_letter_sent_now(const struct act_now *now, struct legal_letter_sent *act)
{
    struct legal_letters_rows rows;
    TRY(legal_letters(now->read, now->family, &rows));
    act->children.at = ARENA_MANY(now->read->arena, rows.count, ChildId);
    act->children.count = 0;
    for (size_t i = 0; i < rows.count; i++) {
        const struct legal_letters *row = &rows.at[i];
        if (row->outcome != LEGAL_OUTCOME_PRE_PROCEEDINGS && row->outcome != LEGAL_OUTCOME_APPLY_NOW)
            continue;
        act->children.at[act->children.count++] = row->child;
        act->letter = row->letter;
        act->letter_on = row->letter_on;
        act->family_group = row->family_group ? YESNO_YES : text_is_empty(row->no_family_group_why) ? YESNO_NONE : YESNO_NO;
        act->no_family_group_why = row->no_family_group_why;
    }
    return ok();
}

Err legal_letter_sent_apply(Tx *tx, const struct entry *entry, const struct legal_letter_sent *act)
{
    (void)entry;
    for (size_t i = 0; i < act->sent.count; i++)
        TRY(legal_send_letter(tx, act->sent.at[i].planning, act->letter, act->letter_on, act->family_group == YESNO_YES, act->no_family_group_why,
                              act->meeting_on));
    return ok();
}
