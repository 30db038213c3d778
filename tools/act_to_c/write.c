/* Writes the C of one act: NAME_act.h with its struct, NAME_act.c with its rows. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "act_file.h"

static void out_line(Out *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void out_line(Out *out, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *line = NULL;
    int len = vasprintf(&line, format, args);
    va_end(args);
    if (len < 0)
        abort();
    out_text(out, (Text){line, (size_t)len});
    out_char(out, '\n');
    free(line);
}

static Text joined(Arena *arena, Text a, const char *between, Text b)
{
    return text_format(arena, "%.*s%s%.*s", TEXT_ARGS(a), between, TEXT_ARGS(b));
}

/* A C string literal with its quotes, NUL-terminated. */
static const char *literal(Arena *arena, Text text)
{
    Out out = out_new(arena);
    out_char(&out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            out_char(&out, '\\');
        out_char(&out, text.at[i]);
    }
    out_char(&out, '"');
    return text_string(arena, out_all(&out));
}

/* What the compiler says about the next line is said about this line of the .act. */
static void led_back(const struct act_file *file, Out *out, int line)
{
    out_line(out, "#line %d %s", line, literal(file->arena, text_of(file->path)));
}

static void write_member(const struct act_file *file, Out *out, Text owner, const struct field_line *field)
{
    Text list = act_lower(file->arena, field->list);
    switch (field->type) {
    case FIELD_TEXT:
    case FIELD_LINE:
    case FIELD_BYTES: out_line(out, "    Text %.*s;", TEXT_ARGS(field->name)); break;
    case FIELD_DATE: out_line(out, "    Date %.*s;", TEXT_ARGS(field->name)); break;
    case FIELD_INSTANT: out_line(out, "    Instant %.*s;", TEXT_ARGS(field->name)); break;
    case FIELD_TIME:
    case FIELD_INT: out_line(out, "    int64_t %.*s;", TEXT_ARGS(field->name)); break;
    case FIELD_YESNO: out_line(out, "    enum yesno %.*s;", TEXT_ARGS(field->name)); break;
    case FIELD_CODE: out_line(out, "    enum %.*s %.*s;", TEXT_ARGS(list), TEXT_ARGS(field->name)); break;
    case FIELD_CODES: out_line(out, "    uint64_t %.*s; /* 1 << enum %.*s */", TEXT_ARGS(field->name), TEXT_ARGS(list)); break;
    case FIELD_ID: out_line(out, "    %.*s %.*s;", TEXT_ARGS(field->kind), TEXT_ARGS(field->name)); break;
    case FIELD_IDS:
        out_line(out, "    struct %.*s_%.*s_ids {", TEXT_ARGS(owner), TEXT_ARGS(field->name));
        out_line(out, "        %.*s *at;\n        size_t count;\n    } %.*s;", TEXT_ARGS(field->kind), TEXT_ARGS(field->name));
        break;
    case FIELD_FILE: out_line(out, "    struct attached %.*s;", TEXT_ARGS(field->name)); break;
    case FIELD_LIST:
        out_line(out, "    struct %.*s_%.*s_rows {", TEXT_ARGS(owner), TEXT_ARGS(field->name));
        out_line(out, "        struct %.*s_%.*s *at;\n        size_t count;\n    } %.*s;", TEXT_ARGS(owner), TEXT_ARGS(field->name), TEXT_ARGS(field->name));
        break;
    }
}

static void write_struct(const struct act_file *file, Out *out, Text name, const struct field_line *fields, size_t count)
{
    out_line(out, "struct %.*s {", TEXT_ARGS(name));
    bool decided = false;
    for (size_t i = 0; i < count; i++) {
        if (fields[i].decided && !decided && !fields[0].decided)
            out_line(out, "    /* decided */");
        decided |= fields[i].decided;
        write_member(file, out, name, &fields[i]);
    }
    if (count == 0)
        out_line(out, "    char nothing; /* the act has no fields */");
    out_line(out, "};\n");
}

