#include "rules/own_day.h"

bool has_day_of_its_own(enum obligation_kind kind)
{
    return kind == OBLIGATION_KIND_FIRST_REVIEW || kind == OBLIGATION_KIND_NEXT_REVIEW || kind == OBLIGATION_KIND_PRE_BIRTH_REVIEW ||
           kind == OBLIGATION_KIND_EMERGENCY_ORDER_ENDS || kind == OBLIGATION_KIND_EMERGENCY_EXTENSION_ENDS;
}

void own_day_put(struct obligation *o, Date day, Date today)
{
    o->warn = date_plus_days(o->warn, date_days_between(o->due, day));
    o->due = day;
    if (o->state == OBLIGATION_STATE_MET || o->state == OBLIGATION_STATE_MET_LATE)
        o->state = date_before(day, o->met) ? OBLIGATION_STATE_MET_LATE : OBLIGATION_STATE_MET;
    else if (o->state == OBLIGATION_STATE_NOT_NEEDED || o->state == OBLIGATION_STATE_MISSED)
        o->state = date_before(day, o->stopped) ? OBLIGATION_STATE_MISSED : OBLIGATION_STATE_NOT_NEEDED;
    else
        o->state = date_before(day, today) ? OBLIGATION_STATE_LATE : OBLIGATION_STATE_WAITING;
}

void own_day_set(struct obligation *o, Date by, Date today)
{
    if (!date_is_none(by) && date_before(by, o->due))
        own_day_put(o, by, today);
}
