/* Who is signed in. A session is a row of the desk keyed by the hash of a random cookie: whoever reads the store cannot sign in with
 * what stands there. Source: OWASP session management; requirements.md, signing in. */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include "web/request.h"
#include "web/response.h"

/* Reads the cookie and fills request->session and ->person. A session that is over, by idling or by its end, leaves person 0 and
 * session.past the person it was of. Without a good cookie the visit gets a new token, set with the answer. Not OK: the store. */
Err session_find(struct request *request);
/* Notes that the session is in use; at most one write every SESSION_SEEN_EVERY_US. A write that does not happen is no error. */
void session_seen(struct request *request);
/* Signs in: a new token always, so a token known before is worth nothing after. Sets the cookie. */
Err session_begin(struct request *request, struct response *response, PersonId person);
/* Signs out here, or on every device of this person. Takes the cookie away. */
Err session_end(struct request *request, struct response *response);
Err session_end_everywhere(struct request *request, struct response *response);
/* Sets the visit's cookie if session_find made a new token. */
void session_cookie(const struct request *request, struct response *response);

/* The form's proof that it came from a page of this session: a keyed hash of the token. Hexadecimal. */
Text session_csrf(struct request *request);
/* Compares in the same time whatever stands in it. */
bool session_csrf_good(struct request *request, Text given);
/* In whose session a form with this proof was opened, over or not; 0 when no session that is still known made it. Not OK: the store.
 * docs/decisions/0018. */
Err session_opened_by(struct request *request, Text given, PersonId *ret_person);

/* Where the request says it came from. Browsers that send Sec-Fetch-Site are believed; else Origin is compared; 'null' and nothing
 * at all are unsaid, and the CSRF token decides alone. */
enum origin { ORIGIN_OURS, ORIGIN_UNSAID, ORIGIN_OTHER };
enum origin session_origin(const struct request *request);

#endif
