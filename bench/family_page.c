/* What a family's page costs: signed in, every look on the disk before its page leaves. It starts `hearth serve` over a folder with the demo in
 * it, asks for the fullest family page with CLIENTS connections, and then does the same to a bare libmicrohttpd with the settings of web/server.c
 * that answers those bytes from memory. Ratios count; numbers depend on the machine.
 * usage: bench/family_page HEARTH FOLDER [pages N | as NAME STEP…]
 *   HEARTH is the program, FOLDER the record that `hearth demo` made. 'pages N' asks N pages after another and stops: to be counted by callgrind.
 *   'as NAME STEP…' asks pages as somebody who can sign in: /plans, /family/# (the first on the page before), /search!words=ada (a form).
 *   HEARTH_BENCH_SECONDS (3); HEARTH_BENCH_RUN: words before the program, such as 'valgrind --tool=callgrind' */
#include <arpa/inet.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "serving.h"
#include "web/limits.h"

enum { CLIENTS = 64, STARTS = 5, REPEATS = 3 };
#define PACE 0.1 /* seconds between two pages of one client */

/* Private memory in MiB: what the program has that no other process shares. */
static double private_memory(pid_t pid)
{
    char path[60], line[200];
    double kib = 0, more;
    snprintf(path, sizeof path, "/proc/%d/smaps_rollup", (int)pid);
    FILE *file = fopen(path, "r");
    while (file != NULL && fgets(line, sizeof line, file) != NULL)
        if (sscanf(line, "Private_Clean: %lf", &more) == 1 || sscanf(line, "Private_Dirty: %lf", &more) == 1)
            kib += more;
    if (file != NULL)
        fclose(file);
    return kib / 1024;
}

/* What the program has used until now: processor time in seconds, in itself and in the kernel, and pages of memory it had to be given. */
struct used {
    double own, kernel, faults;
};

static struct used used_by(pid_t pid)
{
    char path[60], line[1000];
    unsigned long faults = 0, own = 0, kernel = 0;
    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    FILE *file = fopen(path, "r");
    if (file != NULL && fgets(line, sizeof line, file) != NULL) {
        const char *rest = strrchr(line, ')');
        if (rest != NULL)
            sscanf(rest, ") %*c %*d %*d %*d %*d %*d %*u %lu %*u %*u %*u %lu %lu", &faults, &own, &kernel);
    }
    if (file != NULL)
        fclose(file);
    double ticks = (double)sysconf(_SC_CLK_TCK);
    return (struct used){(double)own / ticks, (double)kernel / ticks, (double)faults};
}

/* ---- the page ---- */

struct page {
    char request[1000];
    char *answer; /* with its headers */
    size_t len, head_len;
};

