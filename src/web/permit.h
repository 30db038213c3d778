/* The question of a route's `may` column, asked before a byte of body is read, and again by the act itself. */
#ifndef WEB_PERMIT_H
#define WEB_PERMIT_H

#include "web/request.h"

/* OK, NOT_ALLOWED, NOT_FOUND (also: may not know of them), or the store's BUSY and BROKEN. The request is signed in, unless ANYONE. */
Err permit(struct request *request);

/* For a handler whose address names a conference: what the reader may do to those of its children whom they may know, together, and that the page shows
 * these children. One permission of the set `asked` (bits 1 << permission) on one of them is needed. NOT_FOUND: they may know none; NOT_ALLOWED: they may
 * know them, and not this. */
Err permit_conference(struct request *request, Read *read, ConferenceId conference, Rights asked, Rights *ret_rights);

#endif
