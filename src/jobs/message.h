/* The bytes of one message (RFC 5322). It says that there is something to read and where to sign in: no name, no place, no child, in no header and in no
 * part; the same words for everybody (SA-03, families never shown). */
#ifndef JOBS_MESSAGE_H
#define JOBS_MESSAGE_H

#include "base/date.h"
#include "base/text.h"

struct message {
    Text service;  /* what the authority calls it: 'Hearth' */
    Text address;  /* where to sign in: 'https://hearth.example.org' */
    Text from, to; /* one address each */
    Instant now;
    Text calendar; /* a calendar file to go with it; empty: none */
};

/* In the arena, lines ending with CR LF. Two calls differ in what is random alone: its own number and the mark between its parts. */
Text message_write(Arena *arena, const struct message *message);

#endif
