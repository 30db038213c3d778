/* The page of a request that could not be answered. */
#ifndef PAGES_PROBLEM_H
#define PAGES_PROBLEM_H

#include "pages/frame.h"
#include "web/problem.h"
#include "web/request.h"
#include "web/response.h"

struct problem_page {
    struct frame frame;
    Text title, says, reference;
};

/* For site.problem_page: reads nothing from the store, so that it can be written when the store can't be read. */
void problem_page(struct request *request, struct response *response, const struct problem_words *words);

#endif
