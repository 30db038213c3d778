#include "store/ledger.h"

#include "store/ledger_sql.h"

static const char LEDGER[] = "LEDGER";

Err ledger_head(Read *read, struct chain_head *ret_head) { return chain_head(read, LEDGER, ret_head); }

Instant ledger_instant(const struct chain_head *head, Instant now) { return now.us < head->at.us ? head->at : now; }

struct chain_hash ledger_hash(Arena *arena, const struct entry *entry)
{
    struct chain_form form = chain_form_new(arena, "hearth ledger 1");
    chain_form_int(&form, entry->number.n);
    chain_form_int(&form, entry->recorded_at.us);
    chain_form_int(&form, entry->authority.n);
    chain_form_int(&form, entry->actor.n);
    chain_form_bytes(&form, entry->act);
    chain_form_int(&form, entry->version);
    chain_form_int(&form, entry->family.n);
    chain_form_int(&form, entry->target);
    chain_form_children(&form, entry->children.at, entry->children.count);
    chain_form_hash(&form, &entry->commitment);
    chain_form_hash(&form, &entry->previous);
    return chain_form_end(&form);
}

static Err add(Tx *tx, const struct chain_head *head, const struct entry *entry, Text salt, Text body)
{
    TRY(ledger_add(tx, entry->number, entry->authority, entry->recorded_at, entry->actor, entry->act, entry->version, entry->family,
                   entry->target, chain_hash_text(&entry->commitment), chain_hash_text(&entry->previous), chain_hash_text(&entry->hash)));
    TRY(ledger_add_body(tx, entry->number, entry->authority, salt, body));
    for (size_t i = 0; i < entry->children.count; i++)
        TRY(ledger_add_child(tx, entry->number, entry->authority, entry->children.at[i]));
    struct chain_head to = {entry->number.n, entry->recorded_at, entry->hash};
    return chain_move(tx, LEDGER, head, &to);
}

static bool follows(const struct chain_head *head, const struct entry *entry)
{
    return entry->number.n == head->number + 1 && entry->recorded_at.us >= head->at.us;
}

Err ledger_append(Tx *tx, const struct chain_head *head, struct entry *entry, Text salt, Text body)
{
    if (!follows(head, entry) || salt.len != CHAIN_SALT || entry->children.count > LEDGER_CHILDREN_MOST)
        return err(BROKEN, "an entry does not follow the ledger's head");
    entry->children.count = chain_children_sort(entry->children.at, entry->children.count);
    entry->commitment = chain_commitment(salt, body);
    entry->previous = head->hash;
    entry->hash = ledger_hash(tx->read->arena, entry);
    return add(tx, head, entry, salt, body);
}

Err ledger_copy(Tx *tx, const struct chain_head *head, const struct entry *entry, Text salt, Text body)
{
    if (!follows(head, entry) || !chain_hash_equal(&entry->previous, &head->hash))
        return err(BROKEN, "an entry to copy does not follow the one before");
    return add(tx, head, entry, salt, body);
}

/* ---- reading ---- */

/* The generated rows of both header pieces have the same fields. */
#define ENTRY_OF(row)                                                                                                  \
    (struct entry){.number = (row).number, .recorded_at = (row).recorded_at, .authority = (row).of_authority,          \
                   .actor = (row).recorded_by, .act = (row).act, .version = (row).version, .family = (row).family,     \
                   .target = (row).target}

/* A stored hash that is not one's length is left as zeroes: then the entry's own hash doesn't fit, which verifying says. */
static void hashes(struct entry *entry, Text commitment, Text previous, Text hash)
{
    (void)chain_hash_of(commitment, &entry->commitment);
    (void)chain_hash_of(previous, &entry->previous);
    (void)chain_hash_of(hash, &entry->hash);
}

/* Gives each of the entries (in order, perhaps with gaps) its children and its body. */
static Err fill(Read *read, struct ledger_entries *entries)
{
    if (entries->count == 0)
        return ok();
    int64_t first = entries->at[0].header.number.n, last = entries->at[entries->count - 1].header.number.n;
    size_t at = 0;
    for (int64_t after = first - 1; after < last;) {
        struct ledger_bodies_rows bodies;
        TRY(ledger_bodies(read, after, last, CHAIN_CHUNK, &bodies));
        for (size_t i = 0; i < bodies.count; i++) {
            while (at < entries->count && entries->at[at].header.number.n < bodies.at[i].number.n)
                at++;
            if (at < entries->count && entries->at[at].header.number.n == bodies.at[i].number.n) {
                entries->at[at].salt = bodies.at[i].salt;
                entries->at[at].body = bodies.at[i].body;
                entries->at[at].has_body = true;
            }
            after = bodies.at[i].number.n;
        }
        if (bodies.count < CHAIN_CHUNK)
            break;
    }
    return ok();
}

