/* Two sisters on a plan since WORLD_DAY, 20 March 2026, their parents and the people round them: what the tests of the plan begin with. */
#ifndef TESTS_ACTS_PLAN_SETTING_H
#define TESTS_ACTS_PLAN_SETTING_H

#include "store/case_sql.h"
#include "store/core_group_sql.h"
#include "store/plan_action_sql.h"
#include "store/plan_version_sql.h"
#include "store/visit_sql.h"
#include "world_plan.h"

struct setting {
    struct world world;
    Arena *arena;
    PersonId manager, worker, nurse, teacher, mother, father;
    AgencyId school;
    struct world_family family;
    struct world_plans plans;
};

static inline PersonId professional(struct setting *s, const char *given, AgencyId agency)
{
    struct worker_added act = world_worker(given, DUTY_PARTNER);
    act.agency = agency;
    world_do(&s->world, s->arena, &WORKER_ADDED_ACT, PERSON_SYSTEM, 0, 0, &act);
    return act.worker;
}

static inline int set_up(void **state)
{
    struct setting *s = calloc(1, sizeof *s);
    s->world = world_new();
    s->arena = arena_new(0);
    world_authority(&s->world, s->arena);
    TeamId team = world_team(&s->world, s->arena, "East", DUTY_SOCIAL_WORKER);
    s->manager = world_worker_of(&s->world, s->arena, "Quill", DUTY_TEAM_MANAGER, team, (PersonId){0});
    s->worker = world_worker_of(&s->world, s->arena, "Rowan", DUTY_SOCIAL_WORKER, team, s->manager);
    s->school = world_agency(&s->world, s->arena, "Fernhill Academy", AGENCY_KIND_EDUCATION);
    s->nurse = professional(s, "Imre", world_agency(&s->world, s->arena, "Community nursing", AGENCY_KIND_HEALTH));
    s->teacher = professional(s, "Jill", s->school);
    s->family = world_family(&s->world, s->arena, s->worker, "Fennimore-Adeyemi", "Maja Lena");
    world_allocate(&s->world, s->arena, s->manager, &s->family, s->worker);
    s->mother = world_adult(&s->world, s->arena, s->worker, &s->family, "Joanna", RELATIONSHIP_KIND_MOTHER);
    s->father = world_adult(&s->world, s->arena, s->worker, &s->family, "Darren", RELATIONSHIP_KIND_FATHER);
    s->plans = world_plans(&s->world, s->arena, s->worker, &s->family);
    *state = s;
    return 0;
}

static inline int take_down(void **state)
{
    struct setting *s = *state;
    world_end(&s->world);
    arena_free(s->arena);
    free(s);
    return 0;
}

static inline void done(struct setting *s, const struct act_kind *kind, int64_t target, int day, void *act)
{
    world_do(&s->world, s->arena, kind, s->worker, target, day, act);
}
static inline struct act_result refused(struct setting *s, const struct act_kind *kind, int64_t target, int day, void *act, enum err_kind as)
{
    struct act_result result = {0};
    assert_int_equal(world_try(&s->world, s->arena, kind, s->worker, target, day, act, &result).kind, as);
    return result;
}
static inline bool is_shut(const struct act_result *result, enum gate gate, const char *detail)
{
    for (size_t i = 0; i < result->shut.count; i++)
        if (result->shut.at[i].gate == gate && !result->shut.at[i].warns)
            return text_contains(result->shut.at[i].detail, text_of(detail));
    return false;
}
static inline bool has_problem(const struct act_result *result, const char *field, const char *sentence)
{
    for (size_t i = 0; i < result->problems.count; i++)
        if (text_equal_string(result->problems.at[i].field, field) && text_contains(result->problems.at[i].sentence, text_of(sentence)))
            return true;
    return false;
}
static inline Date on_day(int day) { return date_plus_days(instant_london_date(WORLD_DAY), day); }

/* The last day on which an event of that kind happened to a child; DATE_NONE: never. */
static inline Date last_event(struct setting *s, ChildId child, enum event event)
{
    struct case_events_rows rows;
    Date last = DATE_NONE;
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    must(case_events(read, child, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].event == event)
            last = rows.at[i].happened;
    return last;
}
static inline enum obligation_state due_state(struct setting *s, ChildId child, enum obligation_kind kind, Date *ret_due)
{
    struct case_obligations_rows rows;
    enum obligation_state state = OBLIGATION_STATE_NONE;
    *ret_due = DATE_NONE;
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    must(case_obligations(read, child, &rows));
    store_read_end(read);
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].kind == kind) {
            state = rows.at[i].state;
            *ret_due = rows.at[i].due;
        }
    return state;
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, set_up, take_down)

#endif
