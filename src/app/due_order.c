/* The order of a child's events, which strategy discussion started an enquiry, and when the concern came in that led to it. */
#include <string.h>

#include "app/due.h"

static bool in_set(uint64_t set, enum event event) { return (set & EVENT_BIT(event)) != 0; }

#define CONFERENCES                                                                                                                             \
    (EVENT_BIT(EVENT_INITIAL_CONFERENCE) | EVENT_BIT(EVENT_PRE_BIRTH_CONFERENCE) | EVENT_BIT(EVENT_TRANSFER_IN_CONFERENCE) |                    \
     EVENT_BIT(EVENT_REVIEW_CONFERENCE))
#define GONE (EVENT_BIT(EVENT_DIED) | EVENT_BIT(EVENT_PREGNANCY_LOST) | EVENT_BIT(EVENT_TRANSFERRED))
#define BIRTH (EVENT_BIT(EVENT_BORN) | EVENT_BIT(EVENT_PREGNANCY_LOST) | EVENT_BIT(EVENT_DIED))

/* Events that carry a day to come, and what takes place on it. */
static const struct planned {
    enum event event;
    uint64_t comes;
} PLANNED[] = {
    {EVENT_CONFERENCE_BOOKED, CONFERENCES | EVENT_BIT(EVENT_CONFERENCE_INQUORATE)},
    {EVENT_REVIEW_BOOKED, CONFERENCES | EVENT_BIT(EVENT_CONFERENCE_INQUORATE)},
    {EVENT_BIRTH_EXPECTED, BIRTH},
};
enum { PLANNED_COUNT = sizeof PLANNED / sizeof PLANNED[0] };

static const struct planned *planned_of(enum event event)
{
    for (size_t i = 0; i < PLANNED_COUNT; i++)
        if (PLANNED[i].event == event)
            return &PLANNED[i];
    return NULL;
}

static bool came_on(const struct due_child *child, uint64_t set, Date day)
{
    for (size_t i = 0; i < child->count; i++)
        if (in_set(set, child->events[i].event) && date_equal(child->events[i].date, day))
            return true;
    return false;
}

/* Leaves out what was moved: a booking with another of its kind behind it in the file, and nothing that took place between the two. */
static void leave_out_moved(struct due_child *child)
{
    uint64_t booked_again = 0;
    size_t kept = child->count;
    for (size_t i = child->count; i-- > 0;) {
        struct happening event = child->events[i];
        const struct planned *planned = planned_of(event.event);
        for (size_t k = 0; k < PLANNED_COUNT; k++)
            if (in_set(PLANNED[k].comes, event.event))
                booked_again &= ~EVENT_BIT(PLANNED[k].event);
        if (planned != NULL && in_set(booked_again, event.event) && !came_on(child, planned->comes, event.date))
            continue;
        if (planned != NULL)
            booked_again |= EVENT_BIT(event.event);
        child->events[--kept] = event;
    }
    child->events += kept;
    child->count -= kept;
}

/* Where an event stands. What is planned stands before everything of its day; an expected birth no later than the birth, which can come first. */
struct place {
    Date day;
    bool planned;
};
static struct place place_of(struct happening event, Date birth)
{
    bool late = event.event == EVENT_BIRTH_EXPECTED && !date_is_none(birth) && date_before(birth, event.date);
    return (struct place){late ? birth : event.date, planned_of(event.event) != NULL};
}
static bool stands_before(struct place first, struct place second)
{
    return date_equal(first.day, second.day) ? first.planned && !second.planned : date_before(first.day, second.day);
}

/* The day on which the child was born, or on which it was known that it would not be; DATE_NONE when neither is in the list. */
static Date birth_of(const struct due_child *child)
{
    Date birth = DATE_NONE;
    for (size_t i = 0; i < child->count; i++)
        if (in_set(BIRTH, child->events[i].event) && (date_is_none(birth) || date_before(child->events[i].date, birth)))
            birth = child->events[i].date;
    return birth;
}

