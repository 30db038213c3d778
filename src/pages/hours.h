/* Whom to ring at this hour: by day the team, out of hours the number that is always answered. */
#ifndef PAGES_HOURS_H
#define PAGES_HOURS_H

#include "store/organisation_sql.h"
#include "web/request.h"

struct hours {
    struct authority_now authority; /* all empty in a store that was not set up */
    bool is_night; /* offices are shut: evening, night, weekend, holiday; without a profile the clock alone says so */
};

Err hours_now(const struct request *request, Read *read, struct hours *ret_hours);

#endif
