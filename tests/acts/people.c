/* The organisation and the families: who gets a record, who holds it, and who sees it because of that. SD-13, SD-14. */
#include "people_setting.h"
#include "store/family_sql.h"

/* The opener's team holds the case: its members work it, its manager decides, nobody else knows of it. SD-13 */
static void a_family_is_held_by_the_openers_team(void **state)
{
    struct setting *s = *state;
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Okonjo-Reeve", "Ada ?");
    assert_int_equal(family.count, 2);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(may_kind(s, s->worker, RECORD_CASE, family.children[i]), OK);
        assert_int_equal(may_kind(s, s->worker, GIVE_ACCESS, family.children[i]), NOT_ALLOWED);
        assert_int_equal(may_kind(s, s->manager, GIVE_ACCESS, family.children[i]), OK);
        assert_int_equal(may_kind(s, s->service, GIVE_ACCESS, family.children[i]), OK);
        assert_int_equal(may_kind(s, s->door, KNOW_CHILD, family.children[i]), NOT_FOUND);
    }
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    struct child_in_family row;
    bool found;
    must(child_in_family(read, family.children[1], family.family, &row, &found));
    assert_true(found && row.unborn && row.allocated.n == 0);
    store_read_end(read);
}

/* Somebody without a team holds what they open. */
static void an_opener_without_a_team_holds_it(void **state)
{
    struct setting *s = *state;
    PersonId alone = world_worker_of(&s->world, s->arena, "Sable", DUTY_FRONT_DOOR, (TeamId){0}, (PersonId){0});
    struct world_family family = world_family(&s->world, s->arena, alone, "Tarn-Whitlock", "Bo");
    assert_int_equal(may_kind(s, alone, RECORD_CASE, family.children[0]), OK);
    assert_int_equal(may_kind(s, s->worker, KNOW_CHILD, family.children[0]), NOT_FOUND);
}

/* Allocating passes the case on: the team's members no longer see it, the worker and who manages the worker do. */
static void allocating_ends_the_earlier_holder(void **state)
{
    struct setting *s = *state;
    PersonId other = world_worker_of(&s->world, s->arena, "Umber", DUTY_SOCIAL_WORKER, s->east, s->manager);
    struct world_family family = world_family(&s->world, s->arena, other, "Velasco-Hart", "Cy Dot");
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    assert_int_equal(may_kind(s, s->worker, RECORD_CASE, family.children[1]), OK);
    assert_int_equal(may_kind(s, s->manager, DECIDE_CASE, family.children[1]), OK);
    assert_int_equal(may_kind(s, other, KNOW_CHILD, family.children[0]), NOT_FOUND);
    world_allocate(&s->world, s->arena, s->manager, &family, other);
    assert_int_equal(may_kind(s, s->worker, KNOW_CHILD, family.children[1]), NOT_FOUND);
    assert_int_equal(may_kind(s, other, RECORD_CASE, family.children[1]), OK);
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker); /* back again, at the same instant */
    assert_int_equal(may_kind(s, s->worker, RECORD_CASE, family.children[1]), OK);
}

/* Nobody allocates a case that they can't read, to somebody who holds no cases, or of another family. */
static void only_a_manager_who_reads_it_allocates(void **state)
{
    struct setting *s = *state;
    PersonId elsewhere = world_worker_of(&s->world, s->arena, "Wend", DUTY_TEAM_MANAGER, s->front, (PersonId){0});
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Yarrow-Pike", "Eli");
    struct world_family second = world_family(&s->world, s->arena, s->worker, "Zennor-Field", "Fay");
    struct act_result result;
    WORLD_ACT(allocated, ALLOCATED, act);
    act.children.at = family.children;
    act.children.count = 1;
    act.worker = s->worker;
    assert_int_equal(world_try(&s->world, s->arena, &ALLOCATED_ACT, elsewhere, family.family.n, 0, &act, &result).kind, NOT_FOUND);
    assert_int_equal(world_try(&s->world, s->arena, &ALLOCATED_ACT, s->worker, family.family.n, 0, &act, &result).kind, NOT_ALLOWED);
    act.children.at = second.children;
    assert_int_equal(world_try(&s->world, s->arena, &ALLOCATED_ACT, s->manager, family.family.n, 0, &act, &result).kind, NOT_FOUND);
    act.children.at = family.children;
    act.worker = s->door;
    assert_int_equal(world_try(&s->world, s->arena, &ALLOCATED_ACT, s->manager, family.family.n, 0, &act, &result).kind, NOT_VALID);
    assert_false(text_is_empty(problems_of(&result.problems, T("worker"))));
}

