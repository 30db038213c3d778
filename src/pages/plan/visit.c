#include "pages/plan/visit.h"

#include "pages/options.h"
#include "pages/plan/visit_html.h"
#include "store/visit_sql.h"
#include "web/url.h"

enum { PARTS_MOST = 6 };

static void add_part(struct plan_text_views *parts, const char *title, Text words)
{
    if (!text_is_empty(words))
        parts->at[parts->count++] = (struct plan_text_view){text_of(title), words};
}

static struct visit_child_view child_view(Arena *arena, const struct visit_children *row)
{
    struct visit_child_view view = {.name = name_words(arena, row->given, row->family_name), .address = url_child(arena, row->child),
        .how = {row->how == SEEN_HOW_ALONE ? T("done") : row->how == SEEN_HOW_WITH_OTHERS ? T("info") : T("late"), text_of(seen_how_words(row->how))},
        .parts = {ARENA_MANY(arena, PARTS_MOST, struct plan_text_view), 0}};
    add_part(&view.parts, "With", row->others);
    add_part(&view.parts, row->how == SEEN_HOW_NOT_SEEN ? "Why not seen" : "Why not alone", row->why);
    add_part(&view.parts, "Where", row->place);
    add_part(&view.parts, "Where the child sleeps", row->bedroom);
    add_part(&view.parts, "The child’s words", row->words);
    return view;
}

static Text line_of(Arena *arena, const struct visit_read *visit)
{
    Out out = out_new(arena);
    out_string(&out, visit_kind_words(visit->kind));
    if (visit->at_minutes >= 0)
        out_text(&out, text_join(arena, T(" · "), minutes_words(arena, (int)visit->at_minutes)));
    if (!text_is_empty(visit->place))
        out_text(&out, text_join(arena, T(" · "), visit->place));
    out_text(&out, text_join(arena, T(" · by "), name_words(arena, visit->made_by_given, visit->made_by_name)));
    if (!text_is_empty(visit->adults))
        out_text(&out, text_join(arena, T(" · there too: "), visit->adults));
    return out_all(&out);
}

Err visit_page(struct request *request, struct response *response)
{
    Read *read;
    Arena *arena = request->arena;
    struct visit_read visit;
    struct visit_children_rows children;
    struct family_record record;
    TRY(request_read(request, &read));
    TRY(visit_read(read, request->ids.visit, &visit));
    TRY(visit_children(read, request->ids.visit, &children));
    if (children.count == 0)
        return err(NOT_ALLOWED, "the reader may know the children, not read their record");
    TRY(family_record_of(read, visit.family, &record));
    struct visit_page page = {.title = text_join(arena, T("Visit on "), date_full(arena, visit.made)), .line = line_of(arena, &visit),
        .failed = visit.failed, .failed_why = visit.failed_why, .home = visit.home, .notes = visit.notes,
        .children = {ARENA_MANY(arena, children.count, struct visit_child_view), 0}};
    family_record_shows(request, &record);
    for (size_t i = 0; i < children.count; i++)
        page.children.at[page.children.count++] = child_view(arena, &children.at[i]);
    TRY(frame_of(request, page.title, FRAME_FAMILIES, &page.frame));
    page.frame.full_width = page.frame.looks_recorded = true;
    page.band = family_band_of(arena, &record, TAB_VISITS, request->today);
    visit_html(&response->body, &page);
    return ok();
}
