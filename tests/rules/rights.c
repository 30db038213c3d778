/* Who may do what to whom: the rows that matter said again as sentences, and what no row may ever give. SD-13 SD-14 SB-15 SC-02 */
#include "eval.h"

#include "rules/roles.h"

static const struct {
    enum role role;
    enum standing standing;
    enum permission permission;
    bool may;
} CASES[] = {
    {ROLE_CASE_HOLDER, STANDING_SELF, READ_RECORD, true},
    {ROLE_CASE_HOLDER, STANDING_SELF, DECIDE_CASE, false},
    {ROLE_CASE_HOLDER, STANDING_LINE, DECIDE_CASE, true},
    {ROLE_CASE_HOLDER, STANDING_COVER, RECORD_CASE, true},
    {ROLE_CASE_HOLDER, STANDING_SELF, CHAIR_CONFERENCE, false},
    {ROLE_CASE_HOLDER, STANDING_LINE, CHAIR_CONFERENCE, false}, /* SC-02 */
    {ROLE_CHAIR, STANDING_SELF, READ_RECORD, true},
    {ROLE_CHAIR, STANDING_SELF, CHAIR_CONFERENCE, true},
    {ROLE_CHAIR, STANDING_SELF, RECORD_CASE, false},
    {ROLE_CHAIR, STANDING_SELF, DECIDE_CASE, false},
    {ROLE_CHAIR, STANDING_MEMBER, READ_RECORD, false},
    {ROLE_CONFERENCE_ADMIN, STANDING_SELF, READ_CONFERENCE, true},
    {ROLE_CONFERENCE_ADMIN, STANDING_SELF, READ_RECORD, false},
    {ROLE_CONFERENCE_ADMIN, STANDING_SELF, READ_PROTECTED, false},
    {ROLE_PARTNER, STANDING_MEMBER, READ_SHARED, true}, /* SD-14 */
    {ROLE_PARTNER, STANDING_SELF, READ_RECORD, false},
    {ROLE_PARTNER, STANDING_SELF, READ_PROTECTED, false},
    {ROLE_PARTNER, STANDING_SELF, READ_PLAN, false},
    {ROLE_PARTNER, STANDING_LINE, KNOW_CHILD, false},
    {ROLE_PARENT, STANDING_SELF, READ_OWN_COPY, true},
    {ROLE_PARENT, STANDING_SELF, READ_PLAN, false},
    {ROLE_PARENT, STANDING_SELF, READ_SHARED, false},
    {ROLE_PARENT, STANDING_MEMBER, KNOW_CHILD, false},
    {ROLE_CHILD, STANDING_SELF, READ_OWN_COPY, true},
    {ROLE_ADVOCATE, STANDING_SELF, READ_RECORD, false},
    {ROLE_AUDIT, STANDING_SELF, READ_LOOKS, true},
    {ROLE_AUDIT, STANDING_SELF, RECORD_CASE, false},
    {ROLE_BREAK_GLASS, STANDING_SELF, READ_RECORD, true},
    {ROLE_BREAK_GLASS, STANDING_SELF, CHANGE_FAMILY, false},
    {ROLE_INTERPRETER, STANDING_SELF, READ_BOOKING, true},
    {ROLE_INTERPRETER, STANDING_SELF, KNOW_CHILD, false},
    {ROLE_NONE, STANDING_SELF, KNOW_CHILD, false},
    {ROLE_CASE_HOLDER, STANDING_NONE, KNOW_CHILD, false},
};

static void rows_say_what_the_sentences_say(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        if (rights_have(rights_of(CASES[i].role, CASES[i].standing), CASES[i].permission) != CASES[i].may)
            fail_msg("%s %s %s", role_code(CASES[i].role), standing_code(CASES[i].standing), permission_name(CASES[i].permission));
    }
}

