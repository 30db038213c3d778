/* The circle round a child, and a child's life: relationships, households, orders, addresses, needs, birth and death. SA-28, SA-03, SD-13. */
#include "acts/people/address_recorded_act.h"
#include "acts/people/child_born_act.h"
#include "acts/people/died_act.h"
#include "acts/people/household_set_act.h"
#include "acts/people/needs_set_act.h"
#include "acts/people/order_recorded_act.h"
#include "acts/people/person_changed_act.h"
#include "acts/people/relationship_set_act.h"
#include "acts/people/safe_contact_set_act.h"
#include "people_setting.h"
#include "store/circle_sql.h"
#include "store/family_sql.h"
#include "store/life_sql.h"
#include "store/restriction_sql.h"

static struct world_family held_by_worker(struct setting *s, const char *name, const char *children)
{
    struct world_family family = world_family(&s->world, s->arena, s->worker, name, children);
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    return family;
}

static Date day(int month, int day)
{
    Date made = DATE_NONE;
    assert_true(date_of(2026, month, day, &made));
    return made;
}

/* A relationship that is set anew ends the one before. */
static void a_relationship_set_anew_ends_the_one_before(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Alder-Nwosu", "Ada Bo");
    PersonId father = world_adult(&s->world, s->arena, s->worker, &family, "Merrick", RELATIONSHIP_KIND_FATHER);
    WORLD_ACT(relationship_set, RELATIONSHIP_SET, act);
    act.child = family.children[1];
    act.person = father;
    act.kind = RELATIONSHIP_KIND_STEP_PARENT;
    act.parental_responsibility = YES_NO_UNKNOWN_NO;
    act.restriction = T("Only with a supervisor, by the order of 2 March");
    act.since = day(3, 2);
    DONE(s, RELATIONSHIP_SET, s->worker, family.family.n, act);
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    struct circle_relationships_rows rows;
    must(circle_relationships(read, family.family, &rows));
    assert_int_equal(rows.count, 3);
    size_t open = 0;
    for (size_t i = 0; i < rows.count; i++)
        if (rows.at[i].child.n == family.children[1].n && date_is_none(rows.at[i].ends)) {
            open++;
            assert_int_equal(rows.at[i].kind, RELATIONSHIP_KIND_STEP_PARENT);
            assert_int_equal(rows.at[i].parental_responsibility, YES_NO_UNKNOWN_NO);
        }
    assert_int_equal(open, 1);
    store_read_end(read);
    act.until = day(3, 1);
    ENDS(NOT_VALID, s, RELATIONSHIP_SET, s->worker, family.family.n, act);
    act.until = DATE_NONE;
    act.person = s->manager;
    ENDS(NOT_FOUND, s, RELATIONSHIP_SET, s->worker, family.family.n, act);
}

/* Who isn't chosen has left on that day. */
static void a_household_is_who_lives_together(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Birch-Osagie", "Cy Dot");
    PersonId mother = world_adult(&s->world, s->arena, s->worker, &family, "Nerys", RELATIONSHIP_KIND_MOTHER);
    WORLD_ACT(household_set, HOUSEHOLD_SET, act);
    act.name = T("Mum's home");
    act.since = day(1, 4);
    ENDS(NOT_VALID, s, HOUSEHOLD_SET, s->worker, family.family.n, act);
    act.children.at = family.children;
    act.children.count = 2;
    act.adults.at = &mother;
    act.adults.count = 1;
    DONE(s, HOUSEHOLD_SET, s->worker, family.family.n, act);
    act.household = act.made;
    act.since = day(3, 1);
    act.children.count = 1;
    DONE(s, HOUSEHOLD_SET, s->worker, family.family.n, act);
    assert_int_equal(act.comes.count, 0);
    assert_int_equal(act.goes.count, 1);
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    struct household_members_now_rows members;
    must(household_members_now(read, act.made, &members));
    assert_int_equal(members.count, 2);
    store_read_end(read);
    act.household = (HouseholdId){999};
    ENDS(NOT_FOUND, s, HOUSEHOLD_SET, s->worker, family.family.n, act);
}

