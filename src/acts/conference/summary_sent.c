#include "acts/conference/summary_sent_act.h"

#include "acts/conference/sharing.h"
#include "acts/people/whole_family.h"
#include "store/plan_sql.h"
#include "store/report_sql.h"

/* Once the notes are out and no plan runs, the part of chair, administrators and agencies is over. */
static Err end_parts(struct act_run *run, ChildId child)
{
    struct plan_open_of plan;
    bool found;
    TRY(plan_open_of(run->read, child, &plan, &found));
    if (found)
        return ok();
    TRY(act_end_access(run, 0, child, ROLE_CHAIR));
    TRY(act_end_access(run, 0, child, ROLE_CONFERENCE_ADMIN));
    return act_end_access(run, 0, child, ROLE_PARTNER);
}

Err summary_sent_decide(struct act_run *run, struct summary_sent *act)
{
    struct facts facts = {.safe_contact_obeyed = 1};
    struct gate_words words = {0};
    struct at_conference at;
    TRY(at_conference(run, &facts, &at));
    if (act->people.count + act->children.count == 0)
        act_problem(run, "people", "Say who got it");
    for (size_t i = 0; i < act->people.count; i++) {
        TRY(family_person_known(run, act->people.at[i].person));
        TRY(sharing_is_safe(run, &at, act->people.at[i].person, act->people.at[i].how, &facts, &words));
    }
    for (size_t i = 0; i < act->children.count; i++) {
        if (at_child(&at, act->children.at[i].child) == NULL)
            return err(NOT_FOUND, "a child the conference isn't about");
        TRY(sharing_is_safe(run, &at, child_person(act->children.at[i].child), act->children.at[i].how, &facts, &words));
    }
    for (size_t i = 0; i < at.children.count; i++) {
        ChildId child = at.children.at[i].child;
        TRY(act_happened(run, child, act->what == SENT_WHAT_NOTES ? EVENT_NOTES_SENT : EVENT_DECISION_SENT, act->sent_on));
        if (act->what == SENT_WHAT_NOTES)
            TRY(end_parts(run, child));
    }
    return act_gates_said(run, &facts, &words);
}

Err summary_sent_apply(Tx *tx, const struct entry *entry, const struct summary_sent *act)
{
    ConferenceId conference = {entry->target};
    for (size_t i = 0; i < act->people.count; i++)
        TRY(sent_add(tx, conference, entry->family, act->what, act->people.at[i].person, act->sent_on, act->people.at[i].how, entry->number));
    for (size_t i = 0; i < act->children.count; i++)
        TRY(sent_add(tx, conference, entry->family, act->what, child_person(act->children.at[i].child), act->sent_on, act->children.at[i].how,
                     entry->number));
    return act->what == SENT_WHAT_NOTES ? conference_close(tx, conference) : ok();
}
