#include "acts/act.h"

#include <stdlib.h>

#include <sodium.h>

#include "acts/body.h"
#include "acts/copied_words.h"
#include "acts/inside.h"
#include "acts/target.h"
#include "base/random.h"
#include "store/ledger_sql.h"

struct acts {
    Store *store;
    struct writer *writer;
};

Err acts_open(Store *store, struct acts **ret_acts)
{
    if (sodium_init() < 0)
        return err(BROKEN, "libsodium does not begin");
    struct acts *acts = calloc(1, sizeof *acts);
    if (acts == NULL)
        return err(BROKEN, "no memory for the acts");
    acts->store = store;
    Err made = writer_new(store, &acts->writer);
    if (made.kind != OK) {
        free(acts);
        return made;
    }
    *ret_acts = acts;
    return ok();
}

void acts_close(struct acts *acts)
{
    if (acts == NULL)
        return;
    writer_free(acts->writer);
    free(acts);
}

struct writer *acts_writer(struct acts *acts) { return acts->writer; }

/* ---- what decide() asks ---- */

int64_t act_new_id(struct act_run *run)
{
    if (run->inside->new_ids >= IDS_OF_ONE_ENTRY - 1) {
        arena_turn_over(run->arena); /* the act ends BROKEN: nothing gets a number of another entry */
        return 0;
    }
    return run->number.n * IDS_OF_ONE_ENTRY + ++run->inside->new_ids;
}

Err act_concerns(struct act_run *run, ChildId child)
{
    struct act_inside *inside = run->inside;
    for (size_t i = 0; i < inside->child_count; i++)
        if (inside->children[i].n == child.n)
            return ok();
    if (id_entry(child.n).n != run->number.n)
        TRY(target_may(run, child));
    if (inside->child_count == LEDGER_CHILDREN_MOST)
        return err(BROKEN, "an act is about more children than an entry can hold");
    inside->children[inside->child_count++] = child;
    return ok();
}

void act_problem(struct act_run *run, const char *field, const char *sentence)
{
    problems_add(run->problems, text_of(field), text_of(sentence));
}

void shut_gates_add(struct shut_gates *shut, struct shut_gate gate)
{
    if (shut->count == shut->room) {
        size_t room = shut->room == 0 ? 8 : shut->room * 2;
        struct shut_gate *at = ARENA_MANY(shut->arena, room, struct shut_gate);
        for (size_t i = 0; i < shut->count; i++)
            at[i] = shut->at[i];
        shut->at = at;
        shut->room = room;
    }
    shut->at[shut->count++] = gate;
}

/* The reason that came with the form for this gate; empty: none. */
static Text reason_for(const struct act_request *request, enum gate gate)
{
    for (size_t i = 0; i < request->reason_count; i++)
        if (request->reasons[i].gate == gate)
            return text_trim(request->reasons[i].reason);
    return TEXT_NONE;
}

static bool gate_of_act(const struct act_kind *kind, enum gate gate)
{
    for (size_t i = 0; i < kind->gate_count; i++)
        if (kind->gates[i] == gate)
            return true;
    return false;
}

Err act_gate(struct act_run *run, enum gate gate, Text detail)
{
    if (!gate_of_act(run->kind, gate))
        return err(BROKEN, "an act asked a gate that its .act doesn't name");
    const struct gate_row *row = gate_row(gate);
    struct entry_gates *passed = &run->inside->passed;
    bool may_pass = row->class == GATE_WITH_REASON && rights_have(run->rights, row->may_go_on);
    Text reason = reason_for(run->request, gate);
    if (may_pass && !text_is_empty(reason)) {
        if (reason.len > ACT_REASON_MOST)
            return err(NOT_VALID, "a reason for going on is too long");
        for (size_t i = 0; i < passed->count; i++)
            if (text_equal_string(passed->at[i].gate, row->name))
                return ok();
        passed->at[passed->count++] = (struct entry_gate){text_of(row->name), reason};
        return ok();
    }
    shut_gates_add(run->shut, (struct shut_gate){.gate = gate, .detail = detail, .with_reason = may_pass, .warns = row->class == GATE_WARN});
    return ok();
}

Err act_gates(struct act_run *run, struct facts *facts) { return act_gates_said(run, facts, &(struct gate_words){0}); }

