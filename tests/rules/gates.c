/* Each gate of gates.eval answers as written; every gate has a line for shut, one for open, and (with a reason) one for passing. */
#include "eval.h"

#include "rules/gates.h"

static int *fact_named(const struct eval *eval, struct facts *facts, Text name)
{
    for (size_t i = 0; i < FACT_NAME_COUNT; i++) {
        if (text_equal_string(name, FACT_NAMES[i].name))
            return (int *)(void *)((char *)facts + FACT_NAMES[i].offset);
    }
    eval_fail(eval, "no such fact");
    return NULL;
}

static int fact_value(const struct eval *eval, Text value)
{
    if (value.len == 0 || value.at[0] != '?') {
        int64_t n;
        if (!text_to_int(value, &n))
            eval_fail(eval, "a fact is a number or ?ANSWERS");
        return (int)n;
    }
    value = (Text){value.at + 1, value.len - 1};
    int answered = 0;
    while (value.len > 0) {
        enum asked_answer answer;
        if (!asked_answer_of(text_cut(&value, ','), &answer))
            eval_fail(eval, "no such answer");
        answered += asked_is_answered(answer);
    }
    return answered;
}

static enum gate_answer answer_named(const struct eval *eval, Text word)
{
    if (text_equal_string(word, "open"))
        return GATE_ANSWER_OPEN;
    if (text_equal_string(word, "shut"))
        return GATE_ANSWER_SHUT;
    if (text_equal_string(word, "warned"))
        return GATE_ANSWER_WARNED;
    if (!text_equal_string(word, "passed"))
        eval_fail(eval, "the answer is open, shut, warned or passed");
    return GATE_ANSWER_PASSED_REASON;
}

static void gates_answer_as_written(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct eval eval = eval_open(arena, "gates.eval");
    bool seen[GATE_COUNT][GATE_ANSWER_COUNT] = {{false}};
    while (eval_next(&eval)) {
        enum gate gate;
        if (!gate_of(eval_word(&eval, 0), &gate))
            eval_fail(&eval, "no such gate");
        struct facts facts = {0};
        size_t i = 1;
        for (; i < eval.count; i++) {
            Text value = eval.words[i];
            if (text_equal_string(value, "reason")) {
                facts.reasons |= UINT64_C(1) << gate;
                continue;
            }
            if (!text_contains(value, T("=")))
                break;
            Text name = text_cut(&value, '=');
            enum permission permission;
            if (!text_equal_string(name, "by"))
                *fact_named(&eval, &facts, name) = fact_value(&eval, value);
            else if (permission_of(value, &permission))
                facts.rights |= RIGHT(permission);
            else
                eval_fail(&eval, "no such permission");
        }
        enum gate_answer expected = answer_named(&eval, eval_word(&eval, i));
        if (gate_ask(gate, &facts) != expected)
            eval_fail(&eval, "answers %s", gate_answer_words(gate_ask(gate, &facts)));
        if (i + 1 < eval.count && !text_equal_string(eval.words[i + 1], gate_row(gate)->says))
            eval_fail(&eval, "says %s", gate_row(gate)->says);
        enum gate shut[1];
        assert_int_equal(gates_shut(&gate, 1, &facts, shut), expected == GATE_ANSWER_SHUT);
        seen[gate][expected] = true;
    }
    for (int gate = GATE_NONE + 1; gate < GATE_COUNT; gate++) {
        enum gate_class class = gate_row((enum gate)gate)->class;
        assert_true(seen[gate][GATE_ANSWER_OPEN]);
        assert_true(seen[gate][class == GATE_WARN ? GATE_ANSWER_WARNED : GATE_ANSWER_SHUT]);
        assert_true(class != GATE_WITH_REASON || seen[gate][GATE_ANSWER_PASSED_REASON]);
    }
    arena_free(arena);
}

