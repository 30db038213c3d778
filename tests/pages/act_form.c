/* The forms of acts, as each person meets them: whose record it is, who can be chosen, what stands there when it is opened. */
#include "asking.h"

#include "acts/people/relative_declared_act.h"

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

/* SC-02: a manager chooses who holds a case by what they hold; who can't be chosen stands there with the reason, and is refused all the same. */
static void test_choices_say_what_a_gate_would(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    PersonId sage = world_worker_of(&s->world, asking->arena, "Sage", DUTY_SOCIAL_WORKER, s->east, s->manager);
    char *address = do_address(asking, "family", asking->hazel.family.n, "allocate");
    (void)world_plans(&s->world, asking->arena, s->worker, &asking->hazel);
    struct came came = get_as(asking, s->manager, address);
    HAS(came, "Social worker, 2 children, 2 on a plan, 0 overdue"); /* Rowan */
    HAS(came, "Social worker, no children");                        /* Sage */
    LACKS(came, "Pia"); /* whose duty it isn't */
    WORLD_ACT(relative_declared, RELATIVE_DECLARED, knows);
    knows.worker = sage;
    knows.how = T("Lives next door");
    DONE(s, RELATIVE_DECLARED, s->manager, asking->hazel.family.n, knows);
    came = get_as(asking, s->manager, address);
    HAS(came, "a relative or neighbour of the family");
    HAS(came, "disabled");
    const char *fields = text_string(asking->arena, text_format(asking->arena, "children=%lld&worker=%lld", (long long)asking->hazel.children[0].n, (long long)sage.n));
    came = post_as(asking, s->manager, address, fields);
    assert_int_equal(came.status, 422);
    HAS(came, "cannot be chosen: a relative or neighbour of the family");
    address = do_address(asking, "person", s->worker.n, "cover");
    came = get_as(asking, s->manager, address);
    HAS(came, "Sage");
    LACKS(came, "Pia");    /* another kind of work */
    LACKS(came, "Xanthe"); /* the chair */
}

static size_t times(Text page, Text words)
{
    size_t count = 0;
    for (size_t i = 0; i + words.len <= page.len; i++)
        count += text_equal((Text){page.at + i, words.len}, words);
    return count;
}

/* A form that changes something begins with what stands there; what comes back as it was is not recorded again, what was emptied is a problem. */
static void test_a_change_begins_with_what_stands_there(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    char *address = do_address(asking, "person", s->worker.n, "move-worker");
    struct came came = get_as(asking, asking->administrator, address);
    HAS(came, "value=\"invented for a test\"");
    HAS(came, text_string(asking->arena, text_format(asking->arena, "value=\"%lld\" checked", (long long)s->east.n)));
    address = do_address(asking, "person", asking->hazel.children[0].n, "change-person");
    came = get_as(asking, s->worker, address);
    HAS(came, "value=\"Juniper\"");
    HAS(came, "value=\"2019\"");
    const char *timeline = text_string(asking->arena, text_format(asking->arena, "/family/%lld/timeline", (long long)asking->hazel.family.n));
    size_t names = times(get_as(asking, s->worker, timeline).body, T("Hazelwick</dd>"));
    came = post_as(asking, s->worker, address, "given=Juniper&family_name=Hazelwick&born-day=28&born-month=2&born-year=2019&sex=F&school=&known_as=June");
    assert_int_equal(came.status, 303);
    came = get_as(asking, s->worker, timeline);
    HAS(came, "June");
    assert_int_equal(times(came.body, T("Hazelwick</dd>")), names); /* it was not changed */
    came = post_as(asking, s->worker, address, "given=&family_name=Hazelwick&born-day=28&born-month=2&born-year=2019&sex=F&known_as=June");
    assert_int_equal(came.status, 422);
    HAS(came, "Leave this as it was, or write what is right now");
}

/* The plan's page leads to the form of one action with what stands there, and the plan's words are there to be changed: without a script. */
static void test_an_action_is_changed_from_where_it_stands(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct world_plans plans = world_plans(&s->world, asking->arena, s->worker, &asking->hazel);
    char *plan = text_string(asking->arena, text_format(asking->arena, "/plan/%lld", (long long)plans.at[0].n));
    HAS(get_as(asking, s->worker, do_address(asking, "plan", plans.at[0].n, "write-plan")), "Cold and missed meals</textarea>");
    WORLD_ACT(action_set, ACTION_SET, act);
    act.change = ACTION_CHANGE_NEW;
    act.what = T("Mend the boiler");
    act.aim = (enum plan_aim)1;
    act.also.at = &plans.at[1];
    act.also.count = 1;
    DONE(s, ACTION_SET, s->worker, plans.at[0].n, act);
    struct came came = get_as(asking, s->worker, plan);
    HAS(came, "Change this action");
    came = get_as(asking, s->worker, text_string(asking->arena, text_format(asking->arena, "%s/do/action?change=CHANGE&action=%lld", plan, (long long)act.plans.at[0].action.n)));
    HAS(came, "Mend the boiler</textarea>");
    HAS(came, "value=\"CHANGE\" checked");
    HAS(came, text_string(asking->arena, text_format(asking->arena, "value=\"%lld\" checked", (long long)plans.at[1].n))); /* the sibling's plan too */
    LACKS(get_as(asking, s->worker, do_address(asking, "plan", plans.at[0].n, "action")), "value=\"CHANGE\" checked");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ASKING_TEST(test_the_emergency_form_says_whose_record_it_is),
        ASKING_TEST(test_choices_say_what_a_gate_would),
        ASKING_TEST(test_a_change_begins_with_what_stands_there),
        ASKING_TEST(test_an_action_is_changed_from_where_it_stands),
    };
    RUN_ON_BOTH(tests);
}
