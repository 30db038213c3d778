#include "pages/limit_chain.h"

enum {
    CHAIN_STEPS_MOST = 6, /* links shown one by one: the last ones */
    CHILDREN_MOST = 100,  /* of a family */
};

enum chain { CORE_GROUPS, REVIEWS, VISITS, CHAIN_COUNT };

static const char *const TITLES[CHAIN_COUNT] = {"Core groups", "Reviews", "Visits"};

/* Which chain a kind is a link of, and what it is called there. */
static const struct link {
    enum obligation_kind kind;
    enum chain chain;
    const char *words;
} LINKS[] = {
    {OBLIGATION_KIND_FIRST_CORE_GROUP, CORE_GROUPS, "First core group"},
    {OBLIGATION_KIND_NEXT_CORE_GROUP, CORE_GROUPS, "Next core group"},
    {OBLIGATION_KIND_PRE_BIRTH_REVIEW, REVIEWS, "Review after the pre-birth conference"},
    {OBLIGATION_KIND_FIRST_REVIEW, REVIEWS, "First review"},
    {OBLIGATION_KIND_NEXT_REVIEW, REVIEWS, "Next review"},
    {OBLIGATION_KIND_VISIT, VISITS, "Visit"},
};

static const struct link *link_of(enum obligation_kind kind)
{
    for (size_t i = 0; i < sizeof LINKS / sizeof LINKS[0]; i++)
        if (LINKS[i].kind == kind)
            return &LINKS[i];
    return NULL;
}

/* One child's links of one chain, in the order in which they began. */
struct row {
    const struct family_limits *at[300]; /* family_limits gives no more */
    size_t count;
};

static void find_row(const struct family_limits_rows *limits, ChildId child, enum chain chain, struct row *ret_row)
{
    ret_row->count = 0;
    for (size_t i = 0; i < limits->count; i++) {
        const struct family_limits *limit = &limits->at[i];
        const struct link *link = link_of(limit->kind);
        if (limit->child.n != child.n || link == NULL || link->chain != chain || ret_row->count == sizeof ret_row->at / sizeof ret_row->at[0])
            continue;
        size_t place = ret_row->count++;
        for (; place > 0 && date_before(limit->start, ret_row->at[place - 1]->start); place--)
            ret_row->at[place] = ret_row->at[place - 1];
        ret_row->at[place] = limit;
    }
}

static bool runs_alike(const struct row *a, const struct row *b)
{
    bool alike = a->count == b->count;
    for (size_t i = 0; alike && i < a->count; i++) {
        const struct family_limits *x = a->at[i], *y = b->at[i];
        alike = x->kind == y->kind && date_equal(x->start, y->start) && date_equal(x->due, y->due) && x->state == y->state && date_equal(x->met, y->met) &&
                date_equal(x->stopped, y->stopped);
    }
    return alike;
}

/* Those that are not shown one by one, counted. */
static Text before_words(Arena *arena, const struct row *row, size_t count)
{
    size_t late = 0;
    for (size_t i = 0; i < count; i++)
        late += row->at[i]->state != OBLIGATION_STATE_MET && row->at[i]->state != OBLIGATION_STATE_NOT_NEEDED;
    if (count == 0)
        return TEXT_NONE;
    return text_format(arena, "%zu before these: %zu in time, %zu late", count, count - late, late);
}

static struct chain_view chain_view_of(Arena *arena, enum chain chain, const struct row *row, Text who, bool are_many, bool is_now, Date today)
{
    size_t first = row->count > CHAIN_STEPS_MOST ? row->count - CHAIN_STEPS_MOST : 0;
    struct chain_view view = {.title = text_of(TITLES[chain]), .who = who, .before = before_words(arena, row, first)};
    view.steps.at = ARENA_MANY(arena, row->count - first, struct chain_step_view);
    for (size_t i = first; i < row->count; i++) {
        const struct family_limits *limit = row->at[i];
        const struct limit_state state = {limit->kind, limit->state, limit->due, limit->met, limit->stopped, limit->met_by, limit->stopped_by};
        const struct due_ref ref = {limit->child, limit->kind, limit->start, limit->due};
        Text due = text_join(arena, T("due "), date_long(arena, limit->due));
        struct due_day day = is_now ? due_day(arena, due, &ref) : (struct due_day){.words = due};
        view.steps.at[view.steps.count++] = (struct chain_step_view){text_of(link_of(limit->kind)->words), day, limit_tag(arena, &state, today), limit_reason(arena, &state, who, are_many)};
    }
    return view;
}

static size_t find_children(const struct family_limits_rows *limits, ChildId *children)
{
    size_t count = 0;
    for (size_t i = 0; i < limits->count; i++) {
        bool known = false;
        for (size_t k = 0; k < count; k++)
            known |= children[k].n == limits->at[i].child.n;
        if (!known && count < CHILDREN_MOST)
            children[count++] = limits->at[i].child;
    }
    return count;
}

struct chain_views chains_of(Arena *arena, const struct family_limits_rows *limits, chain_names *names, const void *of, bool is_now, Date today)
{
    ChildId children[CHILDREN_MOST], alike[CHILDREN_MOST];
    size_t count = find_children(limits, children);
    struct chain_views views = {ARENA_MANY(arena, count * CHAIN_COUNT, struct chain_view), 0};
    struct row *rows = ARENA_MANY(arena, count, struct row);
    for (int chain = 0; chain < CHAIN_COUNT; chain++) {
        for (size_t i = 0; i < count; i++)
            find_row(limits, children[i], (enum chain)chain, &rows[i]);
        for (size_t i = 0; i < count; i++) {
            size_t same = 0;
            bool said = rows[i].count < 2;
            for (size_t k = 0; k < count; k++)
                if (runs_alike(&rows[i], &rows[k])) {
                    said |= k < i;
                    alike[same++] = children[k];
                }
            if (!said)
                views.at[views.count++] = chain_view_of(arena, (enum chain)chain, &rows[i], names(arena, of, alike, same), same > 1, is_now, today);
        }
    }
    return views;
}
