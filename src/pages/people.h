/* Keeping the service: who has an account, which teams and agencies there are. The administrator sees no case: no child, no family, and no
 * account that a family has. */
#ifndef PAGES_PEOPLE_H
#define PAGES_PEOPLE_H

#include "web/request.h"
#include "web/response.h"

/* GET /people: accounts of workers and partners, by name, and what can be done with them. */
Err people_page(struct request *request, struct response *response);
/* GET /agencies: teams and agencies. */
Err agencies_page(struct request *request, struct response *response);

#endif
