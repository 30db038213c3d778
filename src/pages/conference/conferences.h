/* The conferences a reader has a part in: a chair's own, those an administrator books, those of a worker's families. */
#ifndef PAGES_CONFERENCE_CONFERENCES_H
#define PAGES_CONFERENCE_CONFERENCES_H

#include "web/request.h"
#include "web/response.h"

/* GET /conferences, by day and time, the latest first, paged by key. */
Err conferences_page(struct request *request, struct response *response);

#endif
