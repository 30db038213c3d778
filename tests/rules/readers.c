/* Each audience against each reader: the whole matrix, said once more by hand. SC-17 SD-14 */
#include "eval.h"

#include "rules/readers.h"

enum { AUTHOR = 1, SOMEBODY = 2, MOTHER = 3, FATHER = 4, ADA = 5, BEN = 6 };

static const struct {
    enum reader_kind kind;
    int64_t person;
    bool team;
    const char *sees; /* EVERYONE, PROFESSIONALS, NOT_TO_PERSON (the father), AUTHOR_TEAM, CHILD_ONLY (Ada) */
} READERS[] = {
    {READER_SOCIAL_CARE, SOMEBODY, false, "yyyny"}, {READER_SOCIAL_CARE, SOMEBODY, true, "yyyyy"},
    {READER_CHAIR, SOMEBODY, false, "yyynn"},       {READER_ADMINISTRATOR, SOMEBODY, false, "yyynn"},
    {READER_PARTNER, SOMEBODY, false, "yyynn"},     {READER_PARTNER, SOMEBODY, true, "yyyyn"},
    {READER_PARTNER, AUTHOR, false, "yyyyy"},       {READER_FAMILY, MOTHER, false, "ynynn"},
    {READER_FAMILY, FATHER, false, "ynnnn"},        {READER_FAMILY, MOTHER, true, "ynynn"},
    {READER_CHILD, ADA, false, "ynyny"},            {READER_CHILD, BEN, false, "ynynn"},
    {READER_NOBODY, SOMEBODY, true, "nnnnn"},
};

static void every_audience_against_every_reader(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof READERS / sizeof *READERS; i++)
        for (int audience = AUDIENCE_NONE + 1; audience < AUDIENCE_COUNT; audience++) {
            struct reader reader = {READERS[i].kind, READERS[i].person, READERS[i].team};
            struct readable words = {(enum audience)audience, AUTHOR, FATHER, ADA};
            if (reader_sees(&words, &reader) != (READERS[i].sees[audience - 1] == 'y'))
                fail_msg("reader %d and %s", (int)i, audience_code((enum audience)audience));
        }
    assert_int_equal(AUDIENCE_COUNT - 1, 5);
}

/* 'Not to a person' without the person reaches nobody of the family; what has no audience reaches nobody but its author. */
static void what_is_not_said_is_not_shown(void **state)
{
    (void)state;
    const struct reader mother = {READER_FAMILY, MOTHER, false}, worker = {READER_SOCIAL_CARE, SOMEBODY, true};
    const struct readable unnamed = {AUDIENCE_NOT_TO_PERSON, AUTHOR, 0, 0}, nothing = {AUDIENCE_NONE, AUTHOR, 0, 0};
    const struct readable no_audience = {(enum audience)(AUDIENCE_COUNT + 1), AUTHOR, 0, 0};
    assert_false(reader_sees(&no_audience, &mother) || reader_sees(&no_audience, &worker));
    assert_false(reader_sees(&unnamed, &mother));
    assert_true(reader_sees(&unnamed, &worker));
    assert_false(reader_sees(&nothing, &worker));
    /* nobody's words, such as what the service wrote itself: 'their own' lets nobody see them */
    const struct readable of_nobody = {AUDIENCE_PROFESSIONALS, 0, 0, 0};
    const struct reader unknown = {READER_FAMILY, 0, false};
    assert_false(reader_sees(&of_nobody, &unknown));
    assert_true(reader_sees(&of_nobody, &worker));
}

/* What an account is for says what its holder reads as: who works the case, who chairs, who keeps the papers, other agencies, families; those who keep
 * the service read nothing. */
static void each_duty_reads_as_one_kind(void **state)
{
    (void)state;
    static const enum reader_kind KINDS[DUTY_COUNT] = {
        [DUTY_NONE] = READER_NOBODY,
        [DUTY_FRONT_DOOR] = READER_SOCIAL_CARE, [DUTY_OUT_OF_HOURS] = READER_SOCIAL_CARE, [DUTY_SOCIAL_WORKER] = READER_SOCIAL_CARE,
        [DUTY_TEAM_MANAGER] = READER_SOCIAL_CARE, [DUTY_SERVICE_MANAGER] = READER_SOCIAL_CARE, [DUTY_LEGAL] = READER_SOCIAL_CARE,
        [DUTY_AUDITOR] = READER_SOCIAL_CARE,
        [DUTY_CHAIR] = READER_CHAIR, [DUTY_CONFERENCE_ADMIN] = READER_ADMINISTRATOR, [DUTY_PARTNER] = READER_PARTNER,
        [DUTY_PARENT] = READER_FAMILY, [DUTY_ADVOCATE] = READER_FAMILY, [DUTY_YOUNG_PERSON] = READER_CHILD,
        [DUTY_DATA_OFFICER] = READER_NOBODY, [DUTY_ADMINISTRATOR] = READER_NOBODY, [DUTY_SYSTEM] = READER_NOBODY,
    };
    for (int duty = DUTY_NONE; duty < DUTY_COUNT; duty++)
        assert_int_equal(reader_kind_of((enum duty)duty), KINDS[duty]);
    assert_int_equal(reader_kind_of((enum duty)(DUTY_COUNT + 1)), READER_NOBODY);
    for (int audience = AUDIENCE_EVERYONE; audience < AUDIENCE_COUNT; audience++)
        assert_int_equal(audience_leaves((enum audience)audience), audience != AUDIENCE_AUTHOR_TEAM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_audience_against_every_reader),
        cmocka_unit_test(what_is_not_said_is_not_shown),
        cmocka_unit_test(each_duty_reads_as_one_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
