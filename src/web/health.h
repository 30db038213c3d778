/* GET /health: for whoever watches the service. */
#ifndef WEB_HEALTH_H
#define WEB_HEALTH_H

#include "web/request.h"
#include "web/response.h"

/* 200 'ok' when the store can be read, 503 otherwise. Says nothing else. */
Err health_page(struct request *request, struct response *response);

#endif
