#include "web/answer.h"

#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/random.h"
#include "store/duty.h"
#include "web/draft.h"
#include "web/fields.h"
#include "web/look_keep.h"
#include "web/changes.h"
#include "web/permit.h"
#include "web/seat.h"
#include "web/session.h"
#include "web/upload.h"

static Instant monotonic(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (Instant){(int64_t)now.tv_sec * SECOND_US + now.tv_nsec / 1000};
}

/* Two groups of four characters that can be read over a telephone and spell nothing. */
static Text reference_new(Arena *arena)
{
    static const char letters[] = "23456789BCDFGHJKMNPQRSTVWXZ";
    unsigned char random[8];
    char *at = arena_take(arena, 9);
    random_bytes(random, sizeof random);
    for (size_t i = 0; i < 8; i++)
        at[i + i / 4] = letters[random[i] % (sizeof letters - 1)];
    at[4] = '-';
    return (Text){at, 9};
}

/* Decides the answer as the page of a problem, in these words; whatever the handler wrote goes. */
static void answer_words(struct answer *answer, struct problem_words words)
{
    struct request *request = &answer->request;
    struct response *response = &answer->response;
    response->status = words.status;
    response->body = out_new(answer->arena);
    response->bytes = TEXT_NONE;
    response_stream_end(response);
    response->header_count = 0;
    response->may_be_kept = false;
    response->content_type = T("text/html; charset=utf-8");
    if (answer->request.site->problem_page != NULL && !arena_over(answer->arena))
        answer->request.site->problem_page(request, response, &words);
    if (response->body.len == 0 || arena_over(answer->arena)) {
        response->body = out_new(answer->arena);
        response->content_type = T("text/plain; charset=utf-8");
        problem_plain(&response->body, &words);
    }
    answer->decided = true;
}

static void answer_problem(struct answer *answer, int status, const char *says)
{
    struct problem_words words = problem_words(status, answer->request.reference);
    words.status = status;
    words.says = says == NULL ? words.says : says;
    answer_words(answer, words);
}

/* Back to the page only for whoever's session ran out there. Who left or signed out has no session to show: then nothing in the address says
 * what was read before, to whoever presses Back next. kept: what they typed is. */
static void answer_sign_in(struct answer *answer, bool kept)
{
    Out to = out_new(answer->arena);
    out_string(&to, "/sign-in");
    if (answer->request.session.past.n != 0) {
        out_string(&to, "?next=");
        out_text(&to, answer->request.path);
    } else if (kept) {
        out_string(&to, "?kept=yes");
    }
    response_see_path(&answer->response, out_all(&to));
    answer->decided = true;
}

/* The keeping of the look, before the answer may leave: what was shown, and what was refused. */
static void answer_look(struct answer *answer)
{
    struct request *request = &answer->request;
    bool refused = answer->end.kind == NOT_ALLOWED || answer->end.kind == NOT_FOUND;
    bool page = request->method == METHOD_GET || answer->response.body.len > 0;
    if (request->site->acts == NULL || request->person.n == 0 || request->route == NULL)
        return;
    if (refused ? request->route->may.who == WHO_ANYONE : request->route->look != LOOK || !page)
        return; /* what anyone may see refuses nobody: a picture that is not there */
    if (!refused && request->look_kept)
        return;
    Err kept = look_keep(request, refused);
    if (kept.kind != OK) {
        answer->end = kept;
        response_stream_end(&answer->response);
        answer->response = response_new(answer->arena);
        answer_problem(answer, response_status(kept.kind), NULL);
    }
}

/* Gives an answer that has ended its status and, where nobody wrote one, its page. */
static void answer_settle(struct answer *answer)
{
    struct response *response = &answer->response;
    if (arena_over(answer->arena))
        answer->end = err(BROKEN, "the request's arena is over");
    if (response->status == 0 || answer->end.kind != OK)
        response->status = response_status(answer->end.kind);
    bool own_page = (answer->end.kind == NOT_VALID || answer->end.kind == NOT_NOW) && response->body.len > 0;
    if (answer->end.kind != OK && !own_page) /* half a page of something refused must not leave */
        answer_problem(answer, response->status, NULL);
    request_read_end(&answer->request);
    answer_look(answer);
    answer->decided = true;
}

