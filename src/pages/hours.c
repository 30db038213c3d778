#include "pages/hours.h"

#include "rules/obligations.h"
#include "rules/workdays.h"

enum { OFFICE_OPENS = 9 * 60, OFFICE_SHUTS = 17 * 60 };

Err hours_now(const struct request *request, Read *read, struct hours *ret_hours)
{
    struct hours hours = {0};
    bool found;
    TRY(profile_of_authority(read, &hours.authority, &found));
    const struct profile *profile = found ? profile_named(hours.authority.profile) : NULL;
    int minutes = instant_london_minutes(request->now);
    bool working = profile == NULL || is_working_day(&HOLIDAYS[profile->division], request->today);
    hours.is_night = !working || minutes < OFFICE_OPENS || minutes >= OFFICE_SHUTS;
    *ret_hours = hours;
    return ok();
}
