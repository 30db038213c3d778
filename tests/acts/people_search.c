/* Search first, then create: by any name, alias, sound, date of birth, NHS number, address; and only what the searcher may see.
 * SD-13, SD-14; process.md 6. */
#include "acts/people/address_recorded_act.h"
#include "acts/people/family_restricted_act.h"
#include "acts/people/person_changed_act.h"
#include "acts/people/relative_declared_act.h"
#include "people_setting.h"
#include "store/people/search.h"

static struct search_result found(struct setting *s, PersonId who, const char *query, const struct search_place *after)
{
    Read *read = world_read(&s->world, s->arena, who, 0);
    struct search_result result = {0};
    must(search_for_people(read, text_of(query), after, &result));
    store_read_end(read);
    return result;
}

/* How many the search shows; the first of them must be this person when it is somebody. */
static size_t finds(struct setting *s, PersonId who, const char *query, int64_t first)
{
    struct search_result result = found(s, who, query, NULL);
    if (first != 0 && result.count > 0)
        assert_int_equal(result.at[0].person.n, first);
    return result.count;
}

/* Everything that finds Katherine Łukasz-Groß, born 28 February 2019. */
static void a_person_is_found_by_whatever_is_known(void **state)
{
    struct setting *s = *state;
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Łukasz-Groß", "Katherine");
    world_family(&s->world, s->arena, s->worker, "Ferrow-Duah", "Benedikt");
    int64_t she = family.children[0].n;
    WORLD_ACT(person_changed, PERSON_CHANGED, more);
    more.alias = T("Kitty O’Néill");
    more.nhs_number = T("999 000 0018");
    (void)date_of(2019, 2, 27, &more.born);
    DONE(s, PERSON_CHANGED, s->worker, she, more);
    WORLD_ACT(address_recorded, ADDRESS_RECORDED, home);
    home.children.at = family.children;
    home.children.count = 1;
    home.kind = ADDRESS_KIND_HOME;
    home.lines = T("7 Larch Rise");
    home.postcode = T("ZZ99 3VZ");
    home.protected = YESNO_NO;
    (void)date_of(2026, 1, 2, &home.since);
    DONE(s, ADDRESS_RECORDED, s->worker, family.family.n, home);
    static const char *const QUERIES[] = {
        "Katherine", "kath", "Catherine", "lukasz", "GROSS", "gross katherine", "Katherine Lukasz-Gross", "oneill", "Kitty",
        "27 2 2019", "2019-02-27", "27/02/2019", "27 February 2019", "27.2.2019", "katherine 27 feb 2019",
        "9990000018", "999 000 0018", "Larch Rise", "7 larch", "zz99 3vz", "ZZ993VZ", "katherine larch",
    };
    for (size_t i = 0; i < sizeof QUERIES / sizeof *QUERIES; i++) {
        if (finds(s, s->worker, QUERIES[i], she) != 1)
            print_error("'%s' finds %zu\n", QUERIES[i], finds(s, s->worker, QUERIES[i], 0));
        assert_int_equal(finds(s, s->worker, QUERIES[i], she), 1);
    }
    static const char *const MISSES[] = {"katherine ferrow", "28 2 2019 katherine", "9990000026", "k", "%", "_", "zz98", "katherine 8 larch"};
    for (size_t i = 0; i < sizeof MISSES / sizeof *MISSES; i++) {
        Read *read = world_read(&s->world, s->arena, s->worker, 0);
        struct search_result result = {0};
        Err searched = search_for_people(read, text_of(MISSES[i]), NULL, &result);
        store_read_end(read);
        assert_true(searched.kind == NOT_VALID || result.count == 0);
    }
    struct search_result odd = found(s, s->worker, "Katherine 31 2 2019", NULL);
    assert_true(odd.no_such_day && odd.count == 1); /* no such day: passed over, and said */
}

/* The best stands first; a page goes on where the last one ended. */
static void the_best_stand_first_and_pages_go_on(void **state)
{
    struct setting *s = *state;
    static const char *const GIVEN[] = {"Ada Bo Cy Dot", "Eli Fay Gil Hal", "Ivy Jo Kai Lou", "Mia Ned Ola Pax", "Quin Ray Sia Tom", "Uma Val Wes Xia"};
    static const char *const NAMES[] = {"Marlowe", "Marlowe-Fry", "Marlowsky", "Marlow", "Marlowes", "Marlowell"};
    for (size_t i = 0; i < 6; i++)
        world_family(&s->world, s->arena, s->worker, NAMES[i], GIVEN[i]);
    struct search_result one = found(s, s->worker, "marlow", NULL);
    assert_int_equal(one.count, SEARCH_PAGE);
    assert_true(one.more);
    assert_true(text_equal_string(one.at[0].family_name, "Marlow"));
    struct search_result two = found(s, s->worker, "marlow", &one.at[one.count - 1].place);
    assert_false(two.more);
    assert_int_equal(two.count, 4);
    for (size_t i = 0; i < one.count; i++) {
        assert_true(i == 0 || one.at[i].place.points <= one.at[i - 1].place.points);
        for (size_t k = 0; k < two.count; k++)
            assert_int_not_equal(one.at[i].person.n, two.at[k].person.n);
    }
}

