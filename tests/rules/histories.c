/* How a child's limits chain, stand and stop: histories.eval says how its lines are read. SE-02 SE-07 SB-14 SC-15 SD-06 SD-11 */
#include "eval.h"

#include "rules/practice.h"

enum { HISTORY_EVENTS = 64, HISTORY_DUE = 256, HISTORY_PERIODS = 4 };

struct history {
    struct practice_period periods[HISTORY_PERIODS];
    struct happening events[HISTORY_EVENTS];
    size_t period_count, count, due;
    struct obligation obligations[HISTORY_DUE];
    bool seen[HISTORY_DUE];
    uint64_t kinds; /* those named */
};

static const struct profile *profile_of(const struct eval *eval, size_t word)
{
    const struct profile *profile = profile_named(eval_word(eval, word));
    if (profile == NULL)
        eval_fail(eval, "no such profile");
    return profile;
}

static void begin(const struct eval *eval, struct history *history)
{
    const struct profile *profile = profile_named(T("england"));
    if (eval->count > 2) {
        if (!text_equal_string(eval_word(eval, 2), "profile"))
            eval_fail(eval, "history NAME profile NAME");
        profile = profile_of(eval, 3);
    }
    *history = (struct history){.periods = {{DATE_NONE, profile}}, .period_count = 1};
}

static void change_profile(const struct eval *eval, struct history *history)
{
    assert_true(history->period_count < HISTORY_PERIODS);
    if (!text_equal_string(eval_word(eval, 2), "since"))
        eval_fail(eval, "profile NAME since DATE");
    history->periods[history->period_count++] = (struct practice_period){eval_date(eval, 3), profile_of(eval, 1)};
}

/* The holidays are those of the division in which the authority lies now. */
static void look(const struct eval *eval, struct history *history)
{
    enum division division = history->periods[history->period_count - 1].profile->division;
    struct practice practice = {history->periods, history->period_count, &HOLIDAYS[division]};
    history->due =
        practice_obligations(&practice, history->events, history->count, eval_date(eval, 1), history->obligations, HISTORY_DUE);
    assert_true(history->due <= HISTORY_DUE);
    memset(history->seen, 0, sizeof history->seen);
    history->kinds = 0;
}

static void happen(const struct eval *eval, struct history *history, Date date)
{
    assert_true(history->count < HISTORY_EVENTS);
    struct happening *event = &history->events[history->count++];
    event->date = date;
    if (!event_of(eval_word(eval, 1), &event->event))
        eval_fail(eval, "no such event");
}

/* Nothing of a kind that was named is left over. */
static void done(const struct eval *eval, const struct history *history)
{
    for (size_t i = 0; i < history->due; i++) {
        enum obligation_kind kind = history->obligations[i].row->kind;
        if ((history->kinds & (UINT64_C(1) << kind)) != 0 && !history->seen[i])
            eval_fail(eval, "the history before has one more %s", obligation_kind_code(kind));
    }
}

/* What the words behind the state say of it: 'by EVENT', 'under PROFILE'. */
static void expect_more(const struct eval *eval, const struct obligation *o)
{
    for (size_t word = 4; word < eval->count; word += 2) {
        Text said = eval_word(eval, word + 1);
        if (text_equal_string(eval_word(eval, word), "by")) {
            enum event by = o->met_by != EVENT_NONE ? o->met_by : o->stopped_by, expected;
            if (!event_of(said, &expected))
                eval_fail(eval, "no such event");
            if (by != expected)
                eval_fail(eval, "by %s", by == EVENT_NONE ? "nothing" : event_code(by));
        } else if (text_equal_string(eval_word(eval, word), "under")) {
            if (!text_equal_string(said, o->profile->name))
                eval_fail(eval, "under %s", o->profile->name);
        } else {
            eval_fail(eval, "word %zu is 'by' or 'under'", word + 1);
        }
    }
}

static void expect(const struct eval *eval, struct history *history)
{
    bool none = text_equal_string(eval_word(eval, 0), "none");
    enum obligation_kind kind;
    if (!obligation_kind_of(eval_word(eval, none ? 1 : 0), &kind))
        eval_fail(eval, "no such kind");
    history->kinds |= UINT64_C(1) << kind;
    if (none)
        return;
    Date start = eval_date(eval, 1), due = eval_date(eval, 2);
    enum obligation_state state;
    if (!obligation_state_of(eval_word(eval, 3), &state))
        eval_fail(eval, "no such state");
    for (size_t i = 0; i < history->due; i++) {
        struct obligation *o = &history->obligations[i];
        if (o->row->kind != kind || !date_equal(o->start, start) || history->seen[i])
            continue;
        history->seen[i] = true;
        if (!date_equal(o->due, due) || o->state != state)
            eval_fail(eval, "due %s, %s", text_string(eval->arena, date_iso(eval->arena, o->due)), obligation_state_code(o->state));
        expect_more(eval, o);
        return;
    }
    eval_fail(eval, "there is no such obligation");
}

static void limits_chain_and_stop(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct eval eval = eval_open(arena, "histories.eval");
    struct history history = {.count = 0};
    while (eval_next(&eval)) {
        Text first = eval_word(&eval, 0);
        Date date;
        if (text_equal_string(first, "history")) {
            done(&eval, &history);
            begin(&eval, &history);
        } else if (text_equal_string(first, "profile")) {
            change_profile(&eval, &history);
        } else if (text_equal_string(first, "today")) {
            done(&eval, &history);
            look(&eval, &history);
        } else if (date_read(first, &date)) {
            happen(&eval, &history, date);
        } else {
            expect(&eval, &history);
        }
    }
    done(&eval, &history);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_chain_and_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
