#include "rules/obligations.h"

#include "base/applying.h"

static bool in_set(uint64_t set, enum event event) { return (set & EVENT_BIT(event)) != 0; }

/* 'Two days before' leaves two whole days between: one more step back. Weeks and months name a day of their own. */
static Date due_day(const struct obligation_row *row, Date start, const struct holidays *holidays, struct working *ret_working)
{
    int sign = row->before ? -1 : 1, between = row->before ? 1 : 0;
    if (row->unit == WORKING_DAYS)
        return working_days_from(holidays, start, sign * (row->number + between), ret_working);
    if (row->unit == DAYS)
        return date_plus_days(start, sign * (row->number + between));
    if (row->unit == WEEKS)
        return date_plus_days(start, sign * 7 * row->number);
    return date_plus_months(start, sign * row->number);
}

Date obligation_due(const struct obligation_row *row, Date start, const struct holidays *holidays, struct working *ret_working)
{
    Date due = due_day(row, start, holidays, ret_working);
    if (ret_working != NULL && row->unit != WORKING_DAYS) {
        ret_working->start = start;
        ret_working->due = due;
        ret_working->last_working_day = working_day_on_or_before(holidays, due);
        ret_working->beyond = beyond_holidays(holidays, due);
        ret_working->count = 0;
    }
    return due;
}

bool obligation_row_in_force(const struct obligation_row *row, Date start)
{
    return !date_before(start, row->since) && (date_is_none(row->until) || date_before(start, row->until));
}

const struct obligation_row *obligation_row_on(const struct profile *profile, enum obligation_kind kind, Date start)
{
    for (size_t i = 0; i < profile->count; i++) {
        if (profile->rows[i].kind == kind && obligation_row_in_force(&profile->rows[i], start))
            return &profile->rows[i];
    }
    return NULL;
}

static const struct happening NOTHING = {EVENT_NONE, {INT32_MIN}};

/* One row on its way through a child's events: where each of its sets occurs. */
struct passing {
    const struct timeline *events;
    const struct obligation_row *row;
    struct marks starts, ends, stops, only_while;
};

static void pass(const struct timeline *events, const struct obligation_row *row, struct passing *ret_passing)
{
    ret_passing->events = events;
    ret_passing->row = row;
    timeline_marks(events, row->starts, &ret_passing->starts);
    timeline_marks(events, row->ends, &ret_passing->ends);
    timeline_marks(events, row->stops, &ret_passing->stops);
    if (row->only_while != EVENT_NONE)
        timeline_marks(events, EVENT_BIT(row->only_while), &ret_passing->only_while);
}

/* Whether the row's condition held at that place: it is that event, or it came before and nothing stopped it since. What is due before an
 * event is asked later, by the order of recording. */
static bool holds(const struct passing *passing, size_t start)
{
    enum event only_while = passing->row->only_while;
    if (only_while == EVENT_NONE || passing->row->before || timeline_event(passing->events, start).event == only_while)
        return true;
    size_t since = timeline_last(&passing->only_while, start);
    return since > 0 && timeline_last(&passing->stops, start) <= since;
}

/* The first start at `from` or after it; the timeline's count when there is none. */
static size_t next_start(const struct passing *passing, size_t from)
{
    size_t start = timeline_next(passing->events, &passing->starts, from);
    while (start < passing->events->count && !holds(passing, start))
        start = timeline_next(passing->events, &passing->starts, start + 1);
    return start;
}

/* The first of the marked events that came after `start`, not before the day `from`; NOTHING when there is none. */
static struct happening first_after(const struct timeline *events, const struct marks *marks, size_t start, Date from)
{
    size_t after = date_before(events->days[start], from) ? timeline_at(events, from) : start + 1;
    size_t first = timeline_next(events, marks, after);
    return first < events->count ? timeline_event(events, first) : NOTHING;
}

/* The booking is one of a row of bookings and meetings, in the order of recording. False when it was replaced, or the row's condition wasn't
 * met since the last meeting. Else what satisfied it since then, and when that meeting took place. */
static bool booking(const struct passing *passing, size_t start, struct happening *ret_met, struct happening *ret_stopped)
{
    const struct obligation_row *row = passing->row;
    const struct happening *list = passing->events->list;
    size_t begin = passing->events->listed[start], end = begin + 1;
    *ret_met = *ret_stopped = NOTHING;
    for (; end < passing->events->count; end++) {
        if (in_set(row->stops, list[end].event)) {
            *ret_stopped = list[end];
            break;
        }
        if (in_set(row->starts, list[end].event))
            return false;
    }
    while (begin > 0 && !in_set(row->stops, list[begin - 1].event))
        begin--;
    bool held = row->only_while == EVENT_NONE;
    for (size_t i = begin; i < end; i++) {
        held |= list[i].event == row->only_while;
        if (in_set(row->ends, list[i].event) && (date_is_none(ret_met->date) || date_before(list[i].date, ret_met->date)))
            *ret_met = list[i];
    }
    return held;
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

/* One obligation, started by the event at that place. False when there is none after all. */
static bool obligation_from(const struct passing *passing, size_t start, const struct holidays *holidays, Date today,
                            struct obligation *ret_obligation)
{
    const struct obligation_row *row = passing->row;
    struct obligation o = {.row = row, .start = passing->events->days[start]};
    struct happening met, stopped;
    o.due = obligation_due(row, o.start, holidays, NULL);
    o.beyond = beyond_holidays(holidays, o.due) || (row->unit == WORKING_DAYS && beyond_holidays(holidays, o.start));
    o.warn = date_plus_days(o.due, -row->warn_days);
    if (row->before) {
        if (!booking(passing, start, &met, &stopped))
            return false;
    } else {
        met = first_after(passing->events, &passing->ends, start, row->near ? o.warn : o.start);
        stopped = first_after(passing->events, &passing->stops, start, o.start);
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

size_t obligations_along(const struct profile *profile, const struct holidays *holidays, struct starts_within within, const struct timeline *events,
                         Date today, struct obligation *ret_obligations, size_t room)
{
    not_while_applying("what is due");
    size_t first = date_is_none(within.from) ? 0 : timeline_at(events, within.from);
    size_t end = date_is_none(within.until) ? events->count : timeline_at(events, within.until);
    size_t found = 0;
    struct passing passing;
    for (size_t r = 0; first < end && r < profile->count; r++) {
        const struct obligation_row *row = &profile->rows[r];
        if ((row->starts & events->events) == 0)
            continue;
        pass(events, row, &passing);
        for (size_t start = next_start(&passing, first), next; start < end; start = next) {
            struct obligation o;
            next = next_start(&passing, start + 1);
            bool again = next < events->count && date_equal(events->days[start], events->days[next]);
            if (again || !obligation_row_in_force(row, events->days[start]) || !obligation_from(&passing, start, holidays, today, &o))
                continue;
            o.profile = profile;
            if (found < room)
                ret_obligations[found] = o;
            found++;
        }
    }
    return found;
}

size_t obligations_of(const struct profile *profile, const struct holidays *holidays, struct starts_within within, const struct happening *events,
                      size_t count, Date today, struct obligation *ret_obligations, size_t room)
{
    struct timeline timeline;
    if (!timeline_from(events, count, &timeline))
        return SIZE_MAX;
    return obligations_along(profile, holidays, within, &timeline, today, ret_obligations, room);
}
