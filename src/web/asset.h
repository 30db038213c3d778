/* The styles and scripts built into the program. */
#ifndef WEB_ASSET_H
#define WEB_ASSET_H

#include "web/request.h"
#include "web/response.h"

/* The asset's bytes, compressed when the browser takes gzip; 304 when it has them already; NOT_FOUND. May be kept, but is asked for
 * again each time: a new program's styles must not meet an old program's pages. */
Err asset_answer(struct request *request, struct response *response);
/* GET /assets/images/:file: the same for the styles' pictures. */
Err asset_image_answer(struct request *request, struct response *response);
/* True when an Accept-Encoding header takes gzip: names it, or '*', and not with q=0. */
bool asset_takes_gzip(Text accept_encoding);

#endif
