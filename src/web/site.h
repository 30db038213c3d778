/* What the server needs of the program that runs it; filled once at start by app, then only read, by every thread. */
#ifndef WEB_SITE_H
#define WEB_SITE_H

#include "store/store.h"
#include "web/problem.h"
#include "web/request.h"
#include "web/response.h"

struct acts;
struct blobs;

struct site {
    const struct route *routes;
    size_t route_count;
    Store *store;             /* NULL: no sessions, nobody is signed in (tests of the server itself) */
    struct blobs *blobs;      /* where files that people attach are sealed (store/blob.h); NULL: none can be attached */
    struct acts *acts;        /* of that store (acts/act.h); a site with a LOOK row needs it */
    Text search_key;          /* 32 bytes, kept apart from the store: what was searched for is kept as a hash under it */
    AuthorityId authority;
    bool tls;                 /* people reach it by https: Secure cookies, Strict-Transport-Security */
    bool behind_proxy;        /* take the client's address from X-Forwarded-For's last part */
    Text authority_name;      /* "Marlow Vale Council": stands on every page */
    Text help_phone;          /* as people write it; empty: not said */
    Text leave_to;            /* where 'exit this page' leads: an ordinary page of somebody else's; empty: to sign-in */
    Text origin;              /* 'https://hearth.example.org'; empty: http(s) and the Host header */
    /* May this person do the act named in the address (request->ids.act) to what the address names? */
    Err (*may_act)(struct request *request);
    /* Writes the page of a problem into response->body. NULL, or nothing written: plain text. */
    void (*problem_page)(struct request *request, struct response *response, const struct problem_words *words);
};

#endif
