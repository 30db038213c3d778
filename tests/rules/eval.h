/* Reads the .eval files: a line is a case, in words a practitioner can read and add to. '#' begins a comment; words are separated by
 * spaces; "…" is one word. Lines are counted, so that a failure says which one. */
#ifndef TESTS_RULES_EVAL_H
#define TESTS_RULES_EVAL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"

enum { EVAL_WORDS = 24, EVAL_LINE = 1024 };

struct eval {
    FILE *file;
    Arena *arena;
    const char *name;
    int line;
    Text words[EVAL_WORDS];
    size_t count;
};

static inline struct eval eval_open(Arena *arena, const char *name)
{
    const char *source = getenv("HEARTH_SOURCE");
    Text path = text_format(arena, "%s/tests/rules/%s", source == NULL ? "." : source, name);
    struct eval eval = {.file = fopen(path.at, "r"), .arena = arena, .name = name};
    if (eval.file == NULL)
        fail_msg("cannot open %s", path.at);
    return eval;
}

/* The next line with words; false (and the file closed) at the end. */
static inline bool eval_next(struct eval *eval)
{
    char buffer[EVAL_LINE];
    while (fgets(buffer, sizeof buffer, eval->file) != NULL) {
        eval->line++;
        Text line = text_trim(text_copy(eval->arena, text_of(buffer)));
        eval->count = 0;
        while (line.len > 0 && line.at[0] != '#' && eval->count < EVAL_WORDS) {
            bool quoted = line.at[0] == '"';
            if (quoted)
                line = (Text){line.at + 1, line.len - 1};
            Text word = text_cut(&line, quoted ? '"' : ' ');
            eval->words[eval->count++] = word;
            line = text_trim(line);
        }
        if (eval->count > 0)
            return true;
    }
    fclose(eval->file);
    return false;
}

#define eval_fail(eval, ...)                                                                                           \
    do {                                                                                                               \
        print_error("%s:%d: ", (eval)->name, (eval)->line);                                                            \
        fail_msg(__VA_ARGS__);                                                                                         \
    } while (0)

static inline Text eval_word(const struct eval *eval, size_t i)
{
    if (i >= eval->count)
        eval_fail(eval, "word %zu is missing", i + 1);
    return eval->words[i];
}

static inline Date day(const char *iso)
{
    Date date = DATE_NONE;
    if (!date_read(text_of(iso), &date))
        fail_msg("%s is no date", iso);
    return date;
}

static inline Date eval_date(const struct eval *eval, size_t i)
{
    Date date;
    if (!date_read(eval_word(eval, i), &date))
        eval_fail(eval, "word %zu is no date", i + 1);
    return date;
}

#endif
