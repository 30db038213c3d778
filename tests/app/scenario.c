/* The scenario player itself: what it refuses, with file, line and sentence; and the demo, whole on whatever day it is made. */
#include "app/command.h"
#include "app/demo.h"
#include "app/scenario.h"
#include "../acts/world_people.h"

/* Plays words in an empty store; gives what it complains of. */
static Text complaint_of(Arena *arena, const char *words)
{
    struct world world = world_new();
    struct scenario_text text = {"t.scenario", text_of(words)};
    struct scenario_world in = {.store = world.store, .acts = world.acts, .authority = WORLD_AUTHORITY};
    struct scenario_end end;
    assert_true(date_of(2026, 3, 20, &in.base));
    Err got = scenario_play(&in, &text, 1, arena, &end);
    clock_set_for_tests(INSTANT_NONE);
    assert_int_equal(got.kind, text_is_empty(end.complaint) ? OK : NOT_VALID);
    world_end(&world);
    return end.complaint;
}

#define TEAM "system: TEAM_ADDED as east\n  name = East\n  telephone = 01632 960110\n  duty = SOCIAL_WORKER\n"
#define DAY "on 2026-03-20 10:15\n"

static const struct {
    const char *text, *complaint; /* the complaint begins so; empty: there is none */
} COMPLAINTS[] = {
    {DAY TEAM, ""},
    {"# a comment\n\n" DAY "\n" TEAM, ""},
    {TEAM, "t.scenario:1: Say first when it is"},
    {"on someday 10:15\n", "t.scenario:1: Write on DAY TIME"},
    {"on 2026-03-20 25:61\n", "t.scenario:1: Write on DAY TIME"},
    {"on workday -40 +5 10:15\n" TEAM, ""},
    {DAY "  name = East\n", "t.scenario:2: This line stands below nothing"},
    {DAY "system: TEAM_MADE\n", "t.scenario:2: There is no act 'TEAM_MADE'"},
    {DAY "nobody: TEAM_ADDED\n", "t.scenario:2: Nothing is called 'nobody' yet"},
    {DAY "system: TEAM_ADDED\n  colour = red\n", "t.scenario:3: This act has no field 'colour'"},
    {DAY "system: TEAM_ADDED\n  team = east\n", "t.scenario:3: This act has no field 'team'"},
    {DAY "system: TEAM_ADDED\n  name East\n", "t.scenario:3: Write PATH = VALUE"},
    {DAY "system: TEAM_ADDED\n  name = East\n", "t.scenario:2: TEAM_ADDED was not done: NOT_VALID"},
    {DAY TEAM "refused: NOT_ALLOWED\n", "t.scenario:6: TEAM_ADDED was done, and should be refused"},
    {DAY "system: TEAM_ADDED\n  name = East\nrefused: NOT_ALLOWED\n", "t.scenario:4: TEAM_ADDED was refused another way: NOT_VALID"},
    {DAY "system: TEAM_ADDED\n  name = East\nrefused: NOT_VALID name\n", "t.scenario:4: TEAM_ADDED was refused another way"},
    {DAY "system: TEAM_ADDED\n  name = East\nrefused: NOT_VALID duty \"Choose what the team does\"\n", ""},
    {DAY "refused: NOT_VALID\n", "t.scenario:2: Nothing was done that could be refused"},
    {DAY TEAM "then east is fine\n", "t.scenario:6: This is nothing that can be looked at"},
    {DAY "system: TEAM_ADDED\n  reason NO_SUCH_GATE = x\n", "t.scenario:3: There is no gate 'NO_SUCH_GATE'"},
    {DAY "play nothing\n", "t.scenario:2: There is no part 'nothing'"},
    {DAY "part loop\nplay loop\nend\nplay loop\n", "t.scenario:3: Parts play one another without an end"},
    {DAY "part open\n", "t.scenario:2: A part needs a name and its end"},
    {DAY "system: TEAM_ADDED\n  name = {what}\n", "t.scenario:3: Nothing says what {what} stands for"},
    {DAY "part a-team\nsystem: TEAM_ADDED as {name}\n  name = {name}\n  telephone = 01632 960110\n  duty = SOCIAL_WORKER\nend\n"
         "each one in north, south\nplay a-team\n  name = {one}\nend\nsign-in n is north: A team\nsign-in s is south: A team\n", ""},
    {DAY "sign-in n is north: A team\n", "t.scenario:2: Nothing is called 'north' yet"},
};

