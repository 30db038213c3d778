/* Restricted families, emergencies, and who is too close to a family: who may see what (SD-13, SD-14). */
#include "acts/people/family_restricted_act.h"
#include "acts/people/glass_broken_act.h"
#include "acts/people/relative_declared_act.h"
#include "acts/people/restriction_lifted_act.h"
#include "acts/people/sign_in_given_act.h"
#include "people_setting.h"
#include "store/restriction_sql.h"

static struct world_family held_by_worker(struct setting *s, const char *name, const char *children)
{
    struct world_family family = world_family(&s->world, s->arena, s->worker, name, children);
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    return family;
}

static struct family_restricted restricted(PersonId *people, size_t count)
{
    WORLD_ACT(family_restricted, FAMILY_RESTRICTED, act);
    act.people.at = people;
    act.people.count = count;
    act.why = T("The family of a colleague");
    return act;
}

/* SD-13: named people only, whoever they are to the family; a new case holder is named; lifted, it is as before. */
static void a_restricted_family_is_seen_by_named_people(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Sorrel-Bankole", "Ivy Jo");
    struct family_restricted act = restricted(&s->manager, 1);
    DONE(s, FAMILY_RESTRICTED, s->manager, family.family.n, act);
    assert_int_equal(may_kind(s, s->manager, GIVE_ACCESS, family.children[1]), OK);
    assert_int_equal(may_kind(s, s->worker, KNOW_CHILD, family.children[1]), NOT_FOUND);
    assert_int_equal(may_kind(s, s->service, KNOW_CHILD, family.children[1]), NOT_FOUND);
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    assert_int_equal(may_kind(s, s->worker, RECORD_CASE, family.children[0]), OK);
    WORLD_ACT(child_added, CHILD_ADDED, child);
    child.given = T("Kit");
    child.family_name = T("Sorrel-Bankole");
    child.unborn = YESNO_NO;
    DONE(s, CHILD_ADDED, s->worker, family.family.n, child);
    assert_int_equal(may_kind(s, s->worker, RECORD_CASE, child.child), OK);
    assert_int_equal(may_kind(s, s->service, KNOW_CHILD, child.child), NOT_FOUND);
    WORLD_ACT(restriction_lifted, RESTRICTION_LIFTED, lifted);
    lifted.why = T("The colleague has left");
    DONE(s, RESTRICTION_LIFTED, s->manager, family.family.n, lifted);
    assert_int_equal(may_kind(s, s->service, DECIDE_CASE, child.child), OK);
    ENDS(NOT_NOW, s, RESTRICTION_LIFTED, s->manager, family.family.n, lifted);
}

/* Nobody restricts a family so that nobody can lift it; only who gives access restricts. */
static void somebody_can_always_lift_a_restriction(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Tamar-Quaye", "Lou");
    PersonId worker_alone[] = {s->worker};
    struct family_restricted act = restricted(worker_alone, 1);
    ENDS(NOT_VALID, s, FAMILY_RESTRICTED, s->manager, family.family.n, act);
    ENDS(NOT_ALLOWED, s, FAMILY_RESTRICTED, s->worker, family.family.n, act);
    ENDS(NOT_FOUND, s, FAMILY_RESTRICTED, s->door, family.family.n, act);
}

/* The family's own people keep their own copy when staff are restricted. */
static void a_parent_keeps_their_copy(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Ulver-Mensah", "Mia Ned");
    PersonId mother = world_adult(&s->world, s->arena, s->worker, &family, "Orla", RELATIONSHIP_KIND_MOTHER);
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, act);
    act.kind = FAMILY_ACCOUNT_PARENT;
    act.adult = mother;
    act.children.at = family.children;
    act.children.count = 1;
    DONE(s, SIGN_IN_GIVEN, s->manager, family.family.n, act);
    assert_int_equal(may_kind(s, mother, READ_OWN_COPY, family.children[0]), OK);
    assert_int_equal(may_kind(s, mother, READ_RECORD, family.children[0]), NOT_ALLOWED);
    assert_int_equal(may_kind(s, mother, KNOW_CHILD, family.children[1]), NOT_FOUND);
    struct family_restricted closed = restricted(&s->manager, 1);
    DONE(s, FAMILY_RESTRICTED, s->manager, family.family.n, closed);
    assert_int_equal(may_kind(s, mother, READ_OWN_COPY, family.children[0]), OK);
    assert_int_equal(may_kind(s, mother, KNOW_CHILD, family.children[1]), NOT_FOUND);
}

static void a_sign_in_is_for_whom_it_says(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Vance-Obi", "Ola Pax");
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, act);
    act.kind = FAMILY_ACCOUNT_YOUNG_PERSON;
    act.child = family.children[0];
    act.children.at = family.children;
    act.children.count = 2;
    ENDS(NOT_VALID, s, SIGN_IN_GIVEN, s->manager, family.family.n, act);
    act.children.count = 1;
    DONE(s, SIGN_IN_GIVEN, s->manager, family.family.n, act);
    assert_int_equal(may_kind(s, child_person(family.children[0]), READ_OWN_COPY, family.children[0]), OK);
    act.kind = FAMILY_ACCOUNT_ADVOCATE;
    act.children.count = 2;
    ENDS(NOT_VALID, s, SIGN_IN_GIVEN, s->manager, family.family.n, act);
    act.given = T("Ptolemy");
    act.family_name = T("Vale-Adair");
    (void)date_of(2026, 3, 31, &act.until);
    DONE(s, SIGN_IN_GIVEN, s->manager, family.family.n, act);
    assert_int_equal(may_kind(s, act.account, READ_OWN_COPY, family.children[1]), OK);
    assert_int_equal(may_after(s, act.account, KNOW_CHILD, family.children[1], 13 * 24 * 60), NOT_FOUND);
    ENDS(NOT_ALLOWED, s, SIGN_IN_GIVEN, s->worker, family.family.n, act);
}

