#include "pages/plan/plan_load.h"

#include "pages/options.h"
#include "pages/plan/plan_protected.h"
#include "store/access.h"

struct plan_words plan_version_sections(const struct plan_versions *version)
{
    struct plan_words words;
#define SECTION(name, title, own_title, part, needed, source) words.name = version->name;
#include "rules/plan_sections.def"
#undef SECTION
    return words;
}

static void keep_sections(const struct plan_reader *reader, struct plan_versions *version)
{
#define SECTION(name, title, own_title, part, needed, source)                                                          \
    if (!plan_copy_shows_section(reader, PLAN_SECTION_##name))                                                          \
        version->name = TEXT_NONE;
#include "rules/plan_sections.def"
#undef SECTION
}

/* Versions that were never published, and why one was made, are for those who read the whole. */
static void keep_versions(const struct plan_reader *reader, struct plan_versions_rows *rows)
{
    size_t kept = 0;
    bool whole = reader->copy == PLAN_COPY_WHOLE;
    for (size_t i = 0; i < rows->count; i++) {
        if (date_is_none(rows->at[i].published) && !plan_copy_shows_drafts(reader))
            continue;
        rows->at[kept] = rows->at[i];
        keep_sections(reader, &rows->at[kept]);
        if (!whole)
            rows->at[kept].because = TEXT_NONE;
        kept++;
    }
    rows->count = whole || kept == 0 ? kept : 1; /* a copy is of the plan as it is, not of how it was */
}

static void keep_actions(const struct plan_loaded *loaded, struct plan_page_actions_rows *rows)
{
    size_t kept = 0;
    bool whole = loaded->reader.copy == PLAN_COPY_WHOLE;
    int64_t newest = loaded->versions.count == 0 ? 0 : loaded->versions.at[0].version;
    for (size_t i = 0; i < rows->count; i++) {
        struct plan_page_actions row = rows->at[i];
        const struct plan_action_for action = {row.owner_person, row.owner_agency, row.audience, row.not_to};
        if (!plan_copy_shows_action(&loaded->reader, &action) || (!whole && !plan_action_stands(&row, newest)))
            continue;
        if (!whole) {
            row.not_to = (PersonId){0};
            row.not_to_given = row.because = row.kept_why = row.kept_given = row.kept_name = row.progress_note = TEXT_NONE;
            row.audience = AUDIENCE_NONE;
        }
        rows->at[kept++] = row;
    }
    rows->count = kept;
}

Err plan_load(Read *read, PlanId plan, struct plan_loaded *ret_loaded)
{
    struct plan_loaded *loaded = ret_loaded;
    struct plan_reader_of who;
    bool found;
    *loaded = (struct plan_loaded){.plan = plan};
    TRY(plan_head(read, plan, &loaded->head));
    TRY(rights_on_child(read, loaded->head.child, &loaded->rights));
    TRY(plan_reader_of(read, &who, &found));
    loaded->reader = (struct plan_reader){plan_copy_of(loaded->rights), read->actor, found ? who.agency : (AgencyId){0},
                                          read->actor.n == loaded->head.child.n, false};
    struct plan_kept_apart apart;
    TRY(plan_kept_apart(read, loaded->head.family, &apart, &loaded->reader.kept_apart));
    if (loaded->reader.copy == PLAN_COPY_NONE)
        return err(NOT_ALLOWED, "the reader has no copy of this plan");
    TRY(plan_versions(read, plan, &loaded->versions));
    TRY(plan_page_actions(read, plan, &loaded->actions));
    if (loaded->reader.copy == PLAN_COPY_WHOLE)
        TRY(plan_views(read, plan, &loaded->views));
    keep_versions(&loaded->reader, &loaded->versions);
    keep_actions(loaded, &loaded->actions);
    return plan_leave_out_protected(read, loaded);
}

const struct plan_versions *plan_version_numbered(const struct plan_loaded *loaded, int64_t number)
{
    for (size_t i = 0; i < loaded->versions.count; i++)
        if (loaded->versions.at[i].version == number)
            return &loaded->versions.at[i];
    return NULL;
}

const struct plan_versions *plan_version_before(const struct plan_loaded *loaded, const struct plan_versions *version)
{
    return version == NULL ? NULL : plan_version_numbered(loaded, version->version - 1);
}

bool plan_action_stands(const struct plan_page_actions *action, int64_t version)
{
    return action->since <= version && (action->until == 0 || action->until > version);
}

Text plan_action_who(Arena *arena, const struct plan_loaded *loaded, const struct plan_page_actions *action)
{
    bool own = loaded->reader.copy == PLAN_COPY_OWN;
    if (action->owner_person.n == 0)
        return action->owner_words;
    if (own && action->owner_person.n == loaded->reader.person.n)
        return T("You");
    if (own && action->owner == ACTION_OWNER_FAMILY)
        return action->owner_given;
    Text name = name_words(arena, action->owner_given, action->owner_name);
    return text_is_empty(action->agency_name) ? name : text_format(arena, "%.*s, %.*s", TEXT_ARGS(name), TEXT_ARGS(action->agency_name));
}

Text plan_action_when(Arena *arena, const struct plan_page_actions *action)
{
    Text often = action->repeats == ACTION_REPEAT_OTHER || !text_is_empty(action->how_often) ? action->how_often
                 : action->repeats > ACTION_REPEAT_ONCE ? text_of(action_repeat_words(action->repeats)) : TEXT_NONE;
    if (date_is_none(action->by_when))
        return often;
    Text day = date_full(arena, action->by_when);
    return text_is_empty(often) ? day : text_format(arena, "%.*s; first by %.*s", TEXT_ARGS(often), TEXT_ARGS(day));
}
