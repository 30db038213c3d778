/* hearth due: what is due for the children of a file, and by when. A pure question: no record is opened, and nothing is kept. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "app/command.h"
#include "app/due.h"
#include "base/clock.h"

enum {
    READ_AT_ONCE = 64 * 1024,
    ANSWER_LINES = 256 * 1024, /* bytes of answers kept before they are written */
};
/* The file, what its buffer was before it grew, and the ids of its children. */
static const size_t FILE_ARENA = (size_t)4 * DUE_FILE_MOST;

struct asked {
    const char *file; /* '-': standard input */
    const struct profile *profile;
    Date today;
};

/* ---- the words behind the command ---- */

static void say_usage(FILE *to) { fputs("usage: hearth due FILE.json [--profile NAME] [--today DATE]\n", to); }

static void say_profiles(FILE *to)
{
    for (size_t i = 0; i < PROFILE_COUNT; i++)
        fprintf(to, "%s%s", i == 0 ? "" : ", ", PROFILES[i]->name);
}

static int say_help(void)
{
    say_usage(stdout);
    puts("\nSays what is due for each child, by when, and how each day was counted. FILE - is standard input. The format: docs/developers/due.md.\n\n"
         "  {\"children\":[{\"id\":\"a\",\"events\":[{\"kind\":\"STRATEGY_DISCUSSION\",\"on\":\"2026-03-20\"}]}]}\n");
    fputs("  --profile NAME   whose time limits: ", stdout);
    say_profiles(stdout);
    puts(" (england when none is named)\n"
         "  --today DATE     the day on which they are looked at, as 2026-03-20 (today in London when none is named)\n\nKinds of events:\n");
    for (int i = 1; i < EVENT_COUNT; i++)
        printf("  %-26s  %s\n", event_code((enum event)i), event_words((enum event)i));
    puts("\nOther names that are read:\n");
    for (size_t i = 0; i < DUE_NAME_COUNT; i++)
        printf("  %-26s  %s\n", DUE_NAMES[i].name, event_code(DUE_NAMES[i].event));
    puts("  VISIT with \"seen\":false     VISIT_NOT_SEEN");
    return 0;
}

static int wrong_words(const char *says, const char *word)
{
    fprintf(stderr, "%s '%s'.\n", says, word);
    say_usage(stderr);
    return 2;
}

/* By its name as it is written, else whatever the case of its letters. */
static const struct profile *profile_called(const char *name)
{
    const struct profile *profile = profile_named(text_of(name));
    for (size_t i = 0; profile == NULL && i < PROFILE_COUNT; i++)
        if (strcasecmp(name, PROFILES[i]->name) == 0)
            profile = PROFILES[i];
    return profile;
}

/* The value of `--NAME VALUE` or `--NAME=VALUE` at words[*at], which moves to the last word it used; NULL when it is another option, or has no value. */
static const char *option_value(const struct command_run *run, int *at, const char *name)
{
    const char *word = run->words[*at];
    size_t len = strlen(name);
    if (strncmp(word, name, len) != 0)
        return NULL;
    if (word[len] == '=')
        return word + len + 1;
    return word[len] == '\0' && *at + 1 < run->count ? run->words[++*at] : NULL;
}

/* 0, or the exit status when it was said what is wrong. */
static int read_words(const struct command_run *run, struct asked *asked)
{
    const char *profile = NULL, *today = NULL, *value;
    for (int i = 0; i < run->count; i++) {
        const char *word = run->words[i];
        if ((value = option_value(run, &i, "--profile")) != NULL) {
            if (profile != NULL)
                return wrong_words("Two profiles are named; the second is", value);
            profile = value;
        } else if ((value = option_value(run, &i, "--today")) != NULL) {
            if (today != NULL)
                return wrong_words("Two days are named; the second is", value);
            today = value;
        } else if (word[0] == '-' && word[1] != '\0') {
            return wrong_words("There is no such option, or it lacks its value:", word);
        } else if (asked->file != NULL) {
            return wrong_words("One file is read at a time; the second is", word);
        } else {
            asked->file = word;
        }
    }
    if (asked->file == NULL) {
        say_usage(stderr);
        return 2;
    }
    asked->profile = profile_called(profile == NULL ? "england" : profile);
    if (asked->profile == NULL) {
        fprintf(stderr, "There is no profile '%s'. There are: ", profile == NULL ? "england" : profile);
        say_profiles(stderr);
        fputs(".\n", stderr);
        return 2;
    }
    asked->today = instant_london_date(clock_now());
    if (today != NULL && !date_read(text_of(today), &asked->today))
        return wrong_words("--today is a day written like 2026-03-20, not", today);
    return 0;
}

