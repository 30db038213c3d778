#include "rules/limit_tightens.h"

static bool is_in_force(const struct obligation_row *row, Date day)
{
    return !date_before(day, row->since) && (date_is_none(row->until) || date_before(day, row->until));
}

bool limit_loosens(const struct obligation_row *own, const struct obligation_row *law, const struct holidays *holidays, struct limit_loosened *ret_loosened)
{
    for (Date start = holidays->known_from; !date_before(holidays->known_to, start); start = date_plus_days(start, 1)) {
        if (!is_in_force(own, start) || !is_in_force(law, start))
            continue;
        struct limit_loosened day = {start, obligation_due(own, start, holidays, NULL), obligation_due(law, start, holidays, NULL)};
        if (!date_before(day.allowed, working_day_on_or_before(holidays, day.own)))
            continue;
        *ret_loosened = day;
        return true;
    }
    return false;
}
