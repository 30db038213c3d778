/* An act's form as a page shows it. SA-10: what was typed stays typed; each problem stands beside its field and in the summary. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "acts/form_answers.h"
#include "acts/form_view.h"
#include "sample_fields.h"

static struct field_views view(Arena *arena, Text written, struct problems *problems)
{
    struct field_options *options = ARENA_NEW(arena, struct field_options);
    *options = sample_options();
    struct form form = sample_form(arena, written);
    struct form_reading reading = sample_reading(arena, options, problems);
    struct sample act;
    Err read = fields_read_form(SAMPLE, SAMPLE_COUNT, &form, &reading, &act);
    assert_true(read.kind == OK || read.kind == NOT_VALID);
    return fields_view(SAMPLE, SAMPLE_COUNT, &form, options, problems, arena);
}

static const struct field_view *named(const struct field_views *views, const char *name)
{
    for (size_t i = 0; i < views->count; i++)
        if (text_equal_string(views->at[i].name, name))
            return &views->at[i];
    fail_msg("no field %s", name);
    return NULL;
}

static void assert_text(Text got, const char *expected)
{
    if (!text_equal_string(got, expected))
        print_error("expected '%s', got '%.*s'\n", expected, TEXT_ARGS(got));
    assert_true(text_equal_string(got, expected));
}

static void an_empty_form_shows_every_field(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct problems problems = problems_new(arena);
    struct form form = {0};
    struct field_options options = sample_options();
    struct field_views views = fields_view(SAMPLE, SAMPLE_COUNT, &form, &options, &problems, arena);
    assert_int_equal(views.count, SAMPLE_COUNT - 1); /* the decided one is not on the form */
    for (size_t i = 0; i < views.count; i++) {
        const struct field_view *at = &views.at[i];
        int kinds = at->is_text + at->is_line + at->is_date + at->is_time + at->is_instant + at->is_int + at->is_yesno + at->is_radios +
                    at->is_checkboxes + at->is_select + at->is_list;
        assert_int_equal(kinds, 1);
        assert_false(at->has_error);
    }
    const struct field_view *date = named(&views, "held_on");
    assert_text(date->id, "held_on-day");
    assert_text(date->described_by, "held_on-hint");
    assert_int_equal(named(&views, "notes")->limit, 10);
    assert_true(named(&views, "outcome")->is_radios);
    assert_true(named(&views, "took_part")->is_checkboxes);
    assert_int_equal(named(&views, "outcome")->choices.count, STRATEGY_OUTCOME_COUNT - 1);
    assert_text(named(&views, "why_not")->when_words, "Only if you answered ‘No’ to ‘Told?’");
    assert_text(named(&views, "why_not")->when_name, "told");
    const struct field_view *children = named(&views, "children");
    assert_int_equal(children->rows.count, 3);
    assert_text(children->rows.at[0].label, "Ada Okafor");
    assert_text(children->rows.at[2].hint, "unborn");
    assert_text(children->rows.at[1].key_name, "children-1-child");
    assert_text(children->rows.at[1].key_value, "2050");
    assert_false(children->rows.at[0].can_be_same);
    assert_true(children->rows.at[1].can_be_same);
    assert_text(children->rows.at[1].same_words, "The same as Ada Okafor");
    assert_text(children->rows.at[1].fields.at[0].name, "children-1-outcome");
    assert_false(children->can_add);
    const struct field_view *actions = named(&views, "actions");
    assert_int_equal(actions->rows.count, 1);
    assert_true(actions->can_add);
    assert_text(actions->add_name, "actions-add");
    arena_free(arena);
}

static void what_was_typed_stays(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct problems problems = problems_new(arena);
    struct field_views views =
        view(arena, T("notes=far too long a note|name=<b>|held_on-day=31|held_on-month=Feb|held_on-year=2026|outcome=CLOSE|took_part=POLICE|chair=12|told=no|times=many"
                      "|children-5-child=2050|children-5-reason=hers|children-0-child=2049|children-0-outcome=CLOSE|actions-7-by-day=40|actions-7-what=x"),
             &problems);
    assert_text(named(&views, "notes")->value, "far too long a note");
    assert_true(named(&views, "notes")->has_error);
    assert_text(named(&views, "name")->value, "<b>");
    assert_text(named(&views, "held_on")->month, "Feb");
    assert_text(named(&views, "held_on")->error, "The date of the discussion must be a real date");
    assert_text(named(&views, "held_on")->described_by, "held_on-hint held_on-error");
    assert_text(named(&views, "times")->value, "many");
    assert_true(named(&views, "outcome")->choices.at[STRATEGY_OUTCOME_CLOSE - 1].checked);
    assert_true(named(&views, "took_part")->choices.at[AGENCY_KIND_POLICE - 1].checked);
    assert_true(named(&views, "chair")->choices.at[1].checked);
    assert_true(named(&views, "told")->choices.at[1].checked);
    const struct field_view *children = named(&views, "children");
    assert_text(children->rows.at[1].id, "children-5"); /* Ben keeps the number he was sent with; Baby takes a free one */
    assert_text(children->rows.at[2].id, "children-1");
    assert_text(children->rows.at[1].fields.at[1].value, "hers");
    assert_text(named(&views, "actions")->rows.at[0].fields.at[1].day, "40");
    struct problem_views summary = problems_view(&views, &problems, arena);
    assert_int_equal(summary.count, problems.count);
    bool row_named = false;
    for (size_t i = 0; i < summary.count; i++) {
        row_named |= text_equal_string(summary.at[i].words, "Ben Lane: Choose what was decided") && text_equal_string(summary.at[i].id, "children-5-outcome-1");
        assert_true(summary.at[i].id.len > 0);
    }
    assert_true(row_named);
    arena_free(arena);
}

