/* What the acts on a plan ask again and again. */
#ifndef ACTS_PLAN_PLAN_ACTS_H
#define ACTS_PLAN_PLAN_ACTS_H

#include "acts/consequences.h"
#include "rules/plan_copy.h"
#include "store/plan_sql.h"

enum { PLANS_AT_ONCE = 12 /* brothers and sisters in one act */ };

/* One plan an act is about, and where its versions stand. */
struct plan_place {
    PlanId plan;
    struct plan_of is;
    int64_t version;  /* what is written now goes into this version */
    bool opens;       /* which does not exist yet */
    int64_t in_force; /* the newest published version */
};
struct plan_places {
    struct plan_place at[PLANS_AT_ONCE];
    size_t count;
};

/* The child is of the act's family, and the act is about them: NOT_FOUND for a child of another; else as act_concerns. */
Err plan_child(struct act_run *run, ChildId child);
/* The target's plan first, then `also`, each once; each is of the same family and the act is about its child. A plan that has ended is a
 * problem with `field`. */
Err plan_places(struct act_run *run, const PlanId *also, size_t also_count, const char *field, struct plan_places *ret_places);
/* In apply: a new version begins with what stood in the one before, each reader's own words too. */
Err plan_opens_version(Tx *tx, PlanId plan, int64_t version, Text because, const struct entry *entry);
/* As act_gates, for one gate, with what of it is missing. */
Err plan_gate(struct act_run *run, struct facts *facts, enum gate gate, Text detail);

#endif
