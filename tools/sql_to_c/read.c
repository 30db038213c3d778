/* Reads .sql files: what stands in comments above a statement, and where the statement ends. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sql_to_c.h"

struct reader {
    struct work *work;
    const struct source *source;
    size_t at;
    int line;
};

bool type_of(const struct work *work, struct typed *typed)
{
    static const struct {
        const char *name;
        enum type_kind kind;
    } PLAIN[] = {{"int", TYPE_INT},     {"bool", TYPE_BOOL}, {"Text", TYPE_TEXT},
                 {"Bytes", TYPE_BYTES}, {"Date", TYPE_DATE}, {"Instant", TYPE_INSTANT}};
    for (size_t i = 0; i < sizeof PLAIN / sizeof PLAIN[0]; i++)
        if (text_equal_string(typed->type, PLAIN[i].name)) {
            typed->kind = PLAIN[i].kind;
            return true;
        }
    if (text_contains(work->ids, text_format(work->arena, "ID_TYPE(%.*s)", TEXT_ARGS(typed->type)))) {
        typed->kind = TYPE_ID;
        return true;
    }
    typed->kind = TYPE_CODE;
    char *path =
        text_string(work->arena, text_format(work->arena, "%s/%.*s.codes", work->codes, TEXT_ARGS(typed->type)));
    return typed->type.len > 0 && access(path, R_OK) == 0;
}

const char *type_c(Arena *arena, const struct typed *typed)
{
    switch (typed->kind) {
    case TYPE_INT:
        return "int64_t";
    case TYPE_BOOL:
        return "bool";
    case TYPE_TEXT:
    case TYPE_BYTES:
        return "Text";
    case TYPE_DATE:
        return "Date";
    case TYPE_INSTANT:
        return "Instant";
    case TYPE_ID:
        return text_string(arena, typed->type);
    case TYPE_CODE:
        return text_string(arena, text_format(arena, "enum %.*s", TEXT_ARGS(typed->type)));
    case TYPE_COUNT:
        break;
    }
    return "";
}

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_'; }

static bool is_name(Text text)
{
    bool good = text.len > 0 && islower((unsigned char)text.at[0]);
    for (size_t i = 0; good && i < text.len; i++)
        good = islower((unsigned char)text.at[i]) || isdigit((unsigned char)text.at[i]) || text.at[i] == '_';
    return good;
}

static bool at_end(const struct reader *reader) { return reader->at >= reader->source->text.len; }

static Text next_line(struct reader *reader)
{
    Text rest = {reader->source->text.at + reader->at, reader->source->text.len - reader->at};
    Text line = text_cut(&rest, '\n');
    reader->at += line.len + 1;
    reader->line++;
    return line;
}

/* The block of comment lines that ends right above a statement, without their dashes. A blank line begins a new block.
 */
struct comment {
    Text lines[40];
    size_t count;
    int line; /* of the first */
};

/* Reads to the next statement. False at the end of the file. */
static bool read_comment(struct reader *reader, struct comment *comment)
{
    *comment = (struct comment){.line = reader->line};
    while (!at_end(reader)) {
        struct reader before = *reader;
        Text line = text_trim(next_line(reader));
        if (line.len == 0) {
            comment->count = 0;
        } else if (text_begins(line, T("--"))) {
            if (comment->count == 0)
                comment->line = before.line;
            if (comment->count < 40)
                comment->lines[comment->count++] = text_trim((Text){line.at + 2, line.len - 2});
            if (text_begins(comment->lines[comment->count - 1], T("version ")) && reader->source->schema)
                reader->work->version =
                    strtol(text_string(reader->work->arena, comment->lines[comment->count - 1]) + 8, NULL, 10);
        } else {
            *reader = before;
            return true;
        }
    }
    return false;
}

