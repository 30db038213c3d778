/* The view visible: who sees a child, by role, standing, moment and state. SD-13, SD-14. */
#include "setting.h"

enum { CHILD = 100, RESTRICTED = 200, TEAM = 50, MANAGER = 8, STRANGER = 9, RELATIVE = 10 };

static void add_people(Tx *tx)
{
    assert_ok(case_right_add(tx, ROLE_CASE_HOLDER, STANDING_SELF, (int64_t)(RIGHT(KNOW_CHILD) | RIGHT(READ_RECORD))));
    assert_ok(case_right_add(tx, ROLE_CASE_HOLDER, STANDING_MEMBER, (int64_t)(RIGHT(KNOW_CHILD) | RIGHT(READ_RECORD))));
    assert_ok(case_right_add(tx, ROLE_PARTNER, STANDING_SELF, (int64_t)RIGHT(KNOW_CHILD)));
    assert_ok(case_child_add(tx, (ChildId){CHILD}, (FamilyId){3}, false));
    assert_ok(case_child_add(tx, (ChildId){RESTRICTED}, (FamilyId){4}, true));
    for (int64_t person = WORKER.n; person <= RELATIVE; person++)
        assert_ok(case_stands_add(tx, (PersonId){person}, person, STANDING_SELF, LONG_AGO, FOREVER));
    assert_ok(case_stands_add(tx, (PersonId){MANAGER}, TEAM, STANDING_MEMBER, LONG_AGO, NOW));
    assert_ok(case_stands_add(tx, (PersonId){RELATIVE}, TEAM, STANDING_MEMBER, LONG_AGO, FOREVER));
    assert_ok(case_access_add(tx, WORKER.n, (ChildId){CHILD}, ROLE_CASE_HOLDER, LONG_AGO, FOREVER));
    assert_ok(case_access_add(tx, WORKER.n, (ChildId){RESTRICTED}, ROLE_CASE_HOLDER, LONG_AGO, FOREVER));
    assert_ok(case_access_add(tx, TEAM, (ChildId){CHILD}, ROLE_CASE_HOLDER, LONG_AGO, FOREVER));
    assert_ok(case_barred_add(tx, (ChildId){CHILD}, (PersonId){RELATIVE}));
}

static bool sees(struct setting *setting, int64_t person, int64_t child, int64_t at)
{
    Read *read = NULL;
    assert_ok(store_read_begin(setting->store, setting->arena, HERE, (PersonId){person}, (Instant){at}, &read));
    struct case_child_seen row;
    Err seen = case_child_seen(read, (ChildId){child}, &row);
    store_read_end(read);
    assert_true(seen.kind == OK || seen.kind == NOT_FOUND);
    return seen.kind == OK;
}

/* SD-13, SD-14: by role, standing, moment; restricted only to who is named; closed to relatives whatever else they are.
 */
static void visible_is_who_may_see(void **state)
{
    (void)state;
    struct setting setting;
    AT_PLACES(setting, PLACE_MEMORY)
    {
        Tx *tx = write_on(&setting);
        add_people(tx);
        keep(&setting, tx);
        assert_true(sees(&setting, WORKER.n, CHILD, NOW.us));
        assert_false(sees(&setting, WORKER.n, CHILD, LONG_AGO.us - 1));
        assert_false(sees(&setting, STRANGER, CHILD, NOW.us));
        assert_true(sees(&setting, MANAGER, CHILD, NOW.us - 1));
        assert_false(sees(&setting, MANAGER, CHILD, NOW.us));
        assert_false(sees(&setting, RELATIVE, CHILD, NOW.us));
        assert_false(sees(&setting, WORKER.n, RESTRICTED, NOW.us));
        tx = write_on(&setting);
        assert_ok(case_named_add(tx, (ChildId){RESTRICTED}, WORKER, NOW, (Instant){NOW.us + 10}));
        assert_ok(case_named_add(tx, (ChildId){RESTRICTED}, (PersonId){STRANGER}, LONG_AGO, FOREVER));
        keep(&setting, tx);
        assert_false(sees(&setting, WORKER.n, RESTRICTED, NOW.us - 1));
        assert_true(sees(&setting, WORKER.n, RESTRICTED, NOW.us));
        assert_false(sees(&setting, WORKER.n, RESTRICTED, NOW.us + 10));
        assert_false(sees(&setting, STRANGER, RESTRICTED, NOW.us));

        Read *read = begin(&setting);
        struct case_my_children_rows children = {0};
        assert_ok(case_my_children(read, &children));
        assert_int_equal(children.count, 2);
        struct case_my_families_rows families = {0};
        assert_ok(case_my_families(read, &families));
        assert_true(families.count == 2 && families.at[0].family.n == 3 && families.at[1].family.n == 4);
        store_read_end(read);
    }
}

/* Every role and standing, in every state, at the moments where something begins or ends: the view gives what the table
 * of rights says. */

enum { STATES = 8 /* restricted, named, barred, each or not */ };
enum { HOLDS_FROM = 1000, NAMED_FROM = 1200, NAMED_UNTIL = 1400, HOLDS_UNTIL = 1500 };
static const int64_t MOMENTS[] = {HOLDS_FROM - 1,  HOLDS_FROM,  NAMED_FROM - 1,  NAMED_FROM,
                                  NAMED_UNTIL - 1, NAMED_UNTIL, HOLDS_UNTIL - 1, HOLDS_UNTIL};

struct combination {
    enum role role;
    enum standing standing;
    bool restricted, named, barred;
};