Err act_gates_said(struct act_run *run, struct facts *facts, const struct gate_words *words)
{
    facts->rights = run->rights;
    facts->reasons = 0;
    for (size_t i = 0; i < run->request->reason_count; i++)
        if (!text_is_empty(text_trim(run->request->reasons[i].reason)))
            facts->reasons |= UINT64_C(1) << run->request->reasons[i].gate;
    for (size_t i = 0; i < run->kind->gate_count; i++)
        if (gate_ask(run->kind->gates[i], facts) != GATE_ANSWER_OPEN)
            TRY(act_gate(run, run->kind->gates[i], words->of[run->kind->gates[i]]));
    for (size_t i = 0; i < run->shut->count; i++)
        run->shut->at[i].limit = words->limit[run->shut->at[i].gate];
    return ok();
}

/* ---- doing ---- */

/* A hash of all that came with the once-only key. */
static Text hash_of_sent(Arena *arena, Text sent)
{
    unsigned char *hash = arena_take(arena, crypto_generichash_BYTES);
    crypto_generichash(hash, crypto_generichash_BYTES, (const unsigned char *)sent.at, sent.len, NULL, 0);
    return (Text){(const char *)hash, crypto_generichash_BYTES};
}

/* The same form came before: its answer, when it was this person's and says the same. */
static Err look_up_once(Read *read, const struct act_request *request, struct act_result *result)
{
    struct once_of row;
    bool found;
    if (text_is_empty(request->once))
        return ok();
    if (request->once.len > ACT_ONCE_MOST)
        return err(NOT_VALID, "a once-only key is too long");
    TRY(once_of(read, request->once, &row, &found));
    if (!found)
        return ok();
    if (row.sent_by.n != request->actor.n)
        return err(NOT_ALLOWED, "a once-only key of somebody else");
    if (!text_equal(row.sent, hash_of_sent(read->arena, request->sent))) {
        result->before = row.number;
        return err(NOT_NOW, "the same form was sent before with other words");
    }
    result->again = true;
    result->number = row.number;
    result->answer = row.address;
    return ok();
}

/* Somebody else did the same to the same thing since the author looked. */
static Err look_for_newer(const struct act_run *run, struct act_result *result)
{
    EntryNumber as_of = run->request->as_of, newer = {0};
    bool found = false;
    if (as_of.n == 0)
        return ok();
    if (run->family.n != 0) {
        struct ledger_newer row;
        TRY(ledger_newer(run->read, text_of(run->kind->name), run->family, run->target, as_of, &row, &found));
        newer = found ? row.number : newer;
    } else {
        struct ledger_newer_of_all row;
        TRY(ledger_newer_of_all(run->read, text_of(run->kind->name), run->target, as_of, &row, &found));
        newer = found ? row.number : newer;
    }
    if (!found)
        return ok();
    result->newer = newer;
    return err(NOT_NOW, "somebody else did the same since the author looked");
}

static bool all_gates_let_through(const struct shut_gates *shut)
{
    for (size_t i = 0; i < shut->count; i++)
        if (!shut->at[i].warns)
            return false;
    return true;
}

/* Appends the entry and applies it, from its own bytes. */
static Err append_and_apply(Tx *tx, const struct chain_head *head, const struct act_run *run, const void *act)
{
    const struct act_kind *kind = run->kind;
    unsigned char salt[CHAIN_SALT];
    random_bytes(salt, sizeof salt);
    Text body = body_write(kind, act, &run->inside->passed, run->inside->consequences, run->arena);
    struct entry entry = {
        .number = run->number,
        .recorded_at = run->now,
        .authority = run->request->authority,
        .actor = run->request->actor,
        .act = text_of(kind->name),
        .version = kind->version,
        .family = run->family,
        .target = run->target,
        .children = {run->inside->children, run->inside->child_count},
    };
    tx->may_write = TABLE_CHAIN;
    TRY(ledger_append(tx, head, &entry, (Text){(const char *)salt, sizeof salt}, body));
    if (!text_is_empty(run->request->once))
        TRY(once_keep(tx, run->request->once, entry.number, hash_of_sent(run->arena, run->request->sent), run->answer));
    return body_apply_as(tx, kind, &entry, body);
}

/* What decide() works with, for the entry that comes after `head`. */
static struct act_run run_of(Read *read, const struct chain_head *head, const struct act_kind *kind, const struct act_request *request,
                             struct act_result *result)
{
    struct act_inside *inside = ARENA_NEW(read->arena, struct act_inside);
    inside->consequences = consequences_new(read->arena);
    inside->passed.at = ARENA_MANY(read->arena, kind->gate_count + 1, struct entry_gate);
    return (struct act_run){
        .read = read,
        .arena = read->arena,
        .kind = kind,
        .request = request,
        .problems = &result->problems,
        .shut = &result->shut,
        .number = {head->number + 1},
        .now = read->now,
        .today = read->today,
        .target = request->target,
        .answer = request->answer,
        .inside = inside,
    };
}

