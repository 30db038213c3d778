/* The buffer that grows, and the one canonical form of a JSON string. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <jansson.h>

#include "base/out.h"

static void assert_out(const Out *out, const char *expected)
{
    Text all = out_all(out);
    assert_int_equal(all.len, strlen(expected));
    assert_memory_equal(all.at, expected, all.len);
}

static void it_grows_and_keeps_what_was_written(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    Out out = out_new(arena);
    assert_int_equal(out_all(&out).len, 0);
    for (int i = 0; i < 20000; i++)
        out_char(&out, (char)('a' + i % 26));
    out_text(&out, TEXT_NONE);
    Text all = out_all(&out);
    assert_int_equal(all.len, 20000);
    for (size_t i = 0; i < all.len; i++)
        assert_int_equal(all.at[i], 'a' + i % 26);
    arena_free(arena);
}

static void numbers_and_hex(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    Out out = out_new(arena);
    out_int(&out, INT64_MIN);
    out_char(&out, ' ');
    out_int(&out, INT64_MAX);
    out_char(&out, ' ');
    out_digits(&out, 7, 4);
    out_char(&out, ' ');
    out_digits(&out, 12345, 2);
    out_char(&out, ' ');
    out_hex(&out, "\x00\x7f\xff", 3);
    out_hex(&out, "", 0);
    out_string(&out, "!");
    assert_out(&out, "-9223372036854775808 9223372036854775807 0007 45 007fff!");
    arena_free(arena);
}

static void json_has_one_form(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    Out out = out_new(arena);
    out_json(&out, T("a\"b\\c/d\n\r\t<é😀>\x7f"));
    assert_out(&out, "\"a\\\"b\\\\c/d\\n\\r\\t<é😀>\x7f\"");
    out = out_new(arena);
    out_json(&out, (Text){"\0\x01\x1f", 3});
    assert_out(&out, "\"\\u0000\\u0001\\u001f\"");
    out = out_new(arena);
    out_json(&out, TEXT_NONE);
    assert_out(&out, "\"\"");
    arena_free(arena);
}

/* Each byte that can stand alone, between others: an independent reader gives it back. */
static void a_reader_gives_every_character_back(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    for (int c = 0; c < 0x80; c++) {
        char three[3] = {'x', (char)c, 'y'};
        Out out = out_new(arena);
        out_json(&out, (Text){three, 3});
        json_error_t error;
        json_t *json = json_loadb(out_all(&out).at, out_all(&out).len, JSON_DECODE_ANY | JSON_ALLOW_NUL, &error);
        assert_non_null(json);
        assert_int_equal(json_string_length(json), 3);
        assert_memory_equal(json_string_value(json), three, 3);
        json_decref(json);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_grows_and_keeps_what_was_written),
        cmocka_unit_test(numbers_and_hex),
        cmocka_unit_test(json_has_one_form),
        cmocka_unit_test(a_reader_gives_every_character_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
