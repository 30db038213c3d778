/* Who works where, for whom, and what follows for what they see: moving, leaving, standing in. SD-13, SD-14. */
#include "acts/people/cover_set_act.h"
#include "acts/people/worker_left_act.h"
#include "acts/people/worker_moved_act.h"
#include "people_setting.h"
#include "store/duty.h"
#include "store/family_sql.h"

static struct worker_moved moved(enum duty duty, TeamId team, PersonId manager)
{
    WORLD_ACT(worker_moved, WORKER_MOVED, act);
    act.duty = duty;
    act.job = T("invented for a test");
    act.team = team;
    act.manager = manager;
    return act;
}

/* A worker who moves takes the cases along: the new line sees them, the old one no longer. */
static void a_moved_workers_cases_are_seen_by_the_new_line(void **state)
{
    struct setting *s = *state;
    TeamId west = world_team(&s->world, s->arena, "West", DUTY_SOCIAL_WORKER);
    PersonId other = world_worker_of(&s->world, s->arena, "Anouk", DUTY_TEAM_MANAGER, west, s->service);
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Marl-Okafor", "Ada");
    struct world_family held = world_family(&s->world, s->arena, other, "Thorne-Akin", "Bo");
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    assert_int_equal(may_kind(s, s->worker, KNOW_CHILD, held.children[0]), NOT_FOUND);
    struct worker_moved act = moved(DUTY_SOCIAL_WORKER, west, other);
    DONE(s, WORKER_MOVED, PERSON_SYSTEM, s->worker.n, act);
    assert_int_equal(may_kind(s, other, DECIDE_CASE, family.children[0]), OK);
    assert_int_equal(may_kind(s, s->service, DECIDE_CASE, family.children[0]), OK);
    assert_int_equal(may_kind(s, s->manager, KNOW_CHILD, family.children[0]), NOT_FOUND);
    assert_int_equal(may_kind(s, s->worker, RECORD_CASE, held.children[0]), OK);
}

/* A manager who gets another manager takes everybody below along; one who manages no more sees what they manage no more. */
static void a_moved_manager_takes_the_line_along(void **state)
{
    struct setting *s = *state;
    PersonId above = world_worker_of(&s->world, s->arena, "Brisa", DUTY_SERVICE_MANAGER, (TeamId){0}, (PersonId){0});
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Noor-Hale", "Cy");
    struct world_family team_held = world_family(&s->world, s->arena, s->worker, "Ode-Birch", "Dot");
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    struct worker_moved act = moved(DUTY_TEAM_MANAGER, s->east, above);
    DONE(s, WORKER_MOVED, PERSON_SYSTEM, s->manager.n, act);
    assert_int_equal(may_kind(s, above, DECIDE_CASE, family.children[0]), OK);
    assert_int_equal(may_kind(s, above, DECIDE_CASE, team_held.children[0]), OK);
    assert_int_equal(may_kind(s, s->service, KNOW_CHILD, family.children[0]), NOT_FOUND);
    assert_int_equal(may_kind(s, s->service, KNOW_CHILD, team_held.children[0]), NOT_FOUND);
    act = moved(DUTY_SOCIAL_WORKER, s->front, above);
    DONE(s, WORKER_MOVED, PERSON_SYSTEM, s->manager.n, act);
    assert_int_equal(may_kind(s, s->manager, KNOW_CHILD, team_held.children[0]), NOT_FOUND);
    assert_int_equal(may_kind(s, above, KNOW_CHILD, team_held.children[0]), NOT_FOUND);
    assert_int_equal(may_kind(s, above, DECIDE_CASE, family.children[0]), OK);
}

static void nobody_manages_their_own_manager(void **state)
{
    struct setting *s = *state;
    struct worker_moved act = moved(DUTY_SERVICE_MANAGER, (TeamId){0}, s->manager);
    ENDS(NOT_VALID, s, WORKER_MOVED, PERSON_SYSTEM, s->service.n, act);
    act = moved(DUTY_PARTNER, (TeamId){0}, (PersonId){0});
    ENDS(NOT_VALID, s, WORKER_MOVED, PERSON_SYSTEM, s->worker.n, act);
    ENDS(NOT_FOUND, s, WORKER_MOVED, PERSON_SYSTEM, 777777, act);
    ENDS(NOT_ALLOWED, s, WORKER_MOVED, s->manager, s->worker.n, act);
}

/* Cases and what waits go to the manager; the leaver sees nothing and has no duty. */
static void a_leavers_cases_go_to_the_manager(void **state)
{
    struct setting *s = *state;
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Pell-Adeola", "Eli Fay");
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    WORLD_ACT(worker_left, WORKER_LEFT, act);
    ENDS(NOT_VALID, s, WORKER_LEFT, PERSON_SYSTEM, s->worker.n, act); /* nobody said that it is the right account */
    act.sure = YESNO_YES;
    DONE(s, WORKER_LEFT, PERSON_SYSTEM, s->worker.n, act);
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    struct child_in_family row;
    enum duty duty;
    bool found;
    must(duty_of_reader(read, &duty));
    assert_int_equal(duty, DUTY_NONE);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(may(read, KNOW_CHILD, family.children[i]).kind, NOT_FOUND);
        assert_int_equal(may_kind(s, s->manager, RECORD_CASE, family.children[i]), OK);
        assert_int_equal(may_kind(s, s->service, DECIDE_CASE, family.children[i]), OK);
        must(child_in_family(read, family.children[i], family.family, &row, &found));
        assert_int_equal(row.allocated.n, s->manager.n);
    }
    store_read_end(read);
    ENDS(NOT_FOUND, s, WORKER_LEFT, PERSON_SYSTEM, s->worker.n, act);
}

