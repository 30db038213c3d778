#include "web/multipart.h"

#include <string.h>
#include <strings.h>

enum state {
    BEFORE,   /* the first boundary */
    BEHIND,   /* a boundary: '--' ends all, a line end begins a part */
    DASH,     /* one '-' of the end's two */
    PADDING,  /* blanks between a boundary and its line end */
    LINE_END, /* its \r came */
    HEADERS,
    CONTENT,
    AFTER,    /* the last boundary */
    BROKEN_BODY,
};

struct multipart {
    struct multipart_to to;
    Arena *arena;
    enum state state;
    char delimiter[MULTIPART_BOUNDARY + 4]; /* \r\n--boundary: no other \r stands in it, so a match that fails begins again where it failed */
    size_t delimiter_len, matched;
    char headers[MULTIPART_HEADERS];
    size_t headers_len;
};

static bool equal_folded(Text text, const char *word) { return text.len == strlen(word) && strncasecmp(text.at, word, text.len) == 0; }

static bool is_boundary(Text text)
{
    static const char other[] = "'()+_,-./:=? ";
    if (text.len == 0 || text.len > MULTIPART_BOUNDARY || text.at[text.len - 1] == ' ')
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!plain && (c == '\0' || strchr(other, c) == NULL))
            return false;
    }
    return true;
}

/* Takes the next 'name=value' or word of a header off its rest; a value in quotes is left as it stands between them. */
static bool next_parameter(Text *rest, Text *ret_name, Text *ret_value)
{
    *rest = text_trim(*rest);
    if (rest->len == 0) { /* nothing is left, not even a place to count from */
        *ret_name = *ret_value = TEXT_NONE;
        return true;
    }
    size_t at = 0;
    while (at < rest->len && rest->at[at] != '=' && rest->at[at] != ';')
        at++;
    *ret_name = text_trim((Text){rest->at, at});
    *ret_value = TEXT_NONE;
    if (at == rest->len || rest->at[at] == ';') {
        *rest = (Text){rest->at + at + (at < rest->len), rest->len - at - (at < rest->len)};
        return true;
    }
    Text value = text_trim((Text){rest->at + at + 1, rest->len - at - 1});
    if (value.len == 0 || value.at[0] != '"') {
        *ret_value = text_trim(text_cut(&value, ';'));
        *rest = value;
        return true;
    }
    size_t end = 1;
    while (end < value.len && value.at[end] != '"') /* of all that stands behind a '\', only '"' is quoted: browsers send folders' '\' as they are */
        end += value.at[end] == '\\' && end + 1 < value.len && value.at[end + 1] == '"' ? 2 : 1;
    if (end >= value.len)
        return false;
    *ret_value = (Text){value.at + 1, end - 1};
    *rest = text_trim((Text){value.at + end + 1, value.len - end - 1});
    if (rest->len > 0 && rest->at[0] != ';')
        return false;
    if (rest->len > 0)
        *rest = (Text){rest->at + 1, rest->len - 1};
    return true;
}

Text multipart_boundary(Text content_type)
{
    Text name, value, boundary = TEXT_NONE, rest = content_type;
    if (!equal_folded(text_trim(text_cut(&rest, ';')), "multipart/form-data"))
        return TEXT_NONE;
    while (rest.len > 0) {
        if (!next_parameter(&rest, &name, &value))
            return TEXT_NONE;
        if (!equal_folded(name, "boundary"))
            continue;
        if (boundary.len > 0)
            return TEXT_NONE; /* two: a proxy before us may have read the other */
        boundary = value;
        if (!is_boundary(boundary))
            return TEXT_NONE;
    }
    return boundary;
}

struct multipart *multipart_new(Arena *arena, Text boundary, struct multipart_to to)
{
    struct multipart *multipart = ARENA_NEW(arena, struct multipart);
    multipart->to = to;
    multipart->arena = arena;
    memcpy(multipart->delimiter, "\r\n--", 4);
    memcpy(multipart->delimiter + 4, boundary.at, boundary.len);
    multipart->delimiter_len = boundary.len + 4;
    multipart->matched = 2; /* the first boundary needs no line end before it */
    return multipart;
}

/* What browsers write for '"', CR and LF in a name, and what others do: back to the characters. */
static Text unquoted(Arena *arena, Text value)
{
    static const struct {
        Text coded;
        char plain;
    } codes[] = {{{"%22", 3}, '"'}, {{"%0D", 3}, '\r'}, {{"%0A", 3}, '\n'}, {{"\\\"", 2}, '"'}};
    char *plain = arena_take(arena, value.len + 1);
    size_t len = 0;
    while (value.len > 0) {
        size_t taken = 1;
        char c = value.at[0];
        for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
            if (text_begins(value, codes[i].coded)) {
                taken = codes[i].coded.len;
                c = codes[i].plain;
            }
        plain[len++] = c;
        value = (Text){value.at + taken, value.len - taken};
    }
    return (Text){plain, len};
}

