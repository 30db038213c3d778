#include "rules/what_if.h"

#include <assert.h>

#include "rules/own_day.h"

/* What is recorded of a meeting when it is booked and held. EVENT_NONE: nothing. */
static const struct {
    enum event booked, held, plan;
} AS_HELD[] = {
    [WHAT_IF_INITIAL] = {EVENT_CONFERENCE_BOOKED, EVENT_INITIAL_CONFERENCE, EVENT_PLAN_STARTED},
    [WHAT_IF_PRE_BIRTH] = {EVENT_CONFERENCE_BOOKED, EVENT_PRE_BIRTH_CONFERENCE, EVENT_PLAN_STARTED},
    [WHAT_IF_TRANSFER_IN] = {EVENT_CONFERENCE_BOOKED, EVENT_TRANSFER_IN_CONFERENCE, EVENT_PLAN_STARTED},
    [WHAT_IF_REVIEW] = {EVENT_REVIEW_BOOKED, EVENT_REVIEW_CONFERENCE, EVENT_NONE},
    [WHAT_IF_CORE_GROUP] = {EVENT_NONE, EVENT_CORE_GROUP, EVENT_NONE},
};

static const uint64_t BOOKINGS = EVENT_BIT(EVENT_CONFERENCE_BOOKED) | EVENT_BIT(EVENT_REVIEW_BOOKED);

static bool is_broken(const struct obligation *o)
{
    return o->state == OBLIGATION_STATE_LATE || o->state == OBLIGATION_STATE_MET_LATE || o->state == OBLIGATION_STATE_MISSED;
}

/* What must be done before the meeting stops being needed when it meets; until then it stands as of today. */
static void judge_before(struct obligation *o, enum event held, Date on, Date today)
{
    if ((o->row->starts & BOOKINGS) == 0 || o->stopped_by != held || !date_equal(o->stopped, on))
        return;
    o->stopped = DATE_NONE;
    o->stopped_by = EVENT_NONE;
    o->state = date_before(o->due, today) ? OBLIGATION_STATE_LATE : OBLIGATION_STATE_WAITING;
}

/* All limits of the child if the meeting is held on that day (DATE_NONE: it is not). Returns how many were written. */
static size_t project(const struct what_if *ask, Date on, const struct what_if_room *room, struct obligation *ret)
{
    size_t count = 0;
    enum event held = AS_HELD[ask->meeting].held;
    for (size_t i = 0; i < ask->count; i++)
        room->events[count++] = ask->events[i];
    for (size_t i = 0; i < ask->booked_count; i++)
        room->events[count++] = ask->booked[i];
    if (!date_is_none(on)) {
        const enum event brings[WHAT_IF_MORE] = {AS_HELD[ask->meeting].booked, held, AS_HELD[ask->meeting].plan};
        for (size_t i = 0; i < WHAT_IF_MORE; i++)
            if (brings[i] != EVENT_NONE)
                room->events[count++] = (struct happening){brings[i], on};
    }
    size_t found = practice_obligations(ask->practice, room->events, count, ask->today, ret, room->room);
    assert(found != SIZE_MAX); /* no more events than can be asked about: acts/another_day.c */
    found = found < room->room ? found : room->room;
    for (size_t i = 0; i < found; i++) {
        for (size_t k = 0; k < ask->day_count; k++)
            if (has_day_of_its_own(ret[i].row->kind) && ask->days[k].kind == ret[i].row->kind && date_equal(ask->days[k].start, ret[i].start))
                own_day_set(&ret[i], ask->days[k].due, ask->today);
        judge_before(&ret[i], held, on, ask->today);
    }
    return found;
}

static const struct obligation *find(const struct obligation *at, size_t count, enum obligation_kind kind, Date start)
{
    for (size_t i = 0; i < count; i++)
        if (at[i].row->kind == kind && date_equal(at[i].start, start))
            return &at[i];
    return NULL;
}

/* The same limit on the other side: what counts from the meeting counts there from the other day. */
static const struct obligation *partner(const struct obligation *of, const struct obligation *at, size_t count, Date here, Date there)
{
    const struct obligation *moved = date_equal(of->start, here) ? find(at, count, of->row->kind, there) : NULL;
    return moved != NULL ? moved : find(at, count, of->row->kind, of->start);
}

