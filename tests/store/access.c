/* The view visible, in a real store: who sees a child, in which state. SD-13, SD-14. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/access.h"
#include "store/access_sql.h"

static void a_new_store_has_the_program_s_rights(void **state)
{
    (void)state;
    Store *store = NULL;
    assert_int_equal(store_open(STORE_MEMORY, &store).kind, OK);
    Arena *arena = arena_new(0);
    Read *read = NULL;
    assert_int_equal(store_read_begin(store, arena, (AuthorityId){1}, (PersonId){7}, (Instant){1000}, &read).kind, OK);
    struct right_of_all_rows rows = {0};
    assert_int_equal(right_of_all(read, &rows).kind, OK);
    assert_int_equal(rows.count, RIGHTS_COUNT);
    assert_int_equal(may(read, KNOW_CHILD, (ChildId){5}).kind, NOT_FOUND);
    store_read_end(read);
    arena_free(arena);
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_new_store_has_the_program_s_rights)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
