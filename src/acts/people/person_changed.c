#include "acts/people/person_changed_act.h"

#include "acts/act.h"
#include "acts/people/keys.h"
#include "rules/numbers.h"
#include "store/family_sql.h"
#include "store/life_sql.h"
#include "store/now_sql.h"
#include "store/target_sql.h"

static Text either(Text typed, Text kept) { return text_is_empty(typed) ? kept : typed; }

/* The entry is about the child, or about the children of the adult's families that the actor may change. */
static Err concern_children(struct act_run *run)
{
    struct target_person_rows rows;
    TRY(target_person(run->read, run->person, &rows));
    for (size_t i = 0; i < rows.count; i++) {
        Err asked = act_concerns(run, rows.at[i].child);
        if (asked.kind == NOT_ALLOWED || asked.kind == NOT_FOUND)
            continue;
        TRY(asked);
    }
    return ok();
}

Err person_changed_decide(struct act_run *run, struct person_changed *act)
{
    struct person_names kept;
    TRY(concern_children(run));
    TRY(person_names(run->read, run->person, &kept));
    if (!text_is_empty(act->upn) && !upn_is_right(act->upn))
        act_problem(run, "upn", "Check the unique pupil number: it has 13 characters, and these are not one");
    act->nhs_digits = keys_nhs_number(run, "nhs_number", act->nhs_number);
    act->key_nhs = either(act->nhs_digits, kept.nhs_number);
    act->key_born = date_is_none(act->born) ? kept.born : act->born;
    struct name_keys keys = keys_of_names(run->arena, either(act->given, kept.given), either(act->family_name, kept.family_name),
                                          either(act->known_as, kept.known_as));
    act->sort_key = keys.sort_key;
    act->words = keys.words;
    act->sounds = keys.sounds;
    if (text_is_empty(act->alias))
        return ok();
    struct name_keys other = keys_of_names(run->arena, TEXT_NONE, act->alias, TEXT_NONE);
    act->alias_id = (PersonId){act_new_id(run)};
    act->alias_words = other.words;
    act->alias_sounds = other.sounds;
    return ok();
}

Err person_changed_now(const struct act_now *now, struct person_changed *act)
{
    struct now_person is;
    bool found;
    TRY(now_person(now->read, (PersonId){now->target}, &is, &found));
    if (!found)
        return ok();
    act->given = is.given;
    act->family_name = is.family_name;
    act->known_as = is.known_as;
    act->born = is.born;
    act->sex = is.sex;
    act->nhs_number = is.nhs_number;
    act->upn = is.upn;
    act->ethnicity = is.ethnicity;
    act->disabilities = code_set_of(&DISABILITY_LIST, is.disabilities);
    act->telephone = is.telephone;
    act->email = is.email;
    act->school = is.school;
    act->surgery = is.surgery;
    return ok();
}

Err person_changed_apply(Tx *tx, const struct entry *entry, const struct person_changed *act)
{
    PersonId person = {entry->target};
    TRY(person_change(tx, person, act->given, act->family_name, act->known_as, act->sort_key, act->born, act->sex, act->nhs_digits, act->upn,
                      act->ethnicity, code_set_text(tx->read->arena, &DISABILITY_LIST, act->disabilities), act->telephone, act->email));
    TRY(child_change(tx, person_child(person), act->school, act->surgery));
    TRY(name_key_remove(tx, person, person.n));
    TRY(keys_write(tx, person, person.n, act->words, act->sounds, act->key_born, act->key_nhs));
    if (act->alias_id.n == 0)
        return ok();
    TRY(alias_add(tx, act->alias_id, person, act->alias, act->alias_why));
    return keys_write(tx, person, act->alias_id.n, act->alias_words, act->alias_sounds, DATE_NONE, TEXT_NONE);
}
