/* What kind of file it is, by its first bytes alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rules/media.h"

static void test_kinds(void **state)
{
    static const struct {
        Text first;
        bool whole;
        enum media_kind kind;
    } table[] = {
        {T("%PDF-1.7\n%\xe2\xe3\xcf\xd3"), true, MEDIA_KIND_PDF},
        {T("%PDF"), true, MEDIA_KIND_TEXT}, /* the word alone */
        {T(" %PDF-1.7\n\x01"), true, MEDIA_KIND_NONE},
        {T("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), true, MEDIA_KIND_PNG},
        {T("\x89PNG\n\x1a\n"), true, MEDIA_KIND_NONE}, /* its line end was changed on the way */
        {T("\xff\xd8\xff\xe0\0\x10JFIF"), true, MEDIA_KIND_JPEG},
        {T("\xff\xd8"), true, MEDIA_KIND_NONE},
        {T("Merlin report\r\n\tOfficers attended\n"), true, MEDIA_KIND_TEXT},
        {T("\xef\xbb\xbfMerlin"), true, MEDIA_KIND_TEXT},
        {T("<html><script>alert(1)</script>"), true, MEDIA_KIND_TEXT}, /* served as plain text, to be kept, in a sandbox */
        {T("na\xc3\xaf"), true, MEDIA_KIND_TEXT},
        {T("na\xc3"), true, MEDIA_KIND_NONE},
        {T("na\xc3"), false, MEDIA_KIND_TEXT}, /* the rest of the character is behind the first bytes */
        {T("na\xf0\x9f\x91"), false, MEDIA_KIND_TEXT},
        {T("caf\xe9 au lait"), true, MEDIA_KIND_NONE},
        {T("a\0b"), true, MEDIA_KIND_NONE},
        {T("PK\x03\x04"), true, MEDIA_KIND_NONE},
        {T("MZ\x90\0"), true, MEDIA_KIND_NONE},
        {T(""), true, MEDIA_KIND_NONE},
        {T("\xff"), false, MEDIA_KIND_NONE},
        {T("\xff\xfe\xfd\xfc\xfb"), false, MEDIA_KIND_NONE}, /* more is wrong than a character's missing end */
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        enum media_kind kind = media_kind_of_bytes(table[i].first, table[i].whole);
        if (kind != table[i].kind)
            fail_msg("row %zu is '%s', not '%s'", i, media_kind_code(kind), media_kind_code(table[i].kind));
    }
}

/* None is served as what a browser would run or draw by itself in our place. */
static void test_types(void **state)
{
    (void)state;
    assert_string_equal(media_kind_type(MEDIA_KIND_PDF), "application/pdf");
    assert_string_equal(media_kind_type(MEDIA_KIND_NONE), "application/octet-stream");
    for (int kind = 1; kind < MEDIA_KIND_COUNT; kind++)
        assert_null(strstr(media_kind_type((enum media_kind)kind), "html"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_kinds), cmocka_unit_test(test_types)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
