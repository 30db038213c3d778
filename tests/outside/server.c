/* The server from outside: raw bytes over a socket, whole and broken. The site has no store: sessions are tested in tests/web/session.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "web/asset.h"
#include "web/health.h"
#include "web/server.h"

#include "speaking.h"

static Err hello_page(struct request *request, struct response *response)
{
    out_string(&response->body, "hello ");
    out_text(&response->body, form_get(&request->query, T("name")));
    return ok();
}

static Err child_page(struct request *request, struct response *response)
{
    out_int(&response->body, request->ids.child.n);
    return ok();
}

/* A page with a form: its proof. */
static Err form_page(struct request *request, struct response *response)
{
    out_text(&response->body, request_form_keys(request, 0).csrf);
    return ok();
}

static Err form_form(struct request *request, struct response *response)
{
    out_string(&response->body, "took:");
    out_text(&response->body, form_get(&request->form, T("words")));
    return ok();
}

static Err ends_page(struct request *request, struct response *response)
{
    (void)response;
    Text how = request->ids.word;
    for (enum err_kind kind = OK; kind <= BROKEN; kind++)
        if (text_equal_string(how, err_kind_name(kind)))
            return err(kind, "as asked");
    return err(NOT_FOUND, "no such end");
}

/* A form shown again with its problems keeps its own page. */
static Err again_page(struct request *request, struct response *response)
{
    (void)request;
    out_string(&response->body, "Enter the date");
    return err(NOT_VALID, "no date");
}

/* Refused in the middle of its page. */
static Err refused_page(struct request *request, struct response *response)
{
    (void)request;
    out_string(&response->body, "half a page");
    return err(NOT_ALLOWED, "as asked");
}

static Err hungry_page(struct request *request, struct response *response)
{
    out_string(&response->body, "half a page");
    arena_turn_over(request->arena);
    return ok();
}

static Err slow_page(struct request *request, struct response *response)
{
    (void)request;
    nanosleep(&(struct timespec){0, 400000000}, NULL);
    out_string(&response->body, "slept");
    return ok();
}

