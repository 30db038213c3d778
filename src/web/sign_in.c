#include "web/sign_in.h"

#include <pthread.h>
#include <semaphore.h>
#include <sodium.h>
#include <string.h>
#include <time.h>

#include "store/credential_sql.h"
#include "store/duty.h"
#include "web/desk.h"
#include "web/draft.h"
#include "web/look_keep.h"
#include "web/seat.h"
#include "web/session.h"
#include "web/site.h"
#include "web/url.h"

enum { HASH_PASSES = 2, HASH_MEMORY = 19 * 1024 * 1024, HASH_WAIT_SECONDS = 10 };

static pthread_once_t prepared_once = PTHREAD_ONCE_INIT;
static bool prepared;
static sem_t hashing;
/* The hash of a password nobody has: checked for a name nobody has, so that both take as long. */
static char nobody[crypto_pwhash_STRBYTES];

/* Wrong tries from one network address, in a table of fixed size: an address that falls on another's place takes it over. */
struct address_tries {
    uint64_t address; /* hash, under a key of this process */
    int64_t since;    /* seconds */
    int tries;
};
static struct address_tries tries_of[SIGN_IN_ADDRESSES];
static pthread_mutex_t tries_lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned char tries_key[crypto_shorthash_KEYBYTES];

static void prepare(void)
{
    unsigned char secret[32];
    if (sodium_init() < 0 || sem_init(&hashing, 0, SIGN_IN_HASHES) != 0)
        return;
    randombytes_buf(secret, sizeof secret);
    randombytes_buf(tries_key, sizeof tries_key);
    prepared = crypto_pwhash_str_alg(nobody, (const char *)secret, sizeof secret, HASH_PASSES, HASH_MEMORY, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

Err sign_in_prepare(void)
{
    pthread_once(&prepared_once, prepare);
    return prepared ? ok() : err(BROKEN, "libsodium does not start");
}

static Err hash_enter(void)
{
    struct timespec until;
    TRY(sign_in_prepare());
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += HASH_WAIT_SECONDS;
    return sem_clockwait(&hashing, CLOCK_MONOTONIC, &until) == 0 ? ok() : err(BUSY, "too many passwords at once");
}

static void hash_leave(void) { sem_post(&hashing); }

Err sign_in_hash(Arena *arena, Text password, Text *ret_hash)
{
    char *hash = arena_take(arena, crypto_pwhash_STRBYTES);
    TRY(hash_enter());
    int wrong = crypto_pwhash_str_alg(hash, password.at, password.len, HASH_PASSES, HASH_MEMORY, crypto_pwhash_ALG_ARGON2ID13);
    hash_leave();
    if (wrong != 0)
        return err(BUSY, "no memory for a password's hash");
    *ret_hash = text_of(hash);
    return ok();
}

static Err hash_matches(const char *hash, Text password, bool *ret_matches)
{
    TRY(hash_enter());
    *ret_matches = crypto_pwhash_str_verify(hash, password.at == NULL ? "" : password.at, password.len) == 0;
    hash_leave();
    return ok();
}

Text sign_in_name(Arena *arena, Text typed)
{
    Text name = text_trim(typed);
    char *small = arena_take(arena, name.len + 1);
    for (size_t i = 0; i < name.len; i++)
        small[i] = name.at[i] >= 'A' && name.at[i] <= 'Z' ? (char)(name.at[i] - 'A' + 'a') : name.at[i];
    return (Text){small, name.len};
}

int64_t sign_in_wait_seconds(int64_t wrong)
{
    if (wrong < SIGN_IN_FREE_TRIES)
        return 0;
    int64_t wait = SIGN_IN_WAIT_SECONDS;
    for (int64_t i = SIGN_IN_FREE_TRIES; i < wrong && wait < SIGN_IN_WAIT_LONGEST_SECONDS; i++)
        wait *= 2;
    return wait < SIGN_IN_WAIT_LONGEST_SECONDS ? wait : SIGN_IN_WAIT_LONGEST_SECONDS;
}

static uint64_t address_of(const struct request *request)
{
    uint64_t address;
    const char *from = request->from.at == NULL ? "" : request->from.at;
    crypto_shorthash((unsigned char *)&address, (const unsigned char *)from, request->from.len, tries_key);
    return address;
}

bool sign_in_may_try(const struct request *request)
{
    uint64_t address = address_of(request);
    int64_t now = request->now.us / SECOND_US;
    struct address_tries *row = &tries_of[address % SIGN_IN_ADDRESSES];
    pthread_mutex_lock(&tries_lock);
    if (row->address != address || now - row->since >= SIGN_IN_ADDRESS_SECONDS)
        *row = (struct address_tries){address, now, 0};
    bool may_try = row->tries < SIGN_IN_ADDRESS_TRIES;
    row->tries += may_try;
    pthread_mutex_unlock(&tries_lock);
    return may_try;
}

void sign_in_was_right(const struct request *request)
{
    uint64_t address = address_of(request);
    struct address_tries *row = &tries_of[address % SIGN_IN_ADDRESSES];
    pthread_mutex_lock(&tries_lock);
    if (row->address == address && row->tries > 0)
        row->tries--;
    pthread_mutex_unlock(&tries_lock);
}

struct tried {
    struct request *request;
    Text name;
    bool right; /* in: the password was; out: and the account does not wait */
};

/* Looks again under the writer's lock: several may have guessed at once. */
static Err write_tried(Tx *tx, void *given)
{
    struct tried *tried = given;
    struct credential_of_name row;
    bool found = false;
    int64_t now = tried->request->now.us;
    TRY(credential_of_name(tx->read, tried->name, &row, &found));
    if (!found || (row.locked_until.us != 0 && row.locked_until.us > now)) {
        tried->right = false;
        return ok();
    }
    if (tried->right)
        return row.wrong == 0 ? ok() : credential_wrong(tx, row.person, 0, INSTANT_NONE);
    int64_t wait = sign_in_wait_seconds(row.wrong + 1);
    return credential_wrong(tx, row.person, row.wrong + 1, wait == 0 ? INSTANT_NONE : (Instant){now + wait * SECOND_US});
}

/* Each try is a look: of the person whose name it was, or of the service for a name nobody has. Both take as long. */
static Err look_at_try(const struct request *request, PersonId person, bool refused)
{
    struct request by = *request;
    by.person = person.n == 0 ? PERSON_SYSTEM : person;
    return look_keep(&by, refused);
}

Err sign_in_check(struct request *request, Text name, Text password, enum sign_in_end *ret_end, PersonId *ret_person)
{
    struct credential_of_name row = {0};
    bool found = false, matches = false;
    Read *read;
    TRY(sign_in_prepare());
    if (!sign_in_may_try(request)) {
        *ret_end = SIGN_IN_LATER;
        return ok();
    }
    if (name.len > SIGN_IN_NAME || password.len > SIGN_IN_PASSWORD) {
        *ret_end = SIGN_IN_WRONG;
        return ok();
    }
    struct tried tried = {request, sign_in_name(request->arena, name), false};
    TRY(request_read(request, &read));
    TRY(credential_of_name(read, tried.name, &row, &found));
    request_read_end(request);
    TRY(hash_matches(found ? text_string(request->arena, row.hash) : nobody, password, &matches));
    tried.right = found && matches;
    TRY(desk_write(request, write_tried, &tried)); /* for an unknown name too: it takes as long */
    TRY(look_at_try(request, row.person, !tried.right));
    *ret_end = tried.right ? SIGN_IN_GOOD : SIGN_IN_WRONG;
    if (tried.right) {
        sign_in_was_right(request);
        *ret_person = row.person;
    }
    return ok();
}

Text sign_in_next(struct request *request)
{
    Text next = form_get(request->method == METHOD_POST ? &request->form : &request->query, T("next"));
    Text page = draft_page(request, next);
    /* A link that signs somebody in, only to sign them out again, leads home. */
    return text_equal(page, request->path) || text_equal(page, url_leave(request->arena).text) ? T("/") : page;
}

static Err sign_in_again(struct request *request, struct response *response)
{
    response_see(response, url_sign_in(request->arena));
    return ok();
}

Err sign_out_form(struct request *request, struct response *response)
{
    TRY(session_end(request, response));
    return sign_in_again(request, response);
}

Err sign_out_everywhere_form(struct request *request, struct response *response)
{
    TRY(session_end_everywhere(request, response));
    return sign_in_again(request, response);
}

Err session_stay(struct request *request, struct response *response)
{
    (void)request;
    response->status = 204;
    return ok();
}

Err leave_page(struct request *request, struct response *response)
{
    if (request->person.n != 0)
        TRY(session_end(request, response));
    TRY(seat_leave(request, response));
    if (text_is_empty(request->site->leave_to))
        return sign_in_again(request, response);
    response_see_path(response, request->site->leave_to);
    return ok();
}