static void an_order_is_about_each_it_names(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Cole-Uzor", "Eli Fay");
    PersonId father = world_adult(&s->world, s->arena, s->worker, &family, "Osric", RELATIONSHIP_KIND_FATHER);
    WORLD_ACT(order_recorded, ORDER_RECORDED, act);
    act.kind = ORDER_KIND_NON_MOLESTATION;
    act.against = father;
    act.made = day(2, 10);
    act.until = day(12, 31);
    act.terms = T("He may not come within 100 metres of the school");
    ENDS(NOT_VALID, s, ORDER_RECORDED, s->worker, family.family.n, act);
    act.children.at = family.children;
    act.children.count = 2;
    DONE(s, ORDER_RECORDED, s->worker, family.family.n, act);
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    struct circle_orders_rows rows;
    must(circle_orders(read, family.family, &rows));
    assert_int_equal(rows.count, 2);
    assert_int_equal(rows.at[0].against.n, father.n);
    store_read_end(read);
}

static size_t addresses_seen(struct setting *s, PersonId person, FamilyId family, bool is_protected)
{
    Read *read = world_read(&s->world, s->arena, person, 0);
    struct addresses_of_family_rows rows;
    size_t count = 0;
    must(addresses_of_family(read, family, &rows));
    for (size_t i = 0; i < rows.count; i++)
        count += rows.at[i].is_protected == is_protected;
    store_read_end(read);
    return count;
}

/* A protected address is read by those who may; a refuge is never open; a home ends the home before. SA-03 */
static void a_protected_address_is_kept(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Dean-Yeboah", "Gil Hal");
    PersonId father = world_adult(&s->world, s->arena, s->worker, &family, "Piers", RELATIONSHIP_KIND_FATHER);
    WORLD_ACT(address_recorded, ADDRESS_RECORDED, act);
    act.children.at = family.children;
    act.children.count = 2;
    act.kind = ADDRESS_KIND_HOME;
    act.lines = T("14 Larch Rise, Northmoor");
    act.postcode = T("ZZ99 3VZ");
    act.protected = YESNO_NO;
    act.since = day(1, 2);
    DONE(s, ADDRESS_RECORDED, s->worker, family.family.n, act);
    act.kind = ADDRESS_KIND_REFUGE;
    act.since = day(3, 3);
    ENDS(NOT_VALID, s, ADDRESS_RECORDED, s->worker, family.family.n, act);
    act.protected = YESNO_YES;
    act.not_to = father;
    DONE(s, ADDRESS_RECORDED, s->worker, family.family.n, act);
    assert_true(text_is_empty(act.words));
    assert_int_equal(addresses_seen(s, s->worker, family.family, true), 2);
    assert_int_equal(addresses_seen(s, s->worker, family.family, false), 2);
    assert_int_equal(addresses_seen(s, s->door, family.family, false), 0);
}

static void safe_contact_is_set_for_each_adult(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Esk-Folarin", "Ivy");
    PersonId mother = world_adult(&s->world, s->arena, s->worker, &family, "Quenby", RELATIONSHIP_KIND_MOTHER);
    WORLD_ACT(safe_contact_set, SAFE_CONTACT_SET, act);
    act.person = mother;
    act.safe = YESNO_NO;
    act.how = T("Ring 07700 900123 between 10 and 11, never leave a message");
    act.domestic_abuse = YESNO_YES;
    act.everyone = T("Never leave a message");
    DONE(s, SAFE_CONTACT_SET, s->worker, family.family.n, act);
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    struct adult_contact row;
    struct family_flags flags;
    bool found;
    must(adult_contact(read, mother, family.family, &row, &found));
    must(family_flags(read, family.family, &flags));
    assert_true(found && !row.contact_is_safe && flags.domestic_abuse);
    assert_true(text_equal(row.safe_contact, act.how));
    store_read_end(read);
    act.person = s->manager;
    ENDS(NOT_FOUND, s, SAFE_CONTACT_SET, s->worker, family.family.n, act);
}

/* SA-28: culture and traditions are recorded, wherever the child may live; language and communication beside them. */
static void culture_and_communication_are_recorded(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Firth-Loveridge", "Jo");
    WORLD_ACT(needs_set, NEEDS_SET, act);
    ENDS(NOT_VALID, s, NEEDS_SET, s->worker, family.family.n, act);
    struct needs_set_children row = {.child = family.children[0], .language = LANGUAGE_ROMANES,
                                     .communication = T("Reads slowly: say it aloud"),
                                     .culture = T("Travels in summer with her grandparents; the site is home")};
    act.children.at = &row;
    act.children.count = 1;
    DONE(s, NEEDS_SET, s->worker, family.family.n, act);
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    struct person_understood kept;
    bool found;
    must(person_understood(read, child_person(family.children[0]), family.family, &kept, &found));
    assert_true(found);
    assert_int_equal(kept.language, LANGUAGE_ROMANES);
    assert_true(text_equal(kept.culture, row.culture));
    store_read_end(read);
}