/* SB-15, SD-13: the front door asks 'is this child on a plan?'; the administrator, the data officer and families ask nothing. */
static void duties_allow_what_they_are_for(void **state)
{
    (void)state;
    static const struct {
        enum duty duty;
        enum permission permission;
        bool may;
    } cases[] = {
        {DUTY_FRONT_DOOR, CHECK_PLAN, true},       {DUTY_OUT_OF_HOURS, CHECK_PLAN, true},      {DUTY_PARTNER, CHECK_PLAN, false},
        {DUTY_ADMINISTRATOR, SEARCH_PEOPLE, false}, {DUTY_DATA_OFFICER, READ_RETURN, true},     {DUTY_DATA_OFFICER, SEARCH_PEOPLE, false},
        {DUTY_AUDITOR, READ_AUDIT, true},          {DUTY_PARENT, SEARCH_PEOPLE, false},        {DUTY_TEAM_MANAGER, DECIDE_REFERRAL, true},
        {DUTY_SOCIAL_WORKER, DECIDE_REFERRAL, false}, {DUTY_SYSTEM, SIGN_IN, false},           {DUTY_NONE, SIGN_IN, false},
        {DUTY_ADMINISTRATOR, GIVE_SAMPLE, true},   {DUTY_SERVICE_MANAGER, GIVE_SAMPLE, true},  {DUTY_AUDITOR, GIVE_SAMPLE, false},
        {DUTY_TEAM_MANAGER, GIVE_SAMPLE, false},
        {DUTY_ADMINISTRATOR, BREAK_GLASS, false},  {DUTY_SOCIAL_WORKER, BREAK_GLASS, true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (rights_have(rights_of_duty(cases[i].duty), cases[i].permission) != cases[i].may)
            fail_msg("%s %s", duty_code(cases[i].duty), permission_name(cases[i].permission));
    }
}

static void no_row_is_empty_and_none_stands_twice(void **state)
{
    (void)state;
    bool role_seen[ROLE_COUNT] = {false};
    const Rights without_child = ~(RIGHT(SIGN_IN) - 1);
    for (size_t i = 0; i < RIGHTS_COUNT; i++) {
        const struct role_rights *row = &RIGHTS[i];
        assert_true(row->role != ROLE_NONE && row->standing != STANDING_NONE && row->rights != 0 && row->source[0] != '\0');
        assert_false(rights_have(row->rights, PERMISSION_NONE));
        assert_int_equal(row->rights & without_child, 0);
        /* who may do anything with the child's record knows of the child */
        assert_true(row->role == ROLE_INTERPRETER || rights_have(row->rights, KNOW_CHILD));
        role_seen[row->role] = true;
        for (size_t j = 0; j < i; j++)
            assert_false(RIGHTS[j].role == row->role && RIGHTS[j].standing == row->standing);
    }
    for (int role = ROLE_NONE + 1; role < ROLE_COUNT; role++)
        assert_true(role_seen[role]);
    for (size_t i = 0; i < DUTY_RIGHTS_COUNT; i++) {
        const struct duty_rights *row = &DUTY_RIGHTS[i];
        assert_true(row->duty != DUTY_NONE && row->rights != 0 && row->source[0] != '\0');
        assert_int_equal(row->rights & ~without_child, 0);
        for (size_t j = 0; j < i; j++)
            assert_int_not_equal(DUTY_RIGHTS[j].duty, row->duty);
    }
}

/* A permission that nobody has would be a page that nobody reaches. */
static void every_permission_has_words_and_someone_who_has_it(void **state)
{
    (void)state;
    for (int p = PERMISSION_NONE + 1; p < PERMISSION_COUNT; p++) {
        enum permission permission = (enum permission)p, again;
        assert_true(permission_words(permission)[0] != '\0');
        assert_true(permission_of(text_of(permission_name(permission)), &again) && again == permission);
        Rights all = 0;
        for (size_t i = 0; i < RIGHTS_COUNT; i++)
            all |= RIGHTS[i].rights;
        for (size_t i = 0; i < DUTY_RIGHTS_COUNT; i++)
            all |= DUTY_RIGHTS[i].rights;
        assert_true(rights_have(all, permission));
    }
    enum permission none;
    assert_false(permission_of(T(""), &none));
    assert_false(permission_of(T("FLY"), &none));
    assert_string_equal(permission_name(PERMISSION_COUNT), "");
    assert_string_equal(permission_words(PERMISSION_COUNT), "");
}

/* Who is refused is told whom to ask. */
static void somebody_else_is_named_for_what_one_may_not_do(void **state)
{
    (void)state;
    assert_string_equal(permission_who(DECIDE_CASE), "a manager");
    assert_string_equal(permission_who(CHAIR_CONFERENCE), "the chair");
    assert_string_equal(permission_who(MANAGE_SERVICE), "the administrator");
    assert_string_equal(permission_who(RECORD_CASE), "the worker");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_say_what_the_sentences_say),
        cmocka_unit_test(duties_allow_what_they_are_for),
        cmocka_unit_test(no_row_is_empty_and_none_stands_twice),
        cmocka_unit_test(every_permission_has_words_and_someone_who_has_it),
        cmocka_unit_test(somebody_else_is_named_for_what_one_may_not_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
