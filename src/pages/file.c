#include "pages/file.h"

#include "rules/media.h"
#include "store/attached_file_sql.h"
#include "store/blob.h"
#include "web/site.h"

static Err next_bytes(void *of, Text *ret_bytes) { return blob_read(of, ret_bytes); }

static void end(void *of) { blob_close(of); }

Err file_answer(struct request *request, struct response *response)
{
    Read *read;
    struct attached_file_of file;
    struct attached_file_children_rows children;
    BlobReading *reading;
    TRY(request_read(request, &read));
    TRY(attached_file_of(read, request->ids.document, &file));
    TRY(attached_file_children(read, request->ids.document, &children));
    for (size_t i = 0; i < children.count; i++)
        request_shows(request, children.at[i].child);
    struct blobs *blobs = request->site->blobs;
    if (blobs == NULL)
        return err(BROKEN, "an attached file is asked for, and this service has no folder of them");
    /* Read twice: once to prove all of it before the first byte leaves, then piece by piece to whoever asked. */
    Err whole = blob_check(blobs, file.blob, file.hash, file.size);
    if (whole.kind == OK)
        whole = blob_open(blobs, file.blob, &reading);
    if (whole.kind != OK)
        return err(BROKEN, whole.why); /* the record names it: that it is not there is ours to mend */
    response_download(response, text_of(media_kind_type(file.kind)), file.name);
    response_header(response, "Content-Security-Policy", T("sandbox; default-src 'none'"));
    response_stream(response, (struct response_stream){.of = reading, .next = next_bytes, .end = end, .length = file.size});
    return ok();
}
