#include "rules/practice.h"

size_t practice_period_on(const struct practice_period *periods, size_t count, Date day)
{
    size_t at = 0;
    while (at + 1 < count && !date_before(day, periods[at + 1].since))
        at++;
    return at;
}

const struct profile *practice_on(const struct practice *practice, Date day)
{
    return practice->periods[practice_period_on(practice->periods, practice->count, day)].profile;
}

const struct obligation_row *practice_row(const struct practice *practice, enum obligation_kind kind, Date start)
{
    return obligation_row_on(practice_on(practice, start), kind, start);
}

size_t practice_obligations(const struct practice *practice, const struct happening *events, size_t count, Date today,
                            struct obligation *ret_obligations, size_t room)
{
    struct timeline timeline;
    size_t found = 0;
    if (!timeline_from(events, count, &timeline))
        return SIZE_MAX;
    for (size_t i = 0; i < practice->count; i++) {
        struct starts_within within = {i == 0 ? DATE_NONE : practice->periods[i].since,
                                       i + 1 < practice->count ? practice->periods[i + 1].since : DATE_NONE};
        size_t written = found < room ? found : room;
        found += obligations_along(practice->periods[i].profile, practice->holidays, within, &timeline, today,
                                   room > written ? ret_obligations + written : NULL, room - written);
    }
    return found;
}
