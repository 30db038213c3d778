/* Applies the schema to an SQLite in memory and prepares every piece there, listening to what SQLite says it would
 * touch. */
#include <ctype.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sql_to_c.h"

/* What both engines have, with one meaning. SUM is a numeric in PostgreSQL: write CAST(SUM(x) AS BIGINT). */
static const char *const FUNCTIONS[] = {"abs",    "coalesce", "count", "length",     "like",   "lower", "max",  "min",
                                        "nullif", "replace",  "rank",  "row_number", "substr", "sum",   "upper"};

/* Stands for the function that store/engine_sqlite.c gives each connection: here pieces are prepared and not run. */
static void sees_nothing(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count, (void)values;
    sqlite3_result_int(context, 0);
}

struct listener {
    struct work *work;
    struct piece *piece;             /* NULL while the schema is made */
    const struct table *read_scoped; /* a scoped table it reads by itself */
    const char *bad_function;
    const char *bad_change; /* a table of the chain it would change */
    bool foreign;           /* does what no piece does: changes the schema, a setting */
    bool mixed;             /* writes two kinds of table */
};

static struct table *table_named(struct work *work, const char *name)
{
    for (size_t i = 0; name != NULL && i < work->table_count; i++)
        if (text_equal_string(work->tables[i].name, name))
            return &work->tables[i];
    return NULL;
}

static void hears_write(struct listener *listener, const struct table *table, bool insert)
{
    if (table == NULL)
        return;
    if (table->mark == MARK_CHAIN && !insert && !table->moves)
        listener->bad_change = text_string(listener->work->arena, table->name);
    listener->mixed |= listener->piece->writes != 0 && listener->piece->writes != table->mark;
    listener->piece->writes |= table->mark;
}

static int listen(void *context, int action, const char *first, const char *second, const char *database,
                  const char *view)
{
    struct listener *listener = context;
    (void)database;
    if (listener->piece == NULL)
        return SQLITE_OK;
    const struct table *table = table_named(listener->work, first);
    bool known = false;
    switch (action) {
    case SQLITE_READ:
        if (table != NULL && table->scoped && (view == NULL || strcmp(view, "visible") != 0))
            listener->read_scoped = table;
        break;
    case SQLITE_INSERT:
        hears_write(listener, table, true);
        break;
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
        hears_write(listener, table, false);
        break;
    case SQLITE_FUNCTION:
        known = strcmp(second, "sees") == 0;
        for (size_t i = 0; i < sizeof FUNCTIONS / sizeof FUNCTIONS[0]; i++)
            known |= strcasecmp(second, FUNCTIONS[i]) == 0;
        if (!known)
            listener->bad_function = text_string(listener->work->arena, text_of(second));
        break;
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
        break;
    default:
        listener->foreign = true;
        break;
    }
    return SQLITE_OK;
}

static int line_of(const char *text, int offset, int line)
{
    for (int i = 0; i < offset && text[i] != '\0'; i++)
        line += text[i] == '\n';
    return line;
}

static void load_columns(struct work *work, sqlite3 *db, struct table *table)
{
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(db, "SELECT name, \"notnull\", pk, type FROM pragma_table_info(?1) ORDER BY cid", -1, &statement,
                       NULL);
    sqlite3_bind_text(statement, 1, table->name.at, (int)table->name.len, SQLITE_STATIC);
    bool authority = false, child = false;
    while (sqlite3_step(statement) == SQLITE_ROW && table->column_count < COLUMNS_MOST) {
        struct column *column = &table->columns[table->column_count++];
        column->name = text_copy(work->arena, text_of((const char *)sqlite3_column_text(statement, 0)));
        column->not_null = sqlite3_column_int(statement, 1) != 0;
        column->key = sqlite3_column_int(statement, 2);
        column->type = text_copy(work->arena, text_of((const char *)sqlite3_column_text(statement, 3)));
        table->key_count += column->key > 0;
        authority |= text_equal_string(column->name, "authority") && column->not_null;
        child |= text_equal_string(column->name, "child");
    }
    sqlite3_finalize(statement);
    table->scoped =
        (table->scoped || child || text_equal_string(table->name, "child")) && text_is_empty(table->unscoped);
    if (!authority)
        complain(work, table->source, table->line, "table %.*s has no column 'authority BIGINT NOT NULL'",
                 TEXT_ARGS(table->name));
    if (table->key_count == 0)
        complain(work, table->source, table->line, "table %.*s has no primary key", TEXT_ARGS(table->name));
}

