#include "rules/obligations.h"

#include "base/applying.h"

static bool in_set(uint64_t set, enum event event) { return (set & EVENT_BIT(event)) != 0; }

static Date due_by_calendar(const struct obligation_row *row, Date start)
{
    /* 'two days before' leaves two whole days between: one more step back */
    int sign = row->before ? -1 : 1, more = row->before ? 1 : 0;
    switch (row->unit) {
    case DAYS:
        return date_plus_days(start, sign * (row->number + more));
    case WEEKS:
        return date_plus_days(start, sign * (7 * row->number + more));
    case MONTHS:
        return date_plus_days(date_plus_months(start, sign * row->number), -more);
    case WORKING_DAYS:
        break;
    }
    return start;
}

Date obligation_due(const struct obligation_row *row, Date start, const struct holidays *holidays, struct working *ret_working)
{
    if (row->unit == WORKING_DAYS)
        return working_days_from(holidays, start, row->before ? -(row->number + 1) : row->number, ret_working);
    Date due = due_by_calendar(row, start);
    if (ret_working != NULL) {
        ret_working->start = start;
        ret_working->due = due;
        ret_working->last_working_day = working_day_on_or_before(holidays, due);
        ret_working->beyond = beyond_holidays(holidays, due);
        ret_working->count = 0;
    }
    return due;
}

static bool in_force(const struct obligation_row *row, Date start)
{
    return !date_before(start, row->since) && (date_is_none(row->until) || date_before(start, row->until));
}

const struct obligation_row *obligation_row_on(const struct profile *profile, enum obligation_kind kind, Date start)
{
    for (size_t i = 0; i < profile->count; i++) {
        if (profile->rows[i].kind == kind && in_force(&profile->rows[i], start))
            return &profile->rows[i];
    }
    return NULL;
}

struct events {
    const struct happening *at;
    size_t count;
};

/* Whether event a came after event b: by date, on one day by the order of recording. */
static bool came_after(struct events events, size_t a, size_t b)
{
    Date day_a = events.at[a].date, day_b = events.at[b].date;
    return date_equal(day_a, day_b) ? a > b : date_before(day_b, day_a);
}

static const struct happening NOTHING = {EVENT_NONE, {INT32_MIN}};

/* The first event of the set that came after `start`, not before the day `from`; NOTHING when there is none. */
static struct happening first_after(struct events events, uint64_t set, size_t start, Date from)
{
    struct happening first = NOTHING;
    for (size_t i = 0; i < events.count; i++) {
        struct happening event = events.at[i];
        if (in_set(set, event.event) && came_after(events, i, start) && !date_before(event.date, from) &&
            (date_is_none(first.date) || date_before(event.date, first.date)))
            first = event;
    }
    return first;
}

/* Whether the row's condition held when event `start` happened: it is that event, or it came before and nothing stopped it since. */
static bool holds(struct events events, const struct obligation_row *row, size_t start)
{
    if (row->only_while == EVENT_NONE || events.at[start].event == row->only_while)
        return true;
    bool held = false;
    size_t since = 0;
    for (size_t i = 0; i < events.count; i++) {
        if (events.at[i].event == row->only_while && came_after(events, start, i) && (!held || came_after(events, i, since))) {
            held = true;
            since = i;
        }
    }
    for (size_t i = 0; held && i < events.count; i++) {
        if (in_set(row->stops, events.at[i].event) && came_after(events, i, since) && came_after(events, start, i))
            held = false;
    }
    return held;
}

/* The booking at `start` is one of a row of bookings and meetings, in the order of recording. False when it was replaced. Else what
 * satisfied it since the last meeting, and when that meeting took place. */