/* The statement from here to its semicolon, without it. */
static Text read_statement(struct reader *reader)
{
    const char *text = reader->source->text.at;
    size_t begins = reader->at;
    int began = reader->line;
    for (; !at_end(reader); reader->at++) {
        char c = text[reader->at];
        if (c == '\n')
            reader->line++;
        else if (c == '\'')
            while (reader->at + 1 < reader->source->text.len && text[++reader->at] != '\'')
                reader->line += text[reader->at] == '\n';
        else if (c == '-' && text[reader->at + 1] == '-')
            while (reader->at + 1 < reader->source->text.len && text[reader->at + 1] != '\n')
                reader->at++;
        else if (c == ';')
            return (Text){text + begins, reader->at++ - begins};
    }
    complain(reader->work, reader->source, began, "the statement that begins here has no semicolon at its end");
    return TEXT_NONE;
}

/* Takes `key: rest` off a line; false when the line is not that. */
static bool marked(Text line, const char *key, Text *ret_rest)
{
    size_t len = strlen(key);
    if (line.len <= len || memcmp(line.at, key, len) != 0 || line.at[len] != ':')
        return false;
    *ret_rest = text_trim((Text){line.at + len + 1, line.len - len - 1});
    return true;
}

/* Every `why` is words, not nothing. */
static bool reads_why(struct reader *reader, const struct comment *comment, size_t i, const char *key, Text *ret_why)
{
    if (!marked(comment->lines[i], key, ret_why))
        return text_equal_string(comment->lines[i], key)
                   ? (complain(reader->work, reader->source, comment->line + (int)i, "'%s' needs a colon and says why",
                               key),
                      true)
                   : false;
    if (ret_why->len == 0)
        complain(reader->work, reader->source, comment->line + (int)i, "after '%s:' stands why", key);
    return true;
}

/* CREATE TABLE's types in each engine's words; other words as they are. */
static void translate(struct reader *reader, Text statement, int line, Out *sqlite, Out *postgres)
{
    static const char *const FOREIGN[] = {"INTEGER", "INT",     "BLOB",    "BYTEA",     "REAL", "VARCHAR",
                                          "SERIAL",  "BOOLEAN", "NUMERIC", "TIMESTAMP", "DATE"};
    for (size_t i = 0; i < statement.len;) {
        size_t from = i;
        if (!is_word(statement.at[i])) {
            line += statement.at[i] == '\n';
            i++;
        } else {
            while (i < statement.len && is_word(statement.at[i]))
                i++;
        }
        Text word = {statement.at + from, i - from};
        for (size_t k = 0; k < sizeof FOREIGN / sizeof FOREIGN[0]; k++)
            if (text_equal_string(word, FOREIGN[k]))
                complain(reader->work, reader->source, line, "a column's type is BIGINT, TEXT or BYTES, not %s",
                         FOREIGN[k]);
        bool number = text_equal_string(word, "BIGINT"), bytes = text_equal_string(word, "BYTES");
        out_text(sqlite, number ? T("INTEGER") : bytes ? T("BLOB") : word);
        out_text(postgres, number ? T("bigint") : bytes ? T("bytea") : word);
    }
}

/* Two columns or more in the primary key: in SQLite the table is then kept in the key's own order. */
static bool key_is_composite(Text statement)
{
    const char *key = memmem(statement.at, statement.len, "PRIMARY KEY (", 13);
    if (key == NULL)
        return false;
    Text rest = {key + 13, statement.len - (size_t)(key + 13 - statement.at)};
    Text columns = text_cut(&rest, ')');
    return memchr(columns.at, ',', columns.len) != NULL;
}

