#include "base/json_read.h"

#include <string.h>

#include "base/out.h"

struct json_read json_read_of(Text all, Arena *arena)
{
    return (struct json_read){.all = all.len == 0 ? T("") : all, .arena = arena};
}

static Text rest(const struct json_read *json) { return (Text){json->all.at + json->at, json->all.len - json->at}; }

static bool wrong(struct json_read *json, Text says)
{
    if (json->wrong.len == 0)
        json->wrong = says;
    return false;
}

size_t json_read_begins(struct json_read *json)
{
    while (json->at < json->all.len && memchr(" \t\n\r", json->all.at[json->at], 4) != NULL)
        json->at++;
    return json->at;
}

/* The next byte that is no white space, not read yet; 0 at the end (no value begins with a NUL). */
static char next(struct json_read *json)
{
    return json_read_begins(json) < json->all.len ? json->all.at[json->at] : '\0';
}

/* What stands next, in words for a complaint. */
static const char *what_is_next(struct json_read *json)
{
    static const struct {
        const char *begins, *is;
    } values[] = {
        {"{", "an object { … }"},   {"[", "a list [ … ]"},      {"\"", "text in quotes"}, {"true", "true"},
        {"false", "false"},         {"null", "null"},           {",", "a comma"},         {":", "a colon"},
        {"}", "a closing bracket"}, {"]", "a closing bracket"},
    };
    char c = next(json);
    if (json->at == json->all.len)
        return "the end";
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (text_begins(rest(json), text_of(values[i].begins)))
            return values[i].is;
    return c == '-' || (c >= '0' && c <= '9') ? "a number" : "something that is no JSON";
}

static bool must_be(struct json_read *json, const char *what)
{
    return wrong(json, text_format(json->arena, "%s must stand here, not %s", what, what_is_next(json)));
}

bool json_read_open(struct json_read *json, char bracket)
{
    if (json->wrong.len > 0)
        return false;
    if (next(json) != bracket)
        return must_be(json, bracket == '{' ? "an object { … }" : "a list [ … ]");
    json->at++;
    json->first = true;
    return true;
}

bool json_read_another(struct json_read *json, char bracket)
{
    if (json->wrong.len > 0)
        return false;
    bool first = json->first;
    json->first = false;
    char c = next(json);
    if (c == bracket) {
        json->at++;
        return false;
    }
    if (first)
        return json->at < json->all.len || wrong(json, T("the end comes too early: a bracket is not closed"));
    if (c != ',')
        return must_be(json, bracket == '}' ? "a comma or }" : "a comma or ]");
    json->at++;
    return next(json) != bracket || wrong(json, T("a comma stands before the closing bracket"));
}

bool json_read_key(struct json_read *json, Text *ret_key)
{
    Text key;
    if (json->wrong.len > 0)
        return false;
    if (next(json) != '"')
        return must_be(json, "a key in quotes");
    if (!json_read_text(json, &key))
        return false;
    if (next(json) != ':')
        return must_be(json, "a colon");
    json->at++;
    *ret_key = key;
    return true;
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* The four digits behind \u; -1 when they aren't. */
static int32_t read_unit(struct json_read *json)
{
    int32_t unit = 0;
    for (int i = 0; i < 4; i++) {
        int digit = json->at < json->all.len ? hex_digit(json->all.at[json->at]) : -1;
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
        json->at++;
    }
    return unit;
}

static void out_point(Out *out, int32_t point)
{
    if (point < 0x80) {
        out_char(out, (char)point);
        return;
    }
    if (point < 0x800) {
        out_char(out, (char)(0xc0 | point >> 6));
    } else {
        if (point < 0x10000) {
            out_char(out, (char)(0xe0 | point >> 12));
        } else {
            out_char(out, (char)(0xf0 | point >> 18));
            out_char(out, (char)(0x80 | (point >> 12 & 0x3f)));
        }
        out_char(out, (char)(0x80 | (point >> 6 & 0x3f)));
    }
    out_char(out, (char)(0x80 | (point & 0x3f)));
}

static bool is_between(int32_t unit, int32_t least, int32_t most) { return unit >= least && unit <= most; }

/* What stands behind a backslash. */
static bool read_escape(struct json_read *json, Out *out)
{
    static const char letters[] = "\"\\/bfnrt", means[] = "\"\\/\b\f\n\r\t";
    char c = json->at < json->all.len ? json->all.at[json->at++] : '\0';
    const char *letter = c == '\0' ? NULL : strchr(letters, c);
    if (letter != NULL) {
        out_char(out, means[letter - letters]);
        return true;
    }
    int32_t point = c == 'u' ? read_unit(json) : -1;
    if (is_between(point, 0xd800, 0xdbff) && text_begins(rest(json), T("\\u"))) {
        json->at += 2;
        int32_t low = read_unit(json);
        point = is_between(low, 0xdc00, 0xdfff) ? 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00) : -1;
    }
    if (point < 0 || is_between(point, 0xd800, 0xdfff))
        return wrong(json, T("a backslash begins no character that JSON has"));
    out_point(out, point);
    return true;
}

bool json_read_text(struct json_read *json, Text *ret_text)
{
    if (json->wrong.len > 0)
        return false;
    if (next(json) != '"')
        return must_be(json, "text in quotes");
    size_t start = ++json->at; /* of what isn't in `out` yet */
    Out out = out_new(json->arena);
    while (json->at < json->all.len) {
        unsigned char c = (unsigned char)json->all.at[json->at];
        Text plain = {json->all.at + start, json->at - start};
        if (c < 0x20)
            return wrong(json, T("text in quotes has no end on its line"));
        json->at++;
        if (c == '"') {
            if (out.at != NULL)
                out_text(&out, plain);
            *ret_text = out.at != NULL ? out_all(&out) : plain;
            return true;
        }
        if (c == '\\') {
            out_text(&out, plain);
            if (!read_escape(json, &out))
                return false;
            start = json->at;
        }
    }
    return wrong(json, T("text in quotes has no end"));
}

bool json_read_truth(struct json_read *json, bool *ret_truth)
{
    if (json->wrong.len > 0)
        return false;
    char c = next(json);
    Text word = c == 't' ? T("true") : T("false");
    if (!text_begins(rest(json), word))
        return must_be(json, "true or false");
    json->at += word.len;
    *ret_truth = c == 't';
    return true;
}

bool json_read_ended(struct json_read *json)
{
    if (json->wrong.len > 0)
        return false;
    next(json);
    return json->at == json->all.len || wrong(json, T("nothing may follow here"));
}

size_t json_read_line(const struct json_read *json, size_t at)
{
    size_t line = 1;
    for (size_t i = 0; i < at && i < json->all.len; i++)
        line += json->all.at[i] == '\n';
    return line;
}
