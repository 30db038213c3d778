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

const struct plan_reader_words *plan_words_for(const struct plan_loaded *loaded, PersonId person, int64_t version, enum plan_section section)
{
    for (size_t i = 0; i < loaded->own_words.count; i++) {
        const struct plan_reader_words *row = &loaded->own_words.at[i];
        if (row->version == version && row->person.n == person.n && plan_section_of(row->section) == section)
            return row;
    }
    return NULL;
}

enum plan_text plan_text_for(const struct plan_loaded *loaded, const struct plan_reader *reader, int64_t version, enum plan_section section)
{
    const struct plan_reader_words *own = plan_words_for(loaded, reader->words_of, version, section);
    return plan_copy_text(reader, section, own == NULL ? OWN_WORDS_NONE : own->standing);
}

static Text section_text(const struct plan_loaded *loaded, int64_t version, enum plan_section section, Text general)
{
    switch (plan_text_for(loaded, &loaded->reader, version, section)) {
    case PLAN_TEXT_GENERAL: return general;
    case PLAN_TEXT_OWN: return plan_words_for(loaded, loaded->reader.words_of, version, section)->words;
    case PLAN_TEXT_NOTHING: break;
    }
    return TEXT_NONE;
}

static void keep_sections(const struct plan_loaded *loaded, struct plan_versions *version)
{
#define SECTION(name, title, own_title, part, needed, source)                                                          \
    version->name = section_text(loaded, version->version, PLAN_SECTION_##name, version->name);
#include "rules/plan_sections.def"
#undef SECTION
    if (loaded->reader.copy != PLAN_COPY_WHOLE)
        version->because = TEXT_NONE;
}

/* Versions that were never published, and why one was made, are for those who read the whole. */
static void keep_versions(const struct plan_loaded *loaded, struct plan_versions_rows *rows)
{
    size_t kept = 0;
    bool whole = loaded->reader.copy == PLAN_COPY_WHOLE;
    for (size_t i = 0; i < rows->count; i++) {
        if (date_is_none(rows->at[i].published) && !plan_copy_shows_drafts(&loaded->reader))
            continue;
        rows->at[kept] = rows->at[i];
        keep_sections(loaded, &rows->at[kept]);
        kept++;
    }
    rows->count = whole || kept == 0 ? kept : 1; /* a copy is of the plan as it is, not of how it was */
}

/* One version alone, as if it were the one in force. */
static void keep_version(const struct plan_loaded *loaded, int64_t number, struct plan_versions_rows *rows)
{
    size_t at = 0;
    for (size_t i = 0; i < rows->count; i++)
        if (rows->at[i].version == number)
            at = i;
    if (rows->count == 0)
        return;
    rows->at[0] = rows->at[at];
    rows->count = 1;
    keep_sections(loaded, &rows->at[0]);
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

static const struct plan_readers *reader_row(const struct plan_loaded *loaded, PersonId person)
{
    for (size_t i = 0; i < loaded->readers.count; i++)
        if (loaded->readers.at[i].person.n == person.n)
            return &loaded->readers.at[i];
    return NULL;
}

Err plan_reader_like(Read *read, const struct plan_loaded *loaded, const struct plan_readers *row, struct plan_reader *ret_reader)
{
    struct plan_kept_apart apart;
    bool beside = false;
    *ret_reader = (struct plan_reader){.copy = PLAN_COPY_OWN, .person = row->person, .words_of = row->words_of,
                                       .is_child = row->person.n == loaded->head.child.n};
    TRY(plan_kept_apart(read, loaded->head.family, row->person, &apart, &ret_reader->kept_apart));
    if (row->words_of.n != row->person.n)
        TRY(plan_kept_apart(read, loaded->head.family, row->words_of, &apart, &beside));
    ret_reader->kept_apart |= beside;
    return ok();
}

static Err load_head(Read *read, PlanId plan, struct plan_loaded *loaded)
{
    *loaded = (struct plan_loaded){.plan = plan, .today = read->today};
    TRY(plan_head(read, plan, &loaded->head));
    TRY(rights_on_child(read, loaded->head.child, &loaded->rights));
    return plan_readers(read, loaded->head.child, &loaded->readers);
}

/* Who reads: as staff or professional, or as a member of the family. */
static Err find_reader(Read *read, struct plan_loaded *loaded)
{
    struct plan_reader_of who;
    bool found;
    TRY(plan_reader_of(read, &who, &found));
    loaded->reader = (struct plan_reader){.copy = plan_copy_of(loaded->rights), .person = read->actor,
                                          .agency = found ? who.agency : (AgencyId){0}};
    if (loaded->reader.copy == PLAN_COPY_NONE)
        return err(NOT_ALLOWED, "the reader has no copy of this plan");
    if (loaded->reader.copy != PLAN_COPY_OWN)
        return ok();
    const struct plan_readers *row = reader_row(loaded, read->actor);
    return row == NULL ? err(NOT_ALLOWED, "no own copy is theirs") : plan_reader_like(read, loaded, row, &loaded->reader);
}

static Err load_words(Read *read, struct plan_loaded *loaded)
{
    TRY(plan_versions(read, loaded->plan, &loaded->versions));
    TRY(plan_page_actions(read, loaded->plan, &loaded->actions));
    TRY(plan_reader_words(read, loaded->plan, &loaded->own_words));
    return loaded->reader.copy == PLAN_COPY_WHOLE ? plan_views(read, loaded->plan, &loaded->views) : ok();
}

Err plan_load(Read *read, PlanId plan, struct plan_loaded *ret_loaded)
{
    struct plan_loaded *loaded = ret_loaded;
    TRY(load_head(read, plan, loaded));
    TRY(find_reader(read, loaded));
    TRY(load_words(read, loaded));
    keep_versions(loaded, &loaded->versions);
    keep_actions(loaded, &loaded->actions);
    return plan_leave_out_protected(read, loaded);
}

Err plan_load_as(Read *read, PlanId plan, PersonId person, int64_t version, struct plan_loaded *ret_loaded)
{
    struct plan_loaded *loaded = ret_loaded;
    TRY(load_head(read, plan, loaded));
    if (plan_copy_of(loaded->rights) != PLAN_COPY_WHOLE)
        return err(NOT_ALLOWED, "only who reads the whole plan reads another's copy");
    const struct plan_readers *row = reader_row(loaded, person);
    if (row == NULL)
        return err(NOT_FOUND, "this person can have no copy of the plan");
    TRY(plan_reader_like(read, loaded, row, &loaded->reader));
    TRY(load_words(read, loaded));
    keep_version(loaded, version, &loaded->versions);
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
