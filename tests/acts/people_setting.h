/* An authority with two teams, and who works in them: what the tests of the people begin with. */
#ifndef TESTS_ACTS_PEOPLE_SETTING_H
#define TESTS_ACTS_PEOPLE_SETTING_H

#include "store/access.h"
#include "world_people.h"

struct setting {
    struct world world;
    Arena *arena;
    TeamId front, east;
    PersonId door, manager, worker, service;
};

__attribute__((unused)) static int set_up(void **state)
{
    struct setting *setting = calloc(1, sizeof *setting);
    setting->world = world_new();
    setting->arena = arena_new(0);
    struct world *world = &setting->world;
    Arena *arena = setting->arena;
    world_authority(world, arena);
    setting->front = world_team(world, arena, "Front door", DUTY_FRONT_DOOR);
    setting->east = world_team(world, arena, "East", DUTY_SOCIAL_WORKER);
    setting->service = world_worker_of(world, arena, "Oriel", DUTY_SERVICE_MANAGER, (TeamId){0}, (PersonId){0});
    setting->door = world_worker_of(world, arena, "Pia", DUTY_FRONT_DOOR, setting->front, (PersonId){0});
    setting->manager = world_worker_of(world, arena, "Quill", DUTY_TEAM_MANAGER, setting->east, setting->service);
    setting->worker = world_worker_of(world, arena, "Rowan", DUTY_SOCIAL_WORKER, setting->east, setting->manager);
    *state = setting;
    return 0;
}

__attribute__((unused)) static int take_down(void **state)
{
    struct setting *setting = *state;
    world_whole(&setting->world, setting->arena); /* whatever a test did: the ledger alone makes the same tables */
    world_end(&setting->world);
    arena_free(setting->arena);
    free(setting);
    return 0;
}

/* What may() answers somebody about a child, `minutes` after WORLD_DAY. */
__attribute__((unused)) static enum err_kind may_after(struct setting *setting, PersonId actor, enum permission permission, ChildId child,
                                                       int64_t minutes)
{
    Read *read;
    must(store_read_begin(setting->world.store, setting->arena, WORLD_AUTHORITY, actor, (Instant){WORLD_DAY.us + minutes * MINUTE_US}, &read));
    Err got = may(read, permission, child);
    store_read_end(read);
    return got.kind;
}

__attribute__((unused)) static enum err_kind may_kind(struct setting *setting, PersonId actor, enum permission permission, ChildId child)
{
    return may_after(setting, actor, permission, child, 0);
}

/* The act must end so, and change nothing. */
#define ENDS(kind_of_end, s, KIND, actor, target, act)                                                                 \
    do {                                                                                                               \
        struct act_result result_ = {0};                                                                               \
        assert_int_equal(world_try(&(s)->world, (s)->arena, &KIND##_ACT, (actor), (target), 0, &(act), &result_).kind, (kind_of_end)); \
    } while (0)

#define DONE(s, KIND, actor, target, act) world_do(&(s)->world, (s)->arena, &KIND##_ACT, (actor), (target), 0, &(act))

#define PEOPLE_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, take_down)

#endif
