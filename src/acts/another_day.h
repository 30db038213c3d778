/* A conference or a planned core group that goes, or could go, to another day: what rules/what_if.h is asked about each of its children, and its answer
 * in words. For the acts that move, and for the page that only asks. Reads; whoever calls has asked permission on the children. */
#ifndef ACTS_ANOTHER_DAY_H
#define ACTS_ANOTHER_DAY_H

#include "acts/act.h"
#include "rules/what_if.h"
#include "store/practice.h"

enum {
    ANOTHER_DAY_DUE_MOST = 400,    /* limits of one child that are compared */
    ANOTHER_DAY_CHANGES_MOST = WHAT_IF_CHANGES_MOST, /* changes of one child */
};

/* What moves. Exactly one of conference and meeting is there. */
struct another_day_what {
    ConferenceId conference;
    enum conference_kind kind;
    MeetingId meeting; /* a core group */
    Date from;         /* the day it is booked for; DATE_NONE: none */
};

/* Another meeting that a child is booked for. */
struct another_day_booked {
    ChildId child;
    ConferenceId conference; /* one of the two */
    MeetingId meeting;
    enum conference_kind kind;
    Date day;
    Instant starts;
};

struct another_day {
    const struct practice *practice;
    Date from;
    const ChildId *children;
    struct what_if *asks; /* one for each child */
    size_t count;
    struct what_if_room room;
    struct {
        struct another_day_booked *at;
        size_t count;
    } booked;
};

/* A change that is the same for one or several children. */
struct another_day_change {
    struct what_if_change is;
    ChildId *children;
    size_t count;
};
struct another_day_changes {
    struct another_day_change *at;
    size_t count;
};

/* Reads what was recorded of each child, what is booked for it besides and which days were set for its limits. `children` must live as long as the
 * arena of the read. */
Err another_day_of(Read *read, const struct another_day_what *what, const ChildId *children, size_t count, struct another_day *ret_moving);

/* What it will have been when it has met. */
enum event another_day_held(const struct another_day_booked *booked);

/* All that changes when it is held on that day: the worst first, then by due day; what is the same for brothers and sisters is one. */
void another_day_weigh(const struct another_day *moving, Arena *arena, Date to, struct another_day_changes *ret_changes);

/* 'the initial conference is due by 14 April 2026' */
Text another_day_limit_words(Arena *arena, const struct what_if_change *change);
/* The broken ones of the changes, with '; ' between them; empty when none is. Only those of this effect. */
Text another_day_broken_words(Arena *arena, const struct another_day_changes *changes, enum what_if_effect effect);

/* Sets inside_the_days, and says beside INSIDE_THE_DAYS which limits are broken when it is held on that day. */
void another_day_gate(const struct another_day *moving, Arena *arena, Date to, struct facts *facts, struct gate_words *words);

#endif
