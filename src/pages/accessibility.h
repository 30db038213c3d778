/* How well everyone can use Hearth, what does not work yet, and whom to tell. */
#ifndef PAGES_ACCESSIBILITY_H
#define PAGES_ACCESSIBILITY_H

#include "pages/frame.h"
#include "web/request.h"
#include "web/response.h"

struct accessibility_page {
    struct frame frame;
};

/* GET /accessibility: for anyone, signed in or not. */
Err accessibility_page(struct request *request, struct response *response);

#endif
