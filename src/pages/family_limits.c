#include "pages/family_parts.h"
#include "pages/limit_words.h"
#include "pages/options.h"
#include "pages/practice/known.h"
#include "store/late_sql.h"

enum {
    LIMITS_MOST = 12, /* rows of the table on the family's page */
    OF_CHILD_MOST = 60, /* … in a child's file */
    FAR_DAYS = 200,   /* what is due later than that isn't a row of it yet: a plan of two years, on its first day */
};

static struct limit_state state_of(const struct family_limits *limit)
{
    return (struct limit_state){limit->kind, limit->state, limit->due, limit->met, limit->stopped, limit->met_by, limit->stopped_by};
}

/* The same for several children is one row. */
static bool same_limit(const struct family_limits *a, const struct family_limits *b)
{
    return a->kind == b->kind && date_equal(a->due, b->due) && a->state == b->state && date_equal(a->met, b->met) && date_equal(a->stopped, b->stopped) &&
           a->stopped_by == b->stopped_by;
}

static bool is_open(const struct family_limits *limit) { return limit->state == OBLIGATION_STATE_WAITING || limit->state == OBLIGATION_STATE_LATE; }

/* The newest words on why it was late; none where nobody said any. */
static Text why_words(Arena *arena, const struct late_reasons_rows *reasons, const struct family_limits *limit)
{
    for (size_t i = 0; i < reasons->count; i++) {
        const struct late_reasons *row = &reasons->at[i];
        if (row->child.n == limit->child.n && row->kind == limit->kind && date_equal(row->start, limit->start))
            return text_format(arena, "Why it was late: %.*s (%.*s, %.*s)", TEXT_ARGS(row->why), TEXT_ARGS(name_words(arena, row->given, row->family_name)),
                               TEXT_ARGS(date_long(arena, row->said_on)));
    }
    return TEXT_NONE;
}

static Text names_of(Arena *arena, const void *of, const ChildId *children, size_t count) { return children_words(arena, of, children, count); }

Err limits_of(Read *read, const struct family_record *record, ChildId child, struct steps *steps, struct limit_views *ret_limits, struct chain_views *ret_chains)
{
    Arena *arena = read->arena;
    struct family_limits_rows limits;
    struct late_reasons_rows reasons;
    size_t most = child.n == 0 ? LIMITS_MOST : OF_CHILD_MOST;
    TRY(family_limits(read, record->family, &limits));
    TRY(late_reasons(read, record->family, &reasons));
    if (child.n != 0) {
        size_t own = 0;
        for (size_t i = 0; i < limits.count; i++)
            if (limits.at[i].child.n == child.n)
                limits.at[own++] = limits.at[i];
        limits.count = own;
    }
    struct limit_views views = {ARENA_MANY(arena, most, struct limit_view), 0};
    ChildId *children = ARENA_MANY(arena, limits.count, ChildId);
    Text *moved = ARENA_MANY(arena, limits.count, Text);
    for (size_t i = 0; i < limits.count; i++)
        moved[i] = moved_words(arena, &record->moves, limits.at[i].child, limits.at[i].kind, limits.at[i].start);
    for (size_t i = 0; i < limits.count && views.count < most; i++) {
        const struct family_limits *limit = &limits.at[i];
        size_t count = 0;
        bool said = date_days_between(read->today, limit->due) > FAR_DAYS;
        for (size_t k = 0; k < limits.count; k++) {
            if (!same_limit(limit, &limits.at[k]) || !text_equal(moved[k], moved[i]))
                continue;
            said |= k < i;
            children[count++] = limits.at[k].child;
        }
        if (said)
            continue;
        const struct limit_state state = state_of(limit);
        Text who = children_words(arena, record, children, count);
        struct limit_view *view = &views.at[views.count++];
        const struct due_ref ref = {limit->child, limit->kind, limit->start, limit->due};
        Text what = text_of(obligation_kind_words(limit->kind)), day = date_long(arena, limit->due);
        *view = (struct limit_view){.what = what, .child = who,
                                    .tag = limit_tag(arena, &state, read->today), .reason = limit_reason(arena, &state, who, count > 1), .moved = moved[i],
                                    .beyond = is_open(limit) && due_is_beyond(&record->practice, limit->kind, limit->due)};
        /* a day of the past has no page of its own: what is known today is another thing */
        view->day = steps != NULL ? due_day(arena, day, &ref) : due_day_short(arena, day, &ref, &record->practice, read->today, what);
        if (steps != NULL && is_open(limit)) /* the steps say why it is late */
            TRY(steps_find(steps, (struct step_of){record->family, limit->child, limit->kind, limit->start, limit->due}, &view->steps));
        else
            view->why = why_words(arena, &reasons, limit);
    }
    *ret_limits = views;
    *ret_chains = chains_of(arena, &limits, names_of, record, steps != NULL, read->today);
    return ok();
}

Err add_limits(Read *read, const struct family_record *record, struct steps *steps, struct family_page *page)
{
    return limits_of(read, record, (ChildId){0}, steps, &page->limits, &page->chains);
}
