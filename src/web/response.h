/* One answer. A handler fills it and returns ok(), or an Err: then the answer has that kind's status, and the plain page of
 * web/problem.h. NOT_VALID and NOT_NOW keep what the handler wrote: a form shown again with its problems. */
#ifndef WEB_RESPONSE_H
#define WEB_RESPONSE_H

#include "base/err.h"
#include "base/out.h"
#include "web/html.h"
#include "web/limits.h"

struct response_header {
    const char *name;
    Text value;
};

/* Bytes that are made while they leave. `next` gives some more, valid until it is called again, and nothing at the end; when it fails, the
 * connection is broken off. `end` is called once, whatever happened. */
struct response_stream {
    void *of;
    Err (*next)(void *of, Text *ret_bytes);
    void (*end)(void *of);
    int64_t length; /* of all of it; -1: nobody knows, it goes on (web/changes.h) */
};

struct response {
    Arena *arena;
    int status;             /* 0: by the handler's Err */
    Out body;               /* write pages here: NAME_html(&response->body, &page) */
    Text content_type;      /* text/html; charset=utf-8 unless set */
    Text bytes;             /* instead of body: bytes that outlive the request (assets) or live in its arena */
    struct response_stream stream; /* instead of both, when `next` is there */
    bool may_be_kept;       /* by the browser: only for what shows nobody (assets). Every other answer says no-store */
    struct response_header headers[RESPONSE_HEADERS + RESPONSE_COOKIES];
    size_t header_count;
};

struct response response_new(Arena *arena);
/* 303: go and look there, with GET. */
void response_see(struct response *response, Url url);
/* The same, to a path that came with the request and was checked against the table (sign-in's way back). */
void response_see_path(struct response *response, Text path);
/* A header beside those every answer has. Name is a literal. Bytes that could end the line become '_'. Past RESPONSE_HEADERS it aborts. */
void response_header(struct response *response, const char *name, Text value);
/* Makes the answer a file to be kept under that name, never shown in the page's place. The name in plain letters goes first, for who can't read
 * the whole one behind it (RFC 6266). */
void response_download(struct response *response, Text content_type, Text file_name);
/* The answer is this, once it leaves. What was there before is ended. */
void response_stream(struct response *response, struct response_stream stream);
/* Ends the stream, if there is one: the answer has gone, or is another. */
void response_stream_end(struct response *response);
/* The status of an answer that ended with that kind. */
int response_status(enum err_kind kind);

#endif
