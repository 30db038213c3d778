/* Many signed-in people at once, over sockets, on a real store: pages, looks, forms and drafts side by side. ThreadSanitizer runs it too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>

#include "acts/act.h"
#include "pages/sign_in.h"
#include "store/credential_sql.h"
#include "web/desk.h"
#include "web/draft.h"
#include "web/session.h"
#include "web/sign_in.h"

#include "speaking.h"

enum { PEOPLE = 8, ROUNDS = 10 };

static Err note_page(struct request *request, struct response *response)
{
    struct form draft;
    Instant saved;
    request_shows(request, (ChildId){request->person.n * 2});
    TRY(draft_of(request, request->path, &draft, &saved));
    out_text(&response->body, request_form_keys(request, 0).csrf);
    out_char(&response->body, ' ');
    out_int(&response->body, request->person.n);
    out_char(&response->body, ' ');
    out_text(&response->body, form_get(&draft, T("words")));
    return ok();
}

static Err note_form(struct request *request, struct response *response)
{
    (void)request;
    response_see_path(response, T("/note"));
    return ok();
}

static const struct route ROUTES[] = {
    ROUTE_ROW(GET, sign_in, "/sign-in", NO_ID, sign_in_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(POST, sign_in_send, "/sign-in", NO_ID, sign_in_form, ANYONE, NO_LOOK, FORM_64K)
    ROUTE_ROW(POST, draft, "/draft", NO_ID, draft_form, SIGNED_IN, NO_LOOK, FORM_1M)
    ROUTE_ROW(GET, note, "/note", NO_ID, note_page, SIGNED_IN, LOOK, NO_BODY)
    ROUTE_ROW(POST, note_send, "/note", NO_ID, note_form, SIGNED_IN, NO_LOOK, FORM_64K)
};

static Text password_hash;
static Err write_accounts(Tx *tx, void *given)
{
    (void)given;
    for (int i = 1; i <= PEOPLE; i++)
        TRY(credential_put(tx, (PersonId){1024 + i}, text_format(tx->read->arena, "worker%d", i), password_hash));
    return ok();
}

struct browser {
    Server *server;
    int number;
    char cookie[200], heard[64 * 1024];
};

static int exchange(struct browser *browser, const char *method, const char *path, const char *body)
{
    char bytes[4096];
    snprintf(bytes, sizeof bytes, "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: %s\r\n%sContent-Length: %zu\r\n\r\n%s", method, path,
             browser->cookie, body[0] == '\0' ? "" : "Content-Type: application/x-www-form-urlencoded\r\n", strlen(body), body);
    int at = connected(server_port(browser->server));
    send(at, bytes, strlen(bytes), MSG_NOSIGNAL);
    heard(at, browser->heard, sizeof browser->heard, 20000);
    close(at);
    const char *cookie = strstr(browser->heard, "Set-Cookie: ");
    if (cookie != NULL)
        snprintf(browser->cookie, sizeof browser->cookie, "%.*s", (int)strcspn(cookie + 12, ";"), cookie + 12);
    return status_of(browser->heard);
}

/* "" or what went wrong. */
static const char *work(struct browser *browser)
{
    char body[500], proof[65], words[40], who[40];
    if (exchange(browser, "GET", "/sign-in", "") != 200)
        return "the sign-in page";
    const char *input = strstr(browser->heard, "name=\"csrf\" value=\"");
    if (input == NULL)
        return "no proof";
    snprintf(proof, sizeof proof, "%s", input + 19);
    snprintf(body, sizeof body, "csrf=%s&next=/note&name=worker%d&password=horse", proof, browser->number);
    if (exchange(browser, "POST", "/sign-in", body) != 303)
        return "signing in";
    snprintf(who, sizeof who, " %d ", 1024 + browser->number);
    for (int i = 0; i < ROUNDS; i++) {
        if (exchange(browser, "GET", "/note", "") != 200 || strstr(body_of(browser->heard), who) == NULL)
            return "the page of somebody else";
        snprintf(proof, sizeof proof, "%s", body_of(browser->heard));
        snprintf(words, sizeof words, "words%dof%d", i, browser->number);
        snprintf(body, sizeof body, "csrf=%s&draft-of=/note&words=%s", proof, words);
        if (exchange(browser, "POST", "/draft", body) != 204)
            return "keeping a draft";
        if (exchange(browser, "GET", "/note", "") != 200 || strstr(body_of(browser->heard), words) == NULL)
            return "the draft";
        snprintf(body, sizeof body, "csrf=%s&words=%s", proof, words);
        if (exchange(browser, "POST", "/note", body) != 303)
            return "sending";
    }
    return "";
}

static void *browse(void *of) { return (void *)(uintptr_t)work(of); }

static void test_many_people(void **state)
{
    char folder[] = "/tmp/hearth-signed-in-XXXXXX", command[100];
    Arena *arena = arena_new(0);
    struct site site = {.routes = ROUTES, .route_count = sizeof ROUTES / sizeof ROUTES[0], .authority = {1}, .authority_name = T("Marlow Vale Council")};
    struct request request = {.arena = arena, .site = &site, .authority = {1}, .now = {INT64_C(1774008000000000)}};
    static struct browser browsers[PEOPLE];
    pthread_t threads[PEOPLE];
    Server *server;
    (void)state;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(store_open(folder, &site.store).kind, OK);
    assert_int_equal(acts_open(site.store, &site.acts).kind, OK);
    assert_int_equal(sign_in_hash(arena, T("horse"), &password_hash).kind, OK);
    assert_int_equal(desk_write(&request, write_accounts, NULL).kind, OK);
    assert_int_equal(server_start(&site, "127.0.0.1", 0, &server).kind, OK);
    for (int i = 0; i < PEOPLE; i++) {
        browsers[i].server = server;
        browsers[i].number = i + 1;
        assert_int_equal(pthread_create(&threads[i], NULL, browse, &browsers[i]), 0);
    }
    for (int i = 0; i < PEOPLE; i++) {
        void *wrong;
        pthread_join(threads[i], &wrong);
        if (((const char *)wrong)[0] != '\0')
            fail_msg("%s: %s", (const char *)wrong, browsers[i].heard);
    }
    server_stop(server);
    Read *read;
    struct chain_verdict verdict;
    struct chain_head head;
    assert_int_equal(store_read_begin(site.store, arena, (AuthorityId){1}, PERSON_SYSTEM, request.now, &read).kind, OK);
    assert_int_equal(look_head(read, &head).kind, OK);
    assert_int_equal(look_verify(read, &verdict).kind, OK);
    store_read_end(read);
    assert_string_equal(verdict.why, "");
    assert_int_equal(head.number, PEOPLE * (1 + 2 * ROUNDS)); /* a look for each sign-in and each page: none lost */
    acts_close(site.acts);
    store_close(site.store);
    arena_free(arena);
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_many_people)};
    return cmocka_run_group_tests_name("signed_in", tests, NULL, NULL);
}
