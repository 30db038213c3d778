/* hearth user NAME PERSON: gives somebody a sign-in name; the password is read from standard input, so that it stands in no list of
 * processes and no history. hearth administrator NAME GIVEN FAMILY: the same for a new service administrator, whom an empty record has none of:
 * from there on everything is done on the pages. */
#include <stdio.h>
#include <string.h>

#include "acts/people/worker_added_act.h"
#include "app/command.h"
#include "base/clock.h"
#include "store/credential_sql.h"
#include "store/duty.h"
#include "store/worker_sql.h"
#include "web/sign_in.h"

enum { PASSWORD_LEAST = 12 };

Err command_put_credential(struct acts *acts, Store *store, Arena *arena, PersonId person, Text name, Text password)
{
    Text hash;
    TRY(sign_in_hash(arena, password, &hash));
    TRY(writer_enter(acts_writer(acts)));
    Tx *tx;
    bool lost = false;
    Err end = store_savepoint(store, arena, COMMAND_AUTHORITY, person, clock_now(), TABLE_DESK, &tx);
    if (end.kind == OK) {
        end = credential_put(tx, person, sign_in_name(arena, name), hash);
        if (end.kind == OK)
            end = store_release(tx);
        if (end.kind != OK)
            lost = store_rollback_to(tx).kind != OK;
    }
    Err left = writer_leave(acts_writer(acts), lost);
    return end.kind == OK ? left : end;
}

/* The password's line from standard input. False, said on stderr, when it is too short. */
static bool password_read(char *line, int room, Text *ret_password)
{
    if (fgets(line, room, stdin) == NULL)
        line[0] = '\0';
    *ret_password = text_trim(text_of(line));
    if (text_code_points(*ret_password) >= PASSWORD_LEAST)
        return true;
    fprintf(stderr, "Write the password to standard input: %d characters or more.\n", PASSWORD_LEAST);
    return false;
}

/* Does somebody with that number have an account? Not the service itself: it never signs in. */
static Err has_account(struct command_run *run, Store *store, PersonId person, bool *ret_has)
{
    struct worker_of row;
    Read *read;
    TRY(store_read_begin(store, run->arena, COMMAND_AUTHORITY, PERSON_SYSTEM, clock_now(), &read));
    Err end = worker_of(read, person, &row, ret_has);
    store_read_end(read);
    return end;
}

int command_user(struct command_run *run)
{
    int64_t person;
    char line[SIGN_IN_PASSWORD + 2];
    Text password;
    Store *store;
    struct acts *acts;
    bool has = false;
    if (!text_to_int(text_of(run->words[1]), &person) || person <= 0) {
        fputs("PERSON is the number in the address that the name on the page People leads to.\n", stderr);
        return 2;
    }
    if (!password_read(line, sizeof line, &password))
        return 2;
    if (!command_acts(run, &store, &acts))
        return 1;
    Err end = has_account(run, store, (PersonId){person}, &has);
    if (end.kind == OK && !has)
        end = err(NOT_FOUND, "nobody with this number has an account");
    if (end.kind == OK)
        end = command_put_credential(acts, store, run->arena, (PersonId){person}, text_of(run->words[0]), password);
    acts_close(acts);
    store_close(store);
    return end.kind == OK ? 0 : command_failed("The sign-in was not kept", end);
}

static Err add_administrator(struct command_run *run, Store *store, struct acts *acts, Text password, PersonId *ret_person)
{
    struct worker_added act;
    struct act_result result;
    Instant now = clock_now();
    struct act_request request = {.authority = COMMAND_AUTHORITY, .actor = PERSON_SYSTEM, .now = now, .answer = T("/people")};
    fields_clear(WORKER_ADDED_ACT.fields, WORKER_ADDED_ACT.field_count, &act);
    act.given = text_of(run->words[1]);
    act.family_name = text_of(run->words[2]);
    act.duty = DUTY_ADMINISTRATOR;
    act.job = T("Service administrator");
    act.begins = instant_london_date(now);
    TRY(act_do(acts, &WORKER_ADDED_ACT, &request, &act, run->arena, &result));
    *ret_person = act.worker;
    return command_put_credential(acts, store, run->arena, act.worker, text_of(run->words[0]), password);
}

int command_administrator(struct command_run *run)
{
    char line[SIGN_IN_PASSWORD + 2];
    Text password;
    Store *store;
    struct acts *acts;
    PersonId person = {0};
    if (!password_read(line, sizeof line, &password))
        return 2;
    if (!command_acts(run, &store, &acts))
        return 1;
    Err end = add_administrator(run, store, acts, password, &person);
    acts_close(acts);
    store_close(store);
    if (end.kind != OK && person.n != 0)
        fprintf(stderr, "The account was made, number %lld. ", (long long)person.n); /* only its sign-in is missing: `hearth user` */
    return end.kind == OK ? 0 : command_failed("The administrator cannot sign in", end);
}
