/* One NAME.act as it was read: what act_to_c's reader gives its writer. */
#ifndef TOOLS_ACT_FILE_H
#define TOOLS_ACT_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "acts/fields.h"
#include "base/arena.h"
#include "base/out.h"
#include "base/text.h"

enum { ACT_FIELDS = 80, ACT_ROW_FIELDS = 40, ACT_WORDS = 32 };

/* A word of the file and the line it stands on: the compiler's complaint about it is led back there with #line. */
struct word {
    Text text;
    int line;
};

struct field_line {
    Text name;
    int line;
    enum field_type type;
    bool decided, key, required, past, future, personal, own, copied, kept, same, user_rows;
    bool said_required; /* 'required' or 'optional' was written */
    Text left, label, hint, missing, called, audience;
    int64_t min, max;
    Text list;      /* code, codes: the list's name */
    Text kind;      /* id, ids: ChildId … */
    Text source;    /* CHILDREN …; empty for none */
    Text when;      /* the field asked about */
    size_t when_index;
    Text when_codes[ACT_WORDS];
    size_t when_count;
    Text of;        /* the sorts of rows it is asked of, 'AGENCY|PARENT' */
    bool theirs;
    Text except[ACT_WORDS];
    size_t except_count;
    struct answer_line {
        Text code, words;
    } answers[ACT_WORDS];
    size_t answer_count;
    struct field_line *fields; /* of a list */
    size_t field_count;
};

struct act_file {
    Arena *arena;
    const char *path;
    Text doc, name, title, button, says;
    int act_line;
    int64_t version;
    struct word address, on, may, seen, beside;
    struct word gates[ACT_WORDS];
    size_t gate_count;
    bool shows_now, shows_changes; /* 'shows now', 'shows changes' */
    Text guidance[ACT_WORDS];
    size_t guidance_count;
    struct field_line *fields;
    size_t field_count;
    int errors; /* how many were printed to stderr as path:line: words */
};

/* Says what is wrong, in plain words, as PATH:LINE: …, and counts it. */
void act_wrong(struct act_file *file, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Reads the whole file. ret_file->errors is 0 when everything is in order; false when the file can't be opened. */
bool act_file_read(Arena *arena, const char *path, struct act_file *ret_file);
/* Asks of the file as a whole what can be asked only at its end: what is missing, what `when` and `says` name. For a file that was read without error. */
void act_file_check(struct act_file *file);

/* 'strategy_discussion' of 'STRATEGY_DISCUSSION', and back. */
Text act_lower(Arena *arena, Text text);
Text act_upper(Arena *arena, Text text);
/* a–z, 0–9 and `joint`, beginning with a letter. */
bool act_is_word(Text text, char joint);

/* The header with the struct, and the source with its rows. */
void act_write_header(const struct act_file *file, Out *out);
void act_write_source(const struct act_file *file, const char *header, Out *out);

#endif
