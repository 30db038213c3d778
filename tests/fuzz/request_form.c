/* A whole request from bytes of anybody: target, cookie and body through web/answer.h. First line: the path and query; second: the cookie;
 * the rest: the body of a POST to it. Whatever comes, an answer with a status goes out, and what a handler sees is clean. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "web/answer.h"
#include "web/fields.h"

static Err form_page(struct request *request, struct response *response)
{
    const struct form *forms[] = {&request->query, &request->form, &request->cookies};
    for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        for (size_t j = 0; j < forms[i]->count; j++)
            if (!text_is_clean(forms[i]->at[j].name) || !text_is_clean(forms[i]->at[j].value))
                abort();
    if (!text_is_clean(request->ids.word) || request->ids.child.n < 0)
        abort();
    out_text(&response->body, request_form_keys(request, 0).csrf);
    return ok();
}

static const struct route ROUTES[] = {
    ROUTE_ROW(GET, form, "/form", NO_ID, form_page, ANYONE, NO_LOOK, NO_BODY)
    ROUTE_ROW(POST, form_send, "/form", NO_ID, form_page, ANYONE, NO_LOOK, FORM_64K)
    ROUTE_ROW(GET, child, "/child/:child/:word", ID2(ChildId, child, Text, word), form_page, ANYONE, NO_LOOK, NO_BODY)
};
static const struct site SITE = {.routes = ROUTES, .route_count = sizeof ROUTES / sizeof ROUTES[0], .authority = {1}};

/* Round trip: what was read once reads the same again. */
static void read_twice(Arena *arena, Text body)
{
    struct form once, again;
    (void)fields_of_form(arena, body, &once);
    if (fields_of_form(arena, fields_to_body(arena, &once), &again) != FORM_FINE || once.count != again.count)
        abort();
    for (size_t i = 0; i < once.count; i++)
        if (!text_equal(once.at[i].value, again.at[i].value))
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    Arena *arena = arena_new(0);
    Text rest = {(const char *)bytes, size};
    Text target = text_cut(&rest, '\n'), cookie = text_cut(&rest, '\n');
    read_twice(arena, rest);
    struct incoming incoming = {.method = rest.len > 0 ? "POST" : "GET", .target = text_string(arena, target), .peer = T("192.0.2.1"),
                                .length = rest.len > 0 ? (int64_t)rest.len : -1};
    incoming.headers.cookie = cookie;
    incoming.headers.content_type = T("application/x-www-form-urlencoded");
    incoming.headers.accept_encoding = cookie;
    struct answer *answer = answer_begin(&SITE, &incoming);
    if (!answer->decided && rest.len > 0 && !answer_body(answer, rest.at, rest.len))
        abort();
    answer_finish(answer);
    if (answer->response.status < 200 || answer->response.status > 599)
        abort();
    answer_end(answer);
    arena_free(arena);
    return 0;
}
