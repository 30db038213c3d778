/* 'What if it moved?' as whole requests: a look and nothing else is kept of asking; the form that moves it comes filled in, and says why a reason is wanted. */
#include "asking.h"

#include "store/ledger_sql.h"

static int64_t head_of(struct asking *asking, const char *chain)
{
    struct ledger_head_now row;
    bool found;
    Read *read = world_read(&asking->setting.world, asking->arena, PERSON_SYSTEM, 0);
    must(ledger_head_now(read, text_of(chain), &row, &found));
    store_read_end(read);
    return found ? row.number : 0;
}

/* On WORLD_DAY, Friday 20 March 2026, the plan begins: the first core group is due by 7 April, over Easter. */
static void asking_keeps_a_look_and_nothing_else(void **state)
{
    struct asking *asking = *state;
    struct setting *s = &asking->setting;
    struct world_plans plans = world_plans(&s->world, asking->arena, s->worker, &asking->hazel);
    WORLD_ACT(core_group_planned, CORE_GROUP_PLANNED, planned);
    (void)date_of(2026, 4, 1, &planned.planned);
    planned.at = 16 * 60;
    planned.place = T("Alder Lane Primary");
    world_do(&s->world, asking->arena, &CORE_GROUP_PLANNED_ACT, s->worker, plans.at[0].n, 0, &planned);
    char page[100], asked[200], form[300];
    snprintf(page, sizeof page, "/meeting/%lld/move", (long long)planned.meeting.n);
    snprintf(asked, sizeof asked, "%s?held_on-day=8&held_on-month=4&held_on-year=2026&time=4pm", page);
    HAS(get_as(asking, s->worker, page), "Choose another day");
    int64_t entries = head_of(asking, "LEDGER"), looks = head_of(asking, "LOOK");
    struct came came = get_as(asking, s->worker, asked);
    assert_int_equal(came.status, 200);
    HAS(came, "Moving to 8 April 2026 breaks 1 limit: the first core group is due by 7 April 2026.");
    HAS(came, "Easter Monday"); /* in the working of that limit */
    assert_int_equal(head_of(asking, "LEDGER"), entries);
    assert_int_equal(head_of(asking, "LOOK"), looks + 1);
    assert_int_equal(get_as(asking, s->worker, "/meeting/1/move").status, 404);
    snprintf(asked, sizeof asked, "%s?held_on-day=31&held_on-month=4&held_on-year=2026", page);
    assert_int_equal(get_as(asking, s->worker, asked).status, 422);
    assert_int_equal(get_as(asking, asking->other_worker, page).status, 404);
    /* The form it leads to. */
    snprintf(form, sizeof form, "/plan/%lld/do/move-core-group?meeting=%lld&planned-day=8&planned-month=4&planned-year=2026&at=4pm", (long long)plans.at[0].n,
             (long long)planned.meeting.n);
    came = get_as(asking, s->worker, form);
    HAS(came, "name=\"planned-day\" type=\"text\" inputmode=\"numeric\" value=\"8\"");
    HAS(came, "value=\"Alder Lane Primary\"");
    const char *answers = "meeting=%lld&planned-day=8&planned-month=4&planned-year=2026&at=4pm&place=Alder+Lane+Primary&why=The+school+is+shut.%s";
    came = post_as(asking, s->worker, form, text_string(asking->arena, text_format(asking->arena, answers, (long long)planned.meeting.n, "")));
    assert_int_equal(came.status, 409);
    HAS(came, "This day breaks a limit: the first core group is due by 7 April 2026.");
    assert_int_equal(head_of(asking, "LEDGER"), entries);
    came = post_as(asking, s->worker, form, text_string(asking->arena, text_format(asking->arena, answers, (long long)planned.meeting.n, "&reason-INSIDE_THE_DAYS=Nobody+can+before.")));
    assert_int_equal(came.status, 303);
    assert_int_equal(head_of(asking, "LEDGER"), entries + 1);
    snprintf(page, sizeof page, "/meeting/%lld", (long long)planned.meeting.n);
    HAS(get_as(asking, s->worker, page), "It moved: it was planned for Wednesday 1 April 2026.");
    HAS(get_as(asking, s->manager, "/"), "Core group moved to Wednesday 8 April 2026, 4:00pm");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ASKING_TEST(asking_keeps_a_look_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
