/* What an action of a plan lacks, and what is remarked on. What lacks stops publishing (SA-18, SE-05); a remark is changed, or kept with a
 * reason. Pure. */
#ifndef RULES_PLAN_REMARKS_H
#define RULES_PLAN_REMARKS_H

#include "base/date.h"
#include "base/text.h"
#include "rules/codes.h"
#include "rules/ids.h"

/* The facts of one action. */
struct plan_action_facts {
    Text what, owner_words, how_often, measure, kept_why;
    enum action_owner owner;
    PersonId owner_person;
    Date by_when;
    enum action_repeat repeats;
    int64_t rolled; /* core groups at which it was put off */
};

enum { PLAN_ROLLED_OFTEN = 2 /* put off so often: what stopped it, and what will be different? */ };

/* Bits of what is missing. */
enum { PLAN_ACTION_NO_OWNER = 1, PLAN_ACTION_NO_DATE = 2, PLAN_ACTION_NO_MEASURE = 4 };
unsigned plan_action_missing(const struct plan_action_facts *facts);

/* Bits of what is remarked on, kept or not. */
enum { PLAN_REMARK_VAGUE = 1, PLAN_REMARK_SEPARATION = 2, PLAN_REMARK_ROLLED = 4 };
unsigned plan_action_remarks(const struct plan_action_facts *facts);
/* Somebody said why the action stays as it is. */
bool plan_action_is_kept(const struct plan_action_facts *facts);

#endif
