#include "acts/people/adult_added_act.h"

#include "acts/act.h"
#include "acts/people/alike.h"
#include "acts/people/keys.h"
#include "acts/people/whole_family.h"
#include "store/family_sql.h"

/* Somebody new: names and what finds them. */
static Err make_person(struct act_run *run, struct adult_added *act)
{
    struct name_keys keys = keys_of_names(run->arena, act->given, act->family_name, act->known_as);
    if (text_is_empty(act->given))
        act_problem(run, "given", "Enter the given name");
    if (text_is_empty(act->family_name))
        act_problem(run, "family_name", "Enter the family name");
    act->adult = (PersonId){act_new_id(run)};
    act->sort_key = keys.sort_key;
    act->words = keys.words;
    act->sounds = keys.sounds;
    act->nhs_digits = keys_nhs_number(run, "nhs_number", act->nhs_number);
    struct alike alike = alike_none(run);
    TRY(alike_find(run, act->given, act->family_name, act->born, act->nhs_digits, &alike));
    return alike_gate(run, &alike);
}

/* Somebody who is here already, in another family. */
static Err take_person(struct act_run *run, struct adult_added *act)
{
    struct adult_in_family row;
    bool found;
    TRY(adult_in_family(run->read, act->person, run->family, &row, &found));
    if (found)
        act_problem(run, "person", "This person is in this family's record already");
    act->adult = act->person;
    return ok();
}

Err adult_added_decide(struct act_run *run, struct adult_added *act)
{
    TRY(act->person.n == 0 ? make_person(run, act) : take_person(run, act));
    if (act->children.count == 0)
        TRY(whole_family_concerned(run));
    act->made.at = ARENA_MANY(run->arena, act->children.count, struct adult_added_made);
    act->made.count = act->children.count;
    for (size_t i = 0; i < act->children.count; i++) {
        TRY(family_child_concerned(run, act->children.at[i].child));
        act->made.at[i].relationship = (RelationshipId){act_new_id(run)};
    }
    return ok();
}

Err adult_added_apply(Tx *tx, const struct entry *entry, const struct adult_added *act)
{
    if (act->person.n == 0) {
        TRY(person_add(tx, act->adult, act->given, act->family_name, act->known_as, act->sort_key, act->born, DATE_NONE, act->sex,
                       act->nhs_digits, TEXT_NONE, ETHNICITY_NONE, TEXT_NONE, act->language, act->telephone, act->email, entry->number));
        TRY(keys_write(tx, act->adult, act->adult.n, act->words, act->sounds, act->born, act->nhs_digits));
    }
    TRY(adult_add(tx, act->adult, entry->family, act->is_known_as));
    for (size_t i = 0; i < act->made.count; i++)
        TRY(relationship_add(tx, act->made.at[i].relationship, entry->family, act->children.at[i].child, act->adult, act->children.at[i].kind,
                             act->children.at[i].parental_responsibility, TEXT_NONE, tx->read->today));
    return ok();
}
