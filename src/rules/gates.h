/* What stands between a wish and an act. A gate is a row: what it asks of the facts, its class, who may go on, the sentence people see,
 * and where it comes from. Deciding is pure; every shut gate of an act is shown at once. */
#ifndef RULES_GATES_H
#define RULES_GATES_H

#include "rules/facts.h"

enum gate {
    GATE_NONE,
#define GATE(name, asks, class, may_go_on, moment, says, source) name,
#include "rules/gates.def"
#undef GATE
    GATE_COUNT
};
_Static_assert(GATE_COUNT <= 64, "the gates with a reason are the bits of one number");

enum gate_class {
    GATE_HARD,        /* privacy, independence, identity, what the law asks: nobody passes */
    GATE_WITH_REASON, /* who has `may_go_on` passes with a written reason, which prints on later copies */
    GATE_WARN,        /* says so and lets through; what is missing becomes a task */
};

struct gate_row {
    const char *name; /* "THREE_AGENCIES_TOOK_PART" */
    bool (*asks)(const struct facts *facts); /* true: open */
    enum gate_class class;
    enum permission may_go_on; /* PERMISSION_NONE unless GATE_WITH_REASON */
    const char *moment; /* when it is asked: "start a section 47 enquiry" */
    const char *says;   /* the sentence shown while it is shut */
    const char *source;
};

/* The row of a gate; row GATE_NONE is empty. */
const struct gate_row *gate_row(enum gate gate);
/* False, and nothing written, when no gate has that name. */
bool gate_of(Text name, enum gate *ret_gate);
/* "nobody", or "a manager": who may go on with a reason, in words for the page. '' for a warning. */
const char *gate_who_goes_on(enum gate gate);

/* What the gate answers to these facts. A reason counts only from someone who may give it. */
enum gate_answer gate_ask(enum gate gate, const struct facts *facts);
/* Of `count` gates, writes those that are SHUT to ret_shut (room for count) and returns how many. 0: the act may be done. */
size_t gates_shut(const enum gate *gates, size_t count, const struct facts *facts, enum gate *ret_shut);

#endif
