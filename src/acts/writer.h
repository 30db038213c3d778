/* Writing, many at a time: one write connection under one lock, no thread of its own (house.md, Writing). Whoever comes first begins a
 * batch; each does its work in a savepoint of its own; the last in the queue commits for all of them, and nobody goes on before that
 * commit. So an answer given is durable, and 64 people pay for one fsync. */
#ifndef ACTS_WRITER_H
#define ACTS_WRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "store/store.h"

enum {
    WRITER_BATCH_MOST = 128 /* pieces of work in one commit: bounds how long the first of them waits */
};

struct writer;

/* A writer of an open store. There is one for each store. BROKEN when memory is short. */
Err writer_new(Store *store, struct writer **ret_writer);
/* Nobody may be writing. NULL is fine. */
void writer_free(struct writer *writer);

/* Waits for the connection and opens a batch when none is open. OK: the caller alone has the connection until writer_leave, which it
 * must call. BUSY or BROKEN: it hasn't, and must not. */
Err writer_enter(struct writer *writer);
/* Gives the connection up, and comes back when the batch is over: OK means that all that was released into it is durable. `lost` says that
 * the transaction can't be used any more (a rollback to a savepoint failed): then nothing of the batch is kept, for anyone. */
Err writer_leave(struct writer *writer, bool lost);

/* From now on at most this many in one commit; 1: each alone. For measuring what the batches are worth. */
void writer_limit(struct writer *writer, int64_t most);
/* How many commits there were since writer_new: for measuring. */
int64_t writer_commits(struct writer *writer);

#endif
