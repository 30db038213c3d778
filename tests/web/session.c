/* Who is signed in, and that nothing typed is lost: whole requests through web/answer.h, on a real store. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/act.h"
#include "base/clock.h"
#include "pages/sign_in.h"
#include "store/credential_sql.h"
#include "store/worker_sql.h"
#include "web/answer.h"
#include "web/desk.h"
#include "web/draft.h"
#include "web/limits.h"
#include "web/session.h"
#include "web/sign_in.h"

static const Instant START = {INT64_C(1774008000000000)};
static const PersonId NGOZI = {2048 + 1}, DEE = {2048 + 2};
static int taken; /* forms the handler took */

static Err note_page(struct request *request, struct response *response)
{
    struct form draft;
    Instant saved;
    TRY(draft_of(request, request->path, &draft, &saved));
    out_text(&response->body, request_form_keys(request, 0).csrf);
    out_char(&response->body, '|');
    out_text(&response->body, form_get(&draft, T("words")));
    return ok();
}

static Err note_form(struct request *request, struct response *response)
{
    taken++;
    if (text_equal(form_get(&request->form, T("words")), T("wrong")))
        return err(NOT_VALID, "as asked");
    response_see_path(response, T("/note"));
    return ok();
}

static Err looked_page(struct request *request, struct response *response)
{
    request_shows(request, request->ids.child);
    out_string(&response->body, "seen");
    return ok();
}

