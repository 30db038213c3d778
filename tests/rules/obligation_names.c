/* Names outside stay as they are: whoever reads them counts on it. */
#include "eval.h"

#include "rules/obligation_names.h"
#include "rules/obligations.h"

static void every_kind_has_a_name(void **state)
{
    (void)state;
    for (int kind = 1; kind < OBLIGATION_KIND_COUNT; kind++) {
        const char *name = obligation_outward((enum obligation_kind)kind), *code = obligation_kind_code((enum obligation_kind)kind);
        if (strncmp(code, "REPORTS_", 8) == 0)
            assert_string_equal(name, "REPORT_WITH_PARENTS");
        else if (strncmp(code, "LONG_PLAN_", 10) == 0)
            assert_string_equal(name, "LONG_PLAN");
        else
            assert_string_equal(name, code);
    }
    assert_string_equal(obligation_outward(OBLIGATION_KIND_NONE), "");
}

static void every_state_has_a_name(void **state)
{
    static const char *const names[] = {
        [OBLIGATION_STATE_NONE] = "",           [OBLIGATION_STATE_WAITING] = "waiting", [OBLIGATION_STATE_LATE] = "late",
        [OBLIGATION_STATE_MET] = "met",         [OBLIGATION_STATE_MET_LATE] = "met_late", [OBLIGATION_STATE_NOT_NEEDED] = "not_needed",
        [OBLIGATION_STATE_MISSED] = "missed",
    };
    (void)state;
    assert_int_equal(sizeof names / sizeof names[0], OBLIGATION_STATE_COUNT);
    for (int i = 0; i < OBLIGATION_STATE_COUNT; i++)
        assert_string_equal(obligation_state_outward((enum obligation_state)i), names[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_has_a_name),
        cmocka_unit_test(every_state_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
