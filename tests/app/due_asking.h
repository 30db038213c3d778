/* Asks `hearth due`: the command itself, or the program as somebody starts it. */
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

#include "app/command.h"
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

/* A name for a file of this test, which doesn't exist any more when the test ends. */
struct own_file {
    char path[40];
};
static inline struct own_file own_file(void)
{
    struct own_file file = {"/tmp/hearth-due-XXXXXX"};
    int made = mkstemp(file.path);
    assert_true(made >= 0);
    close(made);
    return file;
}

/* Sends what is printed there into the file; gives what end_file() needs to send it back. */
static inline int into_file(FILE *printed, const char *path)
{
    fflush(printed);
    int kept = dup(fileno(printed));
    FILE *file = fopen(path, "wb");
    assert_true(kept >= 0 && file != NULL && dup2(fileno(file), fileno(printed)) >= 0);
    fclose(file);
    return kept;
}
static inline void back_again(FILE *printed, int kept)
{
    fflush(printed);
    assert_true(dup2(kept, fileno(printed)) >= 0);
    close(kept);
}

/* The command itself, in this process. */
static inline struct asked ask_words(Arena *arena, int count, char **words)
{
    struct own_file out = own_file(), err = own_file();
    struct command_run run = {.config = NULL, .count = count, .words = words, .arena = arena};
    int kept_out = into_file(stdout, out.path), kept_err = into_file(stderr, err.path);
    int status = command_due(&run);
    back_again(stdout, kept_out);
    back_again(stderr, kept_err);
    struct asked asked = {file_text(arena, out.path), file_text(arena, err.path), status};
    unlink(out.path);
    unlink(err.path);
    return asked;
}

/* The same with words that have spaces between and none inside. */
static inline struct asked ask(Arena *arena, const char *line)
{
    enum { WORDS_MOST = 12 };
    char *words[WORDS_MOST];
    int count = 0;
    for (Text rest = text_of(line); rest.len > 0 && count < WORDS_MOST;) {
        Text word = text_cut(&rest, ' ');
        if (word.len > 0)
            words[count++] = text_string(arena, word);
    }
    return ask_words(arena, count, words);
}

/* The program, in an empty folder, without a record and without any setting; the words are the shell's. */
static inline struct asked ask_program(Arena *arena, const char *words)
{
    const char *build = getenv("HEARTH_BUILD") == NULL ? "build" : getenv("HEARTH_BUILD");
    struct own_file out = own_file(), err = own_file();
    char folder[] = "/tmp/hearth-due-XXXXXX";
    assert_non_null(mkdtemp(folder));
    Text line = text_format(arena, "cd %s && env -u HEARTH_DATA '%s/hearth' due %s >%s 2>%s", folder, build, words, out.path, err.path);
    int status = system(line.at);
    struct asked asked = {file_text(arena, out.path), file_text(arena, err.path), WIFEXITED(status) ? WEXITSTATUS(status) : -1};
    unlink(out.path);
    unlink(err.path);
    assert_int_equal(rmdir(folder), 0); /* it left nothing there */
    return asked;
}

#endif