static const struct route ROUTES[] = {
    ROUTE_ROW(GET, sign_in, "/sign-in", NO_ID, sign_in_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(POST, sign_in_send, "/sign-in", NO_ID, sign_in_form, ANYONE, NO_LOOK, FORM_64K)
    ROUTE_ROW(POST, sign_out, "/sign-out", NO_ID, sign_out_form, SIGNED_IN, NO_LOOK, FORM_64K)
    ROUTE_ROW(POST, sign_out_everywhere, "/sign-out-everywhere", NO_ID, sign_out_everywhere_form, SIGNED_IN, NO_LOOK, FORM_64K)
    ROUTE_ROW(POST, draft, "/draft", NO_ID, draft_form, SIGNED_IN, NO_LOOK, FORM_1M)
    ROUTE_ROW(GET, leave, "/leave", NO_ID, leave_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(GET, note, "/note", NO_ID, note_page, SIGNED_IN, NO_LOOK, NO_BODY)
    ROUTE_ROW(POST, note_send, "/note", NO_ID, note_form, SIGNED_IN, NO_LOOK, FORM_64K)
    ROUTE_ROW(POST, closed_send, "/closed", NO_ID, note_form, BY_DUTY(MANAGE_SERVICE), NO_LOOK, FORM_64K)
    ROUTE_ROW(GET, looked, "/looked/:child", ID1(ChildId, child), looked_page, ON_HANDLER, LOOK, NO_BODY)
    ROUTE_ROW(GET, child, "/child/:child", ID1(ChildId, child), looked_page, ON_CHILD(READ_RECORD), LOOK, NO_BODY)
    ROUTE_ROW(POST, child_send, "/child/:child", ID1(ChildId, child), note_form, SIGNED_IN, NO_LOOK, FORM_64K)
};

struct fixture {
    char folder[64];
    Store *store;
    struct acts *acts;
    struct site site;
    Arena *arena;
    Instant now;
    char cookie[200]; /* what the browser holds */
};

/* One exchange. The answer's texts live in fixture->arena. */
struct got {
    int status;
    Text body, location, set_cookie;
};

static struct got ask(struct fixture *fixture, const char *method, const char *target, const char *body, const char *fetch_site)
{
    clock_set_for_tests(fixture->now);
    struct incoming incoming = {.method = method, .target = target, .length = body == NULL ? -1 : (int64_t)strlen(body), .peer = T("192.0.2.7")};
    incoming.headers.cookie = text_of(fixture->cookie);
    incoming.headers.host = T("localhost");
    incoming.headers.fetch_site = text_of(fetch_site);
    incoming.headers.content_type = T("application/x-www-form-urlencoded");
    struct answer *answer = answer_begin(&fixture->site, &incoming);
    if (!answer->decided && body != NULL)
        assert_true(answer_body(answer, body, strlen(body)));
    answer_finish(answer);
    struct got got = {answer->response.status, text_copy(fixture->arena, out_all(&answer->response.body)), TEXT_NONE, TEXT_NONE};
    for (size_t i = 0; i < answer->response.header_count; i++) {
        struct response_header *header = &answer->response.headers[i];
        if (strcmp(header->name, "Location") == 0)
            got.location = text_copy(fixture->arena, header->value);
        if (strcmp(header->name, "Set-Cookie") == 0)
            got.set_cookie = text_copy(fixture->arena, header->value);
    }
    Text cookie = got.set_cookie;
    if (cookie.len > 0) {
        cookie = text_cut(&cookie, ';');
        snprintf(fixture->cookie, sizeof fixture->cookie, "%.*s", TEXT_ARGS(cookie));
    }
    answer_end(answer);
    return got;
}

static struct got get(struct fixture *fixture, const char *target) { return ask(fixture, "GET", target, NULL, ""); }

static struct got post(struct fixture *fixture, const char *target, const char *csrf, const char *fields)
{
    const char *body = text_string(fixture->arena, text_format(fixture->arena, "csrf=%s&%s", csrf, fields));
    return ask(fixture, "POST", target, body, "");
}

/* The proof in a page: of the sign-in page's hidden input, or of a note page's beginning. */
static const char *proof(struct fixture *fixture, const char *target)
{
    struct got page = get(fixture, target);
    const char *at = text_string(fixture->arena, page.body);
    const char *input = strstr(at, "name=\"csrf\" value=\"");
    return text_string(fixture->arena, (Text){input == NULL ? at : input + 19, 64});
}

static struct got sign_in(struct fixture *fixture, const char *name, const char *password)
{
    const char *fields = text_string(fixture->arena, text_format(fixture->arena, "name=%s&password=%s&next=/note", name, password));
    return post(fixture, "/sign-in", proof(fixture, "/sign-in"), fields);
}

/* Somebody signs in on the same browser while another is signed in there, from a page that was open before. */
static struct got sign_in_over(struct fixture *fixture, const char *name, const char *password)
{
    const char *csrf = proof(fixture, "/note");
    return post(fixture, "/sign-in", csrf, text_string(fixture->arena, text_format(fixture->arena, "name=%s&password=%s&next=/note", name, password)));
}

struct account {
    PersonId person;
    Text name, hash;
};

static Err write_account(Tx *tx, void *given)
{
    const struct account *account = given;
    return credential_put(tx, account->person, account->name, account->hash);
}

static void add_account(struct fixture *fixture, PersonId person, const char *name, const char *password)
{
    struct account account = {person, text_of(name), TEXT_NONE};
    struct request request = {.arena = fixture->arena, .site = &fixture->site, .authority = {1}, .now = fixture->now};
    assert_int_equal(sign_in_hash(fixture->arena, text_of(password), &account.hash).kind, OK);
    assert_int_equal(desk_write(&request, write_account, &account).kind, OK);
}

static int start(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    strcpy(fixture->folder, "/tmp/hearth-session-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    assert_int_equal(store_open(fixture->folder, &fixture->store).kind, OK);
    assert_int_equal(acts_open(fixture->store, &fixture->acts).kind, OK);
    fixture->arena = arena_new(0);
    fixture->now = START;
    clock_set_for_tests(START);
    fixture->site = (struct site){.routes = ROUTES, .route_count = sizeof ROUTES / sizeof ROUTES[0], .store = fixture->store,
                                  .acts = fixture->acts, .authority = {1}, .authority_name = T("Marlow Vale Council")};
    assert_null(routes_wrong(fixture->arena, ROUTES, fixture->site.route_count));
    add_account(fixture, NGOZI, "ngozi.farrell", "correct horse");
    add_account(fixture, DEE, "dee.lane", "other horse");
    taken = 0;
    *state = fixture;
    return 0;
}

static int stop(void **state)
{
    struct fixture *fixture = *state;
    char command[100];
    acts_close(fixture->acts);
    store_close(fixture->store);
    arena_free(fixture->arena);
    clock_set_for_tests(INSTANT_NONE);
    snprintf(command, sizeof command, "rm -r %s", fixture->folder);
    assert_int_equal(system(command), 0);
    free(fixture);
    return 0;
}

static void test_sign_in_and_out(void **state)
{
    struct fixture *fixture = *state;
    struct got got = get(fixture, "/note");
    assert_int_equal(got.status, 303);
    assert_true(text_equal(got.location, T("/sign-in"))); /* nothing says what was read here before, to whoever presses Back */
    got = sign_in(fixture, "++Ngozi.Farrell+", "correct+horse");
    assert_int_equal(got.status, 303);
    assert_true(text_equal(got.location, T("/note")));
    assert_true(text_contains(got.set_cookie, T("; Path=/; HttpOnly; SameSite=Lax")));
    assert_int_equal(get(fixture, "/note").status, 200);
    assert_int_equal(get(fixture, "/sign-in?next=/note").status, 303);
    got = post(fixture, "/sign-out", proof(fixture, "/note"), "");
    assert_int_equal(got.status, 303);
    assert_true(text_contains(got.set_cookie, T("Max-Age=0")));
    assert_int_equal(get(fixture, "/note").status, 303);
}

/* The token of the visit before is worth nothing after, nor is the old cookie after signing out. */
static void test_token_changes(void **state)
{
    struct fixture *fixture = *state;
    char before[200], during[200];
    (void)proof(fixture, "/sign-in");
    strcpy(before, fixture->cookie);
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    assert_string_not_equal(before, fixture->cookie);
    strcpy(during, fixture->cookie);
    strcpy(fixture->cookie, before);
    assert_int_equal(get(fixture, "/note").status, 303);
    strcpy(fixture->cookie, during);
    (void)post(fixture, "/sign-out", proof(fixture, "/note"), "");
    strcpy(fixture->cookie, during);
    assert_int_equal(get(fixture, "/note").status, 303);
}

static void test_sign_out_everywhere(void **state)
{
    struct fixture *fixture = *state;
    char telephone[200];
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    strcpy(telephone, fixture->cookie);
    fixture->cookie[0] = '\0';
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    (void)post(fixture, "/sign-out-everywhere", proof(fixture, "/note"), "");
    strcpy(fixture->cookie, telephone);
    assert_int_equal(get(fixture, "/note").status, 303);
}

static void test_leave(void **state)
{
    struct fixture *fixture = *state;
    char cookie[200];
    fixture->site.leave_to = T("https://www.example.org/weather");
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    strcpy(cookie, fixture->cookie);
    struct got got = get(fixture, "/leave");
    assert_true(text_equal(got.location, T("https://www.example.org/weather")));
    strcpy(fixture->cookie, cookie);
    assert_int_equal(get(fixture, "/note").status, 303);
}

static void test_https_cookie(void **state)
{
    struct fixture *fixture = *state;
    fixture->site.tls = true;
    struct got got = sign_in(fixture, "ngozi.farrell", "correct+horse");
    assert_true(text_begins(got.set_cookie, T("__Host-hearth=")));
    assert_true(text_contains(got.set_cookie, T("; Secure")));
}

/* One answer for an unknown name and a wrong password; then waiting, which a right password does not end; then it opens again. */
static void test_wrong_passwords(void **state)
{
    struct fixture *fixture = *state;
    struct got wrong = sign_in(fixture, "ngozi.farrell", "guess"), unknown = sign_in(fixture, "nobody", "guess");
    assert_int_equal(wrong.status, 422);
    assert_int_equal(unknown.status, 422);
    assert_true(text_contains(wrong.body, T("is not right")));
    assert_true(text_contains(unknown.body, T("is not right")));
    assert_false(text_contains(wrong.body, T("guess")));
    assert_true(text_contains(wrong.body, T("value=\"ngozi.farrell\"")));
    assert_true(text_contains(post(fixture, "/sign-in", proof(fixture, "/sign-in"), "name=&password=").body, T("Enter your password")));
    for (int i = 1; i < SIGN_IN_FREE_TRIES; i++)
        assert_int_equal(sign_in(fixture, "ngozi.farrell", "guess").status, 422);
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 422);
    fixture->now.us += (SIGN_IN_WAIT_SECONDS + 1) * SECOND_US;
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "guess").status, 422);
    fixture->now.us += (SIGN_IN_WAIT_SECONDS + 1) * SECOND_US;
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 422); /* the wait has doubled */
    fixture->now.us += SIGN_IN_WAIT_SECONDS * SECOND_US;
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    assert_int_equal(sign_in_wait_seconds(0), 0);
    assert_int_equal(sign_in_wait_seconds(SIGN_IN_FREE_TRIES), SIGN_IN_WAIT_SECONDS);
    assert_int_equal(sign_in_wait_seconds(INT64_MAX), SIGN_IN_WAIT_LONGEST_SECONDS);
}

