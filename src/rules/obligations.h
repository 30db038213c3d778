/* What is due, and by when. A profile (a nation's, later an authority's) is rows with sources and dates in force; these functions only know
 * how to read rows. Pure: no clock (today is given), no memory taken (the caller gives arrays), no store. */
#ifndef RULES_OBLIGATIONS_H
#define RULES_OBLIGATIONS_H

#include "rules/codes.h"
#include "rules/workdays.h"

enum due_unit { WORKING_DAYS, DAYS, WEEKS, MONTHS };

#define EVENT_BIT(event) (UINT64_C(1) << (event))
_Static_assert(EVENT_COUNT <= 64, "a set of events is the bits of one number");

struct obligation_row {
    enum obligation_kind kind;
    uint64_t starts, ends, stops; /* sets of events: what starts it, satisfies it, makes it needless */
    enum event only_while;        /* EVENT_NONE, or: starts only while this event holds (no stopping event since) */
    int number;
    enum due_unit unit;
    bool before;       /* counted back from the event's day: `number` whole days lie between */
    bool near;         /* what satisfies it counts only from the warning on */
    int warn_days;     /* calendar days before it is due */
    bool statutory;    /* by law or national guidance; else an authority's own */
    bool lead;         /* told, and not verified: neither */
    Date since, until; /* in force for starts from since to the day before until; DATE_NONE: without end */
    const char *source;
};

/* What a profile says besides its limits: rules/profile.h. */
struct practice_item;

struct profile {
    const char *name, *title, *source;
    const char *like; /* the profile whose rows it takes; '' when it stands by itself */
    enum limit_standing standing;
    enum division division;
    Date since, until;     /* in force from since to the day before until; DATE_NONE: without end */
    uint64_t always_stops; /* events that stop every row that doesn't go on after a death */
    const struct obligation_row *rows;
    size_t count;
    const struct practice_item *practice;
    size_t practice_count;
};

/* Every profile, made of src/rules/profiles/, sorted by name in byte order. */
extern const struct profile *const PROFILES[];
extern const size_t PROFILE_COUNT;
/* NULL when there is none of that name. */
const struct profile *profile_named(Text name);

/* The day an obligation that started on `start` is due, by one row. Days count from the day after the start; months go to the same day
 * number, or to the last day of a shorter month. 'n days before' leaves n whole days between (working days: the due day is one too).
 * Fills ret_working unless it is NULL. */
Date obligation_due(const struct obligation_row *row, Date start, const struct holidays *holidays, struct working *ret_working);
/* The row in force on that day for a kind; NULL when the profile has none. */
const struct obligation_row *obligation_row_on(const struct profile *profile, enum obligation_kind kind, Date start);

/* Something that happened to a child, or (CONFERENCE_BOOKED, REVIEW_BOOKED) is booked for that day. */
struct happening {
    enum event event;
    Date date;
};

struct obligation {
    const struct profile *profile; /* the one it was made under */
    const struct obligation_row *row;
    Date start, due, warn;
    Date met;              /* DATE_NONE until it was */
    enum event met_by;     /* EVENT_NONE until it was */
    Date stopped;          /* DATE_NONE unless it was no longer needed */
    enum event stopped_by; /* EVENT_NONE unless it was no longer needed */
    enum obligation_state state;
    bool beyond; /* the holidays of a year in between are not loaded */
};

/* The days on which what is asked for started: from `from` to the day before `until`. DATE_NONE: without end on that side. */
struct starts_within {
    Date from, until;
};
#define STARTS_EVER ((struct starts_within){DATE_NONE, DATE_NONE})

/* All obligations that a child's events give rise to, each with its state today: the next review counts from the last review, the next
 * core group from the last, visits from the last successful one; all stop at the plan's end, a transfer, a death.
 *
 * `events` stand in the order in which they were recorded; by date they may be in any order. On one day the order of the list holds. A
 * booking that was replaced by a later one before that conference met gives no obligation. Events after today count as recorded. A day
 * starts a kind once, by the last of its events: kind and start together name an obligation of a child.
 * Writes at most `room` obligations, in the order of the profile's rows and then of their starts; returns how many there are. */
size_t obligations_of(const struct profile *profile, const struct holidays *holidays, struct starts_within within, const struct happening *events,
                      size_t count, Date today, struct obligation *ret_obligations, size_t room);

#endif
