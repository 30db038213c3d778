/* Whose record an act is about, for somebody who has no part in it (an emergency, a new worry): they must be sure of it, and see no more than
 * the search or the plan check has told them. */
#ifndef PAGES_ACT_WHOSE_H
#define PAGES_ACT_WHOSE_H

#include "store/store.h"
#include "web/request.h"

/* The question behind an act's address, and the form's hidden field: the number of the person who was found. */
#define ACT_WHOSE_FOUND "found"

struct act_whose {
    bool shown;              /* the reader has no part in the family */
    bool is_closed;          /* a restricted record: nobody of it is named */
    Text name, born;         /* "Maja Hallam", "born in 2013"; empty when nobody was found on the page before, or may not be named */
    Text ring, telephone;
    Text found;              /* to come back with the form; empty: none */
};

/* Fills it for the family of an act; `shown` stays false for family 0. A child who is named is shown by the request. */
Err act_whose_of(struct request *request, Read *read, FamilyId family, struct act_whose *ret_whose);

#endif