/* As an act does it: a table that is made from the ledger. */
static void account_of_ngozi(struct fixture *fixture, bool begins)
{
    Tx *tx;
    assert_int_equal(store_write_begin(fixture->store).kind, OK);
    assert_int_equal(store_savepoint(fixture->store, fixture->arena, (AuthorityId){1}, NGOZI, fixture->now, TABLE_REPLAYED, &tx).kind, OK);
    Err end = begins ? worker_add(tx, NGOZI, DUTY_SOCIAL_WORKER, (TeamId){0}, (AgencyId){0}, (PersonId){0}, T("Social worker"), tx->read->today)
                     : worker_end(tx, NGOZI);
    assert_int_equal(end.kind, OK);
    assert_int_equal(store_release(tx).kind, OK);
    assert_int_equal(store_write_commit(fixture->store).kind, OK);
}

/* Somebody leaves: where they are signed in they are so no longer, and their password is that of nobody. */
static void test_an_ended_account_signs_in_no_more(void **state)
{
    struct fixture *fixture = *state;
    account_of_ngozi(fixture, true);
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    assert_int_equal(get(fixture, "/note").status, 200);
    account_of_ngozi(fixture, false);
    assert_int_equal(get(fixture, "/note").status, 303);
    fixture->cookie[0] = '\0';
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 422);
}

