/* One email address, and nothing else that could stand in the head of a message. SA-03 */
#include "eval.h"

#include "rules/email.h"

static void one_address_is_one(void **state)
{
    (void)state;
    static const char *const good[] = {"a@example.org", "head.office+post@school.example.org", "O'Neill_2@EXAMPLE-9.org"};
    static const char *const bad[] = {"", "@", "a", "a@", "@example.org", "a@example", "a@@example.org", "a@example.org, b@example.org", "A <a@example.org>",
                                      "a@example.org\r\nBcc: b@example.org", ".a@example.org", "a.@example.org", "a..b@example.org", "a@.example.org",
                                      "a@example..org", "a@example.org.", "a@exam_ple.org", "a b@example.org", "\xc3\xa9@example.org", "a[@example.org", "a@example{.org"};
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(email_is_one(text_of(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(email_is_one(text_of(bad[i])));
    assert_false(email_is_one(T("a\0@example.org")));
    char longest[EMAIL_LONGEST + 2];
    memset(longest, 'a', sizeof longest);
    memcpy(longest, "a@b.", 4);
    assert_true(email_is_one((Text){longest, EMAIL_LONGEST}));
    assert_false(email_is_one((Text){longest, EMAIL_LONGEST + 1}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_address_is_one)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