static bool read_disposition(Arena *arena, Text value, struct multipart_part *part, bool *named)
{
    Text name, given;
    if (!next_parameter(&value, &name, &given) || !equal_folded(name, "form-data") || given.len > 0)
        return false;
    while (value.len > 0) {
        if (!next_parameter(&value, &name, &given))
            return false;
        bool is_name = equal_folded(name, "name"), is_file = equal_folded(name, "filename");
        if ((is_name && *named) || (is_file && part->is_file))
            return false;
        if (is_name)
            part->name = unquoted(arena, given);
        if (is_file)
            part->file_name = unquoted(arena, given);
        *named |= is_name;
        part->is_file |= is_file;
    }
    return *named;
}

/* The whole head of a part came. */
static bool begin_part(struct multipart *multipart)
{
    struct multipart_part part = {0};
    bool named = false;
    Text rest = {multipart->headers, multipart->headers_len};
    while (rest.len > 0) {
        Text line = text_cut(&rest, '\n');
        if (line.len == 0 || line.at[line.len - 1] != '\r')
            return false;
        Text value = {line.at, line.len - 1};
        Text name = text_cut(&value, ':');
        if (memchr(line.at, '\0', line.len) != NULL)
            return false;
        if (equal_folded(text_trim(name), "content-disposition") && (named || !read_disposition(multipart->arena, value, &part, &named)))
            return false;
    }
    if (!named)
        return false;
    multipart->to.begin(multipart->to.given, &part);
    return true;
}

static bool headers_end(const struct multipart *multipart)
{
    size_t len = multipart->headers_len;
    const char *at = multipart->headers;
    return (len == 2 && memcmp(at, "\r\n", 2) == 0) || (len >= 4 && memcmp(at + len - 4, "\r\n\r\n", 4) == 0);
}

static enum state take_header(struct multipart *multipart, char c)
{
    if (multipart->headers_len == MULTIPART_HEADERS)
        return BROKEN_BODY;
    multipart->headers[multipart->headers_len++] = c;
    if (!headers_end(multipart))
        return HEADERS;
    multipart->headers_len -= 2;
    if (!begin_part(multipart))
        return BROKEN_BODY;
    multipart->matched = 0;
    return CONTENT;
}

static void give(struct multipart *multipart, Text bytes)
{
    if (multipart->state == CONTENT && bytes.len > 0)
        multipart->to.bytes(multipart->to.given, bytes);
}

/* Content, up to and with the next boundary. Gives how many bytes were taken. */
static size_t take_content(struct multipart *multipart, Text bytes)
{
    size_t at = 0;
    while (at < bytes.len) {
        if (multipart->matched == 0) {
            const char *line_end = memchr(bytes.at + at, '\r', bytes.len - at);
            size_t plain = line_end == NULL ? bytes.len - at : (size_t)(line_end - bytes.at) - at;
            give(multipart, (Text){bytes.at + at, plain});
            at += plain;
            if (line_end == NULL)
                return at;
        }
        if (bytes.at[at] != multipart->delimiter[multipart->matched]) { /* what seemed a boundary is content; this byte is looked at again */
            give(multipart, (Text){multipart->delimiter, multipart->matched});
            multipart->matched = 0;
            continue;
        }
        at++;
        if (++multipart->matched < multipart->delimiter_len)
            continue;
        if (multipart->state == CONTENT)
            multipart->to.end(multipart->to.given);
        multipart->state = BEHIND;
        return at;
    }
    return at;
}

/* One byte of what stands between parts. */
static enum state take_between(struct multipart *multipart, char c)
{
    switch (multipart->state) {
    case BEHIND:
    case PADDING:
        if (c == '-' && multipart->state == BEHIND)
            return DASH;
        return c == '\r' ? LINE_END : c == ' ' || c == '\t' ? PADDING : BROKEN_BODY;
    case DASH: return c == '-' ? AFTER : BROKEN_BODY;
    case LINE_END:
        multipart->headers_len = 0;
        return c == '\n' ? HEADERS : BROKEN_BODY;
    case HEADERS: return take_header(multipart, c);
    case BEFORE:
    case CONTENT:
    case AFTER:
    case BROKEN_BODY: break;
    }
    return BROKEN_BODY;
}

bool multipart_take(struct multipart *multipart, Text bytes)
{
    while (bytes.len > 0 && multipart->state != AFTER && multipart->state != BROKEN_BODY) {
        size_t taken = 1;
        if (multipart->state == BEFORE || multipart->state == CONTENT)
            taken = take_content(multipart, bytes);
        else
            multipart->state = take_between(multipart, bytes.at[0]);
        bytes = (Text){bytes.at + taken, bytes.len - taken};
    }
    return multipart->state != BROKEN_BODY;
}

bool multipart_is_whole(const struct multipart *multipart) { return multipart->state == AFTER; }
