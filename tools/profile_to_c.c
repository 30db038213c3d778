/* Makes the tables of time limits and practice of the profiles: rules/obligations.h and rules/profile.h read them.
 * usage: profile_to_c OUT.c NAME.profile …
 *
 * What a profile says is written in rules/profile_text.h, and when it holds in rules/profile_check.h: a profile that doesn't hold is not made.
 * Every fault is said, as 'file:line: row: what is wrong'. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "rules/profile_check.h"

enum { PROFILES_MOST = 64 };

struct file {
    const char *path;
    struct profile_text text;
    struct profile_faults faults;
};

__attribute__((noreturn)) static void refuse(const char *path, const char *what)
{
    fprintf(stderr, "%s:1: profile: %s\n", path, what);
    exit(1);
}

static Text whole_file(Arena *arena, const char *path)
{
    FILE *in = fopen(path, "rb");
    if (in == NULL)
        refuse(path, "cannot be opened");
    char *bytes = ARENA_MANY(arena, PROFILE_TEXT_MOST + 1, char);
    size_t len = fread(bytes, 1, PROFILE_TEXT_MOST + 1, in);
    fclose(in);
    return (Text){bytes, len};
}

/* How many faults the file has. */
static size_t say_faults(const struct file *file)
{
    const struct profile_faults *faults = &file->faults;
    for (size_t i = 0; i < faults->count && i < PROFILE_FAULTS_MOST; i++)
        fprintf(stderr, "%s:%d: %.*s: %.*s\n", file->path, faults->at[i].line, TEXT_ARGS(faults->at[i].row), TEXT_ARGS(faults->at[i].reason));
    return faults->count;
}

static const struct profile *named(struct file *const *files, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++) {
        if (text_equal_string(text_of(name), files[i]->text.profile.name))
            return &files[i]->text.profile;
    }
    return NULL;
}

static void write_string(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            fputc('\\', out);
        fputc(*text, out);
    }
    fputc('"', out);
}

static void write_events(FILE *out, const char *field, uint64_t events)
{
    fprintf(out, ", .%s = ", field);
    for (int i = EVENT_NONE + 1; i < EVENT_COUNT; i++) {
        if ((events & EVENT_BIT(i)) != 0)
            fprintf(out, "EVENT_BIT(EVENT_%s) | ", event_code((enum event)i));
    }
    fputs("0", out);
}

static void write_date(FILE *out, const char *field, Date day)
{
    fprintf(out, ", .%s = ", field);
    fputs(date_is_none(day) ? "{INT32_MIN}" : "", out);
    if (!date_is_none(day))
        fprintf(out, "{%d}", day.days);
}

static const char *unit(enum due_unit unit)
{
    static const char *const UNITS[] = {[WORKING_DAYS] = "WORKING_DAYS", [DAYS] = "DAYS", [WEEKS] = "WEEKS", [MONTHS] = "MONTHS"};
    return UNITS[unit];
}

static void write_row(FILE *out, const struct obligation_row *row)
{
    fprintf(out, "    {.kind = OBLIGATION_KIND_%s", obligation_kind_code(row->kind));
    write_events(out, "starts", row->starts);
    write_events(out, "ends", row->ends);
    write_events(out, "stops", row->stops);
    if (row->only_while != EVENT_NONE)
        fprintf(out, ", .only_while = EVENT_%s", event_code(row->only_while));
    fprintf(out, ", .number = %d, .unit = %s, .before = %d, .near = %d, .warn_days = %d, .statutory = %d, .lead = %d", row->number, unit(row->unit),
            row->before, row->near, row->warn_days, row->statutory, row->lead);
    write_date(out, "since", row->since);
    write_date(out, "until", row->until);
    fputs(", .source = ", out);
    write_string(out, row->source);
    fputs("},\n", out);
}

