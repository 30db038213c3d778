#include "web/asset.h"

#include <strings.h>

#include "web/assets.h"

bool asset_takes_gzip(Text accept_encoding)
{
    bool takes = false;
    while (accept_encoding.len > 0) {
        Text weight = text_cut(&accept_encoding, ',');
        Text name = text_trim(text_cut(&weight, ';'));
        weight = text_trim(weight);
        bool never = text_begins(weight, T("q=0")) && !(weight.len > 4 && weight.at[weight.len - 1] != '0');
        bool gzip = name.len == 4 && strncasecmp(name.at, "gzip", 4) == 0;
        if (gzip)
            return !never;
        if (text_equal(name, T("*")))
            takes = !never;
    }
    return takes;
}

static Err answer(struct request *request, struct response *response, Text path)
{
    const struct asset *asset = assets_find(path);
    if (asset == NULL)
        return err(NOT_FOUND, "no such asset");
    response->may_be_kept = true;
    response->content_type = asset->type;
    response_header(response, "Cache-Control", T("public, max-age=0, must-revalidate"));
    response_header(response, "ETag", asset->etag);
    response_header(response, "Vary", T("Accept-Encoding"));
    if (text_contains(request->headers.if_none_match, asset->etag)) {
        response->status = 304;
        return ok();
    }
    bool gzip = asset->gzip.len > 0 && asset_takes_gzip(request->headers.accept_encoding);
    if (gzip)
        response_header(response, "Content-Encoding", T("gzip"));
    response->bytes = gzip ? asset->gzip : asset->bytes;
    return ok();
}

Err asset_answer(struct request *request, struct response *response) { return answer(request, response, request->ids.file); }

Err asset_image_answer(struct request *request, struct response *response)
{
    return answer(request, response, text_join(request->arena, T("images/"), request->ids.file));
}
