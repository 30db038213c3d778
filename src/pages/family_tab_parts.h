/* How a tab of the family is filled: begun, section by section and row by row, and written. For the files that make the tabs. */
#ifndef PAGES_FAMILY_TAB_PARTS_H
#define PAGES_FAMILY_TAB_PARTS_H

#include "pages/family_tab.h"
#include "pages/family_tab_html.h"
#include "web/url.h"

enum {
    SECTIONS_MOST = 12,
    CELLS_MOST = 6,
    ROWS_ON_PAGE = 30, /* visits and looks on one page */
};

/* A tab being filled. */
struct tab {
    struct request *request;
    Read *read;
    Arena *arena;
    struct family_record record;
    struct family_tab_page page;
};

static inline Err tab_begin(struct request *request, enum family_tab which, const char *title, struct tab *tab)
{
    *tab = (struct tab){.request = request, .arena = request->arena};
    TRY(request_read(request, &tab->read));
    TRY(family_record_of(tab->read, request->ids.family, &tab->record));
    family_record_shows(request, &tab->record);
    tab->page.band = family_band_of(tab->arena, &tab->record, which, request->today);
    tab->page.title = text_of(title);
    Text name = text_join(tab->arena, text_of(title), text_join(tab->arena, T(" – "), tab->page.band.name));
    TRY(frame_of(request, name, FRAME_FAMILIES, &tab->page.frame));
    tab->page.frame.full_width = tab->page.frame.looks_recorded = true;
    tab->page.sections.at = ARENA_MANY(tab->arena, SECTIONS_MOST, struct tab_section);
    return ok();
}

static inline Err tab_end(struct tab *tab, struct response *response)
{
    family_tab_html(&response->body, &tab->page);
    return ok();
}

/* A section of at most `room` rows with these headings, the first of which is the row's head. */
static inline struct tab_section *section(struct tab *tab, const char *title, const char *empty, const Text *headings, size_t heading_count, size_t room)
{
    struct tab_section *made = &tab->page.sections.at[tab->page.sections.count++];
    *made = (struct tab_section){.title = text_of(title), .empty = text_of(empty), .more_words = T("Older"), .headings = {headings, heading_count},
                                 .rows = {ARENA_MANY(tab->arena, room, struct tab_row), 0}};
    return made;
}
#define SECTION(tab, title, empty, headings, room) section((tab), (title), (empty), (headings), sizeof(headings) / sizeof(headings)[0], (room))

static inline struct tab_row *row(struct tab *tab, struct tab_section *in, Text head)
{
    struct tab_row *made = &in->rows.at[in->rows.count++];
    *made = (struct tab_row){.head = head, .cells = {ARENA_MANY(tab->arena, CELLS_MOST, struct tab_cell), 0}};
    return made;
}

/* The next cell of a row, under the heading of its place. */
static inline struct tab_cell *cell(const struct tab_section *in, struct tab_row *to, Text words)
{
    struct tab_cell *made = &to->cells.at[to->cells.count++];
    *made = (struct tab_cell){.label = in->headings.at[to->cells.count], .words = words};
    return made;
}

static inline void cell_tag(const struct tab_section *in, struct tab_row *to, const char *look, Text words)
{
    struct tab_cell *made = cell(in, to, TEXT_NONE);
    made->has_tag = true;
    made->tag = (struct status_tag){text_of(look), words};
}

static inline Text or_none(Text words, const char *otherwise) { return text_is_empty(words) ? text_of(otherwise) : words; }
static inline Text day_or(Arena *arena, Date day, const char *otherwise) { return date_is_none(day) ? text_of(otherwise) : date_long(arena, day); }

/* Of a list that goes on: only what is older than this number; from the newest without one. */
static inline int64_t before_of(const struct request *request)
{
    int64_t before;
    return text_to_int(form_get(&request->query, T("before")), &before) && before > 0 ? before : INT64_MAX;
}

#endif
