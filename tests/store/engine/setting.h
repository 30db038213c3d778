/* A store at each place in turn, for the tests of this folder. */
#ifndef TESTS_STORE_SETTING_H
#define TESTS_STORE_SETTING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cases_sql.h"
#include "places.h"
#include "rules/roles.h"

extern const struct design CASES_DESIGN;

static const AuthorityId HERE = {1};
static const PersonId WORKER = {7};
static const Instant NOW = {1774000000000000};
static const Instant LONG_AGO = {1000};
static const Instant FOREVER = {INT64_MAX};
enum { EVERYTHING = TABLE_REPLAYED | TABLE_DESK | TABLE_CHAIN | TABLE_CONSTANT };

#define assert_ok(call) assert_err(OK, call)
#define assert_err(wanted, call)                                                                                       \
    do {                                                                                                               \
        Err answered_ = (call);                                                                                        \
        if (answered_.kind != (wanted))                                                                                \
            print_error("%s:%d: %s: %s\n", __FILE__, __LINE__, err_kind_name(answered_.kind), answered_.why);          \
        assert_int_equal(answered_.kind, wanted);                                                                      \
    } while (0)

/* One store at one place, with an arena for what is read. */
struct setting {
    enum place place;
    char where[600];
    Store *store;
    Arena *arena;
};

static inline bool set_up_at(struct setting *setting, enum place place)
{
    *setting = (struct setting){.place = place};
    if (!place_fresh(place, setting->where)) {
        print_message("skipped on %s: HEARTH_TEST_PG is not set\n", PLACE_NAMES[place]);
        return false;
    }
    setting->arena = arena_new(0);
    assert_ok(store_open_design(setting->where, &CASES_DESIGN, &setting->store));
    return true;
}

static inline void clear_up(struct setting *setting)
{
    store_close(setting->store);
    arena_free(setting->arena);
}

/* Runs the body at every place up to `last`. */
#define AT_PLACES(setting, last)                                                                                       \
    for (enum place place_ = 0; place_ <= (last); place_++)                                                            \
        for (bool on_ = set_up_at(&(setting), place_); on_; on_ = (clear_up(&(setting)), false))

static inline Read *begin(struct setting *setting)
{
    Read *read = NULL;
    assert_ok(store_read_begin(setting->store, setting->arena, HERE, WORKER, NOW, &read));
    return read;
}

static inline Tx *write_on(struct setting *setting)
{
    Tx *tx = NULL;
    assert_ok(store_write_begin(setting->store));
    assert_ok(store_savepoint(setting->store, setting->arena, HERE, WORKER, NOW, EVERYTHING, &tx));
    return tx;
}

static inline void keep(struct setting *setting, Tx *tx)
{
    assert_ok(store_release(tx));
    assert_ok(store_write_commit(setting->store));
}

#endif
