/* Makes C of the declared acts (src/acts/ … /NAME.act): the struct, the rows its form, body and retention are read from, and the list
 * of all acts. The grammar is told in docs/developers/acts.md; act_to_c/read.c and read_field.c are the whole of it.
 *
 *   act_to_c act FILE.act OUT.h OUT.c INCLUDE     INCLUDE: how OUT.h is named in an #include
 *   act_to_c all OUT.c FILE.act …                 ACT_KINDS, sorted by name
 *   act_to_c check FILE.act …                     says what is wrong, writes nothing */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "act_to_c/act_file.h"

static bool write_file(const char *path, const Out *out)
{
    FILE *stream = fopen(path, "wb");
    Text all = out_all(out);
    bool written = stream != NULL && fwrite(all.at, 1, all.len, stream) == all.len;
    if (stream == NULL || fclose(stream) != 0 || !written) {
        fprintf(stderr, "%s: can't be written\n", path);
        return false;
    }
    return true;
}

static bool read_and_check(Arena *arena, const char *path, struct act_file *ret_file)
{
    if (!act_file_read(arena, path, ret_file)) {
        fprintf(stderr, "%s: can't be read\n", path);
        return false;
    }
    if (ret_file->errors == 0)
        act_file_check(ret_file);
    return ret_file->errors == 0;
}

static int make_one(Arena *arena, char **args)
{
    struct act_file file;
    if (!read_and_check(arena, args[0], &file))
        return EXIT_FAILURE;
    Out header = out_new(arena), source = out_new(arena);
    act_write_header(&file, &header);
    act_write_source(&file, args[3], &source);
    return write_file(args[1], &header) && write_file(args[2], &source) ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int by_name(const void *a, const void *b)
{
    return text_compare(((const struct act_file *)a)->name, ((const struct act_file *)b)->name);
}

/* Reads every file and compares each with those before it. False when one is wrong, or two share a name or an address. */
static bool read_all(Arena *arena, char **paths, size_t count, struct act_file *files)
{
    bool fine = true;
    for (size_t i = 0; i < count; i++) {
        if (!read_and_check(arena, paths[i], &files[i])) {
            fine = false;
            continue;
        }
        for (size_t k = 0; k < i; k++) {
            if (text_equal(files[k].name, files[i].name))
                act_wrong(&files[i], files[i].act_line, "%s declares this act already", files[k].path);
            else if (text_equal(files[k].address.text, files[i].address.text) && files[i].address.text.len > 0)
                act_wrong(&files[i], files[i].address.line, "%s has this address already", files[k].path);
        }
        fine &= files[i].errors == 0;
    }
    return fine;
}

static int make_all(Arena *arena, const char *path, char **paths, size_t count)
{
    struct act_file *files = ARENA_MANY(arena, count + 1, struct act_file);
    if (!read_all(arena, paths, count, files))
        return EXIT_FAILURE;
    qsort(files, count, sizeof *files, by_name);
    Out out = out_new(arena);
    out_string(&out, "/* Made by act_to_c: every act there is. */\n#include \"acts/act_kind.h\"\n\n");
    for (size_t i = 0; i < count; i++)
        out_text(&out, text_format(arena, "extern const struct act_kind %.*s_ACT;\n", TEXT_ARGS(files[i].name)));
    out_string(&out, "\nconst struct act_kind *const ACT_KINDS[] = {\n");
    for (size_t i = 0; i < count; i++)
        out_text(&out, text_format(arena, "    &%.*s_ACT,\n", TEXT_ARGS(files[i].name)));
    out_text(&out, text_format(arena, "    NULL,\n};\nconst size_t ACT_KIND_COUNT = %zu;\n", count));
    return write_file(path, &out) ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int run(Arena *arena, int argc, char **argv)
{
    if (argc == 6 && strcmp(argv[1], "act") == 0)
        return make_one(arena, argv + 2);
    if (argc >= 3 && strcmp(argv[1], "all") == 0)
        return make_all(arena, argv[2], argv + 3, (size_t)argc - 3);
    if (argc >= 3 && strcmp(argv[1], "check") == 0) {
        size_t count = (size_t)argc - 2;
        return read_all(arena, argv + 2, count, ARENA_MANY(arena, count, struct act_file)) ? EXIT_SUCCESS : EXIT_FAILURE;
    }
    fprintf(stderr, "act_to_c act FILE.act OUT.h OUT.c INCLUDE | act_to_c all OUT.c FILE.act … | act_to_c check FILE.act …\n");
    return EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    Arena *arena = arena_new(0);
    int status = run(arena, argc, argv);
    arena_free(arena);
    return status;
}
