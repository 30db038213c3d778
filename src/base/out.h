/* A buffer that grows at its end, in an arena. What is written stays valid until the next write. */
#ifndef BASE_OUT_H
#define BASE_OUT_H

#include "base/arena.h"
#include "base/text.h"

typedef struct out {
    Arena *arena;
    char *at;
    size_t len;
    size_t room;
} Out;

Out out_new(Arena *arena);
/* The same with room for that many bytes already taken, when about so many will come. */
Out out_sized(Arena *arena, size_t room);
void out_text(Out *out, Text text);
void out_string(Out *out, const char *string);
void out_char(Out *out, char c);
void out_int(Out *out, int64_t number);
/* The low `digits` decimal digits with leading zeros: dates and times. */
void out_digits(Out *out, int64_t number, int digits);
/* Lower-case hexadecimal. */
void out_hex(Out *out, const void *bytes, size_t len);
/* A JSON string with its quotes; text must be UTF-8. Escapes what RFC 8259 asks, and nothing more: one canonical form. */
void out_json(Out *out, Text text);
/* What was written so far. */
Text out_all(const Out *out);

#endif
