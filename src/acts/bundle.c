#include "acts/bundle.h"

#include <stdlib.h>

#include "acts/body.h"
#include "store/ledger.h"
#include "store/look.h"

enum { FORMAT = 1 };

/* ---- the lines, as fields (acts/fields.h reads and writes them) ---- */

struct format_line {
    int64_t format;
};
struct entry_line {
    int64_t number, authority, recorded_at, actor, version, family, target;
    Text act;
    struct entry_children children;
    Text salt, commitment, previous, hash;
};
struct look_line {
    int64_t number, authority, at, actor, family, refused;
    Text duty, route, search, previous, hash;
    struct entry_children children;
};

#define NUMBER(line, field)                                                                                            \
    {.name = #field, .type = FIELD_INT, .offset = offsetof(struct line, field), .min = 0, .max = INT64_MAX, .called = "", .left = ""}
#define WORD(line, field)                                                                                              \
    {.name = #field, .type = FIELD_LINE, .offset = offsetof(struct line, field), .min = 0, .max = 200, .called = "", .left = ""}
#define BYTES(line, field)                                                                                             \
    {.name = #field, .type = FIELD_BYTES, .offset = offsetof(struct line, field), .min = 0, .max = CHAIN_HASH, .called = "", .left = ""}
#define CHILDREN(line)                                                                                                 \
    {.name = "children", .type = FIELD_IDS, .offset = offsetof(struct line, children), .max = LEDGER_CHILDREN_MOST, .called = "", .left = ""}

static const struct field FORMAT_LINE[] = {NUMBER(format_line, format)};
static const struct field ENTRY_LINE[] = {
    NUMBER(entry_line, number), NUMBER(entry_line, authority), NUMBER(entry_line, recorded_at), NUMBER(entry_line, actor),
    WORD(entry_line, act),      NUMBER(entry_line, version),   NUMBER(entry_line, family),      NUMBER(entry_line, target),
    CHILDREN(entry_line),       BYTES(entry_line, salt),       BYTES(entry_line, commitment),   BYTES(entry_line, previous),
    BYTES(entry_line, hash)};
static const struct field LOOK_LINE[] = {
    NUMBER(look_line, number), NUMBER(look_line, authority), NUMBER(look_line, at),     NUMBER(look_line, actor),
    WORD(look_line, duty),     WORD(look_line, route),       NUMBER(look_line, family), NUMBER(look_line, refused),
    BYTES(look_line, search),  CHILDREN(look_line),          BYTES(look_line, previous), BYTES(look_line, hash)};

enum {
    FORMAT_FIELDS = sizeof FORMAT_LINE / sizeof FORMAT_LINE[0],
    ENTRY_FIELDS = sizeof ENTRY_LINE / sizeof ENTRY_LINE[0],
    LOOK_FIELDS = sizeof LOOK_LINE / sizeof LOOK_LINE[0],
};

/* ---- writing ---- */

static Err write_line(FILE *to, char letter, Text json)
{
    bool written = fputc(letter, to) != EOF && fputc(' ', to) != EOF && fwrite(json.at, 1, json.len, to) == json.len && fputc('\n', to) != EOF;
    return written ? ok() : err(BROKEN, "the export can't be written");
}

static Err write_fields(FILE *to, char letter, const struct field *fields, size_t count, const void *line, Arena *arena)
{
    Out out = out_new(arena);
    fields_write_json(fields, count, line, &out);
    return write_line(to, letter, out_all(&out));
}

static Err write_entries(Read *from, FILE *to)
{
    struct ledger_entries entries;
    int64_t after = 0;
    do {
        arena_reset(from->arena);
        TRY(ledger_after(from, after, &entries));
        for (size_t i = 0; i < entries.count; i++) {
            const struct entry *header = &entries.at[i].header;
            struct entry_line line = {
                .number = header->number.n, .authority = header->authority.n, .recorded_at = header->recorded_at.us, .actor = header->actor.n,
                .version = header->version, .family = header->family.n, .target = header->target, .act = header->act,
                .children = header->children, .salt = entries.at[i].salt, .commitment = chain_hash_text(&header->commitment),
                .previous = chain_hash_text(&header->previous), .hash = chain_hash_text(&header->hash)};
            TRY(write_fields(to, 'E', ENTRY_LINE, ENTRY_FIELDS, &line, from->arena));
            TRY(write_line(to, 'B', entries.at[i].body));
            after = line.number;
        }
    } while (entries.count > 0);
    return ok();
}

static Err write_looks(Read *from, FILE *to)
{
    struct looks looks;
    int64_t after = 0;
    do {
        arena_reset(from->arena);
        TRY(look_after(from, after, &looks));
        for (size_t i = 0; i < looks.count; i++) {
            const struct look *look = &looks.at[i];
            struct look_line line = {.number = look->number, .authority = look->authority.n, .at = look->at.us, .actor = look->actor.n,
                                     .family = look->family.n, .refused = look->refused, .duty = look->duty, .route = look->route,
                                     .search = look->search, .previous = chain_hash_text(&look->previous), .hash = chain_hash_text(&look->hash),
                                     .children = {look->children.at, look->children.count}};
            TRY(write_fields(to, 'L', LOOK_LINE, LOOK_FIELDS, &line, from->arena));
            after = line.number;
        }
    } while (looks.count > 0);
    return ok();
}

Err bundle_write(Read *from, FILE *to)
{
    struct format_line format = {FORMAT};
    Arena *kept = from->arena;
    from->arena = arena_new(CHAIN_ARENA);
    Err done = write_fields(to, 'H', FORMAT_LINE, FORMAT_FIELDS, &format, from->arena);
    if (done.kind == OK)
        done = write_entries(from, to);
    if (done.kind == OK)
        done = write_looks(from, to);
    arena_free(from->arena);
    from->arena = kept;
    if (done.kind == OK && fflush(to) != 0)
        done = err(BROKEN, "the export can't be written");
    return done;
}

/* ---- reading ---- */

struct reading {
    FILE *from;
    Store *into;
    Arena *arena; /* of one entry or look */
    char *line;   /* of getline */
    size_t room;
    int64_t number; /* of the line */
    struct chain_head head;
};

/* The next line without its letter. *ret_letter 0: the end. */
static Err next_line(struct reading *reading, char *ret_letter, Text *ret_json)
{
    ssize_t len = getline(&reading->line, &reading->room, reading->from);
    if (len < 0) {
        *ret_letter = 0;
        return ok();
    }
    reading->number++;
    if (len < 3 || len > BUNDLE_LINE || reading->line[1] != ' ' || reading->line[len - 1] != '\n')
        return err(NOT_VALID, "a line is not a letter, a space and a JSON object");
    *ret_letter = reading->line[0];
    *ret_json = text_copy(reading->arena, (Text){reading->line + 2, (size_t)len - 3});
    return ok();
}

static Err read_hash(Text bytes, struct chain_hash *ret_hash)
{
    return chain_hash_of(bytes, ret_hash) ? ok() : err(NOT_VALID, "a hash does not have the length of one");
}

static Err read_entry(struct reading *reading, Text json)
{
    struct entry_line line;
    char letter;
    Text body;
    Tx *tx;
    TRY(fields_read_json(ENTRY_LINE, ENTRY_FIELDS, json, reading->arena, &line));
    TRY(next_line(reading, &letter, &body));
    if (letter != 'B')
        return err(NOT_VALID, "an entry's body doesn't stand behind it");
    struct entry entry = {.number = {line.number}, .recorded_at = {line.recorded_at}, .authority = {line.authority}, .actor = {line.actor},
                          .act = line.act, .version = line.version, .family = {line.family}, .target = line.target, .children = line.children};
    TRY(read_hash(line.commitment, &entry.commitment));
    TRY(read_hash(line.previous, &entry.previous));
    TRY(read_hash(line.hash, &entry.hash));
    struct chain_hash hash = ledger_hash(reading->arena, &entry), commitment = chain_commitment(line.salt, body);
    if (!chain_hash_equal(&hash, &entry.hash) || !chain_hash_equal(&commitment, &entry.commitment))
        return err(NOT_VALID, "an entry is not as it was written: its hash differs");
    TRY(store_savepoint(reading->into, reading->arena, entry.authority, entry.actor, entry.recorded_at, TABLE_CHAIN, &tx));
    TRY(ledger_copy(tx, &reading->head, &entry, line.salt, body));
    TRY(body_apply(tx, &entry, body));
    TRY(store_release(tx));
    reading->head = (struct chain_head){line.number, entry.recorded_at, entry.hash};
    return ok();
}

static Err read_look(struct reading *reading, Text json)
{
    struct look_line line;
    Tx *tx;
    TRY(fields_read_json(LOOK_LINE, LOOK_FIELDS, json, reading->arena, &line));
    /* A try to sign in is nobody's work yet: its duty is empty, and an empty text is left out of a line. */
    Text duty = line.duty.at == NULL ? T("") : line.duty;
    struct look look = {.number = line.number, .at = {line.at}, .authority = {line.authority}, .actor = {line.actor}, .duty = duty,
                        .route = line.route, .family = {line.family}, .refused = line.refused != 0, .search = line.search,
                        .children = {line.children.at, line.children.count}};
    TRY(read_hash(line.previous, &look.previous));
    TRY(read_hash(line.hash, &look.hash));
    TRY(store_savepoint(reading->into, reading->arena, look.authority, look.actor, look.at, TABLE_CHAIN, &tx));
    TRY(look_copy(tx, &look));
    return store_release(tx);
}

static Err read_lines(struct reading *reading)
{
    char letter;
    Text json;
    struct format_line format;
    TRY(next_line(reading, &letter, &json));
    if (letter != 'H')
        return err(NOT_VALID, "this is not an export of Hearth");
    TRY(fields_read_json(FORMAT_LINE, FORMAT_FIELDS, json, reading->arena, &format));
    if (format.format != FORMAT)
        return err(NOT_VALID, "the export's format is not one this program reads");
    for (;;) {
        arena_reset(reading->arena);
        TRY(next_line(reading, &letter, &json));
        if (letter == 0)
            return ok();
        if (letter != 'E' && letter != 'L')
            return err(NOT_VALID, "a line is neither an entry nor a look");
        TRY(letter == 'E' ? read_entry(reading, json) : read_look(reading, json));
    }
}

/* Nothing was ever recorded here. */
static Err ask_empty(Store *into, Arena *arena)
{
    Tx *tx;
    struct chain_head ledger, looks;
    TRY(store_savepoint(into, arena, (AuthorityId){1}, (PersonId){0}, INSTANT_NONE, 0, &tx));
    TRY(ledger_head(tx->read, &ledger));
    TRY(look_head(tx->read, &looks));
    TRY(store_release(tx));
    return ledger.number == 0 && looks.number == 0 ? ok() : err(NOT_NOW, "there is a record here already");
}

/* The looks as they stand now: their hashes are asked once, over all of them. (An entry's are asked as it is read.) */
static Err ask_looks(Store *into, Arena *arena)
{
    Tx *tx;
    struct chain_verdict verdict;
    TRY(store_savepoint(into, arena, (AuthorityId){1}, (PersonId){0}, INSTANT_NONE, 0, &tx));
    TRY(look_verify(tx->read, &verdict));
    TRY(store_release(tx));
    return verdict.bad == 0 ? ok() : err(NOT_VALID, "a look is not as it was written");
}

Err bundle_read(FILE *from, Store *into, Arena *arena, int64_t *ret_line)
{
    struct reading reading = {.from = from, .into = into, .arena = arena_new(CHAIN_ARENA)};
    *ret_line = 0;
    Err done = store_write_begin(into);
    if (done.kind == OK) {
        done = ask_empty(into, arena);
        if (done.kind == OK)
            done = read_lines(&reading);
        if (done.kind == OK)
            done = ask_looks(into, arena);
        if (done.kind == OK)
            done = store_write_commit(into);
        else
            store_write_rollback(into);
    }
    *ret_line = reading.number;
    free(reading.line);
    arena_free(reading.arena);
    return done;
}
