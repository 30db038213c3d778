#include "pages/hours.h"

#include "store/practice.h"

enum { OFFICE_OPENS = 9 * 60, OFFICE_SHUTS = 17 * 60 };

Err hours_now(const struct request *request, Read *read, struct hours *ret_hours)
{
    struct hours hours = {0};
    bool found;
    TRY(authority_now(read, &hours.authority, &found));
    struct practice practice;
    TRY(practice_read(read, &practice));
    int minutes = instant_london_minutes(request->now);
    bool working = is_working_day(practice.holidays, request->today);
    hours.is_night = !working || minutes < OFFICE_OPENS || minutes >= OFFICE_SHUTS;
    *ret_hours = hours;
    return ok();
}
