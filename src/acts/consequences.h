/* What an act does to a child's case besides its own rows: declared while deciding, kept in the entry's body, applied from there after
 * the act's own apply (docs/decisions/0003). An act that says what happened cannot forget what is due because of it. */
#ifndef ACTS_CONSEQUENCES_H
#define ACTS_CONSEQUENCES_H

#include "acts/act.h"
#include "rules/moves.h"
#include "store/case/moving.h"
#include "store/practice.h"

/* Rows of the body. Holders are people, teams and agencies alike. */
struct case_holder {
    int64_t n;
};
struct case_opened {
    EpisodeId episode;
    ChildId child;
    FamilyId family;
};
struct case_moved {
    EpisodeId episode;
    enum stage stage;
    Date closed; /* DATE_NONE: still open */
    enum closure_reason reason;
};
struct case_happened {
    ChildId child;
    enum event event;
    Date on;
};
struct case_due {
    ChildId child;
    enum obligation_kind kind;
    Date start, due, warn;
    Date met;
    enum event met_by;
    Date stopped; /* when and by what it stopped being needed */
    enum event stopped_by;
    enum obligation_state state;
    Text profile; /* whose row it was made by */
};
/* An obligation that the events no longer give rise to (a booking moved, a birth date put right). */
struct case_gone {
    ChildId child;
    enum obligation_kind kind;
    Date start;
};
/* An obligation with a day of its own before the last day allowed: a conference, a manager or a court said so. While deciding only: what comes of
 * it is in `due`. */
struct case_due_by {
    ChildId child;
    enum obligation_kind kind;
    Date start; /* DATE_NONE: of whichever waits */
    Date by;
};
/* The day of something that waits becomes another: what it was, what it is now, and why. */
struct case_redated {
    ChildId child;
    enum obligation_kind kind;
    Date start, was, now, warn;
    enum moved_why why;
};
/* A child whose dates are counted anew, though nothing happened to it. While deciding only. */
struct case_anew {
    ChildId child;
};
struct case_granted {
    struct case_holder holder;
    ChildId child;
    enum role role;
    Instant ends; /* INSTANT_NONE: nothing ends it yet */
};
struct case_ended {
    struct case_holder holder; /* 0: whoever holds the role */
    ChildId child;
    enum role role;
};

struct consequences {
    struct { struct case_opened *at; size_t count; } opened;
    struct { struct case_moved *at; size_t count; } moved;
    struct { struct case_happened *at; size_t count; } happened;
    struct { struct case_redated *at; size_t count; } redated;
    struct { struct case_due *at; size_t count; } due; /* new or changed */
    struct { struct case_gone *at; size_t count; } gone;
    struct { struct case_due_by *at; size_t count; } due_by; /* while deciding */
    struct { struct case_anew *at; size_t count; } anew;     /* while deciding */
    enum moved_why why;                                      /* while deciding: why days move; MOVED_WHY_NONE: each for its own reason */
    struct practice practice;                                /* while deciding, once it was asked for */
    struct obligation *room;                                 /* while deciding: one child's at a time */
    struct { struct case_granted *at; size_t count; } granted;
    struct { struct case_ended *at; size_t count; } ended;
};

/* The child's open episode makes this move, today. A move that rules/moves.c doesn't have from where the episode stands (or would stand, after
 * the moves this act already made) shuts gate MOVE_IS_OPEN with the moves that are open; the act then ends NOT_NOW. A move into STAGE_CLOSED
 * closes the episode with `reason`; other moves take CLOSURE_REASON_NONE. A move from no open episode opens one. */
Err act_move(struct act_run *run, ChildId child, enum move move, enum closure_reason reason);
/* Where the child's episode stands, with the moves this act already made: STAGE_NONE without an open one. */
Err act_stage(struct act_run *run, ChildId child, enum stage *ret_stage);

/* Under whose rules the authority works (store/practice.h), read once an act. */
Err act_practice(struct act_run *run, const struct practice **ret_practice);

/* Something happened to the child on that day: what is due is computed anew from all its events when the act is decided. */
Err act_happened(struct act_run *run, ChildId child, enum event event, Date on);

/* The child's next review is to be held by that day, when that is earlier than what the profile's row says: what is due and the plan say the same. */
Err act_review_by(struct act_run *run, ChildId child, Date by);
/* A court gave this emergency order or its extension (EMERGENCY_ORDER_ENDS, EMERGENCY_EXTENSION_ENDS), which counts from `start`, until that day:
 * that is when it is due, when earlier than what the profile's row says. */
Err act_order_until(struct act_run *run, ChildId child, enum obligation_kind kind, Date start, Date by);

/* The authority's rules as this act makes them: what is due is counted by these. Before the act asks for anything else of them. */
void act_practice_becomes(struct act_run *run, const struct practice *practice);
/* One day that becomes another by this act (store/case/moving.h): kept with what it was. BROKEN past DATES_MOVED_MOST. */
Err act_redate(struct act_run *run, const struct date_moving *moving, enum moved_why why);
/* What is due to this child is counted anew from all its events; a day that moves, moves for that reason. Each child once, and none with act_redate;
 * what was answered keeps the day it had. */
Err act_count_anew(struct act_run *run, ChildId child, enum moved_why why);

/* Who holds the role for the child from now on: a person, a team or an agency. `ends`: INSTANT_NONE for as long as nothing ends it. Twice
 * the same is once. */
Err act_grant(struct act_run *run, int64_t holder, ChildId child, enum role role, Instant ends);
/* Ends it, now. holder 0: whoever holds that role. */
Err act_end_access(struct act_run *run, int64_t holder, ChildId child, enum role role);

/* For act.c: a new, empty one; what is due, when decide() is done; the body's part; applying it. */
struct consequences *consequences_new(Arena *arena);
Err consequences_settle(struct act_run *run);
bool consequences_are_empty(const struct consequences *consequences);
extern const struct field CONSEQUENCE_FIELDS[];
extern const size_t CONSEQUENCE_FIELD_COUNT;
Err consequences_apply(Tx *tx, const struct entry *entry, const struct consequences *consequences);

#endif
