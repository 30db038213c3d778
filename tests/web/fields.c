/* Forms, queries and cookies: what comes in is clean, and what was typed is not lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/out.h"
#include "web/fields.h"
#include "web/limits.h"
#include "web/percent.h"

/* Names and values as "name=value|name=value". */
static Text shown(Arena *arena, const struct form *form)
{
    Out out = out_new(arena);
    for (size_t i = 0; i < form->count; i++) {
        if (i > 0)
            out_char(&out, '|');
        out_text(&out, form->at[i].name);
        out_char(&out, '=');
        out_text(&out, form->at[i].value);
    }
    return out_all(&out);
}

static void test_forms(void **state)
{
    static const struct {
        const char *body;
        enum form_fault fault;
        const char *fields;
    } table[] = {
        {"", FORM_FINE, ""},
        {"a=1", FORM_FINE, "a=1"},
        {"a=1&b=2&a=3", FORM_FINE, "a=1|b=2|a=3"},
        {"a", FORM_FINE, "a="},
        {"a=", FORM_FINE, "a="},
        {"a==b", FORM_FINE, "a==b"},
        {"&&a=1&&", FORM_FINE, "a=1"},
        {"a=x+y%20z%2B", FORM_FINE, "a=x y z+"},
        {"a+b=1", FORM_FINE, "a b=1"},
        {"a=%C3%A9%F0%9F%91%B6", FORM_FINE, "a=\xc3\xa9\xf0\x9f\x91\xb6"},
        {"a=one%0D%0Atwo%0Dthree%0Afour", FORM_FINE, "a=one\ntwo\nthree\nfour"},
        {"a=%26%3D", FORM_FINE, "a=&="},
        {"a=<script>", FORM_FINE, "a=<script>"},
        {"a=left%00right", FORM_NOT_TEXT, "a=left\xef\xbf\xbdright"},
        {"a=%1b[31m", FORM_NOT_TEXT, "a=\xef\xbf\xbd[31m"},
        {"a=%ff%fe", FORM_NOT_TEXT, "a=\xef\xbf\xbd\xef\xbf\xbd"},
        {"a=%c0%80", FORM_NOT_TEXT, "a=\xef\xbf\xbd\xef\xbf\xbd"},
        {"a=caf\xe9&b=kept", FORM_NOT_TEXT, "a=caf\xef\xbf\xbd|b=kept"},
        {"a=%ed%a0%80", FORM_NOT_TEXT, "a=\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
        {"a=100%", FORM_BAD_CODE, "a=100%"},
        {"a=%zz&b=%4", FORM_BAD_CODE, "a=%zz|b=%4"},
        {"=1&b=2", FORM_NAME_WRONG, "b=2"},
        {"a%00=1&b=2", FORM_NAME_WRONG, "b=2"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        Arena *arena = arena_new(0);
        struct form form;
        enum form_fault fault = fields_of_form(arena, text_of(table[i].body), &form);
        if (fault != table[i].fault || !text_equal_string(shown(arena, &form), table[i].fields))
            fail_msg("'%s' gave fault %d and %.*s", table[i].body, (int)fault, TEXT_ARGS(shown(arena, &form)));
        assert_true((fault == FORM_FINE) == (form_fault_words(fault)[0] == '\0'));
        arena_free(arena);
    }
}

static void test_limits(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct form form;
    Out many = out_new(arena);
    for (int i = 0; i < FORM_FIELDS; i++)
        out_string(&many, "a=1&");
    assert_int_equal(fields_of_form(arena, out_all(&many), &form), FORM_FINE);
    assert_int_equal(form.count, FORM_FIELDS);
    out_string(&many, "b=2");
    assert_int_equal(fields_of_form(arena, out_all(&many), &form), FORM_TOO_MANY);
    assert_int_equal(form.count, FORM_FIELDS);

    Out name = out_new(arena);
    for (int i = 0; i < FORM_NAME; i++)
        out_char(&name, 'n');
    assert_int_equal(fields_of_form(arena, text_join(arena, out_all(&name), T("=1")), &form), FORM_FINE);
    out_char(&name, 'n');
    assert_int_equal(fields_of_form(arena, text_join(arena, out_all(&name), T("=1")), &form), FORM_NAME_WRONG);

    /* A long value keeps its beginning, cut between characters. */
    Out value = out_new(arena);
    out_string(&value, "v=x");
    for (int i = 0; i < FORM_VALUE / 2; i++)
        out_string(&value, "\xc3\xa9");
    assert_int_equal(fields_of_form(arena, out_all(&value), &form), FORM_VALUE_LONG);
    assert_int_equal(form.at[0].value.len, FORM_VALUE - 1);
    assert_true(text_is_utf8(form.at[0].value));
    arena_free(arena);
}

/* Any bytes: no crash, all that comes out is clean, and a form written back reads the same. */
static void test_any_bytes(void **state)
{
    uint64_t random = 0x9e3779b97f4a7c15u;
    (void)state;
    for (int round = 0; round < 3000; round++) {
        Arena *arena = arena_new(0);
        char body[200];
        size_t len = (size_t)(round % 200);
        for (size_t i = 0; i < len; i++) {
            random = random * 6364136223846793005u + 1442695040888963407u;
            body[i] = (random >> 60) < 6 ? "%&=+;0"[random >> 60] : (char)(random >> 40);
        }
        struct form form, again;
        (void)fields_of_form(arena, (Text){body, len}, &form);
        for (size_t i = 0; i < form.count; i++) {
            assert_true(text_is_clean(form.at[i].name));
            assert_true(text_is_clean(form.at[i].value));
        }
        assert_int_equal(fields_of_form(arena, fields_to_body(arena, &form), &again), FORM_FINE);
        assert_true(text_equal(shown(arena, &form), shown(arena, &again)));
        fields_of_cookies(arena, (Text){body, len}, &form);
        for (size_t i = 0; i < form.count; i++)
            assert_true(text_is_clean(form.at[i].value));
        arena_free(arena);
    }
}

static void test_cookies(void **state)
{
    static const char *const table[][2] = {
        {"", ""},
        {"hearth=abc", "hearth=abc"},
        {"a=1; hearth=abc ;b=2;", "a=1|hearth=abc|b=2"},
        {"nothing; =x; a=1", "a=1"},
        {"a=1=2", "a=1=2"},
        {"a=\xff; b=2", "b=2"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        Arena *arena = arena_new(0);
        struct form cookies;
        fields_of_cookies(arena, text_of(table[i][0]), &cookies);
        assert_true(text_equal_string(shown(arena, &cookies), table[i][1]));
        arena_free(arena);
    }
}

static void test_all_bytes_are_encoded_and_back(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    char all[256];
    for (int i = 0; i < 256; i++)
        all[i] = (char)i;
    Out out = out_new(arena);
    percent_encode(&out, (Text){all, 256});
    Text back;
    assert_true(percent_decode(arena, out_all(&out), true, &back));
    assert_int_equal(back.len, 256);
    assert_memory_equal(back.at, all, 256);
    for (size_t i = 0; i < out_all(&out).len; i++)
        assert_non_null(strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%", out_all(&out).at[i]));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forms),   cmocka_unit_test(test_limits),
        cmocka_unit_test(test_any_bytes), cmocka_unit_test(test_cookies),
        cmocka_unit_test(test_all_bytes_are_encoded_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
