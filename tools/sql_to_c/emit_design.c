/* Writes schema_sql.h and schema_sql.c: the statements that make an empty store, the tables, and the list of all
 * pieces. Replayed tables get two pieces more, with which the digest walks through them in the order of their primary
 * key. */
#include "sql_to_c.h"

enum { DUMP_ROWS = 1000 };

static void names(Out *out, const struct table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        out_string(out, i == 0 ? "" : ", ");
        out_text(out, table->columns[i].name);
    }
}

static size_t key_column(const struct table *table, size_t place)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i].key == (int)place + 1)
            return i;
    return 0;
}

static void keys(Out *out, const struct table *table)
{
    for (size_t i = 0; i < table->key_count; i++) {
        out_string(out, i == 0 ? "" : ", ");
        out_text(out, table->columns[key_column(table, i)].name);
    }
}

static const char *kind(const struct column *column)
{
    return text_equal_string(column->type, "INTEGER") ? "VALUE_INT"
           : text_equal_string(column->type, "BLOB")  ? "VALUE_BYTES"
                                                      : "VALUE_TEXT";
}

/* SELECT a, b FROM t [WHERE (a) > (?1)] ORDER BY a LIMIT 1000 */
static Text dump_text(struct work *work, const struct table *table, bool after, char mark)
{
    Out out = out_new(work->arena);
    out_string(&out, "SELECT ");
    names(&out, table);
    out_string(&out, " FROM ");
    out_text(&out, table->name);
    if (after) {
        out_string(&out, " WHERE (");
        keys(&out, table);
        out_string(&out, ") > (");
        for (size_t i = 0; i < table->key_count; i++) {
            out_string(&out, i == 0 ? "" : ", ");
            out_char(&out, mark);
            out_int(&out, (int64_t)i + 1);
        }
        out_char(&out, ')');
    }
    out_string(&out, " ORDER BY ");
    keys(&out, table);
    out_string(&out, " LIMIT ");
    out_int(&out, DUMP_ROWS);
    return out_all(&out);
}

static void print_dump(struct work *work, Out *out, const struct table *table, bool after, size_t number)
{
    Text name = text_format(work->arena, "dump_%.*s%s", TEXT_ARGS(table->name), after ? "_after" : "");
    out_text(out, text_format(
                      work->arena,
                      "static const struct piece %.*s = {\"%.*s\", %zu, 0, %zu, %.*s_key_kinds, %zu, %.*s_kinds,\n    ",
                      TEXT_ARGS(name), TEXT_ARGS(name), number, after ? table->key_count : (size_t)0,
                      TEXT_ARGS(table->name), table->column_count, TEXT_ARGS(table->name)));
    out_literal(out, dump_text(work, table, after, '?'));
    out_string(out, ",\n    ");
    out_literal(out, dump_text(work, table, after, '$'));
    out_string(out, "};\n");
}

/* Empties a replayed table before the ledger fills it again. */
static void print_clear(struct work *work, Out *out, const struct table *table, size_t number)
{
    out_text(out, text_format(work->arena,
                              "static const struct piece clear_%.*s = {\"clear_%.*s\", %zu, TABLE_REPLAYED, 0, NULL, 0, NULL,\n"
                              "    \"DELETE FROM %.*s\", \"DELETE FROM %.*s\"};\n",
                              TEXT_ARGS(table->name), TEXT_ARGS(table->name), number, TEXT_ARGS(table->name), TEXT_ARGS(table->name)));
}

static void print_table_parts(struct work *work, Out *out, const struct table *table, size_t *number)
{
    Arena *arena = work->arena;
    out_text(out, text_format(arena, "static const char *const %.*s_columns[] = {", TEXT_ARGS(table->name)));
    for (size_t i = 0; i < table->column_count; i++)
        out_text(out, text_format(arena, "%s\"%.*s\"", i == 0 ? "" : ", ", TEXT_ARGS(table->columns[i].name)));
    out_text(out, text_format(arena, "};\nstatic const size_t %.*s_key[] = {", TEXT_ARGS(table->name)));
    for (size_t i = 0; i < table->key_count; i++)
        out_text(out, text_format(arena, "%s%zu", i == 0 ? "" : ", ", key_column(table, i)));
    out_string(out, "};\n");
    if (table->mark != MARK_REPLAYED)
        return;
    out_text(out, text_format(arena, "static const enum value_kind %.*s_kinds[] = {", TEXT_ARGS(table->name)));
    for (size_t i = 0; i < table->column_count; i++)
        out_text(out, text_format(arena, "%s%s", i == 0 ? "" : ", ", kind(&table->columns[i])));
    out_text(out, text_format(arena, "};\nstatic const enum value_kind %.*s_key_kinds[] = {", TEXT_ARGS(table->name)));
    for (size_t i = 0; i < table->key_count; i++)
        out_text(out, text_format(arena, "%s%s", i == 0 ? "" : ", ", kind(&table->columns[key_column(table, i)])));
    out_string(out, "};\n");
    print_dump(work, out, table, false, (*number)++);
    print_dump(work, out, table, true, (*number)++);
    print_clear(work, out, table, (*number)++);
}

