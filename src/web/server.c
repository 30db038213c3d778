#include "web/server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netdb.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "web/answer.h"
#include "web/changes.h"
#include "web/headers.h"
#include "web/sign_in.h"

struct server {
    const struct site *site;
    struct MHD_Daemon *daemon;
    int port;
    pthread_mutex_t lock; /* of the two below */
    pthread_cond_t finished;
    size_t under_way;
    bool stopping;
};

/* What one connection's thread carries between the calls of one request. One thread is one connection, one request at a time. */
static _Thread_local char target[ADDRESS_LENGTH + QUERY_LENGTH + 2];
static _Thread_local char peer[INET6_ADDRSTRLEN];
static _Thread_local struct timespec body_began;

/* The address as it came, before anyone decodes or cuts it. One too long is kept so long that route_find refuses it. */
static void *keep_target(void *server, const char *uri, struct MHD_Connection *connection)
{
    (void)server;
    (void)connection;
    size_t len = strnlen(uri, sizeof target - 1);
    memcpy(target, uri, len);
    target[len] = '\0';
    return NULL;
}

/* We decode ourselves, once: route.c and fields.c. */
static size_t keep_encoded(void *server, struct MHD_Connection *connection, char *text)
{
    (void)server;
    (void)connection;
    return strlen(text);
}

/* The library's own complaints, without their arguments: those may hold what a person typed. */
static void library_says(void *server, const char *format, va_list arguments)
{
    (void)server;
    (void)arguments;
    log_info("http library: %.*s", (int)strcspn(format, "\n"), format);
}

static Text header(struct MHD_Connection *connection, const char *name)
{
    return text_of(MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name));
}

struct lengths {
    int said, chunked;
    Text length;
};

static enum MHD_Result count_lengths(void *to, enum MHD_ValueKind kind, const char *name, const char *value)
{
    struct lengths *lengths = to;
    (void)kind;
    if (strcasecmp(name, "Content-Length") == 0) {
        lengths->said++;
        lengths->length = text_of(value);
    } else if (strcasecmp(name, "Transfer-Encoding") == 0)
        lengths->chunked++;
    return MHD_YES;
}

static Text peer_address(struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct sockaddr *from = info == NULL ? NULL : info->client_addr;
    peer[0] = '\0';
    if (from != NULL && from->sa_family == AF_INET)
        inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)from)->sin_addr, peer, sizeof peer);
    else if (from != NULL && from->sa_family == AF_INET6)
        inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)(const void *)from)->sin6_addr, peer, sizeof peer);
    return text_of(peer);
}

static struct incoming read_headers(struct MHD_Connection *connection, const char *method)
{
    struct incoming incoming = {.method = method, .target = target, .peer = peer_address(connection)};
    incoming.headers = (struct request_headers){.host = header(connection, "Host"), .origin = header(connection, "Origin"),
                                                .fetch_site = header(connection, "Sec-Fetch-Site"),
                                                .content_type = header(connection, "Content-Type"),
                                                .if_none_match = header(connection, "If-None-Match"),
                                                .accept_encoding = header(connection, "Accept-Encoding"),
                                                .forwarded_for = header(connection, "X-Forwarded-For"),
                                                .cookie = header(connection, "Cookie")};
    struct lengths lengths = {0};
    MHD_get_connection_values(connection, MHD_HEADER_KIND, count_lengths, &lengths);
    incoming.chunked = lengths.chunked > 0;
    incoming.length = lengths.said == 0 ? -1 : -2;
    int64_t length;
    if (lengths.said == 1 && text_to_int(lengths.length, &length) && length >= 0)
        incoming.length = length;
    return incoming;
}

static void add_header(void *response, const char *name, Text value)
{
    char text[2048];
    if (value.len >= sizeof text)
        abort(); /* ours are short, and a Location is no longer than an address and its question */
    memcpy(text, value.at == NULL ? "" : value.at, value.len);
    text[value.len] = '\0';
    if (MHD_add_response_header(response, name, text) != MHD_YES)
        log_error("the answer's header %s was not taken", name);
}

