#include "jobs/post.h"

#include "acts/conference/mail_recorded_act.h"
#include "base/clock.h"
#include "documents/calendar.h"
#include "jobs/message.h"

Instant post_next_try(enum mail_reply reply, int64_t tries, int64_t first_wait, Instant now)
{
    int64_t wait = first_wait;
    if (reply == MAIL_REPLY_BROKEN_OFF || tries >= (reply == MAIL_REPLY_REFUSED ? POST_TRIES_REFUSED : POST_TRIES))
        return INSTANT_NONE;
    for (int64_t i = 1; i < tries; i++)
        wait *= POST_GROWS;
    return (Instant){now.us + wait * SECOND_US};
}

/* What becomes of one message. */
struct settled {
    MailId id;
    enum mail_state was, state;
    enum mail_why why;
    enum mail_reply reply;
    Instant next;
};

static Err write_settled(Tx *tx, void *given)
{
    const struct settled *to = given;
    return outbox_settle(tx, to->id, to->was, to->state, to->why, to->reply, to->next);
}

static Err write_claim(Tx *tx, void *given) { return outbox_claim(tx, *(const MailId *)given); }

static Err write_left_behind(Tx *tx, void *given) { return outbox_left_behind(tx, *(const Instant *)given); }

/* Why it can't go, as things stand now; otherwise to where, and the calendar that goes with it: to professionals alone. */
static Err look_up(const struct post *post, Arena *arena, const struct outbox_due *row, enum mail_why *ret_why, Text *ret_address, Text *ret_calendar)
{
    struct mail_reach reach;
    Read *read;
    bool found;
    TRY(store_read_begin(post->outbox.store, arena, post->outbox.authority, PERSON_SYSTEM, clock_now(), &read));
    Err end = mail_reach(read, row->invitation, &reach, &found);
    *ret_calendar = TEXT_NONE;
    *ret_why = MAIL_WHY_NO_ADDRESS;
    if (end.kind == OK && found) {
        bool of_time = row->cause == MAIL_CAUSE_INVITED || row->cause == MAIL_CAUSE_MOVED || row->cause == MAIL_CAUSE_CALLED_OFF;
        int64_t reader = row->box == MAIL_BOX_OWN && reach.person.n != 0 ? reach.person.n : row->invitation.n;
        *ret_why = outbox_why_not(&reach, row->cause, row->box, ret_address);
        if (*ret_why == MAIL_WHY_NONE && reach.is_as == INVITED_AS_AGENCY && of_time)
            end = calendar_of_conference(read, row->conference, reader, false, ret_calendar);
    }
    store_read_end(read);
    return end;
}

/* It is claimed: one try. */
static Err try_once(const struct post *post, Arena *arena, const struct outbox_due *row, struct settled *settled)
{
    Text address, calendar;
    TRY(look_up(post, arena, row, &settled->why, &address, &calendar));
    if (settled->why != MAIL_WHY_NONE) {
        settled->state = settled->why == MAIL_WHY_LOSS ? MAIL_STATE_STOPPED : MAIL_STATE_BY_POST;
        return ok();
    }
    Text words = message_write(arena, &(struct message){.service = post->service, .address = post->address, .from = post->server.from, .to = address,
                                                        .now = clock_now(), .calendar = calendar});
    TRY(mail_send(&post->server, address, words, arena, &settled->reply));
    settled->next = settled->reply == MAIL_REPLY_NONE ? INSTANT_NONE : post_next_try(settled->reply, row->tries + 1, post->first_wait, clock_now());
    settled->state = settled->reply == MAIL_REPLY_NONE         ? MAIL_STATE_SENT
                     : settled->reply == MAIL_REPLY_BROKEN_OFF ? MAIL_STATE_UNSURE
                     : settled->next.us == INSTANT_NONE.us     ? MAIL_STATE_GIVEN_UP
                                                               : MAIL_STATE_WAITING;
    return ok();
}

