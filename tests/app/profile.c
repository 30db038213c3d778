/* `hearth profiles` and `hearth profile check FILE`, the real program. An own profile that holds, one that loosens, one with faults. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[100];

static int make_folder(void **state)
{
    (void)state;
    snprintf(folder, sizeof folder, "/tmp/hearth-profile-XXXXXX");
    return mkdtemp(folder) == NULL ? -1 : 0;
}

static int remove_folder(void **state)
{
    char line[200];
    (void)state;
    snprintf(line, sizeof line, "rm -rf '%s'", folder);
    return system(line);
}

/* The exit status of `hearth WORDS`, in the folder; what it says is in said. */
static int hearth(const char *words, char said[4000])
{
    char line[1000];
    const char *build = getenv("HEARTH_BUILD") == NULL ? "build" : getenv("HEARTH_BUILD");
    snprintf(line, sizeof line, "cd '%s' && HEARTH_DATA=%s/none '%s/hearth' %s 2>&1", folder, folder, build, words);
    FILE *from = popen(line, "r");
    assert_non_null(from);
    size_t len = fread(said, 1, 3999, from);
    said[len] = '\0';
    int status = pclose(from);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void write_profile(const char *more)
{
    char path[200];
    snprintf(path, sizeof path, "%s/ours.profile", folder);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fprintf(out, "# source: Marlow Vale, procedures · 2026-01-01\nprofile marlow-vale\ntitle Marlow Vale\nstanding local\nin_force since 2026-04-01\nlike england\n%s", more);
    assert_int_equal(fclose(out), 0);
}

static void has(const char *said, const char *words)
{
    if (strstr(said, words) == NULL)
        fail_msg("'%s' is not in: %s", words, said);
}

static void test_profiles_are_listed(void **state)
{
    char said[4000];
    (void)state;
    assert_int_equal(hearth("profiles", said), 0);
    static const char *const BEGIN[] = {"NAME ", "\nSB ", "\nSC ", "\nSD ", "\nSE ", "\nengland ", "\nnorthern-ireland ", "\nscotland ", "\nwales "};
    for (size_t i = 0; i < sizeof BEGIN / sizeof BEGIN[0]; i++)
        has(said, BEGIN[i]);
    has(said, "since 2021-09-02");
    has(said, "As described in ‘Child protection plans’, 2024");
    has(said, " lead ");
    assert_int_equal(hearth("profiles all", said), 2);
    assert_int_equal(access(folder, F_OK), 0);
    assert_int_equal(hearth("help", said), 0);
    has(said, "profile       check FILE");
}

static void test_a_profile_that_holds(void **state)
{
    char said[4000];
    (void)state;
    write_profile("limit FIRST_CORE_GROUP from PLAN_STARTED due 8 working_days ends CORE_GROUP stops PLAN_ENDED warn 3 local since 2026-04-01 | our procedures, 4.2\n");
    assert_int_equal(hearth("profile check ours.profile", said), 0);
    has(said, "ours.profile holds");
}

/* SE-02: tightened is right, loosened is refused, with the row, the line and the first day. */
static void test_a_profile_that_loosens(void **state)
{
    char said[4000];
    (void)state;
    write_profile("limit FIRST_CORE_GROUP from PLAN_STARTED due 15 working_days ends CORE_GROUP stops PLAN_ENDED warn 3 local since 2026-04-01 | our procedures, 4.2\n"
                  "without FIRST_REVIEW\n");
    assert_int_equal(hearth("profile check ours.profile", said), 1);
    has(said, "ours.profile:7: FIRST_CORE_GROUP: 15 working days would loosen the 10 working days that are statutory in England: started on 2026-04-01");
    has(said, "ours.profile:8: FIRST_REVIEW: it is statutory in England and cannot be taken away");
}

static void test_every_fault_is_said(void **state)
{
    char said[4000];
    (void)state;
    write_profile("weather fine\nquorum none | x\nlimit VISIT from PLAN_STARTED due 3 days ends VISIT local since 2026-04-01\n");
    assert_int_equal(hearth("profile check ours.profile", said), 1);
    has(said, "ours.profile:7: profile: a profile does not know the word weather");
    has(said, "ours.profile:8: quorum: ");
    has(said, "ours.profile:9: VISIT: its source is missing");
    assert_int_equal(hearth("profile check nowhere.profile", said), 2);
    assert_int_equal(hearth("profile show ours.profile", said), 2);
    has(said, "usage: hearth profile check FILE");
    assert_int_equal(hearth("profile check", said), 2);
    has(said, "usage: hearth profile check FILE");
}

/* What the program is built with holds by its own command. */
static void test_own_profiles_hold(void **state)
{
    char said[4000], line[500];
    const char *source = getenv("HEARTH_SOURCE") == NULL ? "." : getenv("HEARTH_SOURCE");
    static const char *const NAMES[] = {"SB", "SC", "SD", "SE", "england", "northern-ireland", "scotland", "wales"};
    (void)state;
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        snprintf(line, sizeof line, "profile check '%s/src/rules/profiles/%s.profile'", source, NAMES[i]);
        if (hearth(line, said) != 0)
            fail_msg("%s", said);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_profiles_are_listed),
        cmocka_unit_test(test_a_profile_that_holds),
        cmocka_unit_test(test_a_profile_that_loosens),
        cmocka_unit_test(test_every_fault_is_said),
        cmocka_unit_test(test_own_profiles_hold),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