/* Most lists are in order already, or nearly: each event walks back to its place. */
static void sort(struct due_child *child)
{
    Date birth = birth_of(child);
    for (size_t i = 1; i < child->count; i++) {
        struct happening event = child->events[i];
        struct place place = place_of(event, birth);
        size_t at = i;
        while (at > 0 && stands_before(place, place_of(child->events[at - 1], birth))) {
            child->events[at] = child->events[at - 1];
            at--;
        }
        child->events[at] = event;
    }
}

static bool has_event(const struct due_child *child, enum event event)
{
    for (size_t i = 0; i < child->count; i++)
        if (child->events[i].event == event)
            return true;
    return false;
}

/* What ends the run that a strategy discussion began: the next one is about something new. */
static bool ends_run(enum event event)
{
    return in_set(CONFERENCES | GONE | EVENT_BIT(EVENT_ENQUIRY_NO_CONFERENCE) | EVENT_BIT(EVENT_EPISODE_CLOSED), event);
}

/* Puts an event of that kind behind each of those places, on the place's day. Those of the kind that stood there go. */
static void put_behind(struct due_child *child, Arena *arena, enum event event, const size_t *places, size_t count)
{
    struct happening *events = ARENA_MANY(arena, child->count + count, struct happening);
    size_t put = 0;
    for (size_t i = 0; i < child->count; i++) {
        if (child->events[i].event != event)
            events[put++] = child->events[i];
        for (size_t k = 0; k < count; k++)
            if (places[k] == i)
                events[put++] = (struct happening){event, child->events[i].date};
    }
    child->events = events;
    child->count = put;
}

/* Nobody said which discussion started an enquiry: the first of each run did. */
static size_t first_discussions(const struct due_child *child, size_t *places)
{
    bool runs = false;
    size_t count = 0;
    for (size_t i = 0; i < child->count; i++) {
        enum event event = child->events[i].event;
        if (event == EVENT_STRATEGY_DISCUSSION && !runs)
            places[count++] = i;
        runs = (runs || event == EVENT_STRATEGY_DISCUSSION) && !ends_run(event);
    }
    return count;
}

/* The discussion that started the enquiry at that place: one of the same day, else the last one of the run; the enquiry's own place when there is none. */
static size_t discussion_of(const struct due_child *child, size_t enquiry)
{
    for (size_t i = 0; i < child->count; i++)
        if (child->events[i].event == EVENT_STRATEGY_DISCUSSION && date_equal(child->events[i].date, child->events[enquiry].date))
            return i;
    for (size_t i = enquiry; i-- > 0;) {
        enum event event = child->events[i].event;
        if (event == EVENT_STRATEGY_DISCUSSION)
            return i;
        if (event == EVENT_ENQUIRY_STARTED || ends_run(event))
            break;
    }
    return enquiry;
}

/* The concern that led to the enquiry at that place: the referral that was still being decided on, else the enquiry itself. */
static size_t concern_of(const struct due_child *child, size_t enquiry)
{
    for (size_t i = enquiry; i-- > 0;) {
        struct happening event = child->events[i];
        if (event.event == EVENT_REFERRAL_RECEIVED)
            return i;
        if (ends_run(event.event) || (event.event == EVENT_REFERRAL_DECIDED && date_before(event.date, child->events[enquiry].date)))
            break;
    }
    return enquiry;
}

/* For each enquiry of the list the place that `find` gives for it. */
static size_t for_enquiries(const struct due_child *child, size_t (*find)(const struct due_child *, size_t), size_t *places)
{
    size_t count = 0;
    for (size_t i = 0; i < child->count; i++)
        if (child->events[i].event == EVENT_ENQUIRY_STARTED)
            places[count++] = find(child, i);
    return count;
}

void due_order(struct due_child *child, Arena *arena)
{
    size_t *places = ARENA_MANY(arena, child->count * DUE_EVENTS_TIMES, size_t), count;
    leave_out_moved(child);
    sort(child);
    count = has_event(child, EVENT_ENQUIRY_STARTED) ? for_enquiries(child, discussion_of, places) : first_discussions(child, places);
    put_behind(child, arena, EVENT_ENQUIRY_STARTED, places, count);
    if (has_event(child, EVENT_CONCERN_RAISED))
        return;
    count = for_enquiries(child, concern_of, places);
    put_behind(child, arena, EVENT_CONCERN_RAISED, places, count);
}
