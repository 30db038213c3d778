#include "web/session.h"

#include <sodium.h>
#include <string.h>

#include "base/random.h"
#include "store/draft_sql.h"
#include "store/session_sql.h"
#include "store/upload_sql.h"
#include "web/desk.h"
#include "web/site.h"

enum { TOKEN_BYTES = 32, TOKEN_HEX = 2 * TOKEN_BYTES };

/* Without https a browser refuses __Host-; with it, no neighbouring host can set the cookie. */
static const char *cookie_name(const struct site *site) { return site->tls ? "__Host-hearth" : "hearth"; }

static Text hex_of(Arena *arena, const unsigned char *bytes, size_t len)
{
    char *hex = arena_take(arena, 2 * len + 1);
    sodium_bin2hex(hex, 2 * len + 1, bytes, len);
    return (Text){hex, 2 * len};
}

/* A hash of the token, for one purpose. Without the token nobody can make it; from it nobody learns the token. */
static Text token_hash(Arena *arena, Text token, const char *purpose)
{
    unsigned char hash[crypto_generichash_BYTES];
    crypto_generichash(hash, sizeof hash, (const unsigned char *)purpose, strlen(purpose), (const unsigned char *)token.at, token.len);
    return hex_of(arena, hash, sizeof hash);
}

static bool is_token(Text text)
{
    if (text.len != TOKEN_HEX)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (!((text.at[i] >= '0' && text.at[i] <= '9') || (text.at[i] >= 'a' && text.at[i] <= 'f')))
            return false;
    return true;
}

static void token_take(struct request *request, Text token, bool fresh)
{
    request->session = (struct session){.token = token, .hash = token_hash(request->arena, token, "session"), .fresh = fresh};
}

static void token_new(struct request *request)
{
    unsigned char bytes[TOKEN_BYTES];
    random_bytes(bytes, sizeof bytes);
    token_take(request, hex_of(request->arena, bytes, sizeof bytes), true);
    sodium_memzero(bytes, sizeof bytes);
}

Err session_find(struct request *request)
{
    Text token = form_get(&request->cookies, text_of(cookie_name(request->site)));
    if (!is_token(token)) {
        token_new(request);
        return ok();
    }
    token_take(request, token, false);
    if (request->site->store == NULL)
        return ok();
    Read *read;
    TRY(store_read_begin(request->site->store, request->arena, request->authority, (PersonId){0}, request->now, &read));
    struct session_of_hash row;
    bool found = false;
    Err end = session_of_hash(read, request->session.hash, &row, &found);
    request->statements += read->statements;
    store_read_end(read);
    if (end.kind != OK || !found)
        return end;
    struct session *session = &request->session;
    session->begun = row.begun;
    session->last_seen = row.last_seen;
    session->ends = row.ends;
    session->past = row.person;
    bool live = request->now.us < row.ends.us && request->now.us < row.last_seen.us + SESSION_IDLE_US;
    if (live)
        session->person = request->person = row.person;
    return ok();
}

static Err write_seen(Tx *tx, void *given)
{
    struct request *request = given;
    return session_touch(tx, request->session.hash);
}

void session_seen(struct request *request)
{
    struct session *session = &request->session;
    if (session->person.n == 0 || request->now.us < session->last_seen.us + SESSION_SEEN_EVERY_US)
        return;
    Err end = desk_write(request, write_seen, request);
    (void)end; /* the next request tries again; the answer of this one stands */
}

static void set_cookie(const struct request *request, struct response *response, Text value, const char *more)
{
    response_header(response, "Set-Cookie",
                    text_format(request->arena, "%s=%.*s; Path=/; HttpOnly; SameSite=Lax%s%s", cookie_name(request->site), TEXT_ARGS(value),
                                request->site->tls ? "; Secure" : "", more));
}

/* What stands in the store of a form's proof: whoever reads it there can't make a form. */
static Text proof_hash(Arena *arena, Text csrf) { return token_hash(arena, csrf, "proof"); }