/* False when nothing of it changes. */
static bool change_of(const struct obligation *before, const struct obligation *after, struct what_if_change *ret)
{
    struct what_if_change change = {.effect = WHAT_IF_MOVES, .is_before = before != NULL, .is_after = after != NULL};
    if (before != NULL) {
        change.before = *before;
        change.kind = before->row->kind;
    }
    if (after != NULL) {
        change.after = *after;
        change.kind = after->row->kind;
    }
    if (before != NULL && after != NULL && date_equal(before->due, after->due) && date_equal(before->met, after->met) && before->state == after->state)
        return false;
    bool was = before != NULL && is_broken(before), is = after != NULL && is_broken(after);
    if (is)
        change.effect = was ? WHAT_IF_STAYS_BROKEN : WHAT_IF_BREAKS;
    else if (was)
        change.effect = WHAT_IF_MENDS;
    *ret = change;
    return true;
}

Date what_if_due(const struct what_if_change *change) { return change->is_after ? change->after.due : change->before.due; }

bool what_if_comes_before(const struct what_if_change *a, const struct what_if_change *b)
{
    return a->effect != b->effect ? a->effect < b->effect : date_before(what_if_due(a), what_if_due(b));
}

/* Keeps the list in its order; what is past `most` falls off the end. */
static void insert(struct what_if_change *at, size_t found, size_t most, const struct what_if_change *change)
{
    size_t kept = found < most ? found : most, place = kept;
    while (place > 0 && what_if_comes_before(change, &at[place - 1]))
        place--;
    if (place == most)
        return;
    for (size_t i = kept < most ? kept : most - 1; i > place; i--)
        at[i] = at[i - 1];
    at[place] = *change;
}

size_t what_if(const struct what_if *ask, const struct what_if_room *room, struct what_if_change *ret_changes, size_t most)
{
    size_t before = project(ask, ask->from, room, room->before), after = project(ask, ask->to, room, room->after), found = 0;
    struct what_if_change change;
    for (size_t i = 0; i < after; i++)
        if (change_of(partner(&room->after[i], room->before, before, ask->to, ask->from), &room->after[i], &change))
            insert(ret_changes, found++, most, &change);
    for (size_t i = 0; i < before; i++)
        if (partner(&room->before[i], room->after, after, ask->from, ask->to) == NULL) {
            (void)change_of(&room->before[i], NULL, &change); /* what is gone has changed */
            insert(ret_changes, found++, most, &change);
        }
    return found;
}

size_t what_if_broken(const struct what_if_change *changes, size_t count)
{
    size_t broken = 0;
    for (size_t i = 0; i < count; i++)
        broken += changes[i].effect <= WHAT_IF_STAYS_BROKEN;
    return broken;
}

static size_t broken_on(const struct what_if *asks, size_t count, const struct what_if_room *room, Date on)
{
    struct what_if_change changes[WHAT_IF_CHANGES_MOST];
    size_t broken = 0;
    for (size_t i = 0; i < count; i++) {
        struct what_if ask = asks[i];
        ask.to = on;
        size_t found = what_if(&ask, room, changes, WHAT_IF_CHANGES_MOST);
        broken += what_if_broken(changes, found < WHAT_IF_CHANGES_MOST ? found : WHAT_IF_CHANGES_MOST);
    }
    return broken;
}

size_t what_if_nearest(const struct what_if *asks, size_t count, const struct what_if_room *room, Date *ret_days, size_t most, size_t *ret_broken)
{
    size_t found = 0, fewest = SIZE_MAX;
    for (int32_t step = 2; count > 0 && step < 2 * (WHAT_IF_NEAR_DAYS + 1); step++) { /* one day before, one after, two before … */
        Date day = date_plus_days(asks[0].to, step % 2 == 0 ? -step / 2 : step / 2);
        if (!date_before(asks[0].today, day) || date_equal(day, asks[0].from) || !is_working_day(asks[0].practice->holidays, day))
            continue;
        size_t broken = broken_on(asks, count, room, day);
        if (broken < fewest) {
            fewest = broken;
            found = 0;
        }
        if (broken == fewest && found < most)
            ret_days[found++] = day;
        if (fewest == 0 && found == most)
            break;
    }
    *ret_broken = found == 0 ? 0 : fewest;
    return found;
}
