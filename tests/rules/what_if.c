/* What changes when a meeting moves: what_if.eval in words, and what holds for every child, day and order. */
#include "eval.h"

#include "rules/own_day.h"
#include "rules/what_if.h"

enum { EVENTS_MOST = 64, DUE_MOST = 400, CHANGES_MOST = 60, NEAREST_MOST = 3 };

static struct happening room_events[EVENTS_MOST * 2 + WHAT_IF_MORE];
static struct obligation room_before[DUE_MOST], room_after[DUE_MOST];
static const struct what_if_room ROOM = {room_events, room_before, room_after, DUE_MOST};

static struct practice england(void)
{
    static struct practice_period period = {.since = {INT32_MIN}};
    period.profile = profile_named(T("england"));
    assert_non_null(period.profile);
    return (struct practice){&period, 1, &HOLIDAYS[ENGLAND_AND_WALES]};
}

/* ---- what_if.eval ---- */

struct question {
    struct practice practice;
    struct happening events[EVENTS_MOST], booked[EVENTS_MOST];
    struct what_if_day days[EVENTS_MOST];
    struct what_if ask;
    struct what_if_change changes[CHANGES_MOST];
    bool seen[CHANGES_MOST];
    size_t count;
    bool asked, others;
};

static void question_done(const struct eval *eval, const struct question *question)
{
    for (size_t i = 0; question->asked && i < question->count; i++) {
        const struct what_if_change *is = &question->changes[i];
        if (!question->others && !question->seen[i])
            eval_fail(eval, "the case before has one more %s", obligation_kind_code(is->kind));
        if (i == 0)
            continue;
        const struct what_if_change *last = &question->changes[i - 1];
        Date due = is->is_after ? is->after.due : is->before.due, before = last->is_after ? last->after.due : last->before.due;
        assert_true(last->effect < is->effect || (last->effect == is->effect && !date_before(due, before)));
    }
}

static void question_new(struct question *question)
{
    *question = (struct question){.practice = england()};
    question->ask = (struct what_if){.events = question->events, .booked = question->booked, .days = question->days};
}

