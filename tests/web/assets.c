/* What assets_to_c built into the program is there, whole, and says what it is. */
#include "web/assets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *const SERVED[] = {"hearth.css", "family.css", "hearth.js"};

static void styles_and_script_are_there(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SERVED / sizeof SERVED[0]; i++) {
        const struct asset *asset = assets_find(text_of(SERVED[i]));
        assert_non_null(asset);
        assert_true(asset->bytes.len > 1000 && text_is_utf8(asset->bytes));
        assert_true(asset->gzip.len > 100 && asset->gzip.len < asset->bytes.len / 2);
        assert_memory_equal(asset->gzip.at, "\x1f\x8b", 2);
        assert_int_equal(asset->etag.len, 18);
        assert_true(asset->etag.at[0] == '"' && asset->etag.at[17] == '"');
    }
    assert_true(text_begins(assets_find(T("hearth.js"))->type, T("text/javascript")));
    assert_true(text_begins(assets_find(T("family.css"))->type, T("text/css")));
}

/* The font is licensed to GOV.UK only, and nothing of ours may look as if it came from there. */
static void no_licensed_font_and_no_crown(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        Text css = assets_find(text_of(SERVED[i]))->bytes;
        assert_false(text_contains(css, T("GDS Transport")));
        assert_false(text_contains(css, T("@font-face")));
        assert_false(text_contains(css, T("crown")));
    }
}

/* The policy allows nothing from elsewhere: a style that points there would fail in silence. */
static void nothing_is_fetched_from_elsewhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        Text rest = assets_find(text_of(SERVED[i]))->bytes;
        assert_false(text_contains(rest, T("@import")));
        assert_false(text_contains(rest, T("url(http")));
        assert_false(text_contains(rest, T("url(data:")));
        /* Every picture a style names is served too. */
        while (rest.len > 0) {
            Text piece = text_cut(&rest, '(');
            if (piece.len < 3 || !text_equal((Text){piece.at + piece.len - 3, 3}, T("url")))
                continue;
            Text after = rest, address = text_cut(&after, ')');
            Text begins = T("/assets/");
            assert_true(text_begins(address, begins));
            assert_non_null(assets_find((Text){address.at + begins.len, address.len - begins.len}));
        }
    }
}

static void what_is_not_there_is_not_found(void **state)
{
    (void)state;
    assert_null(assets_find(T("")));
    assert_null(assets_find(T("hearth.cs")));
    assert_null(assets_find(T("../hearth.css")));
    assert_null(assets_find(TEXT_NONE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(styles_and_script_are_there),
        cmocka_unit_test(no_licensed_font_and_no_crown),
        cmocka_unit_test(nothing_is_fetched_from_elsewhere),
        cmocka_unit_test(what_is_not_there_is_not_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
