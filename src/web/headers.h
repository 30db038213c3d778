/* The headers that guard every answer. */
#ifndef WEB_HEADERS_H
#define WEB_HEADERS_H

#include "web/site.h"

/* Calls `add` for each header of this answer, its own and those every answer has. */
void headers_of_answer(const struct site *site, const struct response *response,
                       void (*add)(void *to, const char *name, Text value), void *to);

#endif
