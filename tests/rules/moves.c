/* Each move of moves.eval is open; every other pair of stage and move is refused, with the moves that are open. SD-01 SE-01 SE-11 SE-12 */
#include "eval.h"

#include "rules/moves.h"

static enum stage stage_named(const struct eval *eval, Text name)
{
    enum stage stage = STAGE_NONE;
    if (!text_equal_string(name, "-") && !stage_of(name, &stage))
        eval_fail(eval, "no such stage");
    return stage;
}

static void expect_open(struct eval *eval, bool open[STAGE_COUNT][MOVE_COUNT])
{
    Text stages = eval_word(eval, 0);
    enum move move;
    if (!move_of(eval_word(eval, 1), &move))
        eval_fail(eval, "no such move");
    while (stages.len > 0) {
        enum stage from = stage_named(eval, text_cut(&stages, ',')), to = STAGE_NONE;
        enum stage expected = text_equal_string(eval_word(eval, 2), "=") ? from : stage_named(eval, eval_word(eval, 2));
        if (!move_check(from, move, &to) || to != expected)
            eval_fail(eval, "from %s: %s", stage_code(from), stage_code(to));
        if (open[from][move])
            eval_fail(eval, "from %s: stands twice", stage_code(from));
        open[from][move] = true;
    }
}

static void expect_refused(struct eval *eval)
{
    enum stage from = stage_named(eval, eval_word(eval, 1)), to;
    enum move move;
    if (!move_of(eval_word(eval, 2), &move))
        eval_fail(eval, "no such move");
    if (move_check(from, move, &to))
        eval_fail(eval, "is open");
    Text refusal = move_refusal(eval->arena, from, move);
    if (!text_contains(refusal, eval_word(eval, 3)) || !text_begins(refusal, text_of(move_words(move))))
        eval_fail(eval, "says: %s", text_string(eval->arena, refusal));
    Text open = refusal; /* births and deaths are open nearly always: they are no way on for who was refused something else */
    (void)text_cut(&open, '.');
    if (text_contains(open, text_of(move_words(MOVE_RECORD_DEATH))) || text_contains(open, text_of(move_words(MOVE_RECORD_LOSS))))
        eval_fail(eval, "offers a death: %s", text_string(eval->arena, refusal));
}

static void moves_of_the_table_are_open_all_others_refused(void **state)
{
    (void)state;
    static bool open[STAGE_COUNT][MOVE_COUNT];
    Arena *arena = arena_new(0);
    struct eval eval = eval_open(arena, "moves.eval");
    while (eval_next(&eval)) {
        if (text_equal_string(eval_word(&eval, 0), "refused"))
            expect_refused(&eval);
        else
            expect_open(&eval, open);
    }
    for (int from = STAGE_NONE; from < STAGE_COUNT; from++) {
        enum move listed[MOVE_COUNT];
        size_t count = moves_open((enum stage)from, listed), expected = 0;
        for (int move = MOVE_NONE; move < MOVE_COUNT; move++) {
            enum stage to;
            if (move_check((enum stage)from, (enum move)move, &to) != open[from][move])
                fail_msg("%s from %s: the table and moves.eval differ", move_code((enum move)move), stage_code((enum stage)from));
            expected += open[from][move];
        }
        assert_int_equal(count, expected);
    }
    arena_free(arena);
}

static void no_row_is_empty_and_each_move_has_one(void **state)
{
    (void)state;
    bool seen[MOVE_COUNT] = {false};
    for (size_t i = 0; i < MOVE_ROW_COUNT; i++) {
        const struct move_row *row = &MOVES[i];
        assert_true(row->from != 0 && row->move != MOVE_NONE && row->source[0] != '\0');
        assert_true(i == 0 || MOVES[i - 1].move <= row->move);
        seen[row->move] = true;
        for (size_t j = 0; j < i; j++)
            assert_false(MOVES[j].move == row->move && (MOVES[j].from & row->from) != 0);
    }
    for (int move = MOVE_NONE + 1; move < MOVE_COUNT; move++)
        assert_true(seen[move]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moves_of_the_table_are_open_all_others_refused),
        cmocka_unit_test(no_row_is_empty_and_each_move_has_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
