/* Makes rules/codes.h and rules/codes.c of the lists in src/rules/codes/.
 * usage: codes_to_c OUT.h OUT.c LIST.codes …
 *
 * A list: line 1 '# source: who says so · date', then lines 'CODE  words' or 'CODE  words | meaning'; empty lines and lines that
 * begin with '#' say nothing. The list's name is the file's name. Errors are 'file:line: what is wrong'. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum {
    LINE_MAX_BYTES = 1024,
    CODES_MAX = 63, /* a set of codes is the bits of a uint64_t, and 'none' has one */
    LISTS_MAX = 256,
};

struct row {
    Text code, words, meaning;
};

struct list {
    Text name, upper, source;
    struct row rows[CODES_MAX];
    size_t count;
};

static const char *file_now;
static int line_now;

__attribute__((noreturn)) static void refuse(const char *what)
{
    fprintf(stderr, "%s:%d: %s\n", file_now, line_now, what);
    exit(1);
}

static bool is_code(Text text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        bool digit = c >= '0' && c <= '9';
        if (!((c >= 'A' && c <= 'Z') || c == '_' || (digit && i > 0)))
            return false;
    }
    return text.len > 0;
}

static Text upper_of(Arena *arena, Text text)
{
    char *upper = text_string(arena, text);
    for (size_t i = 0; i < text.len; i++) {
        if (upper[i] >= 'a' && upper[i] <= 'z')
            upper[i] = (char)(upper[i] - 'a' + 'A');
        else if (upper[i] != '_' && !(i > 0 && upper[i] >= '0' && upper[i] <= '9'))
            refuse("a list's name is small letters, digits and _, and begins with a letter");
    }
    return (Text){upper, text.len};
}

static Text name_of_file(const char *path)
{
    const char *slash = strrchr(path, '/');
    Text name = text_of(slash == NULL ? path : slash + 1);
    if (name.len <= 6 || !text_equal_string((Text){name.at + name.len - 6, 6}, ".codes"))
        refuse("a list's file ends in .codes");
    name.len -= 6;
    return name;
}

static void read_row(struct list *list, Text line)
{
    if (list->count == CODES_MAX)
        refuse("more than 63 codes in one list");
    Text words = line;
    Text code = text_cut(&words, ' ');
    if (!is_code(code))
        refuse("a code is capital letters, digits and _, and begins with a letter");
    if (text_equal_string(code, "NONE") || text_equal_string(code, "COUNT"))
        refuse("NONE and COUNT are made by the tool: choose another code");
    for (size_t i = 0; i < list->count; i++) {
        if (text_equal(list->rows[i].code, code))
            refuse("the code stands twice");
    }
    Text meaning = words;
    words = text_trim(text_cut(&meaning, '|'));
    meaning = text_trim(meaning);
    if (text_is_empty(words))
        refuse("a code needs words");
    if (text_contains(meaning, T("|")))
        refuse("more than one '|'");
    list->rows[list->count++] = (struct row){code, words, meaning};
}

static void read_list(Arena *arena, const char *path, struct list *list)
{
    file_now = path;
    line_now = 0;
    *list = (struct list){.name = name_of_file(path)};
    list->upper = upper_of(arena, list->name);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        refuse("cannot be opened");
    char buffer[LINE_MAX_BYTES];
    while (fgets(buffer, sizeof buffer, file) != NULL) {
        line_now++;
        Text line = text_copy(arena, text_of(buffer));
        if (line.len == sizeof buffer - 1 && line.at[line.len - 1] != '\n')
            refuse("the line is too long");
        line = text_trim(line);
        if (!text_is_clean(line))
            refuse("not clean UTF-8");
        Text mark = T("# source: ");
        if (line_now == 1) {
            if (!text_begins(line, mark) || !text_contains(line, T(" · ")))
                refuse("line 1 is '# source: who says so · date'");
            list->source = (Text){line.at + mark.len, line.len - mark.len};
        } else if (line.len > 0 && line.at[0] != '#') {
            read_row(list, line);
        }
    }
    fclose(file);
    if (list->count == 0)
        refuse("a list without codes");
}

static void write_string(FILE *out, Text text)
{
    fputc('"', out);
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            fputc('\\', out);
        fputc(text.at[i], out);
    }
    fputc('"', out);
}

