/* The fields of an act: every type and its limits, from a form, to the canonical body and back. SA-10, SA-13, SB-05. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "sample_fields.h"

static Text body_of(Arena *arena, const struct sample *act)
{
    Out out = out_new(arena);
    fields_write_json(SAMPLE, SAMPLE_COUNT, act, &out);
    return out_all(&out);
}

/* What comes of a form: its body, or 'field: sentence' of each problem, a line each. */
static Text outcome(Arena *arena, const struct form *form, struct sample *ret_act)
{
    struct problems problems = problems_new(arena);
    struct field_options options = sample_options();
    struct form_reading reading = sample_reading(arena, &options, &problems);
    Err read = fields_read_form(SAMPLE, SAMPLE_COUNT, form, &reading, ret_act);
    assert_int_equal(read.kind, problems.count == 0 ? OK : NOT_VALID);
    if (problems.count == 0)
        return body_of(arena, ret_act);
    Out out = out_new(arena);
    for (size_t i = 0; i < problems.count; i++) {
        if (i > 0)
            out_char(&out, '\n');
        out_text(&out, problems.at[i].field);
        out_string(&out, ": ");
        out_text(&out, problems.at[i].sentence);
    }
    return out_all(&out);
}

/* A body read back and written again is the same bytes, and so is the form made of it. */
static void round_trip(Arena *arena, const struct sample *act)
{
    Text body = body_of(arena, act);
    struct sample again;
    Err read = fields_read_json(SAMPLE, SAMPLE_COUNT, body, arena, &again);
    if (read.kind != OK)
        print_error("%s\n%.*s\n", read.why, TEXT_ARGS(body));
    assert_int_equal(read.kind, OK);
    assert_true(text_equal(body_of(arena, &again), body));
    struct form form = fields_to_form(SAMPLE, SAMPLE_COUNT, act, arena);
    struct sample typed;
    assert_true(text_equal(outcome(arena, &form, &typed), body));
}

struct line {
    const char *form, *expected;
};

static void each_line(const struct line *lines, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Arena *arena = arena_new(0);
        struct form form = sample_form(arena, text_of(lines[i].form));
        struct sample act;
        Text got = outcome(arena, &form, &act);
        if (!text_equal_string(got, lines[i].expected))
            print_error("form:     %s\nexpected: %s\ngot:      %.*s\n", lines[i].form, lines[i].expected, TEXT_ARGS(got));
        assert_true(text_equal_string(got, lines[i].expected));
        if (got.at[0] == '{')
            round_trip(arena, &act);
        arena_free(arena);
    }
}
#define EACH_LINE(lines) each_line(lines, sizeof(lines) / sizeof *(lines))

static void words(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"name=Ada", "{\"name\":\"Ada\"}"},
        {"name=  Ada \t ", "{\"name\":\"Ada\"}"},
        {"", "name: Enter a name"},
        {"name=   ", "name: Enter a name"},
        {"name=\xe2\x80\x8b\xe2\x80\x8d\xef\xbb\xbf", "name: Enter a name"},                 /* zero-width only */
        {"name=\xe3\x85\xa4\xe2\xa0\x80", "name: Enter a name"},                            /* Hangul filler, empty braille cell */
        {"name=\xe2\x80\x8b" "Ada\xe2\x80\x8b", "{\"name\":\"Ada\"}"},
        {"name=\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae", "{\"name\":\"\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xae\"}"}, /* the joiner inside Persian stays */
        {"name=Ada\r\nLane", "{\"name\":\"Ada Lane\"}"},                                    /* a line is one line */
        {"name=a|notes=one\r\ntwo\rx", "{\"notes\":\"one\\ntwo\\nx\",\"name\":\"a\"}"},
        {"name=a|notes=1234567890", "{\"notes\":\"1234567890\",\"name\":\"a\"}"},
        {"name=a|notes=\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9", "{\"notes\":\"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\",\"name\":\"a\"}"},
        {"name=a|notes=12345678901", "notes: Answer must be 10 characters or fewer. You have typed 11"},
        {"name=a|notes=12345\r\n7890", "{\"notes\":\"12345\\n7890\",\"name\":\"a\"}"},      /* a line end is one character */
        {"name=a\x01" "b", "name: The name has characters that can't be read. Type it again"},
        {"name=a\xff", "name: The name has characters that can't be read. Type it again"},
        {"name=first|name=second", "{\"name\":\"first\"}"},
        {"name=a|nobody=knows|token=ff|children=1|children-=2", "{\"name\":\"a\"}"},        /* extra and decided names are passed over */
    };
    EACH_LINE(lines);
}

