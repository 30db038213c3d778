#include "web/route.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/out.h"
#include "web/limits.h"
#include "web/percent.h"

/* Where a ':name' of a pattern is kept in struct request_ids. */
struct part_kind {
    const char *name;
    size_t offset;
    bool word;
};

/* Each id struct holds one int64_t and nothing else: rules/ids.h. */
static const struct part_kind KINDS[] = {
#define KIND_OF_ID(type, field) {#field, offsetof(struct request_ids, field.n), false},
    REQUEST_IDS(KIND_OF_ID)
#define KIND_OF_WORD(field) {#field, offsetof(struct request_ids, field), true},
    REQUEST_WORDS(KIND_OF_WORD)
};
#define KIND_SIZE(type, field) _Static_assert(sizeof(type) == sizeof(int64_t), #type " is one number");
REQUEST_IDS(KIND_SIZE)

static const struct part_kind *part_kind_of(Text name)
{
    for (size_t i = 0; i < sizeof KINDS / sizeof KINDS[0]; i++)
        if (text_equal_string(name, KINDS[i].name))
            return &KINDS[i];
    return NULL;
}

static bool is_word(Text text)
{
    if (text.len == 0 || text.len > ADDRESS_WORD || text.at[0] == '.')
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'))
            return false;
    }
    return true;
}

static bool read_id(Text text, int64_t *ret_number)
{
    return text.len > 0 && text.at[0] != '0' && text.at[0] != '-' && text_to_int(text, ret_number);
}

static bool part_read(Text pattern, Text part, struct request_ids *ids)
{
    if (pattern.len == 0 || pattern.at[0] != ':')
        return text_equal(pattern, part);
    const struct part_kind *kind = part_kind_of((Text){pattern.at + 1, pattern.len - 1});
    if (kind == NULL)
        return false;
    void *at = (char *)ids + kind->offset;
    if (!kind->word)
        return read_id(part, at);
    if (!is_word(part))
        return false;
    memcpy(at, &part, sizeof part);
    return true;
}

/* Takes the next part off a path that begins with '/'. */
static Text part_take(Text *rest)
{
    rest->at++;
    rest->len--;
    size_t len = 0;
    while (len < rest->len && rest->at[len] != '/')
        len++;
    Text part = {rest->at, len};
    rest->at += len;
    rest->len -= len;
    return part;
}

static bool path_read(const char *pattern, const Text *parts, size_t count, struct request_ids *ret_ids)
{
    Text rest = text_of(pattern);
    size_t i = 0;
    *ret_ids = (struct request_ids){0};
    while (rest.len > 0) {
        if (i == count || !part_read(part_take(&rest), parts[i], ret_ids))
            return false;
        i++;
    }
    return i == count;
}

enum route_found route_find(Arena *arena, const struct route *routes, size_t count, enum method method, Text path,
                            const struct route **ret_route, struct request_ids *ret_ids)
{
    if (path.len == 0 || path.at[0] != '/' || path.len > ADDRESS_LENGTH)
        return ROUTE_BROKEN;
    Text parts[ADDRESS_PARTS];
    size_t part_count = 0;
    bool known = true;
    for (Text rest = path; rest.len > 0;) {
        Text part, raw = part_take(&rest);
        if (!percent_decode(arena, raw, false, &part) || !text_is_clean(part))
            return ROUTE_BROKEN;
        if (part_count < ADDRESS_PARTS)
            parts[part_count++] = part;
        else
            known = false;
    }
    enum route_found found = ROUTE_UNKNOWN;
    for (size_t i = 0; known && i < count; i++) {
        struct request_ids ids;
        if (!path_read(routes[i].pattern, parts, part_count, &ids))
            continue;
        *ret_route = &routes[i];
        if (routes[i].method == method) {
            *ret_ids = ids;
            return ROUTE_FOUND;
        }
        found = ROUTE_OTHER_METHOD;
    }
    return found;
}

