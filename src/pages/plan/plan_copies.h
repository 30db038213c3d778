/* The copies of a plan that its readers in the family have: what is different in each, and each as its reader would read it. */
#ifndef PAGES_PLAN_PLAN_COPIES_H
#define PAGES_PLAN_PLAN_COPIES_H

#include "pages/plan/plan.h"

/* Fills the copies of the page, as they are of that version. For who reads the whole. */
Err plan_copies_fill(Read *read, const struct plan_loaded *loaded, const struct plan_versions *version, struct plan_page *page);

/* GET /plan/:plan/copy/:person; '?version=3' for that version, else the newest, published or not. The page its reader has, for who reads the whole. */
Err plan_copy_page(struct request *request, struct response *response);

#endif
