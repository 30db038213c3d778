/* Where in the HTML the template stands: inside tools/html_to_c only. */
#ifndef HTML_TO_C_READER_H
#define HTML_TO_C_READER_H

#include "html_to_c.h"

enum place {
    BETWEEN_TAGS,
    INSIDE_TAG,     /* after the name, between attributes */
    INSIDE_VALUE,   /* a quoted attribute value */
    INSIDE_LETTERS, /* <title>, <textarea>: letters only, no tags */
    INSIDE_SCRIPT,  /* <script src="…">, which must be empty */
};

/* What an address attribute holds so far. */
enum address {
    ADDRESS_EMPTY,
    ADDRESS_URL,    /* one Url hole: only a '#part' may follow */
    ADDRESS_SAFE,   /* begins '#', 'tel:', 'sms:': what follows can't change where it leads */
    ADDRESS_PLAIN,  /* written out in the template: no hole may follow */
};

struct element {
    const struct element *inside; /* NULL: the outermost */
    Text name;                    /* lower case */
    size_t line;
    size_t depth;
};

/* Copied whole when a block begins, compared when it ends. */
struct context {
    enum place place;
    char quote;
    bool needs_space;      /* inside a tag: white space must come before the next attribute */
    bool is_address;       /* inside a value: of href, src … */
    enum address address;
    Text tag;              /* inside a tag: its name, lower case */
    Text attribute;        /* inside a value: its name, lower case */
    const struct element *open;
};

struct reader {
    Arena *arena;
    Text source;
    size_t at;
    size_t line;
    struct context context;
    Out literal; /* HTML read and not yet written to the C */
    struct template_problem *problem;
};

enum hole { HOLE_TEXT, HOLE_ATTRIBUTE, HOLE_URL };

/* Says what is wrong (refuse: at the line the reader is on). Always NOT_VALID. */
Err refuse_at(struct reader *reader, size_t line, const char *format, ...) __attribute__((format(printf, 3, 4)));
#define refuse(reader, ...) refuse_at((reader), (reader)->line, __VA_ARGS__)
/* Goes over `count` bytes, counting lines. */
void reader_skip(struct reader *reader, size_t count);
bool reader_sees(const struct reader *reader, const char *word);
static inline bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/* Reads one piece of HTML (not '{{') into `literal`. The reader is not at the end. */
Err html_step(struct reader *reader);
/* Which kind of hole may stand here, if any; moves an address on. */
Err html_hole(struct reader *reader, enum hole *ret_hole);
/* The same place, up to white space inside a tag. */
bool context_same(const struct context *a, const struct context *b);
/* White space counts here (inside <pre>, <textarea>). */
bool context_keeps_space(const struct context *context);

#endif
