/* Words: what comes in is checked byte by byte, what goes out is where it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

/* Well-formed by the definition: decode, refuse overlong forms, surrogates and what lies past U+10FFFF. Slower than text.c and apart from it. */
static bool well_formed(const unsigned char *at, size_t len)
{
    for (size_t i = 0; i < len;) {
        size_t more = at[i] < 0x80 ? 0 : (at[i] & 0xe0) == 0xc0 ? 1 : (at[i] & 0xf0) == 0xe0 ? 2 : (at[i] & 0xf8) == 0xf0 ? 3 : 9;
        if (more == 9 || i + more >= len)
            return false;
        static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
        static const unsigned char mask[] = {0x7f, 0x1f, 0x0f, 0x07};
        uint32_t c = at[i] & mask[more];
        for (size_t k = 1; k <= more; k++) {
            if ((at[i + k] & 0xc0) != 0x80)
                return false;
            c = c << 6 | (at[i + k] & 0x3f);
        }
        if (c < least[more] || (c >= 0xd800 && c <= 0xdfff) || c > 0x10ffff)
            return false;
        i += more + 1;
    }
    return true;
}

static void every_byte_alone_and_in_pairs(void **state)
{
    (void)state;
    for (int a = 0; a < 256; a++) {
        char one[1] = {(char)a};
        assert_int_equal(text_is_utf8((Text){one, 1}), a < 0x80);
        assert_int_equal(text_is_clean((Text){one, 1}), (a >= 0x20 && a < 0x7f) || a == '\t' || a == '\r' || a == '\n');
        for (int b = 0; b < 256; b++) {
            unsigned char two[2] = {(unsigned char)a, (unsigned char)b};
            assert_int_equal(text_is_utf8((Text){(char *)two, 2}), well_formed(two, 2));
        }
    }
}

/* Each lead byte with bytes at every edge that matters in second, third and fourth place. */
static void every_lead_byte_with_the_edges(void **state)
{
    (void)state;
    static const unsigned char edges[] = {0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbe, 0xbf, 0xc0, 0xff};
    enum { EDGES = sizeof edges };
    for (int lead = 0; lead < 256; lead++)
        for (size_t b = 0; b < EDGES; b++)
            for (size_t c = 0; c < EDGES; c++)
                for (size_t d = 0; d < EDGES; d++) {
                    unsigned char four[4] = {(unsigned char)lead, edges[b], edges[c], edges[d]};
                    for (size_t len = 3; len <= 4; len++)
                        assert_int_equal(text_is_utf8((Text){(char *)four, len}), well_formed(four, len));
                }
}

static void unclean_text_is_refused(void **state)
{
    (void)state;
    static const char *const unclean[] = {"\x01", "a\x1b[31m", "\x7f", "\xc2\x80", "\xc2\x9f", "\xef\xbf\xbe", "\xef\xbf\xbf", "\xed\xa0\x80", "\xc0\x80"};
    for (size_t i = 0; i < sizeof unclean / sizeof unclean[0]; i++)
        assert_false(text_is_clean(text_of(unclean[i])));
    assert_false(text_is_clean((Text){"a\0b", 3}));
    static const char *const clean[] = {"", "Zoë", "a\tb\r\nc", "\xc2\xa0", "\xf4\x8f\xbf\xbd", "李 محمد"};
    for (size_t i = 0; i < sizeof clean / sizeof clean[0]; i++)
        assert_true(text_is_clean(text_of(clean[i])));
}

static void code_points_are_counted_and_read(void **state)
{
    (void)state;
    Text text = T("aé€😀");
    static const uint32_t points[] = {'a', 0xe9, 0x20ac, 0x1f600};
    assert_int_equal(text_code_points(text), 4);
    size_t at = 0;
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(text_next(text, &at), points[i]);
    assert_int_equal(at, text.len);
}

static void numbers_are_whole_and_fit(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool fits;
        int64_t number;
    } cases[] = {
        {"0", true, 0}, {"-0", true, 0}, {"007", true, 7}, {"-12", true, -12}, {"9223372036854775807", true, INT64_MAX},
        {"-9223372036854775808", true, INT64_MIN}, {"9223372036854775808", false, 0}, {"-9223372036854775809", false, 0},
        {"99999999999999999999", false, 0}, {"", false, 0}, {"-", false, 0}, {"+1", false, 0}, {" 1", false, 0}, {"1 ", false, 0},
        {"1e3", false, 0}, {"0x10", false, 0}, {"--1", false, 0}, {"١", false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int64_t number = 42;
        assert_int_equal(text_to_int(text_of(cases[i].text), &number), cases[i].fits);
        assert_true(number == (cases[i].fits ? cases[i].number : 42));
    }
}

static void text_is_cut_trimmed_and_compared(void **state)
{
    (void)state;
    Text rest = T("a,,b");
    assert_true(text_equal_string(text_cut(&rest, ','), "a"));
    assert_true(text_equal_string(text_cut(&rest, ','), ""));
    assert_true(text_equal_string(text_cut(&rest, ','), "b"));
    assert_true(text_is_empty(rest) && text_is_empty(text_cut(&rest, ',')));
    assert_true(text_equal_string(text_trim(T(" \t\r\n\xc2\xa0x y\xc2\xa0 ")), "x y"));
    assert_true(text_is_empty(text_trim(T(" \xc2\xa0 "))) && text_is_empty(text_trim(TEXT_NONE)));
    assert_true(text_compare(T("a"), T("b")) < 0 && text_compare(T("ab"), T("a")) > 0 && text_compare(TEXT_NONE, T("")) == 0);
    assert_true(text_compare(T("\xc3\xa9"), T("z")) > 0);
    assert_true(text_begins(T("abc"), T("ab")) && text_begins(T("a"), T("")) && !text_begins(T("a"), T("ab")));
    assert_true(text_contains(T("abc"), T("bc")) && text_contains(TEXT_NONE, TEXT_NONE) && !text_contains(T("ab"), T("abc")));
    assert_true(text_equal(TEXT_NONE, T("")) && !text_equal(T("a"), T("b")));
    assert_true(text_is_empty(text_of(NULL)));
}

static void copies_stand_alone(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    char from[] = "abc";
    Text copy = text_copy(arena, text_of(from));
    from[0] = 'x';
    assert_true(text_equal_string(copy, "abc"));
    assert_string_equal(text_string(arena, copy), "abc");
    assert_string_equal(text_string(arena, TEXT_NONE), "");
    assert_true(text_equal_string(text_join(arena, T("ab"), T("cd")), "abcd"));
    assert_true(text_equal_string(text_join(arena, TEXT_NONE, TEXT_NONE), ""));
    assert_true(text_equal_string(text_format(arena, "%d-%.*s", 7, TEXT_ARGS(T("xyz"))), "7-xyz"));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_alone_and_in_pairs),
        cmocka_unit_test(every_lead_byte_with_the_edges),
        cmocka_unit_test(unclean_text_is_refused),
        cmocka_unit_test(code_points_are_counted_and_read),
        cmocka_unit_test(numbers_are_whole_and_fit),
        cmocka_unit_test(text_is_cut_trimmed_and_compared),
        cmocka_unit_test(copies_stand_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
