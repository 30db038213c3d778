#include "pages/options.h"
#include "pages/work_parts.h"
#include "store/work_sql.h"
#include "web/url.h"

/* 'Legal planning meeting: Maja, Oskar'; after it, what was decided and is not done. */
static const char *what_words(const struct work_legal *row)
{
    if (date_is_none(row->held))
        return "Legal planning meeting: ";
    return row->outcome == LEGAL_OUTCOME_APPLY_NOW ? "The application to court is owed: " : "The letter to the parents is owed: ";
}

static Text when_words(Arena *arena, const struct work_legal *row)
{
    if (!date_is_none(row->held))
        return text_format(arena, "%s, decided on %.*s", legal_outcome_words(row->outcome), TEXT_ARGS(date_long(arena, row->held)));
    return date_is_none(row->meeting) ? T("No day yet") : date_full(arena, row->meeting);
}

static bool same_meeting(const struct work_legal *a, const struct work_legal *b)
{
    return a->family.n == b->family.n && a->outcome == b->outcome && date_equal(a->meeting, b->meeting) && date_equal(a->held, b->held);
}

Err work_legal_of(struct request *request, Read *read, struct work_page *page)
{
    Arena *arena = request->arena;
    struct work_legal_rows rows;
    TRY(work_legal(read, &rows));
    page->legal.at = ARENA_MANY(arena, rows.count, struct work_line);
    for (size_t i = 0; i < rows.count; i++) {
        const struct work_legal *row = &rows.at[i];
        Out words = out_new(arena);
        bool told = false; /* an earlier line has named the brothers and sisters */
        request_shows(request, row->child);
        for (size_t k = 0; k < i; k++)
            told |= same_meeting(&rows.at[k], row);
        for (size_t k = i; k < rows.count && !told; k++)
            if (same_meeting(&rows.at[k], row)) {
                out_string(&words, words.len == 0 ? what_words(row) : ", ");
                out_text(&words, text_is_empty(rows.at[k].given) ? T("unborn child") : name_apart(arena, rows.at[k].given));
            }
        if (told)
            continue;
        bool late = date_is_none(row->held) && !date_is_none(row->meeting) && date_before(row->meeting, request->today);
        page->legal.at[page->legal.count++] = (struct work_line){.words = out_all(&words),
            .meta = text_format(arena, "%.*s family · %.*s", TEXT_ARGS(row->family_name), TEXT_ARGS(when_words(arena, row))),
            .address = url_family(arena, row->family), .has_address = true,
            .has_tag = late || !date_is_none(row->held), .tag = {late ? T("late") : T("wait"), late ? T("not recorded as held") : T("owed")}};
    }
    return ok();
}
