/* Brothers and sisters with different fathers: who may read one of two children reads no address, order, household or way to reach somebody that
 * concerns the other alone. SC-12 SD-13 SA-03 */
#include "asking.h"

#include "acts/people/address_recorded_act.h"
#include "acts/people/household_set_act.h"
#include "acts/people/order_recorded_act.h"
#include "store/circle_sql.h"

static PersonId adult_of(struct asking *asking, struct world_family *family, size_t first, size_t count, const char *given, enum relationship_kind kind)
{
    struct world_family part = *family;
    part.count = count;
    for (size_t i = 0; i < count; i++)
        part.children[i] = family->children[first + i];
    return world_adult(&asking->setting.world, asking->arena, asking->setting.worker, &part, given, kind);
}

static void lives(struct asking *asking, struct world_family *family, PersonId *adult, ChildId *child, const char *lines, bool secret)
{
    WORLD_ACT(address_recorded, ADDRESS_RECORDED, act);
    act.adults.at = adult;
    act.adults.count = adult != NULL;
    act.children.at = child;
    act.children.count = child != NULL;
    act.kind = ADDRESS_KIND_HOME;
    act.lines = text_of(lines);
    act.protected = secret ? YESNO_YES : YESNO_NO;
    assert_true(date_of(2026, 1, 5, &act.since));
    DONE(&asking->setting, ADDRESS_RECORDED, asking->setting.worker, family->family.n, act);
}

static void order(struct asking *asking, struct world_family *family, ChildId *child, PersonId *adult, const char *terms)
{
    WORLD_ACT(order_recorded, ORDER_RECORDED, act);
    act.kind = ORDER_KIND_NON_MOLESTATION;
    act.children.at = child;
    act.children.count = child != NULL;
    act.adults.at = adult;
    act.adults.count = adult != NULL;
    act.terms = text_of(terms);
    assert_true(date_of(2026, 1, 5, &act.made));
    DONE(&asking->setting, ORDER_RECORDED, asking->setting.worker, family->family.n, act);
}

static void household(struct asking *asking, struct world_family *family, PersonId *adult, const char *name)
{
    WORLD_ACT(household_set, HOUSEHOLD_SET, act);
    act.name = text_of(name);
    act.adults.at = adult;
    act.adults.count = 1;
    assert_true(date_of(2026, 1, 5, &act.since));
    DONE(&asking->setting, HOUSEHOLD_SET, asking->setting.worker, family->family.n, act);
}

static void who_reads_one_child_reads_nothing_of_the_other_alone(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct world_family family = world_family(&s->world, s->arena, s->worker, "Thornebury", "Ada Ben"), ben = family;
    world_allocate(&s->world, s->arena, s->manager, &family, s->worker);
    PersonId mother = adult_of(asking, &family, 0, 2, "Maren", RELATIONSHIP_KIND_MOTHER), adas = adult_of(asking, &family, 0, 1, "Aldous", RELATIONSHIP_KIND_FATHER),
             bens = adult_of(asking, &family, 1, 1, "Bertram", RELATIONSHIP_KIND_FATHER), nobodys = adult_of(asking, &family, 0, 0, "Noor", RELATIONSHIP_KIND_FRIEND);
    lives(asking, &family, &adas, NULL, "1 Alder Row", false);
    lives(asking, &family, &bens, NULL, "2 Birch Row", false);
    lives(asking, &family, NULL, &family.children[0], "3 Cedar Row", true);
    lives(asking, &family, NULL, &family.children[1], "4 Dogwood Row", true);
    lives(asking, &family, &mother, NULL, "5 Elder Row", true);
    lives(asking, &family, &nobodys, NULL, "6 Fir Row", false);
    order(asking, &family, &family.children[0], NULL, "Nobody goes near Ada.");
    order(asking, &family, NULL, &bens, "Nobody goes near Bertram.");
    household(asking, &family, &adas, "At Aldous's");
    household(asking, &family, &bens, "At Bertram's");
    /* Ben's case goes to another worker, in another team. */
    ben.children[0] = family.children[1];
    ben.count = 1;
    world_allocate(&s->world, s->arena, s->manager, &ben, asking->other_worker);
    const char *people = text_string(s->arena, text_format(s->arena, "/family/%lld/people", (long long)family.family.n));
    const char *secret = text_string(s->arena, text_format(s->arena, "/family/%lld/protected-address", (long long)family.family.n));
    const struct {
        const char *words;
        bool secret, adas, bens;
    } said[] = {
        {"1 Alder Row", false, true, false},       {"2 Birch Row", false, false, true},          {"3 Cedar Row", true, true, false},
        {"4 Dogwood Row", true, false, true},      {"5 Elder Row", true, true, true},            {"6 Fir Row", false, true, true},
        {"Nobody goes near Ada.", false, true, false}, {"Nobody goes near Bertram.", false, false, true},
        {"At Aldous&#39;s", false, true, false},   {"At Bertram&#39;s", false, false, true},
    };
    struct came adas_people = get_as(asking, s->worker, people), adas_secret = get_as(asking, s->worker, secret),
                bens_people = get_as(asking, asking->other_worker, people), bens_secret = get_as(asking, asking->other_worker, secret);
    assert_int_equal(adas_people.status + adas_secret.status + bens_people.status + bens_secret.status, 4 * 200);
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
        struct came *pages[] = {said[i].secret ? &adas_secret : &adas_people, said[i].secret ? &bens_secret : &bens_people};
        const bool there[] = {said[i].adas, said[i].bens};
        for (size_t k = 0; k < 2; k++)
            if (text_contains(pages[k]->body, text_of(said[i].words)) != there[k])
                fail_msg("'%s' for the worker of %s", said[i].words, k == 0 ? "Ada" : "Ben");
        if (said[i].secret)
            LACKS(adas_people, said[i].words);
    }
    /* What was recorded stands on the timeline of whom it concerns. */
    const char *timeline = text_string(s->arena, text_format(s->arena, "/family/%lld/timeline", (long long)family.family.n));
    struct came adas_days = get_as(asking, s->worker, timeline), bens_days = get_as(asking, asking->other_worker, timeline);
    HAS(adas_days, "Nobody goes near Ada.");
    LACKS(adas_days, "Nobody goes near Bertram.");
    HAS(adas_days, "At Aldous&#39;s");
    LACKS(adas_days, "At Bertram&#39;s");
    HAS(bens_days, "Nobody goes near Bertram.");
    LACKS(bens_days, "Nobody goes near Ada.");
    HAS(bens_days, "At Bertram&#39;s");
    LACKS(bens_days, "At Aldous&#39;s");
    /* What the acts and other pages read: the same. */
    struct addresses_of_family_rows addresses;
    struct circle_orders_rows orders;
    Read *read = world_read(&s->world, s->arena, asking->other_worker, 0);
    must(addresses_of_family(read, family.family, &addresses));
    must(circle_orders(read, family.family, &orders));
    store_read_end(read);
    assert_int_equal(addresses.count, 4);
    assert_int_equal(orders.count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {ASKING_TEST(who_reads_one_child_reads_nothing_of_the_other_alone)};
    RUN_ON_BOTH(tests);
}
