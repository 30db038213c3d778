/* What act_run carries for the runner (act.c) and the consequences alone: no act includes this. */
#ifndef ACTS_INSIDE_H
#define ACTS_INSIDE_H

#include "acts/act.h"

struct consequences;

struct act_inside {
    int64_t new_ids;
    ChildId children[LEDGER_CHILDREN_MOST];
    size_t child_count;
    struct entry_gates passed;
    struct consequences *consequences;
};

/* Lists a gate as shut, whether the .act names it or not. */
void shut_gates_add(struct shut_gates *shut, struct shut_gate gate);

#endif