/* What is left empty stays. */
static void details_are_put_right(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Gorse-Tandoh", "Kai");
    WORLD_ACT(person_changed, PERSON_CHANGED, act);
    act.given = T("Kaia");
    act.alias = T("Kaya Tandoh");
    act.disabilities = UINT64_C(1) << DISABILITY_AUT;
    act.nhs_number = T("9990000018");
    DONE(s, PERSON_CHANGED, s->worker, family.children[0].n, act);
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    struct person_names names;
    must(person_names(read, child_person(family.children[0]), &names));
    assert_true(text_equal_string(names.given, "Kaia"));
    assert_true(text_equal_string(names.family_name, "Gorse-Tandoh"));
    assert_int_equal(names.born.days, act.key_born.days);
    store_read_end(read);
    ENDS(NOT_FOUND, s, PERSON_CHANGED, s->door, family.children[0].n, act);
    act.nhs_number = T("1");
    ENDS(NOT_VALID, s, PERSON_CHANGED, s->worker, family.children[0].n, act);
}

/* The same record goes on after birth. */
static void a_birth_goes_on_in_the_same_record(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Heath-Sowande", "?");
    WORLD_ACT(child_born, CHILD_BORN, act);
    act.born = day(3, 18);
    act.given = T("Lark");
    act.family_name = T("Heath-Sowande");
    act.sex = SEX_F;
    DONE(s, CHILD_BORN, s->worker, family.children[0].n, act);
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    struct child_in_family row;
    struct person_names names;
    bool found;
    must(child_in_family(read, family.children[0], family.family, &row, &found));
    must(person_names(read, child_person(family.children[0]), &names));
    assert_false(row.unborn);
    assert_true(text_equal_string(names.given, "Lark"));
    assert_int_equal(names.born.days, act.born.days);
    store_read_end(read);
    ENDS(NOT_NOW, s, CHILD_BORN, s->worker, family.children[0].n, act);
}

/* Death, and the loss of a pregnancy, stop every automatic message at once; they are recorded once. */
static void death_stops_every_message(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Iver-Chukwu", "Mia ?");
    WORLD_ACT(died, DIED, act);
    act.died = day(3, 19);
    Read *read = world_read(&s->world, s->arena, s->worker, 0);
    struct family_flags summary;
    must(family_flags(read, family.family, &summary));
    assert_false(summary.messages_stopped);
    store_read_end(read);
    DONE(s, DIED, s->worker, family.children[1].n, act);
    assert_int_equal(act.what, LOSS_PREGNANCY_LOST);
    read = world_read(&s->world, s->arena, s->worker, 0);
    must(family_flags(read, family.family, &summary));
    assert_true(summary.messages_stopped);
    store_read_end(read);
    DONE(s, DIED, s->worker, family.children[0].n, act);
    assert_int_equal(act.what, LOSS_DIED);
    ENDS(NOT_NOW, s, DIED, s->worker, family.children[0].n, act);
    WORLD_ACT(child_born, CHILD_BORN, born);
    born.born = day(3, 19);
    born.given = born.family_name = T("Iver");
    born.sex = SEX_U;
    ENDS(NOT_NOW, s, CHILD_BORN, s->worker, family.children[1].n, born);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PEOPLE_TEST(a_relationship_set_anew_ends_the_one_before),
        PEOPLE_TEST(a_household_is_who_lives_together),
        PEOPLE_TEST(an_order_is_about_each_it_names),
        PEOPLE_TEST(a_protected_address_is_kept),
        PEOPLE_TEST(safe_contact_is_set_for_each_adult),
        PEOPLE_TEST(culture_and_communication_are_recorded),
        PEOPLE_TEST(details_are_put_right),
        PEOPLE_TEST(a_birth_goes_on_in_the_same_record),
        PEOPLE_TEST(death_stops_every_message),
    };
    RUN_ON_BOTH(tests);
}