static void make_schema(struct work *work, sqlite3 *db)
{
    for (size_t i = 0; i < work->statement_count; i++) {
        struct statement *statement = &work->statements[i];
        char *problem = NULL;
        const char *text = text_string(work->arena, statement->sqlite);
        if (sqlite3_exec(db, text, NULL, NULL, &problem) != SQLITE_OK) {
            int offset = sqlite3_error_offset(db);
            complain(work, statement->source, line_of(text, offset, statement->line), "%s", problem);
        } else if (statement->table != NULL) {
            load_columns(work, db, statement->table);
        }
        sqlite3_free(problem);
    }
    for (size_t i = 0; i < work->source_count; i++) {
        char *problem = NULL;
        if (text_equal_string(work->sources[i].stem, "sqlite_only") &&
            sqlite3_exec(db, text_string(work->arena, work->sources[i].text), NULL, NULL, &problem) != SQLITE_OK)
            complain(work, &work->sources[i], 1, "%s", problem);
        sqlite3_free(problem);
    }
}

/* The word that a plan's line names after `verb`: "SCAN child USING …" → "child". */
static Text plan_name(const char *line, const char *verb)
{
    size_t len = strlen(verb);
    if (strncmp(line, verb, len) != 0 || line[len] != ' ')
        return TEXT_NONE;
    Text rest = text_of(line + len + 1);
    return text_cut(&rest, ' ');
}

/* The table that a statement reads whole, and the plan's line that says so; none: TEXT_NONE. All rows of one authority are the whole table: most
 * stores have one authority. */
static Text scanned_by(struct work *work, sqlite3 *db, Text sql, const char **ret_line)
{
    Text made[NAMES_MOST], found = TEXT_NONE;
    size_t made_count = 0;
    sqlite3_stmt *statement = NULL;
    const char *text = text_string(work->arena, text_join(work->arena, T("EXPLAIN QUERY PLAN "), sql));
    if (sqlite3_prepare_v2(db, text, -1, &statement, NULL) != SQLITE_OK)
        return TEXT_NONE;
    while (found.len == 0 && sqlite3_step(statement) == SQLITE_ROW) {
        const char *line = text_string(work->arena, text_of((const char *)sqlite3_column_text(statement, 3)));
        static const char *const MAKES[] = {"MATERIALIZE", "CO-ROUTINE", "SETUP", "RECURSIVE"};
        for (size_t i = 0; i < 4 && made_count < NAMES_MOST; i++)
            if (plan_name(line, MAKES[i]).len > 0)
                made[made_count++] = plan_name(line, MAKES[i]);
        Text scanned = plan_name(line, strstr(line, "(authority=?)") != NULL ? "SEARCH" : "SCAN");
        bool fine = scanned.len == 0 || scanned.at[0] == '(' || text_equal_string(scanned, "CONSTANT");
        for (size_t i = 0; i < made_count; i++)
            fine |= text_equal(made[i], scanned);
        if (!fine)
            found = scanned, *ret_line = line;
    }
    sqlite3_finalize(statement);
    return found;
}

