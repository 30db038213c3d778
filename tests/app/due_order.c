/* hearth due, inside: names of events, the order they are brought into, which strategy discussion started an enquiry; and files of many children. */
#include "due_asking.h"

#include <sys/resource.h>
#include <sys/time.h>

#include "app/due.h"

/* ---- names ---- */

static void other_names_are_names_of_nothing_else(void **state)
{
    (void)state;
    enum event event;
    for (size_t i = 0; i < DUE_NAME_COUNT; i++) {
        Text name = text_of(DUE_NAMES[i].name);
        assert_false(event_of(name, &event)); /* a code means itself */
        assert_true(due_event_of(name, &event) && event == DUE_NAMES[i].event);
        assert_true(name.len <= DUE_NAME_MOST);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(DUE_NAMES[i].name, DUE_NAMES[k].name);
    }
    for (int i = 1; i < EVENT_COUNT; i++) {
        Text code = text_of(event_code((enum event)i));
        assert_true(due_event_of(code, &event) && (int)event == i && code.len <= DUE_NAME_MOST);
    }
    assert_false(due_event_of(TEXT_NONE, &event));
    assert_false(due_event_of(T("visit"), &event));
}

static void a_slip_is_understood(void **state)
{
    static const struct {
        const char *written, *like;
    } slips[] = {
        {"STRATEGY_DISCUSION", "STRATEGY_DISCUSSION"}, {"strategy discussion", "STRATEGY_DISCUSSION"}, {"visit", "VISIT"},
        {"Core-Group", "CORE_GROUP"},                  {"PLAN_ENDS", "PLAN_ENDED"}  ,                {"REVEIW", "REVIEW"},
        {"VISTI", "VISIT"},                            {"XYZZY", ""},                                 {"", ""},
        {"A_WORD_THAT_IS_LONGER_THAN_ANY_NAME_OF_ALL", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++) {
        Text like = due_event_like(text_of(slips[i].written));
        if (!text_equal_string(like, slips[i].like))
            fail_msg("%s is like %.*s", slips[i].written, TEXT_ARGS(like));
    }
}

/* ---- order ---- */

enum { EVENTS_MOST = 64 };

/* 'VISIT 2026-04-14, …' */
static struct due_child child_of(Arena *arena, const char *written)
{
    struct due_child child = {T("a"), ARENA_MANY(arena, EVENTS_MOST, struct happening), 0};
    for (Text rest = text_of(written); rest.len > 0;) {
        Text day = text_trim(text_cut(&rest, ','));
        struct happening *event = &child.events[child.count++];
        if (!event_of(text_cut(&day, ' '), &event->event) || !date_read(day, &event->date))
            fail_msg("%s: event %zu is none", written, child.count);
    }
    return child;
}

static Text written_of(Arena *arena, const struct due_child *child)
{
    Out out = out_new(arena);
    for (size_t i = 0; i < child->count; i++) {
        out_string(&out, i == 0 ? "" : ", ");
        out_string(&out, event_code(child->events[i].event));
        out_char(&out, ' ');
        out_text(&out, date_iso(arena, child->events[i].date));
    }
    return out_all(&out);
}

static void events_come_into_order(void **state)
{
    static const struct {
        const char *written, *order;
    } lists[] = {
        {"", ""},
        {"VISIT 2026-05-12, PLAN_STARTED 2026-04-14", "PLAN_STARTED 2026-04-14, VISIT 2026-05-12"},
        /* on one day as they stand */
        {"PLAN_ENDED 2026-04-14, VISIT 2026-04-14, CORE_GROUP 2026-04-13", "CORE_GROUP 2026-04-13, PLAN_ENDED 2026-04-14, VISIT 2026-04-14"},
        /* a booking was made before its day; a birth can come early */
        {"INITIAL_CONFERENCE 2026-04-14, CONFERENCE_BOOKED 2026-04-14", "CONFERENCE_BOOKED 2026-04-14, INITIAL_CONFERENCE 2026-04-14"},
        {"BORN 2026-06-01, BIRTH_EXPECTED 2026-06-20", "BIRTH_EXPECTED 2026-06-20, BORN 2026-06-01"},
        {"BIRTH_EXPECTED 2026-06-20, BIRTH_EXPECTED 2026-06-12", "BIRTH_EXPECTED 2026-06-12"},
        {"BIRTH_EXPECTED 2026-06-20, PRE_BIRTH_CONFERENCE 2026-04-14, PREGNANCY_LOST 2026-05-01",
         "PRE_BIRTH_CONFERENCE 2026-04-14, BIRTH_EXPECTED 2026-06-20, PREGNANCY_LOST 2026-05-01"},
        /* moved later, moved earlier, moved and held */
        {"CONFERENCE_BOOKED 2026-04-14, CONFERENCE_BOOKED 2026-04-20", "CONFERENCE_BOOKED 2026-04-20"},
        {"CONFERENCE_BOOKED 2026-04-20, CONFERENCE_BOOKED 2026-04-14", "CONFERENCE_BOOKED 2026-04-14"},
        {"REVIEW_BOOKED 2026-07-20, REVIEW_BOOKED 2026-07-14, REVIEW_CONFERENCE 2026-07-14",
         "REVIEW_BOOKED 2026-07-14, REVIEW_CONFERENCE 2026-07-14"},
        /* each was held, or will be */
        {"REVIEW_BOOKED 2026-07-07, REVIEW_CONFERENCE 2026-07-07, REVIEW_BOOKED 2026-12-15",
         "REVIEW_BOOKED 2026-07-07, REVIEW_CONFERENCE 2026-07-07, REVIEW_BOOKED 2026-12-15"},
        {"REVIEW_BOOKED 2026-12-15, REVIEW_CONFERENCE 2026-07-07, REVIEW_BOOKED 2026-07-07",
         "REVIEW_BOOKED 2026-07-07, REVIEW_CONFERENCE 2026-07-07, REVIEW_BOOKED 2026-12-15"},
        {"REVIEW_BOOKED 2026-07-07, REVIEW_BOOKED 2026-12-15, REVIEW_CONFERENCE 2026-07-07",
         "REVIEW_BOOKED 2026-07-07, REVIEW_CONFERENCE 2026-07-07, REVIEW_BOOKED 2026-12-15"},
        /* bookings of two kinds don't move each other */
        {"CONFERENCE_BOOKED 2026-04-14, REVIEW_BOOKED 2026-07-07", "CONFERENCE_BOOKED 2026-04-14, REVIEW_BOOKED 2026-07-07"},
    };
    (void)state;
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        struct due_child child = child_of(arena, lists[i].written);
        due_order(&child, arena);
        if (!text_equal_string(written_of(arena, &child), lists[i].order))
            fail_msg("%s\ncomes into the order\n%.*s", lists[i].written, TEXT_ARGS(written_of(arena, &child)));
    }
    arena_free(arena);
}

