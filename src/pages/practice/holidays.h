/* Which days are holidays here and whose time limits hold: for who keeps the service. */
#ifndef PAGES_PRACTICE_HOLIDAYS_H
#define PAGES_PRACTICE_HOLIDAYS_H

#include "pages/frame.h"
#include "pages/sheet.h"
#include "web/request.h"
#include "web/response.h"

struct holidays_page {
    struct frame frame;
    Text lede;
    Text beyond, ends;     /* warnings; empty: none */
    Text stale;            /* what an older program counted; empty: nothing */
    Url count_anew;
    bool has_warnings;
    struct frame_links acts;
    struct sheet coming, added, years, profiles, limits;
    bool has_added, has_limits;
};

/* GET /holidays. */
Err holidays_page(struct request *request, struct response *response);

#endif
