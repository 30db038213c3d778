/* The body of an entry: {"act":{…},"gates":[…],"case":{…}}: the act's fields in their canonical JSON, the gates somebody went past, with the
 * reason they gave, and what it does to the case (acts/consequences.h); the last two only when there is something to say. What apply()
 * gets is always read back from these bytes, never what the form filled: so replay can't differ. */
#ifndef ACTS_BODY_H
#define ACTS_BODY_H

#include "acts/consequences.h"

/* One byte form for one act. */
Text body_write(const struct act_kind *kind, const void *act, const struct entry_gates *gates, const struct consequences *consequences,
                Arena *arena);
/* Strict: anything else than what body_write writes is BROKEN. ret_act is a new struct of kind->size. */
Err body_read(const struct act_kind *kind, int64_t version, Text body, Arena *arena, void **ret_act, struct entry_gates *ret_gates,
              struct consequences *ret_consequences);

/* Applies one entry to the tables: finds its kind, reads its body, calls its apply() with the guard of base/applying.h on. tx may write
 * replayed tables only while this runs. BROKEN when the act's name or version is unknown or the body can't be read. */
Err body_apply(Tx *tx, const struct entry *entry, Text body);
/* The same when the kind is known already. */
Err body_apply_as(Tx *tx, const struct act_kind *kind, const struct entry *entry, Text body);

#endif
