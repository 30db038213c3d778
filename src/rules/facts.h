/* What is known when someone wants to do something: what gates ask about. Pure numbers; the store's rows become facts in acts. */
#ifndef RULES_FACTS_H
#define RULES_FACTS_H

#include "rules/roles.h"

/* Zeroed facts know of nobody and nothing, and most gates are shut on them. */
struct facts {
    Rights rights;    /* what the actor may do to the children concerned */
    uint64_t reasons; /* gates (bit 1 << gate) for which the actor wrote why they go on */
#define FACT(name, words) int name;
#include "rules/facts.def"
#undef FACT
};

struct fact_name {
    const char *name, *words;
    size_t offset; /* of the int in struct facts */
};
extern const struct fact_name FACT_NAMES[];
extern const size_t FACT_NAME_COUNT;

/* True once the question was put, whatever came back: nobody's silence stops a child being protected. False for none and NOT_YET. */
bool asked_is_answered(enum asked_answer answer);

/* Independent of the case and its line (SC-02): doesn't hold or work it, manage its holder, answer to them, share their team, or know
 * the family. */
bool chair_is_independent(const struct facts *facts);

#endif
