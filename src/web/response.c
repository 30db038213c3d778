#include "web/response.h"

#include <stdlib.h>

#include "web/percent.h"

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
    Out value = out_new(response->arena);
    out_string(&value, "attachment; filename=\"");
    out_text(&value, (Text){safe, file_name.len});
    out_string(&value, "\"; filename*=UTF-8''");
    percent_encode(&value, file_name);
    response->content_type = content_type;
    response_header(response, "Content-Disposition", out_all(&value));
}

void response_stream(struct response *response, struct response_stream stream)
{
    response_stream_end(response);
    response->stream = stream;
}

void response_stream_end(struct response *response)
{
    if (response->stream.next != NULL)
        response->stream.end(response->stream.of);
    response->stream = (struct response_stream){0};
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