/* The days of the events of that kind, in a list brought into order. */
static Text days_of(Arena *arena, const char *written, enum event event)
{
    struct due_child child = child_of(arena, written);
    Out out = out_new(arena);
    due_order(&child, arena);
    for (size_t k = 0; k < child.count; k++)
        if (child.events[k].event == event) {
            out_string(&out, out.len == 0 ? "" : " ");
            out_text(&out, date_iso(arena, child.events[k].date));
        }
    return out_all(&out);
}

static void the_discussion_that_started_the_enquiry(void **state)
{
    static const struct {
        const char *written, *started;
    } lists[] = {
        /* nobody says: the first of each run */
        {"STRATEGY_DISCUSSION 2026-03-20", "2026-03-20"},
        {"STRATEGY_DISCUSSION 2026-03-27, STRATEGY_DISCUSSION 2026-03-20", "2026-03-20"},
        {"STRATEGY_DISCUSSION 2026-03-20, INITIAL_CONFERENCE 2026-04-10, STRATEGY_DISCUSSION 2026-05-05", "2026-03-20 2026-05-05"},
        {"STRATEGY_DISCUSSION 2026-03-20, ENQUIRY_NO_CONFERENCE 2026-04-01, STRATEGY_DISCUSSION 2026-05-05", "2026-03-20 2026-05-05"},
        {"STRATEGY_DISCUSSION 2026-03-20, EPISODE_CLOSED 2026-04-01, STRATEGY_DISCUSSION 2026-05-05", "2026-03-20 2026-05-05"},
        {"STRATEGY_DISCUSSION 2026-03-20, TRANSFERRED 2026-04-01, STRATEGY_DISCUSSION 2026-05-05", "2026-03-20 2026-05-05"},
        {"STRATEGY_DISCUSSION 2026-03-20, REVIEW_CONFERENCE 2026-04-01, STRATEGY_DISCUSSION 2026-04-01", "2026-03-20 2026-04-01"},
        /* an inquorate conference and the enquiry's conclusion end no run */
        {"STRATEGY_DISCUSSION 2026-03-20, CONFERENCE_INQUORATE 2026-04-10, STRATEGY_DISCUSSION 2026-04-12", "2026-03-20"},
        {"STRATEGY_DISCUSSION 2026-03-20, ENQUIRY_CONCLUDED 2026-04-01, STRATEGY_DISCUSSION 2026-04-12", "2026-03-20"},
        /* somebody says: the last one up to it, of its run */
        {"ENQUIRY_STARTED 2026-03-23", "2026-03-23"},
        {"STRATEGY_DISCUSSION 2026-03-10, STRATEGY_DISCUSSION 2026-03-20, ENQUIRY_STARTED 2026-03-23", "2026-03-20"},
        {"ENQUIRY_STARTED 2026-03-20, STRATEGY_DISCUSSION 2026-03-20, STRATEGY_DISCUSSION 2026-03-10", "2026-03-20"},
        {"STRATEGY_DISCUSSION 2026-03-20, ENQUIRY_STARTED 2026-03-20, STRATEGY_DISCUSSION 2026-03-25", "2026-03-20"},
        {"STRATEGY_DISCUSSION 2024-03-20, EPISODE_CLOSED 2024-05-01, ENQUIRY_STARTED 2026-03-20", "2026-03-20"},
        {"STRATEGY_DISCUSSION 2026-03-10, ENQUIRY_STARTED 2026-03-12, ENQUIRY_STARTED 2026-04-20", "2026-03-10 2026-04-20"},
        {"STRATEGY_DISCUSSION 2026-03-10, ENQUIRY_STARTED 2026-03-12, STRATEGY_DISCUSSION 2026-04-18, ENQUIRY_STARTED 2026-04-20",
         "2026-03-10 2026-04-18"},
    };
    (void)state;
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        Text started = days_of(arena, lists[i].written, EVENT_ENQUIRY_STARTED);
        if (!text_equal_string(started, lists[i].started))
            fail_msg("%s: enquiries start %.*s", lists[i].written, TEXT_ARGS(started));
    }
    arena_free(arena);
}

