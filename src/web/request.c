#include "web/request.h"

#include <sodium.h>

#include "base/random.h"
#include "web/session.h"
#include "web/site.h"

void request_shows(struct request *request, ChildId child)
{
    if (request->shown == NULL)
        request->shown = ARENA_MANY(request->arena, REQUEST_CHILDREN_SHOWN, ChildId);
    for (size_t i = 0; i < request->shown_count; i++)
        if (request->shown[i].n == child.n)
            return;
    if (request->shown_count == REQUEST_CHILDREN_SHOWN)
        arena_turn_over(request->arena); /* a page that shows more than its look can name must not leave */
    else
        request->shown[request->shown_count++] = child;
}

void request_searched(struct request *request, Text words) { request->search = words; }

struct form_keys request_form_keys(struct request *request, int64_t as_of)
{
    unsigned char key[ONCE_KEY / 2];
    char *hex = arena_take(request->arena, ONCE_KEY + 1);
    request->session.form = true;
    random_bytes(key, sizeof key);
    sodium_bin2hex(hex, ONCE_KEY + 1, key, sizeof key);
    return (struct form_keys){session_csrf(request), {hex, ONCE_KEY}, as_of};
}

Err request_read(struct request *request, Read **ret_read)
{
    if (request->read == NULL) {
        if (request->site->store == NULL)
            return err(BROKEN, "this site has no store");
        TRY(store_read_begin(request->site->store, request->arena, request->authority, request->person, request->now, &request->read));
    }
    *ret_read = request->read;
    return ok();
}

void request_read_end(struct request *request)
{
    if (request->read == NULL)
        return;
    request->statements += request->read->statements;
    store_read_end(request->read);
    request->read = NULL;
}
