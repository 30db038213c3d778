/* One visit: announced or not, who was seen, alone or not, the home, what was said. */
#ifndef PAGES_PLAN_VISIT_H
#define PAGES_PLAN_VISIT_H

#include "pages/family_record.h"
#include "pages/plan/plan.h"
#include "web/response.h"

struct visit_child_view {
    Text name;
    Url address;
    struct status_tag how;
    struct plan_text_views parts;
};
struct visit_child_views {
    struct visit_child_view *at;
    size_t count;
};

struct visit_page {
    struct frame frame;
    struct family_band band;
    Text title, line, failed_why, home, notes;
    bool failed;
    struct visit_child_views children;
};

/* GET /visit/:visit. */
Err visit_page(struct request *request, struct response *response);

#endif
