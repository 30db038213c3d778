#include "acts/plan/plan_published_act.h"

#include "acts/copied_words.h"
#include "acts/plan/plan_acts.h"
#include "rules/plan_remarks.h"
#include "rules/readers.h"
#include "store/plan_action_sql.h"
#include "store/plan_readers_sql.h"
#include "store/plan_version_sql.h"

/* Which of the sections that a full plan needs are empty, in words. */
static Text sections_missing(Arena *arena, const struct plan_words *words, int *ret_count)
{
    Out out = out_new(arena);
    *ret_count = 0;
    for (int s = PLAN_SECTION_NONE + 1; s < PLAN_SECTION_COUNT; s++) {
        const struct plan_section_row *row = plan_section_row((enum plan_section)s);
        if (!row->needed || !text_is_empty(text_trim(plan_section_words(words, (enum plan_section)s))))
            continue;
        out_string(&out, (*ret_count)++ == 0 ? "" : "; ");
        out_string(&out, row->title);
    }
    return out_all(&out);
}

typedef struct plan_actions_newest newest_action;

static struct plan_action_facts facts_of(const newest_action *action)
{
    return (struct plan_action_facts){.what = action->what, .owner_words = action->owner_words, .how_often = action->how_often,
        .measure = action->measure, .kept_why = action->kept_why, .owner = action->owner, .owner_person = action->owner_person,
        .by_when = action->by_when, .repeats = action->repeats, .rolled = action->rolled};
}

static bool is_incomplete(const newest_action *action)
{
    struct plan_action_facts facts = facts_of(action);
    return plan_action_missing(&facts) != 0;
}
static bool has_open_remark(const newest_action *action)
{
    struct plan_action_facts facts = facts_of(action);
    return plan_action_remarks(&facts) != 0 && !plan_action_is_kept(&facts);
}

/* The actions a test leaves over, each in its own words. */
static Text list_actions(Arena *arena, const struct plan_actions_newest_rows *rows, bool (*one)(const newest_action *), int *ret_count)
{
    Out out = out_new(arena);
    *ret_count = 0;
    for (size_t i = 0; i < rows->count; i++) {
        if (!one(&rows->at[i]))
            continue;
        out_string(&out, (*ret_count)++ == 0 ? "" : "; ");
        out_text(&out, rows->at[i].what);
    }
    return out_all(&out);
}

/* Protected addresses in what stands in somebody's copy. The sections in nobody's copy may name them: who reads the whole plan knows them.
 * Source: 'A mother's secret address went to the father'. */
static Err find_betrayed(struct act_run *run, const struct plan_words *words, const struct plan_reader_words_of_rows *own,
                         const struct plan_actions_newest_rows *actions, struct facts *facts, Text *ret_found)
{
    struct copied_found found;
    TRY(copied_begin(run, &found));
    for (int s = PLAN_SECTION_NONE + 1; s < PLAN_SECTION_COUNT; s++) {
        const struct plan_section_row *row = plan_section_row((enum plan_section)s);
        if (row->part || row->own_title[0] != '\0')
            copied_ask(&found, plan_section_words(words, (enum plan_section)s));
    }
    for (size_t i = 0; i < own->count; i++)
        copied_ask(&found, own->at[i].words);
    for (size_t i = 0; i < actions->count; i++) {
        const newest_action *action = &actions->at[i];
        const Text said[] = {action->what, action->owner_words, action->how_often, action->measure, action->notices, action->because};
        for (size_t k = 0; audience_leaves(action->audience) && k < sizeof said / sizeof said[0]; k++)
            copied_ask(&found, said[k]);
    }
    facts->protected_found = found.count;
    *ret_found = out_all(&found.words);
    return ok();
}

static bool has_words(const struct plan_reader_words_of_rows *own, PersonId person)
{
    for (size_t i = 0; i < own->count; i++)
        if (own->at[i].person.n == person.n && own->at[i].standing == OWN_WORDS_WRITTEN)
            return true;
    return false;
}