static enum method method_of(const char *method)
{
    if (strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0)
        return METHOD_GET;
    return strcmp(method, "POST") == 0 ? METHOD_POST : METHOD_NONE;
}

/* Finds the row. False: the answer is decided. */
static bool answer_route(struct answer *answer, const char *target)
{
    struct request *request = &answer->request;
    Text rest = text_copy(answer->arena, text_of(target));
    request->path = text_cut(&rest, '?');
    request->query_text = rest;
    if (rest.len > QUERY_LENGTH || fields_of_form(answer->arena, rest, &request->query) != FORM_FINE) {
        answer_problem(answer, 400, NULL);
        return false;
    }
    const struct site *site = request->site;
    const struct route *route = NULL;
    switch (route_find(answer->arena, site->routes, site->route_count, request->method, request->path, &route, &request->ids)) {
    case ROUTE_FOUND:
        request->route = route;
        return true;
    case ROUTE_OTHER_METHOD:
        answer_problem(answer, 405, NULL);
        response_header(&answer->response, "Allow", route->method == METHOD_GET ? T("GET, HEAD") : T("POST"));
        return false;
    case ROUTE_UNKNOWN: answer_problem(answer, 404, NULL); return false;
    case ROUTE_BROKEN: answer_problem(answer, 400, NULL); return false;
    }
    return false;
}

/* The status that refuses the body as it was announced; 0: it may come. */
static int body_refused(const struct request *request, const struct incoming *incoming)
{
    const struct route *route = request->route;
    if (incoming->length == -2 || (incoming->chunked && incoming->length >= 0))
        return 400; /* two lengths: a proxy before us may have believed the other */
    if (route->body == NO_BODY)
        return incoming->chunked || incoming->length > 0 ? 413 : 0;
    if (incoming->chunked || incoming->length < 0)
        return 411;
    return incoming->length > (upload_is_one(request) ? (int64_t)UPLOAD_BODY : (int64_t)route->body) ? 413 : 0;
}

static Text from_address(const struct site *site, const struct incoming *incoming)
{
    Text given = incoming->headers.forwarded_for, last = TEXT_NONE;
    if (!site->behind_proxy || given.len == 0)
        return incoming->peer;
    while (given.len > 0)
        last = text_cut(&given, ',');
    return text_trim(last);
}

/* May what was typed be read before anybody is signed in? From whoever's session ran out; else as much as signing in takes from anybody, for
 * those who signed out beside an open form. */
static bool keeps_unsigned(const struct request *request, int64_t length)
{
    if (request->method != METHOD_POST)
        return false;
    return request->session.past.n != 0 || (session_origin(request) == ORIGIN_OURS && length > 0 && length <= FORM_64K);
}

/* Session, origin, permission. May decide the answer. `length` is of the body that was announced. */
static void answer_who(struct answer *answer, int64_t length)
{
    struct request *request = &answer->request;
    const struct route *route = request->route;
    Read *read;
    answer->end = session_find(request);
    if (answer->end.kind == OK && route->may.who == WHO_SEAT)
        answer->end = seat_find(request);
    if (answer->end.kind == OK && request->person.n != 0)
        answer->end = request_read(request, &read);
    if (answer->end.kind == OK && request->person.n != 0)
        answer->end = duty_of_reader(read, &request->duty);
    if (answer->end.kind == OK && request->method == METHOD_POST && session_origin(request) == ORIGIN_OTHER)
        answer->end = err(NOT_ALLOWED, "the form came from another site");
    if (answer->end.kind == OK && route->may.who == WHO_SEAT && request->person.n == 0) {
        response_see_path(&answer->response, T("/seat")); /* the code once more: the seat's room is closed, or it was given to another phone */
        answer->decided = true;
        return;
    }
    if (answer->end.kind == OK && route->may.who != WHO_ANYONE && request->person.n == 0) {
        answer->keep_only = keeps_unsigned(request, length); /* the body is read, kept as a draft, and sign-in comes first */
        if (!answer->keep_only)
            answer_sign_in(answer, false);
        return;
    }
    if (answer->end.kind != OK) {
        answer_settle(answer);
        return;
    }
    answer->end = permit(request);
    answer->refused = answer->end.kind != OK && request->method == METHOD_POST && length > 0 && session_origin(request) == ORIGIN_OURS &&
                      (answer->end.kind == NOT_ALLOWED || answer->end.kind == NOT_FOUND);
    if (answer->end.kind != OK && !answer->refused)
        answer_settle(answer);
}