/* step: how many entries at a time; 1 when other families' entries lie between. */
static Err fill_children(Read *read, struct ledger_entries *entries, size_t step)
{
    for (size_t at = 0; at < entries->count;) {
        size_t end = at + step < entries->count ? at + step : entries->count;
        struct ledger_children_rows rows;
        TRY(ledger_children(read, entries->at[at].header.number.n - 1, entries->at[end - 1].header.number.n, ROWS_LIMIT, &rows));
        size_t row = 0;
        for (; at < end; at++) {
            struct entry *entry = &entries->at[at].header;
            while (row < rows.count && rows.at[row].number.n < entry->number.n)
                row++;
            size_t until = row;
            while (until < rows.count && rows.at[until].number.n == entry->number.n)
                until++;
            entry->children.at = ARENA_MANY(read->arena, until - row, ChildId);
            for (; row < until; row++)
                entry->children.at[entry->children.count++] = rows.at[row].child;
        }
    }
    return ok();
}

Err ledger_after(Read *read, int64_t after, struct ledger_entries *ret_entries)
{
    struct ledger_headers_rows rows;
    TRY(ledger_headers(read, after, CHAIN_CHUNK, &rows));
    struct ledger_entries entries = {ARENA_MANY(read->arena, rows.count, struct ledger_entry), rows.count};
    for (size_t i = 0; i < rows.count; i++) {
        entries.at[i].header = ENTRY_OF(rows.at[i]);
        hashes(&entries.at[i].header, rows.at[i].commitment, rows.at[i].previous, rows.at[i].hash);
    }
    TRY(fill(read, &entries));
    TRY(fill_children(read, &entries, CHAIN_CHILDREN_OF));
    *ret_entries = entries;
    return ok();
}

Err ledger_after_of_family(Read *read, FamilyId family, Instant until, int64_t after, struct ledger_entries *ret_entries)
{
    struct ledger_headers_of_family_rows rows;
    TRY(ledger_headers_of_family(read, family, until, after, CHAIN_CHUNK, &rows));
    struct ledger_entries entries = {ARENA_MANY(read->arena, rows.count, struct ledger_entry), rows.count};
    for (size_t i = 0; i < rows.count; i++) {
        entries.at[i].header = ENTRY_OF(rows.at[i]);
        hashes(&entries.at[i].header, rows.at[i].commitment, rows.at[i].previous, rows.at[i].hash);
        struct ledger_body_of body;
        TRY(ledger_body_of(read, rows.at[i].number, &body, &entries.at[i].has_body));
        if (entries.at[i].has_body) {
            entries.at[i].salt = body.salt;
            entries.at[i].body = body.body;
        }
    }
    TRY(fill_children(read, &entries, 1));
    *ret_entries = entries;
    return ok();
}

/* ---- verifying ---- */

/* Why this entry can't be the one after `before`; "" when it can. */
static const char *wrong_with(Arena *arena, const struct chain_head *before, const struct ledger_entry *entry)
{
    const struct entry *header = &entry->header;
    if (header->number.n != before->number + 1)
        return "the entry is missing";
    if (!chain_hash_equal(&header->previous, &before->hash))
        return "the entry does not follow the one before it";
    struct chain_hash hash = ledger_hash(arena, header);
    if (!chain_hash_equal(&header->hash, &hash))
        return "the entry's header or its children were changed";
    if (header->recorded_at.us < before->at.us)
        return "the entry is recorded before the one before it";
    if (!entry->has_body)
        return "the entry's body is missing";
    struct chain_hash commitment = chain_commitment(entry->salt, entry->body);
    if (!chain_hash_equal(&header->commitment, &commitment))
        return "the entry's body was changed";
    return "";
}

Err ledger_verify(Read *read, struct chain_verdict *ret_verdict)
{
    struct chain_head end, before = {0};
    TRY(ledger_head(read, &end));
    Arena *kept = read->arena, *arena = arena_new(CHAIN_ARENA); /* a chunk's rows go before the next come */
    Err result = ok();
    struct chain_verdict verdict = {.why = ""};
    read->arena = arena;
    while (verdict.bad == 0) {
        struct ledger_entries entries;
        arena_reset(arena);
        result = ledger_after(read, before.number == 0 ? INT64_MIN : before.number, &entries);
        if (result.kind != OK || entries.count == 0)
            break;
        for (size_t i = 0; i < entries.count && verdict.bad == 0; i++) {
            const struct entry *header = &entries.at[i].header;
            verdict.why = wrong_with(arena, &before, &entries.at[i]);
            if (verdict.why[0] != '\0')
                verdict.bad = before.number + 1;
            else
                before = (struct chain_head){header->number.n, header->recorded_at, header->hash};
        }
    }
    struct ledger_strays stray = {0};
    bool strays = false;
    if (result.kind == OK)
        result = ledger_strays(read, &stray, &strays);
    read->arena = kept;
    arena_free(arena);
    TRY(result);
    if (strays && (verdict.bad == 0 || stray.number.n < verdict.bad)) {
        verdict.bad = stray.number.n < 1 ? 1 : stray.number.n;
        verdict.why = "a body or child has no entry";
    }
    chain_verdict_end(&verdict, &before, &end);
    *ret_verdict = verdict;
    return ok();
}
