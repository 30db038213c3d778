/* The work of the people somebody manages. */
#ifndef PAGES_TEAM_H
#define PAGES_TEAM_H

#include "web/request.h"
#include "web/response.h"

/* GET /team: for each of them families, children by where they stand, and what is overdue. ?worker=: the children one of them holds; NOT_FOUND
 * for somebody the reader does not manage. */
Err team_page(struct request *request, struct response *response);
/* GET /team/nobody: children with an open case that nobody holds yet. */
Err team_unallocated_page(struct request *request, struct response *response);

#endif
