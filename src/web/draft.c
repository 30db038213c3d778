#include "web/draft.h"

#include <string.h>

#include "store/draft_sql.h"
#include "web/desk.h"
#include "web/fields.h"
#include "web/site.h"

struct draft_written {
    PersonId person;
    Text address, body;
};

static Err write_put(Tx *tx, void *given)
{
    const struct draft_written *draft = given;
    TRY(draft_put(tx, draft->person, draft->address, draft->body));
    return draft_keep_newest(tx, draft->person, DRAFTS);
}

static Err write_drop(Tx *tx, void *given)
{
    const struct draft_written *draft = given;
    return draft_drop(tx, draft->person, draft->address);
}

static bool is_kept(Text name)
{
    static const char *const left_out[] = {"csrf", "once", "draft-of", "password", "new-password", "code"};
    for (size_t i = 0; i < sizeof left_out / sizeof left_out[0]; i++)
        if (text_equal_string(name, left_out[i]))
            return false;
    return true;
}

static bool is_route(struct request *request, enum method method, Text path)
{
    const struct route *route;
    struct request_ids ids;
    const struct site *site = request->site;
    return route_find(request->arena, site->routes, site->route_count, method, path, &route, &ids) == ROUTE_FOUND;
}

Err draft_keep(struct request *request, PersonId person)
{
    struct form form = request->form, kept;
    struct draft_written draft = {person, request->path, TEXT_NONE};
    if (request->route->handle == draft_form) {
        draft.address = form_get(&form, T("draft-of"));
        if (!is_route(request, METHOD_POST, draft.address))
            return err(NOT_VALID, "a draft for an address that takes no form");
    }
    kept = (struct form){ARENA_MANY(request->arena, form.count, struct form_value), 0};
    for (size_t i = 0; i < form.count; i++)
        if (is_kept(form.at[i].name))
            kept.at[kept.count++] = form.at[i];
    if (kept.count == 0)
        return ok(); /* nothing was typed */
    draft.body = fields_to_body(request->arena, &kept);
    if (draft.body.len > DRAFT_LENGTH)
        return err(NOT_VALID, "a draft that is too long");
    return desk_write(request, write_put, &draft);
}

Err draft_of(struct request *request, Text address, struct form *ret_form, Instant *ret_saved)
{
    Read *read;
    struct draft_at row;
    bool found = false;
    struct form form = {0};
    TRY(request_read(request, &read));
    TRY(draft_at(read, request->person, address, &row, &found));
    if (found)
        (void)fields_of_form(request->arena, row.body, &form); /* was read whole once before */
    *ret_form = form;
    *ret_saved = found ? row.saved_at : INSTANT_NONE;
    return ok();
}

void draft_forget(struct request *request, Text address)
{
    struct form form;
    Instant saved;
    struct draft_written draft = {request->person, address, TEXT_NONE};
    if (request->person.n == 0 || request->site->store == NULL)
        return;
    Err end = draft_of(request, address, &form, &saved);
    request_read_end(request);
    if (end.kind == OK && saved.us != 0)
        end = desk_write(request, write_drop, &draft);
    (void)end;
}

Text draft_page(struct request *request, Text path)
{
    bool ours = path.len > 0 && path.at[0] == '/' && !text_contains(path, T("\\")) && is_route(request, METHOD_GET, path);
    return ours ? path : T("/");
}

void draft_see_form(struct request *request, struct response *response)
{
    if (request->route->handle == draft_form)
        response->status = 204; /* the page's script goes nowhere */
    else
        response_see_path(response, draft_page(request, request->path));
}

Err draft_form(struct request *request, struct response *response)
{
    TRY(draft_keep(request, request->person));
    response->status = 204;
    return ok();
}
