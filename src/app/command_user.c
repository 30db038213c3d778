/* hearth user NAME PERSON: gives somebody a sign-in name; the password is read from standard input, so that it stands in no list of
 * processes and no history. */
#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "base/clock.h"
#include "store/credential_sql.h"
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

int command_user(struct command_run *run)
{
    int64_t person;
    char line[SIGN_IN_PASSWORD + 2];
    if (!text_to_int(text_of(run->words[1]), &person) || person <= 0) {
        fputs("PERSON is the number in the address of that person's page.\n", stderr);
        return 2;
    }
    if (fgets(line, sizeof line, stdin) == NULL)
        line[0] = '\0';
    Text password = text_trim(text_of(line));
    if (text_code_points(password) < PASSWORD_LEAST) {
        fprintf(stderr, "Write the password to standard input: %d characters or more.\n", PASSWORD_LEAST);
        return 2;
    }
    Store *store;
    struct acts *acts;
    if (!command_acts(run, &store, &acts))
        return 1;
    Err end = command_put_credential(acts, store, run->arena, (PersonId){person}, text_of(run->words[0]), password);
    acts_close(acts);
    store_close(store);
    return end.kind == OK ? 0 : command_failed("The sign-in was not kept", end);
}
