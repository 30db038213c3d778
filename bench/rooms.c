/* What a change in a conference's room costs: ROOMS rooms with SEATS seats each, every one a phone with its stream open and a connection to ask with. Once a second something changes in each
 * room: one seat gives its number. Measured from the moment it is sent until each seat of that room has the new words of its own page, whole: the act on the disk, the stream, the question, the
 * answer. It starts `hearth serve` over a folder with the demo in it, and lays the rooms into that record as rows.
 * usage: bench/rooms HEARTH FOLDER        HEARTH_BENCH_SECONDS (20) */
#include <poll.h>
#include <pthread.h>
#include <sodium.h>
#include <sys/resource.h>

#include "base/arena.h"
#include "serving.h"
#include "store/engine.h"

enum { ROOMS = 30, SEATS = 12, STATEMENTS = 6 + SEATS * 5, FIRST = 900000, ANSWER = 256 * 1024, TIMES_MOST = 200000 };

static long long conference_of(int room) { return (FIRST + room) * 1024LL; }
static long long seat_of(int room, int seat) { return conference_of(room) + 1 + seat; }

static void hex_hash(const char *words, const char *key, char *into)
{
    unsigned char hash[crypto_generichash_BYTES];
    crypto_generichash(hash, sizeof hash, (const unsigned char *)words, strlen(words), (const unsigned char *)key, key == NULL ? 0 : strlen(key));
    sodium_bin2hex(into, 2 * sizeof hash + 1, hash, sizeof hash);
}

/* The cookies of one phone: who holds its seat, and its visit. */
static void token_of(int room, int seat, char *into) { snprintf(into, 65, "%032d%032d", room + 1, seat + 1); }

/* ---- the rooms, as rows ---- */

static void lay_rooms(const char *folder)
{
    static const struct design NOTHING = {.version = 1};
    struct connection *connection;
    char path[600];
    static char at[ROOMS * STATEMENTS][700];
    static const char *statements[ROOMS * STATEMENTS];
    size_t count = 0;
    long long now = (long long)time(NULL) * 1000000;
#define SAY(...) snprintf(at[count], sizeof at[count], __VA_ARGS__), count++
    for (int r = 0; r < ROOMS; r++) {
        long long conference = conference_of(r);
        SAY("INSERT INTO conference (id, authority, family, kind, state, called, planned, agreed_by, introduced, confidential) SELECT %lld, authority, family, 'INITIAL', 'OPEN', "
            "'2026-11-01', '2026-11-20', 1, 1, 1 FROM child LIMIT 1", conference);
        SAY("INSERT INTO conference_child (authority, conference, child) SELECT authority, %lld, id FROM child LIMIT 1", conference);
        SAY("INSERT INTO room (conference, authority, family, split, lasts, opened, ends) SELECT %lld, authority, family, 0, 120, %lld, %lld FROM conference WHERE id = %lld", conference, now,
            now + 86400000000LL, conference);
        SAY("INSERT INTO room_part (conference, session, authority, family, item, item_since, began, breaks, changes) SELECT id, 'ONE', authority, family, 'REPORTS', %lld, %lld, 0, 0 "
            "FROM conference WHERE id = %lld", now, now, conference);
        for (int s = 0; s < SEATS; s++) {
            char token[65], words[80], hash[65];
            long long seat = seat_of(r, s);
            token_of(r, s, token);
            snprintf(words, sizeof words, "seat %s", token);
            hex_hash(words, NULL, hash);
            SAY("INSERT INTO person (id, authority, given, family_name, sort_key, entry) SELECT %lld, authority, 'Guest %d', '', '', 1 FROM conference WHERE id = %lld", seat, s + 1, conference);
            SAY("INSERT INTO invitation (id, authority, conference, family, is_as, person, knows, confidentiality) SELECT %lld, authority, id, family, 'RELATIVE', %lld, 0, 0 FROM conference "
                "WHERE id = %lld", seat, seat, conference);
            SAY("INSERT INTO invitation_child (authority, invitation, child) SELECT authority, %lld, child FROM conference_child WHERE conference = %lld", seat, conference);
            SAY("INSERT INTO seat (invitation, conference, authority, family, person, session, came) SELECT %lld, id, authority, family, %lld, 'ONE', %lld FROM conference WHERE id = %lld", seat,
                seat, now, conference);
            SAY("INSERT INTO seat_session (hash, authority, invitation, begun) SELECT '%s', authority, %lld, %lld FROM conference WHERE id = %lld", hash, seat, now, conference);
        }
    }
    for (size_t i = 0; i < count; i++)
        statements[i] = at[i];
    snprintf(path, sizeof path, "%s/hearth.db", folder);
    if (ENGINE_SQLITE.open(path, CONNECTION_MAKES, &NOTHING, &connection).kind != OK || ENGINE_SQLITE.script(connection, statements, count).kind != OK)
        stop_with("the rooms can't be laid into the record: is it a folder that `hearth demo` made, without rooms?");
    ENGINE_SQLITE.close(connection);
}

