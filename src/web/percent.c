#include "web/percent.h"

#include <string.h>

static int hex_digit(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool percent_decode(Arena *arena, Text text, bool plus, Text *ret_text)
{
    if (text.len == 0 || (memchr(text.at, '%', text.len) == NULL && (!plus || memchr(text.at, '+', text.len) == NULL))) {
        *ret_text = text;
        return true;
    }
    char *to = arena_take(arena, text.len);
    size_t len = 0;
    bool good = true;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '+' && plus)
            c = ' ';
        else if (c == '%') {
            int high = i + 2 < text.len ? hex_digit(text.at[i + 1]) : -1;
            int low = high >= 0 ? hex_digit(text.at[i + 2]) : -1;
            if (low < 0)
                good = false;
            else {
                c = (char)(high * 16 + low);
                i += 2;
            }
        }
        to[len++] = c;
    }
    *ret_text = (Text){to, len};
    return good;
}

void percent_encode(Out *out, Text text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c != '\0' && strchr("-._~", c) != NULL);
        if (plain)
            out_char(out, c);
        else {
            static const char digits[] = "0123456789ABCDEF";
            out_char(out, '%');
            out_char(out, digits[(unsigned char)c >> 4]);
            out_char(out, digits[(unsigned char)c & 15]);
        }
    }
}
