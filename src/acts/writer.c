#include "acts/writer.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

/* One who waits for the batch's commit; stands on its own thread's stack. */
struct waiting {
    struct waiting *next;
    bool over;
    Err result;
};

struct writer {
    Store *store;
    pthread_mutex_t lock;   /* over the connection and all below */
    pthread_cond_t over;    /* a batch is over */
    _Atomic int64_t queued; /* those who wait for the lock to enter: each of them will leave, and so carry the batch on */
    bool open;              /* a batch is open */
    struct waiting *batch;  /* who is in it */
    int64_t batch_count;
    int64_t most; /* in one batch */
    _Atomic int64_t commits;
};

Err writer_new(Store *store, struct writer **ret_writer)
{
    struct writer *writer = calloc(1, sizeof *writer);
    if (writer == NULL)
        return err(BROKEN, "no memory for a writer");
    writer->store = store;
    writer->most = WRITER_BATCH_MOST;
    pthread_mutex_init(&writer->lock, NULL);
    pthread_cond_init(&writer->over, NULL);
    *ret_writer = writer;
    return ok();
}

void writer_free(struct writer *writer)
{
    if (writer == NULL)
        return;
    pthread_cond_destroy(&writer->over);
    pthread_mutex_destroy(&writer->lock);
    free(writer);
}

void writer_limit(struct writer *writer, int64_t most)
{
    pthread_mutex_lock(&writer->lock);
    writer->most = most;
    pthread_mutex_unlock(&writer->lock);
}

int64_t writer_commits(struct writer *writer) { return atomic_load(&writer->commits); }

Err writer_enter(struct writer *writer)
{
    atomic_fetch_add(&writer->queued, 1);
    pthread_mutex_lock(&writer->lock);
    atomic_fetch_sub(&writer->queued, 1);
    if (writer->open)
        return ok();
    Err begun = store_write_begin(writer->store);
    if (begun.kind != OK) { /* no batch was open: nobody else is touched */
        pthread_mutex_unlock(&writer->lock);
        return begun;
    }
    writer->open = true;
    return ok();
}

/* Ends the batch for everyone in it. */
static void end_batch(struct writer *writer, Err result)
{
    for (struct waiting *one = writer->batch; one != NULL;) {
        struct waiting *next = one->next;
        one->result = result;
        one->over = true;
        one = next;
    }
    writer->batch = NULL;
    writer->batch_count = 0;
    writer->open = false;
    pthread_cond_broadcast(&writer->over);
}

Err writer_leave(struct writer *writer, bool lost)
{
    struct waiting me = {.next = writer->batch};
    writer->batch = &me;
    writer->batch_count++;
    if (lost) {
        store_write_rollback(writer->store);
        end_batch(writer, err(BROKEN, "the write transaction was lost, with everything in it"));
    } else if (atomic_load(&writer->queued) == 0 || writer->batch_count >= writer->most) {
        atomic_fetch_add(&writer->commits, 1);
        end_batch(writer, store_write_commit(writer->store));
    }
    while (!me.over)
        pthread_cond_wait(&writer->over, &writer->lock);
    pthread_mutex_unlock(&writer->lock);
    return me.result;
}