/* Permission was asked. Afterwards the act is whole: its decided fields, its consequences. */
static Err decide(struct act_run *run, void *act, struct act_result *result)
{
    TRY(run->kind->decide(run, act));
    TRY(copied_fields_ask(run, act));
    TRY(consequences_settle(run));
    if (result->problems.count > 0)
        return err(NOT_VALID, "the act found problems");
    return all_gates_let_through(&result->shut) ? ok() : err(NOT_NOW, "a gate is shut");
}

/* Everything between the savepoint and its release. */
static Err do_inside(Tx *tx, const struct act_kind *kind, const struct act_request *request, void *act, struct act_result *result)
{
    struct chain_head head;
    Read *read = tx->read;
    TRY(ledger_head(read, &head));
    read->now = ledger_instant(&head, request->now);
    read->today = instant_london_date(read->now);
    struct act_run run = run_of(read, &head, kind, request, result);
    TRY(look_up_once(read, request, result)); /* first: doing it may have ended the right to do it */
    if (result->again)
        return ok();
    TRY(target_find(&run));
    TRY(look_for_newer(&run, result));
    TRY(decide(&run, act, result));
    TRY(append_and_apply(tx, &head, &run, act));
    result->number = run.number;
    result->new_ids = run.inside->new_ids;
    result->answer = run.answer;
    return arena_over(read->arena) ? err(BROKEN, "the request's memory is used up") : ok();
}

/* One savepoint: kept whole or undone whole. *ret_lost: the transaction itself can't be used any more. */
static Err do_in_savepoint(struct acts *acts, const struct act_kind *kind, const struct act_request *request, void *act, Arena *arena,
                           struct act_result *result, bool *ret_lost)
{
    Tx *tx;
    Err begun = store_savepoint(acts->store, arena, request->authority, request->actor, request->now, 0, &tx);
    if (begun.kind != OK) {
        *ret_lost = true;
        return begun;
    }
    Err done = do_inside(tx, kind, request, act, result);
    if (done.kind == OK)
        done = store_release(tx);
    if (done.kind != OK)
        *ret_lost = store_rollback_to(tx).kind != OK;
    return done;
}

static struct act_result empty_result(Arena *arena)
{
    return (struct act_result){.problems = problems_new(arena), .shut = {.arena = arena}};
}

Err act_do(struct acts *acts, const struct act_kind *kind, const struct act_request *request, void *act, Arena *arena,
           struct act_result *ret_result)
{
    struct act_result result = empty_result(arena);
    *ret_result = result;
    if (arena_over(arena))
        return err(BROKEN, "the request's memory is used up");
    TRY(writer_enter(acts->writer));
    bool lost = false;
    Err done = do_in_savepoint(acts, kind, request, act, arena, &result, &lost);
    Err left = writer_leave(acts->writer, lost);
    if (done.kind == OK && left.kind != OK) { /* nothing of it was kept */
        result = empty_result(arena);
        done = left;
    }
    *ret_result = result;
    return done;
}

Err act_would(Read *read, const struct act_kind *kind, const struct act_request *request, void *act, struct act_result *ret_result,
              const struct consequences **ret_consequences)
{
    struct chain_head head;
    *ret_result = empty_result(read->arena);
    TRY(ledger_head(read, &head));
    struct act_run run = run_of(read, &head, kind, request, ret_result);
    TRY(target_find(&run));
    TRY(decide(&run, act, ret_result));
    *ret_consequences = run.inside->consequences;
    return arena_over(read->arena) ? err(BROKEN, "the request's memory is used up") : ok();
}

Err act_sent_before(Read *read, const struct act_request *request, struct act_result *ret_result)
{
    *ret_result = empty_result(read->arena);
    return look_up_once(read, request, ret_result);
}

Err acts_look(struct acts *acts, Arena *arena, struct look *look)
{
    if (arena_over(arena))
        return err(BROKEN, "the request's memory is used up");
    TRY(writer_enter(acts->writer));
    bool lost = false;
    Tx *tx;
    Err done = store_savepoint(acts->store, arena, look->authority, look->actor, look->at, TABLE_CHAIN, &tx);
    if (done.kind == OK) {
        done = look_append(tx, look);
        if (done.kind == OK)
            done = store_release(tx);
        if (done.kind != OK)
            lost = store_rollback_to(tx).kind != OK;
    } else {
        lost = true;
    }
    Err left = writer_leave(acts->writer, lost);
    return done.kind == OK ? left : done;
}
