#include "pages/practice/moving.h"

#include "acts/people/dates_counted_anew_act.h"
#include "acts/people/holiday_added_act.h"
#include "acts/people/holiday_withdrawn_act.h"
#include "acts/people/limit_set_act.h"
#include "acts/people/profile_changed_act.h"
#include "pages/options.h"
#include "store/moved_sql.h"
#include "web/url.h"

Text moving_answers(Arena *arena, const struct act_kind *kind, const void *act)
{
    if (kind == &HOLIDAY_ADDED_ACT)
        return date_iso(arena, ((const struct holiday_added *)act)->day);
    if (kind == &HOLIDAY_WITHDRAWN_ACT)
        return text_format(arena, "%lld", (long long)((const struct holiday_withdrawn *)act)->holiday.n);
    if (kind == &PROFILE_CHANGED_ACT) {
        const struct profile_changed *changed = act;
        return text_format(arena, "%.*s %.*s", TEXT_ARGS(date_iso(arena, changed->since)), TEXT_ARGS(changed->profile));
    }
    if (kind == &LIMIT_SET_ACT) {
        const struct limit_set *set = act;
        return text_format(arena, "%.*s %s %lld %s", TEXT_ARGS(date_iso(arena, set->since)), obligation_kind_code(set->kind), (long long)set->number,
                           limit_unit_code(set->unit));
    }
    return kind == &DATES_COUNTED_ANEW_ACT ? T("all") : TEXT_NONE;
}

/* One kind: how many become later, how many earlier. */
struct counted {
    int64_t later, earlier;
};

static void put_count(Arena *arena, struct sheet *sheet, bool has_column, int64_t number)
{
    if (has_column)
        sheet_put_number(arena, sheet, number);
}

static void add_kinds(Arena *arena, const struct consequences *would, struct moving_view *view)
{
    struct counted kinds[OBLIGATION_KIND_COUNT] = {0}, all = {0};
    for (size_t i = 0; i < would->redated.count; i++) {
        const struct case_redated *row = &would->redated.at[i];
        bool is_later = date_before(row->was, row->now);
        *(is_later ? &kinds[row->kind].later : &kinds[row->kind].earlier) += 1;
        *(is_later ? &all.later : &all.earlier) += 1;
    }
    const char *columns = all.earlier == 0 ? "What is due|#Later" : all.later == 0 ? "What is due|#Earlier" : "What is due|#Later|#Earlier";
    view->kinds = sheet_new(arena, T("How many of each kind"), columns, OBLIGATION_KIND_COUNT);
    for (int kind = 1; kind < OBLIGATION_KIND_COUNT; kind++) {
        if (kinds[kind].later + kinds[kind].earlier == 0)
            continue;
        sheet_next(arena, &view->kinds);
        sheet_put(&view->kinds, text_of(obligation_kind_words((enum obligation_kind)kind)));
        put_count(arena, &view->kinds, all.later > 0, kinds[kind].later);
        put_count(arena, &view->kinds, all.earlier > 0, kinds[kind].earlier);
    }
    view->has_kinds = view->kinds.rows.count > 0;
}

static const struct dates_moving_names *named(const struct dates_moving_names_rows *names, ChildId child)
{
    size_t low = 0, high = names->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (names->at[middle].child.n < child.n)
            low = middle + 1;
        else
            high = middle;
    }
    return low < names->count && names->at[low].child.n == child.n ? &names->at[low] : NULL;
}

static Err add_named(struct request *request, Read *read, const struct consequences *would, struct moving_view *view)
{
    Arena *arena = request->arena;
    struct dates_moving_names_rows names;
    TRY(dates_moving_names(read, &names));
    view->named = sheet_new(arena, T("Those of children whose record you may read"), "Child|What is due|Now|Then", MOVING_NAMED_MOST);
    for (size_t i = 0; i < would->redated.count && view->named.rows.count < MOVING_NAMED_MOST; i++) {
        const struct case_redated *row = &would->redated.at[i];
        const struct dates_moving_names *child = named(&names, row->child);
        if (child == NULL)
            continue;
        request_shows(request, row->child);
        sheet_next(arena, &view->named);
        struct sheet_cell *cell = sheet_put(&view->named, name_words(arena, child->given, TEXT_NONE));
        cell->more = text_join(arena, name_apart(arena, child->family_name), T(" family"));
        cell->link = url_family(arena, child->family);
        sheet_put(&view->named, text_of(obligation_kind_words(row->kind)));
        sheet_put(&view->named, date_full(arena, row->was));
        sheet_put(&view->named, date_full(arena, row->now));
    }
    view->has_named = view->named.rows.count > 0;
    return ok();
}

/* A profile also begins what was not asked for before, and ends what is asked for no longer. */
static Text more_words(Arena *arena, const struct consequences *would)
{
    Out out = out_new(arena);
    if (would->due.count > 0)
        out_text(&out, text_format(arena, "%zu %s on that day or later %s counted by the new limits. ", would->due.count,
                                   would->due.count == 1 ? "date that begins" : "dates that begin", would->due.count == 1 ? "is" : "are"));
    if (would->gone.count > 0)
        out_text(&out, text_format(arena, "%zu %s no longer asked for.", would->gone.count, would->gone.count == 1 ? "date is" : "dates are"));
    return text_trim(out_all(&out));
}

Err moving_view_of(struct request *request, Read *read, const struct consequences *would, Text looked, struct moving_view *ret_view)
{
    Arena *arena = request->arena;
    size_t count = would->redated.count;
    struct moving_view view = {.shown = true, .looked = looked};
    view.heading = count == 0 ? T("No date will move") : text_format(arena, "%zu %s will move", count, count == 1 ? "date" : "dates");
    view.more = more_words(arena, would);
    add_kinds(arena, would, &view);
    TRY(add_named(request, read, would, &view));
    *ret_view = view;
    return ok();
}
