#include "web/headers.h"

#define POLICY                                                                                                         \
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "                 \
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

#define GUARD(literal) {literal, sizeof(literal) - 1}
/* What every answer says. Nothing inline, nothing from elsewhere, not in a frame, never in a cache, and our addresses (which hold
 * numbers of children) are told to nobody. */
static const struct response_header GUARDS[] = {
    {"Content-Security-Policy", GUARD(POLICY)},
    {"X-Content-Type-Options", GUARD("nosniff")},
    {"Referrer-Policy", GUARD("no-referrer")},
    {"Cross-Origin-Opener-Policy", GUARD("same-origin")},
    {"Cross-Origin-Embedder-Policy", GUARD("require-corp")},
    {"Cross-Origin-Resource-Policy", GUARD("same-origin")},
    {"Permissions-Policy", GUARD("camera=(), geolocation=(), microphone=(), payment=(), usb=()")},
    {"X-Frame-Options", GUARD("DENY")},
    {"X-Robots-Tag", GUARD("noindex, nofollow")},
};

void headers_of_answer(const struct site *site, const struct response *response,
                       void (*add)(void *to, const char *name, Text value), void *to)
{
    if (response->body.len > 0 || response->bytes.len > 0 || response->stream.next != NULL)
        add(to, "Content-Type", response->content_type);
    for (size_t i = 0; i < sizeof GUARDS / sizeof GUARDS[0]; i++)
        add(to, GUARDS[i].name, GUARDS[i].value);
    if (!response->may_be_kept)
        add(to, "Cache-Control", T("no-store"));
    if (site->tls)
        add(to, "Strict-Transport-Security", T("max-age=31536000"));
    for (size_t i = 0; i < response->header_count; i++)
        add(to, response->headers[i].name, response->headers[i].value);
}
