/* Writes NAME_sql.h and NAME_sql.c of one file of pieces. */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>

#include "sql_to_c.h"

static void print(struct work *work, Out *out, const char *format, ...) __attribute__((format(printf, 3, 4)));

static void print(struct work *work, Out *out, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int len = vsnprintf(NULL, 0, format, arguments);
    char *at = arena_take(work->arena, (size_t)len + 1);
    vsnprintf(at, (size_t)len + 1, format, again);
    out_text(out, (Text){at, (size_t)len});
    va_end(again);
    va_end(arguments);
}

void out_literal(Out *out, Text text)
{
    out_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '\n') {
            out_string(out, "\\n");
            continue;
        }
        if (text.at[i] == '"' || text.at[i] == '\\')
            out_char(out, '\\');
        out_char(out, text.at[i]);
    }
    out_char(out, '"');
}

/* ", ChildId child, Date started" */
static void print_parameters(struct work *work, Out *out, const struct piece *piece)
{
    for (size_t i = 0; i < piece->parameter_count; i++)
        print(work, out, ", %s %.*s", type_c(work->arena, &piece->parameters[i]), TEXT_ARGS(piece->parameters[i].name));
}

static void print_prototype(struct work *work, Out *out, const struct piece *piece)
{
    print(work, out, "Err %.*s(%s", TEXT_ARGS(piece->name), piece->gives == GIVES_NOTHING ? "Tx *tx" : "Read *read");
    print_parameters(work, out, piece);
    switch (piece->gives) {
    case GIVES_NOTHING:
        break;
    case GIVES_ONE:
        print(work, out, ", struct %.*s *ret_row", TEXT_ARGS(piece->name));
        break;
    case GIVES_MAYBE:
        print(work, out, ", struct %.*s *ret_row, bool *ret_found", TEXT_ARGS(piece->name));
        break;
    case GIVES_MANY:
        print(work, out, ", struct %.*s_rows *ret_rows", TEXT_ARGS(piece->name));
        break;
    }
    out_char(out, ')');
}

static const char *promise(const struct piece *piece)
{
    switch (piece->gives) {
    case GIVES_NOTHING:
        return piece->changes_one ? " NOT_FOUND unless it changes one row." : "";
    case GIVES_ONE:
        return " NOT_FOUND when there is none.";
    case GIVES_MAYBE:
        return " Nothing is written to *ret_row when there is none.";
    case GIVES_MANY:
        break;
    }
    return "";
}

static void print_declaration(struct work *work, Out *out, const struct piece *piece)
{
    Text name = piece->name;
    if (piece->gives != GIVES_NOTHING) {
        print(work, out, "\nstruct %.*s {\n", TEXT_ARGS(name));
        for (size_t i = 0; i < piece->result_count; i++)
            print(work, out, "    %s %.*s;\n", type_c(work->arena, &piece->results[i]),
                  TEXT_ARGS(piece->results[i].name));
        print(work, out, "};\n");
    }
    if (piece->gives == GIVES_MANY)
        print(work, out, "struct %.*s_rows {\n    struct %.*s *at;\n    size_t count;\n};\n", TEXT_ARGS(name),
              TEXT_ARGS(name));
    print(work, out, "%s/* %c%.*s.%s */\n", piece->gives == GIVES_NOTHING ? "\n" : "",
          toupper((unsigned char)piece->words.at[0]), (int)piece->words.len - 1, piece->words.at + 1, promise(piece));
    print_prototype(work, out, piece);
    print(work, out, ";\nextern const struct piece %.*s_piece;\n", TEXT_ARGS(name));
}

static void emit_header(struct work *work, const struct source *source)
{
    Out out = out_new(work->arena);
    Text guard = text_copy(work->arena, source->stem);
    for (size_t i = 0; i < guard.len; i++)
        ((char *)guard.at)[i] = (char)toupper((unsigned char)guard.at[i]);
    print(work, &out,
          "/* Made by sql_to_c from %.*s.sql. */\n#ifndef STORE_%.*s_SQL_H\n#define STORE_%.*s_SQL_H\n\n#include "
          "\"base/date.h\"\n"
          "#include \"rules/ids.h\"\n#include \"store/store.h\"\n",
          TEXT_ARGS(source->stem), TEXT_ARGS(guard), TEXT_ARGS(guard));
    bool codes = false;
    for (size_t i = 0; i < work->piece_count; i++) {
        const struct piece *piece = &work->pieces[i];
        for (size_t k = 0; piece->source == source && k < piece->parameter_count; k++)
            codes |= piece->parameters[k].kind == TYPE_CODE;
        for (size_t k = 0; piece->source == source && k < piece->result_count; k++)
            codes |= piece->results[k].kind == TYPE_CODE;
    }
    if (codes)
        out_string(&out, "#include \"rules/codes.h\"\n");
    for (size_t i = 0; i < work->piece_count; i++)
        if (work->pieces[i].source == source)
            print_declaration(work, &out, &work->pieces[i]);
    out_string(&out, "\n#endif\n");
    write_file(work, text_format(work->arena, "%.*s_sql.h", TEXT_ARGS(source->stem)), out_all(&out));
}

