/* The seven ways a call ends (house rule 10). Each is one HTTP status.
 *
 * A function that can fail returns Err and gives its result through out-parameters, last, named ret_…, untouched on
 * failure. clang refuses to compile a call whose Err nobody looks at; ./check builds with clang for that reason. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

enum err_kind {
    OK,          /* 200 or 303 */
    NOT_VALID,   /* 422: a field and a sentence; the problems are listed apart */
    NOT_ALLOWED, /* 403 */
    NOT_FOUND,   /* 404: also what this person may not know exists */
    NOT_NOW,     /* 409: gates are shut, or someone changed it first */
    BUSY,        /* 503: try again */
    BROKEN,      /* 500: ours to mend */
};

#ifdef __clang__
#define ERR_LOOKED_AT __attribute__((warn_unused_result))
#else
#define ERR_LOOKED_AT
#endif

/* `why` is a string that lives as long as the program (a literal): for the log and the developer, never for a page. */
typedef struct ERR_LOOKED_AT err {
    enum err_kind kind;
    const char *why;
} Err;

static inline Err ok(void) { return (Err){OK, ""}; }
static inline Err err(enum err_kind kind, const char *why) { return (Err){kind, why}; }

/* Calls; on anything but OK returns it from the function it stands in. */
#define TRY(call)                                                                                                      \
    do {                                                                                                               \
        Err try_err_ = (call);                                                                                         \
        if (try_err_.kind != OK)                                                                                       \
            return try_err_;                                                                                           \
    } while (0)

/* The kind's name as it stands in the log: "NOT_FOUND". */
const char *err_kind_name(enum err_kind kind);

#endif
