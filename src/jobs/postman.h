/* The thread that carries the post: a round each second, until it is told to stop. */
#ifndef JOBS_POSTMAN_H
#define JOBS_POSTMAN_H

#include "jobs/post.h"

enum {
    POSTMAN_SECONDS = 1,        /* between rounds */
    POSTMAN_PAUSE_SECONDS = 60, /* after a round that failed */
};

struct postman;

/* Begins. `post` is copied; what it names must live until postman_stop. BROKEN when there is no memory or no thread. */
Err postman_start(const struct post *post, struct postman **ret_postman);
/* Waits until the message that is being sent has gone: MAIL_SECONDS_MOST at most. NULL is fine. */
void postman_stop(struct postman *postman);

#endif
