#include "acts/conference/report_shared_act.h"

#include "acts/conference/ready.h"
#include "acts/conference/sharing.h"
#include "acts/people/whole_family.h"
#include "store/report_sql.h"

Err report_shared_decide(struct act_run *run, struct report_shared *act)
{
    struct facts facts = {.safe_contact_obeyed = 1};
    struct gate_words words = {0};
    struct at_conference at;
    struct reports_of_rows reports;
    bool withheld = false;
    TRY(at_conference(run, &facts, &at));
    TRY(reports_of(run->read, at.id, &reports));
    for (size_t i = 0; i < act->reports.count; i++) {
        const struct reports_of *report = NULL;
        for (size_t k = 0; k < reports.count; k++)
            if (reports.at[k].report.n == act->reports.at[i].n)
                report = &reports.at[k];
        if (report == NULL)
            return err(NOT_FOUND, "a report of another conference");
        if (date_is_none(report->released))
            act_problem(run, "reports", "A report you chose is not released yet");
    }
    if (act->people.count + act->children.count == 0)
        act_problem(run, "people", "Say who got the reports");
    for (size_t i = 0; i < act->people.count; i++) {
        TRY(family_person_known(run, act->people.at[i].person));
        TRY(sharing_is_safe(run, &at, act->people.at[i].person, act->people.at[i].how, &facts, &words));
        withheld |= act->people.at[i].how == SHARING_HOW_WITHHELD;
    }
    for (size_t i = 0; i < act->children.count; i++) {
        if (at_child(&at, act->children.at[i].child) == NULL)
            return err(NOT_FOUND, "a child the conference isn't about");
        TRY(sharing_is_safe(run, &at, child_person(act->children.at[i].child), act->children.at[i].how, &facts, &words));
        withheld |= act->children.at[i].how == SHARING_HOW_WITHHELD;
    }
    if (withheld && !rights_have(run->rights, CHAIR_CONFERENCE))
        act_problem(run, "people", "Only the chair keeps a report back");
    TRY(sharing_completes(run, &at, act));
    return act_gates_said(run, &facts, &words);
}

Err report_shared_apply(Tx *tx, const struct entry *entry, const struct report_shared *act)
{
    ConferenceId conference = {entry->target};
    for (size_t r = 0; r < act->reports.count; r++) {
        ReportId report = act->reports.at[r];
        TRY(report_is_shared(tx, report));
        for (size_t i = 0; i < act->people.count; i++) {
            const struct report_shared_people *row = &act->people.at[i];
            TRY(sharing_add(tx, report, conference, entry->family, row->person, act->shared_on, row->how, row->explained == YESNO_YES, row->withheld_why,
                            row->added, entry->number));
        }
        for (size_t i = 0; i < act->children.count; i++) {
            const struct report_shared_children *row = &act->children.at[i];
            TRY(sharing_add(tx, report, conference, entry->family, child_person(row->child), act->shared_on, row->how, row->explained == YESNO_YES,
                            row->withheld_why, row->added, entry->number));
        }
    }
    return ok();
}
