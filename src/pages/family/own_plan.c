#include "pages/family/own_plan.h"

#include "pages/family/own_plan_html.h"
#include "pages/options.h"
#include "web/url.h"

static void add_sections(Arena *arena, const struct plan_versions *version, struct own_plan_page *page)
{
    struct plan_words words = plan_version_sections(version);
    page->before.at = ARENA_MANY(arena, PLAN_SECTION_COUNT, struct own_section_view);
    page->after.at = ARENA_MANY(arena, PLAN_SECTION_COUNT, struct own_section_view);
    for (int s = PLAN_SECTION_NONE + 1; s < PLAN_SECTION_COUNT; s++) {
        const struct plan_section_row *row = plan_section_row((enum plan_section)s);
        Text written = plan_section_words(&words, (enum plan_section)s);
        struct own_section_views *to = s < PLAN_SECTION_cared_for || s == PLAN_SECTION_goals_short || s == PLAN_SECTION_goals_long ? &page->before : &page->after;
        if (!text_is_empty(written))
            to->at[to->count++] = (struct own_section_view){text_of(row->name), text_of(row->own_title), written};
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

Err own_plan_write(struct request *request, const struct plan_loaded *loaded, struct response *response)
{
    Arena *arena = request->arena;
    Text child = loaded->reader.is_child ? T("you") : loaded->head.given;
    struct own_plan_page page = {.frame = own_frame(request, T("Plan"), OWN_NOWHERE), .title = loaded->reader.is_child ? T("My plan") : T("Our plan"),
        .about = text_format(arena, "It says what each of us does to keep %.*s safe and well.", TEXT_ARGS(child)),
        .mine_title = T("What you do"), .others_title = T("What others do"),
        .talk_name = name_words(arena, loaded->head.lead_given, loaded->head.lead_name), .talk_number = loaded->head.lead_telephone};
    if (loaded->reader.kept_apart)
        page.about = text_format(arena, "This copy has your own part: what you do to keep %.*s safe and well.", TEXT_ARGS(child));
    page.is_empty = loaded->versions.count == 0;
    if (!date_is_none(loaded->head.ended))
        page.made = text_format(arena, "This plan ended on %.*s.", TEXT_ARGS(date_full(arena, loaded->head.ended)));
    if (!page.is_empty) {
        const struct plan_versions *version = &loaded->versions.at[0];
        if (text_is_empty(page.made))
            page.made = text_format(arena, "This is your own copy. It was made on %.*s.", TEXT_ARGS(date_full(arena, version->published)));
        add_sections(arena, version, &page);
        add_actions(arena, loaded, version->version, &page);
    }
    if (date_is_none(loaded->head.ended) && !date_is_none(loaded->head.review_by))
        page.review = text_format(arena, "We look at this again by %.*s.", TEXT_ARGS(date_full(arena, loaded->head.review_by)));
    own_plan_html(&response->body, &page);
    return ok();
}
