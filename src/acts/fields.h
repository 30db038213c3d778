/* The fields of an act, as rows: what act_to_c writes from NAME.act, and the one piece of code that reads every form, body and
 * retention rule from those rows. No act has its own decoder.
 *
 * A field's value inside the act's struct, and its none value:
 *   text line bytes   Text            empty            code LIST    enum LIST (4 bytes)   0
 *   date              Date            DATE_NONE        codes LIST   uint64_t, 1<<enum     0
 *   time              int64_t         TIME_NONE        id KIND      struct { int64_t n }  n == 0
 *   instant           Instant         INSTANT_NONE     ids KIND     { KIND *at; count; }  count 0
 *   int               int64_t         NUMBER_NONE      list         { row *at; count; }   count 0
 *   yesno             enum yesno      YESNO_NONE      file         struct attached       blob empty
 * A struct of zeroes is therefore not an empty act: begin with fields_clear. */
#ifndef ACTS_FIELDS_H
#define ACTS_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "acts/form.h"
#include "base/arena.h"
#include "base/date.h"
#include "base/err.h"
#include "base/out.h"
#include "base/text.h"
#include "rules/code_list.h"

enum field_type {
    FIELD_TEXT,
    FIELD_LINE,
    FIELD_DATE,
    FIELD_TIME,
    FIELD_INSTANT,
    FIELD_INT,
    FIELD_YESNO,
    FIELD_CODE,
    FIELD_CODES,
    FIELD_ID,
    FIELD_IDS,
    FIELD_BYTES,
    FIELD_FILE,
    FIELD_LIST,
};

enum yesno { YESNO_NONE, YESNO_YES, YESNO_NO };

#define TIME_NONE INT64_C(-1)
#define NUMBER_NONE INT64_MIN

enum {
    FIELDS_LIST_MOST = 200,        /* rows in one list */
    FIELDS_IDS_MOST = 100,         /* choices in one `ids` field */
    FIELDS_TEXT_MOST = 100000,     /* code points in one text */
    FIELDS_BYTES_MOST = 65536,     /* bytes in one `bytes` field */
    FIELDS_FILE_MOST_MB = 20,      /* millions of bytes in one file */
    FIELDS_FILE_NAME = 100,        /* code points of a file's name: as a header, percent-encoded, it is a line of 2 KiB at most */
    FIELDS_BODY_MOST = 4 << 20,    /* bytes of one act's JSON body */
    FIELDS_LEFT_OUT_MOST = 4,      /* code lists that a form narrows */
    FIELDS_NAME_MOST = 200,        /* bytes of the longest name a form field can have */
};

enum source {
    SOURCE_NONE,
#define SOURCE(name, kind) SOURCE_##name,
#include "acts/sources.def"
#undef SOURCE
    SOURCE_COUNT
};

/* A file that somebody attached, as its entry remembers it: the bytes themselves are sealed elsewhere (store/blob.h), and replay doesn't need
 * them. */
struct attached {
    Text name;            /* as its author called it, cleaned: file_name_clean */
    unsigned kind;        /* enum media_kind, by its first bytes (act_to_c is built before the lists are) */
    int64_t size;         /* bytes */
    Text hash;            /* BLAKE2b-256 of them */
    Text blob;            /* the sealed file's name, in bytes */
};

/* The words of one code where a question is asked. */
struct field_answer {
    int code;
    const char *words;
};

struct field {
    const char *name;
    enum field_type type;
    size_t offset;          /* in the act's struct, or in the row's when the field stands in a list */
    bool decided;           /* not on the form: the act's decide() fills it */
    bool key;               /* a list row's own key: the child, parent, agency … the row is about */
    bool required, past, future, personal;
    bool copied;            /* its words can stand in a copy that somebody outside the case's own staff reads: asked after decide() (copied_words.h) */
    bool own;               /* in a list: 'the same as the first' leaves it empty, a child's own words are that child's alone */
    const char *left;       /* personal words: what is left after erasure; "" for nothing */
    const char *label, *hint, *missing;
    const char *called;     /* its name inside sentences: 'The date of the discussion must be a real date' */
    const char *audience;   /* marks for the document maker, as written; "" for none */
    int64_t min, max;       /* int: its bounds · text, line: code points · bytes, file: bytes · list: rows, both ends */
    const struct code_list *codes;
    enum source source;     /* id, ids: where its choices come from · list: what its rows are made from (SOURCE_NONE: the user adds rows) */
    const struct field *when; /* asked only when this earlier field of the same struct … */
    uint64_t when_codes;      /* … has one of these values (1<<enum; yesno too) */
    bool same;              /* list: a row may say 'same as the first' */
    const char *of;         /* in a list: asked only of rows made from an option of one of these sorts, 'AGENCY|PARENT'; of a list: only those are rows */
    bool theirs;            /* id, ids: only the options of the same group as the row's */
    uint64_t except;        /* code: codes of its list (1<<enum) that don't answer this question */
    const struct field_answer *answers; /* code: words that fit this question better than the list's */
    size_t answer_count;
    const struct field *fields; /* list: the row's fields */
    size_t field_count, row_size;
};

