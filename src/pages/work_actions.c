#include "pages/options.h"
#include "pages/work_parts.h"
#include "store/work_sql.h"
#include "web/url.h"

enum { ACTIONS_MOST = 60 };

/* What a line is made from, of both pieces. */
struct due_action {
    ChildId child;
    FamilyId family;
    Text given, family_name, what, who; /* who: empty for the reader's own */
    Date by_when;
};
struct due_actions {
    struct due_action *at;
    size_t count;
};

static bool same_action(const struct due_action *a, const struct due_action *b)
{
    return a->family.n == b->family.n && text_equal(a->what, b->what) && text_equal(a->who, b->who) && date_equal(a->by_when, b->by_when);
}

/* One line for an action that was written for several brothers and sisters. */
static void add_actions(struct request *request, const struct due_actions *actions, struct work_lines *lines)
{
    Arena *arena = request->arena;
    lines->at = ARENA_MANY(arena, ACTIONS_MOST, struct work_line);
    for (size_t i = 0; i < actions->count; i++) {
        const struct due_action *one = &actions->at[i];
        Out names = out_new(arena);
        bool told = false;
        request_shows(request, one->child);
        for (size_t k = 0; k < i; k++)
            told |= same_action(&actions->at[k], one);
        for (size_t k = i; k < actions->count && !told; k++)
            if (same_action(&actions->at[k], one)) {
                out_string(&names, k == i ? "" : ", ");
                out_text(&names, text_is_empty(actions->at[k].given) ? T("unborn child") : name_apart(arena, actions->at[k].given));
            }
        if (told || lines->count == ACTIONS_MOST)
            continue;
        bool dated = !date_is_none(one->by_when), late = dated && date_before(one->by_when, request->today);
        Text by = dated ? text_join(arena, T("by "), date_long(arena, one->by_when)) : T("no day");
        Text who = text_is_empty(one->who) ? TEXT_NONE : text_join(arena, one->who, T(" · "));
        Text meta = text_format(arena, "%.*s%.*s · %.*s family · %.*s", TEXT_ARGS(who), TEXT_ARGS(out_all(&names)), TEXT_ARGS(one->family_name), TEXT_ARGS(by));
        lines->at[lines->count++] = (struct work_line){.words = one->what, .meta = meta, .address = url_family_plan(arena, one->family), .has_address = true,
                                                       .has_tag = late, .tag = due_tag(arena, dated ? one->by_when : request->today, request->today)};
    }
}

static Err own_actions(struct request *request, Read *read, struct due_actions *ret_actions)
{
    struct work_actions_rows rows;
    TRY(work_actions(read, &rows));
    *ret_actions = (struct due_actions){ARENA_MANY(read->arena, rows.count, struct due_action), 0};
    for (size_t i = 0; i < rows.count; i++) {
        bool left_out;
        TRY(work_left_out(request, read, rows.at[i].family, rows.at[i].what, &left_out));
        if (!left_out)
            ret_actions->at[ret_actions->count++] = (struct due_action){rows.at[i].child, rows.at[i].family, rows.at[i].given, rows.at[i].family_name, rows.at[i].what, TEXT_NONE, rows.at[i].by_when};
    }
    return ok();
}

static Err late_actions(Read *read, struct due_actions *ret_actions)
{
    struct work_actions_late_rows rows;
    TRY(work_actions_late(read, &rows));
    *ret_actions = (struct due_actions){ARENA_MANY(read->arena, rows.count, struct due_action), rows.count};
    for (size_t i = 0; i < rows.count; i++) {
        const struct work_actions_late *row = &rows.at[i];
        bool named = !text_is_empty(row->owner_given) || !text_is_empty(row->owner_name);
        Text who = named ? name_words(read->arena, row->owner_given, row->owner_name) : text_is_empty(row->owner_words) ? T("nobody named") : row->owner_words;
        ret_actions->at[i] = (struct due_action){row->child, row->family, row->given, row->family_name, row->what, who, row->by_when};
    }
    return ok();
}

Err work_actions_of(struct request *request, Read *read, struct work_page *page)
{
    struct due_actions actions;
    TRY(own_actions(request, read, &actions));
    add_actions(request, &actions, &page->actions);
    if (!page->holds_cases)
        return ok();
    TRY(late_actions(read, &actions));
    add_actions(request, &actions, &page->late_actions);
    page->late_count += page->late_actions.count;
    return ok();
}