static void one_more_row(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct problems problems = problems_new(arena);
    struct form form = sample_form(arena, T("actions-0-what=a|actions-1-what=b|actions-add=1"));
    assert_true(form_only_changes(SAMPLE, SAMPLE_COUNT, &form));
    struct field_views views = fields_view(SAMPLE, SAMPLE_COUNT, &form, NULL, &problems, arena);
    assert_int_equal(named(&views, "actions")->rows.count, 3);
    assert_false(named(&views, "actions")->can_add); /* 3 is the most */
    form = sample_form(arena, T("actions-0-add=1|children=actions-add"));
    assert_false(form_only_changes(SAMPLE, SAMPLE_COUNT, &form));
    arena_free(arena);
}

static void bytes_that_are_no_words_are_shown_as_such(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    assert_text(words_to_show(arena, T("a\0b")), "a\xef\xbf\xbd" "b");
    assert_text(words_to_show(arena, T("\xff<\xc3")), "\xef\xbf\xbd<\xef\xbf\xbd");
    assert_text(words_to_show(arena, T("\xe2\x82")), "\xef\xbf\xbd\xef\xbf\xbd");
    assert_text(words_to_show(arena, T("\x1b\xe2\x82\xac")), "\xef\xbf\xbd\xe2\x82\xac");
    for (unsigned a = 0; a < 256; a++)
        for (unsigned b = 0; b < 256; b++) {
            char bytes[] = {(char)a, (char)b, 'x'};
            assert_true(text_is_clean(words_to_show(arena, (Text){bytes, 3})));
        }
    arena_free(arena);
}

/* SA-13: what was recorded is read back in words. */
static void answers_are_words(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct problems problems = problems_new(arena);
    struct field_options options = sample_options();
    struct form form = sample_form(arena, T("name=Ada|held_on-day=20|held_on-month=3|held_on-year=2026|told=yes|took_part=POLICE|took_part=HEALTH|chair=12|agencies=30"
                                            "|agencies=31|times=3000|children-0-child=2050|children-0-outcome=S47_JOINT|children-0-worker=11|actions-0-what=call"));
    struct form_reading reading = sample_reading(arena, &options, &problems);
    struct sample act;
    assert_int_equal(fields_read_form(SAMPLE, SAMPLE_COUNT, &form, &reading, &act).kind, OK);
    struct answer_views answers = answers_view(SAMPLE, SAMPLE_COUNT, &act, &options, arena);
    static const char *const expected[][3] = {
        {"", "Name", "Ada"}, {"", "When?", "20 March 2026"}, {"", "Times", "3,000"}, {"", "Told?", "Yes"}, {"", "Who took part?", "Police, Health"},
        {"", "Chair", "Tom Hale"}, {"", "Agencies", "Hill School, Police"},
        {"Ben Lane", "What was decided?", "Section 47 enquiry by social care and police together"}, {"Ben Lane", "Who?", "Ruth Mensah"}, {"call", "What?", "call"}};
    assert_int_equal(answers.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < answers.count; i++) {
        assert_text(answers.at[i].row, expected[i][0]);
        assert_text(answers.at[i].label, expected[i][1]);
        assert_text(answers.at[i].words, expected[i][2]);
    }
    assert_true(answers.at[7].begins);
    assert_false(answers.at[8].begins);
    assert_text(fields_say("{name} on {held_on}: {told}, {why_not}{", SAMPLE, SAMPLE_COUNT, &act, arena), "Ada on 20 March 2026: Yes,");
    assert_text(fields_say("Nothing more", SAMPLE, SAMPLE_COUNT, &act, arena), "Nothing more");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_form_shows_every_field),
        cmocka_unit_test(what_was_typed_stays),
        cmocka_unit_test(one_more_row),
        cmocka_unit_test(answers_are_words),
        cmocka_unit_test(bytes_that_are_no_words_are_shown_as_such),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
