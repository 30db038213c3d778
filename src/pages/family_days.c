#include "pages/family_parts.h"

enum { DATES_MOST = 4 /* next dates at the top */ };

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
        if (steps != NULL) {
            view->why.proof = proof_of(arena, &(struct due_ref){first->child, first->kind, first->start, first->due});
            TRY(steps_find(steps, (struct step_of){record->family, first->child, first->kind, first->start, first->due}, &view->steps));
        }
        if (conference != NULL)
            put_booked(arena, conference, who, today, view);
        view->next = !view->late && date_days_between(today, day) <= 7;
    }
    dates->count = dates->count < DATES_MOST ? dates->count : DATES_MOST;
    return ok();
}
