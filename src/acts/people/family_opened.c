#include "acts/people/family_opened_act.h"

#include "acts/consequences.h"
#include "acts/people/alike.h"
#include "acts/people/keys.h"
#include "rules/sounds.h"
#include "store/family_sql.h"
#include "store/worker_sql.h"

/* A child that has no name of its own yet. */
static const Text UNNAMED = {"Unborn child", 12};

static const char *field_of_child(struct act_run *run, size_t i, const char *field)
{
    return text_string(run->arena, text_format(run->arena, "children-%zu-%s", i, field));
}

/* Until the case is allocated it is held by the opener's team, or the opener. */
static Err find_holder(struct act_run *run, int64_t *ret_holder)
{
    struct worker_of opener;
    bool found;
    TRY(worker_of(run->read, run->request->actor, &opener, &found));
    *ret_holder = found && opener.team.n != 0 ? opener.team.n : run->request->actor.n;
    return ok();
}

static Err make_child(struct act_run *run, struct family_opened *act, size_t i, int64_t holder, struct alike *alike)
{
    const struct family_opened_children *typed = &act->children.at[i];
    struct family_opened_made *made = &act->made.at[i];
    struct name_keys keys = keys_of_names(run->arena, typed->given, typed->family_name, TEXT_NONE);
    if (typed->unborn == YESNO_NO && text_is_empty(typed->given))
        act_problem(run, field_of_child(run, i, "given"), "Enter the child's given name");
    *made = (struct family_opened_made){
        .child = {act_new_id(run)},
        .sort_key = keys.sort_key,
        .words = keys.words,
        .sounds = keys.sounds,
        .nhs_number = keys_nhs_number(run, field_of_child(run, i, "nhs_number"), typed->nhs_number),
    };
    TRY(act_concerns(run, made->child));
    if (!date_is_none(typed->expected))
        TRY(act_happened(run, made->child, EVENT_BIRTH_EXPECTED, typed->expected));
    if (!text_is_empty(typed->given) || !text_is_empty(made->nhs_number))
        TRY(alike_find(run, typed->given, typed->family_name, typed->born, made->nhs_number, alike));
    return act_grant(run, holder, made->child, ROLE_CASE_HOLDER, INSTANT_NONE);
}

Err family_opened_decide(struct act_run *run, struct family_opened *act)
{
    int64_t holder;
    struct alike alike = alike_none(run);
    TRY(find_holder(run, &holder));
    act->family = (FamilyId){act_new_id(run)};
    act->reference = text_format(run->arena, "F%lld", (long long)run->number.n);
    act->sort_key = fold(run->arena, act->name);
    run->family = act->family;
    act->made.at = ARENA_MANY(run->arena, act->children.count, struct family_opened_made);
    act->made.count = act->children.count;
    for (size_t i = 0; i < act->children.count; i++)
        TRY(make_child(run, act, i, holder, &alike));
    return alike_gate(run, &alike);
}

Err family_opened_apply(Tx *tx, const struct entry *entry, const struct family_opened *act)
{
    TRY(family_add(tx, act->family, act->reference, act->name, act->sort_key, tx->read->today));
    for (size_t i = 0; i < act->made.count; i++) {
        const struct family_opened_children *typed = &act->children.at[i];
        const struct family_opened_made *made = &act->made.at[i];
        PersonId person = child_person(made->child);
        bool unborn = typed->unborn == YESNO_YES;
        TRY(person_add(tx, person, text_is_empty(typed->given) ? UNNAMED : typed->given, typed->family_name, TEXT_NONE, made->sort_key,
                       typed->born, typed->expected, typed->sex, made->nhs_number, TEXT_NONE, ETHNICITY_NONE, TEXT_NONE, LANGUAGE_NONE,
                       TEXT_NONE, TEXT_NONE, entry->number));
        TRY(child_add(tx, made->child, act->family, unborn, (AgencyId){0}, TEXT_NONE));
        TRY(keys_write(tx, person, person.n, made->words, made->sounds, typed->born, made->nhs_number));
    }
    return ok();
}
