/* Handing one message to a mail server (SMTP, RFC 5321). Alone with libcurl (docs/decisions/0030). */
#ifndef JOBS_MAIL_H
#define JOBS_MAIL_H

#include "base/arena.h"
#include "base/err.h"
#include "base/text.h"
#include "rules/codes.h"

enum { MAIL_SECONDS_MOST = 60 /* one message, from the first word to the server to its last */ };

/* How the line to the server is kept from being read: not at all (a server on this machine), asked for before anything is said, from the first byte. */
enum mail_tls { MAIL_TLS_NONE, MAIL_TLS_STARTTLS, MAIL_TLS_ALWAYS, MAIL_TLS_COUNT };

/* "none", "starttls", "tls"; false for other words. */
bool mail_tls_of(Text words, enum mail_tls *ret_tls);

struct mail_server {
    Text host;           /* empty: none is set up */
    int64_t port;
    enum mail_tls tls;
    Text user, password; /* empty: it asks for none */
    Text from;           /* the address that messages come from */
};

/* Once, before the first message, while no other thread runs. BROKEN when the library can't begin. */
Err mail_begin(void);

/* Hands the message over. *ret_reply MAIL_REPLY_NONE: the server took it. REFUSED and DELAYED: it said so, and has nothing. UNREACHABLE: it was not asked.
 * BROKEN_OFF: all was said and no answer came: nobody knows whether it has it. BROKEN when memory is short: nothing was sent. */
Err mail_send(const struct mail_server *server, Text to, Text message, Arena *arena, enum mail_reply *ret_reply);

#endif
