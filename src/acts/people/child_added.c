#include "acts/people/child_added_act.h"

#include "acts/consequences.h"
#include "acts/people/alike.h"
#include "acts/people/keys.h"
#include "rules/numbers.h"
#include "store/family_sql.h"

static const Text UNNAMED = {"Unborn child", 12};

/* Whoever holds the family's case holds the new child's too. */
static Err grant_to_holders(struct act_run *run, ChildId child)
{
    struct case_holders_of_family_rows holders;
    TRY(case_holders_of_family(run->read, run->family, &holders));
    for (size_t i = 0; i < holders.count; i++)
        TRY(act_grant(run, holders.at[i].holder, child, ROLE_CASE_HOLDER, INSTANT_NONE));
    if (holders.count == 0)
        return act_grant(run, run->request->actor.n, child, ROLE_CASE_HOLDER, INSTANT_NONE);
    return ok();
}

Err child_added_decide(struct act_run *run, struct child_added *act)
{
    struct name_keys keys = keys_of_names(run->arena, act->given, act->family_name, act->known_as);
    if (act->unborn == YESNO_NO && text_is_empty(act->given))
        act_problem(run, "given", "Enter the child's given name");
    if (!text_is_empty(act->upn) && !upn_is_right(act->upn))
        act_problem(run, "upn", "Check the unique pupil number: it has 13 characters, and these are not one");
    act->child = (ChildId){act_new_id(run)};
    act->sort_key = keys.sort_key;
    act->words = keys.words;
    act->sounds = keys.sounds;
    act->nhs_digits = keys_nhs_number(run, "nhs_number", act->nhs_number);
    TRY(act_concerns(run, act->child));
    if (!text_is_empty(act->given) || !text_is_empty(act->nhs_digits)) {
        struct alike alike = alike_none(run);
        TRY(alike_find(run, act->given, act->family_name, act->born, act->nhs_digits, &alike));
        TRY(alike_gate(run, &alike));
    }
    if (!date_is_none(act->expected))
        TRY(act_happened(run, act->child, EVENT_BIRTH_EXPECTED, act->expected));
    return grant_to_holders(run, act->child);
}

Err child_added_apply(Tx *tx, const struct entry *entry, const struct child_added *act)
{
    PersonId person = child_person(act->child);
    TRY(person_add(tx, person, text_is_empty(act->given) ? UNNAMED : act->given, act->family_name, act->known_as, act->sort_key, act->born,
                   act->expected, act->sex, act->nhs_digits, act->upn, act->ethnicity,
                   code_set_text(tx->read->arena, &DISABILITY_LIST, act->disabilities), LANGUAGE_NONE, TEXT_NONE, TEXT_NONE, entry->number));
    TRY(child_add(tx, act->child, entry->family, act->unborn == YESNO_YES, act->school, act->surgery));
    TRY(named_as_siblings(tx, act->child, entry->family));
    TRY(barred_as_siblings(tx, act->child, entry->family));
    return keys_write(tx, person, person.n, act->words, act->sounds, act->born, act->nhs_digits);
}
