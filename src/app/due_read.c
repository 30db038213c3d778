/* Reads the file of `hearth due`: each key is known, stands once, and holds what it must. */
#include <stdlib.h>

#include "app/due.h"

enum { FIRST_EVENTS = 64, FIRST_IDS = 1024, QUOTED_MOST = 60 };

/* ---- what is wrong, and where ---- */

/* 'children[0].events[3].kind' */
static Text path_now(const struct due_reader *reader, Arena *arena)
{
    Out out = out_new(arena);
    if (reader->children > 0) {
        out_string(&out, "children[");
        out_int(&out, (int64_t)reader->children - 1);
        out_char(&out, ']');
    }
    if (reader->in_events) {
        out_string(&out, ".events");
        if (reader->events > 0) {
            out_char(&out, '[');
            out_int(&out, (int64_t)reader->events - 1);
            out_char(&out, ']');
        }
    }
    if (reader->key[0] != '\0' && out.len > 0)
        out_char(&out, '.');
    out_string(&out, reader->key);
    return out_all(&out);
}

static bool wrong_at(struct due_reader *reader, size_t at, Text says)
{
    if (reader->problem.says.len == 0)
        reader->problem = (struct due_problem){json_read_line(&reader->json, at), path_now(reader, reader->json.arena), says};
    return false;
}
static bool wrong(struct due_reader *reader, Text says) { return wrong_at(reader, reader->at, says); }
/* What the JSON itself has wrong, where it was read to. */
static bool not_json(struct due_reader *reader) { return wrong_at(reader, reader->json.at, reader->json.wrong); }

/* Words of the file inside a complaint: short, and nothing a terminal would obey. */
static Text quoted(Arena *arena, Text words)
{
    Out out = out_new(arena);
    size_t len = 0;
    if (!text_is_clean(words))
        return T("what stands here");
    while (len < words.len && len < QUOTED_MOST)
        text_next(words, &len);
    out_json(&out, (Text){words.at, len});
    if (len < words.len)
        out_string(&out, " …");
    return out_all(&out);
}

/* ---- keys ---- */

/* The keys that an object can have; `seen` has a bit for each that stood already. */
struct keys {
    const char *const *names;
    size_t count;
    const char *list; /* for a complaint */
    unsigned seen;
};

static const char *const FILE_KEYS[] = {"children"}, *const CHILD_KEYS[] = {"id", "events"}, *const EVENT_KEYS[] = {"kind", "on", "seen"};
/* Their numbers; those that are needed come first. */
enum { CHILD_ID, CHILD_EVENTS, CHILD_NEEDS };
enum { EVENT_HAS_KIND, EVENT_HAS_ON, EVENT_NEEDS };
static struct keys file_keys(void) { return (struct keys){FILE_KEYS, 1, "the file has \"children\"", 0}; }
static struct keys child_keys(void) { return (struct keys){CHILD_KEYS, 2, "a child has \"id\" and \"events\"", 0}; }
static struct keys event_keys(void) { return (struct keys){EVENT_KEYS, 3, "an event has \"kind\", \"on\" and, for a visit, \"seen\"", 0}; }

/* Reads the next key of the object, and stands at its value; *ret_key is its number. False at the object's end, or when something is wrong. */
static bool next_key(struct due_reader *reader, struct keys *keys, size_t *ret_key)
{
    Text key;
    reader->key = "";
    if (!json_read_another(&reader->json, '}'))
        return reader->json.wrong.len > 0 && not_json(reader);
    reader->at = reader->json.at;
    if (!json_read_key(&reader->json, &key))
        return not_json(reader);
    for (size_t i = 0; i < keys->count; i++)
        if (text_equal_string(key, keys->names[i])) {
            reader->key = keys->names[i];
            if ((keys->seen >> i & 1) != 0)
                return wrong(reader, T("this key stands twice"));
            keys->seen |= 1u << i;
            *ret_key = i;
            return true;
        }
    Arena *arena = reader->json.arena;
    return wrong(reader, text_format(arena, "no key is called %.*s here: %s", TEXT_ARGS(quoted(arena, key)), keys->list));
}

/* At the object's end: whether its first `needed` keys stood there. `at` is where it began. */
static bool has_keys(struct due_reader *reader, const struct keys *keys, size_t needed, size_t at)
{
    for (size_t i = 0; i < needed; i++)
        if ((keys->seen >> i & 1) == 0)
            return wrong_at(reader, at, text_format(reader->json.arena, "the key \"%s\" is missing", keys->names[i]));
    return true;
}

static bool is_fine(const struct due_reader *reader) { return reader->problem.says.len == 0; }

/* ---- an event ---- */

/* An event's values, as they stand; the offsets say where, for a complaint. */
struct event_words {
    Text kind, on;
    bool seen, has_seen;
    size_t kind_at, on_at, seen_at;
};