static void check_plan(struct work *work, sqlite3 *db, const struct piece *piece)
{
    const char *line = "";
    Text scanned = text_is_empty(piece->scans) ? scanned_by(work, db, piece->sqlite, &line) : TEXT_NONE;
    if (scanned.len > 0)
        complain(work, piece->source, piece->line, "%.*s reads all of %.*s: add an index, or write +%.*s.authority when there is a better one, or say '-- scans: why' (%s)",
                 TEXT_ARGS(piece->name), TEXT_ARGS(scanned), TEXT_ARGS(scanned), line);
}

/* What sees() asks stands in no piece, and is asked for each child. */
static void check_rights_asked(struct work *work, sqlite3 *db)
{
    const char *line = "";
    Text scanned = scanned_by(work, db, text_of(RIGHTS_ASKED), &line);
    if (scanned.len > 0)
        complain(work, &work->sources[0], 1, "the view visible reads all of %.*s for one child: add an index (%s)", TEXT_ARGS(scanned), line);
}

/* Whether LIMIT stands outside all brackets. */
static bool has_limit(Text text)
{
    int depth = 0;
    for (size_t i = 0; i + 5 <= text.len; i++) {
        depth += (text.at[i] == '(') - (text.at[i] == ')');
        if (depth == 0 && strncasecmp(text.at + i, "LIMIT", 5) == 0)
            return true;
    }
    return false;
}

static const char *kind_type(enum type_kind kind)
{
    switch (kind) {
    case TYPE_INT:
    case TYPE_BOOL:
    case TYPE_ID:
    case TYPE_INSTANT:
        return "INTEGER";
    case TYPE_BYTES:
        return "BLOB";
    case TYPE_TEXT:
    case TYPE_DATE:
    case TYPE_CODE:
    case TYPE_COUNT:
        break;
    }
    return "TEXT";
}

static void check_column(struct work *work, sqlite3 *db, sqlite3_stmt *statement, const struct piece *piece, int i)
{
    const struct typed *result = &piece->results[i];
    const char *declared = sqlite3_column_decltype(statement, i);
    if (declared == NULL)
        return;
    if (strcmp(declared, kind_type(result->kind)) != 0) {
        complain(work, piece->source, piece->line, "%.*s is declared %.*s, but its column holds %s",
                 TEXT_ARGS(result->name), TEXT_ARGS(result->type),
                 strcmp(declared, "INTEGER") == 0 ? "BIGINT"
                 : strcmp(declared, "BLOB") == 0  ? "BYTES"
                                                  : declared);
        return;
    }
    const char *table = sqlite3_column_table_name(statement, i), *column = sqlite3_column_origin_name(statement, i);
    int not_null = 1, key = 0;
    if (table != NULL && column != NULL)
        sqlite3_table_column_metadata(db, NULL, table, column, NULL, NULL, &not_null, &key, NULL);
    if (!not_null && !key && (result->kind == TYPE_INT || result->kind == TYPE_BOOL))
        complain(work, piece->source, piece->line,
                 "%.*s is declared %.*s, which is never nothing, but its column can be NULL", TEXT_ARGS(result->name),
                 TEXT_ARGS(result->type));
}

static void check_result(struct work *work, sqlite3 *db, sqlite3_stmt *statement, const struct piece *piece)
{
    int columns = sqlite3_column_count(statement);
    if ((size_t)columns != piece->result_count) {
        complain(work, piece->source, piece->line, "%.*s gives %d columns, but %zu are declared",
                 TEXT_ARGS(piece->name), columns, piece->result_count);
        return;
    }
    for (int i = 0; i < columns; i++)
        check_column(work, db, statement, piece, i);
}

static void complain_scope(struct work *work, const struct piece *piece, const struct table *table)
{
    bool child = false;
    for (size_t i = 0; i < table->column_count; i++)
        child |= text_equal_string(table->columns[i].name, "child");
    bool is_child = text_equal_string(table->name, "child"), is_family = text_equal_string(table->name, "family");
    complain(work, piece->source, piece->line,
             "%.*s reads %.*s without asking visible: add %s(%.*s.%s, PERMISSION), or say '-- unscoped: why'",
             TEXT_ARGS(piece->name), TEXT_ARGS(table->name), child || is_child ? "visible" : "visible_family",
             TEXT_ARGS(table->name),
             is_child || is_family ? "id"
             : child               ? "child"
                                   : "family");
}

