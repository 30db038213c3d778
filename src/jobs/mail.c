#include "jobs/mail.h"

#include <curl/curl.h>
#include <string.h>

enum { CONNECT_SECONDS = 15, REPLY_DATA_BEGINS = 354, REPLY_DELAYED = 400, REPLY_REFUSED = 500, REPLY_END = 600 };

static const char *const TLS_WORDS[MAIL_TLS_COUNT] = {"none", "starttls", "tls"};

bool mail_tls_of(Text words, enum mail_tls *ret_tls)
{
    for (int i = 0; i < MAIL_TLS_COUNT; i++)
        if (text_equal_string(words, TLS_WORDS[i])) {
            *ret_tls = (enum mail_tls)i;
            return true;
        }
    return false;
}

Err mail_begin(void) { return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? ok() : err(BROKEN, "libcurl can't begin"); }

/* The message as it goes out, and whether all of it went. */
struct sending {
    Text rest;
    bool all_said;
};

static size_t say_more(char *to, size_t size, size_t count, void *given)
{
    struct sending *sending = given;
    size_t room = size * count, some = sending->rest.len < room ? sending->rest.len : room;
    if (some > 0)
        memcpy(to, sending->rest.at, some);
    sending->rest.at += some;
    sending->rest.len -= some;
    sending->all_said = some == 0;
    return some;
}

/* Who greets: the host of the address messages come from, so that this machine's own name goes nowhere. */
static Text address_of_server(const struct mail_server *server, Arena *arena)
{
    Text host = server->from;
    (void)text_cut(&host, '@');
    return text_format(arena, "%s://%.*s:%lld/%.*s", server->tls == MAIL_TLS_ALWAYS ? "smtps" : "smtp", TEXT_ARGS(server->host), (long long)server->port, TEXT_ARGS(host));
}

static bool set_up(CURL *curl, const struct mail_server *server, Arena *arena, const struct curl_slist *to, struct sending *sending)
{
    int wrong = (int)curl_easy_setopt(curl, CURLOPT_URL, text_string(arena, address_of_server(server, arena)));
    wrong |= (int)curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    wrong |= (int)curl_easy_setopt(curl, CURLOPT_PROXY, "");
    wrong |= (int)curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    wrong |= (int)curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_SECONDS);
    wrong |= (int)curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)MAIL_SECONDS_MOST);
    wrong |= (int)curl_easy_setopt(curl, CURLOPT_USE_SSL, server->tls == MAIL_TLS_NONE ? (long)CURLUSESSL_NONE : (long)CURLUSESSL_ALL);
    wrong |= (int)curl_easy_setopt(curl, CURLOPT_MAIL_FROM, text_string(arena, server->from));
    wrong |= (int)curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
    wrong |= (int)curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    wrong |= (int)curl_easy_setopt(curl, CURLOPT_READFUNCTION, say_more);
    wrong |= (int)curl_easy_setopt(curl, CURLOPT_READDATA, sending);
    if (!text_is_empty(server->user)) {
        wrong |= (int)curl_easy_setopt(curl, CURLOPT_USERNAME, text_string(arena, server->user));
        wrong |= (int)curl_easy_setopt(curl, CURLOPT_PASSWORD, text_string(arena, server->password));
    }
    return wrong == 0;
}

static enum mail_reply reply_of(CURLcode end, long code, bool all_said)
{
    if (end == CURLE_OK)
        return MAIL_REPLY_NONE;
    if (code >= REPLY_REFUSED && code < REPLY_END)
        return MAIL_REPLY_REFUSED;
    if (code >= REPLY_DELAYED && code < REPLY_REFUSED)
        return MAIL_REPLY_DELAYED;
    return code == REPLY_DATA_BEGINS && all_said ? MAIL_REPLY_BROKEN_OFF : MAIL_REPLY_UNREACHABLE;
}

Err mail_send(const struct mail_server *server, Text to, Text message, Arena *arena, enum mail_reply *ret_reply)
{
    struct sending sending = {.rest = message};
    struct curl_slist *receivers = curl_slist_append(NULL, text_string(arena, to));
    CURL *curl = curl_easy_init();
    bool good = curl != NULL && receivers != NULL && set_up(curl, server, arena, receivers, &sending);
    if (good) {
        long code = 0;
        CURLcode end = curl_easy_perform(curl);
        (void)curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
        *ret_reply = reply_of(end, code, sending.all_said);
    }
    curl_easy_cleanup(curl);
    curl_slist_free_all(receivers);
    return good ? ok() : err(BROKEN, "no memory to send a message");
}