Text route_fill(Arena *arena, const char *pattern, const struct request_ids *ids)
{
    Out out = out_new(arena);
    for (Text rest = text_of(pattern); rest.len > 0;) {
        Text part = part_take(&rest);
        out_char(&out, '/');
        if (part.len == 0 || part.at[0] != ':') {
            out_text(&out, part);
            continue;
        }
        const struct part_kind *kind = part_kind_of((Text){part.at + 1, part.len - 1});
        const void *at = kind == NULL ? NULL : (const char *)ids + kind->offset;
        Text word = TEXT_NONE;
        int64_t number = 0;
        if (at != NULL && kind->word)
            memcpy(&word, at, sizeof word);
        else if (at != NULL)
            memcpy(&number, at, sizeof number);
        if (number <= 0 && !is_word(word))
            abort(); /* a link to nothing */
        if (number > 0)
            out_int(&out, number);
        else
            out_text(&out, word);
    }
    return out_all(&out);
}

/* The names of a pattern's ids, a space between: what its ids column must say. */
static bool pattern_ids(Arena *arena, const char *pattern, Text *ret_names)
{
    Out out = out_new(arena);
    size_t parts = 0;
    for (Text rest = text_of(pattern); rest.len > 0;) {
        Text part = part_take(&rest);
        parts++;
        if (part.len > 0 && part.at[0] == ':') {
            Text name = {part.at + 1, part.len - 1};
            if (part_kind_of(name) == NULL)
                return false;
            if (out.len > 0)
                out_char(&out, ' ');
            out_text(&out, name);
        }
    }
    *ret_names = out_all(&out);
    return parts <= ADDRESS_PARTS;
}

static bool names_contain(const char *names, const char *name)
{
    for (Text rest = text_of(names); rest.len > 0;)
        if (text_equal_string(text_cut(&rest, ' '), name))
            return true;
    return false;
}

static const char *route_wrong(Arena *arena, const struct route *route)
{
    if (route->method == METHOD_NONE || route->name == NULL || route->name[0] == '\0' || route->pattern == NULL || route->ids == NULL)
        return "a column is empty: method, name, pattern or ids";
    if (route->handle == NULL || route->may.who == WHO_NONE || route->look == LOOK_NONE || route->body == BODY_NONE)
        return "a column is empty: handler, may, look or body";
    if ((route->may.who == WHO_DUTY || route->may.who == WHO_CHILD || route->may.who == WHO_FAMILY) && route->may.permission == 0)
        return "may names no permission";
    if (route->pattern[0] != '/')
        return "the pattern does not begin with a slash";
    Text names;
    if (!pattern_ids(arena, route->pattern, &names))
        return "the pattern has an id that web/route.h does not know, or too many parts";
    if (!text_equal_string(names, route->ids))
        return "the ids column does not say the ids of the pattern in their order";
    if (route->may.who == WHO_CHILD && !names_contain(route->ids, "child"))
        return "ON_CHILD without :child in the pattern";
    if (route->may.who == WHO_FAMILY && !names_contain(route->ids, "family"))
        return "ON_FAMILY without :family in the pattern";
    if (route->may.who == WHO_ACT && !names_contain(route->ids, "act"))
        return "ON_ACT without :act in the pattern";
    if ((route->method == METHOD_POST) != (route->body != NO_BODY))
        return "a POST has a body limit, a GET has NO_BODY";
    return NULL;
}

const char *routes_wrong(Arena *arena, const struct route *routes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *wrong = route_wrong(arena, &routes[i]);
        for (size_t j = 0; j < i && wrong == NULL; j++) {
            if (strcmp(routes[i].name, routes[j].name) == 0)
                wrong = "the name stands twice";
            else if (routes[i].method == routes[j].method && strcmp(routes[i].pattern, routes[j].pattern) == 0)
                wrong = "the pattern stands twice";
        }
        if (wrong != NULL) {
            const char *name = routes[i].name == NULL || routes[i].name[0] == '\0' ? "?" : routes[i].name;
            return text_string(arena, text_format(arena, "routes.def, row %zu (%s): %s", i + 1, name, wrong));
        }
    }
    return count == 0 ? "routes.def has no rows" : NULL;
}
