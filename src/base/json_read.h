/* Reads JSON (RFC 8259) piece by piece, and makes no tree of it: a file of many things costs the memory of one. Strict.
 * Whoever reads says what must stand next; nothing is passed over, so every key is known to its reader, and depth is
 * the reader's own. Numbers are only recognised: what is read this way has none.
 *
 *   json_read_open(json, '{');
 *   while (json_read_another(json, '}')) { json_read_key(json, &key); … one value … }
 *
 * reads an object; a list has no keys.
 *
 * From the first thing wrong on, every call gives false: it is enough to look at json->wrong where a list or an object
 * ends. */
#ifndef BASE_JSON_READ_H
#define BASE_JSON_READ_H

#include "base/arena.h"
#include "base/text.h"

struct json_read {
    Text all;     /* must be UTF-8 */
    size_t at;    /* how far it was read; where it is wrong */
    bool first;   /* an object or a list was just opened */
    Text wrong;   /* TEXT_NONE, or what is wrong: 'text in quotes must stand here, not a number' */
    Arena *arena; /* for `wrong`, and for strings with escapes in them; whoever reads may change it between two calls */
};

struct json_read json_read_of(Text all, Arena *arena);
/* Passes white space; gives where what comes next begins in `all`, for a complaint about it. */
size_t json_read_begins(struct json_read *json);
/* Reads the '{' or '['. */
bool json_read_open(struct json_read *json, char bracket);
/* Reads up to the next member: true when one follows, false behind the closing bracket '}' or ']' (which is read) or
 * when something is wrong. */
bool json_read_another(struct json_read *json, char bracket);
/* A member's name, and the ':' behind it. */
bool json_read_key(struct json_read *json, Text *ret_key);
/* A string: without escapes a view into `all`, else in the arena. Half a surrogate pair is refused. It can hold any
 * other character, NUL too. */
bool json_read_text(struct json_read *json, Text *ret_text);
/* true or false. */
bool json_read_truth(struct json_read *json, bool *ret_truth);
/* True when nothing follows but white space. */
bool json_read_ended(struct json_read *json);
/* The number of the line on which that byte of `all` stands; the first is 1. Counts from the beginning: for a
 * complaint. */
size_t json_read_line(const struct json_read *json, size_t at);

#endif