static int port; /* of the program */

/* ---- one room ---- */

struct phone {
    int stream, asks;
    bool asking;
    size_t got, whole;
    char cookies[300];
    char *heard; /* ANSWER bytes */
};
struct watched {
    int room;
    double seconds;
    double *times; /* of updates, in ms */
    size_t count, missed;
};

static void send_all(int at, const char *text, size_t len)
{
    if (send(at, text, len, MSG_NOSIGNAL) != (ssize_t)len)
        stop_with("a connection broke");
}

static void ask_part(struct phone *phone)
{
    char head[600];
    int len = snprintf(head, sizeof head, "GET /seat/here?part=yes HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\n\r\n", phone->cookies);
    phone->asking = true;
    phone->got = phone->whole = 0;
    send_all(phone->asks, head, (size_t)len);
}

/* Reads what has come; true when the answer is whole. */
static bool hear_part(struct phone *phone)
{
    ssize_t now = recv(phone->asks, phone->heard + phone->got, ANSWER - 1 - phone->got, MSG_DONTWAIT);
    if (now <= 0)
        return false;
    phone->got += (size_t)now;
    phone->heard[phone->got] = '\0';
    if (phone->whole == 0) {
        const char *end = strstr(phone->heard, "\r\n\r\n"), *length = strcasestr(phone->heard, "\r\nContent-Length: ");
        if (strncmp(phone->heard, "HTTP/1.1 200", 12) != 0)
            stop_with("a seat's page was refused");
        if (end != NULL && length != NULL)
            phone->whole = (size_t)(end + 4 - phone->heard) + (size_t)atoll(length + 18);
    }
    return phone->whole != 0 && phone->got >= phone->whole;
}

static void open_phone(struct phone *phone, int room, int seat)
{
    char token[65], head[600];
    token_of(room, seat, token);
    snprintf(phone->cookies, sizeof phone->cookies, "hearth=%s; hearth-seat=%s", token, token);
    phone->stream = connect_to(port);
    phone->asks = connect_to(port);
    phone->heard = malloc(ANSWER);
    if (phone->stream < 0 || phone->asks < 0 || phone->heard == NULL)
        stop_with("no more connections");
    int len = snprintf(head, sizeof head, "GET /seat/changes HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\n\r\n", phone->cookies);
    send_all(phone->stream, head, (size_t)len);
}

/* True when the stream has said a number. */
static bool stream_says(struct phone *phone)
{
    char text[4000];
    ssize_t got = recv(phone->stream, text, sizeof text - 1, MSG_DONTWAIT);
    if (got == 0)
        stop_with("a stream ended");
    text[got < 0 ? 0 : got] = '\0';
    return strstr(text, "data: ") != NULL;
}

static void change(struct phone *phone, int at, int room, int number)
{
    char token[65], csrf[65], body[300], head[900], answer[4000];
    token_of(room, 0, token);
    hex_hash("csrf", token, csrf);
    int body_len = snprintf(body, sizeof body, "csrf=%s&number=%d", csrf, number % 11);
    int len = snprintf(head, sizeof head, "POST /seat/do/scale-given HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s",
                       phone->cookies, body_len, body);
    send_all(at, head, (size_t)len);
    ssize_t got = recv(at, answer, sizeof answer - 1, 0);
    if (got < 12 || strncmp(answer, "HTTP/1.1 303", 12) != 0)
        stop_with("a change was refused");
}

