/* hearth due: the cases of tests/app/due/ (NAME.json, and in NAME.due what is due), what is refused and how (refused/NAME.json, NAME.says), the command's
 * own words, and what holds for any file. SE-02 SE-07 SC-15 SB-14 SD-06 SD-11 SC-13 */
#include "due_asking.h"

#include <dirent.h>
#include <jansson.h>

#include "app/due.h"
#include "rules/obligation_names.h"

/* ---- the cases ---- */

enum { NAMES_MOST = 64, KINDS_MOST = 64 };

struct names {
    Text at[NAMES_MOST];
    size_t count;
};

static void put_name(struct names *names, Arena *arena, Text name)
{
    for (size_t i = 0; i < names->count; i++)
        if (text_equal(names->at[i], name))
            return;
    assert_true(names->count < NAMES_MOST);
    names->at[names->count++] = text_copy(arena, name);
}

static bool has_name(const struct names *names, const char *name)
{
    for (size_t i = 0; i < names->count; i++)
        if (text_equal_string(names->at[i], name))
            return true;
    return false;
}

/* The names of the folder's files with that ending, without it. */
static struct names files_of(Arena *arena, const char *folder, const char *ending)
{
    struct names names = {.count = 0};
    DIR *dir = opendir(source_path(arena, folder));
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        Text name = text_of(entry->d_name);
        size_t len = strlen(ending);
        if (name.len > len && memcmp(name.at + name.len - len, ending, len) == 0)
            put_name(&names, arena, (Text){name.at, name.len - len});
    }
    closedir(dir);
    return names;
}

static const char *member(const json_t *obligation, const char *name)
{
    const json_t *value = json_object_get(obligation, name);
    if (value != NULL && !json_is_string(value))
        fail_msg("%s is no string", name);
    return value == NULL ? "" : json_string_value(value);
}

/* 'a FIRST_REVIEW 2026-04-14 2026-07-14 met 2026-07-07 REVIEW_CONFERENCE' */
static void write_line(Out *out, const json_t *o)
{
    static const char *const members[] = {"child", "kind", "start", "due", "state", "met", "met_by", "stopped", "stopped_by"};
    const char *between = "";
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
        if (member(o, members[i])[0] != '\0') {
            out_string(out, between);
            out_string(out, member(o, members[i]));
            between = " ";
        }
    if (json_is_true(json_object_get(o, "beyond")))
        out_string(out, " beyond");
    out_char(out, '\n');
}

/* The working leads from the start to the due day: each day once, counted from 1, the last one counted; or start, due day, last working day. */
static void check_working(const json_t *o)
{
    const json_t *working = json_object_get(o, "working");
    size_t days = json_array_size(working);
    int counted = 0;
    assert_true(days > 0);
    const json_t *first = json_array_get(working, 0);
    if (json_is_true(json_object_get(first, "start"))) {
        assert_int_equal(days, 3);
        assert_string_equal(member(first, "date"), member(o, "start"));
        assert_string_equal(member(json_array_get(working, 1), "date"), member(o, "due"));
        assert_true(strcmp(member(json_array_get(working, 2), "date"), member(o, "due")) <= 0);
        assert_true(json_is_true(json_object_get(json_array_get(working, 2), "last_working_day")));
        return;
    }
    for (size_t i = 0; i < days; i++) {
        const json_t *day = json_array_get(working, i), *number = json_object_get(day, "counted");
        assert_true((number != NULL) != (member(day, "skipped")[0] != '\0'));
        if (number != NULL)
            assert_int_equal(json_integer_value(number), ++counted);
        if (i + 1 == days)
            assert_true(number != NULL && strcmp(member(day, "date"), member(o, "due")) == 0);
    }
}

