/* Home of a parent or carer, a young person or an advocate: what is next, their plan, whom to talk to. */
#ifndef PAGES_FAMILY_OWN_HOME_H
#define PAGES_FAMILY_OWN_HOME_H

#include "pages/family/own_frame.h"
#include "pages/family/own_why.h"
#include "web/response.h"

struct own_meeting_view {
    Text day, away, what, time, early, early_by, place, chair, part, beside;
    struct own_why_view why; /* by when it must be held */
    Url papers; /* of a conference; URL_NONE for other meetings */
    Url calendar; /* a file for their own calendar, which says 'Meeting' and when; of a conference that has a time */
};
struct own_link_view {
    Text words, more;
    Url address;
};
struct own_link_views {
    struct own_link_view *at;
    size_t count;
};
/* What a meeting decided about one child. */
struct own_decision_view {
    Text day, words, more;
};
struct own_decision_views {
    struct own_decision_view *at;
    size_t count;
};
/* Somebody to ring. */
struct own_person_view {
    Text name, is, telephone, more;
};
struct own_person_views {
    struct own_person_view *at;
    size_t count;
};

struct own_home_page {
    struct frame_family frame;
    Text hello, today, no_meeting;
    bool has_meeting;
    struct own_meeting_view meeting;
    struct own_decision_views told; /* what the police told us, in the plain words that were written for the family */
    struct own_decision_views decisions;
    bool has_plan; /* one of the decisions is a plan */
    struct own_link_views plans, papers; /* papers: what was given to them, without an address */
    struct own_person_views people;
    Text call_words, call_number; /* the first to ring, at the top; empty: nobody */
    Url sign_out;
    Text csrf;
};

/* GET /my, and GET / for who has an account of the family's. */
Err own_home_page(struct request *request, struct response *response);

#endif
