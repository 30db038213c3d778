/* The forms of acts, as each person meets them: whose record it is, who can be chosen, what stands there when it is opened. */
#include "asking.h"

static char *do_address(struct asking *asking, const char *on, int64_t target, const char *act)
{
    return text_string(asking->arena, text_format(asking->arena, "/%s/%lld/do/%s", on, (long long)target, act));
}

/* SB-15: whoever opens a record in an emergency is sure whose it is, and sees no more of it than they searched for. */
static void test_the_emergency_form_says_whose_record_it_is(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    char *address = do_address(asking, "family", asking->hazel.family.n, "break-glass");
    int64_t juniper = asking->hazel.children[0].n;
    char *found = text_string(asking->arena, text_format(asking->arena, "%s?found=%lld", address, (long long)juniper));
    struct came came = post_as(asking, s->door, "/search", "q=Juniper+Hazelwick");
    HAS(came, found);
    came = get_as(asking, s->door, found);
    HAS(came, "Juniper Hazelwick");
    HAS(came, "born in 2019");
    HAS(came, "Whom to ring: Rowan");
    LACKS(came, "28 February 2019");
    LACKS(came, "Unborn");
    came = post_as(asking, s->door, found, "reason=");
    assert_int_equal(came.status, 422);
    came = ask_for(asking, "GET", address, NULL); /* without what was found, nobody is named */
    assert_int_equal(came.status, 200);
    LACKS(came, "Juniper");
    HAS(came, "Look for the person again");
    char *other = text_string(asking->arena, text_format(asking->arena, "%s?found=%lld", address, (long long)asking->sorrel.children[0].n));
    LACKS(get_as(asking, s->door, other), "Linden"); /* nobody of another family */
    came = get_as(asking, asking->chair, found); /* who checks plans may be told of a child */
    HAS(came, "Juniper Hazelwick");
    WORLD_ACT(family_restricted, FAMILY_RESTRICTED, act);
    act.people.at = &s->manager;
    act.people.count = 1;
    act.why = T("A worker of the council is a relative");
    DONE(s, FAMILY_RESTRICTED, s->manager, asking->hazel.family.n, act);
    came = get_as(asking, s->door, found);
    LACKS(came, "Juniper");
    LACKS(came, "Rowan");
    HAS(came, "This is a closed record");
    HAS(came, "Whom to ring: East");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ASKING_TEST(test_the_emergency_form_says_whose_record_it_is),
    };
    RUN_ON_BOTH(tests);
}
