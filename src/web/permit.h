/* The question of a route's `may` column, asked before a byte of body is read, and again by the act itself. */
#ifndef WEB_PERMIT_H
#define WEB_PERMIT_H

#include "web/request.h"

/* OK, NOT_ALLOWED, NOT_FOUND (also: may not know of them), or the store's BUSY and BROKEN. The request is signed in, unless ANYONE. */
Err permit(struct request *request);

#endif
