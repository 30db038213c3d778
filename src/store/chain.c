#include "store/chain.h"

#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "store/ledger_sql.h"

static void put(Out *out, const void *bytes, size_t len)
{
    if (len > 0)
        out_text(out, (Text){bytes, len});
}

struct chain_form chain_form_new(Arena *arena, const char *what)
{
    struct chain_form form = {out_new(arena)};
    chain_form_bytes(&form, text_of(what));
    return form;
}

void chain_form_int(struct chain_form *form, int64_t number)
{
    unsigned char bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (unsigned char)((uint64_t)number >> (56 - 8 * i));
    put(&form->out, bytes, sizeof bytes);
}

void chain_form_bytes(struct chain_form *form, Text bytes)
{
    chain_form_int(form, (int64_t)bytes.len);
    put(&form->out, bytes.at, bytes.len);
}

void chain_form_hash(struct chain_form *form, const struct chain_hash *hash) { chain_form_bytes(form, chain_hash_text(hash)); }

void chain_form_children(struct chain_form *form, const ChildId *at, size_t count)
{
    chain_form_int(form, (int64_t)count);
    for (size_t i = 0; i < count; i++)
        chain_form_int(form, at[i].n);
}

static struct chain_hash hash_of(Text first, Text second)
{
    struct chain_hash hash;
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, CHAIN_HASH);
    if (first.len > 0)
        crypto_generichash_update(&state, (const unsigned char *)first.at, first.len);
    if (second.len > 0)
        crypto_generichash_update(&state, (const unsigned char *)second.at, second.len);
    crypto_generichash_final(&state, hash.at, CHAIN_HASH);
    return hash;
}

struct chain_hash chain_form_end(const struct chain_form *form) { return hash_of(out_all(&form->out), TEXT_NONE); }

struct chain_hash chain_commitment(Text salt, Text body) { return hash_of(salt, body); }

bool chain_hash_equal(const struct chain_hash *a, const struct chain_hash *b) { return memcmp(a->at, b->at, CHAIN_HASH) == 0; }

Text chain_hash_text(const struct chain_hash *hash) { return (Text){(const char *)hash->at, CHAIN_HASH}; }

bool chain_hash_of(Text bytes, struct chain_hash *ret_hash)
{
    if (bytes.len != CHAIN_HASH)
        return false;
    memcpy(ret_hash->at, bytes.at, CHAIN_HASH);
    return true;
}

static int by_number(const void *a, const void *b)
{
    int64_t left = ((const ChildId *)a)->n, right = ((const ChildId *)b)->n;
    return (left > right) - (left < right);
}

size_t chain_children_sort(ChildId *at, size_t count)
{
    if (count > 1)
        qsort(at, count, sizeof *at, by_number);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || at[kept - 1].n != at[i].n)
            at[kept++] = at[i];
    return kept;
}

Err chain_head(Read *read, const char *name, struct chain_head *ret_head)
{
    struct ledger_head_now row;
    bool found;
    TRY(ledger_head_now(read, text_of(name), &row, &found));
    struct chain_head head = {0};
    if (found) {
        head.number = row.number;
        head.at = row.at;
        if (!chain_hash_of(row.hash, &head.hash))
            return err(BROKEN, "the head of a chain is not a hash");
    }
    *ret_head = head;
    return ok();
}

Err chain_move(Tx *tx, const char *name, const struct chain_head *from, const struct chain_head *to)
{
    if (from->number == 0)
        return ledger_head_begins(tx, text_of(name), to->number, to->at, chain_hash_text(&to->hash));
    return ledger_head_moves(tx, text_of(name), to->number, to->at, chain_hash_text(&to->hash));
}

void chain_verdict_end(struct chain_verdict *verdict, const struct chain_head *walked, const struct chain_head *head)
{
    verdict->links = walked->number;
    verdict->hash = walked->hash;
    if (verdict->bad != 0)
        return;
    if (head->number > walked->number) {
        verdict->bad = walked->number + 1;
        verdict->why = "the chain's head knows of links that are gone";
    } else if (head->number < walked->number) {
        verdict->bad = head->number + 1;
        verdict->why = "the link was added behind the chain's head";
    } else if (!chain_hash_equal(&head->hash, &walked->hash) || head->at.us != walked->at.us) {
        verdict->bad = walked->number;
        verdict->why = "the last link is not the one the chain's head knows";
    }
}
