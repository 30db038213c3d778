#include "web/desk.h"

#include "acts/act.h"
#include "web/site.h"

static Err desk_work(struct request *request, Err (*work)(Tx *tx, void *given), void *given, bool *ret_lost)
{
    Tx *tx;
    *ret_lost = false;
    TRY(store_savepoint(request->site->store, request->arena, request->authority, request->person, request->now,
                        TABLE_DESK, &tx));
    Err end = work(tx, given);
    if (end.kind == OK)
        end = store_release(tx);
    if (end.kind != OK) {
        Err undone = store_rollback_to(tx);
        *ret_lost = undone.kind != OK;
    }
    return end;
}

Err desk_write(struct request *request, Err (*work)(Tx *tx, void *given), void *given)
{
    bool lost;
    request_read_end(request);
    if (request->site->acts == NULL)
        return err(BROKEN, "this site has no record");
    struct writer *writer = acts_writer(request->site->acts);
    TRY(writer_enter(writer));
    Err end = desk_work(request, work, given, &lost);
    Err kept = writer_leave(writer, lost);
    return end.kind != OK ? end : kept;
}