/* The next bytes of an answer that is made while it leaves. */
static ssize_t next_of_stream(void *of, uint64_t position, char *into, size_t room)
{
    struct answer *answer = of;
    (void)position;
    if (answer->stream_rest.len == 0 && answer->response.stream.next(answer->response.stream.of, &answer->stream_rest).kind != OK)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    size_t now = answer->stream_rest.len < room ? answer->stream_rest.len : room;
    if (now == 0)
        return MHD_CONTENT_READER_END_OF_STREAM;
    memcpy(into, answer->stream_rest.at, now);
    answer->stream_rest = (Text){answer->stream_rest.at + now, answer->stream_rest.len - now};
    return (ssize_t)now;
}

static enum MHD_Result send_answer(struct server *server, struct MHD_Connection *connection, struct answer *answer)
{
    const struct response *from = &answer->response;
    Text body = from->bytes.len > 0 ? from->bytes : out_all(&from->body);
    /* The bytes live in the arena, or longer, until answer_end; so does what makes a stream. */
    struct MHD_Response *response = from->stream.next == NULL
        ? MHD_create_response_from_buffer(body.len, (void *)(uintptr_t)body.at, MHD_RESPMEM_PERSISTENT)
        : MHD_create_response_from_callback(from->stream.length < 0 ? MHD_SIZE_UNKNOWN : (uint64_t)from->stream.length, STREAM_BLOCK, next_of_stream, answer, NULL);
    if (response == NULL)
        return MHD_NO;
    headers_of_answer(server->site, from, add_header, response);
    pthread_mutex_lock(&server->lock);
    bool stopping = server->stopping;
    pthread_mutex_unlock(&server->lock);
    if (stopping)
        add_header(response, "Connection", T("close"));
    enum MHD_Result result = MHD_queue_response(connection, (unsigned)from->status, response);
    MHD_destroy_response(response);
    return result;
}

static bool too_slow(const struct answer *answer)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec - body_began.tv_sec > (answer->upload == NULL ? SERVER_BODY_SECONDS : UPLOAD_SECONDS);
}

static enum MHD_Result on_request(void *of, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
                                  const char *data, size_t *data_size, void **request)
{
    struct server *server = of;
    struct answer *answer = *request;
    (void)url;
    (void)version;
    if (answer == NULL) {
        struct incoming incoming = read_headers(connection, method);
        pthread_mutex_lock(&server->lock);
        server->under_way++;
        pthread_mutex_unlock(&server->lock);
        clock_gettime(CLOCK_MONOTONIC, &body_began);
        answer = answer_begin(server->site, &incoming);
        *request = answer;
        bool body_follows = incoming.length > 0 || incoming.length == -2 || incoming.chunked;
        if (answer->decided && body_follows) {
            answer_finish(answer); /* the body is refused before a byte of it; the library closes the connection behind the answer */
            return send_answer(server, connection, answer);
        }
        return MHD_YES;
    }
    if (*data_size > 0) {
        bool taken = answer_body(answer, data, *data_size) && !too_slow(answer);
        *data_size = 0;
        return taken ? MHD_YES : MHD_NO;
    }
    answer_finish(answer);
    return send_answer(server, connection, answer);
}

static void on_end(void *of, struct MHD_Connection *connection, void **request, enum MHD_RequestTerminationCode why)
{
    struct server *server = of;
    (void)connection;
    (void)why;
    if (*request == NULL)
        return;
    answer_end(*request);
    *request = NULL;
    pthread_mutex_lock(&server->lock);
    if (--server->under_way == 0)
        pthread_cond_broadcast(&server->finished);
    pthread_mutex_unlock(&server->lock);
}

/* A listening socket; -1 and the reason in the log. */
static int listen_at(const char *address, int port, int *ret_port)
{
    char service[16];
    snprintf(service, sizeof service, "%d", port);
    struct addrinfo *found = NULL, hints = {.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE, .ai_socktype = SOCK_STREAM};
    int wrong = getaddrinfo(address, service, &hints, &found);
    if (wrong != 0) {
        log_error("cannot listen at %s: %s", address, gai_strerror(wrong));
        return -1;
    }
    int one = 1, at = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_storage bound;
    socklen_t size = sizeof bound;
    bool listens = at >= 0 && setsockopt(at, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) == 0 &&
                   bind(at, found->ai_addr, found->ai_addrlen) == 0 && listen(at, SERVER_CONNECTIONS) == 0 &&
                   getsockname(at, (struct sockaddr *)&bound, &size) == 0;
    freeaddrinfo(found);
    if (!listens) {
        log_error("cannot listen at %s port %d: %s", address, port, strerror(errno));
        if (at >= 0)
            close(at);
        return -1;
    }
    *ret_port = ntohs(bound.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&bound)->sin6_port : ((struct sockaddr_in *)&bound)->sin_port);
    return at;
}

