/* hearth demo: an invented authority, made by acts like any other record, on the days before and after today. */
#include <stdio.h>

#include "app/command.h"
#include "app/demo.h"
#include "base/clock.h"
#include "rules/workdays.h"

/* Entries or not: nobody's record is touched. */
static Err is_empty(struct command_run *run, Store *store, Instant now, bool *ret_empty)
{
    struct chain_head head;
    Read *read;
    TRY(store_read_begin(store, run->arena, COMMAND_AUTHORITY, PERSON_SYSTEM, now, &read));
    Err end = ledger_head(read, &head);
    store_read_end(read);
    TRY(end);
    *ret_empty = head.number == 0;
    return ok();
}

static Err give_sign_ins(struct command_run *run, Store *store, struct acts *acts, const struct scenario_end *made)
{
    for (size_t i = 0; i < made->sign_in_count; i++)
        TRY(command_put_credential(acts, store, run->arena, made->sign_ins[i].person, made->sign_ins[i].name, T(DEMO_PASSWORD)));
    return ok();
}

static void print_sign_ins(const struct scenario_end *made)
{
    printf("Sign in with the password %s as\n\n", DEMO_PASSWORD);
    for (size_t i = 0; i < made->sign_in_count; i++)
        printf("  %-18.*s %.*s\n", TEXT_ARGS(made->sign_ins[i].name), TEXT_ARGS(made->sign_ins[i].words));
    putchar('\n');
}

static int make(struct command_run *run, Store *store, struct acts *acts)
{
    Instant now = clock_now();
    struct scenario_end made;
    bool empty;
    Err end = is_empty(run, store, now, &empty);
    if (end.kind != OK)
        return command_failed("The record can't be read", end);
    if (!empty) {
        fprintf(stderr, "There is a record here already: %s. The demo is made in an empty folder.\n", run->config->data);
        return 1;
    }
    struct scenario_world world = {
        .store = store,
        .acts = acts,
        .authority = COMMAND_AUTHORITY,
        .base = working_day_on_or_before(&HOLIDAYS[ENGLAND_AND_WALES], instant_london_date(now)),
    };
    end = scenario_play(&world, DEMO, DEMO_COUNT, run->arena, &made);
    clock_set_for_tests(INSTANT_NONE);
    if (end.kind == NOT_VALID)
        fprintf(stderr, "%.*s\n", TEXT_ARGS(made.complaint));
    if (end.kind == OK)
        end = give_sign_ins(run, store, acts, &made);
    if (end.kind != OK)
        return command_failed("The demo was not made", end);
    print_sign_ins(&made);
    return 0;
}

int command_demo(struct command_run *run)
{
    Store *store;
    struct acts *acts;
    if (!command_acts(run, &store, &acts))
        return 1;
    int status = make(run, store, acts);
    acts_close(acts);
    store_close(store);
    return status;
}