static void dates(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"name=a|held_on-day=20|held_on-month=3|held_on-year=2026", "{\"name\":\"a\",\"held_on\":\"2026-03-20\"}"},
        {"name=a|held_on-day= 05 |held_on-month=March|held_on-year=2025", "{\"name\":\"a\",\"held_on\":\"2025-03-05\"}"},
        {"name=a|held_on-day=5|held_on-month=sept.|held_on-year=2025", "{\"name\":\"a\",\"held_on\":\"2025-09-05\"}"},
        {"name=a|held_on-day=29|held_on-month=FEB|held_on-year=2024", "{\"name\":\"a\",\"held_on\":\"2024-02-29\"}"},
        {"name=a|held_on-day=23|held_on-month=3|held_on-year=2026", "{\"name\":\"a\",\"held_on\":\"2026-03-23\"}"},
        {"name=a|held_on-day=1|held_on-month=1|held_on-year=1900", "{\"name\":\"a\",\"held_on\":\"1900-01-01\"}"},
        {"name=a|review_on-day=31|review_on-month=12|review_on-year=2199", "{\"name\":\"a\",\"review_on\":\"2199-12-31\"}"},
        {"name=a|held_on-day=24|held_on-month=3|held_on-year=2026", "held_on: The date of the discussion must be today or in the past"},
        {"name=a|review_on-day=22|review_on-month=3|review_on-year=2026", "review_on: Date must be today or in the future"},
        {"name=a|held_on-day=31|held_on-month=2|held_on-year=2026", "held_on: The date of the discussion must be a real date"},
        {"name=a|held_on-day=29|held_on-month=2|held_on-year=2025", "held_on: The date of the discussion must be a real date"},
        {"name=a|held_on-day=0|held_on-month=2|held_on-year=2025", "held_on: The date of the discussion must be a real date"},
        {"name=a|held_on-day=1|held_on-month=13|held_on-year=2025", "held_on: The date of the discussion must be a real date"},
        {"name=a|held_on-day=-1|held_on-month=1|held_on-year=2025", "held_on: The date of the discussion must be a real date"},
        {"name=a|held_on-day=1|held_on-month=ma|held_on-year=2025", "held_on: The date of the discussion must be a real date"},
        {"name=a|held_on-day=1st|held_on-month=1|held_on-year=2025", "held_on: The date of the discussion must be a real date"},
        {"name=a|held_on-day=1|held_on-month=1|held_on-year=25", "held_on: The date of the discussion must have a year of 4 numbers, for example 2026"},
        {"name=a|held_on-day=1|held_on-month=1|held_on-year=1899", "held_on: The date of the discussion must be in a year between 1900 and 2199"},
        {"name=a|held_on-day=1|held_on-month=1|held_on-year=2200", "held_on: The date of the discussion must be in a year between 1900 and 2199"},
        {"name=a|held_on-month=1|held_on-year=2025", "held_on: The date of the discussion must include a day"},
        {"name=a|held_on-day=3", "held_on: The date of the discussion must include a month and a year"},
        {"name=a|held_on-day=|held_on-month= |held_on-year=", "{\"name\":\"a\"}"},
        {"name=a|held_on-day=\xff|held_on-month=1|held_on-year=2025", "held_on: The date of the discussion has characters that can't be read. Type it again"},
    };
    EACH_LINE(lines);
}

