/* One request, as a handler sees it: the row it came by, ids already read, who asks, and the record as they may read it. */
#ifndef WEB_REQUEST_H
#define WEB_REQUEST_H

#include "acts/fields.h"
#include "base/date.h"
#include "rules/codes.h"
#include "store/store.h"
#include "web/limits.h"
#include "web/route.h"

struct site;

/* Who asks. Without a session `person.n` is 0 and `token` is the visit's, so that the sign-in form has a CSRF token too. */
struct session {
    PersonId person;
    PersonId past; /* whose session this was, when it is over */
    Instant begun, last_seen, ends;
    Text token; /* the cookie's value, hexadecimal; never stored, logged or written into a page */
    Text hash;  /* of the token, hexadecimal: the session's key in the store */
    bool fresh; /* the browser does not have the token yet */
    bool form;  /* the page has a form, whose proof needs the cookie */
};

/* The headers anyone looks at. TEXT_NONE: not said. */
struct request_headers {
    Text host, origin, fetch_site, content_type, if_none_match, accept_encoding, forwarded_for, cookie;
};

/* The seat in a conference's room that the browser holds; invitation.n == 0: none. Filled for the addresses of a seat alone (web/seat.h). */
struct seat_held {
    InvitationId invitation;
    ConferenceId conference;
    FamilyId family;
    enum room_session session;
    Text hash; /* its key in the store */
};

struct request {
    Arena *arena;
    const struct site *site;
    const struct route *route;
    struct request_ids ids;
    enum method method;
    Text path;  /* as it came, without query */
    Text query_text;
    struct form query;
    struct form form;  /* of a POST; values are clean UTF-8 */
    struct form cookies;
    struct form_files files_wrong; /* of a POST: files that came and can't be kept, and why (web/upload.h) */
    Text body;         /* as it came, for a route whose body is no form */
    struct request_headers headers;
    Text from;         /* network address, of the client or of what the proxy says */
    Text reference;    /* what a person reads over the telephone when something broke */
    struct session session;
    struct seat_held seat;
    AuthorityId authority;
    PersonId person;   /* the signed-in one, or who sits there at an address of a seat; 0 without */
    enum duty duty;    /* what their account is for, today */
    Instant now;       /* one now and one today for the whole request */
    Date today;
    Read *read;        /* a GET's read transaction; a POST opens its own through request_read */
    Text once;         /* a form's once-only key; hand it to act_do */
    int64_t as_of;     /* the last entry the form's author had seen; 0 when the form does not say */
    /* What the page showed, for the look. */
    ChildId *shown;
    size_t shown_count;
    bool look_kept;    /* the page refreshes itself under the same eyes: the look that was kept a while ago names it (pages/room) */
    Text search;       /* what was searched for: the look keeps its hash */
    int64_t statements; /* pieces run in transactions that have ended */
    Instant started;   /* by the monotonic clock, for the log's µs */
};

/* What every form carries, hidden: part form_keys writes it. */
struct form_keys {
    Text csrf; /* name "csrf" */
    Text once; /* name "once" */
    int64_t as_of; /* name "as_of" */
};

/* Says that the page shows something of this child, so that the look names it. Twice the same is once. */
void request_shows(struct request *request, ChildId child);
/* Says what was searched for. Only its hash is kept. */
void request_searched(struct request *request, Text words);
/* New keys for a form on this page. `as_of`: the last entry the page shows, 0 when it does not matter. */
struct form_keys request_form_keys(struct request *request, int64_t as_of);
/* The request's read transaction, opened now when there is none. Ends with the request. */
Err request_read(struct request *request, Read **ret_read);
/* Ends it early, so that an act of the same request does not wait behind an old view; request_read opens a new one. */
void request_read_end(struct request *request);

#endif