/* From one network address, many names: later. */
static void test_many_tries_from_one_address(void **state)
{
    struct fixture *fixture = *state;
    struct request request = {.arena = fixture->arena, .site = &fixture->site, .route = &ROUTES[1], .authority = {1}, .now = fixture->now, .from = T("203.0.113.9")};
    enum sign_in_end end = SIGN_IN_GOOD;
    PersonId person;
    char name[] = "a";
    for (int i = 0; i < 3; i++) { /* an office where many sign in rightly is not slowed */
        assert_int_equal(sign_in_check(&request, T("ngozi.farrell"), T("correct horse"), &end, &person).kind, OK);
        assert_int_equal(end, SIGN_IN_GOOD);
    }
    for (int i = 0; i < SIGN_IN_ADDRESS_TRIES; i++) {
        /* A password past its limit is counted, and costs no hash: the test stays short. */
        Text long_one = {arena_take(fixture->arena, SIGN_IN_PASSWORD + 1), SIGN_IN_PASSWORD + 1};
        assert_int_equal(sign_in_check(&request, text_of(name), long_one, &end, &person).kind, OK);
        assert_int_equal(end, SIGN_IN_WRONG);
    }
    assert_int_equal(sign_in_check(&request, T("ngozi.farrell"), T("correct horse"), &end, &person).kind, OK);
    assert_int_equal(end, SIGN_IN_LATER);
    request.now.us += SIGN_IN_ADDRESS_SECONDS * SECOND_US;
    assert_int_equal(sign_in_check(&request, T("ngozi.farrell"), T("correct horse"), &end, &person).kind, OK);
    assert_int_equal(end, SIGN_IN_GOOD);
    assert_int_equal(person.n, NGOZI.n);
}