static char *ask(int port, const char *method, const char *path, const char *cookie, const char *body, size_t *ret_len)
{
    char request[3000], *heard = malloc(PAGE_MOST);
    int len = snprintf(request, sizeof request, "%s %s HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                                "Content-Length: %zu\r\n\r\n%s", method, path, cookie, strlen(body), body);
    if (body[0] == '\0')
        len = snprintf(request, sizeof request, "%s %s HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\n\r\n", method, path, cookie);
    int at = connect_to(port);
    *ret_len = at < 0 || heard == NULL ? 0 : exchange(at, request, (size_t)len, heard);
    if (*ret_len == 0)
        stop_with("a page is not answered");
    close(at);
    return heard;
}

static void take_cookie(const char *heard, char *cookie, size_t room)
{
    const char *at = strstr(heard, "Set-Cookie: ");
    if (at != NULL)
        snprintf(cookie, room, "%.*s", (int)strcspn(at + 12, ";"), at + 12);
}

/* The proof of a page's form, 64 letters. */
static const char *proof_of(const char *heard)
{
    const char *proof = strstr(heard, "name=\"csrf\" value=\"");
    if (proof == NULL)
        stop_with("a form has no proof");
    return proof + 19;
}

static void sign_in(int port, const char *name, char *cookie, size_t room)
{
    char body[500];
    size_t len;
    char *heard = ask(port, "GET", "/sign-in", cookie, "", &len);
    take_cookie(heard, cookie, room);
    snprintf(body, sizeof body, "csrf=%.64s&name=%s&password=hearth-demo", proof_of(heard), name);
    free(heard);
    heard = ask(port, "POST", "/sign-in", cookie, body, &len);
    take_cookie(heard, cookie, room);
    free(heard);
}

/* Signs in as the demo's social worker and finds the fullest of their families' pages. */
static struct page find_page(int port)
{
    char cookie[200] = "", path[100];
    size_t len;
    struct page page = {0};
    char *heard;
    sign_in(port, "social.worker", cookie, sizeof cookie);
    char *families = ask(port, "GET", "/families", cookie, "", &len);
    for (const char *at = families; (at = strstr(at, "href=\"/family/")) != NULL; at += 14) {
        long long number;
        if (sscanf(at + 14, "%lld\"", &number) != 1)
            continue;
        snprintf(path, sizeof path, "/family/%lld", number);
        heard = ask(port, "GET", path, cookie, "", &len);
        if (strncmp(heard, "HTTP/1.1 200", 12) == 0 && len > page.len) {
            free(page.answer);
            snprintf(page.request, sizeof page.request, "GET %s HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\n\r\n", path, cookie);
            page.answer = heard;
            page.len = len;
            page.head_len = (size_t)(strstr(heard, "\r\n\r\n") + 4 - heard);
        } else {
            free(heard);
        }
    }
    free(families);
    if (page.len == 0)
        stop_with("the social worker has no family");
    return page;
}

/* ---- load ---- */

struct client {
    int port;
    const struct page *page;
    atomic_bool *counts, *over;
    double *took;
    size_t count, room, wrong;
    double every; /* seconds from one request to the next; 0: at once */
};

static void *work(void *of)
{
    struct client *client = of;
    char *heard = malloc(PAGE_MOST);
    size_t len = strlen(client->page->request);
    int at = connect_to(client->port);
    double next = seconds_now() + client->every * drand48();
    while (!atomic_load(client->over)) {
        for (double now; client->every > 0 && (now = seconds_now()) < next;)
            nanosleep(&(struct timespec){0, (long)((next - now) * 1e9) % 1000000000}, NULL);
        next += client->every;
        double began = seconds_now();
        size_t got = at < 0 ? 0 : exchange(at, client->page->request, len, heard);
        if (got == 0 || strncmp(heard, "HTTP/1.1 200", 12) != 0) {
            client->wrong++;
            if (at >= 0)
                close(at);
            at = connect_to(client->port);
        } else if (atomic_load(client->counts) && client->count < client->room) {
            client->took[client->count++] = seconds_now() - began;
        }
    }
    if (at >= 0)
        close(at);
    free(heard);
    return NULL;
}

struct load {
    double a_second, half, p99;
};

static struct load load(int port, const struct page *page, double seconds, int clients, double every)
{
    static struct client client[CLIENTS];
    pthread_t threads[CLIENTS];
    atomic_bool counts = false, over = false;
    const size_t room = 400000;
    size_t count = 0, wrong = 0;
    for (int i = 0; i < clients; i++) {
        client[i] = (struct client){.port = port, .page = page, .counts = &counts, .over = &over, .took = malloc(room * sizeof(double)), .room = room,
                                    .every = every};
        if (pthread_create(&threads[i], NULL, work, &client[i]) != 0)
            stop_with("no thread");
    }
    nanosleep(&(struct timespec){1, 0}, NULL);
    atomic_store(&counts, true);
    double began = seconds_now();
    nanosleep(&(struct timespec){(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)}, NULL);
    atomic_store(&over, true);
    double took = seconds_now() - began;
    for (int i = 0; i < clients; i++) {
        pthread_join(threads[i], NULL);
        count += client[i].count;
        wrong += client[i].wrong;
    }
    double *all = malloc((count + 1) * sizeof(double));
    size_t at = 0;
    for (int i = 0; i < clients; i++) {
        memcpy(all + at, client[i].took, client[i].count * sizeof(double));
        at += client[i].count;
        free(client[i].took);
    }
    if (count == 0 || wrong > 0)
        stop_with("requests went wrong under load");
    qsort(all, count, sizeof(double), by_size);
    struct load done = {(double)count / took, all[count / 2] * 1000, all[count * 99 / 100] * 1000};
    free(all);
    return done;
}

/* ---- the bare server ---- */

static enum MHD_Result answer_bytes(void *of, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
                                    const char *data, size_t *data_size, void **request)
{
    static int seen;
    const struct page *page = of;
    (void)url, (void)method, (void)version, (void)data, (void)data_size;
    if (*request == NULL) {
        *request = &seen;
        return MHD_YES;
    }
    struct MHD_Response *response = MHD_create_response_from_buffer(page->len - page->head_len, page->answer + page->head_len, MHD_RESPMEM_PERSISTENT);
    enum MHD_Result result = MHD_queue_response(connection, 200, response);
    MHD_destroy_response(response);
    return result;
}

/* A process of its own, as the program is. */
static struct served serve_bytes(const struct page *page)
{
    struct served served = {.port = free_port()};
    served.pid = fork();
    if (served.pid == 0) {
        sigset_t told;
        int which;
        sigemptyset(&told);
        sigaddset(&told, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &told, NULL);
        struct MHD_Daemon *daemon = MHD_start_daemon(
            MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL | MHD_USE_ITC, (uint16_t)served.port, NULL, NULL,
            answer_bytes, (void *)(uintptr_t)page, MHD_OPTION_CONNECTION_LIMIT, (unsigned)SERVER_CONNECTIONS, MHD_OPTION_CONNECTION_TIMEOUT,
            (unsigned)SERVER_IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)SERVER_HEADERS, MHD_OPTION_THREAD_STACK_SIZE,
            (size_t)SERVER_STACK, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
        if (daemon != NULL)
            sigwait(&told, &which);
        _exit(daemon == NULL);
    }
    for (int tries = 0; tries < 1000; tries++) {
        int at = connect_to(served.port);
        if (at >= 0) {
            close(at);
            return served;
        }
        nanosleep(&(struct timespec){0, 5000000}, NULL);
    }
    stop_with("the bare server does not answer");
    return served;
}

static int compare(const char *program, const char *folder, double seconds)
{
    double starts[STARTS];
    struct served served;
    for (int i = 0; i < STARTS; i++) {
        served = serve(program, folder);
        starts[i] = served.took;
        if (i < STARTS - 1)
            stop(&served);
    }
    qsort(starts, STARTS, sizeof(double), by_size);
    struct page page = find_page(served.port);
    struct load one = load(served.port, &page, seconds, 1, 0);
    struct load ours = load(served.port, &page, seconds, CLIENTS, 0);
    struct load paced = load(served.port, &page, seconds, CLIENTS, PACE);
    double memory = private_memory(served.pid);
    stop(&served);
    served = serve_bytes(&page);
    struct load bare_one = load(served.port, &page, seconds, 1, 0);
    struct load bare = load(served.port, &page, seconds, CLIENTS, 0);
    stop(&served);
    printf("page, bytes                                     %10zu\n", page.len - page.head_len);
    printf("family page, %d clients, at once                %10.0f a second; half within %.1f ms, 99 of 100 within %.1f ms\n", CLIENTS,
           ours.a_second, ours.half, ours.p99);
    printf("bare server, %d clients, at once                %10.0f a second; half within %.1f ms, 99 of 100 within %.1f ms\n", CLIENTS,
           bare.a_second, bare.half, bare.p99);
    printf("  of the bare server                            %10.3f (aim 0.33)\n", ours.a_second / bare.a_second);
    printf("family page, %d clients, a page each %.1f s      %10.0f a second; half within %.1f ms, 99 of 100 within %.1f ms (aim 20)\n", CLIENTS,
           PACE, paced.a_second, paced.half, paced.p99);
    printf("family page, one client                         %10.0f a second; half within %.2f ms, 99 of 100 within %.2f ms\n", one.a_second,
           one.half, one.p99);
    printf("bare server, one client                         %10.0f a second\n", bare_one.a_second);
    printf("private memory behind that, MiB                 %10.1f (aim below 60)\n", memory);
    printf("from start to /health, s, middle of %d           %10.3f (aim below 0.3)\n", STARTS, starts[STARTS / 2]);
    return 0;
}

static int ask_pages(const char *program, const char *folder, int count)
{
    struct served served = serve(program, folder);
    struct page page = find_page(served.port);
    char *heard = malloc(PAGE_MOST);
    int at = connect_to(served.port);
    struct used before = used_by(served.pid);
    for (int i = 0; i < count; i++)
        if (exchange(at, page.request, strlen(page.request), heard) == 0)
            stop_with("a page is not answered");
    struct used after = used_by(served.pid);
    printf("processor time of one page, µs                  %10.0f in the program, %.0f in the kernel; %.1f pages of memory\n",
           (after.own - before.own) / count * 1e6, (after.kernel - before.kernel) / count * 1e6, (after.faults - before.faults) / count);
    close(at);
    free(heard);
    free(page.answer);
    stop(&served);
    return 0;
}

/* "/conference/#" as the first address of that kind on the page before. */
static void whole_path(const char *step, const char *before, char *path, size_t room)
{
    char begins[200];
    const char *number = strchr(step, '#'), *at = before;
    snprintf(path, room, "%s", step);
    if (number == NULL)
        return;
    snprintf(begins, sizeof begins, "href=\"%.*s", (int)(number - step), step);
    while ((at = strstr(at, begins)) != NULL && (at[strlen(begins)] < '0' || at[strlen(begins)] > '9'))
        at++;
    if (at == NULL)
        stop_with("a page has no link of that kind");
    at += strlen(begins);
    snprintf(path, room, "%.*s%.*s%s", (int)(number - step), step, (int)strspn(at, "0123456789"), at, number + 1);
}

/* Asks each page REPEATS times as one person: what the last of them cost. A step 'PATH!FIELDS' sends a form, with the proof of the page there. */
static int ask_steps(const char *program, const char *folder, const char *name, char **steps)
{
    char cookie[200] = "", path[300], body[1000];
    struct served served = serve(program, folder);
    size_t len = 0;
    char *before = calloc(1, 1);
    sign_in(served.port, name, cookie, sizeof cookie);
    for (; *steps != NULL; steps++) {
        double took = 0, least = 1e9;
        char *heard = NULL, *fields = strchr(*steps, '!');
        whole_path(*steps, before, path, sizeof path);
        if (fields != NULL) {
            *strchr(path, '!') = '\0';
            heard = ask(served.port, "GET", path, cookie, "", &len);
            snprintf(body, sizeof body, "csrf=%.64s&%s", proof_of(heard), fields + 1);
        }
        for (int i = 0; i < REPEATS; i++) {
            free(heard);
            double began = seconds_now();
            heard = ask(served.port, fields != NULL ? "POST" : "GET", path, cookie, fields != NULL ? body : "", &len);
            took = seconds_now() - began;
            least = took < least ? took : least;
        }
        printf("%-18s %-44s %.3s %8zu bytes %8.1f ms at least\n", name, *steps, heard + 9, len, least * 1000);
        free(before);
        before = heard;
    }
    free(before);
    stop(&served);
    return 0;
}

int main(int count, char **words)
{
    const char *wanted = getenv("HEARTH_BENCH_SECONDS");
    signal(SIGPIPE, SIG_IGN);
    if (count == 5 && strcmp(words[3], "pages") == 0)
        return ask_pages(words[1], words[2], atoi(words[4]));
    if (count > 5 && strcmp(words[3], "as") == 0)
        return ask_steps(words[1], words[2], words[4], words + 5);
    if (count != 3) {
        fputs("usage: bench/family_page HEARTH FOLDER [pages N | as NAME STEP…]\n", stderr);
        return 2;
    }
    return compare(words[1], words[2], wanted == NULL ? 3 : atof(wanted));
}