static void the_concern_that_led_to_the_enquiry(void **state)
{
    static const struct {
        const char *written, *raised;
    } lists[] = {
        {"REFERRAL_RECEIVED 2026-03-02", ""}, /* it led to no enquiry */
        {"STRATEGY_DISCUSSION 2026-03-20", "2026-03-20"},
        {"ENQUIRY_STARTED 2026-03-23", "2026-03-23"},
        {"REFERRAL_RECEIVED 2026-03-18, STRATEGY_DISCUSSION 2026-03-20", "2026-03-18"},
        {"REFERRAL_RECEIVED 2026-03-18, REFERRAL_DECIDED 2026-03-20, STRATEGY_DISCUSSION 2026-03-20", "2026-03-18"},
        {"REFERRAL_RECEIVED 2026-03-02, REFERRAL_DECIDED 2026-03-03, STRATEGY_DISCUSSION 2026-03-20", "2026-03-20"},
        {"REFERRAL_RECEIVED 2026-03-02, EPISODE_CLOSED 2026-03-10, STRATEGY_DISCUSSION 2026-03-20", "2026-03-20"},
        {"REFERRAL_RECEIVED 2026-03-18, STRATEGY_DISCUSSION 2026-03-20, INITIAL_CONFERENCE 2026-04-10, STRATEGY_DISCUSSION 2026-05-05",
         "2026-03-18 2026-05-05"},
        /* somebody says */
        {"CONCERN_RAISED 2026-03-16, REFERRAL_RECEIVED 2026-03-18, STRATEGY_DISCUSSION 2026-03-20", "2026-03-16"},
    };
    (void)state;
    Arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        Text raised = days_of(arena, lists[i].written, EVENT_CONCERN_RAISED);
        if (!text_equal_string(raised, lists[i].raised))
            fail_msg("%s: concerns are raised %.*s", lists[i].written, TEXT_ARGS(raised));
    }
    arena_free(arena);
}

/* What is told of stands behind what tells of it: what ended on the same day ends it. */
static void one_day_can_start_and_end(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct due_child child = child_of(arena, "STRATEGY_DISCUSSION 2026-03-20, ENQUIRY_NO_CONFERENCE 2026-03-20");
    due_order(&child, arena);
    assert_true(text_equal_string(written_of(arena, &child), "STRATEGY_DISCUSSION 2026-03-20, ENQUIRY_STARTED 2026-03-20, "
                                                             "CONCERN_RAISED 2026-03-20, ENQUIRY_NO_CONFERENCE 2026-03-20"));
    arena_free(arena);
}