static void test_session_ends(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    /* In use it lives on past the idle time, to the end of the longest. */
    for (int64_t us = 0; us + 20 * MINUTE_US < SESSION_LONGEST_US; us += 20 * MINUTE_US) {
        fixture->now.us += 20 * MINUTE_US;
        assert_int_equal(get(fixture, "/note").status, 200);
    }
    fixture->now.us = START.us + SESSION_LONGEST_US;
    assert_int_equal(get(fixture, "/note").status, 303);
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    fixture->now.us += SESSION_IDLE_US;
    assert_int_equal(get(fixture, "/note").status, 303);
}

/* The failure this is against: text lost when a session ended. */
static void test_form_too_late_is_kept(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    const char *csrf = proof(fixture, "/note");
    fixture->now.us += SESSION_IDLE_US;
    struct got got = post(fixture, "/note", csrf, "words=Ada+%26+Ben&password=secret");
    assert_int_equal(got.status, 303);
    assert_true(text_equal(got.location, T("/sign-in?next=/note")));
    assert_int_equal(taken, 0);
    assert_true(text_contains(get(fixture, "/sign-in?next=/note").body, T("What you typed is kept")));
    /* Somebody else at the same desk does not find it. */
    char session[200];
    strcpy(session, fixture->cookie);
    assert_int_equal(sign_in(fixture, "dee.lane", "other+horse").status, 303);
    assert_false(text_contains(get(fixture, "/note").body, T("Ada")));
    strcpy(fixture->cookie, session);
    got = sign_in(fixture, "ngozi.farrell", "correct+horse");
    assert_true(text_equal(got.location, T("/note")));
    assert_true(text_contains(get(fixture, "/note").body, T("|Ada & Ben")));
    /* Sent, it goes. Wrong, it stays until it is right. */
    assert_int_equal(post(fixture, "/note", proof(fixture, "/note"), "words=wrong").status, 422);
    assert_true(text_contains(get(fixture, "/note").body, T("|Ada & Ben")));
    assert_int_equal(post(fixture, "/note", proof(fixture, "/note"), "words=done").status, 303);
    assert_false(text_contains(get(fixture, "/note").body, T("Ada")));
    assert_int_equal(taken, 2);
}

/* A form opened before signing in again, sent after: the proof is of the old session. Kept and shown again, not done. */
static void test_form_of_an_earlier_session(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    const char *csrf = proof(fixture, "/note");
    fixture->cookie[0] = '\0';
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    const char *body = text_string(fixture->arena, text_format(fixture->arena, "csrf=%s&words=early", csrf));
    assert_int_equal(ask(fixture, "POST", "/note", body, "").status, 403); /* nothing says that it is ours */
    struct got got = ask(fixture, "POST", "/note", body, "same-origin");
    assert_int_equal(got.status, 303);
    assert_true(text_equal(got.location, T("/note")));
    assert_int_equal(taken, 0);
    assert_true(text_contains(get(fixture, "/note").body, T("|early")));
}

