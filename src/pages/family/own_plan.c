#include "pages/family/own_plan.h"

#include "pages/family/own_plan_html.h"
#include "pages/options.h"
#include "store/practice.h"
#include "web/url.h"

/* Whoever reads the child's own words reads them under the child's own titles. */
static bool reads_for_child(const struct plan_loaded *loaded) { return loaded->reader.words_of.n == loaded->head.child.n; }

static void add_sections(Arena *arena, const struct plan_loaded *loaded, const struct plan_versions *version, struct own_plan_page *page)
{
    struct plan_words words = plan_version_sections(version);
    page->before.at = ARENA_MANY(arena, PLAN_SECTION_COUNT, struct own_section_view);
    page->after.at = ARENA_MANY(arena, PLAN_SECTION_COUNT, struct own_section_view);
    for (int s = PLAN_SECTION_NONE + 1; s < PLAN_SECTION_COUNT; s++) {
        const struct plan_section_row *row = plan_section_row((enum plan_section)s);
        Text written = plan_section_words(&words, (enum plan_section)s);
        struct own_section_views *to = s < PLAN_SECTION_cared_for || s == PLAN_SECTION_goals_short || s == PLAN_SECTION_goals_long ? &page->before : &page->after;
        if (!text_is_empty(written))
            to->at[to->count++] = (struct own_section_view){text_of(row->name),
                text_of(reads_for_child(loaded) ? plan_section_child_title((enum plan_section)s) : row->own_title), written};
    }
}

/* First what the reader does, then what everybody else does. */
static void add_actions(Arena *arena, const struct plan_loaded *loaded, int64_t version, struct own_plan_page *page)
{
    page->mine.at = ARENA_MANY(arena, loaded->actions.count, struct own_action_view);
    page->others.at = ARENA_MANY(arena, loaded->actions.count, struct own_action_view);
    for (size_t i = 0; i < loaded->actions.count; i++) {
        const struct plan_page_actions *row = &loaded->actions.at[i];
        if (!plan_action_stands(row, version) || row->progress == ACTION_PROGRESS_DROPPED)
            continue;
        struct own_action_views *to = row->owner_person.n == loaded->reader.person.n ? &page->mine : &page->others;
        to->at[to->count++] = (struct own_action_view){row->what, plan_action_who(arena, loaded, row), plan_action_when(arena, row), row->measure,
                                                       row->notices, row->progress == ACTION_PROGRESS_DONE};
    }
}

static Text title_words(Arena *arena, const struct plan_loaded *loaded)
{
    if (loaded->reader.is_child)
        return T("My plan");
    if (loaded->reader.kept_apart)
        return T("Your part of the plan");
    return reads_for_child(loaded) ? text_format(arena, "The plan for %.*s", TEXT_ARGS(loaded->head.given)) : T("Our plan");
}

/* What the copy says about itself. */
static Text about_words(Arena *arena, const struct plan_loaded *loaded, bool has_sections)
{
    Text child = loaded->reader.is_child ? T("you") : loaded->head.given;
    if (loaded->reader.kept_apart)
        return has_sections ? text_format(arena, "This copy is made for you. It says what you need to know, and what you do to keep %.*s safe and well.", TEXT_ARGS(child))
                            : text_format(arena, "This copy has your own part: what you do to keep %.*s safe and well.", TEXT_ARGS(child));
    if (reads_for_child(loaded) && !loaded->reader.is_child)
        return text_format(arena, "This is what %.*s reads. The words are written for %.*s.", TEXT_ARGS(child), TEXT_ARGS(child));
    return text_format(arena, "It says what each of us does to keep %.*s safe and well.", TEXT_ARGS(child));
}

/* Who looks at another's copy goes back to the plan: the family's home is not theirs, and leaving would end their session. */
static void add_preview(struct request *request, const struct plan_loaded *loaded, Text preview, struct own_plan_page *page)
{
    page->preview = preview;
    page->frame.nav = (struct frame_links){0};
    page->frame.exit = url_plan(request->arena, loaded->plan);
    page->frame.exit_words = T("Back to the plan");
}

static Err add_review(struct request *request, const struct plan_loaded *loaded, struct own_plan_page *page)
{
    const struct plan_head *head = &loaded->head;
    const struct due_ref ref = {head->child, head->review_kind, head->review_start, head->review_due};
    bool is_known = ref.kind != OBLIGATION_KIND_NONE;
    Date by = is_known ? ref.due : head->review_by;
    struct practice practice;
    Read *read;
    if (!date_is_none(head->ended) || date_is_none(by))
        return ok();
    page->review = text_format(request->arena, "We look at this again by %.*s.", TEXT_ARGS(date_full(request->arena, by)));
    if (is_known) {
        TRY(request_read(request, &read));
        TRY(practice_read(read, &practice));
        page->why = own_why_of(request->arena, &practice, &ref, DATE_NONE);
    }
    return ok();
}

Err own_plan_write(struct request *request, const struct plan_loaded *loaded, Text preview, struct response *response)
{
    Arena *arena = request->arena;
    struct own_plan_page page = {.frame = own_frame(request, T("Plan"), OWN_NOWHERE), .title = title_words(arena, loaded),
        .mine_title = T("What you do"), .others_title = T("What others do"),
        .talk_name = name_words(arena, loaded->head.lead_given, loaded->head.lead_name), .talk_number = loaded->head.lead_telephone};
    if (!text_is_empty(preview))
        add_preview(request, loaded, preview, &page);
    page.is_empty = loaded->versions.count == 0;
    if (!date_is_none(loaded->head.ended))
        page.made = text_format(arena, "This plan ended on %.*s.", TEXT_ARGS(date_full(arena, loaded->head.ended)));
    if (!page.is_empty) {
        const struct plan_versions *version = &loaded->versions.at[0];
        if (date_is_none(version->published))
            page.made = T("This copy is not ready yet. Nobody has it.");
        else if (text_is_empty(page.made))
            page.made = text_format(arena, "This is your own copy. It was made on %.*s.", TEXT_ARGS(date_full(arena, version->published)));
        add_sections(arena, loaded, version, &page);
        add_actions(arena, loaded, version->version, &page);
    }
    page.about = about_words(arena, loaded, page.before.count + page.after.count > 0);
    TRY(add_review(request, loaded, &page));
    own_plan_html(&response->body, &page);
    return ok();
}