static enum what_if_meeting meeting_named(const struct eval *eval, Text word)
{
    static const char *const names[] = {"INITIAL", "PRE_BIRTH", "TRANSFER_IN", "REVIEW", "CORE_GROUP"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (text_equal_string(word, names[i]))
            return (enum what_if_meeting)i;
    eval_fail(eval, "no such meeting");
    return WHAT_IF_INITIAL;
}

static bool effect_named(Text word, enum what_if_effect *ret_effect)
{
    static const char *const names[] = {"BREAKS", "STAYS_BROKEN", "MENDS", "MOVES"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (text_equal_string(word, names[i])) {
            *ret_effect = (enum what_if_effect)i;
            return true;
        }
    return false;
}

static void move(const struct eval *eval, struct question *question)
{
    struct what_if *ask = &question->ask;
    ask->practice = &question->practice;
    ask->meeting = meeting_named(eval, eval_word(eval, 1));
    ask->from = text_equal_string(eval_word(eval, 2), "none") ? DATE_NONE : eval_date(eval, 2);
    ask->to = eval_date(eval, 3);
    ask->today = eval_date(eval, 5);
    question->count = what_if(ask, &ROOM, question->changes, CHANGES_MOST);
    assert_true(question->count <= CHANGES_MOST);
    question->asked = true;
}

/* One side of a line from word `at`: '-' alone, or a due day and a state. Moves *at past it. */
static bool side_fits(const struct eval *eval, size_t *at, bool is, const struct obligation *o)
{
    enum obligation_state state;
    if (text_equal_string(eval_word(eval, *at), "-")) {
        *at += 1;
        return !is;
    }
    Date due = eval_date(eval, *at);
    if (!obligation_state_of(eval_word(eval, *at + 1), &state))
        eval_fail(eval, "no such state");
    *at += 2;
    return is && date_equal(o->due, due) && o->state == state;
}

static void expect_change(const struct eval *eval, struct question *question, enum what_if_effect effect)
{
    enum obligation_kind kind;
    if (!obligation_kind_of(eval_word(eval, 1), &kind))
        eval_fail(eval, "no such kind");
    for (size_t i = 0; i < question->count; i++) {
        const struct what_if_change *is = &question->changes[i];
        size_t at = 2;
        if (is->kind != kind || question->seen[i] || !side_fits(eval, &at, is->is_before, &is->before))
            continue;
        at++; /* '>' */
        if (!side_fits(eval, &at, is->is_after, &is->after) || is->effect != effect)
            continue;
        question->seen[i] = true;
        return;
    }
    for (size_t i = 0; i < question->count; i++)
        if (question->changes[i].kind == kind)
            print_error("  is: effect %d, due %.*s %s > %.*s %s\n", question->changes[i].effect, TEXT_ARGS(date_iso(eval->arena, question->changes[i].before.due)),
                        obligation_state_code(question->changes[i].before.state), TEXT_ARGS(date_iso(eval->arena, question->changes[i].after.due)),
                        obligation_state_code(question->changes[i].after.state));
    eval_fail(eval, "there is no such change");
}

static void expect_nearest(const struct eval *eval, const struct question *question)
{
    Date days[NEAREST_MOST];
    size_t broken, found = what_if_nearest(&question->ask, 1, &ROOM, days, NEAREST_MOST, &broken);
    int64_t expected;
    if (!text_to_int(eval_word(eval, 1), &expected) || (size_t)expected != broken || found != eval->count - 2)
        eval_fail(eval, "%zu days with %zu broken", found, broken);
    for (size_t i = 0; i < found; i++)
        if (!date_equal(days[i], eval_date(eval, 2 + i)))
            eval_fail(eval, "day %zu is %s", i + 1, text_string(eval->arena, date_iso(eval->arena, days[i])));
}

static void meetings_move_as_written(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct eval eval = eval_open(arena, "what_if.eval");
    struct question *question = ARENA_NEW(arena, struct question);
    enum what_if_effect effect;
    size_t cases = 0;
    question_new(question);
    while (eval_next(&eval)) {
        Text first = eval_word(&eval, 0);
        Date date;
        if (text_equal_string(first, "case")) {
            question_done(&eval, question);
            question_new(question);
            cases++;
        } else if (text_equal_string(first, "booked")) {
            struct happening *booked = &question->booked[question->ask.booked_count++];
            booked->date = eval_date(&eval, 1);
            if (!event_of(eval_word(&eval, 2), &booked->event))
                eval_fail(&eval, "no such event");
        } else if (text_equal_string(first, "set")) {
            struct what_if_day *day = &question->days[question->ask.day_count++];
            *day = (struct what_if_day){.start = eval_date(&eval, 2), .due = eval_date(&eval, 3)};
            if (!obligation_kind_of(eval_word(&eval, 1), &day->kind))
                eval_fail(&eval, "no such kind");
        } else if (text_equal_string(first, "move")) {
            move(&eval, question);
        } else if (text_equal_string(first, "others")) {
            question->others = true;
        } else if (text_equal_string(first, "nearest")) {
            expect_nearest(&eval, question);
        } else if (effect_named(first, &effect)) {
            expect_change(&eval, question, effect);
        } else {
            struct happening *event = &question->events[question->ask.count++];
            if (!date_read(first, &date) || !event_of(eval_word(&eval, 1), &event->event))
                eval_fail(&eval, "not understood");
            event->date = date;
        }
    }
    question_done(&eval, question);
    assert_true(cases >= 20);
    arena_free(arena);
}

/* ---- what holds for all ---- */

/* A made-up profile: what stops, what is replaced by another profile, and what no row of England does. */
static const struct obligation_row ODD_ROWS[] = {
    {.kind = OBLIGATION_KIND_ASSESSMENT, .starts = EVENT_BIT(EVENT_ENQUIRY_STARTED), .ends = EVENT_BIT(EVENT_ASSESSMENT_DONE),
     .stops = EVENT_BIT(EVENT_INITIAL_CONFERENCE), .number = 10, .unit = DAYS, .statutory = true, .since = {0}, .until = {INT32_MIN}, .source = "a test"},
    {.kind = OBLIGATION_KIND_FIRST_CORE_GROUP, .starts = EVENT_BIT(EVENT_PLAN_STARTED), .ends = EVENT_BIT(EVENT_CORE_GROUP), .number = 3, .unit = DAYS,
     .since = {0}, .until = {INT32_MIN}, .source = "a test"},
};
static const struct profile ODD = {.name = "odd", .title = "Odd", .division = ENGLAND_AND_WALES,
                                   .rows = ODD_ROWS, .count = sizeof ODD_ROWS / sizeof ODD_ROWS[0]};
static const struct profile EMPTY = {.name = "empty", .title = "Empty", .division = ENGLAND_AND_WALES,
                                     .rows = ODD_ROWS, .count = 0};

static const struct what_if_change *change_of_kind(const struct what_if_change *changes, size_t count, enum obligation_kind kind)
{
    for (size_t i = 0; i < count; i++)
        if (changes[i].kind == kind)
            return &changes[i];
    return NULL;
}

/* What a later meeting stops only after its day is missed; a limit that only one side's profile knows is new, or gone. */
static void profiles_and_stops_change_with_the_day(void **state)
{
    (void)state;
    struct what_if_change changes[CHANGES_MOST];
    const struct practice_period periods[] = {{DATE_NONE, &ODD}, {day("2026-04-20"), &EMPTY}};
    const struct practice odd = {periods, 2, &HOLIDAYS[ENGLAND_AND_WALES]};
    const struct happening enquiry = {EVENT_ENQUIRY_STARTED, day("2026-04-01")};
    struct what_if ask = {.practice = &odd, .events = &enquiry, .count = 1, .from = day("2026-04-08"), .to = day("2026-04-21"), .today = day("2026-04-02")};
    size_t count = what_if(&ask, &ROOM, changes, CHANGES_MOST);
    assert_int_equal(count, 2);
    const struct what_if_change *missed = change_of_kind(changes, count, OBLIGATION_KIND_ASSESSMENT), *gone = change_of_kind(changes, count, OBLIGATION_KIND_FIRST_CORE_GROUP);
    assert_true(missed->effect == WHAT_IF_BREAKS && missed->after.state == OBLIGATION_STATE_MISSED && missed->before.state == OBLIGATION_STATE_NOT_NEEDED);
    assert_true(gone->effect == WHAT_IF_MOVES && gone->is_before && !gone->is_after && date_equal(gone->before.due, day("2026-04-11")));
    ask.from = day("2026-04-21");
    ask.to = day("2026-04-08");
    count = what_if(&ask, &ROOM, changes, CHANGES_MOST);
    assert_int_equal(count, 2);
    assert_int_equal(change_of_kind(changes, count, OBLIGATION_KIND_ASSESSMENT)->effect, WHAT_IF_MENDS);
    assert_true(!change_of_kind(changes, count, OBLIGATION_KIND_FIRST_CORE_GROUP)->is_before);
}

/* Three limits of a conference, the last due first: they stand by their days however few find room, and when the other day's profile has none of them. */
static void what_is_gone_stands_by_the_day_it_had(void **state)
{
    (void)state;
    static const struct obligation_row rows[] = {
        {.kind = OBLIGATION_KIND_CONFERENCE_NOTES, .starts = EVENT_BIT(EVENT_INITIAL_CONFERENCE), .ends = EVENT_BIT(EVENT_NOTES_SENT), .number = 10, .unit = DAYS, .until = {INT32_MIN}},
        {.kind = OBLIGATION_KIND_DECISION_LETTER, .starts = EVENT_BIT(EVENT_INITIAL_CONFERENCE), .ends = EVENT_BIT(EVENT_DECISION_SENT), .number = 5, .unit = DAYS, .until = {INT32_MIN}},
        {.kind = OBLIGATION_KIND_FIRST_REVIEW, .starts = EVENT_BIT(EVENT_PLAN_STARTED), .ends = EVENT_BIT(EVENT_REVIEW_CONFERENCE), .number = 3, .unit = DAYS, .until = {INT32_MIN}},
    };
    static const struct profile three = {.name = "three", .title = "Three", .rows = rows, .count = 3};
    const struct practice_period periods[] = {{DATE_NONE, &three}, {day("2026-04-20"), &EMPTY}};
    const struct practice practice = {periods, 2, &HOLIDAYS[ENGLAND_AND_WALES]};
    const struct what_if_day another = {OBLIGATION_KIND_FIRST_REVIEW, day("2026-01-05"), day("2026-01-06")}; /* of a plan before */
    struct what_if ask = {.practice = &practice, .days = &another, .day_count = 1, .from = day("2026-04-08"), .to = day("2026-04-09"), .today = day("2026-04-02")};
    struct what_if_change changes[3];
    for (int gone = 0; gone < 2; gone++) {
        assert_int_equal(what_if(&ask, &ROOM, changes, 3), 3);
        assert_true(changes[0].kind == OBLIGATION_KIND_FIRST_REVIEW && changes[1].kind == OBLIGATION_KIND_DECISION_LETTER && changes[2].kind == OBLIGATION_KIND_CONFERENCE_NOTES);
        assert_true(changes[0].is_before && changes[0].is_after == (gone == 0));
        assert_int_equal(what_if(&ask, &ROOM, changes, 2), 3);
        assert_true(changes[0].kind == OBLIGATION_KIND_FIRST_REVIEW && changes[1].kind == OBLIGATION_KIND_DECISION_LETTER);
        ask.to = day("2026-04-21");
    }
}

/* A conference and its moves: the worst comes first, and what finds no room falls off the end. */
static void too_little_room_keeps_the_worst(void **state)
{
    (void)state;
    const struct practice practice = england();
    const struct happening events[] = {{EVENT_ENQUIRY_STARTED, day("2026-03-20")}, {EVENT_CONFERENCE_BOOKED, day("2026-04-13")}};
    struct what_if ask = {.practice = &practice, .events = events, .count = 2, .from = day("2026-04-13"), .to = day("2026-04-21"), .today = day("2026-04-01")};
    struct what_if_change all[CHANGES_MOST], few[2];
    size_t count = what_if(&ask, &ROOM, all, CHANGES_MOST);
    assert_true(count > 4);
    assert_int_equal(what_if(&ask, &ROOM, few, 2), count);
    for (size_t i = 0; i < 2; i++)
        assert_true(few[i].kind == all[i].kind && few[i].effect == all[i].effect);
    assert_int_equal(what_if(&ask, &ROOM, few, 0), count);
    assert_int_equal(what_if_broken(all, count), 1);
    const struct what_if_room small = {room_events, room_before, room_after, 1};
    assert_true(what_if(&ask, &small, all, CHANGES_MOST) <= 1);
}

/* Brothers and sisters have one day that is right for all of them. Without a child there is none. */
static void the_nearest_day_is_right_for_every_child(void **state)
{
    (void)state;
    const struct practice practice = england();
    const struct happening ada[] = {{EVENT_ENQUIRY_STARTED, day("2026-03-20")}}, ben[] = {{EVENT_ENQUIRY_STARTED, day("2026-03-18")}};
    struct what_if asks[2] = {{.practice = &practice, .events = ada, .count = 1, .from = day("2026-04-07"), .to = day("2026-04-14"), .today = day("2026-04-01")}};
    Date days[2];
    size_t broken;
    asks[1] = asks[0];
    asks[1].events = ben;
    assert_int_equal(what_if_nearest(asks, 1, &ROOM, days, 2, &broken), 2);
    assert_true(broken == 0 && date_equal(days[0], day("2026-04-13")));
    assert_int_equal(what_if_nearest(asks, 2, &ROOM, days, 2, &broken), 2);
    assert_true(broken == 0 && date_equal(days[0], day("2026-04-10")) && date_equal(days[1], day("2026-04-09")));
    assert_int_equal(what_if_nearest(asks, 0, &ROOM, days, 2, &broken), 0);
    assert_int_equal(broken, 0);
}

/* For any events: a move and its way back are each other's mirror, and a move to the same day is none. */
static void a_move_and_its_way_back_mirror(void **state)
{
    (void)state;
    static const enum what_if_effect MIRROR[] = {WHAT_IF_MENDS, WHAT_IF_STAYS_BROKEN, WHAT_IF_BREAKS, WHAT_IF_MOVES};
    const struct practice practice = england();
    static struct what_if_change there[CHANGES_MOST], back[CHANGES_MOST];
    uint32_t chance = 7;
    for (int round = 0; round < 400; round++) {
        struct happening events[12];
        for (size_t i = 0; i < 12; i++) {
            chance = chance * 1664525 + 1013904223;
            events[i].event = (enum event)(1 + (chance >> 16) % (EVENT_COUNT - 1));
            events[i].date = date_plus_days(day("2026-01-01"), (int32_t)((chance >> 8) % 90));
        }
        struct what_if ask = {.practice = &practice, .events = events, .count = 12, .meeting = (enum what_if_meeting)(round % 5), .from = day("2026-04-09"),
                              .to = date_plus_days(day("2026-04-01"), round % 40), .today = day("2026-03-20")};
        size_t count = what_if(&ask, &ROOM, there, CHANGES_MOST);
        Date to = ask.to;
        ask.to = ask.from;
        ask.from = to;
        assert_int_equal(what_if(&ask, &ROOM, back, CHANGES_MOST), count);
        for (size_t i = 0; i < count; i++) {
            bool mirrored = false;
            for (size_t k = 0; k < count; k++)
                mirrored |= back[k].kind == there[i].kind && back[k].effect == MIRROR[there[i].effect] && back[k].is_before == there[i].is_after &&
                            (!there[i].is_before || date_equal(back[k].after.due, there[i].before.due)) &&
                            (!there[i].is_after || date_equal(back[k].before.due, there[i].after.due));
            assert_true(mirrored);
        }
        ask.to = ask.from;
        assert_int_equal(what_if(&ask, &ROOM, there, CHANGES_MOST), 0);
    }
}

/* A day that people set: earlier alone counts, and what was met, waited or was not needed is judged by it. */
static void a_day_of_its_own_is_judged_by(void **state)
{
    (void)state;
    static const struct {
        enum obligation_state was, is;
        const char *by, *met, *stopped;
    } cases[] = {
        {OBLIGATION_STATE_WAITING, OBLIGATION_STATE_WAITING, "2026-04-25", NULL, NULL},
        {OBLIGATION_STATE_WAITING, OBLIGATION_STATE_LATE, "2026-04-10", NULL, NULL},
        {OBLIGATION_STATE_MET, OBLIGATION_STATE_MET, "2026-04-25", "2026-04-24", NULL},
        {OBLIGATION_STATE_MET, OBLIGATION_STATE_MET_LATE, "2026-04-20", "2026-04-24", NULL},
        {OBLIGATION_STATE_NOT_NEEDED, OBLIGATION_STATE_NOT_NEEDED, "2026-04-25", NULL, "2026-04-24"},
        {OBLIGATION_STATE_NOT_NEEDED, OBLIGATION_STATE_MISSED, "2026-04-20", NULL, "2026-04-24"},
        {OBLIGATION_STATE_LATE, OBLIGATION_STATE_LATE, "2026-04-10", NULL, NULL},
        {OBLIGATION_STATE_MET_LATE, OBLIGATION_STATE_MET_LATE, "2026-04-20", "2026-05-04", NULL},
        {OBLIGATION_STATE_MISSED, OBLIGATION_STATE_MISSED, "2026-04-20", NULL, "2026-05-04"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct obligation o = {.due = day("2026-05-01"), .warn = day("2026-04-24"), .state = cases[i].was, .met = DATE_NONE, .stopped = DATE_NONE};
        if (cases[i].met != NULL)
            o.met = day(cases[i].met);
        if (cases[i].stopped != NULL)
            o.stopped = day(cases[i].stopped);
        own_day_set(&o, day(cases[i].by), day("2026-04-15"));
        assert_int_equal(o.state, cases[i].is);
        assert_true(date_equal(o.due, day(cases[i].by)));
        assert_int_equal(date_days_between(o.warn, o.due), 7);
        own_day_set(&o, day("2026-05-01"), day("2026-04-15"));
        own_day_set(&o, DATE_NONE, day("2026-04-15"));
        assert_true(date_equal(o.due, day(cases[i].by)));
    }
    assert_true(has_day_of_its_own(OBLIGATION_KIND_FIRST_REVIEW) && has_day_of_its_own(OBLIGATION_KIND_NEXT_REVIEW));
    assert_true(has_day_of_its_own(OBLIGATION_KIND_PRE_BIRTH_REVIEW));
    assert_true(has_day_of_its_own(OBLIGATION_KIND_EMERGENCY_ORDER_ENDS) && has_day_of_its_own(OBLIGATION_KIND_EMERGENCY_EXTENSION_ENDS));
    assert_false(has_day_of_its_own(OBLIGATION_KIND_VISIT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(meetings_move_as_written),
        cmocka_unit_test(profiles_and_stops_change_with_the_day),
        cmocka_unit_test(what_is_gone_stands_by_the_day_it_had),
        cmocka_unit_test(too_little_room_keeps_the_worst),
        cmocka_unit_test(the_nearest_day_is_right_for_every_child),
        cmocka_unit_test(a_move_and_its_way_back_mirror),
        cmocka_unit_test(a_day_of_its_own_is_judged_by),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
