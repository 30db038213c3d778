#include "web/seat.h"

#include <sodium.h>
#include <string.h>

#include "base/random.h"
#include "store/room_seat_sql.h"
#include "web/desk.h"
#include "web/session.h"
#include "web/site.h"

enum { TOKEN_BYTES = 32, TOKEN_HEX = 2 * TOKEN_BYTES };

/* Can be read over a telephone, and spells nothing. */
static const char LETTERS[] = "23456789BCDFGHJKMNPQRSTVWXZ";

static const char *cookie_name(const struct site *site) { return site->tls ? "__Host-hearth-seat" : "hearth-seat"; }

static Text hex_hash(Arena *arena, Text words, const unsigned char *key, size_t key_len)
{
    unsigned char hash[crypto_generichash_BYTES];
    char *hex = arena_take(arena, 2 * sizeof hash + 1);
    crypto_generichash(hash, sizeof hash, (const unsigned char *)words.at, words.len, key, key_len);
    sodium_bin2hex(hex, 2 * sizeof hash + 1, hash, sizeof hash);
    return (Text){hex, 2 * sizeof hash};
}

static bool is_token(Text text)
{
    bool good = text.len == TOKEN_HEX;
    for (size_t i = 0; good && i < text.len; i++)
        good = (text.at[i] >= '0' && text.at[i] <= '9') || (text.at[i] >= 'a' && text.at[i] <= 'f');
    return good;
}

static Text token_hash(const struct request *request, Text token) { return hex_hash(request->arena, text_join(request->arena, T("seat "), token), NULL, 0); }

Err seat_find(struct request *request)
{
    Text token = form_get(&request->cookies, text_of(cookie_name(request->site)));
    struct seat_session_of row;
    bool found = false;
    Read *read;
    request->person = (PersonId){0};
    if (!is_token(token) || request->site->store == NULL)
        return ok();
    Text hash = token_hash(request, token);
    TRY(store_read_begin(request->site->store, request->arena, request->authority, (PersonId){0}, request->now, &read));
    Err end = seat_session_of(read, hash, &row, &found);
    request->statements += read->statements;
    store_read_end(read);
    if (end.kind != OK || !found)
        return end;
    request->seat = (struct seat_held){row.invitation, row.conference, row.family, row.session, hash};
    request->person = row.person;
    return ok();
}

static void set_cookie(const struct request *request, struct response *response, Text value, const char *more)
{
    response_header(response, "Set-Cookie",
                    text_format(request->arena, "%s=%.*s; Path=/; HttpOnly; SameSite=Lax%s%s", cookie_name(request->site), TEXT_ARGS(value),
                                request->site->tls ? "; Secure" : "", more));
}

struct seat_begun {
    Text hash, code;
    InvitationId invitation;
};

static Err write_begin(Tx *tx, void *given)
{
    const struct seat_begun *begun = given;
    return seat_session_put(tx, begun->hash, begun->invitation, begun->code);
}

Err seat_begin(struct request *request, struct response *response, InvitationId invitation, Text code)
{
    unsigned char bytes[TOKEN_BYTES];
    char *hex = arena_take(request->arena, TOKEN_HEX + 1);
    random_bytes(bytes, sizeof bytes);
    sodium_bin2hex(hex, TOKEN_HEX + 1, bytes, sizeof bytes);
    sodium_memzero(bytes, sizeof bytes);
    Text token = {hex, TOKEN_HEX};
    struct seat_begun begun = {token_hash(request, token), text_is_empty(code) ? TEXT_NONE : code, invitation};
    TRY(desk_write(request, write_begin, &begun));
    set_cookie(request, response, token, "");
    return ok();
}

static Err write_end(Tx *tx, void *given)
{
    const Text *hash = given;
    return seat_session_end(tx, *hash);
}

Err seat_leave(struct request *request, struct response *response)
{
    Text token = form_get(&request->cookies, text_of(cookie_name(request->site)));
    if (!is_token(token))
        return ok();
    Text hash = token_hash(request, token);
    TRY(desk_write(request, write_end, &hash));
    set_cookie(request, response, TEXT_NONE, "; Max-Age=0");
    return ok();
}

Text seat_code_new(struct request *request, InvitationId invitation)
{
    unsigned char hash[crypto_generichash_BYTES];
    Text words = text_format(request->arena, "seat code %.*s %lld", TEXT_ARGS(request->once), (long long)invitation.n);
    crypto_generichash(hash, sizeof hash, (const unsigned char *)words.at, words.len, (const unsigned char *)request->session.token.at,
                       request->session.token.len < crypto_generichash_KEYBYTES_MAX ? request->session.token.len : crypto_generichash_KEYBYTES_MAX);
    char *code = arena_take(request->arena, SEAT_CODE_LETTERS + 2);
    for (size_t i = 0; i < SEAT_CODE_LETTERS; i++)
        code[i + i / 4] = LETTERS[hash[i] % (sizeof LETTERS - 1)];
    code[4] = '-';
    return (Text){code, SEAT_CODE_LETTERS + 1};
}

Err seat_code_hash(const struct request *request, Text typed, Text *ret_hash)
{
    Text key = request->site->search_key;
    char code[SEAT_CODE_LETTERS];
    size_t len = 0;
    *ret_hash = TEXT_NONE;
    if (key.len != crypto_generichash_KEYBYTES)
        return err(BROKEN, "no key for the hashes of joining codes");
    for (size_t i = 0; i < typed.len && typed.len <= SEAT_CODE_TYPED; i++) {
        char letter = typed.at[i] >= 'a' && typed.at[i] <= 'z' ? (char)(typed.at[i] - 'a' + 'A') : typed.at[i];
        if (letter == '-' || letter == ' ')
            continue;
        if (len == SEAT_CODE_LETTERS || letter == '\0' || strchr(LETTERS, letter) == NULL)
            return ok();
        code[len++] = letter;
    }
    if (len == SEAT_CODE_LETTERS)
        *ret_hash = hex_hash(request->arena, text_join(request->arena, T("seat code "), (Text){code, len}), (const unsigned char *)key.at, key.len);
    return ok();
}