struct answer *answer_begin(const struct site *site, const struct incoming *incoming)
{
    Arena *arena = arena_new(0);
    struct answer *answer = ARENA_NEW(arena, struct answer);
    struct request *request = &answer->request;
    Instant now = clock_now();
    answer->arena = arena;
    answer->response = response_new(arena);
    *request = (struct request){.arena = arena, .site = site, .method = method_of(incoming->method), .headers = incoming->headers,
                                .from = from_address(site, incoming), .reference = reference_new(arena),
                                .authority = site->authority, .now = now, .today = instant_london_date(now), .started = monotonic()};
    fields_of_cookies(arena, incoming->headers.cookie, &request->cookies);
    if (!answer_route(answer, incoming->target))
        return answer;
    int refused = body_refused(request, incoming);
    if (refused != 0) {
        answer_problem(answer, refused, NULL);
        return answer;
    }
    answer_who(answer, incoming->length);
    if (!answer->decided && upload_is_one(request)) {
        answer->upload = upload_begin(request);
        answer->body_room = (size_t)incoming->length;
    } else if (!answer->decided && incoming->length > 0) {
        answer->body_room = (size_t)incoming->length;
        answer->body = arena_take(arena, answer->body_room);
    }
    if (answer->request.method == METHOD_POST)
        request_read_end(request); /* no view of the record stays open while a body drips in */
    return answer;
}

bool answer_body(struct answer *answer, const void *bytes, size_t len)
{
    if (len > answer->body_room - answer->body_len)
        return false;
    if (answer->upload != NULL)
        upload_take(answer->upload, (Text){bytes, len});
    else
        memcpy(answer->body + answer->body_len, bytes, len);
    answer->body_len += len;
    return true;
}

/* Keeps what was typed for the person whose form it was. Them it sends on: to sign in, or back to the form. Somebody else who signed in there
 * since is told so, and is shown nothing of it. */
static void answer_keep(struct answer *answer, PersonId opener)
{
    static const struct problem_words OF_ANOTHER = {
        .status = 409, .title = "This form was opened by somebody else in this browser",
        .says = "It was not sent, and nothing was recorded under your name. What was typed is kept: sign in as the one who wrote it, and it is there."};
    struct request *request = &answer->request;
    PersonId reader = request->person.n != 0 ? request->person : request->session.past;
    answer->end = answer->upload == NULL ? ok() : upload_keep(answer->upload, opener);
    if (answer->end.kind == OK)
        answer->end = draft_keep(request, opener);
    if (answer->end.kind != OK)
        answer_settle(answer);
    else if (reader.n != 0 && reader.n != opener.n)
        answer_words(answer, OF_ANOTHER);
    else if (request->person.n == 0)
        answer_sign_in(answer, true);
    else
        draft_see_form(request, &answer->response);
    answer->decided = true;
}

/* A form that is not done as it came: of a session that is over, of an earlier one of the same browser, or of nobody known. Its text must not
 * be lost, nor become somebody else's: what the form carries says in whose session it was opened. */
static void answer_not_done(struct answer *answer, bool proved)
{
    struct request *request = &answer->request;
    PersonId opener = proved ? request->session.past : (PersonId){0};
    Err end = ok();
    if (!proved && session_origin(request) == ORIGIN_OURS && request->route->may.who != WHO_ANYONE)
        end = session_opened_by(request, form_get(&request->form, T("csrf")), &opener);
    if (end.kind != OK) {
        answer->end = end;
        answer_settle(answer);
    } else if (answer->refused && (opener.n == 0 || opener.n == request->person.n)) {
        answer_settle(answer);
    } else if (opener.n != 0) {
        answer_keep(answer, opener);
    } else if (answer->keep_only && request->session.past.n == 0) {
        answer_sign_in(answer, false);
    } else {
        answer->end = err(NOT_ALLOWED, "the form's csrf is of no session that is known");
        answer_problem(answer, 403, "The page you sent was opened too long ago, or cookies are off. Open it again and send it once more.");
    }
}

