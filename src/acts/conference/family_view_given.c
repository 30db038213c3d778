#include "acts/conference/family_view_given_act.h"

#include "acts/conference/ready.h"
#include "acts/people/whole_family.h"
#include "store/report_sql.h"

Err family_view_given_decide(struct act_run *run, struct family_view_given *act)
{
    struct facts facts = {0};
    struct at_conference at;
    struct readiness_of_rows rows;
    TRY(at_conference(run, &facts, &at));
    TRY(readiness_of(run->read, at.id, &rows));
    if (act->adults.count + act->children.count == 0)
        act_problem(run, "adults", "Say of at least one person how they were heard");
    for (size_t i = 0; i < act->adults.count; i++)
        TRY(family_person_known(run, act->adults.at[i].person));
    act->open.at = ARENA_MANY(run->arena, act->children.count, struct family_view_given_open);
    act->open.count = act->children.count;
    for (size_t i = 0; i < act->children.count; i++) { /* a child's words are for professionals until the child agreed to more */
        ChildId child = act->children.at[i].child;
        if (at_child(&at, child) == NULL)
            return err(NOT_FOUND, "a child the conference isn't about");
        const struct readiness_of *said = ready_answer(&rows, child.n, READINESS_QUESTION_WORDS);
        bool agreed = said != NULL && said->answer == ASKED_ANSWER_ASKED_YES;
        act->open.at[i] = (struct family_view_given_open){child, agreed ? AUDIENCE_EVERYONE : AUDIENCE_PROFESSIONALS};
    }
    return act_gates(run, &facts);
}

Err family_view_given_apply(Tx *tx, const struct entry *entry, const struct family_view_given *act)
{
    ConferenceId conference = {entry->target};
    for (size_t i = 0; i < act->adults.count; i++) {
        const struct family_view_given_adults *row = &act->adults.at[i];
        TRY(family_says_add(tx, conference, entry->family, row->person, row->how, row->words, row->asked, AUDIENCE_EVERYONE, entry->number));
    }
    for (size_t i = 0; i < act->children.count; i++) {
        const struct family_view_given_children *row = &act->children.at[i];
        TRY(family_says_add(tx, conference, entry->family, child_person(row->child), row->how, row->words, TEXT_NONE, act->open.at[i].audience,
                            entry->number));
    }
    return ok();
}
