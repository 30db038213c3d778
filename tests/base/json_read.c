/* Reading JSON piece by piece: what is taken, what is refused and in which words; and that nothing is taken which jansson refuses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <jansson.h>

#include "base/json_read.h"

/* A list of strings and truths, and lists of them: everything this reader can read but objects. The strings, joined by '|'. */
static void read_list(struct json_read *json, char *said, size_t room)
{
    bool truth;
    Text text;
    if (!json_read_open(json, '['))
        return;
    while (json_read_another(json, ']')) {
        size_t len = strlen(said);
        const char *rest = json->all.at + json->at;
        size_t left = json->all.len - json->at;
        if (left > 0 && *rest == '[')
            read_list(json, said, room);
        else if (left > 0 && (*rest == 't' || *rest == 'f'))
            snprintf(said + len, room - len, "%s|", json_read_truth(json, &truth) ? truth ? "yes" : "no" : "?");
        else if (json_read_text(json, &text))
            snprintf(said + len, room - len, "%.*s|", TEXT_ARGS(text));
    }
}

static void lists_are_read(void **state)
{
    static const struct {
        const char *json, *says;
    } lists[] = {
        {"[]", ""},
        {" [ \"a\" , \"\" ]\r\n\t", "a||"},
        {"[true,false,[\"b\"],[],[[]]]", "yes|no|b|"},
        {"[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "\"\\/\b\f\n\r\t|"},
        {"[\"Zo\\u00eb \\u20AC \\ud83d\\ude00 x\"]", "Zo\xc3\xab \xe2\x82\xac \xf0\x9f\x98\x80 x|"},
        {"[\"\\u0041BC\"]", "ABC|"},
    };
    (void)state;
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        char said[200] = "";
        struct json_read json = json_read_of(text_of(lists[i].json), arena);
        read_list(&json, said, sizeof said);
        assert_true(json_read_ended(&json));
        assert_string_equal(said, lists[i].says);
    }
    arena_free(arena);
}

static void what_is_wrong_is_said_where_it_stands(void **state)
{
    static const struct {
        const char *json;
        size_t at;
        const char *says;
    } wrong[] = {
        {"", 0, "a list [ … ] must stand here, not the end"},
        {"{}", 0, "a list [ … ] must stand here, not an object { … }"},
        {"[", 1, "the end comes too early: a bracket is not closed"},
        {"[\"a\"", 4, "a comma or ] must stand here, not the end"},
        {"[\"a\" \"b\"]", 5, "a comma or ] must stand here, not text in quotes"},
        {"[\"a\",]", 5, "a comma stands before the closing bracket"},
        {"[,]", 1, "text in quotes must stand here, not a comma"},
        {"[:]", 1, "text in quotes must stand here, not a colon"},
        {"[}", 1, "text in quotes must stand here, not a closing bracket"},
        {"[12]", 1, "text in quotes must stand here, not a number"},
        {"[-0.5e3]", 1, "text in quotes must stand here, not a number"},
        {"[null]", 1, "text in quotes must stand here, not null"},
        {"[{}]", 1, "text in quotes must stand here, not an object { … }"},
        {"[tru]", 1, "true or false must stand here, not something that is no JSON"},
        {"['a']", 1, "text in quotes must stand here, not something that is no JSON"},
        {"[truex]", 5, "a comma or ] must stand here, not something that is no JSON"},
        {"[\"a\"] []", 6, "nothing may follow here"},
        {"[\"a", 3, "text in quotes has no end"},
        {"[\"a\n\"]", 3, "text in quotes has no end on its line"},
        {"[\"\\x\"]", 4, "a backslash begins no character that JSON has"},
        {"[\"\\u12g4\"]", 6, "a backslash begins no character that JSON has"},
        {"[\"\\u12", 6, "a backslash begins no character that JSON has"},
        {"[\"\\ud83d\"]", 8, "a backslash begins no character that JSON has"},
        {"[\"\\ud83d\\u0041\"]", 14, "a backslash begins no character that JSON has"},
        {"[\"\\ude00\"]", 8, "a backslash begins no character that JSON has"},
        {"[\"\\", 3, "a backslash begins no character that JSON has"},
    };
    (void)state;
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        char said[200] = "";
        struct json_read json = json_read_of(text_of(wrong[i].json), arena);
        read_list(&json, said, sizeof said);
        assert_false(json_read_ended(&json));
        if (!text_equal_string(json.wrong, wrong[i].says) || json.at != wrong[i].at)
            fail_msg("%s: at %zu: %.*s", wrong[i].json, json.at, TEXT_ARGS(json.wrong));
        assert_false(json_read_open(&json, '[') || json_read_another(&json, ']')); /* and stays wrong */
    }
    arena_free(arena);
}

static void objects_have_keys(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct json_read json = json_read_of(T("{\"a\" : true, \n\"\\u0062\":false}"), arena);
    Text key = {0};
    bool truth = false;
    assert_true(json_read_open(&json, '{') && json_read_another(&json, '}') && json_read_key(&json, &key) && json_read_truth(&json, &truth));
    assert_true(text_equal_string(key, "a") && truth);
    assert_true(json_read_another(&json, '}') && json_read_key(&json, &key) && json_read_truth(&json, &truth));
    assert_true(text_equal_string(key, "b") && !truth);
    assert_int_equal(json_read_line(&json, json.at), 2);
    assert_false(json_read_another(&json, '}'));
    assert_true(json_read_ended(&json));
    json = json_read_of(T("{\"a\"}"), arena);
    assert_true(json_read_open(&json, '{') && json_read_another(&json, '}'));
    assert_false(json_read_key(&json, &key));
    assert_true(text_equal_string(json.wrong, "a colon must stand here, not a closing bracket"));
    json = json_read_of(T("{true:true}"), arena);
    assert_true(json_read_open(&json, '{') && json_read_another(&json, '}'));
    assert_false(json_read_key(&json, &key));
    assert_true(text_equal_string(json.wrong, "a key in quotes must stand here, not true"));
    arena_free(arena);
}

/* Any bytes of a few that matter: what is read, jansson reads too, and the other way round. */
static void jansson_agrees(void **state)
{
    static const char *const pieces[] = {"[", "]", ",", "\"", "\"a\"", "\\", "\\n", "\\u00e9", "\\ud83d", "\\ude00", "true", "false", " ", "\n", "\"\""};
    uint32_t chance = 7;
    size_t good = 0;
    (void)state;
    for (int round = 0; round < 20000; round++) {
        char text[200] = "[", said[400] = "";
        Arena *arena = arena_new(0);
        chance = chance * 1664525 + 1013904223;
        for (uint32_t i = 0; i < (chance >> 20) % 8; i++) {
            uint32_t which = (chance = chance * 1664525 + 1013904223) >> 16;
            strncat(text, pieces[which % (sizeof pieces / sizeof pieces[0])], sizeof text - strlen(text) - 1);
        }
        strncat(text, "]", sizeof text - strlen(text) - 1);
        struct json_read json = json_read_of(text_of(text), arena);
        read_list(&json, said, sizeof said);
        bool read = json_read_ended(&json);
        json_t *tree = json_loads(text, 0, NULL);
        if (read != (tree != NULL))
            fail_msg("%s: %s", text, read ? "read, and no JSON" : "JSON, and not read");
        good += read;
        json_decref(tree);
        arena_free(arena);
    }
    assert_true(good > 500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_are_read),
        cmocka_unit_test(what_is_wrong_is_said_where_it_stands),
        cmocka_unit_test(objects_have_keys),
        cmocka_unit_test(jansson_agrees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