/* A child that is added later is held by whom the others are held by. */
static void a_later_child_has_the_same_holder(void **state)
{
    struct setting *s = *state;
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Abara-Lowe", "Gil");
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    WORLD_ACT(child_added, CHILD_ADDED, act);
    act.given = T("Hana");
    act.family_name = T("Abara-Lowe");
    act.unborn = YESNO_NO;
    act.nhs_number = T("999 000 0018");
    act.disabilities = UINT64_C(1) << DISABILITY_HEAR | UINT64_C(1) << DISABILITY_LD;
    world_do(&s->world, s->arena, &CHILD_ADDED_ACT, s->worker, family.family.n, 1, &act);
    assert_int_equal(may_kind(s, s->worker, RECORD_CASE, act.child), NOT_FOUND); /* not before it was recorded */
    Read *read = world_read(&s->world, s->arena, s->worker, 1);
    struct child_in_family row;
    bool found;
    must(may(read, RECORD_CASE, act.child));
    must(child_in_family(read, act.child, family.family, &row, &found));
    assert_true(found && row.allocated.n == s->worker.n);
    store_read_end(read);
}

/* A wrong number is a problem of its field; a born child has a name. */
static void what_is_wrong_stands_beside_its_field(void **state)
{
    struct setting *s = *state;
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Brae-Nkosi", "Ivy");
    struct act_result result;
    WORLD_ACT(child_added, CHILD_ADDED, act);
    act.family_name = T("Brae-Nkosi");
    act.unborn = YESNO_NO;
    act.nhs_number = T("999 000 0019");
    act.upn = T("A123");
    assert_int_equal(world_try(&s->world, s->arena, &CHILD_ADDED_ACT, s->worker, family.family.n, 0, &act, &result).kind, NOT_VALID);
    assert_false(text_is_empty(problems_of(&result.problems, T("given"))));
    assert_false(text_is_empty(problems_of(&result.problems, T("nhs_number"))));
    assert_false(text_is_empty(problems_of(&result.problems, T("upn"))));
}

/* One adult can be of two families, and is one person. */
static void an_adult_of_two_families_is_one_person(void **state)
{
    struct setting *s = *state;
    struct world_family one = world_family(&s->world, s->arena, s->worker, "Cairn-Osei", "Jo");
    struct world_family two = world_family(&s->world, s->arena, s->worker, "Dunmore-Vale", "Kai");
    PersonId father = world_adult(&s->world, s->arena, s->worker, &one, "Lorcan", RELATIONSHIP_KIND_FATHER);
    WORLD_ACT(adult_added, ADULT_ADDED, act);
    struct act_result result;
    act.person = father;
    act.is_known_as = T("Kai's dad");
    world_do(&s->world, s->arena, &ADULT_ADDED_ACT, s->worker, two.family.n, 0, &act);
    assert_int_equal(act.adult.n, father.n);
    assert_int_equal(world_try(&s->world, s->arena, &ADULT_ADDED_ACT, s->worker, two.family.n, 0, &act, &result).kind, NOT_VALID);
}

/* The authority is set up once, by the service itself, with a profile that the program has. */
static void an_authority_is_set_up_once(void **state)
{
    struct setting *s = *state;
    struct act_result result;
    WORLD_ACT(authority_opened, AUTHORITY_OPENED, act);
    act.name = T("Another Council");
    act.profile = T("england");
    act.telephone = act.urgent_telephone = T("01632 960003");
    assert_int_equal(world_try(&s->world, s->arena, &AUTHORITY_OPENED_ACT, PERSON_SYSTEM, 0, 0, &act, &result).kind, NOT_NOW);
    struct act_request request = world_request(PERSON_SYSTEM);
    request.authority = (AuthorityId){2};
    act.profile = T("atlantis");
    assert_int_equal(act_do(s->world.acts, &AUTHORITY_OPENED_ACT, &request, &act, s->arena, &result).kind, NOT_VALID);
    assert_false(text_is_empty(problems_of(&result.problems, T("profile"))));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PEOPLE_TEST(a_family_is_held_by_the_openers_team),
        PEOPLE_TEST(an_opener_without_a_team_holds_it),
        PEOPLE_TEST(allocating_ends_the_earlier_holder),
        PEOPLE_TEST(only_a_manager_who_reads_it_allocates),
        PEOPLE_TEST(a_later_child_has_the_same_holder),
        PEOPLE_TEST(what_is_wrong_stands_beside_its_field),
        PEOPLE_TEST(an_adult_of_two_families_is_one_person),
        PEOPLE_TEST(an_authority_is_set_up_once),
    };
    RUN_ON_BOTH(tests);
}