static const char *value_kind(enum type_kind kind)
{
    switch (kind) {
    case TYPE_INT:
    case TYPE_BOOL:
    case TYPE_ID:
    case TYPE_INSTANT:
        return "VALUE_INT";
    case TYPE_BYTES:
        return "VALUE_BYTES";
    case TYPE_TEXT:
    case TYPE_DATE:
    case TYPE_CODE:
    case TYPE_COUNT:
        break;
    }
    return "VALUE_TEXT";
}

static const char *place_kind(const struct piece *piece, size_t i)
{
    if (piece->places[i].from == FROM_PARAMETER)
        return value_kind(piece->parameters[i].kind);
    return piece->places[i].from == FROM_TODAY ? "VALUE_TEXT" : "VALUE_INT";
}

static void print_piece(struct work *work, Out *out, const struct piece *piece, size_t number)
{
    Text name = piece->name;
    if (piece->place_count > 0) {
        print(work, out, "static const enum value_kind %.*s_parameters[] = {", TEXT_ARGS(name));
        for (size_t i = 0; i < piece->place_count; i++)
            print(work, out, "%s%s", i == 0 ? "" : ", ", place_kind(piece, i));
        out_string(out, "};\n");
    }
    if (piece->result_count > 0) {
        print(work, out, "static const enum value_kind %.*s_columns[] = {", TEXT_ARGS(name));
        for (size_t i = 0; i < piece->result_count; i++)
            print(work, out, "%s%s", i == 0 ? "" : ", ", value_kind(piece->results[i].kind));
        out_string(out, "};\n");
    }
    print(work, out, "const struct piece %.*s_piece = {\"%.*s\", %zu, %u, %zu, ", TEXT_ARGS(name), TEXT_ARGS(name),
          number, piece->writes, piece->place_count);
    print(work, out, piece->place_count > 0 ? "%.*s_parameters, " : "NULL, ", TEXT_ARGS(name));
    print(work, out, "%zu, ", piece->result_count);
    print(work, out, piece->result_count > 0 ? "%.*s_columns,\n    " : "NULL,\n    ", TEXT_ARGS(name));
    out_literal(out, piece->sqlite);
    out_string(out, ",\n    ");
    out_literal(out, piece->postgres);
    if (piece->limit > 0)
        print(work, out, ", %lld", (long long)piece->limit);
    out_string(out, "};\n\n");
}

static void print_parameter_value(struct work *work, Out *out, const struct piece *piece, const struct typed *parameter)
{
    const char *read = piece->gives == GIVES_NOTHING ? "tx->read" : "read";
    Text name = parameter->name;
    switch (parameter->kind) {
    case TYPE_INT:
    case TYPE_BOOL:
        print(work, out, "value_int(%.*s)", TEXT_ARGS(name));
        break;
    case TYPE_ID:
        print(work, out, "value_id(%.*s.n)", TEXT_ARGS(name));
        break;
    case TYPE_TEXT:
        print(work, out, "value_text(%.*s)", TEXT_ARGS(name));
        break;
    case TYPE_BYTES:
        print(work, out, "value_bytes(%.*s)", TEXT_ARGS(name));
        break;
    case TYPE_DATE:
        print(work, out, "value_date(%s->arena, %.*s)", read, TEXT_ARGS(name));
        break;
    case TYPE_INSTANT:
        print(work, out, "value_instant(%.*s)", TEXT_ARGS(name));
        break;
    case TYPE_CODE:
        print(work, out, "value_code(%.*s_code(%.*s))", TEXT_ARGS(parameter->type), TEXT_ARGS(name));
        break;
    case TYPE_COUNT:
        break;
    }
}

static void print_place_value(struct work *work, Out *out, const struct piece *piece, size_t i)
{
    const char *read = piece->gives == GIVES_NOTHING ? "tx->read" : "read";
    switch (piece->places[i].from) {
    case FROM_PARAMETER:
        print_parameter_value(work, out, piece, &piece->parameters[i]);
        break;
    case FROM_AUTHORITY:
        print(work, out, "value_int(%s->authority.n)", read);
        break;
    case FROM_ACTOR:
        print(work, out, "value_int(%s->actor.n)", read);
        break;
    case FROM_NOW:
        print(work, out, "value_int(%s->now.us)", read);
        break;
    case FROM_TODAY:
        print(work, out, "value_date(%s->arena, %s->today)", read, read);
        break;
    case FROM_PERMISSION:
        print(work, out, "value_int(INT64_C(1) << %.*s)", TEXT_ARGS(piece->places[i].permission));
        break;
    }
}