static Err site_check(const struct site *site)
{
    Arena *arena = arena_new(0);
    const char *wrong = routes_wrong(arena, site->routes, site->route_count);
    for (size_t i = 0; wrong == NULL && i < site->route_count; i++) {
        if (site->routes[i].look == LOOK && site->acts == NULL)
            wrong = "a route keeps a look, but the site has no record to keep it in";
        if (site->routes[i].may.who == WHO_ACT && site->may_act == NULL)
            wrong = "a route asks an act who may, but the site has nothing to ask with";
    }
    if (wrong != NULL)
        log_error("the server does not start: %s", wrong);
    arena_free(arena);
    return wrong == NULL ? ok() : err(BROKEN, "the table of routes is not whole");
}

void server_block_signals(void)
{
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigaddset(&stop, SIGINT);
    pthread_sigmask(SIG_BLOCK, &stop, NULL);
    signal(SIGPIPE, SIG_IGN);
}

/* Each connection is an open file, and so is each reader of the store. */
static void room_for_connections(void)
{
    struct rlimit files;
    if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= SERVER_FILES)
        return;
    files.rlim_cur = files.rlim_max < SERVER_FILES ? files.rlim_max : SERVER_FILES;
    if (setrlimit(RLIMIT_NOFILE, &files) != 0)
        log_info("open files stay at %lld", (long long)files.rlim_cur);
}

Err server_start(const struct site *site, const char *address, int port, Server **ret_server)
{
    TRY(sign_in_prepare());
    TRY(site_check(site));
    changes_begin();
    room_for_connections();
    struct server *server = calloc(1, sizeof *server);
    if (server == NULL)
        abort();
    server->site = site;
    pthread_mutex_init(&server->lock, NULL);
    pthread_cond_init(&server->finished, NULL);
    int at = listen_at(address, port, &server->port);
    if (at >= 0)
        server->daemon = MHD_start_daemon(
            MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL | MHD_USE_ITC | MHD_USE_ERROR_LOG, 0, NULL, NULL,
            on_request, server, MHD_OPTION_EXTERNAL_LOGGER, library_says, NULL, MHD_OPTION_LISTEN_SOCKET, at,
            MHD_OPTION_NOTIFY_COMPLETED, on_end, server, MHD_OPTION_URI_LOG_CALLBACK, keep_target, NULL,
            MHD_OPTION_UNESCAPE_CALLBACK, keep_encoded, NULL, MHD_OPTION_CONNECTION_LIMIT, (unsigned)SERVER_CONNECTIONS,
            MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)SERVER_IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)SERVER_HEADERS,
            MHD_OPTION_THREAD_STACK_SIZE, (size_t)SERVER_STACK, MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
    if (server->daemon == NULL) {
        if (at >= 0)
            close(at);
        free(server);
        return err(BROKEN, "the server does not listen");
    }
    *ret_server = server;
    return ok();
}

int server_port(const Server *server) { return server->port; }

bool server_wait(Server *server, int seconds)
{
    (void)server;
    sigset_t stop;
    struct timespec until, now;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigaddset(&stop, SIGINT);
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += seconds;
    for (;;) {
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (now.tv_sec >= until.tv_sec)
            return false;
        if (sigtimedwait(&stop, NULL, &(struct timespec){until.tv_sec - now.tv_sec, 0}) > 0)
            return true;
    }
}

void server_stop(Server *server)
{
    if (server == NULL)
        return;
    MHD_socket listening = MHD_quiesce_daemon(server->daemon);
    changes_stop(); /* streams end by themselves */
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += SERVER_STOP_SECONDS;
    pthread_mutex_lock(&server->lock);
    server->stopping = true;
    int waited = 0;
    while (server->under_way > 0 && waited == 0)
        waited = pthread_cond_clockwait(&server->finished, &server->lock, CLOCK_MONOTONIC, &until);
    size_t left = server->under_way;
    pthread_mutex_unlock(&server->lock);
    if (left > 0)
        log_error("stopping with %zu requests unfinished", left);
    MHD_stop_daemon(server->daemon);
    if (listening != MHD_INVALID_SOCKET)
        close(listening);
    pthread_cond_destroy(&server->finished);
    pthread_mutex_destroy(&server->lock);
    free(server);
}
