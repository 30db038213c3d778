#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

Text text_of(const char *string) { return string == NULL ? TEXT_NONE : (Text){string, strlen(string)}; }

char *text_string(Arena *arena, Text text)
{
    char *copy = arena_take(arena, text.len + 1);
    if (text.len > 0)
        memcpy(copy, text.at, text.len);
    return copy;
}

Text text_copy(Arena *arena, Text text) { return (Text){text_string(arena, text), text.len}; }

Text text_join(Arena *arena, Text a, Text b)
{
    char *both = arena_take(arena, a.len + b.len + 1);
    if (a.len > 0)
        memcpy(both, a.at, a.len);
    if (b.len > 0)
        memcpy(both + a.len, b.at, b.len);
    return (Text){both, a.len + b.len};
}

enum { FORMAT_MOSTLY = 240 /* what is shorter is formatted once; the rest once for its length and again */ };

Text text_format(Arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    char mostly[FORMAT_MOSTLY];
    int len = vsnprintf(mostly, sizeof mostly, format, args);
    va_end(args);
    size_t size = len < 0 ? 0 : (size_t)len;
    char *at = arena_take(arena, size + 1);
    if (size < sizeof mostly)
        memcpy(at, mostly, size);
    else
        vsnprintf(at, size + 1, format, again);
    va_end(again);
    return (Text){at, size};
}

bool text_is_empty(Text text) { return text.len == 0; }
bool text_equal(Text a, Text b) { return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0); }
bool text_equal_string(Text a, const char *b) { return text_equal(a, text_of(b)); }

int text_compare(Text a, Text b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = len == 0 ? 0 : memcmp(a.at, b.at, len);
    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

bool text_begins(Text text, Text with)
{
    return text.len >= with.len && (with.len == 0 || memcmp(text.at, with.at, with.len) == 0);
}

bool text_contains(Text text, Text part)
{
    return part.len == 0 || (text.len >= part.len && memmem(text.at, text.len, part.at, part.len) != NULL);
}

static bool is_space(unsigned char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

Text text_trim(Text text)
{
    for (;;) {
        if (text.len > 0 && is_space((unsigned char)text.at[0]))
            text = (Text){text.at + 1, text.len - 1};
        else if (text.len > 1 && memcmp(text.at, "\xc2\xa0", 2) == 0)
            text = (Text){text.at + 2, text.len - 2};
        else
            break;
    }
    for (;;) {
        if (text.len > 0 && is_space((unsigned char)text.at[text.len - 1]))
            text.len -= 1;
        else if (text.len > 1 && memcmp(text.at + text.len - 2, "\xc2\xa0", 2) == 0)
            text.len -= 2;
        else
            break;
    }
    return text;
}

Text text_cut(Text *rest, char at)
{
    const char *found = rest->len == 0 ? NULL : memchr(rest->at, at, rest->len);
    Text head = *rest;
    if (found == NULL) {
        *rest = TEXT_NONE;
        return head;
    }
    head.len = (size_t)(found - rest->at);
    *rest = (Text){found + 1, rest->len - head.len - 1};
    return head;
}

/* Length of the well-formed sequence at `at` (1 to 4), 0 when it is not one. Unicode 15, table 3-7. */
static size_t sequence(const unsigned char *at, size_t len)
{
    unsigned char c = at[0];
    if (c < 0x80)
        return 1;
    if (c < 0xc2)
        return 0;
    size_t size = c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 0;
    if (size == 0 || len < size)
        return 0;
    unsigned char low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
    unsigned char high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
    if (at[1] < low || at[1] > high)
        return 0;
    for (size_t i = 2; i < size; i++)
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    return size;
}

bool text_is_utf8(Text text)
{
    for (size_t i = 0; i < text.len;) {
        size_t size = sequence((const unsigned char *)text.at + i, text.len - i);
        if (size == 0)
            return false;
        i += size;
    }
    return true;
}

bool text_is_clean(Text text)
{
    if (!text_is_utf8(text))
        return false;
    for (size_t i = 0; i < text.len;) {
        uint32_t c = text_next(text, &i);
        bool control = (c < 0x20 && c != '\t' && c != '\r' && c != '\n') || (c >= 0x7f && c < 0xa0);
        if (control || c == 0xfffe || c == 0xffff)
            return false;
    }
    return true;
}

uint32_t text_next(Text text, size_t *offset)
{
    const unsigned char *at = (const unsigned char *)text.at + *offset;
    size_t size = at[0] < 0x80 ? 1 : at[0] < 0xe0 ? 2 : at[0] < 0xf0 ? 3 : 4;
    static const unsigned char first[] = {0, 0x7f, 0x1f, 0x0f, 0x07};
    uint32_t c = at[0] & first[size];
    for (size_t i = 1; i < size; i++)
        c = c << 6 | (at[i] & 0x3fu);
    *offset += size;
    return c;
}

size_t text_code_points(Text text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.at[i] & 0xc0) != 0x80;
    return count;
}

bool text_to_int(Text text, int64_t *ret_number)
{
    bool minus = text.len > 0 && text.at[0] == '-';
    size_t i = minus ? 1 : 0;
    if (i == text.len)
        return false;
    int64_t number = 0;
    for (; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        int digit = text.at[i] - '0';
        if (__builtin_mul_overflow(number, 10, &number) ||
            __builtin_sub_overflow(number, digit, &number)) /* below zero, where there is room for one more */
            return false;
    }
    if (!minus && __builtin_sub_overflow(0, number, &number))
        return false;
    *ret_number = number;
    return true;
}