static void times(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"name=a|began_at=9:30am", "{\"name\":\"a\",\"began_at\":\"09:30\"}"},
        {"name=a|began_at=9.30 PM", "{\"name\":\"a\",\"began_at\":\"21:30\"}"},
        {"name=a|began_at=1430", "{\"name\":\"a\",\"began_at\":\"14:30\"}"},
        {"name=a|began_at=7pm", "{\"name\":\"a\",\"began_at\":\"19:00\"}"},
        {"name=a|began_at=12am", "{\"name\":\"a\",\"began_at\":\"00:00\"}"},
        {"name=a|began_at=12:15 p.m.", "{\"name\":\"a\",\"began_at\":\"12:15\"}"},
        {"name=a|began_at=noon", "{\"name\":\"a\",\"began_at\":\"12:00\"}"},
        {"name=a|began_at=Midnight", "{\"name\":\"a\",\"began_at\":\"00:00\"}"},
        {"name=a|began_at=0:00", "{\"name\":\"a\",\"began_at\":\"00:00\"}"},
        {"name=a|began_at=23:59", "{\"name\":\"a\",\"began_at\":\"23:59\"}"},
        {"name=a|began_at=4.15", "began_at: Enter the time as 4:15pm or 16:15, or as 4:15am"},
        {"name=a|began_at=630", "began_at: Enter the time as 6:30pm or 18:30, or as 6:30am"},
        {"name=a|began_at=04:15", "{\"name\":\"a\",\"began_at\":\"04:15\"}"},
        {"name=a|began_at=4.15pm", "{\"name\":\"a\",\"began_at\":\"16:15\"}"},
        {"name=a|began_at=24:00", "began_at: Time must be a real time, for example 9:30am"},
        {"name=a|began_at=9", "began_at: Time must be a real time, for example 9:30am"},
        {"name=a|began_at=9:5", "began_at: Time must be a real time, for example 9:30am"},
        {"name=a|began_at=13pm", "began_at: Time must be a real time, for example 9:30am"},
        {"name=a|began_at=am", "began_at: Time must be a real time, for example 9:30am"},
        {"name=a|began_at=:", "began_at: Time must be a real time, for example 9:30am"},
        {"name=a|began_at=-1:30", "began_at: Time must be a real time, for example 9:30am"},
        {"name=a|seen_at-day=20|seen_at-month=3|seen_at-year=2026|seen_at-time=10:00", "{\"name\":\"a\",\"seen_at\":1774000800000000}"},
        {"name=a|seen_at-day=23|seen_at-month=3|seen_at-year=2026|seen_at-time=12:01", "seen_at: Date and time must be in the past"},
        {"name=a|seen_at-day=30|seen_at-month=3|seen_at-year=2025|seen_at-time=1:30am", "seen_at: Time was left out that day, when the clocks went forward"},
        {"name=a|seen_at-day=20|seen_at-month=3|seen_at-year=2026", "seen_at: Time must be given with the date, for example 9:30am"},
        {"name=a|seen_at-time=9am", "seen_at: Date must include a day, a month and a year"},
    };
    EACH_LINE(lines);
}

static void numbers_and_choices(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"name=a|times=3000", "{\"name\":\"a\",\"times\":3000}"},
        {"name=a|times=-5", "{\"name\":\"a\",\"times\":-5}"},
        {"name=a|times=0", "{\"name\":\"a\",\"times\":0}"},
        {"name=a|times=3001", "times: Answer must be between -5 and 3,000"},
        {"name=a|times=-6", "times: Answer must be between -5 and 3,000"},
        {"name=a|times=99999999999999999999", "times: Answer must be a whole number"},
        {"name=a|times=1.5", "times: Answer must be a whole number"},
        {"name=a|told=yes", "{\"name\":\"a\",\"told\":true}"},
        {"name=a|told=no|why_not=not safe", "{\"name\":\"a\",\"told\":false,\"why_not\":\"not safe\"}"},
        {"name=a|told=no", "why_not: Say why not"},
        {"name=a|told=yes|why_not=left over", "{\"name\":\"a\",\"told\":true}"}, /* not asked, so not kept */
        {"name=a|why_not=left over", "{\"name\":\"a\"}"},
        {"name=a|told=maybe", "told: Choose one of the answers shown"},
        {"name=a|outcome=S47_JOINT", "{\"name\":\"a\",\"outcome\":\"S47_JOINT\"}"},
        {"name=a|outcome=s47_joint", "outcome: Choose one of the answers shown"},
        {"name=a|outcome=' OR 1=1", "outcome: Choose one of the answers shown"},
        {"name=a|took_part=HEALTH|took_part=POLICE|took_part=HEALTH|took_part=", "{\"name\":\"a\",\"took_part\":[\"POLICE\",\"HEALTH\"]}"},
        {"name=a|took_part=HEALTH|took_part=NOBODY", "took_part: Choose one of the answers shown"},
        {"name=a|chair=12", "{\"name\":\"a\",\"chair\":12}"},
        {"name=a|chair=13", "chair: Choose one of the answers shown"}, /* not offered to this person */
        {"name=a|chair=0", "chair: Choose one of the answers shown"},
        {"name=a|chair=12;DROP", "chair: Choose one of the answers shown"},
        {"name=a|agencies=30|agencies=31|agencies=30", "{\"name\":\"a\",\"agencies\":[31,30]}"}, /* in the order offered */
        {"name=a|agencies=30|agencies=99", "agencies: Choose one of the answers shown"},
    };
    EACH_LINE(lines);
}