/* Who is kept apart and would read nothing but their own actions. */
static Err find_wordless(struct act_run *run, ChildId child, const struct plan_reader_words_of_rows *own, struct facts *facts, Text *ret_who)
{
    struct plan_readers_rows readers;
    Out out = out_new(run->arena);
    TRY(plan_readers(run->read, child, &readers));
    for (size_t i = 0; i < readers.count; i++) {
        const struct plan_readers *reader = &readers.at[i];
        struct plan_kept_apart apart;
        bool found;
        if (reader->words_of.n != reader->person.n || has_words(own, reader->person))
            continue;
        TRY(plan_kept_apart(run->read, run->family, reader->person, &apart, &found));
        if (!found)
            continue;
        out_string(&out, facts->readers_without_words++ == 0 ? "" : "; ");
        out_text(&out, text_format(run->arena, "%.*s’s copy has only their own actions", TEXT_ARGS(reader->given)));
    }
    *ret_who = out_all(&out);
    return ok();
}

static Err ask_gates(struct act_run *run, ChildId child, int64_t version, const struct plan_words *words)
{
    struct plan_reader_words_of_rows own;
    struct plan_actions_newest_rows actions;
    struct facts facts = {0};
    int incomplete;
    TRY(plan_actions_newest(run->read, (PlanId){run->target}, &actions));
    Text missing = sections_missing(run->arena, words, &facts.plan_sections_missing);
    Text unclear = list_actions(run->arena, &actions, is_incomplete, &incomplete);
    Text remarks = list_actions(run->arena, &actions, has_open_remark, &facts.remarks_open);
    facts.actions = (int)actions.count;
    facts.actions_complete = facts.actions - incomplete;
    TRY(plan_gate(run, &facts, PLAN_SECTIONS_THERE, missing));
    TRY(plan_gate(run, &facts, ACTIONS_COMPLETE, actions.count == 0 ? T("There is no action yet") : unclear));
    TRY(plan_gate(run, &facts, REMARKS_ANSWERED, remarks));
    Text found, wordless;
    TRY(plan_reader_words_of(run->read, (PlanId){run->target}, version, &own));
    TRY(find_wordless(run, child, &own, &facts, &wordless));
    TRY(plan_gate(run, &facts, WORDS_FOR_KEPT_APART, wordless));
    TRY(find_betrayed(run, words, &own, &actions, &facts, &found));
    return plan_gate(run, &facts, NO_PROTECTED_ADDRESS, found);
}

static Err find_words(Read *read, PlanId plan, int64_t version, struct plan_words *ret_words)
{
    struct plan_version_words row;
    TRY(plan_version_words(read, plan, version, &row));
#define SECTION(name, title, own_title, part, needed, source) ret_words->name = row.name;
#include "rules/plan_sections.def"
#undef SECTION
    return ok();
}

Err plan_published_decide(struct act_run *run, struct plan_published *act)
{
    struct plan_places places;
    struct plan_version_newest newest;
    struct plan_words words;
    TRY(plan_places(run, NULL, 0, "agreed_on", &places));
    TRY(plan_version_newest(run->read, places.at[0].plan, &newest));
    act->child = places.at[0].is.child;
    act->version = newest.version;
    if (!date_is_none(newest.published)) {
        act_problem(run, "agreed_on", "Nothing has been written since the last version");
        return ok();
    }
    act->view_numbers.at = ARENA_MANY(run->arena, act->views.count, struct plan_published_view_numbers);
    act->view_numbers.count = act->views.count;
    for (size_t i = 0; i < act->views.count; i++)
        act->view_numbers.at[i].view = act_new_id(run);
    TRY(find_words(run->read, places.at[0].plan, newest.version, &words));
    return ask_gates(run, act->child, act->version, &words);
}

Err plan_published_apply(Tx *tx, const struct entry *entry, const struct plan_published *act)
{
    PlanId plan = {entry->target};
    TRY(plan_version_publish(tx, plan, act->version, act->agreed_on));
    TRY(plan_in_force(tx, plan, act->version));
    for (size_t i = 0; i < act->views.count; i++)
        TRY(plan_view_add(tx, act->view_numbers.at[i].view, plan, act->child, act->version, act->views.at[i].person, act->agreed_on,
                          act->views.at[i].answer, act->views.at[i].words, TEXT_NONE, entry->number));
    return ok();
}
