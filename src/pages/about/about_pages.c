#include "acts/act_kind.h"
#include "pages/about/about.h"
#include "pages/about/about_html.h"
#include "web/site.h"

static Text who_words(Arena *arena, struct route_may may)
{
    switch (may.who) {
    case WHO_ANYONE: return T("Anyone");
    case WHO_SIGNED_IN: return T("Anyone who is signed in; lists show what they may see");
    case WHO_DUTY: return text_join(arena, T("An account that may "), text_of(permission_words(may.permission)));
    case WHO_CHILD: return text_join(arena, T("Who may, of this child, "), text_of(permission_words(may.permission)));
    case WHO_FAMILY: return text_join(arena, T("Who may, of a child of this family, "), text_of(permission_words(may.permission)));
    case WHO_ACT: return T("Who may do the act");
    case WHO_SEAT: return T("Who holds a seat in a conference's room: that seat alone");
    case WHO_HANDLER: return T("Who may see the children it is about");
    case WHO_NONE: break;
    }
    return TEXT_NONE;
}

static void add_routes(Arena *arena, struct about_page *page, const struct site *site)
{
    struct sheet sheet = sheet_new(arena, TEXT_NONE, "Address|Name|Who may|Looking is recorded|Most that is taken", site->route_count);
    for (size_t i = 0; i < site->route_count; i++) {
        const struct route *route = &site->routes[i];
        sheet_next(arena, &sheet);
        sheet_put(&sheet, text_format(arena, "%s %s", route->method == METHOD_GET ? "GET" : "POST", route->pattern));
        sheet_put(&sheet, text_of(route->name));
        sheet_put(&sheet, who_words(arena, route->may));
        sheet_put(&sheet, route->look == LOOK ? T("Yes, each time") : T("No: it shows no child; refusals are"));
        sheet_put(&sheet, route->body == NO_BODY ? T("nothing") : text_format(arena, "%d KiB", (int)route->body / 1024));
    }
    about_add(page, "addresses", "Addresses", "", sheet);
}

static Text gates_words(Arena *arena, const struct act_kind *kind)
{
    Out out = out_new(arena);
    for (size_t i = 0; i < kind->gate_count; i++)
        about_list(&out, gate_row(kind->gates[i])->name);
    return out.len > 0 ? out_all(&out) : T("none");
}

static const char *const ON_WORDS[ON_COUNT] = {
    [ON_ORGANISATION] = "the service", [ON_FAMILY] = "a family", [ON_CHILD] = "a child",
    [ON_CONFERENCE] = "a conference", [ON_PLAN] = "a plan", [ON_PERSON] = "a person",
};

static void add_acts(Arena *arena, struct about_page *page)
{
    struct sheet sheet = sheet_new(arena, TEXT_NONE, "Act|What it is|Done to|Who may|Seen by who may|Gates", ACT_KIND_COUNT);
    for (size_t i = 0; i < ACT_KIND_COUNT; i++) {
        const struct act_kind *kind = ACT_KINDS[i];
        sheet_next(arena, &sheet);
        sheet_put(&sheet, text_of(kind->title))->more = text_format(arena, "%s, version %d", kind->name, kind->version);
        sheet_put(&sheet, text_of(kind->doc));
        sheet_put(&sheet, text_of(ON_WORDS[kind->on]));
        sheet_put(&sheet, text_of(permission_words(kind->may)));
        sheet_put(&sheet, text_of(permission_words(kind->seen)));
        sheet_put(&sheet, gates_words(arena, kind));
    }
    about_add(page, "acts", "Acts", "Everything that changes the record is one of these, whoever asks for it: a page, an import, a job.", sheet);
}

Err about_pages_page(struct request *request, struct response *response)
{
    struct about_page page;
    TRY(about_begin(request, ABOUT_PAGES, &page));
    add_routes(request->arena, &page, request->site);
    add_acts(request->arena, &page);
    about_html(&response->body, &page);
    return ok();
}
