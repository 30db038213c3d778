/* A family member's own copy of a plan, in words for everyone. */
#ifndef PAGES_FAMILY_OWN_PLAN_H
#define PAGES_FAMILY_OWN_PLAN_H

#include "pages/family/own_frame.h"
#include "pages/family/own_why.h"
#include "pages/plan/plan_load.h"
#include "web/response.h"

struct own_action_view {
    Text what, who, when, measure, notices;
    bool done;
};
struct own_action_views {
    struct own_action_view *at;
    size_t count;
};
struct own_section_view {
    Text id, title, words;
};
struct own_section_views {
    struct own_section_view *at;
    size_t count;
};

struct own_plan_page {
    struct frame_family frame;
    Text preview; /* whose copy it is, for somebody who works here; empty: it is read by that person */
    Text title, about, made, mine_title, others_title, review;
    struct own_why_view why; /* of the day in `review` */
    struct own_section_views before, after; /* around the actions */
    struct own_action_views mine, others;
    bool is_empty;
    Text talk_name, talk_number;
};

/* Writes the page of a plan that plan_load or plan_load_as read as an own copy. `preview`: what stands above it for somebody else who looks at
 * the copy, with the plan to go back to; empty: its reader reads it. */
Err own_plan_write(struct request *request, const struct plan_loaded *loaded, Text preview, struct response *response);

#endif
