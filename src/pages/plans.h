/* Lists of children with a plan (SB-15): for managers, and for the return. */
#ifndef PAGES_PLANS_H
#define PAGES_PLANS_H

#include "web/request.h"
#include "web/response.h"

/* GET /plans: all of them, the longest plan first, 50 a page. A child's name stands there only for who may know the child. */
Err plans_page(struct request *request, struct response *response);
/* GET /plans/return: the same children as the return's fields: numbers, dates, categories. No name, no word that anybody wrote. */
Err plans_return_page(struct request *request, struct response *response);

#endif
