/* Each line of plan_words.eval is remarked on as written. SB-23 SC-11 SA-21 SA-18 SE-05 SE-18 */
#include "eval.h"

#include "rules/words.h"

static void words_are_remarked_on_as_written(void **state)
{
    (void)state;
    static const char *const names[WORDS_REMARK_COUNT] = {"fine", "SEPARATION", "COURT", "VAGUE", "NO_RISK"};
    Arena *arena = arena_new(0);
    struct eval eval = eval_open(arena, "plan_words.eval");
    bool seen[WORDS_REMARK_COUNT] = {false};
    while (eval_next(&eval)) {
        for (int remark = WORDS_PROMISE_SEPARATION; remark < WORDS_REMARK_COUNT; remark++) {
            bool expected = text_equal_string(eval_word(&eval, 0), names[remark]);
            if (words_have(eval_word(&eval, 1), (enum words_remark)remark) != expected)
                eval_fail(&eval, "%s: expected %s", names[remark], expected ? "a remark" : "none");
            seen[remark] |= expected;
        }
    }
    for (int remark = WORDS_PROMISE_SEPARATION; remark < WORDS_REMARK_COUNT; remark++)
        assert_true(seen[remark] && words_remark_says((enum words_remark)remark)[0] != '\0');
    arena_free(arena);
}

/* A remark about a sentence, never about two. */
static void a_phrase_stands_in_one_sentence(void **state)
{
    (void)state;
    assert_false(words_have(T("The visits end. The relationship with school is good"), WORDS_PROMISE_SEPARATION));
    assert_true(words_have(T("The visits go on. SERVICES END THE RELATIONSHIP."), WORDS_PROMISE_SEPARATION));
    assert_false(words_have(T("The visits end! The relationship with school is good"), WORDS_PROMISE_SEPARATION));
    assert_false(words_have(T("Do the visits end? The relationship with school is good"), WORDS_PROMISE_SEPARATION));
    assert_false(words_have(T("The visits end; the relationship with school is good"), WORDS_PROMISE_SEPARATION));
    assert_false(words_have(T("The visits end\nThe relationship with school is good"), WORDS_PROMISE_SEPARATION));
    assert_false(words_have(TEXT_NONE, WORDS_VAGUE));
    assert_string_equal(words_remark_says(WORDS_FINE), "");
    assert_string_equal(words_remark_says((enum words_remark)(WORDS_REMARK_COUNT + 1)), "");
    for (size_t i = 0; i < WORDS_ROW_COUNT; i++)
        assert_true(WORDS_ROWS[i].phrase[0] != '\0' && WORDS_ROWS[i].source[0] != '\0');
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_are_remarked_on_as_written), cmocka_unit_test(a_phrase_stands_in_one_sentence)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