/* The lines of an answer; every obligation has its row's standing and source, and a working that leads to its due day. */
static Text lines_of(Arena *arena, Text answer, const char *profile, struct names *kinds, struct names *states)
{
    json_error_t where;
    json_t *json = json_loadb(answer.at, answer.len, JSON_REJECT_DUPLICATES, &where);
    if (json == NULL)
        fail_msg("the answer is no JSON: line %d: %s", where.line, where.text);
    Out out = out_new(arena);
    size_t i;
    json_t *o;
    assert_int_equal(json_object_size(json), 1);
    assert_true(json_is_array(json_object_get(json, "obligations")));
    json_array_foreach(json_object_get(json, "obligations"), i, o)
    {
        const char *standing = member(o, "standing");
        write_line(&out, o);
        check_working(o);
        put_name(kinds, arena, text_of(member(o, "kind")));
        put_name(states, arena, text_of(member(o, "state")));
        assert_string_equal(member(o, "profile"), profile);
        assert_true(strcmp(standing, "statutory") == 0 || strcmp(standing, "local") == 0 || strcmp(standing, "lead") == 0);
        assert_true(member(o, "source")[0] != '\0' && member(o, "words")[0] != '\0');
        assert_true(strcmp(member(o, "warn"), member(o, "due")) <= 0);
    }
    json_decref(json);
    return out_all(&out);
}

struct seen {
    struct names kinds, states, profiles;
};

static void try_case(Arena *arena, Text name, struct seen *seen)
{
    Text expected = file_text(arena, source_path(arena, text_format(arena, "tests/app/due/%.*s.due", TEXT_ARGS(name)).at));
    while (text_begins(expected, T("#")))
        text_cut(&expected, '\n');
    Text head = text_cut(&expected, '\n');
    assert_true(text_equal_string(text_cut(&head, ' '), "profile"));
    Text profile = text_cut(&head, ' ');
    assert_true(text_equal_string(text_cut(&head, ' '), "today"));
    struct asked asked = ask(arena, text_format(arena, "%s --profile %.*s --today %.*s",
                                                source_path(arena, text_format(arena, "tests/app/due/%.*s.json", TEXT_ARGS(name)).at),
                                                TEXT_ARGS(profile), TEXT_ARGS(head)).at);
    if (asked.status != 0 || asked.err.len > 0)
        fail_msg("%.*s: %.*s", TEXT_ARGS(name), TEXT_ARGS(asked.err));
    Text lines = lines_of(arena, asked.out, text_string(arena, profile), &seen->kinds, &seen->states);
    if (!text_equal(lines, expected))
        fail_msg("%.*s.due expects:\n%.*s\nbut due is:\n%.*s", TEXT_ARGS(name), TEXT_ARGS(expected), TEXT_ARGS(lines));
    put_name(&seen->profiles, arena, profile);
}

static void cases_are_due_as_written(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct seen seen = {.kinds = {.count = 0}};
    struct names cases = files_of(arena, "tests/app/due", ".due");
    assert_int_equal(cases.count, files_of(arena, "tests/app/due", ".json").count);
    for (size_t i = 0; i < cases.count; i++)
        try_case(arena, cases.at[i], &seen);
    /* every kind that any profile has, every state, every profile stands in some case */
    for (size_t p = 0; p < PROFILE_COUNT; p++) {
        if (!has_name(&seen.profiles, PROFILES[p]->name))
            fail_msg("no case is about %s", PROFILES[p]->name);
        for (size_t r = 0; r < PROFILES[p]->count; r++)
            if (!has_name(&seen.kinds, obligation_outward(PROFILES[p]->rows[r].kind)))
                fail_msg("no case has %s", obligation_outward(PROFILES[p]->rows[r].kind));
    }
    for (int s = 1; s < OBLIGATION_STATE_COUNT; s++)
        if (!has_name(&seen.states, obligation_state_outward((enum obligation_state)s)))
            fail_msg("no case has the state %s", obligation_state_outward((enum obligation_state)s));
    arena_free(arena);
}

/* ---- what is refused ---- */

