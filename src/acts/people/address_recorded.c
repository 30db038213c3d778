#include "acts/people/address_recorded_act.h"

#include "acts/act.h"
#include "acts/people/keys.h"
#include "acts/people/whole_family.h"
#include "store/circle_sql.h"

enum { LIVE_THERE_MOST = 60 /* the .act's list holds as many */ };

static Err lives(struct act_run *run, struct address_recorded *act, PersonId person)
{
    TRY(family_person_known(run, person));
    if (act->addresses.count == LIVE_THERE_MOST)
        return err(NOT_VALID, "an address of more people than an entry can hold");
    act->addresses.at[act->addresses.count++] = (struct address_recorded_addresses){{act_new_id(run)}, person};
    return ok();
}

Err address_recorded_decide(struct act_run *run, struct address_recorded *act)
{
    if (act->children.count + act->adults.count == 0)
        act_problem(run, "children", "Choose who lives there");
    if (!date_is_none(act->until) && date_before(act->until, act->since))
        act_problem(run, "until", "The last day must be on or after the first");
    if (act->kind == ADDRESS_KIND_REFUGE && act->protected == YESNO_NO)
        act_problem(run, "protected", "The address of a refuge is always kept secret");
    if (act->not_to.n != 0)
        TRY(family_person_known(run, act->not_to));
    act->words = act->protected == YESNO_NO ? keys_of_place(run->arena, act->lines, act->postcode) : TEXT_NONE;
    act->addresses.at = ARENA_MANY(run->arena, LIVE_THERE_MOST, struct address_recorded_addresses);
    act->addresses.count = 0;
    for (size_t i = 0; i < act->children.count; i++)
        TRY(lives(run, act, child_person(act->children.at[i])));
    for (size_t i = 0; i < act->adults.count; i++)
        TRY(lives(run, act, act->adults.at[i]));
    PersonId *people = ARENA_MANY(run->arena, act->addresses.count, PersonId);
    for (size_t i = 0; i < act->addresses.count; i++)
        people[i] = act->addresses.at[i].person;
    return people_concerned(run, people, act->addresses.count);
}

Err address_recorded_apply(Tx *tx, const struct entry *entry, const struct address_recorded *act)
{
    for (size_t i = 0; i < act->addresses.count; i++) {
        PersonId person = act->addresses.at[i].person;
        AddressId address = act->addresses.at[i].address;
        if (act->kind == ADDRESS_KIND_HOME)
            TRY(address_end_home(tx, person, entry->family, act->since));
        TRY(address_add(tx, address, entry->family, person, act->kind, act->lines, act->postcode, act->protected == YESNO_YES, act->not_to,
                        act->since, act->until));
        TRY(keys_write_place(tx, person, address.n, act->words));
    }
    return ok();
}
