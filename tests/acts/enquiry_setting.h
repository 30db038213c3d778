/* The people and the family that the tests of this stage begin with, and what they ask of them. */
#ifndef TESTS_ACTS_ENQUIRY_SETTING_H
#define TESTS_ACTS_ENQUIRY_SETTING_H

#include "store/case_sql.h"
#include "world_enquiry.h"

struct setting {
    struct world world;
    Arena *arena;
    PersonId manager, front_door, worker, other;
    struct world_family family; /* two children */
    PersonId mother;
};

__attribute__((unused)) static int set_up(void **state)
{
    struct setting *in = calloc(1, sizeof *in);
    in->world = world_new();
    in->arena = arena_new(0);
    world_authority(&in->world, in->arena);
    TeamId team = world_team(&in->world, in->arena, "Assessment east", DUTY_SOCIAL_WORKER);
    TeamId another = world_team(&in->world, in->arena, "Assessment west", DUTY_SOCIAL_WORKER);
    in->manager = world_worker_of(&in->world, in->arena, "Maud", DUTY_TEAM_MANAGER, team, (PersonId){0});
    in->front_door = world_worker_of(&in->world, in->arena, "Fenella", DUTY_FRONT_DOOR, team, in->manager);
    in->worker = world_worker_of(&in->world, in->arena, "Wilf", DUTY_SOCIAL_WORKER, team, in->manager);
    in->other = world_worker_of(&in->world, in->arena, "Orla", DUTY_TEAM_MANAGER, another, (PersonId){0});
    in->family = world_family(&in->world, in->arena, in->front_door, "Okafor-Lane", "Ada Ben");
    in->mother = world_adult(&in->world, in->arena, in->front_door, &in->family, "Chidinma", RELATIONSHIP_KIND_MOTHER);
    *state = in;
    return 0;
}

__attribute__((unused)) static int take_down(void **state)
{
    struct setting *in = *state;
    world_end(&in->world);
    arena_free(in->arena);
    free(in);
    return 0;
}

__attribute__((unused)) static Read *reads(struct setting *in, PersonId who, int day) { return world_read(&in->world, in->arena, who, day); }

__attribute__((unused)) static void assert_stage(struct setting *in, ChildId child, enum stage stage)
{
    struct episode_of_child row;
    bool found;
    Read *read = reads(in, in->worker, 300);
    must(episode_of_child(read, child, &row, &found));
    store_read_end(read);
    assert_true(found);
    assert_string_equal(stage_code(row.stage), stage_code(stage));
}

/* What is due to the child, as it is kept: on which day, and how it stands. */
__attribute__((unused)) static void assert_due(struct setting *in, ChildId child, enum obligation_kind kind, const char *due, enum obligation_state state)
{
    struct case_obligations_rows rows;
    Read *read = reads(in, in->worker, 300);
    must(case_obligations(read, child, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++) {
        if (rows.at[i].kind != kind)
            continue;
        assert_string_equal(text_string(in->arena, date_iso(in->arena, rows.at[i].due)), due);
        assert_string_equal(obligation_state_code(rows.at[i].state), obligation_state_code(state));
        return;
    }
    fail_msg("nothing of the kind %s", obligation_kind_code(kind));
}

__attribute__((unused)) static Err try(struct setting *in, const struct act_kind *kind, PersonId who, int day, void *act, struct act_result *ret_result)
{
    return world_try(&in->world, in->arena, kind, who, in->family.family.n, day, act, ret_result);
}

__attribute__((unused)) static void assert_problem(struct setting *in, const struct act_kind *kind, PersonId who, int day, void *act, const char *sentence)
{
    struct act_result result;
    assert_int_equal(try(in, kind, who, day, act, &result).kind, NOT_VALID);
    for (size_t i = 0; i < result.problems.count; i++)
        if (text_equal_string(result.problems.at[i].sentence, sentence))
            return;
    fail_msg("'%s' was not said", sentence);
}

__attribute__((unused)) static void assert_shut(struct setting *in, const struct act_kind *kind, PersonId who, int day, void *act, enum gate gate)
{
    struct act_result result;
    assert_int_equal(try(in, kind, who, day, act, &result).kind, NOT_NOW);
    for (size_t i = 0; i < result.shut.count; i++)
        if (result.shut.at[i].gate == gate)
            return;
    fail_msg("%s is not shut", gate_row(gate)->name);
}

__attribute__((unused)) static void whole(struct setting *in) { world_whole(&in->world, in->arena); }

#define ENQUIRY_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, take_down)

#endif