static const char *const KINDS[] = {[MARK_REPLAYED] = "TABLE_REPLAYED",
                                    [MARK_DESK] = "TABLE_DESK",
                                    [MARK_CHAIN] = "TABLE_CHAIN",
                                    [MARK_CONSTANT] = "TABLE_CONSTANT"};

static void print_tables(struct work *work, Out *out, size_t *number)
{
    for (size_t i = 0; i < work->table_count; i++)
        print_table_parts(work, out, &work->tables[i], number);
    out_string(out, "\nstatic const struct table TABLES[] = {\n");
    for (size_t i = 0; i < work->table_count; i++) {
        const struct table *table = &work->tables[i];
        Text name = table->name;
        out_text(out, text_format(work->arena, "    {\"%.*s\", %s, %s, %zu, %.*s_columns, %zu, %.*s_key, ",
                                  TEXT_ARGS(name), KINDS[table->mark], table->moves ? "true" : "false",
                                  table->column_count, TEXT_ARGS(name), table->key_count, TEXT_ARGS(name)));
        if (table->mark == MARK_REPLAYED)
            out_text(out,
                     text_format(work->arena, "&dump_%.*s, &dump_%.*s_after, &clear_%.*s},\n", TEXT_ARGS(name), TEXT_ARGS(name),
                                 TEXT_ARGS(name)));
        else
            out_string(out, "NULL, NULL, NULL},\n");
    }
    out_string(out, "};\n\n");
}

static void print_pieces(struct work *work, Out *out)
{
    out_string(out, "static const struct piece *const PIECES[] = {\n");
    for (size_t i = 0; i < work->piece_count; i++)
        out_text(out, text_format(work->arena, "    &%.*s_piece,\n", TEXT_ARGS(work->pieces[i].name)));
    for (size_t i = 0; i < work->table_count; i++)
        if (work->tables[i].mark == MARK_REPLAYED)
            out_text(out, text_format(work->arena, "    &dump_%.*s, &dump_%.*s_after, &clear_%.*s,\n",
                                      TEXT_ARGS(work->tables[i].name), TEXT_ARGS(work->tables[i].name),
                                      TEXT_ARGS(work->tables[i].name)));
    out_string(out, "};\n\n");
}

/* The statements of one engine, at the end what it alone understands. */
static void print_statements(struct work *work, Out *out, bool sqlite)
{
    out_text(out, text_format(work->arena, "static const char *const %s[] = {\n", sqlite ? "SQLITE" : "POSTGRES"));
    for (size_t i = 0; i < work->statement_count; i++) {
        out_string(out, "    ");
        out_literal(out, sqlite ? work->statements[i].sqlite : work->statements[i].postgres);
        out_string(out, ",\n");
    }
    Text only = T("");
    for (size_t i = 0; i < work->source_count; i++)
        if (text_equal_string(work->sources[i].stem, sqlite ? "sqlite_only" : "postgres_only"))
            only = work->sources[i].text;
    out_string(out, "    ");
    out_literal(out, only);
    out_string(out, ",\n};\n\n");
}

static void emit_design_header(struct work *work)
{
    write_file(work, T("schema_sql.h"),
               text_format(work->arena,
                           "/* Made by sql_to_c: everything it read, as one design. */\n#ifndef "
                           "%s_SCHEMA_SQL_H\n#define %s_SCHEMA_SQL_H\n\n"
                           "#include \"store/engine.h\"\n\nextern const struct design %s;\n\n#endif\n",
                           work->design, work->design, work->design));
}

void emit_design(struct work *work)
{
    emit_design_header(work);
    Out out = out_new(work->arena);
    out_text(&out,
             text_format(work->arena,
                         "/* Made by sql_to_c from the schema and all pieces. */\n#include \"%sschema_sql.h\"\n\n",
                         work->include));
    for (size_t i = 0; i < work->source_count; i++)
        if (!work->sources[i].schema)
            out_text(&out, text_format(work->arena, "#include \"%s%.*s_sql.h\"\n", work->include,
                                       TEXT_ARGS(work->sources[i].stem)));
    out_char(&out, '\n');
    size_t number = work->piece_count;
    print_tables(work, &out, &number);
    print_pieces(work, &out);
    print_statements(work, &out, true);
    print_statements(work, &out, false);
    out_text(&out, text_format(work->arena,
                               "const struct design %s = {\n    .version = %ld,\n    .table_count = %zu,\n    .tables "
                               "= TABLES,\n    .piece_count = %zu,\n"
                               "    .pieces = PIECES,\n    .statement_count = %zu,\n    .sqlite = SQLITE,\n    "
                               ".postgres = POSTGRES,\n    .rights = \"%s\",\n};\n",
                               work->design, work->version, work->table_count, number, work->statement_count + 1, RIGHTS_ASKED));
    write_file(work, T("schema_sql.c"), out_all(&out));
}