struct session_begun {
    struct request *request;
    Text before; /* hash of the visit's or session's token until now */
};

static Err write_begin(Tx *tx, void *given)
{
    const struct session_begun *begun = given;
    const struct session *session = &begun->request->session;
    TRY(session_over(tx, begun->before));
    TRY(session_forget_old(tx, session->person, (Instant){begun->request->now.us - SESSION_KEPT_US}));
    TRY(draft_forget_old(tx, session->person, (Instant){begun->request->now.us - DRAFT_KEPT_US}));
    TRY(upload_forget_old(tx, session->person, (Instant){begun->request->now.us - DRAFT_KEPT_US}));
    Text proof = proof_hash(begun->request->arena, session_csrf(begun->request));
    return session_put(tx, session->hash, proof, session->person, session->begun, session->ends);
}

Err session_begin(struct request *request, struct response *response, PersonId person)
{
    struct session before = request->session;
    struct session_begun begun = {request, before.hash};
    token_new(request);
    struct session *session = &request->session;
    session->person = session->past = person;
    session->begun = session->last_seen = request->now;
    session->ends = (Instant){request->now.us + SESSION_LONGEST_US};
    Err end = desk_write(request, write_begin, &begun);
    if (end.kind != OK) {
        request->session = before;
        return end;
    }
    request->person = person;
    session->fresh = false;
    set_cookie(request, response, session->token, "");
    return ok();
}

static Err write_end(Tx *tx, void *given)
{
    struct request *request = given;
    return session_over(tx, request->session.hash);
}

static Err write_end_everywhere(Tx *tx, void *given)
{
    struct request *request = given;
    return session_over_everywhere(tx, request->session.person);
}

static Err session_leave(struct request *request, struct response *response, Err (*work)(Tx *tx, void *given))
{
    TRY(desk_write(request, work, request));
    request->session.person = (PersonId){0};
    request->session.fresh = false;
    set_cookie(request, response, TEXT_NONE, "; Max-Age=0");
    return ok();
}

Err session_end(struct request *request, struct response *response) { return session_leave(request, response, write_end); }

Err session_end_everywhere(struct request *request, struct response *response)
{
    return session_leave(request, response, write_end_everywhere);
}

void session_cookie(const struct request *request, struct response *response)
{
    /* Only a page with a form needs it: pictures and health carry none, and never change the cookie under a page. */
    if (request->session.fresh && request->session.form)
        set_cookie(request, response, request->session.token, "");
}

Text session_csrf(struct request *request) { return token_hash(request->arena, request->session.token, "csrf"); }

bool session_csrf_good(struct request *request, Text given)
{
    Text right = session_csrf(request);
    return given.len == right.len && sodium_memcmp(given.at, right.at, right.len) == 0;
}

Err session_opened_by(struct request *request, Text given, PersonId *ret_person)
{
    Read *read;
    struct session_of_proof row;
    bool found;
    *ret_person = (PersonId){0};
    if (request->site->store == NULL || !is_token(given)) /* both are 32 bytes in hexadecimal */
        return ok();
    TRY(request_read(request, &read));
    Err end = session_of_proof(read, proof_hash(request->arena, given), &row, &found);
    request_read_end(request);
    if (end.kind == OK && found)
        *ret_person = row.person;
    return end;
}

enum origin session_origin(const struct request *request)
{
    const struct request_headers *headers = &request->headers;
    if (!text_is_empty(headers->fetch_site))
        return text_equal(headers->fetch_site, T("same-origin")) || text_equal(headers->fetch_site, T("none")) ? ORIGIN_OURS : ORIGIN_OTHER;
    if (text_is_empty(headers->origin) || text_equal(headers->origin, T("null")))
        return ORIGIN_UNSAID;
    Text ours = request->site->origin;
    if (text_is_empty(ours))
        ours = text_join(request->arena, request->site->tls ? T("https://") : T("http://"), headers->host);
    return text_equal(headers->origin, ours) ? ORIGIN_OURS : ORIGIN_OTHER;
}