static bool booking(struct events events, const struct obligation_row *row, size_t start, struct happening *ret_met,
                    struct happening *ret_stopped)
{
    struct happening met = NOTHING, stopped = NOTHING;
    size_t begin = start, end = start + 1;
    while (begin > 0 && !in_set(row->stops, events.at[begin - 1].event))
        begin--;
    for (; end < events.count; end++) {
        if (in_set(row->stops, events.at[end].event)) {
            stopped = events.at[end];
            break;
        }
        if (in_set(row->starts, events.at[end].event))
            return false;
    }
    for (size_t i = begin; i < end; i++) {
        if (in_set(row->ends, events.at[i].event) && (date_is_none(met.date) || date_before(events.at[i].date, met.date)))
            met = events.at[i];
    }
    *ret_met = met;
    *ret_stopped = stopped;
    return true;
}

static enum obligation_state state_of(const struct obligation *o, Date today)
{
    bool met = !date_is_none(o->met), stopped = !date_is_none(o->stopped);
    if (met && (!stopped || !date_before(o->stopped, o->met)))
        return date_before(o->due, o->met) ? OBLIGATION_STATE_MET_LATE : OBLIGATION_STATE_MET;
    if (stopped)
        return date_before(o->due, o->stopped) ? OBLIGATION_STATE_MISSED : OBLIGATION_STATE_NOT_NEEDED;
    return date_before(o->due, today) ? OBLIGATION_STATE_LATE : OBLIGATION_STATE_WAITING;
}

/* One obligation, started by the event at `start`. False when there is none after all. */
static bool obligation_from(struct events events, const struct obligation_row *row, size_t start, const struct holidays *holidays,
                            Date today, struct obligation *ret_obligation)
{
    struct working working;
    struct obligation o = {.row = row, .start = events.at[start].date};
    struct happening met, stopped;
    o.due = obligation_due(row, o.start, holidays, &working);
    o.beyond = working.beyond;
    o.warn = date_plus_days(o.due, -row->warn_days);
    if (row->before) {
        if (!booking(events, row, start, &met, &stopped))
            return false;
    } else {
        met = first_after(events, row->ends, start, row->near ? o.warn : o.start);
        stopped = first_after(events, row->stops, start, o.start);
        /* a review that ends the plan asks for no next review */
        if (date_equal(stopped.date, o.start) && !date_equal(met.date, o.start))
            return false;
    }
    o.met = met.date;
    o.stopped = stopped.date;
    o.state = state_of(&o, today);
    if (o.state == OBLIGATION_STATE_MET || o.state == OBLIGATION_STATE_MET_LATE)
        stopped = NOTHING;
    else
        met = NOTHING;
    o.met = met.date;
    o.met_by = met.event;
    o.stopped = stopped.date;
    o.stopped_by = stopped.event;
    *ret_obligation = o;
    return true;
}

/* Whether another start of the row on the same day came later: the day starts it once. */
static bool started_again(struct events events, const struct obligation_row *row, size_t start)
{
    for (size_t i = 0; i < events.count; i++) {
        if (in_set(row->starts, events.at[i].event) && date_equal(events.at[i].date, events.at[start].date) && i > start &&
            holds(events, row, i))
            return true;
    }
    return false;
}

static bool is_within(struct starts_within within, Date start)
{
    return (date_is_none(within.from) || !date_before(start, within.from)) && (date_is_none(within.until) || date_before(start, within.until));
}

size_t obligations_of(const struct profile *profile, const struct holidays *holidays, struct starts_within within, const struct happening *at,
                      size_t count, Date today, struct obligation *ret_obligations, size_t room)
{
    not_while_applying("what is due");
    struct events events = {at, count};
    size_t found = 0;
    for (size_t r = 0; r < profile->count; r++) {
        const struct obligation_row *row = &profile->rows[r];
        for (size_t i = 0; i < count; i++) {
            struct obligation o;
            if (!in_set(row->starts, at[i].event) || !is_within(within, at[i].date) || !in_force(row, at[i].date) || !holds(events, row, i) ||
                started_again(events, row, i) || !obligation_from(events, row, i, holidays, today, &o))
                continue;
            o.profile = profile;
            if (found < room)
                ret_obligations[found] = o;
            found++;
        }
    }
    return found;
}