static struct table *read_table(struct reader *reader, const struct comment *comment, Text statement, int line)
{
    struct work *work = reader->work;
    if (work->table_count == TABLES_MOST) {
        complain(work, reader->source, line, "more than %d tables", TABLES_MOST);
        return NULL;
    }
    struct table *table = &work->tables[work->table_count++];
    *table = (struct table){.source = reader->source, .line = line};
    Text rest = text_trim((Text){statement.at + 12, statement.len - 12});
    table->name = text_trim(text_cut(&rest, '('));
    for (size_t i = 0; i < comment->count; i++) {
        Text words = comment->lines[i], scope;
        if (text_equal_string(words, "replayed"))
            table->mark = MARK_REPLAYED;
        else if (text_equal_string(words, "desk"))
            table->mark = MARK_DESK;
        else if (text_equal_string(words, "constant"))
            table->mark = MARK_CONSTANT;
        else if (text_equal_string(words, "chain") || text_equal_string(words, "chain head"))
            table->mark = MARK_CHAIN, table->moves = words.len > 5;
        else if (text_equal_string(words, "scope: family"))
            table->scoped = true;
        else if (marked(words, "scope", &scope))
            complain(work, reader->source, comment->line + (int)i,
                     "the only scope to mark is 'scope: family'; a child column needs no mark");
        else if (!reads_why(reader, comment, i, "unscoped", &table->unscoped))
            continue;
    }
    if (table->mark == MARK_NONE)
        complain(work, reader->source, line,
                 "say above table %.*s what it is: -- replayed, -- desk, -- chain or -- constant",
                 TEXT_ARGS(table->name));
    return table;
}

static void read_schema(struct reader *reader)
{
    struct work *work = reader->work;
    struct comment comment;
    while (read_comment(reader, &comment)) {
        int line = reader->line;
        Text statement = text_trim(read_statement(reader));
        bool table = text_begins(statement, T("CREATE TABLE "));
        if (!table && !text_begins(statement, T("CREATE INDEX ")) &&
            !text_begins(statement, T("CREATE UNIQUE INDEX ")) && !text_begins(statement, T("CREATE VIEW ")))
            complain(work, reader->source, line, "the schema is made of CREATE TABLE, INDEX and VIEW");
        Out sqlite = out_new(work->arena), postgres = out_new(work->arena);
        if (table)
            translate(reader, statement, line, &sqlite, &postgres);
        else
            out_text(&sqlite, statement), out_text(&postgres, statement);
        if (table)
            out_string(&sqlite, key_is_composite(statement) ? " STRICT, WITHOUT ROWID" : " STRICT");
        struct table *made = table ? read_table(reader, &comment, statement, line) : NULL;
        work->statements[work->statement_count++] =
            (struct statement){reader->source, line, out_all(&sqlite), out_all(&postgres), made};
    }
}

/* One `name Type` of a declaration. */
static void read_typed(struct reader *reader, int line, Text words, struct typed *into, size_t *count)
{
    struct work *work = reader->work;
    Text rest = words;
    struct typed typed = {.name = text_cut(&rest, ' ')};
    typed.type = text_trim(rest);
    if (!is_name(typed.name) || typed.type.len == 0)
        complain(work, reader->source, line, "'%.*s' should be a name and a type, as 'child ChildId'",
                 TEXT_ARGS(words));
    else if (!type_of(work, &typed))
        complain(work, reader->source, line,
                 "there is no type '%.*s': int, bool, Text, Bytes, Date, Instant, an id of rules/ids.h or a code list",
                 TEXT_ARGS(typed.type));
    for (size_t i = 0; i < *count; i++)
        if (text_equal(into[i].name, typed.name)) {
            complain(work, reader->source, line, "'%.*s' is declared twice", TEXT_ARGS(typed.name));
            return;
        }
    if (*count == NAMES_MOST)
        complain(work, reader->source, line, "more than %d names in one piece", NAMES_MOST);
    else
        into[(*count)++] = typed;
}