static struct combination combination_of(int64_t i)
{
    int64_t state = i % STATES, pair = i / STATES;
    return (struct combination){(enum role)(pair / (STANDING_COUNT - 1) + 1),
                                (enum standing)(pair % (STANDING_COUNT - 1) + 1), (state & 1) != 0, (state & 2) != 0,
                                (state & 4) != 0};
}

enum { COMBINATIONS = (ROLE_COUNT - 1) * (STANDING_COUNT - 1) * STATES };

static Rights expected(const struct combination *is, int64_t at)
{
    bool holds = at >= HOLDS_FROM && at < HOLDS_UNTIL;
    bool named = is->named && at >= NAMED_FROM && at < NAMED_UNTIL;
    return holds && !is->barred && (!is->restricted || named) ? rights_of(is->role, is->standing) : 0;
}

/* Child i + 1 has a holder of its own, whom the worker stands for later than the holder begins and longer than it ends.
 */
static void add_combinations(Tx *tx)
{
    for (size_t i = 0; i < RIGHTS_COUNT; i++)
        assert_ok(case_right_add(tx, RIGHTS[i].role, RIGHTS[i].standing, (int64_t)RIGHTS[i].rights));
    for (int64_t i = 0; i < COMBINATIONS; i++) {
        struct combination is = combination_of(i);
        ChildId child = {i + 1};
        int64_t holder = 100000 + i;
        assert_ok(case_child_add(tx, child, (FamilyId){i + 1}, is.restricted));
        assert_ok(case_access_add(tx, holder, child, is.role, (Instant){500}, (Instant){HOLDS_UNTIL}));
        assert_ok(case_stands_add(tx, WORKER, holder, is.standing, (Instant){HOLDS_FROM}, (Instant){2000}));
        if (is.named)
            assert_ok(case_named_add(tx, child, WORKER, (Instant){NAMED_FROM}, (Instant){NAMED_UNTIL}));
        if (is.barred)
            assert_ok(case_barred_add(tx, child, WORKER));
    }
}

static void check_moment(struct setting *setting, int64_t at)
{
    Read *read = NULL;
    assert_ok(store_read_begin(setting->store, setting->arena, HERE, WORKER, (Instant){at}, &read));
    struct case_my_children_rows mine = {0};
    assert_ok(case_my_children(read, &mine));
    size_t next = 0;
    for (int64_t i = 0; i < COMBINATIONS; i++) {
        struct combination is = combination_of(i);
        Rights rights = expected(&is, at);
        struct case_ways_rows ways = {0};
        assert_ok(case_ways(read, (ChildId){i + 1}, &ways));
        Rights seen = 0;
        for (size_t k = 0; k < ways.count; k++)
            seen |= (Rights)ways.at[k].rights;
        if (seen != rights)
            print_error("%s as %s at %d: %s%s%s\n", role_code(is.role), standing_code(is.standing), (int)at,
                        is.restricted ? "restricted " : "", is.named ? "named " : "", is.barred ? "barred" : "");
        assert_true(seen == rights);
        bool listed = next < mine.count && mine.at[next].id.n == i + 1;
        assert_true(listed == rights_have(rights, READ_RECORD));
        next += listed;
        struct case_child_seen known;
        Err asked = case_child_seen(read, (ChildId){i + 1}, &known);
        assert_int_equal(asked.kind, rights_have(rights, KNOW_CHILD) ? OK : NOT_FOUND);
    }
    assert_int_equal(next, mine.count);
    store_read_end(read);
}

static void the_view_gives_what_the_table_says(void **state)
{
    (void)state;
    struct setting setting;
    AT_PLACES(setting, PLACE_MEMORY)
    {
        Tx *tx = write_on(&setting);
        add_combinations(tx);
        keep(&setting, tx);
        for (size_t i = 0; i < sizeof MOMENTS / sizeof MOMENTS[0]; i++) {
            check_moment(&setting, MOMENTS[i]);
            arena_reset(setting.arena);
        }
    }
}

/* What was answered for one reader, moment or state is no answer for another, on the same connection: SQLite remembers (sees, engine_sqlite.c). */
static void nothing_is_remembered_too_long(void **state)
{
    (void)state;
    struct setting setting;
    AT_PLACES(setting, PLACE_MEMORY)
    {
        struct case_child_seen row;
        Tx *tx = write_on(&setting);
        add_people(tx);
        Read *read = tx->read;
        assert_ok(case_child_seen(read, (ChildId){CHILD}, &row));
        read->actor = (PersonId){STRANGER};
        assert_err(NOT_FOUND, case_child_seen(read, (ChildId){CHILD}, &row));
        read->actor = (PersonId){MANAGER};
        assert_err(NOT_FOUND, case_child_seen(read, (ChildId){CHILD}, &row));
        read->now = (Instant){NOW.us - 1};
        assert_ok(case_child_seen(read, (ChildId){CHILD}, &row));
        read->authority = (AuthorityId){HERE.n + 1};
        assert_err(NOT_FOUND, case_child_seen(read, (ChildId){CHILD}, &row));
        read->authority = HERE;
        assert_ok(case_child_seen(read, (ChildId){CHILD}, &row));
        assert_ok(case_barred_add(tx, (ChildId){CHILD}, (PersonId){MANAGER}));
        assert_err(NOT_FOUND, case_child_seen(read, (ChildId){CHILD}, &row));
        keep(&setting, tx);

        assert_true(sees(&setting, WORKER.n, CHILD, NOW.us));
        tx = write_on(&setting);
        assert_ok(case_barred_add(tx, (ChildId){CHILD}, WORKER));
        keep(&setting, tx);
        assert_false(sees(&setting, WORKER.n, CHILD, NOW.us));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(visible_is_who_may_see),
        cmocka_unit_test(the_view_gives_what_the_table_says),
        cmocka_unit_test(nothing_is_remembered_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