static void write_item(FILE *out, const struct practice_item *item)
{
    fprintf(out, "    {.kind = PRACTICE_KIND_%s, .code = %d, .number = %d, .unit = %s, .set = UINT64_C(%llu), .words = ", practice_kind_code(item->kind),
            item->code, item->number, unit(item->unit), (unsigned long long)item->set);
    write_string(out, item->words);
    fputs(", .source = ", out);
    write_string(out, item->source);
    fputs("},\n", out);
}

static void write_profile(FILE *out, const struct profile *profile, size_t n)
{
    static const char *const DIVISIONS[DIVISION_COUNT] = {"ENGLAND_AND_WALES", "SCOTLAND", "NORTHERN_IRELAND"};
    fprintf(out, "\nstatic const struct obligation_row rows_%zu[] = {\n", n);
    for (size_t i = 0; i < profile->count; i++)
        write_row(out, &profile->rows[i]);
    fprintf(out, "};\nstatic const struct practice_item practice_%zu[] = {\n", n);
    for (size_t i = 0; i < profile->practice_count; i++)
        write_item(out, &profile->practice[i]);
    fprintf(out, "};\nstatic const struct profile profile_%zu = {\n    .name = ", n);
    write_string(out, profile->name);
    fputs(", .title = ", out);
    write_string(out, profile->title);
    fputs(", .source = ", out);
    write_string(out, profile->source);
    fputs(", .like = ", out);
    write_string(out, profile->like);
    fprintf(out, ", .standing = LIMIT_STANDING_%s, .division = %s", limit_standing_code(profile->standing), DIVISIONS[profile->division]);
    write_date(out, "since", profile->since);
    write_date(out, "until", profile->until);
    write_events(out, "always_stops", profile->always_stops);
    fprintf(out, ",\n    .rows = rows_%zu, .count = %zu, .practice = practice_%zu, .practice_count = %zu};\n", n, profile->count, n, profile->practice_count);
}

static void write_all(const char *path, struct file *const *files, size_t count)
{
    FILE *out = fopen(path, "w");
    if (out == NULL)
        refuse(path, "the output cannot be written");
    fputs("/* Made by tools/profile_to_c of src/rules/profiles/. */\n#include \"rules/profile.h\"\n", out);
    for (size_t i = 0; i < count; i++)
        write_profile(out, &files[i]->text.profile, i);
    fputs("\nconst struct profile *const PROFILES[] = {\n", out);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "    &profile_%zu,\n", i);
    fprintf(out, "};\nconst size_t PROFILE_COUNT = %zu;\n", count);
    if (fclose(out) != 0)
        refuse(path, "the output cannot be written");
}

int main(int argc, char **argv)
{
    if (argc < 3 || argc - 2 > PROFILES_MOST) {
        fprintf(stderr, "usage: profile_to_c OUT.c NAME.profile ...\n");
        return 2;
    }
    size_t count = (size_t)argc - 2, faults = 0;
    Arena *arena = arena_new(0);
    struct file *files[PROFILES_MOST];
    for (size_t i = 0; i < count; i++) {
        files[i] = ARENA_NEW(arena, struct file);
        files[i]->path = argv[i + 2];
        files[i]->faults.arena = arena;
        profile_text_read(whole_file(arena, files[i]->path), &files[i]->text, &files[i]->faults);
        if (i > 0 && files[i]->text.name_line != 0 && text_compare(text_of(files[i - 1]->text.profile.name), text_of(files[i]->text.profile.name)) >= 0)
            refuse(files[i]->path, "profiles are given sorted by name, each once");
    }
    for (int like = 0; like < 2; like++) { /* those that stand by themselves are whole before the others take of them */
        for (size_t i = 0; i < count; i++) {
            if ((files[i]->text.like_line != 0) == (like == 1))
                profile_settle(&files[i]->text, like == 1 ? named(files, count, files[i]->text.profile.like) : NULL, &files[i]->faults);
        }
    }
    for (size_t i = 0; i < count; i++)
        faults += say_faults(files[i]);
    if (faults == 0)
        write_all(argv[1], files, count);
    arena_free(arena);
    return faults == 0 ? 0 : 1;
}
