/* One round of the post: what is to be told is read from the ledger, what is due is handed to the mail server, and what became of it is recorded as an
 * act. A message is claimed, durably, before the first word to the server: killed in the middle, it is not sent again by itself but shown as
 * unsure, since a server may have it (docs/decisions/0030). */
#ifndef JOBS_POST_H
#define JOBS_POST_H

#include "acts/act.h"
#include "jobs/mail.h"
#include "jobs/outbox.h"

enum {
    POST_AT_ONCE = 20,            /* messages of one round */
    POST_GROWS = 4,               /* each wait is so many times the one before */
    POST_TRIES_REFUSED = 3,       /* a server that said no is asked again, in case somebody mends the mailbox */
    POST_TRIES = 7,               /* with a first wait of a minute: over about a day */
    POST_LEFT_BEHIND_SECONDS = 5 * MAIL_SECONDS_MOST, /* after which nobody is sending it any more */
};

struct post {
    struct outbox outbox;
    struct acts *acts;
    struct mail_server server; /* no host: everything goes by letter */
    Text service, address;     /* what the service is called, and where to sign in */
    int64_t first_wait;        /* seconds until the second try */
};

/* When a message is tried again that was tried `tries` times; INSTANT_NONE: not any more. */
Instant post_next_try(enum mail_reply reply, int64_t tries, int64_t first_wait, Instant now);

/* One round. *ret_more: there is more to do at once. An error: of the store; what was not done is done by the next round. */
Err post_round(const struct post *post, Arena *arena, bool *ret_more);

#endif