static Text due_of(Arena *arena, const struct profile *profile, struct due_child child)
{
    size_t count;
    Out out = out_new(arena);
    due_order(&child, arena);
    struct obligation *obligations = due_obligations(profile, &child, (Date){20600}, arena, &count);
    for (size_t i = 0; i < count; i++)
        due_write(&out, child.id, &obligations[i]);
    return out_all(&out);
}

/* Any events of different days, in any order, give the same answer. */
static void order_in_the_file_is_no_matter(void **state)
{
    enum { COUNT = 24 };
    uint32_t chance = 3;
    (void)state;
    for (int round = 0; round < 400; round++) {
        Arena *arena = arena_new(0);
        struct due_child child = {T("a"), ARENA_MANY(arena, COUNT, struct happening), COUNT}, mixed = {T("a"), ARENA_MANY(arena, COUNT, struct happening), COUNT};
        for (size_t i = 0; i < COUNT; i++) {
            chance = chance * 1664525 + 1013904223;
            enum event event = (enum event)(1 + (chance >> 16) % (EVENT_COUNT - 1));
            if (event == EVENT_CONFERENCE_BOOKED || event == EVENT_REVIEW_BOOKED || event == EVENT_BIRTH_EXPECTED)
                event = EVENT_STRATEGY_DISCUSSION; /* of those the later one in the file holds */
            child.events[i] = mixed.events[i] = (struct happening){event, {20500 + (int32_t)(7 * i) + (int32_t)((chance >> 8) % 7)}};
        }
        for (size_t i = COUNT; i-- > 1;) {
            chance = chance * 1664525 + 1013904223;
            size_t k = (chance >> 16) % (i + 1);
            struct happening event = mixed.events[i];
            mixed.events[i] = mixed.events[k];
            mixed.events[k] = event;
        }
        for (size_t p = 0; p < PROFILE_COUNT; p++)
            assert_true(text_equal(due_of(arena, PROFILES[p], child), due_of(arena, PROFILES[p], mixed)));
        arena_free(arena);
    }
}

/* ---- many children ---- */

static void put_children(const char *path, int count)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs("{\"children\":[", file);
    for (int i = 0; i < count; i++)
        fprintf(file, "%s{\"id\":\"child-%d\",\"events\":[{\"kind\":\"STRATEGY_DISCUSSION\",\"on\":\"2026-03-20\"},{\"kind\":\"VISIT\",\"on\":\"2026-04-01\"}]}\n",
                i == 0 ? "" : ",", i);
    fputs("]}", file);
    assert_int_equal(fclose(file), 0);
}

struct cost {
    double seconds;
    long kib; /* the largest that any child process was, up to now */
};

static struct cost cost_of(const char *path, int count)
{
    struct rusage before, after;
    Arena *arena = arena_new((size_t)1 << 30);
    put_children(path, count);
    getrusage(RUSAGE_CHILDREN, &before);
    struct asked asked = ask_program(arena, text_format(arena, "'%s' --today 2026-04-01", path).at);
    getrusage(RUSAGE_CHILDREN, &after);
    assert_int_equal(asked.status, 0);
    size_t lines = 0;
    for (size_t i = 0; i < asked.out.len; i++)
        lines += asked.out.at[i] == '\n';
    assert_int_equal(lines, count + 2);
    arena_free(arena);
    return (struct cost){(double)(after.ru_utime.tv_sec - before.ru_utime.tv_sec) + (double)(after.ru_utime.tv_usec - before.ru_utime.tv_usec) / 1e6,
                         after.ru_maxrss};
}

/* Ten times the children: about ten times the time, and no more memory than the file and the ids. */
static void many_children_cost_as_many_times_as_much(void **state)
{
    (void)state;
    struct own_file file = own_file();
    struct cost few = cost_of(file.path, 10000), many = cost_of(file.path, 100000);
    print_message("10,000 children: %.2f s; 100,000: %.2f s, %ld MiB\n", few.seconds, many.seconds, many.kib / 1024);
    assert_true(many.seconds < 30 * few.seconds + 0.5);
    assert_true(many.kib - few.kib < 128 * 1024); /* a file of 13 MB; its answer is 100 MB */
    unlink(file.path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_names_are_names_of_nothing_else), cmocka_unit_test(a_slip_is_understood),
        cmocka_unit_test(events_come_into_order),                cmocka_unit_test(the_discussion_that_started_the_enquiry),
        cmocka_unit_test(the_concern_that_led_to_the_enquiry),   cmocka_unit_test(one_day_can_start_and_end),
        cmocka_unit_test(order_in_the_file_is_no_matter),        cmocka_unit_test(many_children_cost_as_many_times_as_much),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
