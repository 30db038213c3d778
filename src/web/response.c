#include "web/response.h"

#include <stdlib.h>

struct response response_new(Arena *arena)
{
    return (struct response){.arena = arena, .body = out_new(arena), .content_type = T("text/html; charset=utf-8")};
}

void response_header(struct response *response, const char *name, Text value)
{
    if (response->header_count == RESPONSE_HEADERS + RESPONSE_COOKIES)
        abort(); /* headers are written by code, not by people: too many is a bug */
    char *safe = arena_take(response->arena, value.len + 1);
    for (size_t i = 0; i < value.len; i++) {
        unsigned char c = (unsigned char)value.at[i];
        safe[i] = c < 0x20 || c >= 0x7f ? '_' : (char)c;
    }
    response->headers[response->header_count++] = (struct response_header){name, {safe, value.len}};
}

void response_see(struct response *response, Url url) { response_see_path(response, url.text); }

void response_see_path(struct response *response, Text path)
{
    response->status = 303;
    response_header(response, "Location", path);
}

void response_download(struct response *response, Text content_type, Text file_name)
{
    char *safe = arena_take(response->arena, file_name.len + 1);
    for (size_t i = 0; i < file_name.len; i++) {
        char c = file_name.at[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || (c == '.' && i > 0);
        safe[i] = plain ? c : '-';
    }
    response->content_type = content_type;
    response_header(response, "Content-Disposition",
                    text_format(response->arena, "attachment; filename=\"%.*s\"", (int)file_name.len, safe));
}

int response_status(enum err_kind kind)
{
    switch (kind) {
    case OK: return 200;
    case NOT_VALID: return 422;
    case NOT_ALLOWED: return 403;
    case NOT_FOUND: return 404;
    case NOT_NOW: return 409;
    case BUSY: return 503;
    case BROKEN: return 500;
    }
    return 500;
}