static void assert_refused(Arena *arena, const char *path, const char *says)
{
    struct asked asked = ask(arena, path);
    Text expected = text_format(arena, "%s:%s\n", path, says);
    if (!text_equal(asked.err, expected))
        fail_msg("%s says:\n%.*s\nand not:\n%.*s", path, TEXT_ARGS(asked.err), TEXT_ARGS(expected));
    assert_int_equal(asked.status, 1);
    assert_int_equal(asked.out.len, 0);
}

static void bad_files_are_refused_in_a_sentence(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct names files = files_of(arena, "tests/app/due/refused", ".json");
    assert_true(files.count >= 30);
    for (size_t i = 0; i < files.count; i++) {
        const char *says = text_format(arena, "tests/app/due/refused/%.*s.says", TEXT_ARGS(files.at[i])).at;
        Text sentence = text_trim(file_text(arena, source_path(arena, says)));
        assert_refused(arena, source_path(arena, text_format(arena, "tests/app/due/refused/%.*s.json", TEXT_ARGS(files.at[i])).at),
                       text_string(arena, sentence));
    }
    arena_free(arena);
}

static const char *many(Arena *arena, const char *begin, const char *piece, size_t count, const char *end)
{
    Out out = out_new(arena);
    out_string(&out, begin);
    for (size_t i = 0; i < count; i++) {
        out_string(&out, i == 0 ? "" : ",");
        out_string(&out, piece);
    }
    out_string(&out, end);
    out_char(&out, '\0');
    return out_all(&out).at;
}

static void limits_are_kept(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct own_file file = own_file();
    const char *path = file.path;
    const char *events = "{\"children\":[{\"id\":\"a\",\"events\":[", *visit = "{\"kind\":\"VISIT\",\"on\":\"2026-04-14\"}";
    put_file(path, text_of(many(arena, events, visit, DUE_EVENTS_MOST, "]}]}")));
    assert_int_equal(ask(arena, path).status, 0);
    put_file(path, text_of(many(arena, events, visit, DUE_EVENTS_MOST + 1, "]}]}")));
    assert_refused(arena, path, "1: children[0].events: a child has 1000 events at most");
    Text id = text_format(arena, "{\"children\":[{\"id\":\"%0100d\",\"events\":[]}]}", 1);
    put_file(path, id);
    assert_int_equal(ask(arena, path).status, 0);
    put_file(path, text_format(arena, "{\"children\":[{\"id\":\"%0101d\",\"events\":[]}]}", 1));
    assert_refused(arena, path, "1: children[0].id: a child's id has between 1 and 100 characters that can be shown");
    put_file(path, text_of(many(arena, "{\"children\":[", "{\"id\":\"a\",\"events\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", 1, "")));
    assert_refused(arena, path, "1: children[0].events[0]: an object { … } must stand here, not a list [ … ]");
    char *deep = memset(arena_take(arena, 1 << 20), '[', (1 << 20) - 1);
    put_file(path, text_of(deep));
    assert_refused(arena, path, "1: an object { … } must stand here, not a list [ … ]");
    put_file(path, T(""));
    assert_int_equal(truncate(path, (off_t)DUE_FILE_MOST + 1), 0);
    struct asked asked = ask(arena, path);
    assert_int_equal(asked.status, 1);
    assert_true(text_equal(asked.err, text_format(arena, "%s: the file is larger than 512 MiB.\n", path)));
    unlink(path);
    asked = ask(arena, path);
    assert_int_equal(asked.status, 1);
    assert_true(text_equal(asked.err, text_format(arena, "%s: it can't be read: No such file or directory.\n", path)));
    asked = ask(arena, "/");
    assert_int_equal(asked.status, 1);
    assert_true(text_equal_string(asked.err, "/: it can't be read: Is a directory.\n"));
    arena_free(arena);
}

/* ---- the command's own words ---- */

