/* What is due, found the slow way: every row asks every event about every other, and working days are counted one by one, each looked for
 * in the list from its beginning. It knows nothing of rules/timeline.h and of the blocks of rules/workdays.h, so that they can be held to it. */
#ifndef TESTS_RULES_SLOWLY_H
#define TESTS_RULES_SLOWLY_H

#include "rules/practice.h"

static inline bool slowly_works(const struct holidays *holidays, Date date)
{
    for (size_t i = 0; i < holidays->count; i++) {
        if (date_equal(holidays->at[i].date, date))
            return false;
    }
    return date_weekday(date) < SATURDAY;
}

static inline Date slowly_working_days(const struct holidays *holidays, Date start, int n)
{
    int step = n < 0 ? -1 : 1, left = n < 0 ? -n : n;
    while (left > 0) {
        start = date_plus_days(start, step);
        left -= slowly_works(holidays, start);
    }
    return start;
}

static inline Date slowly_due(const struct obligation_row *row, Date start, const struct holidays *holidays)
{
    int n = row->before ? -row->number : row->number;
    if (row->unit == MONTHS)
        return date_plus_months(start, n);
    if (row->unit == WEEKS)
        return date_plus_days(start, 7 * n);
    n -= row->before; /* whole days lie between */
    return row->unit == DAYS ? date_plus_days(start, n) : slowly_working_days(holidays, start, n);
}

static inline bool slowly_beyond(const struct holidays *holidays, Date date)
{
    int year, month, day;
    date_parts(date, &year, &month, &day);
    return year < holidays->year_first || year > holidays->year_last;
}

struct slow_events {
    const struct happening *at;
    size_t count;
};

static inline bool slowly_in(uint64_t set, enum event event) { return (set & EVENT_BIT(event)) != 0; }

/* Whether event a came after event b: by date, on one day by the order of recording. */
static inline bool slowly_after(struct slow_events events, size_t a, size_t b)
{
    Date day_a = events.at[a].date, day_b = events.at[b].date;
    return date_equal(day_a, day_b) ? a > b : date_before(day_b, day_a);
}

static inline struct happening slowly_nothing(void) { return (struct happening){EVENT_NONE, DATE_NONE}; }

static inline struct happening slowly_first_after(struct slow_events events, uint64_t set, size_t start, Date from)
{
    struct happening first = slowly_nothing();
    for (size_t i = 0; i < events.count; i++) {
        struct happening event = events.at[i];
        if (slowly_in(set, event.event) && slowly_after(events, i, start) && !date_before(event.date, from) &&
            (date_is_none(first.date) || date_before(event.date, first.date)))
            first = event;
    }
    return first;
}

static inline bool slowly_holds(struct slow_events events, const struct obligation_row *row, size_t start)
{
    if (row->only_while == EVENT_NONE || row->before || events.at[start].event == row->only_while)
        return true;
    bool held = false;
    size_t since = 0;
    for (size_t i = 0; i < events.count; i++) {
        if (events.at[i].event == row->only_while && slowly_after(events, start, i) && (!held || slowly_after(events, i, since))) {
            held = true;
            since = i;
        }
    }
    for (size_t i = 0; held && i < events.count; i++) {
        if (slowly_in(row->stops, events.at[i].event) && slowly_after(events, i, since) && slowly_after(events, start, i))
            held = false;
    }
    return held;
}

/* False when the booking was replaced, or what its row asks for wasn't recorded between the stops around it. */
static inline bool slowly_booking(struct slow_events events, const struct obligation_row *row, size_t start, struct happening *ret_met,
                                  struct happening *ret_stopped)
{
    struct happening met = slowly_nothing(), stopped = slowly_nothing();
    size_t begin = start, end = start + 1;
    while (begin > 0 && !slowly_in(row->stops, events.at[begin - 1].event))
        begin--;
    for (; end < events.count; end++) {
        if (slowly_in(row->stops, events.at[end].event)) {
            stopped = events.at[end];
            break;
        }
        if (slowly_in(row->starts, events.at[end].event))
            return false;
    }
    bool held = row->only_while == EVENT_NONE;
    for (size_t i = begin; i < end; i++) {
        held = held || events.at[i].event == row->only_while;
        if (slowly_in(row->ends, events.at[i].event) && (date_is_none(met.date) || date_before(events.at[i].date, met.date)))
            met = events.at[i];
    }
    *ret_met = met;
    *ret_stopped = stopped;
    return held;
}

