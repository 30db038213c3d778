/* kill -9 at any moment: every act and look that was acknowledged is there, and the chains verify. A child process works on the store with
 * several threads and writes a line into a pipe for each answer it got; this one kills it and looks. */
#include "../acts/world.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

enum { KILLS = 50, THREADS = 6, LONGEST_US = 60000 };

/* What a thread of the child says, in one write: smaller than PIPE_BUF, so never torn. */
struct acknowledged {
    int64_t entry; /* an act's number, with the name it gave; 0: a look */
    int64_t look;  /* a look's number; 0: an act */
    int64_t mark;  /* what makes this one different from any other */
};

struct worker {
    struct world *world;
    int pipe;
    int64_t mark;
};

static void *work(void *at)
{
    struct worker *worker = at;
    Arena *arena = arena_new(0);
    for (int64_t i = 0;; i++) {
        struct acknowledged said = {.mark = worker->mark + i};
        if (i % 3 == 2) {
            ChildId child = {said.mark};
            struct look look = {.at = WORLD_DAY, .authority = WORLD_AUTHORITY, .actor = {1025}, .duty = T("CHAIR"), .route = T("CHILD"),
                                .children = {&child, 1}};
            if (acts_look(worker->world->acts, arena, &look).kind == OK)
                said.look = look.number;
        } else {
            char name[40];
            snprintf(name, sizeof name, "M%lld", (long long)said.mark);
            struct worker_added act = world_worker(name, DUTY_CHAIR);
            struct act_request request = world_request(PERSON_SYSTEM);
            struct act_result result;
            if (act_do(worker->world->acts, &WORKER_ADDED_ACT, &request, &act, arena, &result).kind == OK)
                said.entry = result.number.n;
        }
        if (said.entry != 0 || said.look != 0)
            if (write(worker->pipe, &said, sizeof said) != sizeof said)
                _exit(1);
        arena_reset(arena);
    }
}

static void be_the_child(struct world *world, int pipe, int64_t mark)
{
    pthread_t threads[THREADS];
    static struct worker workers[THREADS];
    world_open_again(world);
    for (int i = 0; i < THREADS; i++) {
        workers[i] = (struct worker){world, pipe, mark + i * 100000};
        if (pthread_create(&threads[i], NULL, work, &workers[i]) != 0)
            _exit(1);
    }
    pause();
}

/* The store holds what was said: same number, same mark. */
static void assert_there(struct world *world, const struct acknowledged *said, size_t count)
{
    Arena *arena = arena_new(0), *rows = arena_new(0);
    Read *read;
    must(store_read_begin(world->store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    read->arena = rows;
    for (size_t i = 0; i < count; i++) {
        char mark[60];
        arena_reset(rows);
        if (said[i].entry != 0) {
            struct ledger_entries entries;
            must(ledger_after(read, said[i].entry - 1, &entries));
            snprintf(mark, sizeof mark, "\"given\":\"M%lld\"", (long long)said[i].mark);
            assert_true(entries.count > 0 && entries.at[0].header.number.n == said[i].entry);
            assert_true(text_contains(entries.at[0].body, text_of(mark)));
        } else {
            struct looks looks;
            must(look_after(read, said[i].look - 1, &looks));
            assert_true(looks.count > 0 && looks.at[0].number == said[i].look);
            assert_true(looks.at[0].children.count == 1 && looks.at[0].children.at[0].n == said[i].mark);
        }
    }
    store_read_end(read);
    arena_free(rows);
    arena_free(arena);
}

static void assert_chains(struct world *world, bool with_tables)
{
    Arena *arena = arena_new(0);
    Read *read;
    struct verify_report report;
    struct chain_verdict ledger, looks;
    must(store_read_begin(world->store, arena, WORLD_AUTHORITY, PERSON_SYSTEM, WORLD_DAY, &read));
    must(ledger_verify(read, &ledger));
    must(look_verify(read, &looks));
    assert_string_equal(ledger.why, "");
    assert_string_equal(looks.why, "");
    if (with_tables) {
        must(verify_store(read, &report));
        assert_true(verify_is_whole(&report));
    }
    store_read_end(read);
    arena_free(arena);
}

static void what_was_acknowledged_is_there(void **state)
{
    (void)state;
    struct world world = world_new();
    size_t all = 0;
    world_close(&world);
    for (int round = 0; round < KILLS; round++) {
        int ends[2];
        assert_int_equal(pipe(ends), 0);
        fflush(NULL);
        pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            be_the_child(&world, ends[1], (int64_t)(round + 1) * 10000000);
            _exit(1);
        }
        close(ends[1]);
        /* Reads while it lives, so that the pipe never stops it; kills at a random moment. */
        static struct acknowledged said[200000];
        size_t bytes = 0;
        unsigned wait;
        random_bytes(&wait, sizeof wait);
        struct timespec begun, now;
        clock_gettime(CLOCK_MONOTONIC, &begun);
        fcntl(ends[0], F_SETFL, O_NONBLOCK);
        bool killed = false;
        /* However slow the machine, most are killed after something was acknowledged; each fifth maybe while it opens the record. */
        bool from_the_start = round % 5 == 0;
        for (;;) {
            ssize_t got = read(ends[0], (char *)said + bytes, sizeof said - bytes);
            if (got == 0)
                break;
            if (got > 0) {
                bytes += (size_t)got;
                continue;
            }
            clock_gettime(CLOCK_MONOTONIC, &now);
            if (!from_the_start && bytes < sizeof said[0])
                begun = now;
            int64_t us = (now.tv_sec - begun.tv_sec) * 1000000 + (now.tv_nsec - begun.tv_nsec) / 1000;
            if (!killed && us > 20000 + wait % LONGEST_US) {
                kill(child, SIGKILL);
                killed = true;
            }
            usleep(200);
        }
        close(ends[0]);
        assert_true(killed);
        waitpid(child, NULL, 0);
        size_t count = bytes / sizeof said[0];
        world_open_again(&world);
        assert_there(&world, said, count);
        assert_chains(&world, round == KILLS - 1);
        world_close(&world);
        all += count;
    }
    print_message("%zu acknowledged over %d kills\n", all, KILLS);
    assert_true(all >= KILLS - KILLS / 5);
    world_open_again(&world);
    world_end(&world);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_was_acknowledged_is_there)};
    RUN_ON_BOTH(tests);
}
