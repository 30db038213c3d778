#include "acts/plan/plan_written_act.h"

#include "acts/plan/plan_acts.h"
#include "rules/words.h"
#include "store/plan_readers_sql.h"
#include "store/plan_version_sql.h"

static const char *reader_field(struct act_run *run, size_t row, const char *field)
{
    return text_string(run->arena, text_format(run->arena, "readers-%zu-%s", row, field));
}

static bool is_empty(const struct plan_written *act)
{
#define SECTION(name, title, own_title, part, needed, source) &&text_is_empty(act->name)
    return act->readers.count == 0
#include "rules/plan_sections.def"
        ;
#undef SECTION
}

/* How many sections hold such words. */
static int sections_with(const struct plan_written *act, enum words_remark remark)
{
    int with = 0;
    for (size_t i = 0; i < act->readers.count; i++)
        with += words_have(act->readers.at[i].words, remark);
#define SECTION(name, title, own_title, part, needed, source) +words_have(act->name, remark)
    return with
#include "rules/plan_sections.def"
        ;
#undef SECTION
}

static bool has_copy(const struct plan_readers_rows *readers, PersonId person)
{
    for (size_t i = 0; i < readers->count; i++)
        if (readers->at[i].person.n == person.n && readers->at[i].words_of.n == person.n)
            return true;
    return false;
}

/* Each row is for somebody who can have a copy; who stands beside another reads that person's. One row for a reader's section. */
static Err check_readers(struct act_run *run, const struct plan_written *act)
{
    struct plan_readers_rows readers;
    TRY(plan_readers(run->read, act->child, &readers));
    for (size_t i = 0; i < act->readers.count; i++) {
        const struct plan_written_readers *row = &act->readers.at[i];
        if (!has_copy(&readers, row->reader))
            act_problem(run, reader_field(run, i, "reader"), "This person has no copy of this plan");
        for (size_t k = 0; k < i; k++)
            if (act->readers.at[k].reader.n == row->reader.n && act->readers.at[k].section == row->section)
                act_problem(run, reader_field(run, i, "section"), "This reader's section stands here twice");
    }
    return ok();
}

Err plan_written_decide(struct act_run *run, struct plan_written *act)
{
    struct plan_places places;
    struct facts facts = {0};
    TRY(plan_places(run, NULL, 0, "because", &places));
    if (is_empty(act))
        act_problem(run, "harm", "Add at least one section of the plan");
    act->child = places.at[0].is.child;
    act->version = places.at[0].version;
    act->opens = places.at[0].opens ? YESNO_YES : YESNO_NO;
    TRY(check_readers(run, act));
    facts.words_promise_separation = sections_with(act, WORDS_PROMISE_SEPARATION);
    facts.words_promise_court = sections_with(act, WORDS_PROMISE_COURT);
    return act_gates(run, &facts);
}

Err plan_written_now(const struct act_now *now, struct plan_written *act)
{
    struct plan_version_newest newest;
    struct plan_version_words is;
    PlanId plan = {now->target};
    TRY(plan_version_newest(now->read, plan, &newest));
    TRY(plan_version_words(now->read, plan, newest.version, &is));
#define SECTION(name, title, own_title, part, needed, source) act->name = is.name;
#include "rules/plan_sections.def"
#undef SECTION
    return ok();
}

Err plan_written_apply(Tx *tx, const struct entry *entry, const struct plan_written *act)
{
    PlanId plan = {entry->target};
    if (act->opens == YESNO_YES)
        TRY(plan_opens_version(tx, plan, act->version, act->because, entry));
    for (size_t i = 0; i < act->readers.count; i++) {
        const struct plan_written_readers *row = &act->readers.at[i];
        if (row->standing == OWN_WORDS_TAKEN_BACK)
            TRY(plan_reader_words_take_back(tx, plan, act->version, row->section, row->reader));
        else
            TRY(plan_reader_words_put(tx, plan, act->child, act->version, row->section, row->reader, row->standing, row->words, entry->number));
    }
    return plan_version_write(tx, plan, act->version, act->because, act->harm, act->cause, act->risks, act->why_needed, act->strengths,
                              act->child_needs, act->parent_needs, act->cared_for, act->when_seen, act->support, act->goals_short,
                              act->goals_long, act->contingency, act->proceedings, act->safety);
}
