/* What if a conference, a review or a core group were held on another day: which limits of a child change, which would be broken, which mended.
 * Two futures are computed, one for each day, and compared. Pure: nothing is kept. Source: the limits of the authority's profile. */
#ifndef RULES_WHAT_IF_H
#define RULES_WHAT_IF_H

#include "rules/practice.h"

enum what_if_meeting { WHAT_IF_INITIAL, WHAT_IF_PRE_BIRTH, WHAT_IF_TRANSFER_IN, WHAT_IF_REVIEW, WHAT_IF_CORE_GROUP };

enum {
    WHAT_IF_MORE = 3, /* events that one meeting brings: its booking, that it was held, that a plan began */
};

/* A day that people set for a limit, before its row's (rules/own_day.h). */
struct what_if_day {
    enum obligation_kind kind;
    Date start, due;
};

/* The question about one child. */
struct what_if {
    const struct practice *practice;
    const struct happening *events; /* all that was recorded, in the order of recording */
    size_t count;
    const struct happening *booked; /* the child's other meetings to come, as if each were held on its day */
    size_t booked_count;
    const struct what_if_day *days;
    size_t day_count;
    enum what_if_meeting meeting;
    Date from; /* the day it is booked or planned for; DATE_NONE: it has none, nothing is assumed before */
    Date to;
    Date today;
};

/* What becomes of a limit, the worst first. A limit is broken when it is late, met late or missed; one that is to be met before the meeting (reports with
 * the parents) when its day is past. */
enum what_if_effect { WHAT_IF_BREAKS, WHAT_IF_STAYS_BROKEN, WHAT_IF_MENDS, WHAT_IF_MOVES };

struct what_if_change {
    enum what_if_effect effect;
    enum obligation_kind kind;
    bool is_before, is_after;         /* false: there is no such limit on that side */
    struct obligation before, after;  /* due, state, and the day on which a booked meeting would meet it */
};

/* Memory to work in: `events` takes count + booked_count + WHAT_IF_MORE of them, each of the other two `room` obligations. What finds no room is not
 * compared. */
struct what_if_room {
    struct happening *events;
    struct obligation *before, *after;
    size_t room;
};

/* The limits whose due day, day of being met, or state differs between the two days. An initial, pre-birth or transfer-in conference is taken to recommend
 * a plan that begins that day; a review to let it go on. Writes at most `most`, by effect and then by due day (after the move; before it, where there is none
 * after); returns how many there are. */
size_t what_if(const struct what_if *ask, const struct what_if_room *room, struct what_if_change *ret_changes, size_t most);

/* The due day that a change is put in order by: after the move; before it, where there is none after. */
Date what_if_due(const struct what_if_change *change);
/* The order of changes: the worst effect first, then the earlier due day. */
bool what_if_comes_before(const struct what_if_change *a, const struct what_if_change *b);

/* How many limits of a list of changes are broken after the move: WHAT_IF_BREAKS and WHAT_IF_STAYS_BROKEN. */
size_t what_if_broken(const struct what_if_change *changes, size_t count);

enum {
    WHAT_IF_NEAR_DAYS = 366,   /* how far before and after the asked day another is looked for */
    WHAT_IF_CHANGES_MOST = 60, /* changes of one child that are weighed for it */
};

/* The working days, after `today`, nearest to the asked one on which the fewest limits are broken, all children taken together: the
 * nearest first, of two as near the earlier. The asked day and the booked one are left out. Every ask has the same days and practice. Writes at most `most` and returns how many; *ret_broken is how many
 * limits are broken on each of them (0: none). */
size_t what_if_nearest(const struct what_if *asks, size_t count, const struct what_if_room *room, Date *ret_days, size_t most, size_t *ret_broken);

#endif
