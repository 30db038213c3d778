/* Plays every tests/acts/NAME.scenario, with NAME.2.scenario where a long one goes on there. After each act both chains verify and a replay makes the same tables; at the end SQLite and PostgreSQL
 * hold the same record, by their digests. */
#include "app/scenario.h"
#include "world_people.h"

#include <dirent.h>

enum { SCENARIOS_MOST = 50, TEXT_MOST = 1 << 20 };

struct played {
    char path[800], path_on[800]; /* where it goes on; empty: nowhere */
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
    struct scenario_text texts[] = {{played->name, read_text(arena, played->path)}, {"the text it goes on in", T("# nowhere")}};
    struct scenario_world in = {.store = world.store, .acts = world.acts, .authority = WORLD_AUTHORITY, .after = must_be_whole, .context = &world};
    struct scenario_end end;
    struct verify_report report;
    assert_true(date_of(2026, 3, 2, &in.base));
    if (played->path_on[0] != '\0')
        texts[1] = (struct scenario_text){strrchr(played->path_on, '/') + 1, read_text(arena, played->path_on)};
    Err got = scenario_play(&in, texts, 2, arena, &end);
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
    world_erased(&world);
    world_end(&world);
    arena_free(arena);
}

static int by_name(const void *a, const void *b) { return strcmp(((const struct played *)a)->path, ((const struct played *)b)->path); }

static bool ends_with(const char *name, const char *end)
{
    size_t len = strlen(name), end_len = strlen(end);
    return len >= end_len && strcmp(name + len - end_len, end) == 0;
}

static size_t find(struct played *all)
{
    char folder[500];
    size_t count = 0;
    snprintf(folder, sizeof folder, "%s/tests/acts", getenv("HEARTH_SOURCE"));
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        size_t len = strlen(entry->d_name);
        if (!ends_with(entry->d_name, ".scenario") || ends_with(entry->d_name, ".2.scenario"))
            continue;
        assert_true(count < SCENARIOS_MOST);
        struct played *one = &all[count++];
        snprintf(one->path, sizeof one->path, "%s/%s", folder, entry->d_name);
        snprintf(one->path_on, sizeof one->path_on, "%s/%.*s.2.scenario", folder, (int)(len - strlen(".scenario")), entry->d_name);
        if (access(one->path_on, R_OK) != 0)
            one->path_on[0] = '\0';
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
