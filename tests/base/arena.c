/* Memory of one request: zeroed, aligned, apart, counted, and over when it is too much. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <signal.h>
#include <stdalign.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

static void pieces_are_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    unsigned char *pieces[400];
    size_t sizes[400];
    for (size_t i = 0; i < 400; i++) {
        sizes[i] = i * i % 977 + (i % 50 == 0 ? 3 * ARENA_BLOCK : 0);
        pieces[i] = arena_take(arena, sizes[i]);
        assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(pieces[i][k], 0);
        memset(pieces[i], (int)(i % 251 + 1), sizes[i]);
    }
    for (size_t i = 0; i < 400; i++)
        for (size_t k = 0; k < sizes[i]; k++)
            assert_int_equal(pieces[i][k], i % 251 + 1);
    assert_false(arena_over(arena));
    arena_free(arena);
}

static void what_was_given_back_comes_zeroed_again(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    for (int round = 0; round < 3; round++) {
        unsigned char *at = arena_take(arena, 5000);
        for (size_t i = 0; i < 5000; i++)
            assert_int_equal(at[i], 0);
        memset(at, 0xaa, 5000);
        (void)arena_take(arena, 2 * ARENA_BLOCK);
        arena_reset(arena);
        assert_int_equal(arena_used(arena), 0);
    }
    arena_free(arena);
    arena_free(NULL);
}

static void past_the_cap_it_is_over_and_still_serves(void **state)
{
    (void)state;
    Arena *arena = arena_new(1000);
    memset(arena_take(arena, 900), 1, 900);
    assert_false(arena_over(arena));
    memset(arena_take(arena, 900), 1, 900);
    assert_true(arena_over(arena));
    memset(arena_take(arena, ARENA_RESERVE - 2000), 1, ARENA_RESERVE - 2000);
    assert_true(arena_used(arena) > 1000);
    arena_reset(arena);
    assert_false(arena_over(arena));
    arena_turn_over(arena);
    assert_true(arena_over(arena));
    arena_free(arena);
}

static void take_more_than_there_is(void)
{
    Arena *arena = arena_new(1000);
    (void)arena_take(arena, ARENA_RESERVE + 2000);
}
static void take_a_product_that_overflows(void) { (void)arena_take_many(arena_new(0), SIZE_MAX / 2, 4); }
static void take_almost_everything(void)
{
    volatile size_t size = SIZE_MAX - 8; /* volatile: or the compiler refuses it before the arena can */
    (void)arena_take(arena_new(0), size);
}

static bool aborts(void (*what)(void))
{
    pid_t child = fork();
    if (child == 0) {
        signal(SIGABRT, SIG_DFL);
        what();
        _exit(0);
    }
    int status;
    return waitpid(child, &status, 0) == child && WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

static void past_the_reserve_it_aborts(void **state)
{
    (void)state;
    assert_true(aborts(take_more_than_there_is));
    assert_true(aborts(take_a_product_that_overflows));
    assert_true(aborts(take_almost_everything));
}

static void many_are_counted(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    int *numbers = ARENA_MANY(arena, 100, int);
    for (int i = 0; i < 100; i++)
        assert_int_equal(numbers[i], 0);
    assert_true(arena_used(arena) >= 100 * sizeof(int));
    struct pair {
        char *a, *b;
    } *pair = ARENA_NEW(arena, struct pair);
    assert_null(pair->b);
    (void)arena_take(arena, 0);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_zeroed_aligned_and_apart),
        cmocka_unit_test(what_was_given_back_comes_zeroed_again),
        cmocka_unit_test(past_the_cap_it_is_over_and_still_serves),
        cmocka_unit_test(past_the_reserve_it_aborts),
        cmocka_unit_test(many_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
