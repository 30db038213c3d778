/* The form of an act, as whole requests: nothing that was typed is lost in silence, and who is asked what. */
#include "asking.h"

#include "acts/people/sign_in_given_act.h"
#include "acts/people/worker_left_act.h"

/* The hidden keys of a page that came, as they are sent back. */
static const char *keys_of(struct asking *asking, struct came page)
{
    static const char csrf[] = "name=\"csrf\" value=\"", once[] = "name=\"once\" value=\"";
    const char *body = text_string(asking->arena, page.body), *at = strstr(strstr(body, "<h1>"), csrf), *key = strstr(body, once);
    assert_non_null(at);
    assert_non_null(key);
    return text_string(asking->arena, text_format(asking->arena, "csrf=%.64s&once=%.32s", at + sizeof csrf - 1, key + sizeof once - 1));
}

static struct came send(struct asking *asking, const char *path, const char *keys, const char *fields)
{
    return ask_for(asking, "POST", path, text_string(asking->arena, text_format(asking->arena, "%s&%s", keys, fields)));
}

static const char *at_family(struct asking *asking, const char *act)
{
    return text_string(asking->arena, text_format(asking->arena, "/family/%lld/do/%s", (long long)asking->hazel.family.n, act));
}

static const char *home_of(struct asking *asking, const char *name)
{
    return text_string(asking->arena, text_format(asking->arena, "name=%s&since-day=1&since-month=3&since-year=2026&children=%lld", name,
                                                  (long long)asking->hazel.children[0].n));
}

#define HOME(name) home_of(asking, name)

/* Sent, Back, changed, sent again: what was recorded is shown, what is typed now stands there, and pressing again records it as well. */
static void test_a_form_sent_again_with_other_words(void **state)
{
    struct asking *asking = *state;
    const char *path = at_family(asking, "household");
    const char *keys = keys_of(asking, get_as(asking, asking->setting.worker, path));
    struct came first = send(asking, path, keys, HOME("Mum%27s+home")), again = send(asking, path, keys, HOME("Mum%27s+home"));
    assert_int_equal(first.status, 303);
    assert_int_equal(again.status, 303);
    assert_true(text_equal(first.location, again.location)); /* one entry, one answer */
    struct came other = send(asking, path, keys, HOME("Gran%27s+home"));
    assert_int_equal(other.status, 409);
    HAS(other, "You sent this form before");
    HAS(other, "Mum&#39;s home</dd>");
    HAS(other, "value=\"Gran&#39;s home\"");
    HAS(other, "Record this as well");
    LACKS(other, "saved this first");
    const char *fresh = keys_of(asking, other);
    assert_string_not_equal(fresh, keys);
    assert_int_equal(send(asking, path, keys, HOME("Gran%27s+home")).status, 409); /* the old page again: asked again */
    struct came recorded = send(asking, path, fresh, HOME("Gran%27s+home"));
    assert_int_equal(recorded.status, 303);
    assert_false(text_equal(recorded.location, first.location));
}

/* What the form chose from may be offered no more when it comes a second time: the answer is still that of the first. */
static void test_a_double_click_whose_choice_is_gone(void **state)
{
    struct asking *asking = *state;
    const char *path = at_family(asking, "relative");
    struct setting *s = &asking->setting;
    const char *keys = keys_of(asking, get_as(asking, s->manager, path));
    const char *fields = text_string(asking->arena, text_format(asking->arena, "worker=%lld&how=Uncle", (long long)asking->other_worker.n));
    struct came first = send(asking, path, keys, fields);
    assert_int_equal(first.status, 303);
    WORLD_ACT(worker_left, WORKER_LEFT, left);
    left.sure = YESNO_YES;
    DONE(s, WORKER_LEFT, PERSON_SYSTEM, asking->other_worker.n, left);
    LACKS(get_as(asking, s->manager, path), "Tansy");
    struct came again = send(asking, path, keys, fields);
    assert_int_equal(again.status, 303);
    assert_true(text_equal(first.location, again.location));
}

/* Of somebody else only who gives access to the family says that they know it: nobody else is shown who works here. */
static void test_who_may_say_it_of_whom(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    const char *path = at_family(asking, "relative");
    struct came came = get_as(asking, s->manager, path);
    assert_int_equal(came.status, 200);
    HAS(came, "Who knows the family?");
    HAS(came, "Tansy");
    HAS(came, "Hazelwick");
    came = get_as(asking, s->worker, path);
    HAS(came, "How do they know the family?");
    LACKS(came, "Who knows the family?");
    LACKS(came, "Tansy");
    came = get_as(asking, asking->partner, path); /* who has no access at all: no child and no name */
    assert_int_equal(came.status, 200);
    HAS(came, "How do they know the family?");
    LACKS(came, "Tansy");
    LACKS(came, "Hazelwick");
    LACKS(came, "Juniper");
    const char *other = text_string(asking->arena, text_format(asking->arena, "worker=%lld&how=Aunt", (long long)asking->other_worker.n));
    assert_int_equal(post_as(asking, s->worker, path, other).status, 422); /* a number nobody offered */
    assert_int_equal(post_as(asking, asking->partner, path, "how=Aunt").status, 303);
    PersonId mother = world_adult(&s->world, asking->arena, s->worker, &asking->hazel, "Orla", RELATIONSHIP_KIND_MOTHER);
    WORLD_ACT(sign_in_given, SIGN_IN_GIVEN, act);
    act.kind = FAMILY_ACCOUNT_PARENT;
    act.adult = mother;
    act.children.at = asking->hazel.children;
    act.children.count = 1;
    DONE(s, SIGN_IN_GIVEN, s->manager, asking->hazel.family.n, act);
    assert_int_equal(get_as(asking, mother, path).status, 404);
    assert_int_equal(get_as(asking, mother, at_family(asking, "break-glass")).status, 404);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ASKING_TEST(test_a_form_sent_again_with_other_words),
        ASKING_TEST(test_a_double_click_whose_choice_is_gone),
        ASKING_TEST(test_who_may_say_it_of_whom),
    };
    RUN_ON_BOTH(tests);
}
