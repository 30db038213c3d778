/* 'Is this child on a plan?' (SB-15): for who takes a call, by day or night. */
#ifndef PAGES_PLAN_CHECK_H
#define PAGES_PLAN_CHECK_H

#include "pages/frame.h"
#include "pages/why.h"
#include "web/request.h"
#include "web/response.h"

/* The answer for one child. */
struct plan_check_answer {
    Text id, name, age;
    struct status_tag tag; /* "On a plan", "Not on a plan" */
    Text says;             /* in one sentence: since when, why; where the case stands without a plan */
    bool hidden;           /* only whom to ring */
    bool is_near;          /* a possible match: the name fits, the birthday is another */
    Text worry, risk, contingency, safe_contact, safety_plan; /* empty: nothing written */
    bool is_night;            /* offices are shut now */
    Text ring, ring_telephone; /* in office hours */
    Text urgent_telephone;     /* out of hours */
    Url family;            /* for who may read the record; URL_NONE: not */
    Url break_glass;       /* for who may open it in an emergency; URL_NONE: not */
};

struct plan_check_answers {
    struct plan_check_answer *at;
    size_t count;
};

struct plan_check_page {
    struct frame frame;
    struct frame_problems problems;
    Url here;
    Text csrf;
    Text name, day, month, year, nhs_number; /* as typed */
    Text name_error, born_error, nhs_error;
    bool answered;
    Text asked;    /* what was asked, once more */
    struct plan_check_answers answers;
    struct plan_check_answers near; /* of this name with another birthday, where nobody of the whole name has the one that was asked */
    bool none;         /* neither */
    Url open_family;   /* where a contact about a child we don't know begins; URL_NONE: not theirs to record */
    bool is_night; /* offices are shut now: the out of hours number stands first */
    Text urgent_telephone;
};

/* GET /on-a-plan: the form. */
Err plan_check_page(struct request *request, struct response *response);
/* POST /on-a-plan: the answer. What was asked never stands in an address; every child found is named in the look. NOT_VALID: the form again. */
Err plan_check_form(struct request *request, struct response *response);

#endif
