/* What grouped commits are worth: THREADS people do acts at once, batched and then each in a transaction of its own, in the same folder. The
 * ratio is what counts; the numbers depend on the disk.
 * usage: bench/acts [FOLDER, or a postgres:// address of an empty database]     (HEARTH_BENCH_SECONDS, 3) */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "acts/people/worker_added_act.h"
#include "acts/act.h"

enum { THREADS = 64 };

struct bench {
    struct acts *acts;
    atomic_bool stop;
    _Atomic int64_t acts_done, looks_done, failed;
    bool looks; /* looks instead of acts */
};

static const Instant NOON = {INT64_C(1774000000) * SECOND_US};

static Err one_act(struct bench *bench, Arena *arena)
{
    struct worker_added act;
    struct act_request request = {.authority = {1}, .actor = PERSON_SYSTEM, .now = NOON};
    struct act_result result;
    fields_clear(WORKER_ADDED_ACT.fields, WORKER_ADDED_ACT.field_count, &act);
    act.given = T("Robin");
    act.family_name = T("Larkfield-Osei");
    act.duty = DUTY_FRONT_DOOR;
    act.job = T("social worker");
    (void)date_of(2026, 3, 1, &act.begins);
    return act_do(bench->acts, &WORKER_ADDED_ACT, &request, &act, arena, &result);
}

static Err one_look(struct bench *bench, Arena *arena)
{
    ChildId children[] = {{5001}, {5002}, {5003}};
    struct look look = {.at = NOON, .authority = {1}, .actor = {1025}, .duty = T("SOCIAL_WORKER"), .route = T("FAMILY"), .family = {6001},
                        .children = {children, 3}};
    return acts_look(bench->acts, arena, &look);
}

static void *work(void *at)
{
    struct bench *bench = at;
    Arena *arena = arena_new(0);
    while (!atomic_load(&bench->stop)) {
        Err done = bench->looks ? one_look(bench, arena) : one_act(bench, arena);
        atomic_fetch_add(done.kind != OK ? &bench->failed : bench->looks ? &bench->looks_done : &bench->acts_done, 1);
        arena_reset(arena);
    }
    arena_free(arena);
    return NULL;
}

/* Acts or looks a second. */
static double run(struct acts *acts, int64_t most, bool looks, double seconds)
{
    struct bench bench = {.acts = acts, .looks = looks};
    pthread_t threads[THREADS];
    struct timespec pause = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
    int64_t before = writer_commits(acts_writer(acts));
    writer_limit(acts_writer(acts), most);
    for (int i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, work, &bench) != 0)
            abort();
    nanosleep(&pause, NULL);
    atomic_store(&bench.stop, true);
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    int64_t done = atomic_load(&bench.acts_done) + atomic_load(&bench.looks_done);
    int64_t commits = writer_commits(acts_writer(acts)) - before;
    printf("%-6s at most %3lld in a commit: %8.0f a second, %6.1f in each commit, %lld failed\n", looks ? "looks" : "acts", (long long)most,
           (double)done / seconds, (double)done / (double)commits, (long long)atomic_load(&bench.failed));
    return (double)done / seconds;
}

int main(int argc, char **argv)
{
    const char *wanted = getenv("HEARTH_BENCH_SECONDS");
    double seconds = wanted == NULL ? 3 : atof(wanted);
    char folder[] = "hearth-bench-XXXXXX";
    const char *where = argc > 1 ? argv[1] : mkdtemp(folder);
    Store *store;
    struct acts *acts;
    if (where == NULL || store_open(where, &store).kind != OK || acts_open(store, &acts).kind != OK) {
        fprintf(stderr, "the store can't be opened\n");
        return 1;
    }
    for (int looks = 0; looks < 2; looks++) {
        double alone = run(acts, 1, looks, seconds), together = run(acts, WRITER_BATCH_MOST, looks, seconds);
        printf("%-6s together: %.1f times each alone\n", looks ? "looks" : "acts", together / alone);
    }
    acts_close(acts);
    store_close(store);
    printf("the store is left in %s\n", where);
    return 0;
}
