#include "pages/options.h"
#include "pages/practice/moved.h"
#include "pages/work_parts.h"
#include "web/url.h"

enum { MOVED_LINES_MOST = 20, /* times told of */ MOVED_NAMED_MOST = 4 /* dates named in one line */ };

/* The same thing for brothers and sisters is one date. */
static bool same_date(const struct moved_news *a, const struct moved_news *b)
{
    return a->entry.n == b->entry.n && a->family.n == b->family.n && a->kind == b->kind && date_equal(a->was, b->was) && date_equal(a->now, b->now);
}

/* What one entry moved: the dates in words, how many they are, and whether they are of one family. */
struct moved_dates {
    Out words;
    size_t count;
    bool one_family;
};

/* 'Hazelwick: visit the child, Wed 15 Apr, before Tue 14 Apr' */
static void name_date(Arena *arena, const struct moved_news *row, struct moved_dates *dates)
{
    out_text(&dates->words, text_format(arena, "%s%.*s: %s, %.*s, before %.*s", dates->count == 1 ? "" : " · ", TEXT_ARGS(name_apart(arena, row->family_name)),
                                        obligation_kind_words(row->kind), TEXT_ARGS(date_short(arena, row->now)), TEXT_ARGS(date_short(arena, row->was))));
}

static struct moved_dates dates_of(struct request *request, const struct moved_news_rows *rows, size_t first)
{
    Arena *arena = request->arena;
    struct moved_dates dates = {.words = out_new(arena), .one_family = true};
    for (size_t i = first; i < rows->count && rows->at[i].entry.n == rows->at[first].entry.n; i++) {
        const struct moved_news *row = &rows->at[i];
        request_shows(request, row->child);
        dates.one_family = dates.one_family && row->family.n == rows->at[first].family.n;
        if (i > first && same_date(row - 1, row))
            continue;
        if (++dates.count <= MOVED_NAMED_MOST)
            name_date(arena, row, &dates);
    }
    if (dates.count > MOVED_NAMED_MOST)
        out_text(&dates.words, text_format(arena, " · and %zu more. Each says so where it stands.", dates.count - MOVED_NAMED_MOST));
    return dates;
}

Err work_moved_of(struct request *request, Read *read, int64_t after, struct moved_lines *ret_lines)
{
    Arena *arena = request->arena;
    struct moved_news_rows rows;
    TRY(moved_news(read, after, &rows));
    struct moved_lines lines = {ARENA_MANY(arena, MOVED_LINES_MOST, struct work_line), ARENA_MANY(arena, MOVED_LINES_MOST, EntryNumber), 0};
    for (size_t i = 0; i < rows.count && lines.count < MOVED_LINES_MOST; i++) {
        const struct moved_news *row = &rows.at[i];
        if (i > 0 && row[-1].entry.n == row->entry.n)
            continue;
        struct moved_dates dates = dates_of(request, &rows, i);
        struct work_line *line = &lines.at[lines.count];
        lines.entries[lines.count++] = row->entry;
        line->words = text_format(arena, "%zu %s moved: %.*s", dates.count, dates.count == 1 ? "date" : "dates",
                                  TEXT_ARGS(moved_because_words(arena, row->why, row->holiday, row->holiday_name)));
        line->meta = out_all(&dates.words);
        line->has_address = dates.one_family;
        line->address = dates.count == 1 ? proof_of(arena, &(struct due_ref){row->child, row->kind, row->start, row->now}) : url_family(arena, row->family);
    }
    *ret_lines = lines;
    return ok();
}

Text work_moved_words(Arena *arena, const struct moved_news_rows *rows, ChildId child, enum obligation_kind kind, Date start)
{
    for (size_t i = 0; i < rows->count; i++) {
        const struct moved_news *row = &rows->at[i];
        if (row->child.n == child.n && row->kind == kind && date_equal(row->start, start))
            return moved_sentence(arena, row->was, row->now, row->why, row->holiday, row->holiday_name, row->moved_on);
    }
    return TEXT_NONE;
}
