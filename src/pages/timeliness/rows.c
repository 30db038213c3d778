#include "pages/timeliness/rows.h"

#include <string.h>

#include "pages/limit_words.h"
#include "pages/options.h"
#include "pages/timeliness/numbers.h"
#include "store/practice.h"
#include "web/url.h"

/* A state as it is kept, and the days on which it stands so. */
struct kept {
    enum obligation_state state;
    Date since, until;
};

static Date later(Date a, Date b) { return date_is_none(b) || date_before(b, a) ? a : b; }
static Date earlier(Date a, Date b) { return date_before(b, a) ? b : a; }

/* What is late now or still to come is kept as WAITING: the day says which. */
static struct kept kept_of(const struct asked_limits *asked, enum obligation_state state, Date today)
{
    struct kept kept = {state, later(asked->since, asked->after.due), asked->until};
    if (state == OBLIGATION_STATE_LATE)
        kept = (struct kept){OBLIGATION_STATE_WAITING, kept.since, earlier(kept.until, date_plus_days(today, -1))};
    else if (state == OBLIGATION_STATE_WAITING && asked->state == OBLIGATION_STATE_WAITING)
        kept.since = later(kept.since, today);
    return kept;
}

#define ROW_OF(row)                                                                                                    \
    {                                                                                                                  \
        .child = (row)->child, .kind = (row)->kind, .start = (row)->start, .due = (row)->due, .met = (row)->met, .stopped = (row)->stopped,       \
        .met_by = (row)->met_by, .stopped_by = (row)->stopped_by, .state = (row)->state, .team = (row)->team, .known = (row)->known,              \
        .given = (row)->given, .family_name = (row)->family_name, .worker_given = (row)->worker_given,                                           \
        .worker_family_name = (row)->worker_family_name, .why = (row)->why, .next = (row)->next, .family = (row)->family,                        \
        .done_by = (row)->done_by, .said_on = (row)->said_on                                                                                     \
    }

static Err read_kept(Read *read, const struct asked_limits *asked, struct kept kept, struct limit_rows *ret_rows)
{
    const struct limit_key *after = &asked->after;
    *ret_rows = (struct limit_rows){NULL, 0, false};
    if (date_before(kept.until, kept.since))
        return ok();
    if (asks_of_all(asked)) {
        struct timely_list_all_rows rows;
        TRY(timely_list_all(read, kept.state, asked->kind, asked->team, kept.since, kept.until, after->due, after->child, after->kind, after->start,
                            LIMITS_ON_PAGE + 1, &rows));
        ret_rows->at = ARENA_MANY(read->arena, rows.count, struct limit_row);
        for (size_t i = 0; i < rows.count; i++)
            ret_rows->at[ret_rows->count++] = (struct limit_row)ROW_OF(&rows.at[i]);
        return ok();
    }
    struct timely_list_some_rows rows;
    TRY(timely_list_some(read, asked->whole, asked->team, asked->worker, kept.state, asked->kind, kept.since, kept.until, after->due, after->child,
                         after->kind, after->start, LIMITS_ON_PAGE + 1, &rows));
    ret_rows->at = ARENA_MANY(read->arena, rows.count, struct limit_row);
    for (size_t i = 0; i < rows.count; i++)
        ret_rows->at[ret_rows->count++] = (struct limit_row)ROW_OF(&rows.at[i]);
    return ok();
}

/* The order of the lists in SQL: kinds by their code. */
static bool comes_before(const struct limit_row *a, const struct limit_row *b)
{
    if (!date_equal(a->due, b->due))
        return date_before(a->due, b->due);
    if (a->child.n != b->child.n)
        return a->child.n < b->child.n;
    int kinds = strcmp(obligation_kind_code(a->kind), obligation_kind_code(b->kind));
    return kinds != 0 ? kinds < 0 : date_before(a->start, b->start);
}

/* Two lists in one order, the first LIMITS_ON_PAGE + 1 of both. */
static struct limit_rows merge(Arena *arena, const struct limit_rows *a, const struct limit_rows *b)
{
    struct limit_rows both = {ARENA_MANY(arena, LIMITS_ON_PAGE + 1, struct limit_row), 0, false};
    for (size_t i = 0, k = 0; both.count <= LIMITS_ON_PAGE && (i < a->count || k < b->count);) {
        bool first = k == b->count || (i < a->count && comes_before(&a->at[i], &b->at[k]));
        both.at[both.count++] = first ? a->at[i++] : b->at[k++];
    }
    return both;
}

