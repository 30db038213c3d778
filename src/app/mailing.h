/* The mail server, by the configuration. */
#ifndef APP_MAILING_H
#define APP_MAILING_H

#include "app/config.h"
#include "jobs/post.h"

enum { MAIL_LOGIN_LINE = 200 /* bytes of a user's name, or a password */ };

/* Fills server, service, address and first_wait; the texts are in the arena or the configuration's own. False, with a sentence on `to`, when the settings
 * don't go together: no address to send from or to sign in at, an unknown word for the line, a file of the password that others may read. */
bool mailing_of(const struct config *config, Arena *arena, FILE *to, struct post *ret_post);

#endif
