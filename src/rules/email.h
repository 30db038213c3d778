/* Whether words are one email address. Pure. Source: RFC 5321, section 4.1.2 (Mailbox), without quoted words and numbers for a host. */
#ifndef RULES_EMAIL_H
#define RULES_EMAIL_H

#include <stdbool.h>

#include "base/text.h"

enum { EMAIL_LONGEST = 200 /* bytes */ };

/* True for one address with a host of two words or more, and nothing before or after it: no name, no second address, no line's end. What is kept
 * as an address, and written into the head of a message, was asked this before. */
bool email_is_one(Text address);

#endif
