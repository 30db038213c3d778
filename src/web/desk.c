#include "web/desk.h"

#include "acts/writer.h"
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
    if (request->site->writer == NULL)
        return err(BROKEN, "this site has no writer");
    TRY(writer_enter(request->site->writer));
    Err end = desk_work(request, work, given, &lost);
    Err kept = writer_leave(request->site->writer, lost);
    return end.kind != OK ? end : kept;
}
