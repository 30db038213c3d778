/* Routes: paths to rows and back, and tables that must not start. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "web/url.h"

static Err nothing(struct request *request, struct response *response)
{
    (void)request;
    (void)response;
    return ok();
}

#define first_page nothing
#define child_page nothing
#define child_form nothing
#define act_page nothing
#define form_only nothing
#define word_page nothing
static const struct route ROUTES[] = {
    ROUTE_ROW(GET, first, "/", NO_ID, first_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(GET, child, "/child/:child", ID1(ChildId, child), child_page, ON_CHILD(READ_RECORD), LOOK, NO_BODY)
    ROUTE_ROW(POST, child_send, "/child/:child", ID1(ChildId, child), child_form, ON_CHILD(READ_RECORD), LOOK, FORM_64K)
    ROUTE_ROW(GET, act, "/family/:family/do/:act", ID2(FamilyId, family, Text, act), act_page, ON_ACT, LOOK, NO_BODY)
    ROUTE_ROW(POST, form, "/form", NO_ID, form_only, SIGNED_IN, NO_LOOK, FORM_64K)
    ROUTE_ROW(GET, word, "/word/:word", ID1(Text, word), word_page, ANYONE, NO_LOOK, NO_BODY)
};
enum { ROUTE_COUNT = sizeof ROUTES / sizeof ROUTES[0] };

static void test_paths(void **state)
{
    static const struct {
        enum method method;
        const char *path;
        enum route_found found;
        const char *name;
        int64_t child, family;
        const char *word;
    } table[] = {
        {METHOD_GET, "/", ROUTE_FOUND, "first", 0, 0, ""},
        {METHOD_GET, "/child/1025", ROUTE_FOUND, "child", 1025, 0, ""},
        {METHOD_GET, "/child/%31025", ROUTE_FOUND, "child", 1025, 0, ""},
        {METHOD_POST, "/child/9223372036854775807", ROUTE_FOUND, "child_send", INT64_MAX, 0, ""},
        {METHOD_GET, "/family/7/do/strategy-discussion", ROUTE_FOUND, "act", 0, 7, "strategy-discussion"},
        {METHOD_GET, "/word/a.b_c-D9", ROUTE_FOUND, "word", 0, 0, "a.b_c-D9"},
        {METHOD_GET, "/child/9223372036854775808", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/child/0", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/child/-5", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/child/+5", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/child/05", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/child/5 ", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/child/5x", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/child/", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/child", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/child/5/", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/child/5/6", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "//child/5", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/child//5", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/child%2f5", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/Child/5", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/:child/5", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/word/..", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/word/a%2fb", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/word/\xc3\xa9", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/1/2/3/4/5/6/7/8/9", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/form", ROUTE_OTHER_METHOD, "form", 0, 0, ""},
        {METHOD_POST, "/word/a", ROUTE_OTHER_METHOD, "word", 0, 0, ""},
        {METHOD_NONE, "/child/5", ROUTE_OTHER_METHOD, "child_send", 0, 0, ""},
        {METHOD_GET, "", ROUTE_BROKEN, "", 0, 0, ""},
        {METHOD_GET, "child/5", ROUTE_BROKEN, "", 0, 0, ""},
        {METHOD_GET, "*", ROUTE_BROKEN, "", 0, 0, ""},
        {METHOD_GET, "http://example.org/child/5", ROUTE_BROKEN, "", 0, 0, ""},
        {METHOD_GET, "/child/%", ROUTE_BROKEN, "", 0, 0, ""},
        {METHOD_GET, "/child/%5", ROUTE_BROKEN, "", 0, 0, ""},
        {METHOD_GET, "/child/%zz", ROUTE_BROKEN, "", 0, 0, ""},
        {METHOD_GET, "/child/5%00", ROUTE_BROKEN, "", 0, 0, ""},
        {METHOD_GET, "/child/%0a5", ROUTE_UNKNOWN, "", 0, 0, ""},
        {METHOD_GET, "/child/%ff", ROUTE_BROKEN, "", 0, 0, ""},
        {METHOD_GET, "/child/%ed%a0%80", ROUTE_BROKEN, "", 0, 0, ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        Arena *arena = arena_new(0);
        const struct route *route = NULL;
        struct request_ids ids = {0};
        enum route_found found = route_find(arena, ROUTES, ROUTE_COUNT, table[i].method, text_of(table[i].path), &route, &ids);
        if (found != table[i].found)
            fail_msg("'%s' gave %d", table[i].path, (int)found);
        assert_string_equal(route == NULL ? "" : route->name, table[i].name);
        assert_int_equal(ids.child.n, table[i].child);
        assert_int_equal(ids.family.n, table[i].family);
        if (table[i].word[0] != '\0')
            assert_true(text_equal_string(ids.act.len > 0 ? ids.act : ids.word, table[i].word));
        arena_free(arena);
    }
}

static void test_path_is_written_as_it_is_read(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    for (int64_t n = 1; n > 0 && n < INT64_MAX / 7; n = n * 7 + 3) {
        struct request_ids ids = {.family = {n}, .act = T("call-conference")}, back;
        const struct route *route;
        Text path = route_fill(arena, "/family/:family/do/:act", &ids);
        assert_int_equal(route_find(arena, ROUTES, ROUTE_COUNT, METHOD_GET, path, &route, &back), ROUTE_FOUND);
        assert_string_equal(route->name, "act");
        assert_int_equal(back.family.n, n);
        assert_true(text_equal(back.act, ids.act));
    }
    arena_free(arena);
}

static void test_addresses(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    assert_true(text_equal_string(url_health(arena).text, "/health"));
    assert_true(text_equal_string(url_asset(arena, T("hearth.css")).text, "/assets/hearth.css"));
    Url url = url_asking(arena, url_sign_in(arena), "next", T("/child/5?a&b"));
    assert_true(text_equal_string(url.text, "/sign-in?next=%2Fchild%2F5%3Fa%26b"));
    url = url_asking(arena, url, "page", T("2"));
    assert_true(text_equal_string(url.text, "/sign-in?next=%2Fchild%2F5%3Fa%26b&page=2"));
    arena_free(arena);
}

/* A row with a zero column refuses to start. */
static void test_wrong_tables(void **state)
{
    const struct route good = {METHOD_GET, "child", "/child/:child", "child", nothing, {WHO_CHILD, READ_RECORD}, LOOK, NO_BODY};
    static const char *const says[] = {"method",  "name",       "pattern", "ids column", "handler",      "may",
                                       "may",     "look",       "body",    "slash",      "does not know", "ON_CHILD",
                                       "ON_ACT",  "a GET has",  "a POST",  "ON_FAMILY",  "names no permission"};
    struct route wrong[sizeof says / sizeof says[0]];
    Arena *arena = arena_new(0);
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        wrong[i] = good;
    wrong[0].method = METHOD_NONE;
    wrong[1].name = "";
    wrong[2].pattern = NULL;
    wrong[3].ids = "family";
    wrong[4].handle = NULL;
    wrong[5].may = (struct route_may){WHO_NONE, READ_RECORD};
    wrong[6].may = (struct route_may){0};
    wrong[7].look = LOOK_NONE;
    wrong[8].body = BODY_NONE;
    wrong[9].pattern = "child/:child";
    wrong[10].pattern = "/child/:chidl";
    wrong[11].pattern = "/family/:family", wrong[11].ids = "family";
    wrong[12].may.who = WHO_ACT;
    wrong[13].body = FORM_64K;
    wrong[14].method = METHOD_POST;
    wrong[15].may.who = WHO_FAMILY;
    wrong[16].may.permission = PERMISSION_NONE;
    assert_null(routes_wrong(arena, &good, 1));
    assert_null(routes_wrong(arena, ROUTES, ROUTE_COUNT));
    assert_non_null(routes_wrong(arena, &good, 0));
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        const char *sentence = routes_wrong(arena, &wrong[i], 1);
        assert_non_null(sentence);
        if (!text_contains(text_of(sentence), text_of(says[i])))
            fail_msg("row %zu: '%s' does not say '%s'", i, sentence, says[i]);
    }
    struct route twice[] = {good, good};
    assert_true(text_contains(text_of(routes_wrong(arena, twice, 2)), T("name stands twice")));
    twice[1].name = "other";
    assert_true(text_contains(text_of(routes_wrong(arena, twice, 2)), T("pattern stands twice")));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_path_is_written_as_it_is_read),
        cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_wrong_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
