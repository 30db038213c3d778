/* Signing in by name and password. */
#ifndef PAGES_SIGN_IN_H
#define PAGES_SIGN_IN_H

#include "pages/frame.h"
#include "web/request.h"
#include "web/response.h"

struct sign_in_page {
    struct frame frame;
    struct frame_problems problems;
    bool session_over; /* they come because their session ended */
    bool kept;         /* they come because they signed out beside a form that was then sent */
    Url action;
    Url seat; /* where a code for a meeting is entered */
    Text csrf, next;
    Text name; /* as typed; the password never comes back */
    Text name_error, password_error;
};

/* GET /sign-in: the form; whoever is signed in goes on at once. */
Err sign_in_page(struct request *request, struct response *response);
/* POST /sign-in: 303 to where they wanted to go; NOT_VALID with the form again. */
Err sign_in_form(struct request *request, struct response *response);

#endif
