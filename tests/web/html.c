/* The one escaper, on every byte there is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#define WEB_MAKES_URLS
#include "web/html.h"

static Text escaped(Arena *arena, Text text)
{
    Out out = out_new(arena);
    html_escape(&out, text);
    return out_all(&out);
}

static void each_byte_alone_and_between(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    for (int byte = 0; byte < 256; byte++) {
        char c = (char)byte;
        Text expected = {&c, 1};
        switch (c) {
        case '&': expected = T("&amp;"); break;
        case '<': expected = T("&lt;"); break;
        case '>': expected = T("&gt;"); break;
        case '"': expected = T("&#34;"); break;
        case '\'': expected = T("&#39;"); break;
        default: break;
        }
        assert_true(text_equal(escaped(arena, (Text){&c, 1}), expected));
        char between[3] = {'a', c, 'z'};
        Text whole = text_join(arena, text_join(arena, T("a"), expected), T("z"));
        assert_true(text_equal(escaped(arena, (Text){between, 3}), whole));
    }
    arena_free(arena);
}

static void nothing_and_rows_of_the_same(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    assert_true(text_equal(escaped(arena, TEXT_NONE), T("")));
    /* A name that would turn round what stands after it; isolates, and half of such a character, stay. */
    assert_true(text_equal(escaped(arena, T("a\xe2\x80\xae" "b<")), T("a\xe2\x80\xae" "b&lt;"))); /* nothing typed is lost */
    assert_true(text_equal(escaped(arena, T("\xe2\x81\xa8\xe2\x81\xa9\xe2\x80\x99\xe2\x80")), T("\xe2\x81\xa8\xe2\x81\xa9\xe2\x80\x99\xe2\x80")));
    assert_true(text_equal(escaped(arena, T("<<\"\">>")), T("&lt;&lt;&#34;&#34;&gt;&gt;")));
    arena_free(arena);
}

static void the_type_decides(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    Out out = out_new(arena);
    html_text(&out, T("a<b"));
    html_text(&out, -3);
    html_text(&out, (size_t)7);
    html_attribute(&out, T("\""));
    html_attribute(&out, INT64_C(12));
    html_url(&out, url_made(T("/a?b=1&c=2")));
    assert_true(text_equal(out_all(&out), T("a&lt;b-37&#34;12/a?b=1&amp;c=2")));
    assert_true(html_true(true) && html_true(1) && html_true(T("x")) && html_true(url_made(T("/"))));
    assert_false(html_true(false) || html_true(0) || html_true(TEXT_NONE) || html_true(URL_NONE));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_byte_alone_and_between),
        cmocka_unit_test(nothing_and_rows_of_the_same),
        cmocka_unit_test(the_type_decides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