void act_write_header(const struct act_file *file, Out *out)
{
    Text name = act_lower(file->arena, file->name);
    out_line(out, "/* Made from %.*s.act by act_to_c. */\n#ifndef ACTS_%.*s_ACT_H\n#define ACTS_%.*s_ACT_H\n", TEXT_ARGS(name), TEXT_ARGS(file->name),
             TEXT_ARGS(file->name));
    out_line(out, "#include \"acts/act_kind.h\"\n#include \"rules/codes.h\"\n#include \"rules/ids.h\"\n");
    out_line(out, "/* %.*s */", TEXT_ARGS(file->doc));
    for (size_t i = 0; i < file->field_count; i++)
        if (file->fields[i].type == FIELD_LIST)
            write_struct(file, out, joined(file->arena, name, "_", file->fields[i].name), file->fields[i].fields, file->fields[i].field_count);
    write_struct(file, out, name, file->fields, file->field_count);
    out_line(out, "extern const struct act_kind %.*s_ACT;\n", TEXT_ARGS(file->name));
    out_line(out, "/* Hand-written in %.*s.c. */", TEXT_ARGS(name));
    out_line(out, "Err %.*s_decide(struct act_run *run, struct %.*s *act);", TEXT_ARGS(name), TEXT_ARGS(name));
    out_line(out, "Err %.*s_apply(Tx *tx, const struct entry *entry, const struct %.*s *act);", TEXT_ARGS(name), TEXT_ARGS(name));
    if (file->shows_now)
        out_line(out, "Err %.*s_now(const struct act_now *now, struct %.*s *act);", TEXT_ARGS(name), TEXT_ARGS(name));
    out_line(out, "\n#endif");
}

static const char *const TYPE_NAMES[] = {
    [FIELD_TEXT] = "TEXT", [FIELD_LINE] = "LINE", [FIELD_DATE] = "DATE",   [FIELD_TIME] = "TIME", [FIELD_INSTANT] = "INSTANT",
    [FIELD_INT] = "INT",   [FIELD_YESNO] = "YESNO", [FIELD_CODE] = "CODE", [FIELD_CODES] = "CODES", [FIELD_ID] = "ID",
    [FIELD_IDS] = "IDS",   [FIELD_BYTES] = "BYTES", [FIELD_FILE] = "FILE", [FIELD_LIST] = "LIST",
};

static void write_when(const struct act_file *file, Out *out, Text array, const struct field_line *fields, const struct field_line *field)
{
    const struct field_line *asked = &fields[field->when_index];
    Text list = act_upper(file->arena, asked->list);
    led_back(file, out, field->line);
    out_text(out, text_format(file->arena, "     .when = &%.*s[%zu], .when_codes = 0", TEXT_ARGS(array), field->when_index));
    for (size_t i = 0; i < field->when_count; i++) {
        if (asked->type == FIELD_YESNO)
            out_text(out, text_format(file->arena, " | UINT64_C(1) << YESNO_%.*s", TEXT_ARGS(act_upper(file->arena, field->when_codes[i]))));
        else
            out_text(out, text_format(file->arena, " | UINT64_C(1) << %.*s_%.*s", TEXT_ARGS(list), TEXT_ARGS(field->when_codes[i])));
    }
    out_line(out, ",");
}

static void write_codes(const struct act_file *file, Out *out, Text array, const struct field_line *field)
{
    Text list = act_upper(file->arena, field->list);
    if (field->except_count > 0) {
        led_back(file, out, field->line);
        out_text(out, T("     .except = 0"));
        for (size_t i = 0; i < field->except_count; i++)
            out_text(out, text_format(file->arena, " | UINT64_C(1) << %.*s_%.*s", TEXT_ARGS(list), TEXT_ARGS(field->except[i])));
        out_line(out, ",");
    }
    if (field->answer_count > 0)
        out_line(out, "     .answers = %.*s_%.*s_ANSWERS, .answer_count = %zu,", TEXT_ARGS(array), TEXT_ARGS(field->name), field->answer_count);
}