/* One thing a person can choose. */
struct option {
    int64_t id;
    Text words;
    Text hint;
    Text why_not; /* a choice that stands there and can't be made: why; empty: it can */
    Text sort;     /* what kind of thing it is: AGENCY, PARENT …; empty: asked everything */
    int64_t group; /* what it belongs to: an invitation's and a professional's agency; 0: nothing */
};

struct option_list {
    const struct option *at;
    size_t count;
};

/* A file that came with the form, or came before and waits; or why the one that came can't be kept. */
struct form_file {
    Text field;           /* the form's name for it */
    struct attached file;
    Text wrong;           /* the rest of a sentence that begins with the field's name: 'must be smaller than 20 MB'; empty: all is well */
};

struct form_files {
    struct form_file *at;
    size_t count;
};

struct practice;

/* The choices each source offers for this form, to this person, now, and the files that came. What isn't offered can't be chosen. */
struct field_options {
    struct option_list of[SOURCE_COUNT];
    struct form_files files;
    const struct practice *practice; /* whose numbers and words stand in the guidance; NULL: lines that need them are left out */
    Date today;
    /* Codes of a list that answer nothing here (1<<enum): a review doesn't begin a plan. */
    struct {
        const struct code_list *list;
        uint64_t codes;
    } left_out[FIELDS_LEFT_OUT_MOST];
};

struct problem {
    Text field;     /* the form's name: "held_on", "children-0-reason" */
    Text sentence;
};

struct problems {
    Arena *arena;
    struct problem *at;
    size_t count, room;
};

struct problems problems_new(Arena *arena);
/* Appends one; both texts must live as long as the arena. */
void problems_add(struct problems *problems, Text field, Text sentence);
/* The first sentence about this field; TEXT_NONE when there is none. */
Text problems_of(const struct problems *problems, Text field);

/* Sets every field to its none value: the empty act. */
void fields_clear(const struct field *fields, size_t count, void *ret_act);

/* What a form is read with: the day and moment `past` and `future` mean, and the choices offered. */
struct form_reading {
    Arena *arena;
    Date today;
    Instant now;
    const struct field_options *options;
    struct problems *problems;
};

/* Reads a submitted form into the struct; ret_act is cleared first. Every problem is listed, in the order of the fields; a field with
 * a problem stays none. Returns OK, or NOT_VALID when at least one problem was added. Decided fields and unknown names are passed over.
 * Names: `held_on-day/-month/-year`; `children-0-reason`; `children-1-same` = yes; an instant's `seen_at-day/-month/-year/-time`. */
Err fields_read_form(const struct field *fields, size_t count, const struct form *form, const struct form_reading *reading, void *ret_act);

/* The form that would be read as this struct: to fill a page from a record, and to resend. Decided fields are left out. */
struct form fields_to_form(const struct field *fields, size_t count, const void *act, Arena *arena);

/* The canonical body: a JSON object, keys in the order of the fields, none values left out, no white space: one byte form. */
void fields_write_json(const struct field *fields, size_t count, const void *act, Out *out);

/* Reads a body strictly: unknown or repeated keys, wrong types, values past their limits, unknown codes and none values written out are
 * refused with NOT_VALID, and ret_act is then the empty act. `required`, `past` and `when` are not asked: a body was decided once, and erasure may have emptied it. */
Err fields_read_json(const struct field *fields, size_t count, Text body, Arena *arena, void *ret_act);

/* What retention leaves: personal fields become none, or their words. */
void fields_erase(const struct field *fields, size_t count, void *act);

/* A file's name as a browser sent it, made fit to be shown and kept: without folders, control characters and what only looks like nothing or turns
 * the direction of reading; FIELDS_FILE_NAME code points at most, its ending kept. 'file' when nothing is left. */
Text file_name_clean(Arena *arena, Text sent);
/* '120 kB', '1.2 MB'. */
Text file_size_words(Arena *arena, int64_t size);
/* 'merlin.pdf (PDF, 120 kB)'. */
Text file_words(Arena *arena, const struct attached *file);
/* What stands in a form for a file that came: its blob in hexadecimal. */
Text file_form_value(Arena *arena, const struct attached *file);
/* The file of this field that the value stands for; NULL when none such came. */
const struct form_file *form_file_of(const struct form_files *files, Text field, Text value);

/* Cleans words as they were typed: CRLF and CR become LF, spaces and invisible characters at both ends go; words of invisible characters
 * only become empty. `line`: line ends and tabs become a space. False when the bytes are not clean UTF-8. */
bool fields_clean(Arena *arena, Text typed, bool line, Text *ret_clean);

#endif
