#include "pages/plan/plan_protected.h"

#include "rules/readers.h"
#include "store/people/protected.h"

/* What a copy shows of an action. */
static bool holds(const struct protected_words *kept, const struct plan_page_actions *row)
{
    const Text said[] = {row->what, row->owner_words, row->how_often, row->measure, row->notices};
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
        if (protected_stands_in(kept, said[i]))
            return true;
    return false;
}

static void clear_sections(const struct protected_words *kept, struct plan_versions *version)
{
#define SECTION(name, title, own_title, part, needed, source)                                                          \
    if (protected_stands_in(kept, version->name))                                                                       \
        version->name = TEXT_NONE;
#include "rules/plan_sections.def"
#undef SECTION
}

Err plan_leave_out_protected(Read *read, struct plan_loaded *loaded)
{
    struct protected_words kept;
    size_t left = 0;
    if (loaded->reader.copy == PLAN_COPY_WHOLE)
        return ok();
    if (loaded->reader.person.n == read->actor.n)
        TRY(protected_from_reader(read, loaded->head.family, &kept));
    else /* somebody looks at another's copy: it is as that reader gets it, whatever the one who looks may read */
        TRY(protected_of_family(read, loaded->head.family, &kept));
    for (size_t i = 0; i < loaded->own_words.count; i++)
        if (protected_stands_in(&kept, loaded->own_words.at[i].words))
            loaded->own_words.at[i].words = TEXT_NONE;
    for (size_t i = 0; i < loaded->versions.count; i++)
        clear_sections(&kept, &loaded->versions.at[i]);
    for (size_t i = 0; i < loaded->actions.count; i++)
        if (!holds(&kept, &loaded->actions.at[i]))
            loaded->actions.at[left++] = loaded->actions.at[i];
    loaded->actions.count = left;
    return ok();
}

/* The version that copies are made of. */
static const struct plan_versions *published_of(const struct plan_loaded *loaded)
{
    for (size_t i = 0; i < loaded->versions.count; i++)
        if (!date_is_none(loaded->versions.at[i].published))
            return &loaded->versions.at[i];
    return NULL;
}

Err plan_left_out(Read *read, const struct plan_loaded *loaded, struct plan_left_out *ret_left_out)
{
    struct protected_words all;
    const struct plan_versions *version = published_of(loaded);
    *ret_left_out = (struct plan_left_out){0};
    if (loaded->reader.copy != PLAN_COPY_WHOLE || version == NULL)
        return ok();
    TRY(protected_of_family(read, loaded->head.family, &all));
    if (all.rows.count == 0)
        return ok();
    struct plan_words words = plan_version_sections(version);
    ret_left_out->at = ARENA_MANY(read->arena, PLAN_SECTION_COUNT + loaded->own_words.count + loaded->actions.count, Text);
    for (int s = PLAN_SECTION_NONE + 1; s < PLAN_SECTION_COUNT; s++) {
        const struct plan_section_row *row = plan_section_row((enum plan_section)s);
        bool copied = row->part || row->own_title[0] != '\0';
        if (copied && protected_stands_in(&all, plan_section_words(&words, (enum plan_section)s)))
            ret_left_out->at[ret_left_out->count++] = text_of(row->title);
    }
    for (size_t i = 0; i < loaded->own_words.count; i++) {
        const struct plan_reader_words *row = &loaded->own_words.at[i];
        if (row->version == version->version && protected_stands_in(&all, row->words))
            ret_left_out->at[ret_left_out->count++] =
                text_format(read->arena, "%.*s’s own words: %s", TEXT_ARGS(row->given), own_section_words(row->section));
    }
    for (size_t i = 0; i < loaded->actions.count; i++) {
        const struct plan_page_actions *row = &loaded->actions.at[i];
        if (plan_action_stands(row, version->version) && audience_leaves(row->audience) && holds(&all, row))
            ret_left_out->at[ret_left_out->count++] = row->what;
    }
    return ok();
}
