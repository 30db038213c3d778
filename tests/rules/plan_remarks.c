/* What an action of a plan lacks before it can be published, and what is remarked on. SA-18 SE-05 SB-23 */
#include "eval.h"

#include "rules/plan_remarks.h"

enum { NOBODY = PLAN_ACTION_NO_OWNER, NO_DATE = PLAN_ACTION_NO_DATE, NO_MEASURE = PLAN_ACTION_NO_MEASURE, CAROL = 7 };

static Date june(int day_of_month)
{
    Date date;
    assert_true(date_of(2026, 6, day_of_month, &date));
    return date;
}

static void an_action_says_who_by_when_and_how_we_know(void **state)
{
    (void)state;
    const Text seen = T("The children are in school each day"), blank = T("  \n");
    const struct {
        const char *says;
        struct plan_action_facts facts;
        unsigned missing;
    } CASES[] = {
        {"whole: a person, a day, a measure", {.owner = ACTION_OWNER_PROFESSIONAL, .owner_person = {CAROL}, .by_when = june(12), .measure = seen}, 0},
        {"whole: in words, each week",
         {.owner = ACTION_OWNER_FAMILY, .owner_words = T("Joanna's sister"), .by_when = DATE_NONE, .repeats = ACTION_REPEAT_WEEKLY, .measure = seen}, 0},
        {"whole: as often as is written",
         {.owner = ACTION_OWNER_SERVICE, .owner_words = T("The nursery"), .by_when = DATE_NONE, .repeats = ACTION_REPEAT_OTHER,
          .how_often = T("every school day"), .measure = seen}, 0},
        {"a day is enough for what happens 'as written', without words",
         {.owner = ACTION_OWNER_SERVICE, .owner_words = T("The nursery"), .by_when = june(1), .repeats = ACTION_REPEAT_OTHER, .measure = seen}, 0},
        {"nothing", {.by_when = DATE_NONE}, NOBODY | NO_DATE | NO_MEASURE},
        {"a person, but not whose work it is", {.owner_person = {CAROL}, .by_when = june(12), .measure = seen}, NOBODY},
        {"'a professional', and nobody named", {.owner = ACTION_OWNER_PROFESSIONAL, .owner_words = blank, .by_when = june(12), .measure = seen}, NOBODY},
        {"once, on no day",
         {.owner = ACTION_OWNER_PROFESSIONAL, .owner_person = {CAROL}, .by_when = DATE_NONE, .repeats = ACTION_REPEAT_ONCE, .measure = seen}, NO_DATE},
        {"'as written', and nothing is",
         {.owner = ACTION_OWNER_PROFESSIONAL, .owner_person = {CAROL}, .by_when = DATE_NONE, .repeats = ACTION_REPEAT_OTHER, .how_often = blank,
          .measure = seen}, NO_DATE},
        {"nobody could say whether it helped",
         {.owner = ACTION_OWNER_PROFESSIONAL, .owner_person = {CAROL}, .by_when = june(12), .measure = blank}, NO_MEASURE},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (plan_action_missing(&CASES[i].facts) != CASES[i].missing)
            fail_msg("%s: %u", CASES[i].says, plan_action_missing(&CASES[i].facts));
}

static void an_action_is_remarked_on_until_it_is_changed_or_kept(void **state)
{
    (void)state;
    static const struct {
        Text what;
        int64_t rolled;
        unsigned remarks;
    } CASES[] = {
        {T("Carol visits each Tuesday at 4pm"), 0, 0},
        {T("Carol visits each Tuesday at 4pm"), PLAN_ROLLED_OFTEN - 1, 0},
        {T("Carol visits each Tuesday at 4pm"), PLAN_ROLLED_OFTEN, PLAN_REMARK_ROLLED},
        {T("Attend appointments as required"), 0, PLAN_REMARK_VAGUE},
        {T("Joanna must leave her partner"), 0, PLAN_REMARK_SEPARATION},
        {T("Engage with support. Joanna must leave her partner"), 3, PLAN_REMARK_VAGUE | PLAN_REMARK_SEPARATION | PLAN_REMARK_ROLLED},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct plan_action_facts facts = {.what = CASES[i].what, .rolled = CASES[i].rolled};
        if (plan_action_remarks(&facts) != CASES[i].remarks)
            fail_msg("%.*s: %u", TEXT_ARGS(facts.what), plan_action_remarks(&facts));
        assert_false(plan_action_is_kept(&facts));
        facts.kept_why = T("The court's own words");
        assert_true(plan_action_is_kept(&facts));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_action_says_who_by_when_and_how_we_know),
        cmocka_unit_test(an_action_is_remarked_on_until_it_is_changed_or_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
