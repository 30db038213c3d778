/* Doing something to the record. Whoever does an act – page, API, import, job, command – calls act_do, and meets the same permission and the
 * same gates; what was done is one entry of the ledger and one savepoint of the store, durable before act_do comes back. */
#ifndef ACTS_ACT_H
#define ACTS_ACT_H

#include "acts/act_kind.h"
#include "acts/fields.h"
#include "acts/writer.h"
#include "store/access.h"
#include "store/duty.h"
#include "store/ledger.h"
#include "store/look.h"

/* The acts of one open store: one for the whole program, any thread may use it. */
struct acts;
Err acts_open(Store *store, struct acts **ret_acts);
/* NULL is fine. Nobody may be doing anything. The store stays open. */
void acts_close(struct acts *acts);
struct writer *acts_writer(struct acts *acts);

enum { ACT_ONCE_MOST = 100, ACT_REASON_MOST = 2000 /* bytes */ };

/* A reason somebody gave for going on past a gate. */
struct act_reason {
    enum gate gate;
    Text reason;
};

/* Who does it, to what, and what came along with the form. */
struct act_request {
    AuthorityId authority;
    PersonId actor;
    Instant now;       /* of the request */
    int64_t target;    /* of the kind that the act is `on`; 0 for ON_ORGANISATION */
    InvitationId seat; /* done from this seat of a conference's room, by whoever holds it: nothing but TAKE_SEAT; n == 0: from no seat */
    Text once;         /* the form's once-only key; empty: none */
    Text sent;         /* all that came with the key, as it came: with a secret in it (the form's proof), for its hash is kept */
    EntryNumber as_of; /* the last entry the author had seen; n == 0: not asked */
    const struct act_reason *reasons;
    size_t reason_count;
    Text answer;       /* where the answer goes; kept with the once-only key, unless decide() names another */
};

/* The time limit that a shut gate speaks of, to lead to its whole working; child 0: it speaks of none. */
struct gate_limit {
    ChildId child;
    enum obligation_kind kind;
    Date start, due;
};

/* A gate that is shut, or that warns. */
struct shut_gate {
    enum gate gate;
    Text detail;       /* what of it is missing, in words; can be empty */
    bool with_reason;  /* this person may go on with a reason */
    bool warns;        /* only a warning: it stops nobody */
    struct gate_limit limit;
};
struct shut_gates {
    Arena *arena;
    struct shut_gate *at;
    size_t count, room;
};

/* What decide() works with. It reads through `read` (nothing can be written: the store refuses), may change what the act's `decides` block
 * declares, and asks the functions below. */
struct act_run {
    Read *read;
    Arena *arena;
    const struct act_kind *kind;
    const struct act_request *request;
    struct problems *problems;
    struct shut_gates *shut;
    EntryNumber number; /* of the entry this will be */
    Instant now;        /* when it is recorded: request->now, or a little later: never before the entry before */
    Date today;         /* the day of `now` in London */
    int64_t target;     /* request->target */
    FamilyId family;    /* the target's family; decide() may set it where the target has none */
    ChildId child;      /* when the target is about one child: ON_CHILD, ON_PLAN; a conference about one */
    Rights rights;      /* what the actor may do to the target's children, and by their duty */
    PersonId person;    /* ON_PERSON: the target */
    Text answer;        /* request->answer; decide() may name another */
    struct act_inside *inside; /* act.c's own */
};

/* A new number for a thing this act makes; k-th call: number * 1024 + k. BROKEN as number 0 past 1023 of them. */
int64_t act_new_id(struct act_run *run);
/* The entry is about this child too; run->child is by itself. NOT_FOUND or NOT_ALLOWED when the actor may not do the act to
 * this child (a child this same act makes is free). */
Err act_concerns(struct act_run *run, ChildId child);
/* A gate is shut for what was asked. Somebody who may go on with a reason, and gave one, goes on: it is kept in the entry. Otherwise the
 * act ends NOT_NOW after decide(), with all shut gates. A gate that only warns is listed and stops nobody. BROKEN for a gate that the .act
 * doesn't name. */
Err act_gate(struct act_run *run, enum gate gate, Text detail);
/* Asks every gate of the act: fills facts->rights and facts->reasons, and act_gate for each one that isn't open. */
Err act_gates(struct act_run *run, struct facts *facts);
/* What is missing, in words, for each gate that knows it, and by which time limit; empty for the others. */
struct gate_words {
    Text of[GATE_COUNT];
    struct gate_limit limit[GATE_COUNT];
};
/* The same, and says beside each gate that isn't open what of it is missing. */
Err act_gates_said(struct act_run *run, struct facts *facts, const struct gate_words *words);
/* A field's problem: the act ends NOT_VALID after decide(), with all of them. */
void act_problem(struct act_run *run, const char *field, const char *sentence);

/* What came of it. Lists are written whatever the answer, the rest on OK. */
struct act_result {
    struct problems problems;  /* NOT_VALID */
    struct shut_gates shut;    /* NOT_NOW; warnings on OK */
    EntryNumber newer;         /* NOT_NOW because somebody else did the same first: their entry */
    EntryNumber before;        /* NOT_NOW because the same form was sent before with other words: what was recorded then */
    EntryNumber number;        /* of the entry */
    int64_t new_ids;           /* how many numbers it made: number * 1024 + 1, + 2, … */
    bool again;                /* the same form came before: this is what came of it then */
    Text answer;               /* where the answer goes */
};

/* Does the act: permission, as_of, decide, append, apply from the body as it was written, commit with whoever else is writing. `act` is the
 * act's struct; decide() fills its decided fields. Everything is in the arena.
 * NOT_VALID, NOT_ALLOWED, NOT_FOUND, NOT_NOW as above; BUSY: try again; BROKEN: nothing was kept. */
Err act_do(struct acts *acts, const struct act_kind *kind, const struct act_request *request, void *act, Arena *arena,
           struct act_result *ret_result);

struct consequences;
/* What the act would do, if the reader of `read` did it, as the record stands for them: permission, decide and everything that follows from it, and nothing is written or kept. `act`'s
 * decided fields are filled. OK with *ret_consequences in read->arena (acts/consequences.h); NOT_VALID, NOT_ALLOWED, NOT_FOUND, NOT_NOW as act_do,
 * with the same lists. Neither the once-only key nor as_of is asked. */
Err act_would(Read *read, const struct act_kind *kind, const struct act_request *request, void *act, struct act_result *ret_result,
              const struct consequences **ret_consequences);

/* What came of this form before, for a page that must know before it reads the form: what was offered then may be offered no more. OK with
 * `again`, number and answer when the same came before, and without when nothing did; NOT_NOW with `before` when it was other words; NOT_ALLOWED:
 * the key is somebody else's. act_do asks the same, and waits for one that is being kept just now. */
Err act_sent_before(Read *read, const struct act_request *request, struct act_result *ret_result);

/* Records a look, durable when this comes back OK; until then the page must not leave. Fills number and hashes. */
Err acts_look(struct acts *acts, Arena *arena, struct look *look);

#endif
