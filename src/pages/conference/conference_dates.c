#include "pages/conference/conference_dates.h"

#include "pages/limit_words.h"
#include "pages/options.h"
#include "store/practice.h"

static bool is_to_come(enum conference_state state)
{
    return state != CONFERENCE_STATE_DECIDED && state != CONFERENCE_STATE_CLOSED && state != CONFERENCE_STATE_STOOD_DOWN;
}

const struct due_of_conferences *conference_limit(const struct due_of_conferences_rows *limits, ConferenceId conference, enum conference_state state,
                                                  Date called_for, Date held_on)
{
    const struct due_of_conferences *met = NULL, *called = NULL;
    for (size_t i = 0; i < limits->count; i++) { /* the first day first */
        const struct due_of_conferences *row = &limits->at[i];
        if (row->conference.n != conference.n)
            continue;
        if (is_to_come(state) && row->state == OBLIGATION_STATE_WAITING)
            return row;
        if (met == NULL && !date_is_none(row->met) && date_equal(row->met, held_on))
            met = row;
        if (called == NULL && date_equal(row->due, called_for))
            called = row;
    }
    return met != NULL ? met : called;
}

Err conference_limits_called(Read *read, struct due_of_conferences_rows *ret_limits)
{
    struct due_of_called_rows rows;
    TRY(due_of_called(read, &rows));
    *ret_limits = (struct due_of_conferences_rows){ARENA_MANY(read->arena, rows.count, struct due_of_conferences), rows.count};
    for (size_t i = 0; i < rows.count; i++) {
        const struct due_of_called *row = &rows.at[i];
        ret_limits->at[i] = (struct due_of_conferences){.conference = row->conference, .child = row->child, .given = row->given, .kind = row->kind,
            .start = row->start, .due = row->due, .state = row->state, .met = row->met, .reads = row->reads};
    }
    return ok();
}

struct due_day conference_limit_day(Arena *arena, Text words, const struct due_of_conferences *limit, const struct practice *practice, Date today)
{
    const struct due_ref ref = {limit->child, limit->kind, limit->start, limit->due};
    return limit->reads ? due_day(arena, words, &ref) : due_day_short(arena, words, &ref, practice, today, text_of(obligation_kind_words(limit->kind)));
}

/* A conference to come that is booked past its limit says so: 'in 4 days' would be of a day on which it isn't held. */
static struct status_tag held_tag(Arena *arena, const struct due_of_conferences *limit, enum conference_state state, Date held_on, Date today)
{
    if (is_to_come(state) && limit->state == OBLIGATION_STATE_WAITING && !date_is_none(held_on) && date_before(limit->due, held_on))
        return (struct status_tag){T("late"), text_format(arena, "Booked %.*s after it", TEXT_ARGS(days_words(arena, date_days_between(limit->due, held_on))))};
    return limit_tag(arena, &(struct limit_state){.kind = limit->kind, .state = limit->state, .due = limit->due, .met = limit->met}, today);
}

/* The same for several children is said once. */
static bool same_row(const struct due_around_conference *a, const struct due_around_conference *b)
{
    return a->kind == b->kind && date_equal(a->due, b->due) && a->state == b->state && date_equal(a->met, b->met);
}

Err conference_dates(Read *read, FamilyId family, ConferenceId conference, enum conference_state state, Date called_for, Date held_on,
                     struct sheet *ret_dates)
{
    Arena *arena = read->arena;
    struct due_of_conferences_rows limits;
    struct due_around_conference_rows around = {NULL, 0};
    struct practice practice;
    TRY(due_of_conferences(read, family, &limits));
    if (!date_is_none(held_on))
        TRY(due_around_conference(read, conference, held_on, &around));
    *ret_dates = sheet_new(arena, T("By when"), "What|By|How it stands", around.count + 1);
    ret_dates->caption_hidden = true;
    TRY(practice_read(read, &practice));
    const struct due_of_conferences *held = conference_limit(&limits, conference, state, called_for, held_on);
    if (held != NULL) {
        sheet_next(arena, ret_dates);
        sheet_put(ret_dates, text_of(obligation_kind_words(held->kind)));
        sheet_put(ret_dates, TEXT_NONE)->due = conference_limit_day(arena, date_full(arena, held->due), held, &practice, read->today);
        sheet_put(ret_dates, TEXT_NONE)->tag = held_tag(arena, held, state, held_on, read->today);
    }
    for (size_t i = 0; i < around.count; i++) {
        const struct due_around_conference *row = &around.at[i];
        Out names = out_new(arena);
        bool said = false;
        for (size_t k = 0; k < around.count; k++) {
            if (!same_row(row, &around.at[k]))
                continue;
            said |= k < i;
            out_string(&names, names.len > 0 ? ", " : "");
            out_text(&names, text_is_empty(around.at[k].given) ? T("unborn baby") : name_apart(arena, around.at[k].given));
        }
        if (said)
            continue;
        const struct due_of_conferences limit = {.child = row->child, .kind = row->kind, .start = row->start, .due = row->due, .reads = row->reads};
        sheet_next(arena, ret_dates);
        sheet_put(ret_dates, text_of(obligation_kind_words(row->kind)))->more = out_all(&names);
        sheet_put(ret_dates, TEXT_NONE)->due = conference_limit_day(arena, date_full(arena, row->due), &limit, &practice, read->today);
        sheet_put(ret_dates, TEXT_NONE)->tag = limit_tag(arena, &(struct limit_state){.kind = row->kind, .state = row->state, .due = row->due, .met = row->met}, read->today);
    }
    return ok();
}
