/* The page of a problem: plain words, escaped, a reference only when there is one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pages/problem.h"
#include "web/site.h"

static Text page_for(Arena *arena, int status, PersonId person, enum duty duty)
{
    struct site site = {.authority_name = T("Marlow <Vale> Council"), .help_phone = T("01632 960100")};
    struct request request = {.arena = arena, .site = &site, .person = person, .duty = duty};
    struct response response = response_new(arena);
    struct problem_words words = problem_words(status, T("7F3K-2Q9M"));
    problem_page(&request, &response, &words);
    return out_all(&response.body);
}

static Text page(Arena *arena, int status) { return page_for(arena, status, (PersonId){0}, DUTY_NONE); }

/* Whoever is signed in keeps their navigation; whoever is not is led to the sign-in. */
static void test_who_is_signed_in_finds_the_way_back(void **state)
{
    Arena *arena = arena_new(0);
    (void)state;
    Text signed_in = page_for(arena, 404, (PersonId){7}, DUTY_SOCIAL_WORKER), parent = page_for(arena, 404, (PersonId){7}, DUTY_PARENT);
    assert_true(text_contains(signed_in, T("My work")));
    assert_false(text_contains(signed_in, T("/sign-in")));
    assert_false(text_contains(parent, T("My work")));
    assert_false(text_contains(parent, T("/sign-in")));
    assert_true(text_contains(page(arena, 404), T("/sign-in")));
    arena_free(arena);
}

static void test_every_status_has_words(void **state)
{
    static const int statuses[] = {400, 403, 404, 405, 409, 411, 413, 415, 422, 429, 500, 503};
    Arena *arena = arena_new(0);
    (void)state;
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++) {
        struct problem_words words = problem_words(statuses[i], T("7F3K-2Q9M"));
        assert_int_equal(words.status, statuses[i]);
        assert_true(text_contains(page(arena, statuses[i]), text_of(words.title)));
        assert_int_equal(text_contains(page(arena, statuses[i]), T("7F3K-2Q9M")), statuses[i] >= 500);
    }
    assert_true(text_contains(page(arena, 418), T("something went wrong")));
    assert_true(text_contains(page(arena, 404), T("Marlow &lt;Vale&gt; Council")));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_status_has_words), cmocka_unit_test(test_who_is_signed_in_finds_the_way_back)};
    return cmocka_run_group_tests_name("problem", tests, NULL, NULL);
}
