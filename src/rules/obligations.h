/* What is due, and by when. A profile (a nation's, later an authority's) is rows with sources and dates in force; these functions only know
 * how to read rows. Pure: no clock (today is given), no memory taken (the caller gives arrays), no store. */
#ifndef RULES_OBLIGATIONS_H
#define RULES_OBLIGATIONS_H

#include "rules/codes.h"
#include "rules/timeline.h"
#include "rules/workdays.h"

enum due_unit { WORKING_DAYS, DAYS, WEEKS, MONTHS };

struct obligation_row {
    enum obligation_kind kind;
    uint64_t starts, ends, stops; /* sets of events: what starts it, satisfies it, makes it needless */
    enum event only_while;        /* EVENT_NONE, or: starts only while this event holds: no stopping event since. See obligations_of */
    int number;
    enum due_unit unit;
    bool before;       /* counted back from the event's day: see obligation_due */
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

/* The day an obligation that started on `start` is due, by one row. Days count from the day after the start; weeks go to the same weekday;
 * months go to the same day number, or to the last day of a shorter month. 'n days before' and 'n working days before' leave n whole ones
 * between (the due day is a working day too); weeks and months before go back to the same weekday or day number. Fills ret_working unless
 * it is NULL, which is quicker. */
Date obligation_due(const struct obligation_row *row, Date start, const struct holidays *holidays, struct working *ret_working);
/* Whether the row counts what starts on that day. */
bool obligation_row_in_force(const struct obligation_row *row, Date start);
/* The row in force on that day for a kind; NULL when the profile has none. */
const struct obligation_row *obligation_row_on(const struct profile *profile, enum obligation_kind kind, Date start);

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
 * What is due before an event starts on a day to come, so the order of recording says what belongs to it: all that stands between the
 * stopping events before and after it. There it is met, and there stands the event that only_while asks for, before or after it.
 * Writes at most `room` obligations, in the order of the profile's rows and then of their starts; returns how many there are. More than
 * HAPPENINGS_MOST events: writes none and returns SIZE_MAX, which is more than anybody's room. */
size_t obligations_of(const struct profile *profile, const struct holidays *holidays, struct starts_within within, const struct happening *events,
                      size_t count, Date today, struct obligation *ret_obligations, size_t room);
/* The same for events that are in order already: for whoever asks more than one profile. */
size_t obligations_along(const struct profile *profile, const struct holidays *holidays, struct starts_within within, const struct timeline *events,
                         Date today, struct obligation *ret_obligations, size_t room);

#endif