/* SD-13, SD-14: who searches by duty sees name, birthday and whom to ring; nobody else finds a stranger. */
static void a_searcher_sees_what_they_may(void **state)
{
    struct setting *s = *state;
    AgencyId school = world_agency(&s->world, s->arena, "Hollow Lane Primary School", AGENCY_KIND_EDUCATION);
    struct worker_added teacher = world_worker("Hester", DUTY_PARTNER);
    teacher.agency = school;
    DONE(s, WORKER_ADDED, PERSON_SYSTEM, 0, teacher);
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Nettle-Obuya", "Ada");
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    struct search_result mine = found(s, s->worker, "nettle", NULL), door = found(s, s->door, "nettle", NULL);
    assert_int_equal(mine.count, 1);
    assert_true(mine.at[0].seen);
    assert_int_equal(door.count, 1);
    assert_false(door.at[0].seen);
    assert_true(text_equal_string(door.at[0].ring_name, "Rowan Larkfield-Osei"));
    assert_true(text_equal_string(door.at[0].ring_telephone, "01632 960300"));
    assert_int_equal(finds(s, teacher.worker, "nettle", 0), 0);
}

/* A restricted family: that there is one, and which team to ring; not by address; to who is named, everything; to who knows them, nothing. */
static void of_a_restricted_family_only_whom_to_ring(void **state)
{
    struct setting *s = *state;
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Orchard-Sesay", "Bo");
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    PersonId people[] = {s->manager};
    WORLD_ACT(address_recorded, ADDRESS_RECORDED, home);
    home.children.at = family.children;
    home.children.count = 1;
    home.kind = ADDRESS_KIND_HOME;
    home.lines = T("3 Quarry Bank");
    home.protected = YESNO_NO;
    (void)date_of(2026, 1, 2, &home.since);
    DONE(s, ADDRESS_RECORDED, s->worker, family.family.n, home);
    assert_int_equal(finds(s, s->door, "quarry", family.children[0].n), 1);
    WORLD_ACT(family_restricted, FAMILY_RESTRICTED, act);
    act.people.at = people;
    act.people.count = 1;
    act.why = T("The family of a colleague");
    DONE(s, FAMILY_RESTRICTED, s->manager, family.family.n, act);
    struct search_result door = found(s, s->door, "bo orchard", NULL);
    assert_int_equal(door.count, 0);
    assert_int_equal(door.hidden_count, 1);
    assert_int_equal(door.hidden[0].family.n, family.family.n);
    assert_true(text_equal_string(door.hidden[0].ring_name, "East"));
    assert_int_equal(found(s, s->door, "quarry", NULL).hidden_count, 0);
    assert_int_equal(found(s, s->manager, "bo orchard", NULL).count, 1);
    assert_int_equal(found(s, s->manager, "bo orchard", NULL).hidden_count, 0);
    WORLD_ACT(relative_declared, RELATIVE_DECLARED, knows);
    knows.how = T("Lives next door");
    DONE(s, RELATIVE_DECLARED, s->door, family.family.n, knows);
    assert_int_equal(found(s, s->door, "bo orchard", NULL).hidden_count, 0);
}

/* A protected address finds nobody, not even for who may read it. */
static void a_protected_address_finds_nobody(void **state)
{
    struct setting *s = *state;
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Pellow-Danso", "Cy");
    WORLD_ACT(address_recorded, ADDRESS_RECORDED, refuge);
    refuge.children.at = family.children;
    refuge.children.count = 1;
    refuge.kind = ADDRESS_KIND_REFUGE;
    refuge.lines = T("12 Hidden Court");
    refuge.postcode = T("ZZ99 4VZ");
    refuge.protected = YESNO_YES;
    (void)date_of(2026, 1, 2, &refuge.since);
    DONE(s, ADDRESS_RECORDED, s->worker, family.family.n, refuge);
    assert_int_equal(finds(s, s->worker, "hidden", 0), 0);
    assert_int_equal(finds(s, s->worker, "zz994vz", 0), 0);
}

