#include "acts/people/sign_in_given_act.h"

#include "acts/consequences.h"
#include "acts/people/whole_family.h"
#include "rules/sounds.h"
#include "store/family_sql.h"
#include "store/worker_sql.h"

/* What each kind of account is for, and is to the children. */
static const struct {
    enum duty duty;
    enum role role;
} ACCOUNTS[FAMILY_ACCOUNT_COUNT] = {
    [FAMILY_ACCOUNT_NONE] = {DUTY_NONE, ROLE_NONE},
    [FAMILY_ACCOUNT_PARENT] = {DUTY_PARENT, ROLE_PARENT},
    [FAMILY_ACCOUNT_YOUNG_PERSON] = {DUTY_YOUNG_PERSON, ROLE_CHILD},
    [FAMILY_ACCOUNT_ADVOCATE] = {DUTY_ADVOCATE, ROLE_ADVOCATE},
    [FAMILY_ACCOUNT_SUPPORTER] = {DUTY_ADVOCATE, ROLE_SUPPORTER},
};

/* Whose copy an advocate or supporter reads: an adult's of the family, or the child's. */
static Err check_beside(struct act_run *run, const struct sign_in_given *act)
{
    struct adult_in_family row;
    bool found = true;
    if (act->beside.n != 0)
        TRY(adult_in_family(run->read, act->beside, run->family, &row, &found));
    if (!found)
        act_problem(run, "beside", "Choose an adult of this family");
    return ok();
}

static Err find_person(struct act_run *run, struct sign_in_given *act)
{
    switch (act->kind) {
    case FAMILY_ACCOUNT_PARENT: {
        struct adult_in_family row;
        bool found = false;
        if (act->adult.n != 0)
            TRY(adult_in_family(run->read, act->adult, run->family, &row, &found));
        if (!found)
            act_problem(run, "adult", "Choose the parent or carer");
        act->account = act->adult;
        return ok();
    }
    case FAMILY_ACCOUNT_YOUNG_PERSON:
        if (act->child.n == 0)
            act_problem(run, "child", "Choose the young person");
        else
            TRY(family_child_concerned(run, act->child));
        if (act->children.count != 1 || act->children.at[0].n != act->child.n)
            act_problem(run, "children", "A young person's sign-in is for their own record alone");
        act->account = child_person(act->child);
        return ok();
    case FAMILY_ACCOUNT_ADVOCATE:
    case FAMILY_ACCOUNT_SUPPORTER:
        if (text_is_empty(act->given))
            act_problem(run, "given", "Enter the given name");
        if (text_is_empty(act->family_name))
            act_problem(run, "family_name", "Enter the family name");
        act->account = (PersonId){act_new_id(run)};
        act->is_new = YESNO_YES;
        act->sort_key = fold(run->arena, text_format(run->arena, "%.*s %.*s", TEXT_ARGS(act->family_name), TEXT_ARGS(act->given)));
        return check_beside(run, act);
    case FAMILY_ACCOUNT_NONE:
    case FAMILY_ACCOUNT_COUNT:
        break;
    }
    return err(BROKEN, "a kind of account that the form doesn't have");
}

Err sign_in_given_decide(struct act_run *run, struct sign_in_given *act)
{
    struct worker_of row;
    bool found = false;
    act->is_new = YESNO_NO;
    TRY(find_person(run, act));
    act->duty = ACCOUNTS[act->kind].duty;
    if (act->account.n != 0 && act->is_new == YESNO_NO)
        TRY(worker_of(run->read, act->account, &row, &found));
    if (found && row.duty != act->duty)
        act_problem(run, "kind", "This person has an account for something else");
    act->has_account = found ? YESNO_YES : YESNO_NO;
    Instant ends = date_is_none(act->until) ? INSTANT_NONE : instant_of_london(date_plus_days(act->until, 1), 0, 0);
    for (size_t i = 0; i < act->children.count; i++) {
        TRY(family_child_concerned(run, act->children.at[i]));
        TRY(act_grant(run, act->account.n, act->children.at[i], ACCOUNTS[act->kind].role, ends));
    }
    return ok();
}

Err sign_in_given_apply(Tx *tx, const struct entry *entry, const struct sign_in_given *act)
{
    if (act->is_new == YESNO_YES)
        TRY(worker_person(tx, act->account, act->given, act->family_name, act->sort_key, act->telephone, act->email, entry->number));
    if (act->has_account == YESNO_NO) {
        TRY(worker_add(tx, act->account, act->duty, (TeamId){0}, (AgencyId){0}, (PersonId){0}, text_of(family_account_words(act->kind)),
                       tx->read->today));
        TRY(stands_for_add(tx, act->account, act->account.n, STANDING_SELF, entry->recorded_at));
    }
    for (size_t i = 0; i < act->children.count; i++) {
        TRY(named_for_holder(tx, act->children.at[i], act->account));
        if (act->beside.n != 0)
            TRY(stands_beside_add(tx, act->account, act->children.at[i], act->beside));
    }
    return ok();
}
