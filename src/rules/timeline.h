/* A child's events in the order of time, marked by kind, so that 'the first visit after this one' is looked up and not searched for. Made
 * once for a child; every row of a profile asks it. Pure, no memory taken. */
#ifndef RULES_TIMELINE_H
#define RULES_TIMELINE_H

#include "base/date.h"
#include "rules/codes.h"

#define EVENT_BIT(event) (UINT64_C(1) << (event))
_Static_assert(EVENT_COUNT <= 64, "a set of events is the bits of one number");

/* Something that happened to a child, or (CONFERENCE_BOOKED, REVIEW_BOOKED) is booked for that day. */
struct happening {
    enum event event;
    Date date;
};

enum {
    HAPPENINGS_MOST = 4096, /* events of one child: four a week from before its birth until it is eighteen */
    MARK_BITS = 64,
    MARK_WORDS = HAPPENINGS_MOST / MARK_BITS
};

/* Places in a timeline, one bit each. Words after the timeline's last are not set to anything. */
struct marks {
    uint64_t words[MARK_WORDS];
};

/* 44 KiB, of which a child with 60 events touches one. */
struct timeline {
    const struct happening *list; /* as given: in the order of recording */
    size_t count, words;
    uint64_t events;                          /* the set of those that occur */
    Date days[HAPPENINGS_MOST];               /* by place, rising */
    uint16_t listed[HAPPENINGS_MOST];         /* by place: where in the list */
    uint64_t marked[MARK_WORDS][EVENT_COUNT]; /* the places of each event */
};

/* Puts a list in order: by date, on one day by the list. It keeps a pointer to the list. False (and nothing usable) when there are more
 * than HAPPENINGS_MOST. Quick when the list is nearly in order. */
bool timeline_from(const struct happening *list, size_t count, struct timeline *ret_timeline);
/* The places of the events of a set. */
void timeline_marks(const struct timeline *timeline, uint64_t set, struct marks *ret_marks);
/* The first marked place at `from` or after it; timeline->count when there is none. */
size_t timeline_next(const struct timeline *timeline, const struct marks *marks, size_t from);
/* One more than the last marked place before `before` (at most timeline->count); 0 when there is none. */
size_t timeline_last(const struct marks *marks, size_t before);
/* The first place whose day is not before `day`; timeline->count when there is none. */
size_t timeline_at(const struct timeline *timeline, Date day);

/* What stands at that place. */
static inline struct happening timeline_event(const struct timeline *timeline, size_t place)
{
    return timeline->list[timeline->listed[place]];
}

#endif
