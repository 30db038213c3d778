/* The body of a form with a file, from anybody: first byte: the size of the pieces it comes in; the rest: the body, whose boundary is 'XyZ'. In
 * whatever pieces, the same comes of it; no part is longer than the body; and what a handler gets is clean. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "web/multipart.h"
#include "web/site.h"
#include "web/upload.h"

static void part_begin(void *given, const struct multipart_part *part)
{
    Out *out = given;
    out_text(out, part->name);
    out_char(out, part->is_file ? '[' : '=');
    out_text(out, part->file_name);
    out_char(out, '\1');
}
static void part_bytes(void *given, Text bytes) { out_text(given, bytes); }
static void part_end(void *given) { out_char(given, '\2'); }

static Text came(Arena *arena, Text body, size_t piece, bool *ret_good)
{
    Out out = out_new(arena);
    struct multipart *multipart = multipart_new(arena, T("XyZ"), (struct multipart_to){&out, part_begin, part_bytes, part_end});
    bool good = true;
    while (body.len > 0 && good) {
        size_t len = body.len < piece ? body.len : piece;
        good = multipart_take(multipart, (Text){body.at, len});
        body = (Text){body.at + len, body.len - len};
    }
    *ret_good = good && multipart_is_whole(multipart);
    return out_all(&out);
}

static void as_a_form(Arena *arena, Text body)
{
    static const struct route route = {METHOD_POST, "fuzz", "/family/:family/do/:act", "family act", NULL, {WHO_ACT, SIGN_IN}, LOOK, FORM_64K};
    static const struct site site = {.authority = {1}};
    struct request request = {.arena = arena, .site = &site, .route = &route, .method = METHOD_POST};
    request.ids.act = T("police-notification");
    request.headers.content_type = T("multipart/form-data; boundary=XyZ");
    struct form form;
    enum form_fault fault;
    int status = 0;
    if (!upload_is_one(&request))
        abort();
    struct upload *upload = upload_begin(&request);
    upload_take(upload, body);
    Err end = upload_end(upload, &form, &fault, &status);
    if (end.kind != OK && status != 400 && status != 413)
        abort();
    for (size_t i = 0; end.kind == OK && i < form.count; i++)
        if (!text_is_clean(form.at[i].name) || !text_is_clean(form.at[i].value))
            abort();
    upload_abandon(upload);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    if (size == 0 || size > 256 * 1024)
        return 0;
    Arena *arena = arena_new(0);
    Text body = {(const char *)bytes + 1, size - 1};
    bool at_once, in_pieces;
    Text once = came(arena, body, body.len, &at_once), again = came(arena, body, (size_t)bytes[0] + 1, &in_pieces);
    if (at_once != in_pieces || (at_once && !text_equal(once, again)) || (!arena_over(arena) && once.len > 2 * size + 2))
        abort();
    as_a_form(arena, body);
    arena_free(arena);
    return 0;
}