static void print_call(struct work *work, Out *out, const struct piece *piece)
{
    if (piece->place_count > 0) {
        out_string(out, "    const struct value in_[] = {");
        for (size_t i = 0; i < piece->place_count; i++) {
            out_string(out, i == 0 ? "" : ", ");
            print_place_value(work, out, piece, i);
        }
        out_string(out, "};\n");
    }
    print(work, out, "    struct rows rows_ = {0};\n    TRY(%s, &%.*s_piece, %s, &rows_));\n",
          piece->gives == GIVES_NOTHING ? "store_write(tx" : "store_run(read", TEXT_ARGS(piece->name),
          piece->place_count > 0 ? "in_" : "NULL");
}

static void print_column(struct work *work, Out *out, const struct piece *piece, size_t i)
{
    static const char *const READERS[TYPE_COUNT] = {"row_int",   "row_bool", "row_id",      "row_text",
                                                    "row_bytes", "row_date", "row_instant", "row_code"};
    const struct typed *result = &piece->results[i];
    if (result->kind == TYPE_CODE) {
        print(work, out,
              "    TRY(row_code(column[%zu], &code));\n    if (code.len > 0 && !%.*s_of(code, &row.%.*s))\n"
              "        return err(BROKEN, \"%.*s: a code that is not in the list %.*s\");\n",
              i, TEXT_ARGS(result->type), TEXT_ARGS(result->name), TEXT_ARGS(piece->name), TEXT_ARGS(result->type));
        return;
    }
    print(work, out, "    TRY(%s(column[%zu], &row.%.*s%s));\n", READERS[result->kind], i, TEXT_ARGS(result->name),
          result->kind == TYPE_ID ? ".n" : "");
}

static void print_row_reader(struct work *work, Out *out, const struct piece *piece)
{
    bool codes = false;
    for (size_t i = 0; i < piece->result_count; i++)
        codes |= piece->results[i].kind == TYPE_CODE;
    print(work, out,
          "static Err %.*s_row(const struct value *column, struct %.*s *ret_row)\n{\n    struct %.*s row = {0};\n",
          TEXT_ARGS(piece->name), TEXT_ARGS(piece->name), TEXT_ARGS(piece->name));
    if (codes)
        out_string(out, "    Text code;\n");
    for (size_t i = 0; i < piece->result_count; i++)
        print_column(work, out, piece, i);
    out_string(out, "    *ret_row = row;\n    return ok();\n}\n\n");
}

static void print_function(struct work *work, Out *out, const struct piece *piece)
{
    Text name = piece->name;
    if (piece->gives != GIVES_NOTHING)
        print_row_reader(work, out, piece);
    print_prototype(work, out, piece);
    out_string(out, "\n{\n");
    print_call(work, out, piece);
    switch (piece->gives) {
    case GIVES_NOTHING:
        if (piece->changes_one)
            print(work, out, "    if (rows_.changed != 1)\n        return err(NOT_FOUND, \"%.*s: not one row\");\n",
                  TEXT_ARGS(name));
        break;
    case GIVES_ONE:
        print(work, out,
              "    if (rows_.count == 0)\n        return err(NOT_FOUND, \"%.*s: no row\");\n    TRY(%.*s_row(rows_.at, "
              "ret_row));\n",
              TEXT_ARGS(name), TEXT_ARGS(name));
        break;
    case GIVES_MAYBE:
        print(
            work, out,
            "    if (rows_.count > 0)\n        TRY(%.*s_row(rows_.at, ret_row));\n    *ret_found = rows_.count > 0;\n",
            TEXT_ARGS(name));
        break;
    case GIVES_MANY:
        print(work, out,
              "    struct %.*s *at_ = ARENA_MANY(read->arena, rows_.count, struct %.*s);\n    for (size_t i_ = 0; i_ < "
              "rows_.count; i_++)\n"
              "        TRY(%.*s_row(&rows_.at[i_ * rows_.columns], &at_[i_]));\n    *ret_rows = (struct "
              "%.*s_rows){at_, rows_.count};\n",
              TEXT_ARGS(name), TEXT_ARGS(name), TEXT_ARGS(name), TEXT_ARGS(name));
        break;
    }
    out_string(out, "    return ok();\n}\n\n");
}

void emit_pieces(struct work *work, const struct source *source)
{
    emit_header(work, source);
    Out out = out_new(work->arena);
    print(work, &out, "/* Made by sql_to_c from %.*s.sql. */\n#include \"%s%.*s_sql.h\"\n\n", TEXT_ARGS(source->stem),
          work->include, TEXT_ARGS(source->stem));
    bool permissions = false;
    for (size_t i = 0; i < work->piece_count; i++)
        permissions |= work->pieces[i].source == source && work->pieces[i].asks_scope;
    print(work, &out, "%s#include \"store/row.h\"\n\n", permissions ? "#include \"rules/roles.h\"\n" : "");
    for (size_t i = 0; i < work->piece_count; i++)
        if (work->pieces[i].source == source) {
            print_piece(work, &out, &work->pieces[i], i);
            print_function(work, &out, &work->pieces[i]);
        }
    write_file(work, text_format(work->arena, "%.*s_sql.c", TEXT_ARGS(source->stem)), out_all(&out));
}