/* ":child ChildId, returns one: enquiry EnquiryId, started Date", all lines joined. */
static void read_declaration(struct reader *reader, int line, struct piece *piece, Text declaration)
{
    static const struct {
        const char *words;
        enum gives gives;
    } RETURNS[] = {{"returns one:", GIVES_ONE}, {"returns maybe:", GIVES_MAYBE}, {"returns many:", GIVES_MANY}};
    while (declaration.len > 0) {
        Text item = text_trim(text_cut(&declaration, ','));
        for (size_t i = 0; i < 3; i++)
            if (text_begins(item, text_of(RETURNS[i].words))) {
                piece->gives = RETURNS[i].gives;
                size_t len = strlen(RETURNS[i].words);
                item = text_trim((Text){item.at + len, item.len - len});
            }
        if (text_equal_string(item, "changes one"))
            piece->changes_one = true;
        else if (text_begins(item, T("returns")))
            complain(reader->work, reader->source, line, "say 'returns one:', 'returns maybe:' or 'returns many:'");
        else if (piece->gives != GIVES_NOTHING)
            read_typed(reader, line, item, piece->results, &piece->result_count);
        else if (text_begins(item, T(":")))
            read_typed(reader, line, (Text){item.at + 1, item.len - 1}, piece->parameters, &piece->parameter_count);
        else
            complain(reader->work, reader->source, line,
                     "'%.*s' should be a parameter, as ':child ChildId', or 'returns …'", TEXT_ARGS(item));
    }
}

static bool begins_declaration(Text line)
{
    return text_begins(line, T(":")) || text_begins(line, T("returns ")) || text_begins(line, T("changes one"));
}

/* The comment above a piece: its name and words, its declaration, its whys. */
static void read_header(struct reader *reader, const struct comment *comment, struct piece *piece)
{
    struct work *work = reader->work;
    Text first = comment->count == 0 ? TEXT_NONE : comment->lines[0];
    Text rest = first;
    piece->name = text_cut(&rest, ':');
    if (comment->count == 0 || !is_name(piece->name) || rest.at == NULL || piece->name.len == first.len) {
        complain(work, reader->source, piece->line,
                 "above a piece stands its name and what it is for, as '-- child_by_number: one child'");
        return;
    }
    Out words = out_new(work->arena), declaration = out_new(work->arena);
    out_text(&words, text_trim(rest));
    Text *whys[] = {&piece->unscoped, &piece->scans, &piece->bounded};
    static const char *const WHYS[] = {"unscoped", "scans", "bounded"};
    bool declared = false;
    for (size_t i = 1; i < comment->count; i++) {
        bool why = false;
        for (size_t k = 0; k < 3 && !why; k++)
            why = reads_why(reader, comment, i, WHYS[k], whys[k]);
        declared |= begins_declaration(comment->lines[i]);
        if (why)
            continue;
        Out *out = declared ? &declaration : &words;
        out_char(out, ' ');
        out_text(out, comment->lines[i]);
    }
    piece->words = text_trim(out_all(&words));
    read_declaration(reader, comment->line, piece, text_trim(out_all(&declaration)));
}

static void read_pieces(struct reader *reader)
{
    struct work *work = reader->work;
    struct comment comment;
    while (read_comment(reader, &comment)) {
        if (work->piece_count == PIECES_MOST) {
            complain(work, reader->source, reader->line, "more than %d pieces", PIECES_MOST);
            return;
        }
        struct piece *piece = &work->pieces[work->piece_count];
        *piece = (struct piece){.source = reader->source, .body_line = reader->line};
        piece->line = comment.count == 0 ? reader->line : comment.line;
        read_header(reader, &comment, piece);
        for (size_t i = 0; i < work->piece_count; i++)
            if (text_equal(work->pieces[i].name, piece->name))
                complain(work, reader->source, piece->line, "there is another piece called %.*s, in %s",
                         TEXT_ARGS(piece->name), work->pieces[i].source->path);
        piece->body = read_statement(reader);
        work->piece_count++;
    }
}

void read_source(struct work *work, const struct source *source)
{
    struct reader reader = {work, source, 0, 1};
    if (source->only)
        return;
    if (source->schema)
        read_schema(&reader);
    else
        read_pieces(&reader);
}