/* One change, and every seat's page after it. */
static void round_of(struct watched *watched, struct phone *phones, int post, int number)
{
    struct pollfd polled[2 * SEATS];
    bool told[SEATS] = {false};
    int done = 0;
    double began = seconds_now();
    change(&phones[0], post, watched->room, number);
    while (done < SEATS && seconds_now() < began + 5) {
        for (int s = 0; s < SEATS; s++) {
            polled[2 * s] = (struct pollfd){.fd = phones[s].stream, .events = POLLIN};
            polled[2 * s + 1] = (struct pollfd){.fd = phones[s].asking ? phones[s].asks : -1, .events = POLLIN};
        }
        poll(polled, 2 * SEATS, 100);
        for (int s = 0; s < SEATS; s++) {
            if ((polled[2 * s].revents & POLLIN) != 0 && stream_says(&phones[s]) && !told[s]) {
                told[s] = true;
                ask_part(&phones[s]);
            }
            if (phones[s].asking && (polled[2 * s + 1].revents & POLLIN) != 0 && hear_part(&phones[s])) {
                phones[s].asking = false;
                watched->times[watched->count++] = (seconds_now() - began) * 1000;
                done++;
            }
        }
    }
    watched->missed += (size_t)(SEATS - done);
}

static void *watch(void *of)
{
    struct watched *watched = of;
    struct phone phones[SEATS] = {0};
    int post = connect_to(port);
    for (int s = 0; s < SEATS; s++)
        open_phone(&phones[s], watched->room, s);
    double next = seconds_now() + 2 + (double)watched->room / ROOMS; /* the rooms one after the other, as they are in life */
    double end = next + watched->seconds;
    for (int number = 0; next < end; next += 1, number++) {
        double wait = next - seconds_now();
        if (wait > 0)
            nanosleep(&(struct timespec){(time_t)wait, (long)((wait - (double)(time_t)wait) * 1e9)}, NULL);
        for (int s = 0; number == 0 && s < SEATS; s++)
            stream_says(&phones[s]); /* what stood there when it was opened */
        round_of(watched, phones, post, number);
    }
    for (int s = 0; s < SEATS; s++) {
        close(phones[s].stream);
        close(phones[s].asks);
        free(phones[s].heard);
    }
    close(post);
    return NULL;
}

int main(int argc, char **argv)
{
    static double times[TIMES_MOST];
    static struct watched rooms[ROOMS];
    pthread_t threads[ROOMS];
    size_t count = 0, missed = 0;
    struct rlimit files = {4096, 4096};
    double seconds = getenv("HEARTH_BENCH_SECONDS") == NULL ? 20 : atof(getenv("HEARTH_BENCH_SECONDS"));
    if (argc != 3 || sodium_init() < 0)
        stop_with("usage: bench/rooms HEARTH FOLDER");
    signal(SIGPIPE, SIG_IGN);
    if (setrlimit(RLIMIT_NOFILE, &files) != 0)
        fprintf(stderr, "bench: the number of open files stays as it is\n");
    lay_rooms(argv[2]);
    struct served served = serve(argv[1], argv[2]);
    port = served.port;
    for (int r = 0; r < ROOMS; r++) {
        rooms[r] = (struct watched){.room = r, .seconds = seconds, .times = calloc((size_t)(seconds + 2) * SEATS, sizeof(double))};
        if (rooms[r].times == NULL || pthread_create(&threads[r], NULL, watch, &rooms[r]) != 0)
            stop_with("no more threads");
    }
    for (int r = 0; r < ROOMS; r++) {
        pthread_join(threads[r], NULL);
        for (size_t i = 0; i < rooms[r].count && count < TIMES_MOST; i++)
            times[count++] = rooms[r].times[i];
        missed += rooms[r].missed;
        free(rooms[r].times);
    }
    stop(&served);
    if (count == 0)
        stop_with("nothing was measured");
    qsort(times, count, sizeof times[0], by_size);
    printf("rooms: %d with %d seats, a change a second in each; %zu updates, %zu missed\n", ROOMS, SEATS, count, missed);
    printf("an update, half within                          %10.1f ms\n", times[count / 2]);
    printf("an update, 99 of 100 within                     %10.1f ms\n", times[count * 99 / 100]);
    return 0;
}