/* Without a manager somebody must be named; whom a leaver managed answer to the next above. */
static void cases_are_never_left_with_nobody(void **state)
{
    struct setting *s = *state;
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Quist-Emeka", "Gil");
    world_allocate(&s->world, s->arena, s->manager, &family, s->service);
    WORLD_ACT(worker_left, WORKER_LEFT, act);
    act.sure = YESNO_YES;
    ENDS(NOT_VALID, s, WORKER_LEFT, PERSON_SYSTEM, s->service.n, act);
    act.hand_to = s->worker;
    DONE(s, WORKER_LEFT, PERSON_SYSTEM, s->service.n, act);
    assert_int_equal(may_kind(s, s->worker, RECORD_CASE, family.children[0]), OK);
    assert_int_equal(may_kind(s, s->manager, DECIDE_CASE, family.children[0]), OK);
    act.hand_to = (PersonId){0};
    DONE(s, WORKER_LEFT, PERSON_SYSTEM, s->manager.n, act);
    assert_int_equal(may_kind(s, s->manager, KNOW_CHILD, family.children[0]), NOT_FOUND);
}

/* Who keeps the service can't end their own account: nobody might be left to keep it. */
static void nobody_ends_their_own_account(void **state)
{
    struct setting *s = *state;
    struct worker_added added = world_worker("Dewi", DUTY_ADMINISTRATOR);
    DONE(s, WORKER_ADDED, PERSON_SYSTEM, 0, added);
    WORLD_ACT(worker_left, WORKER_LEFT, act);
    act.sure = YESNO_YES;
    ENDS(NOT_VALID, s, WORKER_LEFT, added.worker, added.worker.n, act);
}

static struct cover_set cover(PersonId by)
{
    WORLD_ACT(cover_set, COVER_SET, act);
    act.covered_by = by;
    (void)date_of(2026, 3, 21, &act.first_day);
    (void)date_of(2026, 3, 22, &act.last_day);
    act.why = T("annual leave");
    return act;
}

/* Cover begins and ends by itself. */
static void cover_sees_what_the_covered_see_while_it_lasts(void **state)
{
    struct setting *s = *state;
    PersonId by = world_worker_of(&s->world, s->arena, "Caspian", DUTY_SOCIAL_WORKER, s->front, s->service);
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Rook-Danjuma", "Hal");
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    struct cover_set act = cover(by);
    DONE(s, COVER_SET, s->manager, s->worker.n, act);
    assert_int_equal(may_kind(s, by, KNOW_CHILD, family.children[0]), NOT_FOUND);
    assert_int_equal(may_after(s, by, RECORD_CASE, family.children[0], 24 * 60), OK);
    assert_int_equal(may_after(s, by, KNOW_CHILD, family.children[0], 3 * 24 * 60), NOT_FOUND);
}

static void cover_is_arranged_by_the_line_with_the_same_kind_of_work(void **state)
{
    struct setting *s = *state;
    PersonId elsewhere = world_worker_of(&s->world, s->arena, "Delphi", DUTY_TEAM_MANAGER, s->front, (PersonId){0});
    PersonId chair = world_worker_of(&s->world, s->arena, "Elowen", DUTY_CHAIR, (TeamId){0}, (PersonId){0});
    struct cover_set act = cover(elsewhere);
    ENDS(NOT_ALLOWED, s, COVER_SET, elsewhere, s->worker.n, act);
    act = cover(chair);
    ENDS(NOT_VALID, s, COVER_SET, s->manager, s->worker.n, act);
    act = cover(s->worker);
    ENDS(NOT_VALID, s, COVER_SET, s->manager, s->worker.n, act);
    act = cover(elsewhere);
    act.last_day = date_plus_days(act.first_day, -1);
    ENDS(NOT_VALID, s, COVER_SET, s->manager, s->worker.n, act);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PEOPLE_TEST(a_moved_workers_cases_are_seen_by_the_new_line),
        PEOPLE_TEST(a_moved_manager_takes_the_line_along),
        PEOPLE_TEST(nobody_manages_their_own_manager),
        PEOPLE_TEST(a_leavers_cases_go_to_the_manager),
        PEOPLE_TEST(cases_are_never_left_with_nobody),
        PEOPLE_TEST(nobody_ends_their_own_account),
        PEOPLE_TEST(cover_sees_what_the_covered_see_while_it_lasts),
        PEOPLE_TEST(cover_is_arranged_by_the_line_with_the_same_kind_of_work),
    };
    RUN_ON_BOTH(tests);
}
