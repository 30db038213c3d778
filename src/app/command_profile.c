/* hearth profiles: what this program can work by. hearth profile check FILE: whether an authority's own profile holds. Neither opens a record. */
#include "app/command.h"

#include <stdio.h>
#include <string.h>

#include "rules/profile_check.h"

static void put_column(Text words, size_t wide)
{
    size_t points = text_code_points(words);
    printf("%.*s%*s  ", TEXT_ARGS(words), (int)(points < wide ? wide - points : 0), "");
}

static Text in_force_words(Arena *arena, const struct profile *profile)
{
    Text since = text_join(arena, T("since "), date_iso(arena, profile->since));
    return date_is_none(profile->until) ? since : text_format(arena, "%.*s until %.*s", TEXT_ARGS(since), TEXT_ARGS(date_iso(arena, profile->until)));
}

static const char *standing_name(enum limit_standing standing)
{
    switch (standing) {
    case LIMIT_STANDING_STATUTORY: return "statutory";
    case LIMIT_STANDING_LOCAL: return "local";
    case LIMIT_STANDING_LEAD: return "lead";
    case LIMIT_STANDING_NONE:
    case LIMIT_STANDING_COUNT: break;
    }
    return "";
}

enum { COLUMNS = 5 };
struct columns {
    Text of[COLUMNS];
};

int command_profiles(struct command_run *run)
{
    struct columns *rows = ARENA_MANY(run->arena, PROFILE_COUNT + 1, struct columns);
    size_t wide[COLUMNS] = {0};
    rows[0] = (struct columns){{T("NAME"), T("TITLE"), T("STANDING"), T("IN FORCE"), T("ROWS")}};
    for (size_t i = 0; i < PROFILE_COUNT; i++) {
        const struct profile *profile = PROFILES[i];
        rows[i + 1] = (struct columns){{text_of(profile->name), text_of(profile->title), text_of(standing_name(profile->standing)),
                                        in_force_words(run->arena, profile), text_format(run->arena, "%zu", profile->count)}};
    }
    for (size_t i = 0; i <= PROFILE_COUNT; i++)
        for (size_t c = 0; c < COLUMNS; c++)
            wide[c] = text_code_points(rows[i].of[c]) > wide[c] ? text_code_points(rows[i].of[c]) : wide[c];
    for (size_t i = 0; i <= PROFILE_COUNT; i++) {
        for (size_t c = 0; c + 1 < COLUMNS; c++)
            put_column(rows[i].of[c], wide[c]);
        printf("%*s%.*s\n", (int)(wide[COLUMNS - 1] - rows[i].of[COLUMNS - 1].len), "", TEXT_ARGS(rows[i].of[COLUMNS - 1]));
    }
    return 0;
}

/* False, and said, when it can't be read. */
static bool read_file(Arena *arena, const char *path, Text *ret_text)
{
    FILE *in = fopen(path, "rb");
    if (in == NULL) {
        perror(path);
        return false;
    }
    char *bytes = ARENA_MANY(arena, PROFILE_TEXT_MOST + 1, char); /* one more than may stand there: too long is seen */
    size_t len = fread(bytes, 1, PROFILE_TEXT_MOST + 1, in);
    bool read = ferror(in) == 0;
    if (!read)
        perror(path);
    fclose(in);
    *ret_text = (Text){bytes, len};
    return read;
}

static int check(struct command_run *run, const char *path)
{
    Text text;
    struct profile_text *profile = ARENA_NEW(run->arena, struct profile_text);
    struct profile_faults *faults = ARENA_NEW(run->arena, struct profile_faults);
    if (!read_file(run->arena, path, &text))
        return 2;
    faults->arena = run->arena;
    profile_text_read(text, profile, faults);
    profile_settle(profile, profile_named(text_of(profile->profile.like)), faults);
    for (size_t i = 0; i < faults->count && i < PROFILE_FAULTS_MOST; i++)
        printf("%s:%d: %.*s: %.*s\n", path, faults->at[i].line, TEXT_ARGS(faults->at[i].row), TEXT_ARGS(faults->at[i].reason));
    if (faults->count > PROFILE_FAULTS_MOST)
        printf("%s: %zu faults more.\n", path, faults->count - PROFILE_FAULTS_MOST);
    if (faults->count > 0)
        return 1;
    printf("%s holds: %zu time limits, %zu pieces of practice.\n", path, profile->profile.count, profile->profile.practice_count);
    return 0;
}

int command_profile(struct command_run *run)
{
    if (strcmp(run->words[0], "check") == 0)
        return check(run, run->words[1]);
    fputs("usage: hearth profile check FILE\n", stderr);
    return 2;
}