/* ---- the file ---- */

static bool file_wrong(const char *name, const char *says)
{
    fprintf(stderr, "%s: %s.\n", name, says);
    return false;
}

static bool too_large(const char *name, Arena *arena)
{
    return file_wrong(name, text_format(arena, "the file is larger than %d MiB", DUE_FILE_MOST >> 20).at);
}

static bool read_stream(FILE *from, const char *name, size_t size, Arena *arena, Text *ret_all)
{
    char piece[READ_AT_ONCE];
    Out out = out_sized(arena, size + 1);
    for (size_t got; (got = fread(piece, 1, sizeof piece, from)) > 0;) {
        if (got > DUE_FILE_MOST - out.len)
            return too_large(name, arena);
        out_text(&out, (Text){piece, got});
    }
    if (ferror(from))
        return file_wrong(name, text_format(arena, "it can't be read: %s", strerror(errno)).at);
    *ret_all = out_all(&out);
    return true;
}

static bool read_file(const struct asked *asked, const char *name, Arena *arena, Text *ret_all)
{
    struct stat about;
    FILE *from = strcmp(asked->file, "-") == 0 ? stdin : fopen(asked->file, "rb");
    if (from == NULL)
        return file_wrong(name, text_format(arena, "it can't be read: %s", strerror(errno)).at);
    bool sized = fstat(fileno(from), &about) == 0 && S_ISREG(about.st_mode);
    bool read = sized && about.st_size > DUE_FILE_MOST ? too_large(name, arena)
                                                       : read_stream(from, name, sized ? (size_t)about.st_size : READ_AT_ONCE, arena, ret_all);
    if (from != stdin)
        fclose(from);
    return read;
}

/* ---- the answer ---- */

static bool write_out(Out *out)
{
    bool written = out->len == 0 || fwrite(out->at, 1, out->len, stdout) == out->len;
    out->len = 0;
    return written;
}

/* The file is good: due_is_good said so. */
static bool write_answer(const struct asked *asked, Text file, Arena *arena)
{
    Arena *one = arena_new(0);
    struct due_reader reader;
    struct due_child child;
    bool written = true;
    const char *between = "\n";
    Out out = out_sized(arena, ANSWER_LINES * 2);
    out_string(&out, "{\"obligations\":[");
    due_begin(&reader, file, arena);
    while (written && due_next(&reader, one, &child)) {
        size_t count;
        due_order(&child, one);
        struct obligation *obligations = due_obligations(asked->profile, &child, asked->today, one, &count);
        for (size_t i = 0; i < count; i++) {
            out_string(&out, between);
            due_write(&out, child.id, &obligations[i]);
            between = ",\n";
            if (out.len > ANSWER_LINES)
                written = write_out(&out) && written;
        }
        arena_reset(one);
    }
    out_string(&out, "\n]}\n");
    written = write_out(&out) && fflush(stdout) == 0 && written;
    arena_free(one);
    return written;
}

int command_due(struct command_run *run)
{
    struct asked asked = {.file = NULL};
    struct due_problem problem;
    Text file;
    if (run->count == 1 && strcmp(run->words[0], "--help") == 0)
        return say_help();
    int status = read_words(run, &asked);
    if (status != 0)
        return status;
    const char *name = strcmp(asked.file, "-") == 0 ? "standard input" : asked.file;
    Arena *arena = arena_new(FILE_ARENA);
    bool good = read_file(&asked, name, arena, &file);
    if (good && !due_is_good(file, arena, &problem)) {
        fprintf(stderr, "%s:%zu: %.*s%s%.*s\n", name, problem.line, TEXT_ARGS(problem.path), problem.path.len > 0 ? ": " : "",
                TEXT_ARGS(problem.says));
        good = false;
    }
    if (good && !write_answer(&asked, file, arena))
        good = file_wrong("standard output", "the answer can't be written");
    arena_free(arena);
    return good ? 0 : 1;
}
