/* Names and passwords. One answer for an unknown name, a wrong password and an account that waits, after the same work: whoever guesses
 * learns nothing. Source: NCSC password guidance; OWASP password storage (argon2id, 19 MiB, t=2). */
#ifndef WEB_SIGN_IN_H
#define WEB_SIGN_IN_H

#include "web/request.h"
#include "web/response.h"

/* Readies the library of secrets and the cap on hashes at once. Called by server_start. */
Err sign_in_prepare(void);

enum sign_in_end {
    SIGN_IN_GOOD,
    SIGN_IN_WRONG, /* name or password, or the account waits after too many wrong ones */
    SIGN_IN_LATER, /* too many tries from this network address */
};

/* Checks a name and password as they were typed; counts what was wrong and how long the account waits, and
 * keeps a look of the try. BUSY when too many sign in at
 * once. The password is not kept. */
Err sign_in_check(struct request *request, Text name, Text password, enum sign_in_end *ret_end, PersonId *ret_person);
/* Counts a try from the request's network address, of a password or of a code, before it is looked at; false: too many from there. One that was right
 * is taken back, for a whole office comes from one address. */
bool sign_in_may_try(const struct request *request);
void sign_in_was_right(const struct request *request);
/* A sign-in name as it is kept and compared: without space around it, in small letters. */
Text sign_in_name(Arena *arena, Text typed);
/* The hash of a password, for credential_put. BUSY when too many are being made. */
Err sign_in_hash(Arena *arena, Text password, Text *ret_hash);
/* How long an account waits after so many wrong passwords: 0, then SIGN_IN_WAIT_SECONDS, doubling. */
int64_t sign_in_wait_seconds(int64_t wrong);
/* Where to go after signing in: the `next` of the address or form, if it is a page of ours; '/' otherwise. */
Text sign_in_next(struct request *request);

/* POST /sign-out and /sign-out-everywhere: 303 to the sign-in page. */
Err sign_out_form(struct request *request, struct response *response);
Err sign_out_everywhere_form(struct request *request, struct response *response);
/* GET /session: the person is still here (the time-out warning's button). 204. */
Err session_stay(struct request *request, struct response *response);
/* GET /leave: 'exit this page'. Ends the session and goes to an ordinary page of somebody else's. By GET, so that it works as a link and
 * at once; the worst a foreign link to it can do is sign someone out. */
Err leave_page(struct request *request, struct response *response);

#endif