/* What fails before a word was said waits for its next try. */
static Err send_one(const struct post *post, Arena *arena, const struct outbox_due *row)
{
    MailId id = row->id;
    struct settled settled = {.id = id, .was = MAIL_STATE_SENDING};
    if (text_is_empty(post->server.host)) {
        settled = (struct settled){.id = id, .was = MAIL_STATE_WAITING, .state = MAIL_STATE_BY_POST, .why = MAIL_WHY_NO_SERVER};
        return outbox_write(&post->outbox, arena, clock_now(), write_settled, &settled);
    }
    Err claimed = outbox_write(&post->outbox, arena, clock_now(), write_claim, &id);
    if (claimed.kind == NOT_FOUND)
        return ok(); /* another server on the same record has it */
    TRY(claimed);
    Err tried = try_once(post, arena, row, &settled);
    if (tried.kind != OK)
        settled = (struct settled){.id = id, .was = MAIL_STATE_SENDING, .state = MAIL_STATE_WAITING,
                                   .next = post_next_try(MAIL_REPLY_UNREACHABLE, 1, post->first_wait, clock_now())};
    TRY(outbox_write(&post->outbox, arena, clock_now(), write_settled, &settled));
    return tried;
}

static Err send_due(const struct post *post, Arena *arena, bool *more)
{
    struct outbox_due_rows rows;
    Read *read;
    TRY(store_read_begin(post->outbox.store, arena, post->outbox.authority, PERSON_SYSTEM, clock_now(), &read));
    Err end = outbox_due(read, POST_AT_ONCE, &rows);
    store_read_end(read);
    TRY(end);
    for (size_t i = 0; i < rows.count; i++)
        TRY(send_one(post, arena, &rows.at[i]));
    *more |= rows.count == POST_AT_ONCE;
    return ok();
}

static Err write_recorded(Tx *tx, void *given)
{
    const struct outbox_to_record *row = given;
    return outbox_recorded(tx, row->id, row->state);
}

/* The once-only key is the message's own: killed between the act and the mark, it is the same act again. */
static Err record_one(const struct post *post, Arena *arena, struct outbox_to_record *row)
{
    struct mail_recorded act;
    struct act_result result;
    fields_clear(MAIL_RECORDED_ACT.fields, MAIL_RECORDED_ACT.field_count, &act);
    act.mail = row->id;
    act.invitation = row->invitation;
    act.cause = row->cause;
    act.outcome = row->state;
    Text once = text_format(arena, "mail-%lld-%lld-%s", (long long)row->id.n, (long long)row->chosen, mail_state_code(row->state));
    struct act_request request = {.authority = post->outbox.authority, .actor = PERSON_SYSTEM, .now = clock_now(), .target = row->conference.n, .once = once,
                                  .sent = once, .answer = T("/")};
    TRY(act_do(post->acts, &MAIL_RECORDED_ACT, &request, &act, arena, &result));
    return outbox_write(&post->outbox, arena, clock_now(), write_recorded, row);
}

static Err record_all(const struct post *post, Arena *arena, bool *more)
{
    struct outbox_to_record_rows rows;
    Read *read;
    TRY(store_read_begin(post->outbox.store, arena, post->outbox.authority, PERSON_SYSTEM, clock_now(), &read));
    Err end = outbox_to_record(read, POST_AT_ONCE, &rows);
    store_read_end(read);
    TRY(end);
    for (size_t i = 0; i < rows.count; i++)
        TRY(record_one(post, arena, &rows.at[i]));
    *more |= rows.count == POST_AT_ONCE;
    return ok();
}

Err post_round(const struct post *post, Arena *arena, bool *ret_more)
{
    Instant now = clock_now(), before = {now.us - POST_LEFT_BEHIND_SECONDS * SECOND_US};
    struct outbox_left_rows left;
    Read *read;
    TRY(outbox_read_on(&post->outbox, arena, now, !text_is_empty(post->server.host), ret_more));
    TRY(store_read_begin(post->outbox.store, arena, post->outbox.authority, PERSON_SYSTEM, now, &read));
    Err end = outbox_left(read, before, 1, &left);
    store_read_end(read);
    TRY(end);
    if (left.count > 0)
        TRY(outbox_write(&post->outbox, arena, now, write_left_behind, &before));
    TRY(send_due(post, arena, ret_more));
    return record_all(post, arena, ret_more);
}
