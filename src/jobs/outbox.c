#include "jobs/outbox.h"

#include "rules/email.h"
#include "rules/code_list.h"
#include "store/duty.h"

static bool is_agency(const struct mail_reach *reach) { return reach->is_as == INVITED_AS_AGENCY; }

static enum mail_why agency_why_not(const struct mail_reach *reach, enum mail_box box, Text *ret_address)
{
    Text own = email_is_one(reach->own_email) ? reach->own_email : reach->agency_email;
    Text address = box == MAIL_BOX_LEAD ? reach->lead : box == MAIL_BOX_DEPUTY ? reach->deputy : own;
    if (!email_is_one(address))
        return MAIL_WHY_NO_ADDRESS;
    *ret_address = address;
    return MAIL_WHY_NONE;
}

enum mail_why outbox_why_not(const struct mail_reach *reach, enum mail_cause cause, enum mail_box box, Text *ret_address)
{
    if (is_agency(reach))
        return agency_why_not(reach, box, ret_address);
    if (reach->lost)
        return MAIL_WHY_LOSS;
    if (cause == MAIL_CAUSE_EXCLUDED || ((cause == MAIL_CAUSE_INVITED || cause == MAIL_CAUSE_MOVED) && reach->invited != YES_NO_UNKNOWN_YES))
        return MAIL_WHY_LETTER;
    if (!code_set_has(&SAFE_WAY_LIST, text_is_empty(reach->ways) ? reach->child_ways : reach->ways, SAFE_WAY_EMAIL))
        return MAIL_WHY_NOT_SAFE;
    if (!email_is_one(reach->safe_address))
        return MAIL_WHY_NO_ADDRESS;
    if (!reach->has_account)
        return MAIL_WHY_NO_ACCOUNT;
    *ret_address = reach->safe_address;
    return MAIL_WHY_NONE;
}

Err outbox_write(const struct outbox *outbox, Arena *arena, Instant now, Err (*work)(Tx *tx, void *given), void *given)
{
    Tx *tx;
    bool lost = false;
    TRY(writer_enter(outbox->writer));
    Err end = store_savepoint(outbox->store, arena, outbox->authority, PERSON_SYSTEM, now, TABLE_DESK, &tx);
    if (end.kind == OK) {
        end = work(tx, given);
        if (end.kind == OK)
            end = store_release(tx);
        if (end.kind != OK) {
            Err undone = store_rollback_to(tx);
            lost = undone.kind != OK;
        }
    }
    Err kept = writer_leave(outbox->writer, lost);
    return end.kind != OK ? end : kept;
}

struct reading {
    bool has_server, more;
};

static Err read_chunk(Tx *tx, void *given)
{
    struct reading *reading = given;
    struct outbox_read_now mark;
    struct ledger_entries entries;
    bool found;
    TRY(outbox_read_now(tx->read, &mark, &found));
    if (!found) {
        struct chain_head head;
        TRY(ledger_head(tx->read, &head));
        return outbox_read_set(tx, head.number);
    }
    TRY(ledger_after(tx->read, mark.number, &entries));
    for (size_t i = 0; i < entries.count; i++)
        TRY(outbox_tell(tx, &entries.at[i], reading->has_server));
    reading->more = entries.count > 0;
    return entries.count == 0 ? ok() : outbox_read_set(tx, entries.at[entries.count - 1].header.number.n);
}

Err outbox_read_on(const struct outbox *outbox, Arena *arena, Instant now, bool has_server, bool *ret_more)
{
    struct reading reading = {.has_server = has_server};
    Read *read;
    struct outbox_read_now mark;
    struct chain_head head;
    bool found;
    *ret_more = false;
    TRY(store_read_begin(outbox->store, arena, outbox->authority, PERSON_SYSTEM, now, &read));
    Err end = outbox_read_now(read, &mark, &found);
    if (end.kind == OK)
        end = ledger_head(read, &head);
    store_read_end(read);
    TRY(end);
    if (found && mark.number >= head.number)
        return ok(); /* nothing new: nothing is written */
    TRY(outbox_write(outbox, arena, now, read_chunk, &reading));
    *ret_more = reading.more;
    return ok();
}