static void all_shut_gates_are_listed_at_once(void **state)
{
    (void)state;
    static const enum gate gates[] = {THREE_AGENCIES_INVITED, PARENTS_INVITED_OR_EXCLUDED, SHARING_PLANNED, PLAN_BASICS};
    struct facts facts = {.children = 2, .parents = 1, .plan_basics_missing = 1};
    enum gate shut[4];
    assert_int_equal(gates_shut(gates, 4, &facts, shut), 3);
    assert_int_equal(shut[0], THREE_AGENCIES_INVITED);
    assert_int_equal(shut[2], SHARING_PLANNED);
    facts.parents_invited_or_excluded = 1;
    facts.rights = RIGHT(CHAIR_CONFERENCE);
    facts.reasons = UINT64_C(1) << SHARING_PLANNED;
    assert_int_equal(gates_shut(gates, 4, &facts, shut), 1);
    assert_int_equal(gate_ask(GATE_NONE, &facts), GATE_ANSWER_OPEN); /* an act without gates */
}

/* Nobody's silence stops a child being protected. */
static void asked_and_no_answer_is_answered(void **state)
{
    (void)state;
    for (int answer = ASKED_ANSWER_NONE; answer < ASKED_ANSWER_COUNT; answer++)
        assert_int_equal(asked_is_answered((enum asked_answer)answer), answer != ASKED_ANSWER_NONE && answer != ASKED_ANSWER_NOT_YET);
    /* a number that is no answer was not answered */
    assert_false(asked_is_answered(ASKED_ANSWER_COUNT) || asked_is_answered((enum asked_answer)(ASKED_ANSWER_COUNT + 1)));
}

static void no_row_is_empty(void **state)
{
    (void)state;
    for (int i = GATE_NONE + 1; i < GATE_COUNT; i++) {
        const struct gate_row *row = gate_row((enum gate)i);
        assert_true(row->asks != NULL && row->moment[0] != '\0' && row->says[0] != '\0' && row->source[0] != '\0');
        assert_int_equal(row->may_go_on != PERMISSION_NONE, row->class == GATE_WITH_REASON);
        assert_int_equal(gate_who_goes_on((enum gate)i)[0] == '\0', row->class == GATE_WARN);
        assert_int_equal(row->says[strlen(row->says) - 1], '.');
        /* who may pass must be someone's right */
        bool held = row->class != GATE_WITH_REASON;
        for (size_t r = 0; r < RIGHTS_COUNT; r++)
            held = held || rights_have(RIGHTS[r].rights, row->may_go_on);
        for (size_t d = 0; d < DUTY_RIGHTS_COUNT; d++)
            held = held || rights_have(DUTY_RIGHTS[d].rights, row->may_go_on);
        assert_true(held);
    }
    for (size_t i = 0; i < FACT_NAME_COUNT; i++)
        assert_true(FACT_NAMES[i].words[0] != '\0');
    assert_string_equal(gate_row(GATE_NONE)->name, "");
    assert_string_equal(gate_row(GATE_COUNT)->name, "");
    enum gate none;
    assert_false(gate_of(T("MORE_PAPERWORK"), &none));
}

/* SC-02: of all facts about a chair, each alone makes them dependent. */
static void a_chair_is_independent_of_the_case_and_its_line(void **state)
{
    (void)state;
    size_t dependent = 0;
    for (size_t i = 0; i < FACT_NAME_COUNT; i++) {
        struct facts facts = {0};
        assert_true(chair_is_independent(&facts));
        *(int *)(void *)((char *)&facts + FACT_NAMES[i].offset) = 1;
        dependent += !chair_is_independent(&facts);
    }
    assert_int_equal(dependent, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gates_answer_as_written),
        cmocka_unit_test(all_shut_gates_are_listed_at_once),
        cmocka_unit_test(asked_and_no_answer_is_answered),
        cmocka_unit_test(no_row_is_empty),
        cmocka_unit_test(a_chair_is_independent_of_the_case_and_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
