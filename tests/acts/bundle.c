/* The record as lines, and back: on another engine too. Tables made anew from the ledger. */
#include "world.h"

#include "acts/bundle.h"

static void digest_of(Store *store, Arena *arena, unsigned char ret_digest[STORE_DIGEST_LEN])
{
    Read *read;
    must(store_read_begin(store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(store_digest(read, ret_digest));
    store_read_end(read);
}

/* A store with two accounts and a look, and its export. */
static char *exported(struct world *world, Arena *arena, size_t *ret_len)
{
    Read *read;
    char *lines;
    PersonId wren = world_add_worker(world, arena, "Wren \"the\" Łasica\t", DUTY_ADMINISTRATOR);
    world_add_worker(world, arena, "Odile", DUTY_SERVICE_MANAGER);
    struct look look = {.at = WORLD_DAY, .authority = WORLD_AUTHORITY, .actor = wren, .duty = T("ADMINISTRATOR"), .route = T("people"), .refused = true};
    must(acts_look(world->acts, arena, &look));
    look = (struct look){.at = WORLD_DAY, .authority = WORLD_AUTHORITY, .actor = wren, .duty = T(""), .route = T("sign_in_send")};
    must(acts_look(world->acts, arena, &look)); /* a try to sign in: nobody's duty yet */
    FILE *to = open_memstream(&lines, ret_len);
    must(store_read_begin(world->store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(bundle_write(read, to));
    store_read_end(read);
    fclose(to);
    return lines;
}

static Err import(Store *into, Arena *arena, char *lines, size_t len, int64_t *ret_line)
{
    FILE *from = fmemopen(lines, len, "r");
    Err end = bundle_read(from, into, arena, ret_line);
    fclose(from);
    return end;
}

static void a_record_travels_whole(void **state)
{
    (void)state;
    struct world world = world_new();
    Arena *arena = arena_new(0);
    unsigned char before[STORE_DIGEST_LEN], after[STORE_DIGEST_LEN];
    struct verify_report report;
    size_t len;
    int64_t line;
    Store *other;
    Read *read;
    char *lines = exported(&world, arena, &len);
    digest_of(world.store, arena, before);
    must(store_open(STORE_MEMORY, &other));
    must(import(other, arena, lines, len, &line));
    digest_of(other, arena, after);
    assert_memory_equal(before, after, STORE_DIGEST_LEN);
    must(store_read_begin(other, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(verify_store(read, &report));
    assert_true(verify_is_whole(&report));
    assert_int_equal(report.ledger.links, 2);
    assert_int_equal(report.looks.links, 2);
    store_read_end(read);
    assert_int_equal(import(other, arena, lines, len, &line).kind, NOT_NOW); /* there is a record already */
    store_close(other);
    free(lines);
    arena_free(arena);
    world_end(&world);
}

/* Every byte of the export changed, one at a time: refused, and nothing of it is kept. */
static void a_changed_byte_is_found(void **state)
{
    (void)state;
    struct world world = world_new();
    Arena *arena = arena_new(0);
    size_t len;
    int64_t line;
    char *lines = exported(&world, arena, &len);
    for (size_t i = 0; i < len; i += 7) {
        Store *other;
        Arena *own = arena_new(0);
        char kept = lines[i];
        lines[i] = kept == '1' ? '2' : '1';
        must(store_open(STORE_MEMORY, &other));
        assert_int_not_equal(import(other, own, lines, len, &line).kind, OK);
        Read *read;
        struct chain_head head;
        must(store_read_begin(other, own, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
        must(ledger_head(read, &head));
        assert_int_equal(head.number, 0);
        store_read_end(read);
        store_close(other);
        arena_free(own);
        lines[i] = kept;
    }
    free(lines);
    arena_free(arena);
    world_end(&world);
}

static void tables_are_made_anew(void **state)
{
    (void)state;
    struct world world = world_new();
    Arena *arena = arena_new(0);
    unsigned char before[STORE_DIGEST_LEN], after[STORE_DIGEST_LEN];
    int64_t bad;
    Read *read;
    world_add_worker(&world, arena, "Wren", DUTY_ADMINISTRATOR);
    digest_of(world.store, arena, before);
    must(store_read_begin(world.store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(replay_in_place(read, world.store, &bad));
    store_read_end(read);
    digest_of(world.store, arena, after);
    assert_memory_equal(before, after, STORE_DIGEST_LEN);
    world_add_worker(&world, arena, "Odile", DUTY_CHAIR); /* and life goes on */
    arena_free(arena);
    world_end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_travels_whole),
        cmocka_unit_test(a_changed_byte_is_found),
        cmocka_unit_test(tables_are_made_anew),
    };
    RUN_ON_BOTH(tests);
}
