/* The look of one request: who saw, or was refused, what. */
#ifndef WEB_LOOK_KEEP_H
#define WEB_LOOK_KEEP_H

#include "web/request.h"

/* Keeps it, and comes back when it is durable. Not OK: the answer must not leave. A refusal names the child and family of the address. */
Err look_keep(struct request *request, bool refused);

#endif
