#include "acts/people/safe_contact_set_act.h"

#include "acts/act.h"
#include "acts/people/whole_family.h"
#include "store/circle_sql.h"
#include "store/family_sql.h"

Err safe_contact_set_decide(struct act_run *run, struct safe_contact_set *act)
{
    struct adult_in_family row;
    bool found;
    TRY(whole_family_concerned(run));
    TRY(adult_in_family(run->read, act->person, run->family, &row, &found));
    return found ? ok() : err(NOT_FOUND, "an adult of another family");
}

Err safe_contact_set_apply(Tx *tx, const struct entry *entry, const struct safe_contact_set *act)
{
    TRY(adult_safe_contact(tx, act->person, entry->family, act->safe == YESNO_YES, code_set_text(tx->read->arena, &SAFE_WAY_LIST, act->ways), act->how));
    return family_safe_contact(tx, entry->family, act->domestic_abuse == YESNO_YES, act->everyone);
}