static void rows(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"name=a|children-0-child=2049|children-0-outcome=CLOSE", "{\"name\":\"a\",\"children\":[{\"child\":2049,\"outcome\":\"CLOSE\"}]}"},
        {"name=a|children-0-child=2049|children-0-outcome=S47_JOINT|children-0-worker=11|children-1-child=2050|children-1-same=yes",
         "{\"name\":\"a\",\"children\":[{\"child\":2049,\"outcome\":\"S47_JOINT\",\"worker\":11},{\"child\":2050,\"outcome\":\"S47_JOINT\",\"worker\":11}]}"},
        /* 'The same' never gives one child another's words: what is each child's own stays empty. */
        {"name=a|children-0-child=2049|children-0-outcome=CLOSE|children-0-reason=I am afraid|children-1-child=2050|children-1-same=yes",
         "{\"name\":\"a\",\"children\":[{\"child\":2049,\"outcome\":\"CLOSE\",\"reason\":\"I am afraid\"},{\"child\":2050,\"outcome\":\"CLOSE\"}]}"},
        {"name=a|children-0-child=2049|children-0-outcome=S47_JOINT", "children-0-worker: Choose who makes the enquiry"},
        {"name=a|children-0-child=2049|children-0-outcome=CLOSE|children-0-worker=11", "{\"name\":\"a\",\"children\":[{\"child\":2049,\"outcome\":\"CLOSE\"}]}"},
        {"name=a|children-0-child=2049|children-0-reason=x", "children-0-outcome: Choose what was decided"},
        {"name=a|children-0-child=2049|children-0-reason=", "{\"name\":\"a\"}"}, /* nothing typed: no row */
        {"name=a|children-0-child=7|children-0-outcome=CLOSE", "children-0-child: This is no longer in the list. Open the form again"},
        {"name=a|children-0-outcome=CLOSE", "children-0-child: This is no longer in the list. Open the form again"},
        {"name=a|children-0-child=2049|children-0-outcome=CLOSE|children-3-child=2049|children-3-outcome=CLOSE",
         "children-3-child: This is asked twice. Open the form again"},
        {"name=a|children-1-child=2050|children-1-same=yes", "children-1-outcome: Choose what was decided"}, /* there is no first to be the same as */
        {"name=a|children-0-child=2049|children-0-reason=12345678901234567890123456789012345678901|children-0-outcome=CLOSE",
         "children-0-reason: Answer must be 40 characters or fewer. You have typed 41"},
        {"name=a|actions-0-what=call|actions-2-what=visit|actions-2-by-day=1|actions-2-by-month=4|actions-2-by-year=2026",
         "{\"name\":\"a\",\"actions\":[{\"what\":\"call\"},{\"what\":\"visit\",\"by\":\"2026-04-01\"}]}"},
        {"name=a|actions-0-what= |actions-1-what=visit", "{\"name\":\"a\",\"actions\":[{\"what\":\"visit\"}]}"},
        {"name=a|actions-5-by-day=1|actions-5-by-month=4|actions-5-by-year=2026", "actions-5-what: Say what"},
        {"name=a|actions-0-what=1|actions-1-what=2|actions-2-what=3|actions-3-what=4", "actions: There can be 3 rows at most"},
        {"name=a|actions-999999-what=1", "actions: There can be 3 rows at most"},
        {"name=a|actions-99999999999999999999-what=1|actions--1-what=2|actions-01-what=3|actions-x-what=4", "{\"name\":\"a\"}"},
    };
    EACH_LINE(lines);
}

/* A required list made from who is there wants a row for each of them. */
static void every_child_is_answered_for(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct field list = SAMPLE[SAMPLE_CHILDREN];
    list.required = true;
    struct problems problems = problems_new(arena);
    struct field_options options = sample_options();
    struct form_reading reading = sample_reading(arena, &options, &problems);
    struct sample act;
    struct form form = sample_form(arena, T("children-0-child=2049|children-0-outcome=CLOSE|children-1-child=2050|children-1-same=yes"));
    assert_int_equal(fields_read_form(&list, 1, &form, &reading, &act).kind, NOT_VALID);
    assert_int_equal(problems.count, 1);
    assert_true(text_equal(problems.at[0].field, T("children")));
    assert_true(text_equal(problems.at[0].sentence, T("Answer for Baby Lane")));
    form = sample_form(arena, T("children-0-child=2049|children-1-child=2050|children-1-same=yes|children-2-child=2051|children-2-same=yes"));
    problems = problems_new(arena);
    assert_int_equal(fields_read_form(&list, 1, &form, &reading, &act).kind, NOT_VALID);
    assert_int_equal(problems.count, 1);
    assert_true(text_equal(problems.at[0].field, T("children-0-outcome")));
    arena_free(arena);
}

