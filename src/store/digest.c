#include "store/digest.h"

#include <endian.h>
#include <sodium.h>
#include <string.h>

static void add_number(crypto_generichash_state *hash, uint64_t number)
{
    uint64_t big = htobe64(number);
    crypto_generichash_update(hash, (const unsigned char *)&big, sizeof big);
}

static void add_text(crypto_generichash_state *hash, Text text)
{
    add_number(hash, text.len);
    if (text.len > 0)
        crypto_generichash_update(hash, (const unsigned char *)text.at, text.len);
}

static void add_value(crypto_generichash_state *hash, const struct value *value)
{
    add_number(hash, value->kind);
    switch (value->kind) {
    case VALUE_NULL:
        break;
    case VALUE_INT:
        add_number(hash, (uint64_t)value->n);
        break;
    case VALUE_TEXT:
    case VALUE_BYTES:
        add_text(hash, value->text);
        break;
    }
}

/* The key of the last row, in memory that outlives the rows. */
static void keep_key(const struct table *table, const struct rows *rows, Arena *keys, struct value *key)
{
    const struct value *last = &rows->at[(rows->count - 1) * rows->columns];
    arena_reset(keys);
    for (size_t i = 0; i < table->key_count; i++) {
        key[i] = last[table->key[i]];
        if (key[i].kind != VALUE_INT)
            key[i].text = text_copy(keys, key[i].text);
    }
}

enum { KEY_MOST = 16 };

static Err add_rows(Read *read, const struct table *table, crypto_generichash_state *hash, Arena *rows_arena,
                    Arena *keys)
{
    Read chunk = *read;
    chunk.arena = rows_arena;
    struct value key[KEY_MOST];
    if (table->key_count > KEY_MOST)
        return err(BROKEN, "a primary key of more columns than KEY_MOST");
    struct rows rows = {0};
    TRY(store_run(&chunk, table->first, NULL, &rows));
    while (rows.count > 0) {
        for (size_t i = 0; i < rows.count * rows.columns; i++)
            add_value(hash, &rows.at[i]);
        keep_key(table, &rows, keys, key);
        arena_reset(rows_arena);
        TRY(store_run(&chunk, table->after, key, &rows));
    }
    return ok();
}

static Err add_table(Read *read, const struct table *table, crypto_generichash_state *hash)
{
    add_text(hash, text_of(table->name));
    add_number(hash, table->column_count);
    for (size_t i = 0; i < table->column_count; i++)
        add_text(hash, text_of(table->columns[i]));
    Arena *rows = arena_new(0), *keys = arena_new(0);
    Err added = add_rows(read, table, hash, rows, keys);
    arena_free(keys);
    arena_free(rows);
    return added;
}

Err store_digest_table(Read *read, const struct table *table, unsigned char ret_digest[static STORE_DIGEST_LEN])
{
    crypto_generichash_state hash;
    crypto_generichash_init(&hash, NULL, 0, STORE_DIGEST_LEN);
    TRY(add_table(read, table, &hash));
    crypto_generichash_final(&hash, ret_digest, STORE_DIGEST_LEN);
    return ok();
}

Err store_digest(Read *read, unsigned char ret_digest[static STORE_DIGEST_LEN])
{
    const struct design *design = store_design(read->store);
    crypto_generichash_state hash;
    crypto_generichash_init(&hash, NULL, 0, STORE_DIGEST_LEN);
    for (size_t i = 0; i < design->table_count; i++)
        if (design->tables[i].kind == TABLE_REPLAYED)
            TRY(add_table(read, &design->tables[i], &hash));
    crypto_generichash_final(&hash, ret_digest, STORE_DIGEST_LEN);
    return ok();
}
