/* What is to be told, read from the ledger after the commit: no act waits for a mail server, a message is queued once however often the program is
 * killed, and what was never kept is never told (docs/decisions/0030). */
#ifndef JOBS_OUTBOX_H
#define JOBS_OUTBOX_H

#include "acts/writer.h"
#include "rules/codes.h"
#include "store/ledger.h"
#include "store/mail_sql.h"

/* Why a message can't go to that mailbox of somebody now; MAIL_WHY_NONE: it can, to *ret_address. For the family: asked alone, said to be safe, confirmed, with
 * a sign-in to read with, and nobody of theirs has died (SA-03). */
enum mail_why outbox_why_not(const struct mail_reach *reach, enum mail_cause cause, enum mail_box box, Text *ret_address);

/* Adds what one entry causes to be told, and obeys what it says of messages; most entries say nothing. `has_server`: without one all goes by letter. */
Err outbox_tell(Tx *tx, const struct ledger_entry *entry, bool has_server);

/* Writes to the desk in a savepoint of its own, durable when this comes back OK. */
struct outbox {
    Store *store;
    struct writer *writer;
    AuthorityId authority;
};
Err outbox_write(const struct outbox *outbox, Arena *arena, Instant now, Err (*work)(Tx *tx, void *given), void *given);

/* Reads the ledger on from where it was read last, as far as a chunk goes. The first time of all it begins at the end: what an older program recorded
 * was told another way. *ret_more: there is more to read. */
Err outbox_read_on(const struct outbox *outbox, Arena *arena, Instant now, bool has_server, bool *ret_more);

#endif
