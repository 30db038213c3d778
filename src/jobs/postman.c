#include "jobs/postman.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

#include "base/log.h"

struct postman {
    struct post post;
    pthread_t thread;
    pthread_mutex_t lock; /* over stop */
    pthread_cond_t told;
    bool stop;
};

/* True when it is to stop. */
static bool wait_for(struct postman *postman, int seconds)
{
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += seconds;
    pthread_mutex_lock(&postman->lock);
    for (int waited = 0; !postman->stop && waited == 0;)
        waited = pthread_cond_clockwait(&postman->told, &postman->lock, CLOCK_MONOTONIC, &until);
    bool stop = postman->stop;
    pthread_mutex_unlock(&postman->lock);
    return stop;
}

static void *carry(void *given)
{
    struct postman *postman = given;
    int pause = 0;
    while (!wait_for(postman, pause)) {
        Arena *arena = arena_new(CHAIN_ARENA);
        bool more = false;
        Err end = post_round(&postman->post, arena, &more);
        arena_free(arena);
        if (end.kind != OK)
            log_error("the post: %s: %s", err_kind_name(end.kind), end.why);
        pause = end.kind != OK && end.kind != BUSY ? POSTMAN_PAUSE_SECONDS : more ? 0 : POSTMAN_SECONDS;
    }
    return NULL;
}

Err postman_start(const struct post *post, struct postman **ret_postman)
{
    struct postman *postman = calloc(1, sizeof *postman);
    sigset_t all, before;
    if (postman == NULL)
        return err(BROKEN, "no memory for the postman");
    postman->post = *post;
    pthread_mutex_init(&postman->lock, NULL);
    pthread_cond_init(&postman->told, NULL);
    sigfillset(&all); /* signals are for who waits for them */
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int failed = pthread_create(&postman->thread, NULL, carry, postman);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (failed == 0) {
        *ret_postman = postman;
        return ok();
    }
    pthread_cond_destroy(&postman->told);
    pthread_mutex_destroy(&postman->lock);
    free(postman);
    return err(BROKEN, "no thread for the postman");
}

void postman_stop(struct postman *postman)
{
    if (postman == NULL)
        return;
    pthread_mutex_lock(&postman->lock);
    postman->stop = true;
    pthread_cond_signal(&postman->told);
    pthread_mutex_unlock(&postman->lock);
    pthread_join(postman->thread, NULL);
    pthread_cond_destroy(&postman->told);
    pthread_mutex_destroy(&postman->lock);
    free(postman);
}
