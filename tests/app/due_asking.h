/* Asks the real `hearth due` over a file. */
#ifndef TESTS_APP_DUE_ASKING_H
#define TESTS_APP_DUE_ASKING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/text.h"

/* What it said, and how it ended. */
struct asked {
    Text out, err;
    int status;
};

static inline Text file_text(Arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        fail_msg("cannot open %s", path);
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    char *at = arena_take(arena, size + 1);
    assert_int_equal(fread(at, 1, size, file), size);
    fclose(file);
    return (Text){at, size};
}

static inline void put_file(const char *path, Text text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text.at, 1, text.len, file), text.len);
    assert_int_equal(fclose(file), 0);
}

static inline const char *source_path(Arena *arena, const char *path)
{
    const char *source = getenv("HEARTH_SOURCE");
    return text_format(arena, "%s/%s", source == NULL ? "." : source, path).at;
}

/* `hearth due WORDS` in an empty folder, without a record and without any setting; words are the shell's. */
static inline struct asked ask(Arena *arena, const char *words)
{
    const char *build = getenv("HEARTH_BUILD") == NULL ? "build" : getenv("HEARTH_BUILD");
    char out[] = "/tmp/hearth-due-out-XXXXXX", err[] = "/tmp/hearth-due-err-XXXXXX", folder[] = "/tmp/hearth-due-XXXXXX";
    int out_file = mkstemp(out), err_file = mkstemp(err);
    assert_true(out_file >= 0 && err_file >= 0 && mkdtemp(folder) != NULL);
    close(out_file);
    close(err_file);
    Text line = text_format(arena, "cd %s && env -u HEARTH_DATA '%s/hearth' due %s >%s 2>%s", folder, build, words, out, err);
    int status = system(line.at);
    struct asked asked = {file_text(arena, out), file_text(arena, err), WIFEXITED(status) ? WEXITSTATUS(status) : -1};
    unlink(out);
    unlink(err);
    assert_int_equal(rmdir(folder), 0); /* it left nothing there */
    return asked;
}

#endif