static inline enum obligation_state slowly_state(Date due, Date met, Date stopped, Date today)
{
    if (!date_is_none(met) && (date_is_none(stopped) || !date_before(stopped, met)))
        return date_before(due, met) ? OBLIGATION_STATE_MET_LATE : OBLIGATION_STATE_MET;
    if (!date_is_none(stopped))
        return date_before(due, stopped) ? OBLIGATION_STATE_MISSED : OBLIGATION_STATE_NOT_NEEDED;
    return date_before(due, today) ? OBLIGATION_STATE_LATE : OBLIGATION_STATE_WAITING;
}

/* Whether another start of the row on the same day came later: the day starts it once. */
static inline bool slowly_again(struct slow_events events, const struct obligation_row *row, size_t start)
{
    for (size_t i = start + 1; i < events.count; i++) {
        if (slowly_in(row->starts, events.at[i].event) && date_equal(events.at[i].date, events.at[start].date) && slowly_holds(events, row, i))
            return true;
    }
    return false;
}

static inline bool slowly_from(struct slow_events events, const struct profile *profile, const struct obligation_row *row, size_t start,
                               const struct holidays *holidays, Date today, struct obligation *ret_obligation)
{
    struct obligation o = {.profile = profile, .row = row, .start = events.at[start].date};
    struct happening met, stopped;
    o.due = slowly_due(row, o.start, holidays);
    o.beyond = slowly_beyond(holidays, o.due) || (row->unit == WORKING_DAYS && slowly_beyond(holidays, o.start));
    o.warn = date_plus_days(o.due, -row->warn_days);
    if (row->before) {
        if (!slowly_booking(events, row, start, &met, &stopped))
            return false;
    } else {
        met = slowly_first_after(events, row->ends, start, row->near ? o.warn : o.start);
        stopped = slowly_first_after(events, row->stops, start, o.start);
        if (date_equal(stopped.date, o.start) && !date_equal(met.date, o.start))
            return false;
    }
    o.state = slowly_state(o.due, met.date, stopped.date, today);
    bool done = o.state == OBLIGATION_STATE_MET || o.state == OBLIGATION_STATE_MET_LATE;
    o.met = done ? met.date : DATE_NONE;
    o.met_by = done ? met.event : EVENT_NONE;
    o.stopped = done ? DATE_NONE : stopped.date;
    o.stopped_by = done ? EVENT_NONE : stopped.event;
    *ret_obligation = o;
    return true;
}

/* Puts one among those of its row, from `row_first` on, in the order of their starts. */
static inline void slowly_put(struct obligation *list, size_t row_first, size_t count, const struct obligation *o)
{
    size_t at = count;
    for (; at > row_first && date_before(o->start, list[at - 1].start); at--)
        list[at] = list[at - 1];
    list[at] = *o;
}

/* As practice_obligations, with room for all. */
static inline size_t slowly_due_of(const struct practice *practice, const struct happening *list, size_t count, Date today,
                                   struct obligation *ret_obligations)
{
    struct slow_events events = {list, count};
    size_t found = 0;
    for (size_t p = 0; p < practice->count; p++) {
        const struct profile *profile = practice->periods[p].profile;
        for (size_t r = 0; r < profile->count; r++) {
            const struct obligation_row *row = &profile->rows[r];
            size_t row_first = found;
            for (size_t i = 0; i < count; i++) {
                struct obligation o;
                Date day = list[i].date;
                if ((p > 0 && date_before(day, practice->periods[p].since)) ||
                    (p + 1 < practice->count && !date_before(day, practice->periods[p + 1].since)) || date_before(day, row->since) ||
                    (!date_is_none(row->until) && !date_before(day, row->until)) || !slowly_in(row->starts, list[i].event) ||
                    !slowly_holds(events, row, i) || slowly_again(events, row, i) ||
                    !slowly_from(events, profile, row, i, practice->holidays, today, &o))
                    continue;
                slowly_put(ret_obligations, row_first, found, &o);
                found++;
            }
        }
    }
    return found;
}

#endif
