/* What someone typed and has not sent: kept every few seconds by the page's script (POST /draft), and when a form came too late, so that
 * no text is lost when a session ends (product.md, failures). A draft is of one person and one address; nobody else ever reads it. */
#ifndef WEB_DRAFT_H
#define WEB_DRAFT_H

#include "web/request.h"
#include "web/response.h"

/* Keeps the request's form for that person: under the form's own address, or the one it says when the request is to /draft. Passwords,
 * proofs and once-only keys are left out. NOT_VALID when it is too long or its address is none. */
Err draft_keep(struct request *request, PersonId person);
/* What the signed-in person had typed for the form of that address; count 0 when there is nothing. */
Err draft_of(struct request *request, Text address, struct form *ret_form, Instant *ret_saved);
/* The form was taken: its draft goes. A draft that stays is offered once more, which does no harm; so this can't fail. */
void draft_forget(struct request *request, Text address);
/* 303 to the page of the form that was sent, where the draft stands; to the first page when the form has no page of its own. 204
 * to the page's script, which goes nowhere. */
void draft_see_form(struct request *request, struct response *response);
/* A path that came with a request, if it is a page of ours that a person can be sent to; '/' otherwise. */
Text draft_page(struct request *request, Text path);
/* POST /draft: the whole form as it would be sent, and `draft-of`, the path it would go to. 204. */
Err draft_form(struct request *request, struct response *response);

#endif