/* An open tab of Ngozi's, sent after Dee signed in there: neither Dee's act nor Dee's draft, and Dee reads nothing of it. */
static void test_form_of_somebody_else(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    const char *csrf = proof(fixture, "/note");
    assert_int_equal(sign_in_over(fixture, "dee.lane", "other+horse").status, 303);
    const char *dees = proof(fixture, "/note");
    const char *body = text_string(fixture->arena, text_format(fixture->arena, "csrf=%s&words=Ada+is+afraid", csrf));
    struct got got = ask(fixture, "POST", "/note", body, "same-origin");
    assert_int_equal(got.status, 409);
    assert_true(text_contains(got.body, T("This form was opened by somebody else in this browser")));
    assert_false(text_contains(got.body, T("Ada")));
    assert_false(text_contains(get(fixture, "/note").body, T("Ada")));
    /* An address Dee may not have, and the page's script, which goes on saving. */
    const char *drafted = text_string(fixture->arena, text_format(fixture->arena, "csrf=%s&draft-of=/child/5&words=Ben+too", csrf));
    assert_int_equal(ask(fixture, "POST", "/draft", drafted, "same-origin").status, 409);
    got = ask(fixture, "POST", "/closed", body, "same-origin");
    assert_int_equal(got.status, 409);
    assert_true(text_contains(got.body, T("opened by somebody else")));
    const char *own = text_string(fixture->arena, text_format(fixture->arena, "csrf=%s&words=mine", dees));
    assert_int_equal(ask(fixture, "POST", "/closed", own, "same-origin").status, 403);
    assert_int_equal(taken, 0);
    /* Dee's own session over: still Ngozi's. */
    fixture->now.us += SESSION_IDLE_US;
    body = text_string(fixture->arena, text_format(fixture->arena, "csrf=%s&words=Ada+ran", csrf));
    got = ask(fixture, "POST", "/note", body, "same-origin");
    assert_int_equal(got.status, 409);
    fixture->cookie[0] = '\0';
    assert_int_equal(sign_in(fixture, "dee.lane", "other+horse").status, 303);
    assert_true(text_equal(get(fixture, "/note").body, (Text){get(fixture, "/note").body.at, 65})); /* a proof, and no words */
    fixture->cookie[0] = '\0';
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    assert_true(text_contains(get(fixture, "/note").body, T("|Ada ran")));
    assert_int_equal(taken, 0);
}

/* Signed out in one tab, a form sent from another: kept, and the sign-in page says so, not of what. A proof of no session keeps nothing, and
 * says that. */
static void test_form_after_signing_out(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    const char *csrf = proof(fixture, "/note");
    assert_int_equal(post(fixture, "/sign-out", csrf, "").status, 303);
    fixture->cookie[0] = '\0';
    const char *body = text_string(fixture->arena, text_format(fixture->arena, "csrf=%s&words=late", csrf));
    struct got got = ask(fixture, "POST", "/note", body, "same-origin");
    assert_int_equal(got.status, 303);
    assert_true(text_equal(got.location, T("/sign-in?kept=yes")));
    assert_true(text_contains(get(fixture, "/sign-in?kept=yes").body, T("What you typed is kept")));
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    assert_true(text_contains(get(fixture, "/note").body, T("|late")));
    body = "csrf=0123456789012345678901234567890123456789012345678901234567890123&words=strange";
    assert_int_equal(ask(fixture, "POST", "/note", body, "same-origin").status, 403);
    assert_true(text_contains(get(fixture, "/note").body, T("|late")));
    assert_int_equal(taken, 0);
}

static void test_draft_by_script(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    const char *csrf = proof(fixture, "/note");
    assert_int_equal(post(fixture, "/draft", csrf, "draft-of=/note&words=half+a+sen").status, 204);
    assert_true(text_contains(get(fixture, "/note").body, T("|half a sen")));
    assert_int_equal(post(fixture, "/draft", csrf, "draft-of=/nowhere&words=x").status, 422);
    assert_int_equal(post(fixture, "/draft", "", "draft-of=/note&words=x").status, 403);
    /* Broken bytes: said, and kept with what could be kept. */
    assert_int_equal(post(fixture, "/note", csrf, "words=left%00right").status, 422);
    assert_true(text_contains(get(fixture, "/note").body, T("|left\xef\xbf\xbdright")));
    fixture->now.us += SESSION_IDLE_US;
    assert_int_equal(post(fixture, "/draft", csrf, "draft-of=/note&words=too+late").status, 303);
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    assert_true(text_contains(get(fixture, "/note").body, T("|too late")));
}

