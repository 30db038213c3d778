/* sql_to_c: makes one typed C function and row struct of every piece of SQL (house.md, SQL), and refuses what would be
 * wrong at run time.
 *
 *   read.c    the .sql files: schema statements with their marks, pieces with their declared parameters and results
 *   text.c    a piece's text for each engine: :names become places, visible(…) and its like become their subqueries
 *   check.c   the schema and each piece in an SQLite in memory: unknown columns, scans, scope, what is written
 *   emit.c    NAME_sql.h and NAME_sql.c;  emit_design.c: schema_sql.h and schema_sql.c
 *
 * One run reads all files: pieces are numbered over all of them. Everything lives in one arena until the program ends.
 */
#ifndef TOOLS_SQL_TO_C_H
#define TOOLS_SQL_TO_C_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/out.h"
#include "base/text.h"

enum { FILES_MOST = 300, PIECES_MOST = 3000, TABLES_MOST = 300, COLUMNS_MOST = 60, NAMES_MOST = 40 };

struct source {
    const char *path;
    Text stem; /* "people" of store/people.sql */
    Text text;
    bool schema; /* stands in a folder named schema */
    bool only;   /* sqlite_only.sql, postgres_only.sql: given to its engine as it is */
};

/* What a :name or a result column holds. Many C types share one kind: ids, code lists. */
enum type_kind { TYPE_INT, TYPE_BOOL, TYPE_ID, TYPE_TEXT, TYPE_BYTES, TYPE_DATE, TYPE_INSTANT, TYPE_CODE, TYPE_COUNT };

struct typed {
    Text name;
    Text type; /* as declared: "ChildId", "stage" */
    enum type_kind kind;
    bool used;
};

/* What one place in the statement is bound to. */
struct place {
    enum { FROM_PARAMETER, FROM_AUTHORITY, FROM_ACTOR, FROM_NOW, FROM_TODAY, FROM_PERMISSION } from;
    Text permission; /* FROM_PERMISSION */
};

enum gives { GIVES_NOTHING, GIVES_ONE, GIVES_MAYBE, GIVES_MANY };

struct piece {
    const struct source *source;
    int line;      /* of `-- name: …` */
    int body_line; /* of the statement's first character */
    Text name, words, body;
    enum gives gives;
    bool changes_one;
    struct typed parameters[NAMES_MOST];
    size_t parameter_count;
    struct typed results[NAMES_MOST];
    size_t result_count;
    Text unscoped, scans, bounded; /* why, when the piece says so */
    struct place places[NAMES_MOST];
    size_t place_count;
    Text sqlite, postgres;
    int64_t limit; /* rows at most, which SQLite's text doesn't say; 0: it says so itself, or nothing does */
    bool asks_scope; /* visible or one of its like stands in it */
    unsigned writes; /* set of enum mark */
};

/* What a table is marked with: the same numbers as enum table_kind in store/engine.h. */
enum mark { MARK_NONE = 0, MARK_REPLAYED = 1, MARK_DESK = 2, MARK_CHAIN = 4, MARK_CONSTANT = 8 };

struct column {
    Text name;
    bool not_null;
    int key; /* 1, 2 … its place in the primary key; 0: not in it */
    Text type;
};

struct table {
    const struct source *source;
    int line;
    Text name;
    enum mark mark;
    bool moves;    /* `-- chain head`: rows of the chain that may be updated */
    bool scoped;   /* reading it asks for visible: it has a child column, or is marked `scope: family` … */
    Text unscoped; /* … and doesn't say why not */
    struct column columns[COLUMNS_MOST];
    size_t column_count;
    size_t key_count;
};

/* One statement of the schema, for each engine. `table` NULL: an index or view. */
struct statement {
    const struct source *source;
    int line;
    Text sqlite, postgres;
    struct table *table;
};

struct work {
    Arena *arena;
    Text ids;          /* text of rules/ids.h: which id types there are */
    const char *codes; /* folder of code lists: which there are */
    const char *into, *include, *design;
    struct source sources[FILES_MOST];
    size_t source_count;
    struct table tables[TABLES_MOST];
    size_t table_count;
    struct statement statements[TABLES_MOST * 6];
    size_t statement_count;
    struct piece pieces[PIECES_MOST];
    size_t piece_count;
    long version;
    int errors;
};

/* "people.sql:12: words", and counts it. */
void complain(struct work *work, const struct source *source, int line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

void read_source(struct work *work, const struct source *source);
/* Fills kind; false when there is no such type. */
bool type_of(const struct work *work, struct typed *typed);
const char *type_c(Arena *arena, const struct typed *typed);
void make_texts(struct work *work, struct piece *piece);
/* What SQLite's function sees() asks the view: every right of actor ?2, of authority ?3, on child ?1 at ?4. */
extern const char RIGHTS_ASKED[];
/* Makes the schema and checks tables, then every piece. */
void check_all(struct work *work);
void emit_pieces(struct work *work, const struct source *source);
void emit_design(struct work *work);
/* Writes `text` as a C string literal. */
void out_literal(Out *out, Text text);
void write_file(struct work *work, Text name, Text text);

#endif
