/* usage: sql_to_c --ids FILE --codes FOLDER --include PREFIX --design NAME --into FOLDER FILE.sql … */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sql_to_c.h"

void complain(struct work *work, const struct source *source, int line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s:%d: ", source->path, line);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    work->errors++;
}

static Text read_file(Arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "%s: can't be read\n", path);
        exit(2);
    }
    Out out = out_new(arena);
    char block[8192];
    size_t len;
    while ((len = fread(block, 1, sizeof block, file)) > 0)
        out_text(&out, (Text){block, len});
    fclose(file);
    return out_all(&out);
}

void write_file(struct work *work, Text name, Text text)
{
    char *path = text_string(work->arena, text_format(work->arena, "%s/%.*s", work->into, TEXT_ARGS(name)));
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(text.at, 1, text.len, file) != text.len || fclose(file) != 0) {
        fprintf(stderr, "%s: can't be written\n", path);
        exit(2);
    }
}

static void add_source(struct work *work, const char *path)
{
    if (work->source_count == FILES_MOST) {
        fprintf(stderr, "sql_to_c: more than %d files\n", FILES_MOST);
        exit(2);
    }
    const char *slash = strrchr(path, '/'), *base = slash == NULL ? path : slash + 1;
    size_t len = strlen(base);
    if (len < 5 || strcmp(base + len - 4, ".sql") != 0) {
        fprintf(stderr, "%s: is no .sql file\n", path);
        exit(2);
    }
    Text stem = {base, len - 4};
    work->sources[work->source_count++] =
        (struct source){.path = path,
                        .stem = stem,
                        .text = read_file(work->arena, path),
                        .schema = strstr(path, "schema/") != NULL,
                        .only = text_equal_string(stem, "sqlite_only") || text_equal_string(stem, "postgres_only")};
}

/* Schema first, then pieces; each by the name of the file: 000_core, 010_people … */
static int by_order(const void *a, const void *b)
{
    const struct source *one = a, *other = b;
    if (one->schema != other->schema)
        return one->schema ? -1 : 1;
    return text_compare(one->stem, other->stem);
}

static void take_arguments(struct work *work, int count, char **arguments)
{
    for (int i = 1; i < count; i++) {
        const char *name = arguments[i];
        if (strncmp(name, "--", 2) != 0) {
            add_source(work, name);
            continue;
        }
        if (++i == count) {
            fprintf(stderr, "sql_to_c: %s needs a value\n", name);
            exit(2);
        }
        if (strcmp(name, "--ids") == 0)
            work->ids = read_file(work->arena, arguments[i]);
        else if (strcmp(name, "--codes") == 0)
            work->codes = arguments[i];
        else if (strcmp(name, "--include") == 0)
            work->include = arguments[i];
        else if (strcmp(name, "--design") == 0)
            work->design = arguments[i];
        else if (strcmp(name, "--into") == 0)
            work->into = arguments[i];
    }
    if (work->codes == NULL || work->include == NULL || work->design == NULL || work->into == NULL) {
        fprintf(stderr,
                "usage: sql_to_c --ids FILE --codes FOLDER --include PREFIX --design NAME --into FOLDER FILE.sql …\n");
        exit(2);
    }
}

int main(int count, char **arguments)
{
    Arena *arena = arena_new((size_t)256 * 1024 * 1024);
    struct work *work = ARENA_NEW(arena, struct work);
    work->arena = arena;
    take_arguments(work, count, arguments);
    qsort(work->sources, work->source_count, sizeof work->sources[0], by_order);
    for (size_t i = 0; i < work->source_count; i++) {
        if (i > 0 && text_equal(work->sources[i].stem, work->sources[i - 1].stem))
            complain(work, &work->sources[i], 1,
                     "two files of the store are called %.*s.sql: their headers would have one name",
                     TEXT_ARGS(work->sources[i].stem));
        read_source(work, &work->sources[i]);
    }
    for (size_t i = 0; i < work->piece_count; i++)
        make_texts(work, &work->pieces[i]);
    if (work->errors == 0)
        check_all(work);
    if (work->errors == 0) {
        for (size_t i = 0; i < work->source_count; i++)
            if (!work->sources[i].schema)
                emit_pieces(work, &work->sources[i]);
        emit_design(work);
    }
    int errors = work->errors;
    arena_free(arena);
    return errors == 0 ? 0 : 1;
}