/* One sign-in fills no disk: of more drafts than DRAFTS the oldest goes. */
static void test_drafts_have_an_end(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    const char *csrf = proof(fixture, "/note");
    assert_int_equal(post(fixture, "/draft", csrf, "draft-of=/note&words=the+first").status, 204);
    for (int i = 1; i <= DRAFTS; i++) {
        char body[60];
        assert_true(text_contains(get(fixture, "/note").body, T("|the first")));
        fixture->now.us += 1;
        snprintf(body, sizeof body, "draft-of=/child/%d&words=x", i);
        assert_int_equal(post(fixture, "/draft", csrf, body).status, 204);
    }
    assert_false(text_contains(get(fixture, "/note").body, T("|the first")));
}

/* The way back leads to pages of ours only. */
static void test_next(void **state)
{
    static const char *const table[][2] = {
        {"/note", "/note"},       {"", "/"},         {"//example.org", "/"}, {"https://example.org/", "/"}, {"/\\example.org", "/"},
        {"/nowhere", "/"},        {"/sign-in", "/"}, {"/draft", "/"},        {"/leave", "/"},        {"/child/5", "/child/5"},      {"/note%0d%0aX: y", "/"},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        struct form_value value = {T("next"), text_of(table[i][0])};
        struct request request = {.arena = fixture->arena, .site = &fixture->site, .method = METHOD_GET, .path = T("/sign-in"), .query = {&value, 1}};
        if (!text_equal_string(sign_in_next(&request), table[i][1]))
            fail_msg("'%s' leads to '%.*s'", table[i][0], TEXT_ARGS(sign_in_next(&request)));
    }
}

/* A page is in the looks before it leaves; a refusal too. */
static void test_looks_are_kept(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(get(fixture, "/looked/5120").status, 303); /* nobody looked */
    assert_int_equal(sign_in(fixture, "ngozi.farrell", "correct+horse").status, 303);
    assert_int_equal(get(fixture, "/looked/5120").status, 200);
    assert_int_equal(get(fixture, "/child/5121").status, 404);
    assert_int_equal(get(fixture, "/note").status, 200);
    Read *read;
    struct looks looks;
    assert_int_equal(store_read_begin(fixture->store, fixture->arena, (AuthorityId){1}, NGOZI, fixture->now, &read).kind, OK);
    assert_int_equal(look_after(read, 0, &looks).kind, OK);
    assert_int_equal(looks.count, 3);
    assert_true(text_equal(looks.at[0].route, T("sign_in_send")));
    assert_int_equal(looks.at[0].actor.n, NGOZI.n);
    looks.at++;
    assert_true(text_equal(looks.at[0].route, T("looked")));
    assert_false(looks.at[0].refused);
    assert_int_equal(looks.at[0].actor.n, NGOZI.n);
    assert_int_equal(looks.at[0].children.count, 1);
    assert_int_equal(looks.at[0].children.at[0].n, 5120);
    assert_true(text_equal(looks.at[1].route, T("child")));
    assert_true(looks.at[1].refused);
    assert_int_equal(looks.at[1].children.at[0].n, 5121);
    store_read_end(read);
}

#define WITH_STORE(test) cmocka_unit_test_setup_teardown(test, start, stop)
int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_STORE(test_sign_in_and_out),
        WITH_STORE(test_token_changes),
        WITH_STORE(test_sign_out_everywhere),
        WITH_STORE(test_leave),
        WITH_STORE(test_https_cookie),
        WITH_STORE(test_wrong_passwords),
        WITH_STORE(test_an_ended_account_signs_in_no_more),
        WITH_STORE(test_many_tries_from_one_address),
        WITH_STORE(test_session_ends),
        WITH_STORE(test_form_too_late_is_kept),
        WITH_STORE(test_form_of_an_earlier_session),
        WITH_STORE(test_form_of_somebody_else),
        WITH_STORE(test_form_after_signing_out),
        WITH_STORE(test_draft_by_script),
        WITH_STORE(test_drafts_have_an_end),
        WITH_STORE(test_next),
        WITH_STORE(test_looks_are_kept),
    };
    return cmocka_run_group_tests_name("session", tests, NULL, NULL);
}
