#define WEB_MAKES_URLS
#include "web/url.h"

#include "web/percent.h"

#define URL_IDS_NO_ID
#define URL_IDS_ID1(type, name) .name = name
#define URL_IDS_ID2(type, name, type2, name2) .name = name, .name2 = name2
#define URL_IDS_ID3(type, name, type2, name2, type3, name3) .name = name, .name2 = name2, .name3 = name3
#define ROUTE(method, name, pattern, ids, handle, may, look, body)                                                     \
    Url url_##name(Arena *arena URL_GIVEN_##ids)                                                                       \
    {                                                                                                                  \
        const struct request_ids given = {URL_IDS_##ids};                                                              \
        return url_made(route_fill(arena, pattern, &given));                                                              \
    }
#include "web/routes.def"
#undef ROUTE

Url url_asking(Arena *arena, Url url, const char *name, Text value)
{
    Out out = out_new(arena);
    out_text(&out, url.text);
    out_char(&out, text_contains(url.text, T("?")) ? '&' : '?');
    out_string(&out, name);
    out_char(&out, '=');
    percent_encode(&out, value);
    return url_made(out_all(&out));
}
