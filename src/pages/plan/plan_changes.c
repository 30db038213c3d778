#include "pages/plan/plan_changes.h"

#include "pages/options.h"

/* One action in one sentence: what, who, when, how we know. */
static Text action_words(Arena *arena, const struct plan_loaded *loaded, const struct plan_page_actions *action)
{
    const Text parts[] = {plan_action_who(arena, loaded, action), plan_action_when(arena, action), action->measure};
    Out out = out_new(arena);
    out_text(&out, action->what);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (!text_is_empty(parts[i])) {
            out_string(&out, "; ");
            out_text(&out, parts[i]);
        }
    return out_all(&out);
}

static const struct plan_page_actions *of_line(const struct plan_loaded *loaded, ActionId line, int64_t version)
{
    for (size_t i = 0; i < loaded->actions.count; i++)
        if (loaded->actions.at[i].line.n == line.n && plan_action_stands(&loaded->actions.at[i], version))
            return &loaded->actions.at[i];
    return NULL;
}

static void add_change(struct plan_page *page, Text what, Text was, Text is, Text because)
{
    struct plan_change_view *view = &page->changes.at[page->changes.count++];
    *view = (struct plan_change_view){.what = what, .because = because, .has_was = !text_is_empty(was), .has_now = !text_is_empty(is)};
    if (view->has_was && view->has_now) {
        struct compare_pair pair = compare_words(was, is);
        view->same = pair.same;
        view->is = pair.same ? T("Same") : T("Changed");
        view->was = pair.was;
        view->now = pair.is;
    } else if (view->has_now) {
        view->is = T("New");
        view->now.changed = is;
    } else {
        view->is = T("Dropped");
        view->was.changed = was;
    }
}

/* As one text: the words, or that the section is left out. Nothing: the reader has the words for everybody. */
static Text own_text(const struct plan_loaded *loaded, const struct plan_reader_words *of, int64_t version)
{
    const struct plan_reader_words *row = plan_words_for(loaded, of->person, version, plan_section_of(of->section));
    return row == NULL ? TEXT_NONE : row->standing == OWN_WORDS_LEFT_OUT ? T("Left out of this copy") : row->words;
}

/* What one reader alone reads in a section: each row of the newer version, and those of the older one that are gone. */
static void change_readers(Arena *arena, const struct plan_loaded *loaded, enum plan_section section, const struct plan_versions *was,
                           const struct plan_versions *is, struct plan_page *page)
{
    for (size_t i = 0; i < loaded->own_words.count; i++) {
        const struct plan_reader_words *row = &loaded->own_words.at[i];
        Text before = own_text(loaded, row, was->version), now = own_text(loaded, row, is->version);
        bool gone = row->version == was->version && text_is_empty(now);
        if (plan_section_of(row->section) != section || (row->version != is->version && !gone) || (text_is_empty(before) && text_is_empty(now)))
            continue;
        add_change(page, text_format(arena, "%s, in %.*s’s copy", plan_section_row(section)->title, TEXT_ARGS(row->given)), before, now,
                   text_equal(before, now) ? TEXT_NONE : is->because);
    }
}

static void change_sections(Arena *arena, const struct plan_loaded *loaded, const struct plan_versions *was, const struct plan_versions *is,
                            struct plan_page *page)
{
    struct plan_words before = plan_version_sections(was), after = plan_version_sections(is);
    for (int s = PLAN_SECTION_NONE + 1; s < PLAN_SECTION_COUNT; s++) {
        Text old = plan_section_words(&before, (enum plan_section)s), now = plan_section_words(&after, (enum plan_section)s);
        if (!text_is_empty(old) || !text_is_empty(now))
            add_change(page, text_of(plan_section_row((enum plan_section)s)->title), old, now, text_equal(old, now) ? TEXT_NONE : is->because);
        change_readers(arena, loaded, (enum plan_section)s, was, is, page);
    }
}

static void change_actions(Arena *arena, const struct plan_loaded *loaded, const struct plan_versions *was, const struct plan_versions *is,
                           struct plan_page *page)
{
    for (size_t i = 0; i < loaded->actions.count; i++) {
        ActionId line = loaded->actions.at[i].line;
        bool said = false;
        for (size_t k = 0; k < i; k++)
            said |= loaded->actions.at[k].line.n == line.n;
        const struct plan_page_actions *before = of_line(loaded, line, was->version), *now = of_line(loaded, line, is->version);
        if (said || (before == NULL && now == NULL))
            continue;
        add_change(page, text_format(arena, "Action: %.*s", TEXT_ARGS(now != NULL ? now->what : before->what)),
                   before == NULL ? TEXT_NONE : action_words(arena, loaded, before), now == NULL ? TEXT_NONE : action_words(arena, loaded, now),
                   now != NULL && now != before ? now->because : TEXT_NONE);
    }
}

static Text version_words(Arena *arena, const struct plan_versions *version)
{
    bool draft = date_is_none(version->published);
    return text_format(arena, "Version %lld%s, %.*s", (long long)version->version,
                       draft ? " (draft)" : version->state == PLAN_STATE_OUTLINE ? " (outline)" : "",
                       TEXT_ARGS(date_long(arena, draft ? version->made : version->published)));
}

static void add_views(Arena *arena, const struct plan_loaded *loaded, int64_t version, struct plan_page *page)
{
    page->views.at = ARENA_MANY(arena, loaded->views.count, struct plan_text_view);
    for (size_t i = 0; i < loaded->views.count; i++) {
        const struct plan_views *row = &loaded->views.at[i];
        Text said = text_is_empty(row->words) ? text_of(asked_answer_words(row->answer)) : row->words;
        if (!text_is_empty(row->ideas))
            said = text_format(arena, "%.*s Ideas: %.*s", TEXT_ARGS(said), TEXT_ARGS(row->ideas));
        if (row->version == version)
            page->views.at[page->views.count++] = (struct plan_text_view){
                text_format(arena, "%.*s, %.*s", TEXT_ARGS(name_words(arena, row->given, row->family_name)), TEXT_ARGS(date_long(arena, row->asked))), said};
    }
}

void plan_changes_fill(Arena *arena, const struct plan_loaded *loaded, const struct plan_versions *version, const struct plan_versions *with,
                       struct plan_page *page)
{
    add_views(arena, loaded, version->version, page);
    if (with == NULL || with->version >= version->version)
        with = plan_version_before(loaded, version);
    if (with == NULL)
        return;
    page->has_changes = true;
    page->was_title = text_format(arena, "Version %lld", (long long)with->version);
    page->now_title = text_format(arena, "Version %lld", (long long)version->version);
    page->changes_title = text_format(arena, "%.*s and %.*s", TEXT_ARGS(version_words(arena, with)), TEXT_ARGS(version_words(arena, version)));
    page->changes.at = ARENA_MANY(arena, PLAN_SECTION_COUNT + loaded->actions.count + loaded->own_words.count, struct plan_change_view);
    change_actions(arena, loaded, with, version, page);
    change_sections(arena, loaded, with, version, page);
    page->choices.at = ARENA_MANY(arena, loaded->versions.count, struct plan_choice_view);
    for (size_t i = 0; i < loaded->versions.count; i++) {
        const struct plan_versions *one = &loaded->versions.at[i];
        if (one->version < version->version)
            page->choices.at[page->choices.count++] =
                (struct plan_choice_view){text_format(arena, "%lld", (long long)one->version), version_words(arena, one), one == with};
    }
}
