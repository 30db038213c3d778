#include "pages/options.h"
#include "pages/practice/moved.h"
#include "pages/work_parts.h"
#include "web/url.h"

enum { MOVED_LINES_MOST = 20, /* families told of, of one time or several */ MOVED_NAMED_MOST = 4 /* dates named in one line */ };

static bool same_line(const struct moved_news *a, const struct moved_news *b) { return a->entry.n == b->entry.n && a->family.n == b->family.n; }

/* The same thing for brothers and sisters is one date. */
static bool same_date(const struct moved_news *a, const struct moved_news *b)
{
    return same_line(a, b) && a->kind == b->kind && date_equal(a->was, b->was) && date_equal(a->now, b->now);
}

/* 'Hazelwick family · Visit the child: Juniper, Wed 15 Apr, before Tue 14 Apr; …' */
static Text dates_words(struct request *request, const struct moved_news_rows *rows, size_t first, size_t *ret_dates)
{
    Arena *arena = request->arena;
    Out out = out_new(arena);
    out_text(&out, name_apart(arena, rows->at[first].family_name));
    out_string(&out, " family");
    size_t dates = 0;
    for (size_t i = first; i < rows->count && same_line(&rows->at[first], &rows->at[i]); i++) {
        const struct moved_news *row = &rows->at[i];
        request_shows(request, row->child);
        if (i > first && same_date(row - 1, row)) {
            if (dates <= MOVED_NAMED_MOST)
                out_text(&out, text_join(arena, T(", "), text_is_empty(row->given) ? T("unborn baby") : name_apart(arena, row->given)));
            continue;
        }
        if (++dates > MOVED_NAMED_MOST)
            continue;
        Text name = text_is_empty(row->given) ? T("unborn baby") : name_apart(arena, row->given);
        out_text(&out, text_format(arena, " · %s, now %.*s, before %.*s: %.*s", obligation_kind_words(row->kind), TEXT_ARGS(date_short(arena, row->now)),
                                   TEXT_ARGS(date_short(arena, row->was)), TEXT_ARGS(name)));
    }
    if (dates > MOVED_NAMED_MOST)
        out_text(&out, text_format(arena, " · and %zu more", dates - MOVED_NAMED_MOST));
    *ret_dates = dates;
    return out_all(&out);
}

Err work_moved_of(struct request *request, Read *read, int64_t after, struct moved_lines *ret_lines)
{
    Arena *arena = request->arena;
    struct moved_news_rows rows;
    TRY(moved_news(read, after, &rows));
    struct moved_lines lines = {ARENA_MANY(arena, MOVED_LINES_MOST, struct work_line), ARENA_MANY(arena, MOVED_LINES_MOST, EntryNumber), 0};
    for (size_t i = 0; i < rows.count && lines.count < MOVED_LINES_MOST; i++) {
        const struct moved_news *row = &rows.at[i];
        size_t dates;
        if (i > 0 && same_line(row - 1, row))
            continue;
        Text meta = dates_words(request, &rows, i, &dates);
        Text words = text_format(arena, "%zu %s moved: %.*s", dates, dates == 1 ? "date" : "dates",
                                 TEXT_ARGS(moved_because_words(arena, row->why, row->holiday, row->holiday_name)));
        lines.entries[lines.count] = row->entry;
        lines.at[lines.count++] = (struct work_line){.words = words, .meta = meta, .has_address = true,
            .address = dates == 1 ? proof_of(arena, &(struct due_ref){row->child, row->kind, row->start, row->now}) : url_family(arena, row->family)};
    }
    *ret_lines = lines;
    return ok();
}
