#include "pages/family_parts.h"
#include "pages/practice/known.h"

enum {
    DATES_MOST = 4,   /* next dates at the top */
    LIMITS_MOST = 12, /* rows of the table of dates */
    FAR_DAYS = 200,   /* what is due later than that isn't a row of it yet: a plan of two years, on its first day */
};

/* ---- next dates ---- */

/* 'Review conference: Maja and Oskar', on its own day. */
static void put_booked(Arena *arena, const struct family_conferences *conference, Text who, Date today, struct date_view *view)
{
    view->what = text_format(arena, "%s: %.*s", conference_kind_words(conference->kind), TEXT_ARGS(who));
    view->day = date_full(arena, conference->held_on);
    view->day.len -= 5; /* the year is in the working */
    if (conference->starts.us != INSTANT_NONE.us)
        view->day = text_format(arena, "%.*s, %.*s", TEXT_ARGS(view->day), TEXT_ARGS(minutes_words(arena, instant_london_minutes(conference->starts))));
    view->place = conference->place;
    view->tag = due_tag(arena, conference->held_on, today);
}

/* Why the day became another; days that moved and days that didn't are not said in one line, nor such as moved for other reasons. */
static Text moved_text(Arena *arena, const struct family_record *record, const struct family_due *due)
{
    return moved_words(arena, &record->moves, due->child, due->kind, due->start);
}

static bool same_due(const struct family_due *a, const struct family_due *b) { return a->kind == b->kind && date_equal(a->due, b->due); }

/* Obligations of one kind and day stand together: 'Visit both children'. */
Err family_dates(Arena *arena, const struct family_record *record, const struct family_due_rows *due, Date today, struct steps *steps,
                 struct date_views *ret_dates)
{
    struct date_views *dates = ret_dates;
    *dates = (struct date_views){.at = ARENA_MANY(arena, due->count, struct date_view)};
    Date *days = ARENA_MANY(arena, due->count, Date);
    Text *moved = ARENA_MANY(arena, due->count, Text);
    for (size_t i = 0; i < due->count; i++)
        moved[i] = moved_text(arena, record, &due->at[i]);
    for (size_t i = 0; i < due->count; i++) {
        const struct family_due *first = &due->at[i];
        const struct family_conferences *conference = booked_conference(record, first->kind, today);
        bool said = false;
        for (size_t k = 0; k < i; k++)
            said |= same_due(&due->at[k], first) && text_equal(moved[k], moved[i]);
        if (said)
            continue;
        ChildId *children = ARENA_MANY(arena, due->count, ChildId);
        size_t count = 0, place = dates->count++;
        for (size_t k = i; k < due->count; k++)
            if (same_due(&due->at[k], first) && text_equal(moved[k], moved[i]))
                children[count++] = due->at[k].child;
        Date day = conference != NULL ? conference->held_on : first->due;
        for (; place > 0 && date_before(day, days[place - 1]); place--) { /* what is booked comes before its limit */
            days[place] = days[place - 1];
            dates->at[place] = dates->at[place - 1];
        }
        Text who = children_words(arena, record, children, count), kind = text_of(obligation_kind_words(first->kind));
        struct date_view *view = &dates->at[place];
        days[place] = day;
        *view = (struct date_view){.what = text_join(arena, kind, text_join(arena, T(": "), who)), .day = date_full(arena, first->due),
                                   .tag = due_tag(arena, first->due, today), .late = date_before(first->due, today)};
        view->day.len -= 5; /* the year is in the working */
        view->moved = moved[i];
        view->why = why_of(arena, &record->practice, first->kind, first->start, first->due, today, view->what);
        if (steps != NULL)
            TRY(steps_find(steps, (struct step_of){record->family, first->child, first->kind, first->start, first->due}, &view->steps));
        if (conference != NULL)
            put_booked(arena, conference, who, today, view);
        view->next = !view->late && date_days_between(today, day) <= 7;
    }
    dates->count = dates->count < DATES_MOST ? dates->count : DATES_MOST;
    return ok();
}

/* ---- the table of dates ---- */

/* '5 Nov': the year is beside it, in the day it was due. */
static Text short_day(Arena *arena, Date day)
{
    Text rest = date_short(arena, day);
    (void)text_cut(&rest, ' '); /* the weekday */
    return rest;
}

static struct status_tag limit_tag(Arena *arena, const struct family_limits *limit, Date today)
{
    switch (limit->state) {
    case OBLIGATION_STATE_WAITING:
    case OBLIGATION_STATE_LATE: return due_tag(arena, limit->due, today);
    case OBLIGATION_STATE_MET: return (struct status_tag){T("quiet st--done"), text_join(arena, T("done "), short_day(arena, limit->met))};
    case OBLIGATION_STATE_MET_LATE: return (struct status_tag){T("quiet st--wait"), text_join(arena, T("done late, "), short_day(arena, limit->met))};
    case OBLIGATION_STATE_NOT_NEEDED: return (struct status_tag){T("quiet st--none"), T("no longer needed")};
    case OBLIGATION_STATE_MISSED: return (struct status_tag){T("quiet st--late"), T("missed")};
    case OBLIGATION_STATE_NONE:
    case OBLIGATION_STATE_COUNT: break;
    }
    return (struct status_tag){T("none"), TEXT_NONE};
}

/* The same for several children is one row. */
static bool same_limit(const struct family_limits *a, const struct family_limits *b)
{
    return a->kind == b->kind && date_equal(a->due, b->due) && a->state == b->state && date_equal(a->met, b->met);
}

Err add_limits(Read *read, const struct family_record *record, struct steps *steps, struct family_page *page)
{
    struct family_limits_rows limits;
    TRY(family_limits(read, record->family, &limits));
    page->limits.at = ARENA_MANY(read->arena, LIMITS_MOST, struct limit_view);
    ChildId *children = ARENA_MANY(read->arena, limits.count, ChildId);
    Text *moved = ARENA_MANY(read->arena, limits.count, Text);
    for (size_t i = 0; i < limits.count; i++)
        moved[i] = moved_words(read->arena, &record->moves, limits.at[i].child, limits.at[i].kind, limits.at[i].start);
    for (size_t i = 0; i < limits.count && page->limits.count < LIMITS_MOST; i++) {
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
        struct limit_view *view = &page->limits.at[page->limits.count++];
        *view = (struct limit_view){date_long(read->arena, limit->due), text_of(obligation_kind_words(limit->kind)),
                                    children_words(read->arena, record, children, count), limit_tag(read->arena, limit, read->today), {{NULL, 0}, TEXT_NONE, TEXT_NONE},
                                    moved[i], false};
        bool open = limit->state == OBLIGATION_STATE_WAITING || limit->state == OBLIGATION_STATE_LATE;
        view->beyond = open && due_is_beyond(&record->practice, limit->kind, limit->due);
        if (steps != NULL && open)
            TRY(steps_find(steps, (struct step_of){record->family, limit->child, limit->kind, limit->start, limit->due}, &view->steps));
    }
    return ok();
}
