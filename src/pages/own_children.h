/* Lists of children that start from what somebody is to them (SD-14). */
#ifndef PAGES_OWN_CHILDREN_H
#define PAGES_OWN_CHILDREN_H

#include "web/request.h"
#include "web/response.h"

/* GET /children: a partner professional's and their agency's: plans, and the next conference and core group. */
Err children_page(struct request *request, struct response *response);
/* GET /legal: children referred to legal, for whom the reader may read the legal route. */
Err legal_page(struct request *request, struct response *response);

#endif
