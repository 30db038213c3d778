#include "acts/people/child_born_act.h"

#include "acts/consequences.h"
#include "acts/people/keys.h"
#include "store/family_sql.h"
#include "store/life_sql.h"

Err child_born_decide(struct act_run *run, struct child_born *act)
{
    struct child_in_family row;
    struct person_names names;
    bool found;
    TRY(child_in_family(run->read, run->child, run->family, &row, &found));
    TRY(person_names(run->read, child_person(run->child), &names));
    if (!found || !row.unborn || !date_is_none(names.died))
        return err(NOT_NOW, "the child is not an unborn child");
    struct name_keys keys = keys_of_names(run->arena, act->given, act->family_name, TEXT_NONE);
    act->sort_key = keys.sort_key;
    act->words = keys.words;
    act->sounds = keys.sounds;
    act->nhs_digits = keys_nhs_number(run, "nhs_number", act->nhs_number);
    TRY(act_move(run, run->child, MOVE_RECORD_BIRTH, CLOSURE_REASON_NONE));
    return act_happened(run, run->child, EVENT_BORN, act->born);
}

Err child_born_apply(Tx *tx, const struct entry *entry, const struct child_born *act)
{
    ChildId child = {entry->target};
    PersonId person = child_person(child);
    TRY(person_born(tx, person, act->given, act->family_name, act->sort_key, act->born, act->sex, act->nhs_digits));
    TRY(child_is_born(tx, child));
    TRY(name_key_remove(tx, person, person.n));
    return keys_write(tx, person, person.n, act->words, act->sounds, act->born, act->nhs_digits);
}
