/* Addresses: url_NAME(arena, ids…) for each row of web/routes.def, the only way to write a link. A wrong kind of id, or a page that
 * is not in the table, does not compile. */
#ifndef WEB_URL_H
#define WEB_URL_H

#include "web/html.h"
#include "web/route.h"

#define URL_GIVEN_NO_ID
#define URL_GIVEN_ID1(type, name) , type name
#define URL_GIVEN_ID2(type, name, type2, name2) , type name, type2 name2
#define URL_GIVEN_ID3(type, name, type2, name2, type3, name3) , type name, type2 name2, type3 name3
#define ROUTE(method, name, pattern, ids, handle, may, look, body) Url url_##name(Arena *arena URL_GIVEN_##ids);
#include "web/routes.def"
#undef ROUTE

/* The same address with one question behind it: '?name=value'. Never a person's name or words (they would reach logs). */
Url url_asking(Arena *arena, Url url, const char *name, Text value);

#endif