/* Names and values of a POST. False: the answer is decided. */
static bool answer_fields(struct answer *answer, enum form_fault *ret_fault)
{
    struct request *request = &answer->request;
    Text type = request->headers.content_type;
    int status;
    if (answer->upload != NULL) {
        answer->end = upload_end(answer->upload, &request->form, ret_fault, &status);
        if (answer->end.kind != OK)
            answer_problem(answer, status, NULL);
        return answer->end.kind == OK;
    }
    request->body = (Text){answer->body, answer->body_len};
    if (!answer->refused && !text_equal(text_trim(text_cut(&type, ';')), T("application/x-www-form-urlencoded"))) {
        answer_problem(answer, 415, NULL);
        return false;
    }
    *ret_fault = fields_of_form(answer->arena, request->body, &request->form);
    return true;
}

/* The files that came wait for their form from here on; one it says shall go waits no more. False: the answer is decided. */
static bool answer_files(struct answer *answer)
{
    struct request *request = &answer->request;
    if (answer->upload != NULL)
        answer->end = upload_keep(answer->upload, request->person);
    if (answer->end.kind == OK)
        answer->end = upload_remove(request);
    if (answer->end.kind != OK)
        answer_settle(answer);
    return answer->end.kind == OK;
}

/* Reads a POST's form and its proof. False: the answer is decided. */
static bool answer_form(struct answer *answer)
{
    struct request *request = &answer->request;
    enum form_fault fault;
    if (!answer_fields(answer, &fault))
        return false;
    bool proved = session_csrf_good(request, form_get(&request->form, T("csrf")));
    if (answer->keep_only || answer->refused || !proved) {
        answer_not_done(answer, proved);
        return false;
    }
    if (!answer_files(answer))
        return false;
    if (fault != FORM_FINE) {
        if (request->person.n != 0 && request->route->may.who != WHO_ANYONE)
            answer->end = draft_keep(request, request->person);
        if (answer->end.kind == OK)
            answer->end = err(NOT_VALID, "the form could not be read");
        answer_problem(answer, response_status(answer->end.kind), answer->end.kind == NOT_VALID ? form_fault_words(fault) : NULL);
        return false;
    }
    if (!text_to_int(form_get(&request->form, T("as_of")), &request->as_of))
        request->as_of = 0;
    Text once = form_get(&request->form, T("once"));
    request->once = once.len == ONCE_KEY ? once : TEXT_NONE;
    return true;
}

static void answer_handle(struct answer *answer)
{
    struct request *request = &answer->request;
    struct response *response = &answer->response;
    Read *read;
    /* A page's read transaction is open before its handler runs; a POST opens one when it needs to read. */
    if (request->method == METHOD_GET && request->person.n != 0 && request->route->may.who != WHO_ANYONE)
        answer->end = request_read(request, &read);
    if (answer->end.kind == OK)
        answer->end = request->route->handle(request, response);
    bool refused = answer->end.kind == NOT_VALID || answer->end.kind == NOT_NOW;
    bool done = answer->end.kind == OK && response->status == 303 && !arena_over(answer->arena);
    request_read_end(request);
    if (done && request->method == METHOD_POST) {
        draft_forget(request, request->path);
        upload_forget(request);
        if (request->ids.conference.n != 0)
            changes_tell(request->ids.conference);
    } else if (refused && answer->upload != NULL) { /* the file waits, so what was typed beside it does too, whatever becomes of the page */
        Err kept = draft_keep(request, request->person);
        (void)kept;
    }
    answer_settle(answer);
}

void answer_finish(struct answer *answer)
{
    struct request *request = &answer->request;
    if (!answer->decided && (request->method != METHOD_POST || answer_form(answer)))
        answer_handle(answer);
    request_read_end(request);
    session_seen(request);
    session_cookie(request, &answer->response);
}

void answer_end(struct answer *answer)
{
    struct request *request = &answer->request;
    int64_t took = monotonic().us - request->started.us;
    const char *name = request->route == NULL ? "-" : request->route->name;
    request_read_end(request);
    upload_abandon(answer->upload);
    response_stream_end(&answer->response);
    log_info("%.*s %s %s %d %lldus %lld statements %zu bytes%s%s", TEXT_ARGS(request->reference), name,
             request->method == METHOD_POST ? "POST" : request->method == METHOD_GET ? "GET" : "-", answer->response.status,
             (long long)took, (long long)request->statements, arena_used(answer->arena),
             answer->end.kind == OK ? "" : " ", answer->end.kind == OK ? "" : answer->end.why);
    arena_free(answer->arena);
}