static size_t told(struct setting *s, PersonId person, enum told_as as)
{
    Read *read = world_read(&s->world, s->arena, person, 0);
    struct told_me_rows rows;
    size_t count = 0;
    must(told_me(read, (EntryNumber){0}, 50, &rows));
    for (size_t i = 0; i < rows.count; i++)
        count += rows.at[i].told_as == as && rows.at[i].opened_by.n == s->door.n;
    store_read_end(read);
    return count;
}

/* Breaking the glass: a reason, one hour, reading and protecting a child now; who holds the case, who manages it and somebody outside are told at once. */
static void an_emergency_opens_the_record_for_an_hour(void **state)
{
    struct setting *s = *state;
    PersonId auditor = world_worker_of(&s->world, s->arena, "Fenn", DUTY_AUDITOR, (TeamId){0}, (PersonId){0});
    PersonId booker = world_worker_of(&s->world, s->arena, "Gwyn", DUTY_CONFERENCE_ADMIN, (TeamId){0}, (PersonId){0});
    struct world_family family = held_by_worker(s, "Wren-Achebe", "Quin Ray");
    struct family_restricted closed = restricted(&s->manager, 1);
    DONE(s, FAMILY_RESTRICTED, s->manager, family.family.n, closed);
    WORLD_ACT(glass_broken, GLASS_BROKEN, act);
    act.reason = T("Police at the door ask whether the baby may stay");
    ENDS(NOT_ALLOWED, s, GLASS_BROKEN, booker, family.family.n, act);
    ENDS(NOT_FOUND, s, GLASS_BROKEN, s->door, 424242, act);
    DONE(s, GLASS_BROKEN, s->door, family.family.n, act);
    assert_int_equal(may_kind(s, s->door, READ_RECORD, family.children[1]), OK);
    assert_int_equal(may_kind(s, s->door, RECORD_CASE, family.children[1]), NOT_ALLOWED);
    assert_int_equal(may_kind(s, s->door, RECORD_ENQUIRY, family.children[1]), NOT_ALLOWED);
    assert_int_equal(may_kind(s, s->door, PROTECT_NOW, family.children[1]), OK);
    assert_int_equal(may_after(s, s->door, READ_RECORD, family.children[1], 59), OK);
    assert_int_equal(may_after(s, s->door, KNOW_CHILD, family.children[1], 60), NOT_FOUND);
    assert_int_equal(told(s, s->worker, TOLD_AS_LEAD), 1);
    assert_int_equal(told(s, s->manager, TOLD_AS_MANAGER), 1);
    assert_int_equal(told(s, auditor, TOLD_AS_OUTSIDE), 1);
    assert_int_equal(told(s, s->door, TOLD_AS_OUTSIDE), 0);
    Read *read = world_read(&s->world, s->arena, s->manager, 0);
    struct glass_of_family_rows rows;
    must(glass_of_family(read, family.family, &rows));
    assert_int_equal(rows.count, 1);
    assert_true(text_equal(rows.at[0].reason, act.reason));
    store_read_end(read);
}

/* Whoever knows the family is kept out, also in an emergency; a case they held goes to their manager. */
static void who_knows_the_family_is_kept_out(void **state)
{
    struct setting *s = *state;
    struct world_family family = held_by_worker(s, "Yule-Bamidele", "Sia");
    WORLD_ACT(relative_declared, RELATIVE_DECLARED, act);
    act.how = T("Aunt of the child");
    DONE(s, RELATIVE_DECLARED, s->worker, family.family.n, act);
    assert_int_equal(may_kind(s, s->worker, KNOW_CHILD, family.children[0]), NOT_FOUND);
    assert_int_equal(may_kind(s, s->manager, RECORD_CASE, family.children[0]), OK);
    WORLD_ACT(glass_broken, GLASS_BROKEN, glass);
    glass.reason = T("It is urgent");
    ENDS(NOT_ALLOWED, s, GLASS_BROKEN, s->worker, family.family.n, glass);
    WORLD_ACT(allocated, ALLOCATED, back);
    back.children.at = family.children;
    back.children.count = 1;
    back.worker = s->worker;
    ENDS(NOT_VALID, s, ALLOCATED, s->manager, family.family.n, back);
    act.worker = s->door;
    ENDS(NOT_ALLOWED, s, RELATIVE_DECLARED, s->worker, family.family.n, act);
    DONE(s, RELATIVE_DECLARED, s->service, family.family.n, act); /* the manager holds the case now: the next above decides */
    ENDS(NOT_ALLOWED, s, GLASS_BROKEN, s->door, family.family.n, glass);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PEOPLE_TEST(a_restricted_family_is_seen_by_named_people),
        PEOPLE_TEST(somebody_can_always_lift_a_restriction),
        PEOPLE_TEST(a_parent_keeps_their_copy),
        PEOPLE_TEST(a_sign_in_is_for_whom_it_says),
        PEOPLE_TEST(an_emergency_opens_the_record_for_an_hour),
        PEOPLE_TEST(who_knows_the_family_is_kept_out),
    };
    RUN_ON_BOTH(tests);
}
