/* Words: where they stand and how long they are. Not NUL-terminated, never owned, UTF-8 checked once on entry.
 * Invariant: `at` may be NULL only when `len` is 0. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct text {
    const char *at;
    size_t len;
} Text;

/* A Text of a string literal. */
#define T(literal) ((Text){"" literal, sizeof(literal) - 1})
#define TEXT_NONE ((Text){NULL, 0})
/* For printf: printf("%.*s", TEXT_ARGS(t)). Evaluates t twice. */
#define TEXT_ARGS(t) (int)(t).len, text_shown(t)
static inline const char *text_shown(Text text) { return text.at == NULL ? "" : text.at; }

/* A view of a NUL-terminated string; NULL gives TEXT_NONE. */
Text text_of(const char *string);
/* A NUL-terminated copy in the arena. Bytes after an inner NUL are unreachable through it: check text_is_clean first. */
char *text_string(Arena *arena, Text text);
/* A copy in the arena. */
Text text_copy(Arena *arena, Text text);
/* Both, one after the other, in the arena. */
Text text_join(Arena *arena, Text a, Text b);
/* printf into the arena; for short internal text (keys, names of files), never for HTML or SQL. */
Text text_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3), nonnull(2)));

bool text_is_empty(Text text);
bool text_equal(Text a, Text b);
bool text_equal_string(Text a, const char *b);
/* Byte order, as memcmp; shorter first when one begins the other. */
int text_compare(Text a, Text b);
bool text_begins(Text text, Text with);
bool text_contains(Text text, Text part);
/* Without white space (ASCII space, tab, CR, LF, and U+00A0) at both ends. */
Text text_trim(Text text);
/* Takes the part before the first `at` off *rest and returns it; the whole rest when there is none. */
Text text_cut(Text *rest, char at);

/* Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. */
bool text_is_utf8(Text text);
/* Well-formed, and no NUL, no control characters but tab, CR, LF, no U+FFFE/U+FFFF. What enters Hearth must be clean. */
bool text_is_clean(Text text);
/* Number of code points of well-formed text. */
size_t text_code_points(Text text);
/* Reads the code point at *offset and moves *offset past it. Text must be well-formed and *offset inside it. */
uint32_t text_next(Text text, size_t *offset);

/* A whole decimal number, optional minus, no other characters, within int64. False when it is not one. */
bool text_to_int(Text text, int64_t *ret_number);

#endif
