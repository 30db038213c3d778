#include "acts/people/safe_contact_set_act.h"

#include "acts/act.h"
#include "acts/people/whole_family.h"
#include "store/circle_sql.h"
#include "store/family_sql.h"
#include "store/now_sql.h"

Err safe_contact_set_decide(struct act_run *run, struct safe_contact_set *act)
{
    struct adult_in_family row;
    bool found;
    TRY(adult_in_family(run->read, act->person, run->family, &row, &found));
    return found ? people_concerned(run, &act->person, 1) : err(NOT_FOUND, "an adult of another family");
}

/* What is known of the family; and of the adult whom the address names, once they were asked. */
Err safe_contact_set_now(const struct act_now *now, struct safe_contact_set *act)
{
    struct now_safe_contact family;
    struct adult_contact adult;
    bool found;
    TRY(now_safe_contact(now->read, now->family, &family, &found));
    if (found) {
        act->domestic_abuse = family.domestic_abuse ? YESNO_YES : YESNO_NONE; /* 'no' is said anew each time somebody is asked */
        act->everyone = family.safe_contact;
    }
    TRY(adult_contact(now->read, act->person, now->family, &adult, &found));
    if (found && !text_is_empty(adult.safe_contact)) {
        act->safe = adult.contact_is_safe ? YESNO_YES : YESNO_NO;
        act->how = adult.safe_contact;
    }
    return ok();
}

Err safe_contact_set_apply(Tx *tx, const struct entry *entry, const struct safe_contact_set *act)
{
    TRY(adult_safe_contact(tx, act->person, entry->family, act->safe == YESNO_YES, code_set_text(tx->read->arena, &SAFE_WAY_LIST, act->ways), act->how));
    return family_safe_contact(tx, entry->family, act->domestic_abuse == YESNO_YES, act->everyone);
}
