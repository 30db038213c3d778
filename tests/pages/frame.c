/* The frames around every page: whole, escaped, and without anything the content policy would refuse. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#define WEB_MAKES_URLS
#include "pages/parts/layout_family_html.h"
#include "pages/parts/layout_html.h"
#include "pages/parts/problems_html.h"

#define assert_has(text, part) assert_true(text_contains((text), T(part)))
#define assert_lacks(text, part) assert_false(text_contains((text), T(part)))

static Text staff(Arena *arena, const struct frame *frame)
{
    Out out = out_new(arena);
    layout_html_begin(&out, frame);
    out_text(&out, T("<h1>here</h1>"));
    layout_html_end(&out, frame);
    return out_all(&out);
}

static void staff_frame(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct frame_link nav[] = {{T("My work"), url_made(T("/work")), true}, {T("Families"), url_made(T("/families")), false}};
    struct frame frame = {.title = T("Hallam & Wilk"), .authority = T("Marlow Vale Council"), .person = T("Ngozi Farrell, social worker"),
        .nav = {nav, 2}, .home = url_made(T("/")), .search = url_made(T("/search")), .sign_out = url_made(T("/sign-out")),
        .csrf = T("k\"ey"), .banner = {.title = T("Recorded"), .words = T("The visit is recorded."), .success = true},
        .has_problems = true, .looks_recorded = true};
    Text page = staff(arena, &frame);
    assert_true(text_begins(page, T("<!DOCTYPE html>\n<html lang=\"en-GB\"")));
    assert_has(page, "<title>Error: Hallam &amp; Wilk – Hearth – Marlow Vale Council</title>");
    assert_has(page, "<a href=\"/work\" aria-current=\"page\">My work</a>");
    assert_has(page, "<a href=\"/families\">Families</a>");
    assert_has(page, "value=\"k&#34;ey\"");
    assert_has(page, "<form class=\"search\" role=\"search\" method=\"post\" action=\"/search\">");
    assert_has(page, "govuk-notification-banner--success\" role=\"alert\"");
    assert_has(page, "<h1>here</h1>");
    assert_lacks(page, "style=");
    assert_lacks(page, " onclick");

    /* Nobody signed in: no search, no navigation, no way to sign out. */
    frame.person = TEXT_NONE;
    frame.nav.count = 0;
    frame.banner.title = TEXT_NONE;
    page = staff(arena, &frame);
    assert_lacks(page, "<form");
    assert_lacks(page, "<nav");
    assert_lacks(page, "notification-banner");
    arena_free(arena);
}

static void family_frame(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    const struct frame_family frame = {.title = T("الرئيسية"), .language = T("ar"), .dir = T("rtl"), .exit_words = T("اخرجي"),
        .exit = url_made(T("/leave")), .run_by = T("Marlow Vale Council")};
    Out out = out_new(arena);
    layout_family_html_begin(&out, &frame);
    layout_family_html_end(&out, &frame);
    Text page = out_all(&out);
    assert_has(page, "lang=\"ar\" dir=\"rtl\"");
    assert_has(page, "<a class=\"fam-exit\" data-exit href=\"/leave\" rel=");
    assert_has(page, "<title>الرئيسية – Hearth</title>");
    assert_lacks(page, "<nav");
    arena_free(arena);
}

static void problems(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct problem_view lines[] = {{T("held_on-day"), T("Enter the date of the discussion")}, {TEXT_NONE, T("Someone changed this first")}};
    const struct frame_problems list = {T("There is a problem"), {lines, 2}}, none = {.title = T("There is a problem")};
    Text html = problems_html_made(arena, &list).text;
    assert_has(html, "<a href=\"#held_on-day\">Enter the date of the discussion</a>");
    assert_has(html, "<li>Someone changed this first</li>");
    assert_int_equal(problems_html_made(arena, &none).text.len, 0);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(staff_frame),
        cmocka_unit_test(family_frame),
        cmocka_unit_test(problems),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
