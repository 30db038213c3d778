#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/applying.h"
#include "base/clock.h"
#include "base/random.h"

static void the_clock_can_be_set_and_let_go(void **state)
{
    (void)state;
    clock_set_for_tests((Instant){1774000000 * SECOND_US});
    assert_int_equal(clock_now().us, 1774000000 * SECOND_US);
    clock_set_for_tests(INSTANT_NONE);
    Instant first = clock_now(), second = clock_now();
    assert_int_not_equal(first.us, 1774000000 * SECOND_US);
    assert_true(second.us >= first.us);
}

static void take_time(void) { (void)clock_now(); }
static void take_chance(void)
{
    char byte;
    random_bytes(&byte, 1);
}
static void take_another(void) { applying_begin(); }

/* True when `what` aborts while an entry is applied. */
static bool aborts_while_applying(void (*what)(void))
{
    pid_t child = fork();
    if (child == 0) {
        fclose(stderr);
        applying_begin();
        what();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void clock_and_chance_abort_while_applying(void **state)
{
    (void)state;
    assert_true(aborts_while_applying(take_time));
    assert_true(aborts_while_applying(take_chance));
    assert_true(aborts_while_applying(take_another));
    assert_false(applying());
    applying_begin();
    assert_true(applying());
    applying_end();
    take_time();
    take_chance();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_clock_can_be_set_and_let_go),
        cmocka_unit_test(clock_and_chance_abort_while_applying),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
