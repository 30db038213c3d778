#include "rules/limit_tightens.h"

bool limit_loosens(const struct obligation_row *own, const struct obligation_row *law, const struct holidays *holidays, struct limit_loosened *ret_loosened)
{
    for (Date start = holidays->known_from; !date_before(holidays->known_to, start); start = date_plus_days(start, 1)) {
        if (!obligation_row_in_force(own, start) || !obligation_row_in_force(law, start))
            continue;
        struct limit_loosened day = {start, obligation_due(own, start, holidays, NULL), obligation_due(law, start, holidays, NULL)};
        if (!date_before(day.allowed, working_day_on_or_before(holidays, day.own)))
            continue;
        *ret_loosened = day;
        return true;
    }
    return false;
}
