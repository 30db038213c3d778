/* docs/developers/due.md says what is: its tables are the lists that the program runs on, its examples are run. */
#include "due_asking.h"

#include "app/due.h"
#include "base/out.h"
#include "rules/obligation_names.h"

static const char PAGE[] = "docs/developers/due.md";

/* The part of the page behind `begin`, up to `end`. */
static Text part(Text page, const char *begin, const char *end)
{
    const char *from = memmem(page.at, page.len, begin, strlen(begin));
    if (from == NULL)
        fail_msg("%s lacks: %s", PAGE, begin);
    from += strlen(begin);
    size_t left = (size_t)(page.at + page.len - from);
    const char *to = memmem(from, left, end, strlen(end));
    if (to == NULL)
        fail_msg("%s lacks, behind %s: %s", PAGE, begin, end);
    return (Text){from, (size_t)(to - from)};
}

static void assert_part(Text page, const char *begin, const char *end, Text expected)
{
    Text stands = part(page, begin, end);
    if (!text_equal(stands, expected)) {
        fwrite(expected.at, 1, expected.len, stderr); /* a message would be cut off */
        fail_msg("%s: that should stand behind: %s", PAGE, begin);
    }
}

static void row(Out *out, const char *code, const char *words, const char *meaning)
{
    out_string(out, "| `");
    out_string(out, code);
    out_string(out, "` | ");
    out_string(out, words);
    if (meaning[0] != '\0') {
        out_string(out, ". ");
        out_string(out, meaning);
    }
    out_string(out, " |\n");
}

static void events_are_those_of_the_list(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    Text page = file_text(arena, source_path(arena, PAGE));
    Out out = out_new(arena);
    for (int i = 1; i < EVENT_COUNT; i++) {
        const struct code *code = code_list_at(&EVENT_LIST, i);
        row(&out, code->code, code->words, code->meaning);
    }
    assert_part(page, "| kind | what happened |\n| --- | --- |\n", "\nOther names", out_all(&out));
    out = out_new(arena);
    for (size_t i = 0; i < DUE_NAME_COUNT; i++)
        out_text(&out, text_format(arena, "| `%s` | `%s` |\n", DUE_NAMES[i].name, event_code(DUE_NAMES[i].event)));
    out_string(&out, "| `VISIT` with `\"seen\":false` | `VISIT_NOT_SEEN` |\n");
    assert_part(page, "| written | read as |\n| --- | --- |\n", "\n## What comes out", out_all(&out));
    arena_free(arena);
}

static void out_events(Out *out, uint64_t set)
{
    const char *between = "`";
    for (int i = 1; i < EVENT_COUNT; i++)
        if ((set & EVENT_BIT(i)) != 0) {
            out_string(out, between);
            out_string(out, event_code((enum event)i));
            between = "`, `";
        }
    out_string(out, "`");
}

/* From what it is counted in England, in what time, and what satisfies it; a dash where England has no such row. */
static void in_england(Out *out, enum obligation_kind kind)
{
    static const char *const units[] = {[WORKING_DAYS] = "working days", [DAYS] = "days", [WEEKS] = "weeks", [MONTHS] = "months"};
    const struct obligation_row *limit = obligation_row_on(profile_named(T("england")), kind, (Date){20600});
    if (limit == NULL) {
        out_string(out, " | – | – | – |");
        return;
    }
    out_string(out, " | ");
    out_events(out, limit->starts);
    out_string(out, " | ");
    out_int(out, limit->number);
    out_char(out, ' ');
    out_text(out, (Text){units[limit->unit], strlen(units[limit->unit]) - (limit->number == 1)});
    out_string(out, limit->before ? " before | " : " | ");
    out_events(out, limit->ends);
    out_string(out, " |");
}

static void obligations_are_those_of_the_list(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    Text page = file_text(arena, source_path(arena, PAGE));
    Out out = out_new(arena);
    for (int kind = 1; kind < OBLIGATION_KIND_COUNT; kind++) {
        out_text(&out, text_format(arena, "| `%s` | %s", obligation_outward((enum obligation_kind)kind), obligation_kind_words((enum obligation_kind)kind)));
        in_england(&out, (enum obligation_kind)kind);
        out_char(&out, '\n');
    }
    assert_part(page, "| kind | what is due | from | in England | met by |\n| --- | --- | --- | --- | --- |\n", "\n## In the code", out_all(&out));
    arena_free(arena);
}

/* What the page asks, the program answers in the page's words. */
static void examples_are_run(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct own_file file = own_file();
    Text example = part(file_text(arena, source_path(arena, PAGE)), "\n## An example\n", "\n## What goes in\n");
    size_t examples = 0;
    while (text_contains(example, T("```json\n"))) {
        put_file(file.path, part(example, "```json\n", "```\n"));
        Text words = part(example, "    hearth due - ", "\n");
        struct asked asked = ask(arena, text_format(arena, "%s %.*s", file.path, TEXT_ARGS(words)).at);
        assert_int_equal(asked.status, 0);
        const char *behind = words.at + words.len;
        Text rest = {behind, (size_t)(example.at + example.len - behind)};
        assert_part(rest, "```json\n", "```\n", asked.out);
        const char *end = part(rest, "```json\n", "```\n").at + asked.out.len + strlen("```\n");
        example = (Text){end, (size_t)(example.at + example.len - end)};
        examples++;
    }
    assert_true(examples >= 1);
    unlink(file.path);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_are_those_of_the_list),
        cmocka_unit_test(obligations_are_those_of_the_list),
        cmocka_unit_test(examples_are_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