static void words_of_the_command(void **state)
{
    static const struct {
        const char *words;
        int status;
        const char *err;
    } tries[] = {
        {"", 2, "usage: hearth due FILE.json [--profile NAME] [--today DATE]\n"},
        {"a.json b.json", 2, "One file is read at a time; the second is 'b.json'."},
        {"a.json --nonsense", 2, "There is no such option, or it lacks its value: '--nonsense'."},
        {"a.json --profile", 2, "There is no such option, or it lacks its value: '--profile'."},
        {"a.json --profile atlantis", 2, "There is no profile 'atlantis'. There are: "},
        {"a.json --profile england --profile england", 2, "Two profiles are named; the second is 'england'."},
        {"a.json --today 2026-02-31", 2, "--today is a day written like 2026-03-20, not '2026-02-31'."},
        {"a.json --today=tomorrow", 2, "--today is a day written like 2026-03-20, not 'tomorrow'."},
        {"a.json --today 2026-03-20 --today 2026-03-20", 2, "Two days are named; the second is '2026-03-20'."},
    };
    (void)state;
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
        struct asked asked = ask(arena, tries[i].words);
        if (asked.status != tries[i].status || !text_begins(asked.err, text_of(tries[i].err)) || asked.out.len > 0)
            fail_msg("due %s: %d, %.*s", tries[i].words, asked.status, TEXT_ARGS(asked.err));
    }
    arena_free(arena);
}

/* Standard input, a profile in any case of letters, --NAME=VALUE and the program itself give what a file gives; without a day it is today's. */
static void ways_to_ask_are_one(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    const char *path = source_path(arena, "tests/app/due/conference.json");
    struct asked asked = ask(arena, text_format(arena, "%s --profile england --today 2026-04-01", path).at);
    assert_int_equal(asked.status, 0);
    struct asked in_capitals = ask(arena, text_format(arena, "--today=2026-04-01 --profile=ENGLAND %s", path).at);
    assert_true(text_equal(in_capitals.out, asked.out));
    assert_int_equal(ask(arena, path).status, 0);
    struct asked from_pipe = ask_program(arena, text_format(arena, "- --today 2026-04-01 < '%s'", path).at);
    assert_true(from_pipe.status == 0 && text_equal(from_pipe.out, asked.out) && from_pipe.err.len == 0);
    struct asked nothing = ask_program(arena, "- </dev/null");
    assert_true(nothing.status == 1 && nothing.out.len == 0);
    assert_true(text_equal_string(nothing.err, "standard input:1: an object { … } must stand here, not the end\n"));
    arena_free(arena);
}

/* An answer that can't be written is no answer. */
static void a_full_disk_is_said(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    const char *path = source_path(arena, "tests/app/due/conference.json"), *build = getenv("HEARTH_BUILD");
    int status = system(text_format(arena, "'%s/hearth' due '%s' >/dev/full 2>/dev/null", build == NULL ? "build" : build, path).at);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 1);
    arena_free(arena);
}

static void help_names_everything(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct asked asked = ask(arena, "--help");
    assert_int_equal(asked.status, 0);
    for (int i = 1; i < EVENT_COUNT; i++)
        assert_true(text_contains(asked.out, text_format(arena, "\n  %-26s  %s\n", event_code((enum event)i), event_words((enum event)i))));
    for (size_t i = 0; i < DUE_NAME_COUNT; i++)
        assert_true(text_contains(asked.out, text_format(arena, "\n  %-26s  %s\n", DUE_NAMES[i].name, event_code(DUE_NAMES[i].event))));
    for (size_t p = 0; p < PROFILE_COUNT; p++)
        assert_true(text_contains(asked.out, text_of(PROFILES[p]->name)));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_are_due_as_written), cmocka_unit_test(bad_files_are_refused_in_a_sentence),
        cmocka_unit_test(limits_are_kept),          cmocka_unit_test(words_of_the_command),
        cmocka_unit_test(ways_to_ask_are_one),      cmocka_unit_test(a_full_disk_is_said),
        cmocka_unit_test(help_names_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
