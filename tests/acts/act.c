/* Doing acts: once, in order, with permission, and so that the ledger alone makes the same tables again. */
#include "world.h"

struct setting {
    struct world world;
    Arena *arena;
};

static int set_up(void **state)
{
    struct setting *setting = calloc(1, sizeof *setting);
    setting->world = world_new();
    setting->arena = arena_new(0);
    *state = setting;
    return 0;
}

static int take_down(void **state)
{
    struct setting *setting = *state;
    world_end(&setting->world);
    arena_free(setting->arena);
    free(setting);
    return 0;
}

static struct verify_report verified(struct setting *setting)
{
    Read *read;
    struct verify_report report;
    must(store_read_begin(setting->world.store, setting->arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(verify_store(read, &report));
    store_read_end(read);
    return report;
}

static void assert_whole(struct setting *setting)
{
    struct verify_report report = verified(setting);
    assert_string_equal(report.ledger.why, "");
    assert_string_equal(report.looks.why, "");
    assert_int_equal(report.bad_apply, 0);
    if (report.table != NULL)
        print_error("differs: %s\n", report.table);
    assert_true(verify_is_whole(&report));
}

static int64_t entries(struct setting *setting)
{
    Read *read;
    struct chain_head head;
    must(store_read_begin(setting->world.store, setting->arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(ledger_head(read, &head));
    store_read_end(read);
    return head.number;
}

static Err add(struct setting *setting, const struct act_request *request, const char *given, enum duty duty, struct act_result *ret_result)
{
    struct worker_added act = world_worker(given, duty);
    return act_do(setting->world.acts, &WORKER_ADDED_ACT, request, &act, setting->arena, ret_result);
}

/* Replay is equal after each act; numbers come from the entry. */
static void replay_is_equal_after_each_act(void **state)
{
    struct setting *setting = *state;
    assert_whole(setting);
    PersonId administrator = world_add_worker(&setting->world, setting->arena, "Wren", DUTY_ADMINISTRATOR);
    assert_int_equal(administrator.n, 1 * IDS_OF_ONE_ENTRY + 1);
    assert_whole(setting);
    struct worker_added act = world_worker("Odile", DUTY_SERVICE_MANAGER);
    act.manager = administrator;
    struct act_request request = world_request(administrator);
    struct act_result result;
    must(act_do(setting->world.acts, &WORKER_ADDED_ACT, &request, &act, setting->arena, &result));
    assert_int_equal(result.number.n, 2);
    assert_int_equal(result.new_ids, 1);
    assert_true(text_equal_string(result.answer, "/people"));
    assert_whole(setting);
}

static void only_whose_duty_it_is(void **state)
{
    struct setting *setting = *state;
    PersonId worker = world_add_worker(&setting->world, setting->arena, "Idris", DUTY_FRONT_DOOR);
    struct act_request request = world_request(worker);
    struct act_result result;
    assert_int_equal(add(setting, &request, "Mallow", DUTY_CHAIR, &result).kind, NOT_ALLOWED);
    request.actor = (PersonId){999999};
    assert_int_equal(add(setting, &request, "Mallow", DUTY_CHAIR, &result).kind, NOT_ALLOWED);
    assert_int_equal(entries(setting), 1);
    assert_whole(setting);
}

static void problems_are_listed_and_nothing_is_kept(void **state)
{
    struct setting *setting = *state;
    struct act_request request = world_request(PERSON_SYSTEM);
    struct act_result result;
    assert_int_equal(add(setting, &request, "Sorrel", DUTY_PARTNER, &result).kind, NOT_VALID);
    assert_int_equal(result.problems.count, 1);
    assert_false(text_is_empty(problems_of(&result.problems, T("agency"))));
    assert_int_equal(entries(setting), 0);
    assert_whole(setting);
}

/* The same form twice is one act with one answer; somebody else's key is refused. */
static void the_same_form_twice_is_one_act(void **state)
{
    struct setting *setting = *state;
    struct act_request request = world_request(PERSON_SYSTEM);
    struct act_result first, second;
    request.once = T("k-one");
    must(add(setting, &request, "Tamsin", DUTY_CHAIR, &first));
    must(add(setting, &request, "Tamsin", DUTY_CHAIR, &second));
    assert_false(first.again);
    assert_true(second.again);
    assert_int_equal(second.number.n, first.number.n);
    assert_true(text_equal(second.answer, first.answer));
    assert_int_equal(entries(setting), 1);
    PersonId other = world_add_worker(&setting->world, setting->arena, "Alder", DUTY_ADMINISTRATOR);
    request.actor = other;
    assert_int_equal(add(setting, &request, "Tamsin", DUTY_CHAIR, &second).kind, NOT_ALLOWED);
    assert_whole(setting);
}

/* The same form with other words (Back, changed, sent again) is neither swallowed nor done: whoever sent it is told what was recorded. */
static void the_same_form_with_other_words_is_not_swallowed(void **state)
{
    struct setting *setting = *state;
    struct act_request request = world_request(PERSON_SYSTEM);
    struct act_result first, second;
    Read *read;
    request.once = T("k-one");
    request.sent = T("given=Tamsin");
    must(add(setting, &request, "Tamsin", DUTY_CHAIR, &first));
    must(add(setting, &request, "Tamsin", DUTY_CHAIR, &second));
    assert_true(second.again);
    request.sent = T("given=Tamsyn");
    assert_int_equal(add(setting, &request, "Tamsyn", DUTY_CHAIR, &second).kind, NOT_NOW);
    assert_int_equal(second.before.n, first.number.n);
    assert_false(second.again);
    assert_int_equal(entries(setting), 1);
    must(store_read_begin(setting->world.store, setting->arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    assert_int_equal(act_sent_before(read, &request, &second).kind, NOT_NOW); /* a page asks before it reads the form */
    assert_int_equal(second.before.n, first.number.n);
    request.once = T("k-two");
    must(act_sent_before(read, &request, &second));
    store_read_end(read);
    assert_false(second.again);
    must(add(setting, &request, "Tamsyn", DUTY_CHAIR, &second));
    assert_int_equal(entries(setting), 2);
    assert_whole(setting);
}

/* Two people save at once: the second is shown the first one's entry; the same person may go on. */
static void what_somebody_else_did_first_is_not_overwritten(void **state)
{
    struct setting *setting = *state;
    PersonId one = world_add_worker(&setting->world, setting->arena, "Alder", DUTY_ADMINISTRATOR);
    PersonId two = world_add_worker(&setting->world, setting->arena, "Bryony", DUTY_ADMINISTRATOR);
    struct act_request request = world_request(one);
    struct act_result result;
    request.as_of = (EntryNumber){2};
    must(add(setting, &request, "Cass", DUTY_CHAIR, &result));
    must(add(setting, &request, "Dara", DUTY_CHAIR, &result));
    request.actor = two;
    assert_int_equal(add(setting, &request, "Esme", DUTY_CHAIR, &result).kind, NOT_NOW);
    assert_int_equal(result.newer.n, 3);
    request.as_of = (EntryNumber){4};
    must(add(setting, &request, "Esme", DUTY_CHAIR, &result));
    assert_whole(setting);
}

/* The clock may go back; the record doesn't. */
static void recorded_at_never_goes_back(void **state)
{
    struct setting *setting = *state;
    struct act_request request = world_request(PERSON_SYSTEM);
    struct act_result result;
    must(add(setting, &request, "Fen", DUTY_CHAIR, &result));
    request.now.us -= 90 * DAY_US;
    must(add(setting, &request, "Gale", DUTY_CHAIR, &result));
    Read *read;
    struct ledger_entries all;
    must(store_read_begin(setting->world.store, setting->arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(ledger_after(read, 0, &all));
    store_read_end(read);
    assert_int_equal(all.count, 2);
    assert_int_equal(all.at[1].header.recorded_at.us, all.at[0].header.recorded_at.us);
    assert_whole(setting);
}

/* A look is numbered and chained like an act; refusals too; its children are kept once each, in order. */
static void looks_are_chained(void **state)
{
    struct setting *setting = *state;
    ChildId children[] = {{3072}, {2048}, {3072}};
    struct look look = {.at = WORLD_DAY, .authority = WORLD_AUTHORITY, .actor = {1025}, .duty = T("SOCIAL_WORKER"), .route = T("CHILD"),
                        .family = {1026}, .children = {children, 3}};
    must(acts_look(setting->world.acts, setting->arena, &look));
    assert_int_equal(look.number, 1);
    assert_int_equal(look.children.count, 2);
    struct look refused = {.at = WORLD_DAY, .authority = WORLD_AUTHORITY, .actor = {1025}, .duty = T("CHAIR"), .route = T("CHILD"),
                           .refused = true, .search = T("0123456789abcdef")};
    must(acts_look(setting->world.acts, setting->arena, &refused));
    assert_int_equal(refused.number, 2);
    assert_whole(setting);
    Read *read;
    struct looks all;
    must(store_read_begin(setting->world.store, setting->arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(look_after(read, 0, &all));
    store_read_end(read);
    assert_int_equal(all.count, 2);
    assert_int_equal(all.at[0].children.count, 2);
    assert_int_equal(all.at[0].children.at[0].n, 2048);
    assert_true(all.at[1].refused);
}

/* 'What did we know on this day': a store in memory with what was recorded until then. */
static void the_record_as_it_was_on_a_day(void **state)
{
    struct setting *setting = *state;
    struct act_request request = world_request(PERSON_SYSTEM);
    struct act_result result;
    must(add(setting, &request, "Hazel", DUTY_CHAIR, &result));
    request.now.us += 3 * DAY_US;
    must(add(setting, &request, "Ivo", DUTY_CHAIR, &result));
    Read *read, *then;
    Store *was;
    must(store_read_begin(setting->world.store, setting->arena, WORLD_AUTHORITY, PERSON_SYSTEM, request.now, &read));
    must(replay_family(read, (FamilyId){77}, replay_end_of(instant_london_date(WORLD_DAY)), &was));
    store_read_end(read);
    enum duty duty;
    must(store_read_begin(was, setting->arena, WORLD_AUTHORITY, (PersonId){1025}, WORLD_DAY, &then));
    must(duty_of_reader(then, &duty));
    assert_int_equal(duty, DUTY_CHAIR);
    then->actor = (PersonId){2049};
    must(duty_of_reader(then, &duty));
    assert_int_equal(duty, DUTY_NONE);
    store_read_end(then);
    store_close(was);
}

/* What was recorded survives the program: closed, opened again, and gone on with. */
static void a_store_opened_again_goes_on(void **state)
{
    struct setting *setting = *state;
    world_add_worker(&setting->world, setting->arena, "Juno", DUTY_CHAIR);
    world_close(&setting->world);
    world_open_again(&setting->world);
    world_add_worker(&setting->world, setting->arena, "Kit", DUTY_CHAIR);
    assert_int_equal(entries(setting), 2);
    assert_whole(setting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(replay_is_equal_after_each_act, set_up, take_down),
        cmocka_unit_test_setup_teardown(only_whose_duty_it_is, set_up, take_down),
        cmocka_unit_test_setup_teardown(problems_are_listed_and_nothing_is_kept, set_up, take_down),
        cmocka_unit_test_setup_teardown(the_same_form_twice_is_one_act, set_up, take_down),
        cmocka_unit_test_setup_teardown(the_same_form_with_other_words_is_not_swallowed, set_up, take_down),
        cmocka_unit_test_setup_teardown(what_somebody_else_did_first_is_not_overwritten, set_up, take_down),
        cmocka_unit_test_setup_teardown(recorded_at_never_goes_back, set_up, take_down),
        cmocka_unit_test_setup_teardown(looks_are_chained, set_up, take_down),
        cmocka_unit_test_setup_teardown(the_record_as_it_was_on_a_day, set_up, take_down),
        cmocka_unit_test_setup_teardown(a_store_opened_again_goes_on, set_up, take_down),
    };
    RUN_ON_BOTH(tests);
}
