/* What time limits are called outside: in `hearth due` and in exports. Inside, a kind is a row of a profile, and one duty can be several of
 * them: reports before a first conference and before a review, the looks at a long plan. Outside those have one name. Pure. */
#ifndef RULES_OBLIGATION_NAMES_H
#define RULES_OBLIGATION_NAMES_H

#include "rules/codes.h"

/* The name outside: REPORT_WITH_PARENTS, LONG_PLAN, else the kind's own code; '' for OBLIGATION_KIND_NONE. */
const char *obligation_outward(enum obligation_kind kind);
/* How a limit stands, outside: 'waiting', 'late', 'met', 'met_late', 'not_needed', 'missed'; '' for none. These words stay as they are. */
const char *obligation_state_outward(enum obligation_state state);

#endif
