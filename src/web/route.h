/* The table of addresses. Its rows stand in web/routes.def; `web` makes of them the typed addresses in web/url.h, and `app`
 * the table with the handlers. What is not in the table is not reachable (house rule 7).
 *
 *   ROUTE(method, name, pattern, ids, handler, may, look, body)
 *   ROUTE(GET, child, "/child/:child", ID1(ChildId, child), child_page, ON_CHILD(READ_RECORD), LOOK, NO_BODY)
 *
 *   method   GET (answers HEAD too) or POST
 *   name     the row's name: url_child(arena, child) writes the address; the log says it
 *   pattern  parts between slashes; ':child' is read into request->ids.child
 *   ids      NO_ID, ID1(type, name), ID2(…), ID3(…): the same names as in the pattern, in the same order
 *   handler  Err NAME(struct request *, struct response *)
 *   may      ANYONE, SIGNED_IN, BY_DUTY(permission), ON_CHILD(permission), ON_FAMILY(permission), ON_ACT (the act named in
 *            the address says), ON_HANDLER (the ids are of a thing whose children only its own piece knows: the handler asks),
 *            WITH_SEAT (whoever holds a seat in a conference's room, signed in or not: that seat alone)
 *   look     LOOK (who saw which child is kept before the answer leaves) or NO_LOOK (shows no child)
 *   body     NO_BODY or the most bytes of a body */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/text.h"
#include "rules/ids.h"
#include "rules/roles.h"

struct request;
struct response;

enum method { METHOD_NONE, METHOD_GET, METHOD_POST };

enum route_who { WHO_NONE, WHO_ANYONE, WHO_SIGNED_IN, WHO_DUTY, WHO_CHILD, WHO_FAMILY, WHO_ACT, WHO_HANDLER, WHO_SEAT };

struct route_may {
    enum route_who who;
    enum permission permission; /* of WHO_DUTY, WHO_CHILD, WHO_FAMILY */
};

enum route_look { LOOK_NONE, LOOK, NO_LOOK };

enum route_body { BODY_NONE, NO_BODY = 1, FORM_64K = 64 * 1024, FORM_256K = 256 * 1024, FORM_1M = 1024 * 1024 };

/* What a part of an address can be: (C type, name). Numbers are written in decimal, larger than 0, without leading zeros;
 * words are a-z, A-Z, 0-9, '-', '_' and '.', not beginning with '.'. */
#define REQUEST_IDS(ID)                                                                                                \
    ID(PersonId, person)                                                                                               \
    ID(ChildId, child)                                                                                                 \
    ID(FamilyId, family)                                                                                               \
    ID(ConferenceId, conference)                                                                                       \
    ID(PlanId, plan)                                                                                                   \
    ID(MeetingId, meeting)                                                                                             \
    ID(VisitId, visit)                                                                                                 \
    ID(DocumentId, document)
#define REQUEST_WORDS(WORD)                                                                                            \
    WORD(act)                                                                                                          \
    WORD(word)                                                                                                         \
    WORD(kind)                                                                                                         \
    WORD(start)                                                                                                        \
    WORD(file)

struct request_ids {
#define REQUEST_ID_FIELD(type, name) type name;
    REQUEST_IDS(REQUEST_ID_FIELD)
#undef REQUEST_ID_FIELD
#define REQUEST_WORD_FIELD(name) Text name;
    REQUEST_WORDS(REQUEST_WORD_FIELD)
#undef REQUEST_WORD_FIELD
};

typedef Err handler(struct request *request, struct response *response);

struct route {
    enum method method;
    const char *name, *pattern, *ids;
    handler *handle;
    struct route_may may;
    enum route_look look;
    enum route_body body;
};

/* NULL when every row is whole, or a sentence about the first that is not: a zero column, an unknown ':name', ids that are not
 * those of the pattern, a pattern twice, a POST without body or a GET with one. The server refuses to start on a sentence. */
const char *routes_wrong(Arena *arena, const struct route *routes, size_t count);

/* What a path is, in a table of routes. */
enum route_found { ROUTE_FOUND, ROUTE_UNKNOWN, ROUTE_OTHER_METHOD, ROUTE_BROKEN };

/* Reads a path (still percent-encoded, without query). ROUTE_FOUND gives the row and its ids. ROUTE_OTHER_METHOD gives a row that
 * has the path under another method: 405. ROUTE_BROKEN: not an address at all ('%zz', NUL, not UTF-8): 400. An id that is not a
 * number is ROUTE_UNKNOWN: 404 before any handler. */
enum route_found route_find(Arena *arena, const struct route *routes, size_t count, enum method method, Text path,
                            const struct route **ret_route, struct request_ids *ret_ids);

/* The pattern with its ids written into it. Aborts on an id of 0 or a bad word: a link to nothing is a bug. Used by web/url.c. */
Text route_fill(Arena *arena, const char *pattern, const struct request_ids *ids);

/* A row of the table. app writes: static const struct route ROUTES[] = { with ROUTE defined as ROUTE_ROW and routes.def included. */
#define ROUTE_ROW(method, name, pattern, ids, handle, may, look, body)                                                 \
    {METHOD_##method, #name, pattern, ROUTE_IDS_##ids, handle, ROUTE_MAY_##may, look, body},
#define ROUTE_HANDLER(method, name, pattern, ids, handle, may, look, body) handler handle;

#define ROUTE_IDS_NO_ID ""
#define ROUTE_IDS_ID1(type, name) #name
#define ROUTE_IDS_ID2(type, name, type2, name2) #name " " #name2
#define ROUTE_IDS_ID3(type, name, type2, name2, type3, name3) #name " " #name2 " " #name3
#define ROUTE_MAY_ANYONE {WHO_ANYONE, SIGN_IN}
#define ROUTE_MAY_SIGNED_IN {WHO_SIGNED_IN, SIGN_IN}
#define ROUTE_MAY_BY_DUTY(permission) {WHO_DUTY, permission}
#define ROUTE_MAY_ON_CHILD(permission) {WHO_CHILD, permission}
#define ROUTE_MAY_ON_FAMILY(permission) {WHO_FAMILY, permission}
#define ROUTE_MAY_ON_ACT {WHO_ACT, SIGN_IN}
#define ROUTE_MAY_ON_HANDLER {WHO_HANDLER, SIGN_IN}
#define ROUTE_MAY_WITH_SEAT {WHO_SEAT, SIGN_IN}

#endif