static void what_is_wrong_is_said_with_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof COMPLAINTS / sizeof COMPLAINTS[0]; i++) {
        Arena *arena = arena_new(0);
        Text got = complaint_of(arena, COMPLAINTS[i].text);
        if (!text_begins(got, text_of(COMPLAINTS[i].complaint)) || (COMPLAINTS[i].complaint[0] == '\0' && got.len > 0))
            fail_msg("%s\ngives '%.*s', not '%s'", COMPLAINTS[i].text, TEXT_ARGS(got), COMPLAINTS[i].complaint);
        arena_free(arena);
    }
}

/* What two texts say is done by the clock, and what the first names is known in the second. */
static void texts_are_played_together(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct world world = world_new();
    const struct scenario_text texts[] = {
        {"a", T("on day 0 09:00\n" TEAM "on day 9 09:00\nsign-in last is late: somebody\n")},
        {"b", T("on day 1 09:00\nsystem: WORKER_ADDED as late\n  given = Sol\n  family_name = Brae\n  duty = FRONT_DOOR\n"
                "  job = Social worker\n  team = east\n  begins = today\n")},
    };
    struct scenario_world in = {.store = world.store, .acts = world.acts, .authority = WORLD_AUTHORITY};
    struct scenario_end end;
    assert_true(date_of(2026, 3, 20, &in.base));
    assert_int_equal(scenario_play(&in, texts, 2, arena, &end).kind, NOT_VALID);
    assert_string_equal(text_string(arena, end.complaint), "a:7: Nothing is called 'late' yet [sign-in last is late: somebody]");
    assert_int_equal(end.act_count, 2);
    clock_set_for_tests(INSTANT_NONE);
    world_end(&world);
    arena_free(arena);
}

/* The demo on one day: done to its end, its record whole, its sign-ins there. */
static void make_demo(int year, int month, int day)
{
    Arena *arena = arena_new(0);
    struct world world = world_new();
    struct scenario_world in = {.store = world.store, .acts = world.acts, .authority = WORLD_AUTHORITY};
    struct scenario_end end;
    struct verify_report report;
    Read *read;
    assert_true(date_of(year, month, day, &in.base));
    Err got = scenario_play(&in, DEMO, DEMO_COUNT, arena, &end);
    clock_set_for_tests(INSTANT_NONE);
    if (got.kind != OK)
        fail_msg("on %d-%d-%d: %.*s (%s)", year, month, day, TEXT_ARGS(end.complaint), got.why);
    must(store_read_begin(world.store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, end.last, &read));
    must(verify_store(read, &report));
    store_read_end(read);
    assert_true(verify_is_whole(&report));
    assert_true(date_before(instant_london_date(end.last), in.base)); /* whoever signs in at any hour finds all of it done */
    world_end(&world);
    arena_free(arena);
}

static void the_demo_can_be_made_on_any_day(void **state)
{
    (void)state;
    make_demo(2026, 11, 20);
    make_demo(2026, 12, 27); /* a Sunday between holidays */
    make_demo(2027, 1, 2);
    make_demo(2027, 4, 6); /* after Easter */
    make_demo(2027, 6, 15);
    make_demo(2027, 9, 1);
    make_demo(2028, 2, 29);
}

/* The command: once in an empty folder; never again there, and nothing is touched. */
static void the_demo_is_made_in_an_empty_folder_only(void **state)
{
    (void)state;
    Arena *arena = arena_new(0);
    struct world world = world_new();
    struct verify_report first, second;
    world_close(&world);
    struct config config = {.data = world.where};
    struct command_run run = {&config, 0, NULL, arena};
    assert_int_equal(command_demo(&run), 0);
    world_open_again(&world);
    Read *read = world_read(&world, arena, PERSON_SYSTEM, 0);
    must(verify_store(read, &first));
    store_read_end(read);
    world_close(&world);
    assert_int_equal(command_demo(&run), 1);
    world_open_again(&world);
    read = world_read(&world, arena, PERSON_SYSTEM, 0);
    must(verify_store(read, &second));
    store_read_end(read);
    assert_true(verify_is_whole(&second));
    assert_memory_equal(first.digest, second.digest, sizeof first.digest);
    assert_int_equal(first.ledger.links, second.ledger.links);
    world_end(&world);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong_is_said_with_its_line),
        cmocka_unit_test(texts_are_played_together),
        cmocka_unit_test(the_demo_can_be_made_on_any_day),
        cmocka_unit_test(the_demo_is_made_in_an_empty_folder_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
