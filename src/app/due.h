/* hearth due: a file of children and of what happened to them in, what is due out. The format is docs/developers/due.md. Opens no store and reads no
 * clock. One child at a time: what a file costs in memory is itself, and its largest child. */
#ifndef APP_DUE_H
#define APP_DUE_H

#include "base/json_read.h"
#include "base/out.h"
#include "rules/obligations.h"

enum {
    DUE_FILE_MOST = 512 << 20,   /* bytes of a file: a hundred thousand children with a hundred events each */
    DUE_CHILDREN_MOST = 1000000, /* of one file */
    DUE_EVENTS_MOST = 1000,      /* of one child: a visit every week for eighteen years */
    DUE_EVENTS_TIMES = 3,        /* with the enquiries and concerns that they tell of */
    DUE_ID_MOST = 100,           /* characters of a child's id */
    DUE_NAME_MOST = 40,          /* bytes of the longest name of an event */
};
_Static_assert(DUE_EVENTS_MOST * DUE_EVENTS_TIMES <= HAPPENINGS_MOST, "what is read can be asked about");

/* ---- names of events (due_names.c) ---- */

/* Another name under which an event is read. */
struct due_name {
    const char *name;
    enum event event;
};
extern const struct due_name DUE_NAMES[];
extern const size_t DUE_NAME_COUNT;

/* The event with that code, or of that other name. False, and nothing written, when there is none. */
bool due_event_of(Text name, enum event *ret_event);
/* The code or other name most like that word, however its letters are written; '' when none is like it. */
Text due_event_like(Text name);

/* ---- reading a file (due_read.c) ---- */

struct due_child {
    Text id;
    struct happening *events; /* as they stand in the file */
    size_t count;
};

/* What is wrong with a file, for the person who made it. */
struct due_problem {
    size_t line;
    Text path; /* 'children[0].events[3].kind'; '' for the file as a whole */
    Text says; /* '' when nothing is wrong */
};

struct due_reader {
    struct json_read json;
    size_t at, id_at;         /* where the key or value begins that is looked at; the last child's id */
    size_t children, events;  /* how many were begun: of the file, of the child */
    bool in_events;           /* inside the list of one */
    const char *key;          /* the key that is looked at; '' for none */
    struct due_problem problem;
};

/* Begins a file and reads up to its first child; what is wrong can be found here already (reader->problem). The words of a problem are in the arena. */
void due_begin(struct due_reader *reader, Text file, Arena *arena);
/* The next child, its words and events in `arena` (which may be another each time, or the same one, reset). False after the last one, and when
 * something is wrong: then reader->problem says what. */
bool due_next(struct due_reader *reader, Arena *arena, struct due_child *ret_child);
/* Reads a whole file, looking only whether it is good; a child's id must not come twice either. True when it is, else *ret_problem is in `arena`,
 * which keeps the ids meanwhile: up to a hundred bytes for each child. */
bool due_is_good(Text file, Arena *arena, struct due_problem *ret_problem);

/* ---- what is due (due_order.c, due_write.c) ---- */

/* Brings a child's events into the order in which they can have been recorded, so that the file may give them in any: by day, on one day as they
 * stand. A booking comes before everything of the day it is for, an expected birth before the birth. Of two bookings, or two days on which a
 * birth is expected, the later in the file holds, unless what was booked took place between them in the file, or on the day of the first.
 * Says which strategy discussion started each enquiry: with no ENQUIRY_STARTED in the list, the first one of each run; else the last one in
 * its run up to the enquiry, on whose day the enquiry then stands. A conference, ENQUIRY_NO_CONFERENCE, the episode's end, a death, a lost
 * pregnancy or a transfer ends a run. And, with no CONCERN_RAISED in the list, when the concern came in that led to each enquiry: with the
 * referral that was still undecided on the day before it started; else on the day it started.
 * The events are then in the arena, DUE_EVENTS_TIMES as many at most. */
void due_order(struct due_child *child, Arena *arena);

/* Everything that is due for the child, on that day, under that profile; its events must be in order (due_order). In the order of the
 * profile's rows, then of their starts. */
struct obligation *due_obligations(const struct profile *profile, const struct due_child *child, Date today, Arena *arena, size_t *ret_count);

/* One obligation as a JSON object on one line, without the line's end. */
void due_write(Out *out, Text child, const struct obligation *obligation);

#endif