static const struct route ROUTES[] = {
    ROUTE_ROW(GET, health, "/health", NO_ID, health_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(GET, asset, "/assets/:file", ID1(Text, file), asset_answer, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(GET, hello, "/hello", NO_ID, hello_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(GET, child, "/child/:child", ID1(ChildId, child), child_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(GET, form, "/form", NO_ID, form_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(POST, form_send, "/form", NO_ID, form_form, ANYONE, NO_LOOK, FORM_64K)
    ROUTE_ROW(GET, ends, "/ends/:word", ID1(Text, word), ends_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(GET, again, "/again", NO_ID, again_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(GET, hungry, "/hungry", NO_ID, hungry_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(GET, refused, "/refused", NO_ID, refused_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(GET, slow, "/slow", NO_ID, slow_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(GET, secret, "/secret", NO_ID, hello_page, SIGNED_IN, NO_LOOK, NO_BODY)
    ROUTE_ROW(POST, secret_send, "/secret", NO_ID, form_form, SIGNED_IN, NO_LOOK, FORM_64K)
};
static const struct site SITE = {.routes = ROUTES, .route_count = sizeof ROUTES / sizeof ROUTES[0], .authority = {1}};

static int start(void **state)
{
    Server *server;
    Err end = server_start(&SITE, "127.0.0.1", 0, &server);
    *state = server;
    return end.kind == OK ? 0 : -1;
}

static int stop(void **state)
{
    server_stop(*state);
    return 0;
}

#define CLOSES "Host: localhost\r\nConnection: close\r\n"

static void test_statuses(void **state)
{
    static const struct {
        const char *line, *headers;
        int status;
    } table[] = {
        {"GET /health HTTP/1.1", "", 200},
        {"GET /hello?name=Ada HTTP/1.1", "", 200},
        {"GET /child/1025 HTTP/1.1", "", 200},
        {"GET /%63hild/1025 HTTP/1.1", "", 200},
        {"GET /child/1025? HTTP/1.1", "", 200},
        {"GET /child/x HTTP/1.1", "", 404},
        {"GET /child/0 HTTP/1.1", "", 404},
        {"GET //health HTTP/1.1", "", 404},
        {"GET /health/ HTTP/1.1", "", 404},
        {"GET /../etc/passwd HTTP/1.1", "", 404},
        {"GET /assets/..%2f..%2fetc%2fpasswd HTTP/1.1", "", 404},
        {"GET /assets/none.css HTTP/1.1", "", 404},
        {"GET /health%00 HTTP/1.1", "", 400},
        {"GET /%zz HTTP/1.1", "", 400},
        {"GET /%ff HTTP/1.1", "", 400},
        {"GET /hello?name=%00 HTTP/1.1", "", 400},
        {"GET /hello?name=%ff HTTP/1.1", "", 400},
        {"GET * HTTP/1.1", "", 400},
        {"DELETE /health HTTP/1.1", "", 405},
        {"OPTIONS /health HTTP/1.1", "", 405},
        {"TRACE /health HTTP/1.1", "", 405},
        {"POST /health HTTP/1.1", "Content-Length: 0\r\n", 405},
        {"POST /nowhere HTTP/1.1", "Content-Length: 0\r\n", 404},
        {"POST /form HTTP/1.1", "", 411},
        {"POST /form HTTP/1.1", "Transfer-Encoding: chunked\r\n", 411},
        {"POST /form HTTP/1.1", "Content-Length: 65537\r\n", 413},
        {"POST /form HTTP/1.1", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", 400},
        {"POST /form HTTP/1.1", "Content-Length: 5\r\nContent-Length: 6\r\n", 400},
        {"POST /form HTTP/1.1", "Content-Length: 0\r\nContent-Type: text/plain\r\n", 415},
        {"POST /form HTTP/1.1", "Content-Length: 0\r\nContent-Type: application/x-www-form-urlencoded\r\n", 403},
        {"GET /health HTTP/1.1", "Content-Length: 5\r\n", 413},
        {"GET /secret HTTP/1.1", "", 303},
        {"GET /ends/OK HTTP/1.1", "", 200},
        {"GET /ends/NOT_VALID HTTP/1.1", "", 422},
        {"GET /ends/NOT_ALLOWED HTTP/1.1", "", 403},
        {"GET /ends/NOT_FOUND HTTP/1.1", "", 404},
        {"GET /ends/NOT_NOW HTTP/1.1", "", 409},
        {"GET /ends/BUSY HTTP/1.1", "", 503},
        {"GET /ends/BROKEN HTTP/1.1", "", 500},
        {"GET /hungry HTTP/1.1", "", 500},
        {"GET /health HTTP/1.1", "a header without its colon\r\n", 400},
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        char bytes[2048];
        snprintf(bytes, sizeof bytes, "%s\r\n" CLOSES "%s\r\n", table[i].line, table[i].headers);
        int status = status_of(spoken(*state, bytes));
        if (status != table[i].status)
            fail_msg("%s %s gave %d:\n%s", table[i].line, table[i].headers, status, answer);
    }
}

static void test_pages(void **state)
{
    assert_string_equal(body_of(spoken(*state, "GET /hello?name=Ada+Lane HTTP/1.1\r\n" CLOSES "\r\n")), "hello Ada Lane");
    assert_string_equal(body_of(spoken(*state, "GET /child/77 HTTP/1.1\r\n" CLOSES "\r\n")), "77");
    spoken(*state, "GET /again HTTP/1.1\r\n" CLOSES "\r\n");
    assert_int_equal(status_of(answer), 422);
    assert_string_equal(body_of(answer), "Enter the date");
    spoken(*state, "GET /secret HTTP/1.1\r\n" CLOSES "\r\n");
    assert_string_equal(header_of(answer, "Location"), "/sign-in");
    spoken(*state, "PUT /form HTTP/1.1\r\n" CLOSES "Content-Length: 0\r\n\r\n");
    assert_int_equal(status_of(answer), 405);
    assert_true(strlen(header_of(answer, "Allow")) > 0);
}

/* Plain words for each problem; a reference only where it helps; half a page never leaves. */
static void test_problem_pages(void **state)
{
    spoken(*state, "GET /ends/BROKEN HTTP/1.1\r\n" CLOSES "\r\n");
    assert_non_null(strstr(body_of(answer), "Reference: "));
    assert_null(strstr(answer, "as asked"));
    spoken(*state, "GET /ends/NOT_FOUND HTTP/1.1\r\n" CLOSES "\r\n");
    assert_null(strstr(body_of(answer), "Reference: "));
    spoken(*state, "GET /refused HTTP/1.1\r\n" CLOSES "\r\n");
    assert_int_equal(status_of(answer), 403);
    assert_null(strstr(answer, "half a page"));
    spoken(*state, "GET /hungry HTTP/1.1\r\n" CLOSES "\r\n");
    assert_null(strstr(answer, "half a page"));
}

static void test_guards(void **state)
{
    static const char *const pages[] = {"/hello", "/ends/BROKEN", "/nowhere", "/secret", "/%00", "/form"};
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        char bytes[200];
        snprintf(bytes, sizeof bytes, "GET %s HTTP/1.1\r\n" CLOSES "\r\n", pages[i]);
        spoken(*state, bytes);
        assert_string_equal(header_of(answer, "Cache-Control"), "no-store");
        assert_non_null(strstr(header_of(answer, "Content-Security-Policy"), "default-src 'none'"));
        assert_non_null(strstr(header_of(answer, "Content-Security-Policy"), "frame-ancestors 'none'"));
        assert_null(strstr(header_of(answer, "Content-Security-Policy"), "unsafe"));
        assert_string_equal(header_of(answer, "X-Content-Type-Options"), "nosniff");
        assert_string_equal(header_of(answer, "Referrer-Policy"), "no-referrer");
        assert_string_equal(header_of(answer, "Cross-Origin-Opener-Policy"), "same-origin");
        assert_string_equal(header_of(answer, "Strict-Transport-Security"), "");
    }
}

static void test_head(void **state)
{
    spoken(*state, "HEAD /hello?name=Ada HTTP/1.1\r\n" CLOSES "\r\n");
    assert_int_equal(status_of(answer), 200);
    assert_string_equal(header_of(answer, "Content-Length"), "9");
    assert_string_equal(body_of(answer), "");
}

static void test_keep_alive_and_pipelined(void **state)
{
    static const char three[] = "GET /hello?name=one HTTP/1.1\r\nHost: a\r\n\r\nGET /hello?name=two HTTP/1.1\r\nHost: a\r\n\r\n"
                                "GET /hello?name=three HTTP/1.1\r\n" CLOSES "\r\n";
    spoken(*state, three);
    const char *one = strstr(answer, "hello one"), *two = strstr(answer, "hello two"), *last = strstr(answer, "hello three");
    assert_true(one != NULL && two != NULL && last != NULL && one < two && two < last);

    int at = connected(server_port(*state));
    for (int i = 0; i < 3; i++) {
        static const char bytes[] = "GET /child/5 HTTP/1.1\r\nHost: a\r\n\r\n";
        send(at, bytes, sizeof bytes - 1, MSG_NOSIGNAL);
        heard(at, answer, sizeof answer, 200);
        assert_int_equal(status_of(answer), 200);
    }
    close(at);
}

/* libmicrohttpd 0.9 ends an address at a NUL; so what stands before it is all that is routed, checked, logged and answered. 1.0 refuses such a
 * request itself, or closes without a word. */
static void test_broken_bytes(void **state)
{
    static const char in_path[] = "GET /hel\0lo HTTP/1.1\r\n" CLOSES "\r\n";
    spoken_bytes(*state, in_path, sizeof in_path - 1);
    assert_true(status_of(answer) == 404 || status_of(answer) == 400 || status_of(answer) == 0);
    assert_null(strstr(body_of(answer), "hello"));
    static const char before_query[] = "GET /hello\0?name=Ada HTTP/1.1\r\n" CLOSES "\r\n";
    spoken_bytes(*state, before_query, sizeof before_query - 1);
    assert_null(strstr(answer, "Ada"));
    static const char in_id[] = "GET /child/5\0" "6 HTTP/1.1\r\n" CLOSES "\r\n";
    spoken_bytes(*state, in_id, sizeof in_id - 1);
    assert_null(strstr(body_of(answer), "6"));
    spoken(*state, "nonsense\r\n\r\n");
    assert_true(status_of(answer) == 0 || status_of(answer) == 400); /* closed without a word, or refused */
    spoken(*state, "GET /hello HTTP/1.1\r\nConnection: close\r\n\r\n");
    assert_int_equal(status_of(answer), 400); /* no Host */
    char big[64 * 1024];
    memset(big, 'a', sizeof big);
    memcpy(big, "GET /", 5);
    memcpy(big + sizeof big - 40, " HTTP/1.1\r\nHost: a\r\n\r\n", 22);
    spoken_bytes(*state, big, sizeof big - 18);
    assert_true(status_of(answer) == 414 || status_of(answer) == 431 || answer[0] == '\0');
    char path[900];
    memset(path, 'a', sizeof path);
    memcpy(path, "GET /", 5);
    memcpy(path + 700, " HTTP/1.1\r\n" CLOSES "\r\n", strlen(" HTTP/1.1\r\n" CLOSES "\r\n") + 1);
    assert_int_equal(status_of(spoken(*state, path)), 400);
    assert_int_equal(status_of(spoken(*state, "GET /health HTTP/1.1\r\n" CLOSES "\r\n")), 200);
}

/* A body past the route's limit is refused at its headers: the answer comes before the body is sent. */
static void test_large_body_is_refused_at_headers(void **state)
{
    int at = connected(server_port(*state));
    static const char headers[] = "POST /form HTTP/1.1\r\n" CLOSES "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000000\r\n\r\n";
    send(at, headers, sizeof headers - 1, MSG_NOSIGNAL);
    heard(at, answer, sizeof answer, 1000);
    assert_int_equal(status_of(answer), 413);
    assert_non_null(strstr(answer, "too much at once"));
    close(at);
}

/* The page of the form first: its cookie and proof. Then the form, with them. */
static void test_form_and_its_proof(void **state)
{
    char cookie[200], proof[100], bytes[4096], body[1024];
    spoken(*state, "GET /form HTTP/1.1\r\n" CLOSES "\r\n");
    snprintf(cookie, sizeof cookie, "%.*s", (int)strcspn(header_of(answer, "Set-Cookie"), ";"), header_of(answer, "Set-Cookie"));
    assert_non_null(strstr(header_of(answer, "Set-Cookie"), "; HttpOnly; SameSite=Lax"));
    assert_int_equal(strncmp(cookie, "hearth=", 7), 0);
    snprintf(proof, sizeof proof, "%s", body_of(answer));
    assert_int_equal(strlen(proof), 64);
    static const struct {
        const char *words, *header;
        bool cookie, proof;
        int status;
        const char *says;
    } table[] = {
        {"Ada+%26+Ben", "", true, true, 200, "took:Ada & Ben"},
        {"x", "Sec-Fetch-Site: same-origin\r\n", true, true, 200, "took:x"},
        {"x", "Sec-Fetch-Site: cross-site\r\n", true, true, 403, ""},
        {"x", "Sec-Fetch-Site: same-site\r\n", true, true, 403, ""},
        {"x", "Origin: http://localhost\r\n", true, true, 200, "took:x"},
        {"x", "Origin: https://example.org\r\n", true, true, 403, ""},
        {"x", "Origin: null\r\n", true, true, 200, "took:x"},
        {"x", "", false, true, 403, "Open it again"},
        {"x", "", true, false, 403, "Open it again"},
        {"a%00b", "", true, true, 422, "not text"},
        {"%ff", "", true, true, 422, "not text"},
        {"100%", "", true, true, 422, "did not arrive"},
    };
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        snprintf(body, sizeof body, "csrf=%s&words=%s", table[i].proof ? proof : "", table[i].words);
        snprintf(bytes, sizeof bytes, "POST /form HTTP/1.1\r\n" CLOSES "Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n%s%s%s%sContent-Length: %zu\r\n\r\n%s",
                 table[i].header, table[i].cookie ? "Cookie: " : "", table[i].cookie ? cookie : "", table[i].cookie ? "\r\n" : "", strlen(body), body);
        int status = status_of(spoken(*state, bytes));
        if (status != table[i].status || strstr(body_of(answer), table[i].says) == NULL)
            fail_msg("row %zu gave %d: %s", i, status, answer);
    }
    snprintf(bytes, sizeof bytes, "POST /secret HTTP/1.1\r\n" CLOSES "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=1");
    assert_int_equal(status_of(spoken(*state, bytes)), 303);
}

/* A body that comes byte by byte is taken; others are answered meanwhile. */
static void test_slow_client(void **state)
{
    int slow = connected(server_port(*state));
    static const char headers[] = "POST /form HTTP/1.1\r\n" CLOSES "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\n";
    for (size_t i = 0; i < sizeof headers - 1; i += 10) {
        size_t len = sizeof headers - 1 - i < 10 ? sizeof headers - 1 - i : 10;
        send(slow, headers + i, len, MSG_NOSIGNAL);
        nanosleep(&(struct timespec){0, 5000000}, NULL);
    }
    for (int i = 0; i < 5; i++) {
        assert_int_equal(status_of(spoken(*state, "GET /health HTTP/1.1\r\n" CLOSES "\r\n")), 200);
        send(slow, &"a=bcd"[i], 1, MSG_NOSIGNAL);
    }
    heard(slow, answer, sizeof answer, 2000);
    assert_int_equal(status_of(answer), 403); /* read whole: the proof is missing */
    close(slow);
    /* One that goes away in the middle is forgotten. */
    int gone = connected(server_port(*state));
    send(gone, headers, sizeof headers - 1, MSG_NOSIGNAL);
    send(gone, "a=", 2, MSG_NOSIGNAL);
    close(gone);
    assert_int_equal(status_of(spoken(*state, "GET /health HTTP/1.1\r\n" CLOSES "\r\n")), 200);
}

static void *many(void *of)
{
    char got[4096];
    for (int i = 0; i < 20; i++) {
        static const char bytes[] = "GET /hello?name=many HTTP/1.1\r\n" CLOSES "\r\n";
        int at = connected(server_port(of));
        send(at, bytes, sizeof bytes - 1, MSG_NOSIGNAL);
        heard(at, got, sizeof got, 5000);
        if (status_of(got) != 200 || strcmp(body_of(got), "hello many") != 0)
            return "wrong";
        close(at);
    }
    return NULL;
}

static void test_many_at_once(void **state)
{
    pthread_t threads[16];
    for (int i = 0; i < 16; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, many, *state), 0);
    for (int i = 0; i < 16; i++) {
        void *wrong;
        pthread_join(threads[i], &wrong);
        assert_null(wrong);
    }
}

/* A request under way when the server is told to stop is answered. */
static void test_stop_finishes_requests(void **state)
{
    (void)state;
    Server *server;
    assert_int_equal(server_start(&SITE, "127.0.0.1", 0, &server).kind, OK);
    int at = connected(server_port(server)), idle = connected(server_port(server));
    static const char bytes[] = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n";
    send(at, bytes, sizeof bytes - 1, MSG_NOSIGNAL);
    nanosleep(&(struct timespec){0, 100000000}, NULL);
    server_stop(server);
    heard(at, answer, sizeof answer, 1000);
    assert_int_equal(status_of(answer), 200);
    assert_string_equal(body_of(answer), "slept");
    assert_string_equal(header_of(answer, "Connection"), "close");
    close(at);
    close(idle);
}

static void test_wrong_table_does_not_start(void **state)
{
    (void)state;
    struct route wrong = ROUTES[2];
    struct site site = SITE;
    Server *server;
    site.routes = &wrong;
    site.route_count = 1;
    wrong.may.who = WHO_NONE;
    assert_int_equal(server_start(&site, "127.0.0.1", 0, &server).kind, BROKEN);
    wrong = ROUTES[2];
    wrong.look = LOOK; /* and nothing to keep it with */
    assert_int_equal(server_start(&site, "127.0.0.1", 0, &server).kind, BROKEN);
    wrong = ROUTES[2];
    assert_int_equal(server_start(&site, "not an address", 0, &server).kind, BROKEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_statuses),
        cmocka_unit_test(test_pages),
        cmocka_unit_test(test_problem_pages),
        cmocka_unit_test(test_guards),
        cmocka_unit_test(test_head),
        cmocka_unit_test(test_keep_alive_and_pipelined),
        cmocka_unit_test(test_broken_bytes),
        cmocka_unit_test(test_large_body_is_refused_at_headers),
        cmocka_unit_test(test_form_and_its_proof),
        cmocka_unit_test(test_slow_client),
        cmocka_unit_test(test_many_at_once),
        cmocka_unit_test(test_stop_finishes_requests),
        cmocka_unit_test(test_wrong_table_does_not_start),
    };
    return cmocka_run_group_tests_name("server", tests, start, stop);
}
