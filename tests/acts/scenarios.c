/* Plays every tests/acts/NAME.scenario. After each act both chains verify and a replay makes the same tables; at the end SQLite and PostgreSQL
 * hold the same record, by their digests. */
#include "app/scenario.h"
#include "world_people.h"

#include <dirent.h>

enum { SCENARIOS_MOST = 50, TEXT_MOST = 1 << 20 };

struct played {
    char path[600];
    char *name;
    unsigned char digest[STORE_DIGEST_LEN]; /* on SQLite */
    bool on_sqlite;
};

static Text read_text(Arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = arena_take(arena, TEXT_MOST);
    size_t len = fread(bytes, 1, TEXT_MOST, file);
    fclose(file);
    assert_true(len < TEXT_MOST);
    return (Text){bytes, len};
}

/* Reads the whole record as it stands: it must be whole. */
static void verify(struct world *world, Instant now, struct verify_report *ret_report)
{
    Arena *arena = arena_new(0);
    Read *read;
    must(store_read_begin(world->store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, now, &read));
    must(verify_store(read, ret_report));
    store_read_end(read);
    arena_free(arena);
}

static Text must_be_whole(void *context, Instant now)
{
    static char sentence[200];
    struct verify_report report;
    verify(context, now, &report);
    if (verify_is_whole(&report))
        return TEXT_NONE;
    snprintf(sentence, sizeof sentence, "After it the record is not whole; bad entry %lld, table that differs %s", (long long)report.bad_apply,
             report.table == NULL ? "none" : report.table);
    return text_of(sentence);
}

static void plays(void **state)
{
    struct played *played = *state;
    Arena *arena = arena_new(0);
    struct world world = world_new();
    struct scenario_text text = {played->name, read_text(arena, played->path)};
    struct scenario_world in = {.store = world.store, .acts = world.acts, .authority = WORLD_AUTHORITY, .after = must_be_whole, .context = &world};
    struct scenario_end end;
    struct verify_report report;
    assert_true(date_of(2026, 3, 2, &in.base));
    Err got = scenario_play(&in, &text, 1, arena, &end);
    clock_set_for_tests(INSTANT_NONE);
    if (got.kind != OK)
        fail_msg("%.*s (%s)", TEXT_ARGS(end.complaint), got.why);
    assert_true(end.act_count > 0);
    verify(&world, end.last, &report);
    if (!world.postgres)
        memcpy(played->digest, report.digest, sizeof played->digest);
    else if (played->on_sqlite)
        assert_memory_equal(played->digest, report.digest, sizeof played->digest);
    played->on_sqlite |= !world.postgres;
    world_end(&world);
    arena_free(arena);
}

static int by_name(const void *a, const void *b) { return strcmp(((const struct played *)a)->path, ((const struct played *)b)->path); }

static size_t find(struct played *all)
{
    char folder[500];
    size_t count = 0;
    snprintf(folder, sizeof folder, "%s/tests/acts", getenv("HEARTH_SOURCE"));
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        size_t len = strlen(entry->d_name);
        if (len < 9 || strcmp(entry->d_name + len - 9, ".scenario") != 0)
            continue;
        assert_true(count < SCENARIOS_MOST);
        snprintf(all[count++].path, sizeof all[0].path, "%s/%s", folder, entry->d_name);
    }
    closedir(entries);
    qsort(all, count, sizeof *all, by_name);
    for (size_t i = 0; i < count; i++)
        all[i].name = strrchr(all[i].path, '/') + 1;
    return count;
}

int main(void)
{
    static struct played all[SCENARIOS_MOST];
    static struct CMUnitTest tests[SCENARIOS_MOST];
    size_t count = find(all);
    int failed;
    for (size_t i = 0; i < count; i++)
        tests[i] = (struct CMUnitTest){.name = all[i].name, .test_func = plays, .initial_state = &all[i]};
    failed = _cmocka_run_group_tests("scenarios", tests, count, NULL, NULL);
    on_postgres = getenv("HEARTH_TEST_PG") != NULL;
    if (on_postgres)
        failed += _cmocka_run_group_tests("scenarios on PostgreSQL", tests, count, NULL, NULL);
    return count == 0 ? 1 : failed;
}