/* Issue 2, 'a hundred hostile inputs': kept as typed, or refused beside the field. Escaping is the template's: here nothing is changed. */
static void hostile_words(void **state)
{
    (void)state;
    static const Text kept[] = {
        T("<script>alert(1)</script>"), T("\"><img src=x onerror=alert(1)>"), T("' OR '1'='1"), T("'; DROP TABLE ledger; --"), T("{{name}}"), T("${7*7}"),
        T("=HYPERLINK(\"http://example.org\")"), T("+1+cmd|' /C calc'!A0"), T("@SUM(A1)"), T("-2+3"), T("\\\\u0000"), T("\\"), T("\""), T("%00%n%s%x"),
        T("../../etc/passwd"), T("javascript:alert(1)"), T("]]>"), T("<!--"), T("&lt;b&gt;"), T("null"), T("true"), T("{\"name\":\"x\"}"), T("O'Brien-\xc5\x81ukasz"),
        T("\xf0\x9f\x8f\xb4\xf3\xa0\x81\xa7\xf3\xa0\x81\xa2\xf3\xa0\x81\xa5\xf3\xa0\x81\xae\xf3\xa0\x81\xa7\xf3\xa0\x81\xbf"), T("\xe2\x80\xae" "gnp.exe"),
        T("Z\xcc\xb6\xcc\xb7\xcc\xb8"), T("\xf4\x8f\xbf\xbd"), T("\xef\xbf\xbd"),
    };
    static const Text refused[] = {
        T("a\0b"), T("\x1b[31m"), T("a\x7f"), T("\xc0\xaf"), T("\xed\xa0\x80"), T("\xf4\x90\x80\x80"), T("\xe2\x28\xa1"), T("\xc3"), T("\xf0\x9f\x8f"), T("\xfe"),
        T("\xff\xff"), T("\xc2\x80"), T("\xef\xbf\xbe"), T("\b\b"), T("\f"), T("\x80"),
    };
    for (size_t i = 0; i < sizeof kept / sizeof *kept + sizeof refused / sizeof *refused; i++) {
        Arena *arena = arena_new(0);
        bool keep = i < sizeof kept / sizeof *kept;
        Text typed = keep ? kept[i] : refused[i - sizeof kept / sizeof *kept];
        struct form_value value = {T("name"), typed};
        struct form form = {&value, 1};
        struct sample act;
        Text got = outcome(arena, &form, &act);
        if (keep) {
            assert_true(text_equal(act.name, typed));
            round_trip(arena, &act);
        } else {
            assert_true(text_equal(got, T("name: The name has characters that can't be read. Type it again")));
        }
        arena_free(arena);
    }
    Arena *arena = arena_new(64 << 20);
    size_t size = 10 << 20; /* ten million letters */
    char *letters = arena_take(arena, size);
    memset(letters, 'a', size);
    struct form_value value = {T("name"), {letters, size}};
    struct form form = {&value, 1};
    struct sample act;
    assert_true(text_equal(outcome(arena, &form, &act), T("name: The name must be 1,200 characters or fewer. You have typed 10,485,760")));
    arena_free(arena);
}

