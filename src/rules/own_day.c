#include "rules/own_day.h"

bool has_day_of_its_own(enum obligation_kind kind)
{
    return kind == OBLIGATION_KIND_FIRST_REVIEW || kind == OBLIGATION_KIND_NEXT_REVIEW || kind == OBLIGATION_KIND_PRE_BIRTH_REVIEW ||
           kind == OBLIGATION_KIND_EMERGENCY_ORDER_ENDS || kind == OBLIGATION_KIND_EMERGENCY_EXTENSION_ENDS;
}

void own_day_set(struct obligation *o, Date by, Date today)
{
    if (date_is_none(by) || !date_before(by, o->due))
        return;
    o->warn = date_plus_days(o->warn, -date_days_between(by, o->due));
    o->due = by;
    if (o->state == OBLIGATION_STATE_MET && date_before(by, o->met))
        o->state = OBLIGATION_STATE_MET_LATE;
    else if (o->state == OBLIGATION_STATE_WAITING && date_before(by, today))
        o->state = OBLIGATION_STATE_LATE;
    else if (o->state == OBLIGATION_STATE_NOT_NEEDED && date_before(by, o->stopped))
        o->state = OBLIGATION_STATE_MISSED;
}
