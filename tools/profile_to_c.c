/* Makes the tables of time limits of the profiles: rules/obligations.h reads them.
 * usage: profile_to_c OUT.c NAME.profile …
 *
 * Line 1 of a profile: '# source: who says so · date'. Then 'profile NAME', 'title WORDS', 'division NAME', 'list WORDS',
 * 'quorum N | source', 'always_stops EVENT,EVENT' and one line for each limit:
 *   limit KIND  from EVENT,…  due N UNIT [before]  ends EVENT,…  [stops EVENT,…] [while EVENT] [near] [goes_on_after_death]
 *   [warn DAYS]  statutory|local  since DATE [until DATE] | source
 * UNIT is working_days, days, weeks or months. Kinds and events are the codes of the lists obligation_kind and event: a wrong one does
 * not compile. Errors are 'file:line: what is wrong'. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/text.h"

enum { LINE_MAX_BYTES = 2048, LIMITS_MAX = 256, PROFILES_MAX = 64 };

struct limit {
    Text kind, starts, ends, stops, only_while, unit, source;
    int64_t number, warn;
    bool before, near, statutory, after_death;
    Date since, until;
    int line;
};

struct profile {
    const char *path;
    Text name, title, division, list, quorum_source, always_stops;
    int64_t quorum;
    struct limit limits[LIMITS_MAX];
    size_t count;
};

static const char *file_now;
static int line_now;

__attribute__((noreturn)) static void refuse(const char *what)
{
    fprintf(stderr, "%s:%d: %s\n", file_now, line_now, what);
    exit(1);
}

static Text word(Text *line)
{
    *line = text_trim(*line);
    return text_cut(line, ' ');
}

static int64_t number(Text *line)
{
    int64_t n;
    if (!text_to_int(word(line), &n) || n < 0)
        refuse("a number is missing");
    return n;
}

static Date date(Text *line)
{
    Date day;
    if (!date_read(word(line), &day))
        refuse("not a date: YYYY-MM-DD");
    return day;
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

static void read_due(struct limit *limit, Text *line)
{
    limit->number = number(line);
    Text unit = word(line);
    static const char *const UNITS[] = {"working_days", "WORKING_DAYS", "days", "DAYS", "weeks", "WEEKS", "months", "MONTHS"};
    for (size_t i = 0; i < sizeof UNITS / sizeof UNITS[0]; i += 2) {
        if (text_equal_string(unit, UNITS[i]))
            limit->unit = text_of(UNITS[i + 1]);
    }
    if (text_is_empty(limit->unit))
        refuse("the unit is working_days, days, weeks or months");
    Text rest = *line;
    if (text_equal_string(word(&rest), "before")) {
        limit->before = true;
        *line = rest;
    }
}

static void read_limit(struct profile *profile, Text line)
{
    if (profile->count == LIMITS_MAX)
        refuse("too many limits");
    struct limit limit = {.line = line_now, .until = DATE_NONE, .since = DATE_NONE};
    Text source = line;
    line = text_trim(text_cut(&source, '|'));
    limit.source = text_trim(source);
    limit.kind = word(&line);
    bool standing = false;
    while (line.len > 0) {
        Text key = word(&line);
        if (text_equal_string(key, "from"))
            limit.starts = word(&line);
        else if (text_equal_string(key, "due"))
            read_due(&limit, &line);
        else if (text_equal_string(key, "ends"))
            limit.ends = word(&line);
        else if (text_equal_string(key, "stops"))
            limit.stops = word(&line);
        else if (text_equal_string(key, "while"))
            limit.only_while = word(&line);
        else if (text_equal_string(key, "near"))
            limit.near = true;
        else if (text_equal_string(key, "goes_on_after_death"))
            limit.after_death = true;
        else if (text_equal_string(key, "warn"))
            limit.warn = number(&line);
        else if (text_equal_string(key, "statutory") || text_equal_string(key, "local")) {
            limit.statutory = text_equal_string(key, "statutory");
            standing = true;
        } else if (text_equal_string(key, "since"))
            limit.since = date(&line);
        else if (text_equal_string(key, "until"))
            limit.until = date(&line);
        else
            refuse("a word that a limit does not know");
        line = text_trim(line);
    }
    if (text_is_empty(limit.kind) || text_is_empty(limit.starts) || text_is_empty(limit.ends) || text_is_empty(limit.unit))
        refuse("a limit needs a kind, from, due and ends");
    if (!standing || date_is_none(limit.since) || text_is_empty(limit.source))
        refuse("a limit is statutory or local, since a date, and has a source after '|'");
    profile->limits[profile->count++] = limit;
}

static void read_line(struct profile *profile, Text line)
{
    Text key = word(&line);
    line = text_trim(line);
    if (text_equal_string(key, "profile"))
        profile->name = line;
    else if (text_equal_string(key, "title"))
        profile->title = line;
    else if (text_equal_string(key, "division"))
        profile->division = line;
    else if (text_equal_string(key, "list"))
        profile->list = line;
    else if (text_equal_string(key, "always_stops"))
        profile->always_stops = line;
    else if (text_equal_string(key, "quorum")) {
        Text source = line;
        Text many = text_trim(text_cut(&source, '|'));
        profile->quorum = number(&many);
        profile->quorum_source = text_trim(source);
    } else if (text_equal_string(key, "limit"))
        read_limit(profile, line);
    else
        refuse("a word that a profile does not know");
}

static void read_profile(Arena *arena, struct profile *profile)
{
    file_now = profile->path;
    line_now = 0;
    FILE *in = fopen(profile->path, "r");
    if (in == NULL)
        refuse("cannot be opened");
    char buffer[LINE_MAX_BYTES];
    while (fgets(buffer, sizeof buffer, in) != NULL) {
        line_now++;
        Text line = text_trim(text_copy(arena, text_of(buffer)));
        if (!text_is_clean(line) || line.len >= sizeof buffer - 2)
            refuse("not clean UTF-8, or too long");
        if (line_now == 1 && (!text_begins(line, T("# source: ")) || !text_contains(line, T(" · "))))
            refuse("line 1 is '# source: who says so · date'");
        if (line.len > 0 && line.at[0] != '#')
            read_line(profile, line);
    }
    fclose(in);
    if (text_is_empty(profile->name) || text_is_empty(profile->title) || text_is_empty(profile->list) || profile->count == 0 ||
        profile->quorum == 0 || text_is_empty(profile->quorum_source))
        refuse("a profile needs its name, title, list, quorum with a source, and limits");
}

static void write_events(FILE *out, Text events, Text more)
{
    Text both[] = {events, more};
    for (size_t i = 0; i < 2; i++) {
        while (both[i].len > 0) {
            Text event = text_trim(text_cut(&both[i], ','));
            fprintf(out, "EVENT_BIT(EVENT_%.*s) | ", TEXT_ARGS(event));
        }
    }
    fputs("0", out);
}

static void write_date(FILE *out, Date day)
{
    fputs(date_is_none(day) ? "{INT32_MIN}" : "", out);
    if (!date_is_none(day))
        fprintf(out, "{%d}", day.days);
}

static void write_limit(FILE *out, const struct profile *profile, const struct limit *limit)
{
    fprintf(out, "#line %d \"%s\"\n    {.kind = OBLIGATION_KIND_%.*s, .starts = ", limit->line, profile->path, TEXT_ARGS(limit->kind));
    write_events(out, limit->starts, TEXT_NONE);
    fputs(", .ends = ", out);
    write_events(out, limit->ends, TEXT_NONE);
    fputs(", .stops = ", out);
    write_events(out, limit->stops, limit->after_death ? TEXT_NONE : profile->always_stops);
    if (limit->only_while.len > 0)
        fprintf(out, ", .only_while = EVENT_%.*s", TEXT_ARGS(limit->only_while));
    fprintf(out, ", .number = %d, .unit = %.*s, .before = %d, .near = %d, .warn_days = %d, .statutory = %d, .since = ", (int)limit->number,
        TEXT_ARGS(limit->unit), limit->before, limit->near, (int)limit->warn, limit->statutory);
    write_date(out, limit->since);
    fputs(", .until = ", out);
    write_date(out, limit->until);
    fputs(", .source = ", out);
    write_string(out, limit->source);
    fputs("},\n", out);
}

static void write_profile(FILE *out, const struct profile *profile)
{
    static const char *const DIVISIONS[] = {"england-and-wales", "ENGLAND_AND_WALES", "scotland", "SCOTLAND", "northern-ireland",
                                            "NORTHERN_IRELAND"};
    const char *division = NULL;
    for (size_t i = 0; i < sizeof DIVISIONS / sizeof DIVISIONS[0]; i += 2) {
        if (text_equal_string(profile->division, DIVISIONS[i]))
            division = DIVISIONS[i + 1];
    }
    if (division == NULL)
        refuse("the division is england-and-wales, scotland or northern-ireland");
    int n = (int)profile->name.len;
    fprintf(out, "\nstatic const struct obligation_row %.*s_rows[] = {\n", n, profile->name.at);
    for (size_t i = 0; i < profile->count; i++)
        write_limit(out, profile, &profile->limits[i]);
    fprintf(out, "};\nstatic const struct profile %.*s = {\n    .name = ", n, profile->name.at);
    write_string(out, profile->name);
    fputs(", .title = ", out);
    write_string(out, profile->title);
    fputs(", .list = ", out);
    write_string(out, profile->list);
    fprintf(out, ", .division = %s, .quorum = %d, .quorum_source = ", division, (int)profile->quorum);
    write_string(out, profile->quorum_source);
    fprintf(out, ",\n    .rows = %.*s_rows, .count = sizeof %.*s_rows / sizeof %.*s_rows[0]};\n", n, profile->name.at, n, profile->name.at, n,
        profile->name.at);
}

int main(int argc, char **argv)
{
    if (argc < 3 || argc - 2 > PROFILES_MAX) {
        fprintf(stderr, "usage: profile_to_c OUT.c NAME.profile ...\n");
        return 2;
    }
    size_t count = (size_t)argc - 2;
    Arena *arena = arena_new(0);
    struct profile *profiles = ARENA_MANY(arena, count, struct profile);
    for (size_t i = 0; i < count; i++) {
        profiles[i].path = argv[i + 2];
        read_profile(arena, &profiles[i]);
        if (i > 0 && text_compare(profiles[i - 1].name, profiles[i].name) >= 0)
            refuse("profiles are given sorted by name, each once");
    }
    FILE *out = fopen(argv[1], "w");
    if (out == NULL)
        refuse("the output cannot be written");
    fputs("/* Made by tools/profile_to_c of src/rules/profiles/. */\n#include \"rules/obligations.h\"\n", out);
    for (size_t i = 0; i < count; i++)
        write_profile(out, &profiles[i]);
    fputs("\nconst struct profile *const PROFILES[] = {\n", out);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "    &%.*s,\n", TEXT_ARGS(profiles[i].name));
    fprintf(out, "};\nconst size_t PROFILE_COUNT = %zu;\n", count);
    arena_free(arena);
    return fclose(out) == 0 ? 0 : 1;
}
