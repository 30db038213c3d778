/* Writes to the desk (sessions, drafts, credentials): what is not part of the record, and not replayed. They join the acts' grouped
 * commits, so a sign-in is durable before its answer. */
#ifndef WEB_DESK_H
#define WEB_DESK_H

#include "web/request.h"

/* Runs `work` in a savepoint of its own and waits until it is durable. What `work` does not return OK from is undone. */
Err desk_write(struct request *request, Err (*work)(Tx *tx, void *given), void *given);

#endif
