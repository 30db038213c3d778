#include "acts/people/email_confirmed_act.h"

#include "acts/act.h"
#include "acts/people/whole_family.h"
#include "rules/email.h"
#include "store/mail_sql.h"

Err email_confirmed_decide(struct act_run *run, struct email_confirmed *act)
{
    if ((act->adult.n != 0) == (act->child.n != 0))
        act_problem(run, "adult", "Choose one person: an adult or a young person");
    act->person = act->adult.n != 0 ? act->adult : child_person(act->child);
    if (act->person.n != 0) {
        TRY(family_person_known(run, act->person));
        TRY(people_concerned(run, &act->person, 1));
    }
    if (text_is_empty(act->address))
        return ok(); /* none is safe: that holds however they were asked */
    if (!email_is_one(act->address))
        act_problem(run, "address", "Enter an email address, like name@example.org");
    if (act->alone != YESNO_YES)
        act_problem(run, "alone", "An address counts as safe only when they were asked alone");
    return ok();
}

Err email_confirmed_apply(Tx *tx, const struct entry *entry, const struct email_confirmed *act)
{
    if (text_is_empty(act->address))
        return safe_email_drop(tx, act->person, entry->family);
    return safe_email_put(tx, act->person, entry->family, act->address, act->asked, entry->number);
}
