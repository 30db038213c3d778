#include "acts/conference/conference_booked_act.h"

#include "acts/conference/at_conference.h"
#include "store/now_sql.h"

Err conference_booked_decide(struct act_run *run, struct conference_booked *act)
{
    struct facts facts = {.inside_the_days = 1};
    struct at_conference at;
    struct gate_words words = {0};
    struct gate_limit latest = {.due = DATE_NONE};
    TRY(at_conference(run, &facts, &at));
    act->starts = instant_of_london(act->held_on, (int)(act->time / 60), (int)(act->time % 60));
    enum event event = at.now.kind == CONFERENCE_KIND_REVIEW ? EVENT_REVIEW_BOOKED : EVENT_CONFERENCE_BOOKED;
    for (size_t i = 0; i < at.children.count; i++) {
        struct gate_limit limit;
        TRY(conference_limit_for(run, at.children.at[i].child, at.now.kind, &limit));
        if (!date_is_none(limit.due) && date_before(limit.due, act->held_on))
            facts.inside_the_days = 0;
        if (!date_is_none(limit.due) && (date_is_none(latest.due) || date_before(limit.due, latest.due)))
            latest = limit;
        TRY(act_happened(run, at.children.at[i].child, event, act->held_on));
    }
    if (!date_is_none(latest.due))
        words.of[INSIDE_THE_DAYS] = text_format(run->arena, "It is to be held by %.*s.", TEXT_ARGS(date_long(run->arena, latest.due)));
    words.limit[INSIDE_THE_DAYS] = latest;
    TRY(at_booked_twice(run, at.id, at.now.chair, act->place, act->room, act->starts, &facts, &words));
    return act_gates_said(run, &facts, &words);
}

Err conference_booked_now(const struct act_now *now, struct conference_booked *act)
{
    struct now_booking is;
    bool found;
    TRY(now_booking(now->read, (ConferenceId){now->target}, &is, &found));
    if (!found || date_is_none(is.held_on))
        return ok();
    act->held_on = is.held_on;
    act->time = is.starts.us == INSTANT_NONE.us ? TIME_NONE : instant_london_minutes(is.starts);
    act->place = is.place;
    act->room = is.room;
    act->link = is.link;
    return ok();
}

Err conference_booked_apply(Tx *tx, const struct entry *entry, const struct conference_booked *act)
{
    return conference_book(tx, (ConferenceId){entry->target}, act->held_on, act->starts, act->place, act->room, act->link);
}