static bool event_kind(struct due_reader *reader, const struct event_words *words, enum event *ret_event)
{
    Arena *arena = reader->json.arena;
    enum event event;
    reader->key = "kind";
    if (!due_event_of(words->kind, &event)) {
        Text like = due_event_like(words->kind), name = quoted(arena, words->kind);
        if (like.len > 0)
            return wrong_at(reader, words->kind_at, text_format(arena, "no event is called %.*s; did you mean %.*s?", TEXT_ARGS(name), TEXT_ARGS(like)));
        return wrong_at(reader, words->kind_at, text_format(arena, "no event is called %.*s; 'hearth due --help' lists them", TEXT_ARGS(name)));
    }
    reader->key = "seen";
    if (words->has_seen && event != EVENT_VISIT)
        return wrong_at(reader, words->seen_at, T("only a VISIT says whether the child was seen"));
    *ret_event = words->has_seen && !words->seen ? EVENT_VISIT_NOT_SEEN : event;
    return true;
}

static bool read_event(struct due_reader *reader, struct happening *ret_event)
{
    struct keys keys = event_keys();
    struct event_words words = {.has_seen = false};
    struct happening event;
    size_t key, begin = json_read_begins(&reader->json);
    if (!json_read_open(&reader->json, '{'))
        return not_json(reader);
    while (next_key(reader, &keys, &key)) {
        size_t at = json_read_begins(&reader->json);
        bool read;
        if (key == EVENT_HAS_KIND) {
            words.kind_at = at;
            read = json_read_text(&reader->json, &words.kind);
        } else if (key == EVENT_HAS_ON) {
            words.on_at = at;
            read = json_read_text(&reader->json, &words.on);
        } else {
            words.seen_at = at;
            words.has_seen = true;
            read = json_read_truth(&reader->json, &words.seen);
        }
        if (!read)
            return not_json(reader);
    }
    if (!is_fine(reader) || !has_keys(reader, &keys, EVENT_NEEDS, begin) || !event_kind(reader, &words, &event.event))
        return false;
    reader->key = "on";
    if (!date_read(words.on, &event.date))
        return wrong_at(reader, words.on_at, text_format(reader->json.arena, "%.*s is no day from %d to %d, written like 2026-03-20",
                                                         TEXT_ARGS(quoted(reader->json.arena, words.on)), DATE_YEAR_FIRST, DATE_YEAR_LAST));
    reader->key = "";
    *ret_event = event;
    return true;
}

static bool read_events(struct due_reader *reader, struct due_child *child)
{
    size_t room = FIRST_EVENTS;
    child->events = ARENA_MANY(reader->json.arena, room, struct happening);
    child->count = 0;
    if (!json_read_open(&reader->json, '['))
        return not_json(reader);
    reader->key = "";
    reader->in_events = true;
    reader->events = 0;
    while (json_read_another(&reader->json, ']')) {
        if (child->count == DUE_EVENTS_MOST) {
            reader->events = 0;
            return wrong_at(reader, reader->json.at, text_format(reader->json.arena, "a child has %d events at most", DUE_EVENTS_MOST));
        }
        if (child->count == room) {
            struct happening *more = ARENA_MANY(reader->json.arena, room * 2, struct happening);
            for (size_t i = 0; i < room; i++)
                more[i] = child->events[i];
            child->events = more;
            room *= 2;
        }
        reader->events++;
        if (!read_event(reader, &child->events[child->count]))
            return false;
        child->count++;
    }
    if (reader->json.wrong.len > 0)
        return not_json(reader);
    reader->in_events = false;
    return true;
}

/* ---- a child, a file ---- */

static bool read_id(struct due_reader *reader, Text *ret_id)
{
    reader->at = json_read_begins(&reader->json);
    if (!json_read_text(&reader->json, ret_id))
        return not_json(reader);
    reader->id_at = reader->at;
    if (ret_id->len == 0 || !text_is_clean(*ret_id) || text_code_points(*ret_id) > DUE_ID_MOST)
        return wrong(reader, text_format(reader->json.arena, "a child's id has between 1 and %d characters that can be shown", DUE_ID_MOST));
    return true;
}

static bool read_child(struct due_reader *reader, struct due_child *ret_child)
{
    struct keys keys = child_keys();
    struct due_child child = {.count = 0};
    size_t key, begin = json_read_begins(&reader->json);
    if (!json_read_open(&reader->json, '{'))
        return not_json(reader);
    while (next_key(reader, &keys, &key))
        if (!(key == CHILD_ID ? read_id(reader, &child.id) : read_events(reader, &child)))
            return false;
    if (!is_fine(reader) || !has_keys(reader, &keys, CHILD_NEEDS, begin))
        return false;
    *ret_child = child;
    return true;
}