static void write_header(FILE *out, const struct list *list)
{
    int n = (int)list->name.len, u = (int)list->upper.len;
    const char *name = list->name.at, *upper = list->upper.at;
    fprintf(out, "\n/* %.*s */\nenum %.*s {\n    %.*s_NONE,\n", TEXT_ARGS(list->source), n, name, u, upper);
    for (size_t i = 0; i < list->count; i++)
        fprintf(out, "    %.*s_%.*s, /* %.*s */\n", u, upper, TEXT_ARGS(list->rows[i].code), TEXT_ARGS(list->rows[i].words));
    fprintf(out, "    %.*s_COUNT\n};\nextern const struct code_list %.*s_LIST;\n", u, upper, u, upper);
    fprintf(out, "const char *%.*s_code(enum %.*s value);\n", n, name, n, name);
    fprintf(out, "const char *%.*s_words(enum %.*s value);\n", n, name, n, name);
    fprintf(out, "const char *%.*s_meaning(enum %.*s value);\n", n, name, n, name);
    fprintf(out, "bool %.*s_of(Text code, enum %.*s *ret_value);\n", n, name, n, name);
}

static void write_source(FILE *out, const struct list *list)
{
    int n = (int)list->name.len, u = (int)list->upper.len;
    const char *name = list->name.at, *upper = list->upper.at;
    fprintf(out, "\nstatic const struct code %.*s_rows[] = {\n    {\"\", \"\", \"\"},\n", n, name);
    for (size_t i = 0; i < list->count; i++) {
        fputs("    {", out);
        write_string(out, list->rows[i].code);
        fputs(", ", out);
        write_string(out, list->rows[i].words);
        fputs(", ", out);
        write_string(out, list->rows[i].meaning);
        fputs("},\n", out);
    }
    fprintf(out, "};\nconst struct code_list %.*s_LIST = {\"%.*s\", ", u, upper, n, name);
    write_string(out, list->source);
    fprintf(out, ", %.*s_COUNT, %.*s_rows};\n", u, upper, n, name);
    fprintf(out, "_Static_assert(sizeof %.*s_rows / sizeof %.*s_rows[0] == %.*s_COUNT, \"a row for each code\");\n", n, name, n,
        name, u, upper);
    static const char *const parts[] = {"code", "words", "meaning"};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        fprintf(out, "const char *%.*s_%s(enum %.*s value) { return code_list_at(&%.*s_LIST, (int)value)->%s; }\n", n, name,
            parts[i], n, name, u, upper, parts[i]);
    fprintf(out,
        "bool %.*s_of(Text code, enum %.*s *ret_value)\n{\n    int number;\n"
        "    if (!code_list_of(&%.*s_LIST, code, &number))\n        return false;\n"
        "    *ret_value = (enum %.*s)number;\n    return true;\n}\n",
        n, name, n, name, u, upper, n, name);
}

static FILE *open_out(const char *path)
{
    FILE *out = fopen(path, "w");
    if (out == NULL) {
        file_now = path;
        line_now = 0;
        refuse("cannot be written");
    }
    return out;
}

int main(int argc, char **argv)
{
    if (argc < 4 || argc - 3 > LISTS_MAX) {
        fprintf(stderr, "usage: codes_to_c OUT.h OUT.c LIST.codes ...\n");
        return 2;
    }
    size_t count = (size_t)argc - 3;
    Arena *arena = arena_new(0);
    struct list *lists = ARENA_MANY(arena, count, struct list);
    for (size_t i = 0; i < count; i++) {
        read_list(arena, argv[i + 3], &lists[i]);
        if (i > 0 && text_compare(lists[i - 1].name, lists[i].name) >= 0)
            refuse("lists are given sorted by name, each once");
    }
    FILE *header = open_out(argv[1]);
    fputs("/* Made by tools/codes_to_c of src/rules/codes/. */\n#ifndef RULES_CODES_H\n#define RULES_CODES_H\n\n"
          "#include \"rules/code_list.h\"\n", header);
    FILE *source = open_out(argv[2]);
    fputs("/* Made by tools/codes_to_c of src/rules/codes/. */\n#include \"rules/codes.h\"\n", source);
    for (size_t i = 0; i < count; i++) {
        write_header(header, &lists[i]);
        write_source(source, &lists[i]);
    }
    fputs("\n#endif\n", header);
    fputs("\nconst struct code_list *const CODE_LISTS[] = {\n", source);
    for (size_t i = 0; i < count; i++)
        fprintf(source, "    &%.*s_LIST,\n", TEXT_ARGS(lists[i].upper));
    fprintf(source, "};\nconst size_t CODE_LIST_COUNT = %zu;\n", count);
    bool written = fclose(header) == 0 && fclose(source) == 0;
    arena_free(arena);
    return written ? 0 : 1;
}
