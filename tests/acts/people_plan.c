/* A child on a plan is born, or dies: one life of the plan, or its end. SD-13, SD-14. */
#include "acts/people/child_born_act.h"
#include "acts/people/died_act.h"
#include "people_setting.h"
#include "store/case_sql.h"
#include "store/plan_sql.h"
#include "world_plan.h"

/* A family of a born and an unborn child, both on a plan. */
static struct world_family on_plans(struct setting *s)
{
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Sedge-Appiah", "Ada ?");
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    world_plans(&s->world, s->arena, s->worker, &family);
    return family;
}

static Date the_day(void)
{
    Date day = DATE_NONE;
    assert_true(date_of(2026, 3, 20, &day));
    return day;
}

static void assert_stands(struct setting *s, ChildId child, enum stage stage, bool on_plan)
{
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    struct episode_of_child episode;
    struct plan_open_of plan;
    bool found, open;
    must(episode_of_child(read, child, &episode, &found));
    must(plan_open_of(read, child, &plan, &open));
    store_read_end(read);
    assert_true(found);
    assert_int_equal(episode.stage, stage);
    assert_int_equal(date_is_none(episode.closed), stage != STAGE_CLOSED);
    assert_int_equal(open, on_plan);
}

static size_t waiting(struct setting *s, ChildId child)
{
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    struct case_obligations_rows rows;
    size_t count = 0;
    must(case_obligations(read, child, &rows));
    for (size_t i = 0; i < rows.count; i++)
        count += rows.at[i].state == OBLIGATION_STATE_WAITING;
    store_read_end(read);
    return count;
}

/* The unborn child's plan is the baby's plan: nothing ends, nothing starts again. */
static void a_plan_lives_on_after_birth(void **state)
{
    struct setting *s = *state;
    struct world_family family = on_plans(s);
    size_t before = waiting(s, family.children[1]);
    WORLD_ACT(child_born, CHILD_BORN, act);
    act.born = the_day();
    act.given = T("Lark");
    act.family_name = T("Sedge-Appiah");
    act.sex = SEX_F;
    DONE(s, CHILD_BORN, s->worker, family.children[1].n, act);
    assert_stands(s, family.children[1], STAGE_ON_A_PLAN, true);
    assert_true(before > 0 && waiting(s, family.children[1]) >= before);
}

/* Death ends plan and episode, and nothing is due any more; the other child's go on. */
static void a_death_ends_plan_and_episode(void **state)
{
    struct setting *s = *state;
    struct world_family family = on_plans(s);
    WORLD_ACT(died, DIED, act);
    act.died = the_day();
    assert_true(waiting(s, family.children[0]) > 0);
    DONE(s, DIED, s->worker, family.children[0].n, act);
    assert_stands(s, family.children[0], STAGE_CLOSED, false);
    assert_stands(s, family.children[1], STAGE_ON_A_PLAN, true);
    assert_int_equal(waiting(s, family.children[0]), 0);
    DONE(s, DIED, s->worker, family.children[1].n, act);
    assert_int_equal(act.what, LOSS_PREGNANCY_LOST);
    assert_stands(s, family.children[1], STAGE_CLOSED, false);
    assert_int_equal(waiting(s, family.children[1]), 0);
}

/* SD-13, SD-14: a plan is seen only by those entitled. */
static void nobody_else_sees_the_plan(void **state)
{
    struct setting *s = *state;
    struct world_family family = on_plans(s);
    assert_int_equal(may_kind(s, s->worker, READ_PLAN, family.children[0]), OK);
    assert_int_equal(may_kind(s, s->manager, READ_PLAN, family.children[0]), OK);
    assert_int_equal(may_kind(s, s->door, READ_PLAN, family.children[0]), NOT_FOUND);
}

/* The acts above use a kind of act that is made for tests, which a rebuild doesn't know: the record itself is not proved here. */
static int put_away(void **state)
{
    struct setting *setting = *state;
    world_end(&setting->world);
    arena_free(setting->arena);
    free(setting);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_plan_lives_on_after_birth, set_up, put_away),
        cmocka_unit_test_setup_teardown(a_death_ends_plan_and_episode, set_up, put_away),
        cmocka_unit_test_setup_teardown(nobody_else_sees_the_plan, set_up, put_away),
    };
    RUN_ON_BOTH(tests);
}
