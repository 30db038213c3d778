#include "acts/conference/view_given_act.h"

#include "acts/conference/at_conference.h"
#include "store/says_sql.h"

Err view_given_decide(struct act_run *run, struct view_given *act)
{
    struct facts facts = {0};
    struct at_conference at;
    TRY(at_conference(run, &facts, &at));
    const struct invitations_of *row = at_invitation(&at, act->invitation);
    if (row == NULL)
        return err(NOT_FOUND, "an invitation of another conference");
    if (row->agency.n == 0 || !agency_counts(row->agency_kind)) {
        act_problem(run, "invitation", "Choose an agency: the family, supporters, advocates and advisers give no view of an agency");
        return act_gates(run, &facts);
    }
    TRY(at_speaks_for(run, row));
    act->written = attendance_is_present(row->attendance) ? YESNO_NO : YESNO_YES;
    for (size_t i = 0; i < act->children.count; i++) {
        if (at_child(&at, act->children.at[i].child) == NULL)
            return err(NOT_FOUND, "a child the conference isn't about");
        if (!view_fits(at.now.kind, act->children.at[i].opinion))
            problems_add(run->problems, text_format(run->arena, "children-%d-opinion", (int)i),
                         at.now.kind == CONFERENCE_KIND_REVIEW ? T("A review says whether the plan goes on, changes or ends")
                                                               : T("This conference says whether a plan is needed"));
    }
    return act_gates(run, &facts);
}

Err view_given_apply(Tx *tx, const struct entry *entry, const struct view_given *act)
{
    for (size_t i = 0; i < act->children.count; i++) {
        const struct view_given_children *row = &act->children.at[i];
        TRY(agency_says_set(tx, (ConferenceId){entry->target}, row->child, act->invitation, row->opinion,
                            code_set_text(tx->read->arena, &CATEGORY_LIST, row->categories), row->reason, row->evidence, act->written == YESNO_YES,
                            entry->number));
    }
    return ok();
}