static void write_answers(const struct act_file *file, Out *out, Text array, const struct field_line *field)
{
    if (field->answer_count == 0)
        return;
    out_line(out, "static const struct field_answer %.*s_%.*s_ANSWERS[] = {", TEXT_ARGS(array), TEXT_ARGS(field->name));
    for (size_t i = 0; i < field->answer_count; i++) {
        led_back(file, out, field->line);
        out_line(out, "    {%.*s_%.*s, %s},", TEXT_ARGS(act_upper(file->arena, field->list)), TEXT_ARGS(field->answers[i].code),
                 literal(file->arena, field->answers[i].words));
    }
    out_line(out, "};");
}

static void write_row(const struct act_file *file, Out *out, Text owner, Text array, const struct field_line *fields, const struct field_line *field)
{
    Arena *arena = file->arena;
    led_back(file, out, field->line);
    out_line(out, "    {.name = %s, .type = FIELD_%s, .offset = offsetof(struct %.*s, %.*s),", literal(arena, field->name), TYPE_NAMES[field->type],
             TEXT_ARGS(owner), TEXT_ARGS(field->name));
    out_line(out, "     .decided = %d, .key = %d, .required = %d, .past = %d, .future = %d, .personal = %d, .own = %d, .copied = %d, .same = %d,", field->decided, field->key,
             field->required, field->past, field->future, field->personal, field->own, field->copied, field->same);
    out_line(out, "     .left = %s, .label = %s,", literal(arena, field->left), literal(arena, field->label));
    out_line(out, "     .hint = %s, .missing = %s,", literal(arena, field->hint), literal(arena, field->missing));
    out_line(out, "     .called = %s, .audience = %s,", literal(arena, field->called), literal(arena, field->audience));
    if (field->min != 0 || field->max != 0)
        out_line(out, "     .min = INT64_C(%lld), .max = INT64_C(%lld),", (long long)field->min, (long long)field->max);
    if (field->list.len > 0) {
        led_back(file, out, field->line);
        out_line(out, "     .codes = &%.*s_LIST,", TEXT_ARGS(act_upper(arena, field->list)));
    }
    if (field->source.len > 0)
        out_line(out, "     .source = SOURCE_%.*s,", TEXT_ARGS(field->source));
    if (field->when.len > 0)
        write_when(file, out, array, fields, field);
    if (field->of.len > 0)
        out_line(out, "     .of = %s,", literal(arena, field->of));
    if (field->theirs)
        out_line(out, "     .theirs = 1,");
    write_codes(file, out, array, field);
    if (field->type == FIELD_LIST) {
        Text rows = joined(arena, owner, "_", field->name);
        out_line(out, "     .fields = %.*s_FIELDS, .field_count = %zu, .row_size = sizeof(struct %.*s),", TEXT_ARGS(rows), field->field_count,
                 TEXT_ARGS(rows));
    }
    out_line(out, "    },");
}

/* What the generic code trusts when it reaches into the struct by offset. */
static void write_asserts(const struct act_file *file, Out *out, const struct field_line *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct field_line *field = &fields[i];
        Text list = act_lower(file->arena, field->list), upper = act_upper(file->arena, field->list);
        led_back(file, out, field->line);
        if (field->type == FIELD_CODE)
            out_line(out, "_Static_assert(sizeof(enum %.*s) == sizeof(unsigned), \"a code is kept in an unsigned\");", TEXT_ARGS(list));
        if (field->type == FIELD_CODES)
            out_line(out, "_Static_assert(%.*s_COUNT <= 64, \"a set of codes has 64 bits\");", TEXT_ARGS(upper));
        if (field->type == FIELD_ID || field->type == FIELD_IDS)
            out_line(out, "_Static_assert(sizeof(%.*s) == sizeof(int64_t), \"a kind of number is one int64_t\");", TEXT_ARGS(field->kind));
    }
}

