#include "base/out.h"

#include <string.h>

enum { OUT_FIRST = 256 };

Out out_new(Arena *arena) { return (Out){.arena = arena}; }
Out out_sized(Arena *arena, size_t room) { return (Out){arena, arena_take(arena, room), 0, room}; }

static char *room_for(Out *out, size_t more)
{
    if (out->room - out->len < more) {
        size_t room = out->room == 0 ? OUT_FIRST : out->room * 2;
        while (room - out->len < more)
            room *= 2;
        char *at = arena_take(out->arena, room);
        if (out->len > 0)
            memcpy(at, out->at, out->len);
        out->at = at;
        out->room = room;
    }
    char *end = out->at + out->len;
    out->len += more;
    return end;
}

void out_text(Out *out, Text text)
{
    if (text.len > 0)
        memcpy(room_for(out, text.len), text.at, text.len);
}

void out_string(Out *out, const char *string) { out_text(out, text_of(string)); }
void out_char(Out *out, char c) { *room_for(out, 1) = c; }

void out_int(Out *out, int64_t number)
{
    char digits[20], *at = digits + sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do
        *--at = (char)('0' + rest % 10);
    while ((rest /= 10) > 0);
    if (number < 0)
        *--at = '-';
    out_text(out, (Text){at, (size_t)(digits + sizeof digits - at)});
}

void out_digits(Out *out, int64_t number, int digits)
{
    char *at = room_for(out, (size_t)digits);
    for (int i = digits - 1; i >= 0; i--) {
        at[i] = (char)('0' + number % 10);
        number /= 10;
    }
}

void out_hex(Out *out, const void *bytes, size_t len)
{
    static const char hex[] = "0123456789abcdef";
    const unsigned char *from = bytes;
    char *at = room_for(out, len * 2);
    for (size_t i = 0; i < len; i++) {
        at[i * 2] = hex[from[i] >> 4];
        at[i * 2 + 1] = hex[from[i] & 15];
    }
}

void out_json(Out *out, Text text)
{
    static const char hex[] = "0123456789abcdef";
    out_char(out, '"');
    size_t start = 0;
    for (size_t i = 0; i <= text.len; i++) {
        unsigned char c = i < text.len ? (unsigned char)text.at[i] : 0;
        bool plain = i < text.len && c >= 0x20 && c != '"' && c != '\\';
        if (plain)
            continue;
        if (i > start)
            out_text(out, (Text){text.at + start, i - start});
        start = i + 1;
        if (i == text.len)
            break;
        switch (c) {
        case '"': out_string(out, "\\\""); break;
        case '\\': out_string(out, "\\\\"); break;
        case '\n': out_string(out, "\\n"); break;
        case '\r': out_string(out, "\\r"); break;
        case '\t': out_string(out, "\\t"); break;
        default:
            out_string(out, "\\u00");
            out_char(out, hex[c >> 4]);
            out_char(out, hex[c & 15]);
        }
    }
    out_char(out, '"');
}

Text out_all(const Out *out) { return (Text){out->at, out->len}; }
