#include "web/look_keep.h"

#include <sodium.h>

#include "acts/act.h"
#include "web/site.h"

static Err search_hash(struct request *request, Text *ret_hash)
{
    Text key = request->site->search_key;
    unsigned char *hash = arena_take(request->arena, crypto_generichash_BYTES);
    if (key.len != crypto_generichash_KEYBYTES)
        return err(BROKEN, "no key for the hashes of searches");
    crypto_generichash(hash, crypto_generichash_BYTES, (const unsigned char *)request->search.at, request->search.len,
                       (const unsigned char *)key.at, key.len);
    *ret_hash = (Text){(const char *)hash, crypto_generichash_BYTES};
    return ok();
}

Err look_keep(struct request *request, bool refused)
{
    struct look look = {.at = request->now, .authority = request->authority, .actor = request->person,
                        .duty = text_of(duty_code(request->duty)), .route = text_of(request->route->name),
                        .family = request->ids.family, .refused = refused};
    if (refused && request->ids.child.n != 0)
        request_shows(request, request->ids.child);
    look.children.at = request->shown;
    look.children.count = request->shown_count;
    if (request->search.len > 0)
        TRY(search_hash(request, &look.search));
    request_read_end(request);
    return acts_look(request->site->acts, request->arena, &look);
}