static void write_array(const struct act_file *file, Out *out, Text owner, const struct field_line *fields, size_t count)
{
    if (count == 0)
        return;
    Text array = text_join(file->arena, owner, T("_FIELDS"));
    write_asserts(file, out, fields, count);
    for (size_t i = 0; i < count; i++)
        write_answers(file, out, array, &fields[i]);
    out_line(out, "static const struct field %.*s[] = {", TEXT_ARGS(array));
    for (size_t i = 0; i < count; i++)
        write_row(file, out, owner, array, fields, &fields[i]);
    out_line(out, "};\n");
}

static void write_kind(const struct act_file *file, Out *out, Text name)
{
    Arena *arena = file->arena;
    if (file->gate_count > 0) {
        out_line(out, "static const enum gate GATES[] = {");
        for (size_t i = 0; i < file->gate_count; i++) {
            led_back(file, out, file->gates[i].line);
            out_line(out, "    %.*s,", TEXT_ARGS(file->gates[i].text));
        }
        out_line(out, "};");
    }
    if (file->guidance_count > 0) {
        out_line(out, "static const char *const GUIDANCE[] = {");
        for (size_t i = 0; i < file->guidance_count; i++)
            out_line(out, "    %s,", literal(arena, file->guidance[i]));
        out_line(out, "};");
    }
    out_line(out, "static Err decide(struct act_run *run, void *act) { return %.*s_decide(run, act); }", TEXT_ARGS(name));
    if (file->shows_now)
        out_line(out, "static Err shows_now(const struct act_now *now, void *act) { return %.*s_now(now, act); }", TEXT_ARGS(name));
    out_line(out, "static Err apply(Tx *tx, const struct entry *entry, const void *act) { return %.*s_apply(tx, entry, act); }\n", TEXT_ARGS(name));
    out_line(out, "const struct act_kind %.*s_ACT = {", TEXT_ARGS(file->name));
    out_line(out, "    .name = %s, .version = %lld, .doc = %s,", literal(arena, file->name), (long long)file->version, literal(arena, file->doc));
    out_line(out, "    .title = %s, .button = %s,", literal(arena, file->title), literal(arena, file->button));
    out_line(out, "    .address = %s, .says = %s,", literal(arena, file->address.text), literal(arena, file->says));
    const struct word words[] = {file->on, file->may, file->seen};
    static const char *const members[] = {".on = ON_", ".may = ", ".seen = "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        Text word = i == 0 ? act_upper(arena, words[i].text) : words[i].text;
        led_back(file, out, words[i].line);
        out_line(out, "    %s%.*s,", members[i], TEXT_ARGS(word));
    }
    if (file->beside.text.len > 0) {
        led_back(file, out, file->beside.line);
        out_line(out, "    .beside = BESIDE_%.*s,", TEXT_ARGS(file->beside.text));
    }
    if (file->gate_count > 0)
        out_line(out, "    .gates = GATES, .gate_count = %zu,", file->gate_count);
    if (file->guidance_count > 0)
        out_line(out, "    .guidance = GUIDANCE, .guidance_count = %zu,", file->guidance_count);
    if (file->field_count > 0)
        out_line(out, "    .fields = %.*s_FIELDS, .field_count = %zu,", TEXT_ARGS(name), file->field_count);
    if (file->shows_now)
        out_line(out, "    .now = shows_now, .sends_changes = %s,", file->shows_changes ? "true" : "false");
    out_line(out, "    .size = sizeof(struct %.*s), .decide = decide, .apply = apply,\n};", TEXT_ARGS(name));
}

void act_write_source(const struct act_file *file, const char *header, Out *out)
{
    Text name = act_lower(file->arena, file->name);
    out_line(out, "/* Made from %.*s.act by act_to_c. */\n#include \"%s\"\n", TEXT_ARGS(name), header);
    for (size_t i = 0; i < file->field_count; i++)
        if (file->fields[i].type == FIELD_LIST)
            write_array(file, out, joined(file->arena, name, "_", file->fields[i].name), file->fields[i].fields, file->fields[i].field_count);
    write_array(file, out, name, file->fields, file->field_count);
    write_kind(file, out, name);
}
