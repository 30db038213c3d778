#include "web/health.h"

#include "web/site.h"

Err health_page(struct request *request, struct response *response)
{
    Read *read;
    if (request->site->store != NULL)
        TRY(request_read(request, &read));
    response->content_type = T("text/plain; charset=utf-8");
    out_string(&response->body, "ok\n");
    return ok();
}