/* The first line that isn't UTF-8. */
static bool is_utf8(struct due_reader *reader)
{
    Text rest = reader->json.all;
    if (text_is_utf8(rest))
        return true;
    if (text_begins(rest, T("\xff\xfe")) || text_begins(rest, T("\xfe\xff")))
        return wrong_at(reader, 0, T("the file is UTF-16: save it as UTF-8"));
    const char *begin = rest.at;
    Text line = text_cut(&rest, '\n');
    while (text_is_utf8(line) && rest.len > 0)
        line = text_cut(&rest, '\n');
    return wrong_at(reader, (size_t)(line.at - begin), T("this line is not UTF-8"));
}

void due_begin(struct due_reader *reader, Text file, Arena *arena)
{
    struct keys keys = file_keys();
    size_t key;
    if (text_begins(file, T("\xef\xbb\xbf"))) /* some programs begin UTF-8 with a mark of its own */
        file = (Text){file.at + 3, file.len - 3};
    *reader = (struct due_reader){.json = json_read_of(file, arena), .key = ""};
    if (!is_utf8(reader))
        return;
    if (!json_read_open(&reader->json, '{'))
        not_json(reader);
    else if (next_key(reader, &keys, &key) && !json_read_open(&reader->json, '['))
        not_json(reader);
    else if (is_fine(reader))
        has_keys(reader, &keys, 1, 0);
}

/* Behind the last child. */
static void end_file(struct due_reader *reader)
{
    struct keys keys = file_keys();
    size_t key;
    keys.seen = 1;
    reader->children = 0;
    if (reader->json.wrong.len > 0 || next_key(reader, &keys, &key) || !is_fine(reader))
        return;
    if (!json_read_ended(&reader->json))
        not_json(reader);
}

bool due_next(struct due_reader *reader, Arena *arena, struct due_child *ret_child)
{
    if (!is_fine(reader))
        return false;
    reader->json.arena = arena;
    reader->key = "children";
    if (!json_read_another(&reader->json, ']')) {
        reader->children = 0;
        if (reader->json.wrong.len > 0)
            return not_json(reader);
        end_file(reader);
        return false;
    }
    if (reader->children == DUE_CHILDREN_MOST) {
        reader->children = 0;
        return wrong_at(reader, reader->json.at, text_format(arena, "a file has %d children at most", DUE_CHILDREN_MOST));
    }
    reader->children++;
    reader->key = "";
    return read_child(reader, ret_child);
}

/* ---- the whole file ---- */

struct id {
    Text words;
    size_t child, at;
};
struct ids {
    struct id *at;
    size_t count, room;
};

static void keep_id(struct ids *ids, Text words, size_t where, Arena *arena)
{
    if (ids->count == ids->room) {
        size_t room = ids->room == 0 ? FIRST_IDS : ids->room * 2;
        struct id *at = ARENA_MANY(arena, room, struct id);
        for (size_t i = 0; i < ids->count; i++)
            at[i] = ids->at[i];
        *ids = (struct ids){at, ids->count, room};
    }
    ids->at[ids->count] = (struct id){text_copy(arena, words), ids->count, where};
    ids->count++;
}

static int by_words(const void *a, const void *b)
{
    const struct id *one = a, *other = b;
    int order = text_compare(one->words, other->words);
    return order != 0 ? order : one->child < other->child ? -1 : 1;
}

/* What is due would be told apart by nothing. */
static bool ids_differ(struct ids *ids, struct due_reader *reader, Arena *arena)
{
    if (ids->count > 0)
        qsort(ids->at, ids->count, sizeof ids->at[0], by_words);
    for (size_t i = 1; i < ids->count; i++)
        if (text_equal(ids->at[i - 1].words, ids->at[i].words)) {
            reader->json.arena = arena;
            reader->children = ids->at[i].child + 1;
            reader->key = "id";
            return wrong_at(reader, ids->at[i].at, text_format(arena, "children[%zu] has the id %.*s already", ids->at[i - 1].child,
                                                               TEXT_ARGS(quoted(arena, ids->at[i].words))));
        }
    return true;
}

bool due_is_good(Text file, Arena *arena, struct due_problem *ret_problem)
{
    Arena *one = arena_new(0);
    struct due_reader reader;
    struct due_child child;
    struct ids ids = {.count = 0};
    due_begin(&reader, file, arena);
    while (due_next(&reader, one, &child)) {
        keep_id(&ids, child.id, reader.id_at, arena);
        arena_reset(one);
    }
    if (is_fine(&reader))
        ids_differ(&ids, &reader, arena);
    *ret_problem = reader.problem;
    ret_problem->path = text_copy(arena, reader.problem.path);
    ret_problem->says = text_copy(arena, reader.problem.says);
    arena_free(one);
    return is_fine(&reader);
}