/* A strict reader: one byte form, and nothing that is no field. */
static void bodies_refused(void **state)
{
    (void)state;
    static const char *const bodies[] = {
        "", "null", "[]", "{", "{}x", "{\"name\":1}", "{\"name\":null}", "{\"name\":\"\"}", "{\"name\":\"a\",\"name\":\"b\"}", "{\"nobody\":1}",
        "{\"name\":\"a\",\"children-0-reason\":\"x\"}", "{\"notes\":\"12345678901\"}", "{\"name\":\"a\\u0000b\"}", "{\"name\":\"\\u0001\"}", "{\"name\":\"\xff\"}",
        "{\"held_on\":\"2026-02-31\"}", "{\"held_on\":\"2026-2-3\"}", "{\"held_on\":20260203}", "{\"began_at\":\"24:00\"}", "{\"began_at\":\"9:30\"}",
        "{\"began_at\":\"-0:30\"}", "{\"began_at\":570}", "{\"seen_at\":0}", "{\"seen_at\":1.5}", "{\"seen_at\":\"x\"}", "{\"times\":3001}", "{\"times\":\"3\"}",
        "{\"times\":1e2}", "{\"times\":99999999999999999999}", "{\"told\":\"yes\"}", "{\"told\":1}", "{\"outcome\":\"NOTHING\"}", "{\"outcome\":\"\"}", "{\"outcome\":1}",
        "{\"took_part\":[]}", "{\"took_part\":\"POLICE\"}", "{\"took_part\":[\"HEALTH\",\"POLICE\"]}", "{\"took_part\":[\"POLICE\",\"POLICE\"]}", "{\"chair\":0}",
        "{\"chair\":-1}", "{\"chair\":\"12\"}", "{\"agencies\":[]}", "{\"agencies\":[0]}", "{\"agencies\":{}}", "{\"agencies\":[[1]]}", "{\"children\":[]}",
        "{\"children\":{}}", "{\"children\":[1]}", "{\"children\":[{\"nobody\":1}]}", "{\"actions\":[{},{},{},{}]}", "{\"token\":\"f\"}", "{\"token\":\"FF\"}",
        "{\"token\":\"0011223344\"}", "{\"token\":\"zz\"}", "{\"token\":[255]}",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        Arena *arena = arena_new(0);
        struct sample act;
        Err read = fields_read_json(SAMPLE, SAMPLE_COUNT, text_of(bodies[i]), arena, &act);
        if (read.kind != NOT_VALID)
            print_error("not refused: %s\n", bodies[i]);
        assert_int_equal(read.kind, NOT_VALID);
        assert_true(text_equal(body_of(arena, &act), T("{}")));
        arena_free(arena);
    }
    Arena *arena = arena_new(0);
    struct sample act;
    Text deep = text_copy(arena, (Text){arena_take(arena, 100000), 100000});
    memset((char *)deep.at, '[', deep.len);
    assert_int_equal(fields_read_json(SAMPLE, SAMPLE_COUNT, deep, arena, &act).kind, NOT_VALID);
    arena_free(arena);
}

/* Keys in another order and with white space are read, and written in the one order. */
static void one_byte_form(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct sample act;
    Text body = T(" { \"token\" : \"00ff\", \"name\":\"\\u0041\\/<\", \"actions\":[{\"by\":\"2026-04-01\",\"what\":\"x\"}] } ");
    assert_int_equal(fields_read_json(SAMPLE, SAMPLE_COUNT, body, arena, &act).kind, OK);
    assert_true(text_equal(body_of(arena, &act),
                           T("{\"name\":\"A/<\",\"actions\":[{\"what\":\"x\",\"by\":\"2026-04-01\"}],\"token\":\"00ff\"}")));
    assert_int_equal(act.token.len, 2);
    arena_free(arena);
}

/* SB: at the end of retention what is personal goes, and the body is still a body. */
static void erasure(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct sample act;
    struct form form = sample_form(arena, T("name=Ada|notes=secret|outcome=CLOSE|children-0-child=2049|children-0-outcome=CLOSE|children-0-reason=hers"));
    outcome(arena, &form, &act);
    fields_erase(SAMPLE, SAMPLE_COUNT, &act);
    Text body = body_of(arena, &act);
    assert_true(text_equal(body, T("{\"notes\":\"Erased.\",\"outcome\":\"CLOSE\",\"children\":[{\"child\":2049,\"outcome\":\"CLOSE\"}]}")));
    assert_int_equal(fields_read_json(SAMPLE, SAMPLE_COUNT, body, arena, &act).kind, OK);
    fields_erase(SAMPLE, SAMPLE_COUNT, &act);
    assert_true(text_equal(body_of(arena, &act), body)); /* erased twice is erased once */
    arena_free(arena);
}

static void an_empty_act_says_nothing(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct sample act;
    memset(&act, 0x5a, sizeof act);
    fields_clear(SAMPLE, SAMPLE_COUNT, &act);
    assert_true(text_equal(body_of(arena, &act), T("{}")));
    assert_int_equal(fields_to_form(SAMPLE, SAMPLE_COUNT, &act, arena).count, 0);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words),
        cmocka_unit_test(dates),
        cmocka_unit_test(times),
        cmocka_unit_test(numbers_and_choices),
        cmocka_unit_test(rows),
        cmocka_unit_test(every_child_is_answered_for),
        cmocka_unit_test(hostile_words),
        cmocka_unit_test(bodies_refused),
        cmocka_unit_test(one_byte_form),
        cmocka_unit_test(erasure),
        cmocka_unit_test(an_empty_act_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
