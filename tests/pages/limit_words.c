/* How a limit stands, in words: by what it was done or made needless, on the child's file; what follows what. SB-13 SC-15 */
#include "plan_reading.h"

#include "acts/people/died_act.h"
#include "acts/review/plan_ended_otherwise_act.h"
#include "pages/child.h"
#include "pages/limit_words.h"

static const char *reason(Arena *arena, enum obligation_state state, enum event by, const char *who, bool are_many)
{
    struct limit_state limit = {.kind = OBLIGATION_KIND_VISIT, .state = state, .due = the(2026, 7, 3), .met = DATE_NONE, .stopped = DATE_NONE};
    if (state == OBLIGATION_STATE_MET || state == OBLIGATION_STATE_MET_LATE) {
        limit.met = the(2026, 7, 7);
        limit.met_by = by;
    } else {
        limit.stopped = the(2026, 7, 7);
        limit.stopped_by = by;
    }
    return text_string(arena, limit_reason(arena, &limit, text_of(who), are_many));
}

static void a_reason_is_a_sentence(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    assert_string_equal(reason(arena, OBLIGATION_STATE_MET, EVENT_CORE_GROUP, "", false), "Core group held, 7 July 2026");
    assert_string_equal(reason(arena, OBLIGATION_STATE_MET_LATE, EVENT_VISIT, "", false), "Child seen on a visit, 7 July 2026");
    assert_string_equal(reason(arena, OBLIGATION_STATE_NOT_NEEDED, EVENT_PLAN_ENDED, "Maja", false), "The plan ended on 7 July 2026");
    assert_string_equal(reason(arena, OBLIGATION_STATE_NOT_NEEDED, EVENT_BORN, "Maja", false), "Maja was born on 7 July 2026");
    assert_string_equal(reason(arena, OBLIGATION_STATE_NOT_NEEDED, EVENT_BORN, "Maja and Lena", true), "Maja and Lena were born on 7 July 2026");
    assert_string_equal(reason(arena, OBLIGATION_STATE_NOT_NEEDED, EVENT_BORN, "", false), "The child was born on 7 July 2026");
    assert_string_equal(reason(arena, OBLIGATION_STATE_NOT_NEEDED, EVENT_DIED, "Maja", false), "Maja died on 7 July 2026");
    assert_string_equal(reason(arena, OBLIGATION_STATE_NOT_NEEDED, EVENT_TRANSFERRED, "", false), "The case moved to another council on 7 July 2026");
    assert_string_equal(reason(arena, OBLIGATION_STATE_NOT_NEEDED, EVENT_REFERRAL_DECIDED, "", false), "Referral decided on 7 July 2026"); /* in its own words */
    assert_string_equal(reason(arena, OBLIGATION_STATE_MISSED, EVENT_PLAN_ENDED, "", false), "Not done when the plan ended on 7 July 2026, 4 days after it was due");
    assert_string_equal(reason(arena, OBLIGATION_STATE_WAITING, EVENT_NONE, "", false), "");
    struct limit_state late = {.state = OBLIGATION_STATE_MET_LATE, .due = the(2026, 7, 6), .met = the(2026, 7, 7)};
    struct status_tag tag = limit_tag(arena, &late, the(2026, 8, 1));
    assert_true(text_equal_string(tag.words, "done 1 day late"));
    late.state = OBLIGATION_STATE_WAITING;
    tag = limit_tag(arena, &late, the(2026, 7, 8));
    assert_true(text_equal_string(tag.words, "2 days late") && text_equal_string(tag.look, "late"));
    arena_free(arena);
}

static Text file_of(struct setting *s, size_t child, int day)
{
    return page_of(s, child_page, s->manager, DUTY_TEAM_MANAGER, day, (struct request_ids){.child = s->family.children[child]}, OK);
}

static void move_away(struct setting *s, int day)
{
    static const struct act_reason REASON = {SUPPORT_OFFERED, T("The support is planned elsewhere")};
    struct act_result result = {0};
    WORLD_ACT(plan_ended_otherwise, PLAN_ENDED_OTHERWISE, act);
    act.reason = PLAN_END_REASON_MOVED;
    act.ended = on_day(day);
    act.receiving = T("Southmere Council");
    act.their_conference = on_day(day - 2);
    act.confirmed_on = on_day(day - 1);
    act.evidence = T("Their letter");
    act.told = YESNO_YES;
    struct act_request request = world_request(s->manager);
    request.target = s->plans.at[0].n;
    request.now.us += (PLAN_DAY + day) * DAY_US;
    request.reasons = &REASON;
    request.reason_count = 1;
    must(act_do(s->world.acts, &PLAN_ENDED_OTHERWISE_ACT, &request, &act, s->arena, &result));
}

/* The child's file has every limit of that child with its reason, and the visits as a chain; the sister's go on. */
static void a_file_tells_why_each_limit_ended(void **state)
{
    struct setting *s = *state;
    visit(s, 10, 2);
    visit(s, 23, 2);
    move_away(s, 30);
    Text page = file_of(s, 0, 31);
    assert_has(page, "Child seen on a visit, 19 April 2026");
    assert_has(page, "The case moved to another council on 9 May 2026");
    assert_has(page, "no longer needed");
    assert_has(page, "missed");
    assert_has(page, "Not done when the case moved to another council on 9 May 2026, 16 days after it was due"); /* the first core group */
    assert_has(page, "<h4>Visits: Maja</h4>");
    const char *chain = strstr(text_string(s->arena, page), "<h4>Visits: Maja</h4>");
    const char *first = strstr(chain, "due 23 April 2026"), *second = strstr(chain, "19 April 2026"), *end = strstr(chain, "</ol>");
    assert_true(first != NULL && second != NULL && first < second && second < end);
    page = file_of(s, 1, 31);
    assert_lacks(page, "moved to another council");
    assert_has(page, "<h4>Visits: Lena</h4>");
}

static void a_file_says_that_the_child_died(void **state)
{
    struct setting *s = *state;
    WORLD_ACT(died, DIED, act);
    act.died = on_day(4);
    done(s, &DIED_ACT, s->family.children[0].n, 5, &act);
    assert_has(file_of(s, 0, 6), "Maja died on 13 April 2026");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reason_is_a_sentence),
        CASE(a_file_tells_why_each_limit_ended),
        CASE(a_file_says_that_the_child_died),
    };
    RUN_ON_BOTH(tests);
}