static void check_words(struct work *work, const struct listener *heard, const struct piece *piece)
{
    const struct source *source = piece->source;
    int line = piece->line;
    bool reads = piece->gives != GIVES_NOTHING;
    if (heard->foreign) {
        complain(work, source, line, "%.*s is no SELECT, INSERT, UPDATE or DELETE", TEXT_ARGS(piece->name));
        return;
    }
    if (heard->bad_function != NULL)
        complain(work, source, line, "%.*s calls %s(), which is not among the functions that both engines share",
                 TEXT_ARGS(piece->name), heard->bad_function);
    if (heard->bad_change != NULL)
        complain(work, source, line, "%.*s changes or deletes rows of %s: the record is added to, never changed",
                 TEXT_ARGS(piece->name), heard->bad_change);
    if (heard->mixed)
        complain(work, source, line, "%.*s writes tables of two kinds", TEXT_ARGS(piece->name));
    if (reads && piece->writes != 0)
        complain(work, source, line, "%.*s writes, so it returns nothing", TEXT_ARGS(piece->name));
    if (piece->writes != 0 && piece->asks_scope)
        complain(work, source, line, "%.*s writes, and asks visible while it does: ask first, in a piece of its own", TEXT_ARGS(piece->name));
    if (!reads && piece->writes == 0)
        complain(work, source, line, "%.*s writes nothing: say what it returns", TEXT_ARGS(piece->name));
    if (piece->changes_one && reads)
        complain(work, source, line, "'changes one' is for a piece that writes");
    if (reads && heard->read_scoped != NULL && !piece->asks_scope && text_is_empty(piece->unscoped))
        complain_scope(work, piece, heard->read_scoped);
    if (piece->gives == GIVES_MANY && !has_limit(piece->postgres) && text_is_empty(piece->bounded))
        complain(work, source, line, "%.*s returns many without a LIMIT: add one, or say '-- bounded: why'",
                 TEXT_ARGS(piece->name));
}

static void check_piece(struct work *work, sqlite3 *db, struct listener *listener, struct piece *piece)
{
    *listener = (struct listener){.work = work, .piece = piece};
    sqlite3_stmt *statement = NULL;
    const char *text = text_string(work->arena, piece->sqlite), *tail = NULL;
    if (sqlite3_prepare_v2(db, text, -1, &statement, &tail) != SQLITE_OK) {
        complain(work, piece->source, line_of(text, sqlite3_error_offset(db), piece->body_line), "%s",
                 sqlite3_errmsg(db));
        return;
    }
    int before = work->errors;
    check_words(work, listener, piece);
    if (piece->gives != GIVES_NOTHING && work->errors == before)
        check_result(work, db, statement, piece);
    if (work->errors == before)
        check_plan(work, db, piece);
    sqlite3_finalize(statement);
}

void check_all(struct work *work)
{
    sqlite3 *db = NULL;
    struct listener listener = {.work = work};
    if (sqlite3_open(":memory:", &db) != SQLITE_OK) {
        fprintf(stderr, "sql_to_c: no SQLite\n");
        exit(2);
    }
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    make_schema(work, db);
    sqlite3_create_function_v2(db, "sees", 5, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, sees_nothing, NULL, NULL, NULL);
    sqlite3_exec(db, "PRAGMA case_sensitive_like = ON", NULL, NULL, NULL);
    sqlite3_set_authorizer(db, listen, &listener);
    if (work->version <= 0)
        complain(work, &work->sources[0], 1, "the first file of the schema says '-- version N'");
    for (size_t i = 0; i < work->piece_count; i++)
        check_piece(work, db, &listener, &work->pieces[i]);
    check_rights_asked(work, db);
    sqlite3_close(db);
}
