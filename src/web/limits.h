/* Every limit of the web layer, by name, in one place (house rule 12). */
#ifndef WEB_LIMITS_H
#define WEB_LIMITS_H

#include "base/date.h"

enum {
    /* The server. */
    SERVER_CONNECTIONS = 1536,            /* at once; the next waits in the listen queue. 30 rooms of 14 pages: a stream each, and what they fetch */
    SERVER_STREAMS = 768,                 /* of them, that tell a page of changes; past it the page asks again by itself */
    SERVER_FILES = 4096,                  /* open files that the program asks for */
    STREAM_BEAT_MS = 5000,                /* a stream says something so often, and looks by itself */
    STREAM_SECONDS = 600,                 /* then the browser opens another, and is asked anew who it is */
    SERVER_STACK = 512 * 1024,            /* bytes of one connection's thread */
    SERVER_HEADERS = 32 * 1024,           /* bytes of request line and headers; past it 431 */
    SERVER_IDLE_SECONDS = 30,             /* a connection that says nothing this long is closed */
    SERVER_BODY_SECONDS = 120,            /* the whole body must be here by then, however slowly it drips */
    SERVER_STOP_SECONDS = 20,             /* how long a stop waits for requests under way */

    /* Addresses. */
    ADDRESS_LENGTH = 512,                 /* bytes of a path, still encoded */
    ADDRESS_PARTS = 8,                    /* parts between slashes */
    ADDRESS_WORD = 64,                    /* bytes of a word part, such as an act's address */
    QUERY_LENGTH = 2048,

    /* Forms. */
    FORM_FIELDS = 1000,
    FORM_NAME = 100,                      /* bytes of a field's name */
    FORM_VALUE = 256 * 1024,              /* bytes of one value */
    COOKIES = 32,

    /* Forms with a file. A file's own limit stands in its .act (fields.h: FIELDS_FILE_MOST_MB). */
    UPLOAD_BODY = 64 * 1024 * 1024,       /* bytes of the whole body: a file three times too large is still answered beside its question */
    UPLOAD_SECONDS = 600,                 /* the whole body must be here by then */
    UPLOAD_FILES = 4,                     /* questions of one form that ask for a file */
    UPLOADS = 20,                         /* files of one person that wait for their form to be taken; the oldest goes */

    /* Answers. */
    RESPONSE_HEADERS = 8,                 /* a handler's own, beside those every answer has */
    RESPONSE_COOKIES = 4,
    STREAM_BLOCK = 32 * 1024,             /* bytes of a file sent at a time */
    REQUEST_CHILDREN_SHOWN = 800,         /* children one page may show: as many as a look names (store/look.h) */

    /* Who signs in. */
    SIGN_IN_NAME = 200,                   /* bytes of a sign-in name */
    SIGN_IN_PASSWORD = 1024,              /* bytes of a password */
    SIGN_IN_HASHES = 2,                   /* argon2id at once: each takes 19 MiB and a processor */
    SIGN_IN_FREE_TRIES = 5,               /* wrong passwords of one account before it waits */
    SIGN_IN_WAIT_SECONDS = 30,            /* the first wait; each further wrong password doubles it */
    SIGN_IN_WAIT_LONGEST_SECONDS = 3600,
    SIGN_IN_ADDRESS_TRIES = 30,           /* wrong tries from one network address in SIGN_IN_ADDRESS_SECONDS */
    SIGN_IN_ADDRESS_SECONDS = 300,
    SIGN_IN_ADDRESSES = 4096,             /* network addresses remembered */

    /* Drafts and once-only keys. */
    DRAFT_LENGTH = 3 * 1024 * 1024,       /* bytes of a kept form */
    DRAFTS = 40,                          /* of one person; the oldest goes */
    ONCE_KEY = 32,                        /* hexadecimal digits of a form's key */
};

#define SESSION_IDLE_US (30 * MINUTE_US)    /* without a request */
#define SESSION_LONGEST_US (12 * HOUR_US)   /* a shift; then the password again */
#define SESSION_SEEN_EVERY_US (1 * MINUTE_US) /* last_seen is written no more often than this */
#define SESSION_KEPT_US (7 * DAY_US)        /* an ended session still says whose typed form it was */
#define DRAFT_KEPT_US (28 * DAY_US)         /* and files that came with it */
#define UPLOAD_ORPHAN_US (1 * DAY_US)       /* a sealed file that nothing speaks of goes after this, when the program starts and once a day */

#endif
