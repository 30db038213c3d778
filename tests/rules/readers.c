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
    assert_false(reader_sees(&unnamed, &mother));
    assert_true(reader_sees(&unnamed, &worker));
    assert_false(reader_sees(&nothing, &worker));
    assert_int_equal(reader_kind_of(DUTY_DATA_OFFICER), READER_NOBODY);
    assert_int_equal(reader_kind_of(DUTY_ADMINISTRATOR), READER_NOBODY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_audience_against_every_reader),
        cmocka_unit_test(what_is_not_said_is_not_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