Err limit_rows_of(Read *read, const struct asked_limits *asked, struct limit_rows *ret_rows)
{
    static const enum obligation_state KEPT[] = {OBLIGATION_STATE_WAITING, OBLIGATION_STATE_MET, OBLIGATION_STATE_MET_LATE, OBLIGATION_STATE_NOT_NEEDED,
                                                 OBLIGATION_STATE_MISSED};
    struct limit_rows rows, more;
    if (asked->state != OBLIGATION_STATE_NONE) {
        TRY(read_kept(read, asked, kept_of(asked, asked->state, read->today), &rows));
    } else {
        rows = (struct limit_rows){NULL, 0, false};
        for (size_t i = 0; i < sizeof KEPT / sizeof KEPT[0]; i++) {
            TRY(read_kept(read, asked, kept_of(asked, KEPT[i], read->today), &more));
            rows = merge(read->arena, &rows, &more);
        }
    }
    rows.has_more = rows.count > LIMITS_ON_PAGE;
    rows.count = rows.has_more ? LIMITS_ON_PAGE : rows.count;
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].state == OBLIGATION_STATE_WAITING && date_before(rows.at[i].due, read->today))
            rows.at[i].state = OBLIGATION_STATE_LATE;
    *ret_rows = rows;
    return ok();
}

struct limit_key limit_key_of(const struct limit_row *row) { return (struct limit_key){row->due, row->child, row->kind, row->start}; }

/* ---- as a table ---- */

static void child_cell(struct request *request, struct sheet *sheet, const struct limit_row *row)
{
    Arena *arena = request->arena;
    if (!row->known) {
        Text team = text_is_empty(row->team) ? T("A child without a team") : text_join(arena, T("A child of "), row->team);
        sheet_put(sheet, team)->more = T("You may not read this record");
        return;
    }
    struct sheet_cell *cell = sheet_put(sheet, name_words(arena, row->given, row->family_name));
    bool nobody = text_is_empty(row->worker_given) && text_is_empty(row->worker_family_name);
    Text worker = nobody ? T("no worker") : name_words(arena, row->worker_given, row->worker_family_name);
    cell->link = url_family(arena, row->family);
    cell->more = text_is_empty(row->team) ? worker : text_format(arena, "%.*s, %.*s", TEXT_ARGS(worker), TEXT_ARGS(row->team));
}

static bool is_late(enum obligation_state state)
{
    return state == OBLIGATION_STATE_LATE || state == OBLIGATION_STATE_MET_LATE || state == OBLIGATION_STATE_MISSED;
}

static void why_cell(Arena *arena, struct sheet *sheet, const struct limit_row *row)
{
    if (!is_late(row->state) || (row->known && text_is_empty(row->why))) {
        sheet_put(sheet, is_late(row->state) ? T("Not said") : T("–"));
        return;
    }
    if (!row->known) {
        sheet_put(sheet, T("In the record"));
        return;
    }
    struct sheet_cell *cell = sheet_put(sheet, row->why);
    Text next = text_is_empty(row->next) ? TEXT_NONE : text_join(arena, T("Now: "), row->next);
    Text by = date_is_none(row->done_by) ? TEXT_NONE : text_format(arena, " By %.*s.", TEXT_ARGS(date_long(arena, row->done_by)));
    cell->more = text_format(arena, "%.*s%.*s%s(said on %.*s)", TEXT_ARGS(next), TEXT_ARGS(by), text_is_empty(next) ? "" : " ", TEXT_ARGS(date_long(arena, row->said_on)));
}

/* Who reads the record goes from the day to its whole working; everybody else has the short one, which names nobody. */
static struct due_day day_of(const struct request *request, const struct practice *practice, const struct limit_row *row)
{
    const struct due_ref ref = {row->child, row->kind, row->start, row->due};
    Text words = date_long(request->arena, row->due);
    return row->known ? due_day(request->arena, words, &ref)
                      : due_day_short(request->arena, words, &ref, practice, request->today, text_of(obligation_kind_words(row->kind)));
}

Err limit_sheet(struct request *request, Text caption, const struct limit_rows *rows, struct sheet *ret_sheet)
{
    Arena *arena = request->arena;
    struct practice practice;
    Read *read;
    TRY(request_read(request, &read));
    TRY(practice_read(read, &practice));
    struct sheet sheet = sheet_new(arena, caption, "Child|Limit|Due|How it stands|Why it is late", rows->count);
    sheet.caption_hidden = true;
    for (size_t i = 0; i < rows->count; i++) {
        const struct limit_row *row = &rows->at[i];
        const struct limit_state stands = {row->kind, row->state, row->due, row->met, row->stopped, row->met_by, row->stopped_by};
        request_shows(request, row->child);
        sheet_next(arena, &sheet);
        child_cell(request, &sheet, row);
        sheet_put(&sheet, text_of(obligation_kind_words(row->kind)));
        struct sheet_cell *due = sheet_put(&sheet, TEXT_NONE);
        due->due = day_of(request, &practice, row);
        due->more = text_join(arena, T("counted from "), date_long(arena, row->start));
        struct sheet_cell *state = sheet_put(&sheet, TEXT_NONE);
        state->tag = limit_tag(arena, &stands, request->today);
        state->more = limit_reason(arena, &stands, row->known ? name_apart(arena, row->given) : TEXT_NONE, false);
        why_cell(arena, &sheet, row);
    }
    *ret_sheet = sheet;
    return ok();
}