static Err open_again(struct setting *s, PersonId who, const char *given, const char *family_name, Date born, const char *reason,
                      struct act_result *ret_result)
{
    WORLD_ACT(family_opened, FAMILY_OPENED, act);
    struct family_opened_children child = {.given = text_of(given), .family_name = text_of(family_name), .unborn = YESNO_NO, .born = born,
                                           .expected = DATE_NONE};
    struct act_reason reasons[] = {{NOT_WRITTEN_DOWN_TWICE, text_of(reason)}};
    struct act_request request = world_request(who);
    request.reasons = reasons;
    request.reason_count = reason == NULL ? 0 : 1;
    act.name = text_of(family_name);
    act.children.at = &child;
    act.children.count = 1;
    return act_do(s->world.acts, &FAMILY_OPENED_ACT, &request, &act, s->arena, ret_result);
}

/* Nobody is written down twice by mistake: the likely ones are named, and 'none of these' is answered. */
static void nobody_is_written_down_twice(void **state)
{
    struct setting *s = *state;
    struct act_result result = {0};
    Date born = DATE_NONE, other = DATE_NONE;
    assert_true(date_of(2019, 2, 28, &born) && date_of(2014, 5, 6, &other));
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Quill-Asante", "Katherine Dot");
    assert_int_equal(open_again(s, s->door, "Catherine", "Asante", born, NULL, &result).kind, NOT_NOW);
    assert_int_equal(result.shut.count, 1);
    assert_int_equal(result.shut.at[0].gate, NOT_WRITTEN_DOWN_TWICE);
    assert_true(result.shut.at[0].with_reason);
    assert_true(text_contains(result.shut.at[0].detail, T("Katherine Quill-Asante, born 28 February 2019")));
    assert_true(text_contains(result.shut.at[0].detail, T("ring East")));
    result = (struct act_result){0};
    must(open_again(s, s->door, "Catherine", "Asante", other, NULL, &result)); /* another birthday: another child */
    result = (struct act_result){0};
    assert_int_equal(open_again(s, s->door, "Katherine", "Asante", DATE_NONE, " ", &result).kind, NOT_NOW); /* nobody knows the birthday */
    must(open_again(s, s->door, "Katherine", "Asante", DATE_NONE, "Her mother brought her passport: none of these", &result));
    WORLD_ACT(child_added, CHILD_ADDED, twin); /* a twin is no surprise in the same family */
    twin.given = T("Orlando");
    twin.family_name = T("Quill-Asante");
    twin.unborn = YESNO_NO;
    twin.born = born;
    DONE(s, CHILD_ADDED, s->worker, family.family.n, twin);
    twin.given = T("Dot");
    ENDS(NOT_NOW, s, CHILD_ADDED, s->worker, family.family.n, twin);
    PersonId mother = world_adult(&s->world, s->arena, s->worker, &family, "Theodora", RELATIONSHIP_KIND_MOTHER);
    assert_int_not_equal(mother.n, 0);
    WORLD_ACT(adult_added, ADULT_ADDED, again);
    again.given = T("Teodora");
    again.family_name = T("Fennimore-Adeyemi");
    again.is_known_as = T("Mum");
    ENDS(NOT_NOW, s, ADULT_ADDED, s->worker, family.family.n, again);
}

/* What may be the same in a restricted family is not named. */
static void a_restricted_twin_is_not_named(void **state)
{
    struct setting *s = *state;
    struct act_result result = {0};
    Date born = DATE_NONE;
    PersonId people[] = {s->manager};
    assert_true(date_of(2019, 2, 28, &born));
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Rushmere-Kofi", "Eli");
    WORLD_ACT(family_restricted, FAMILY_RESTRICTED, act);
    act.people.at = people;
    act.people.count = 1;
    act.why = T("The family of a colleague");
    DONE(s, FAMILY_RESTRICTED, s->manager, family.family.n, act);
    assert_int_equal(open_again(s, s->door, "Eli", "Rushmere", born, NULL, &result).kind, NOT_NOW);
    assert_true(text_contains(result.shut.at[0].detail, T("a restricted record (ring East")));
    assert_false(text_contains(result.shut.at[0].detail, T("Kofi")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PEOPLE_TEST(a_person_is_found_by_whatever_is_known),
        PEOPLE_TEST(the_best_stand_first_and_pages_go_on),
        PEOPLE_TEST(a_searcher_sees_what_they_may),
        PEOPLE_TEST(of_a_restricted_family_only_whom_to_ring),
        PEOPLE_TEST(a_protected_address_finds_nobody),
        PEOPLE_TEST(nobody_is_written_down_twice),
        PEOPLE_TEST(a_restricted_twin_is_not_named),
    };
    RUN_ON_BOTH(tests);
}
