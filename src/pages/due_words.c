#include "pages/due_words.h"

void out_amount(Out *out, const struct obligation_row *row)
{
    static const char *const one[] = {[WORKING_DAYS] = "working day", [DAYS] = "day", [WEEKS] = "week", [MONTHS] = "month"};
    out_int(out, row->number);
    out_char(out, ' ');
    out_string(out, one[row->unit]);
    if (row->number != 1)
        out_char(out, 's');
}

void out_events(Out *out, uint64_t set)
{
    bool first = true;
    for (int event = EVENT_NONE + 1; event < EVENT_COUNT; event++)
        if (set & EVENT_BIT(event)) {
            out_string(out, first ? "" : ", or: ");
            out_string(out, event_words((enum event)event));
            first = false;
        }
}

Text row_standing_words(const struct obligation_row *row) { return row->statutory ? T("National guidance") : T("Local practice"); }

struct status_tag due_tag(Arena *arena, Date due, Date today)
{
    int32_t days = date_days_between(today, due);
    if (days < 0)
        return (struct status_tag){T("late"), text_format(arena, "%d day%s late", -days, days == -1 ? "" : "s")};
    if (days == 0)
        return (struct status_tag){T("wait"), T("today")};
    if (days == 1)
        return (struct status_tag){T("wait"), T("tomorrow")};
    return (struct status_tag){days <= 2 ? T("wait") : T("quiet st--none"), text_format(arena, "in %d days", days)};
}

/* '5 Nov': the year is beside it, in the day it was due. */
static Text short_day(Arena *arena, Date day)
{
    Text rest = date_short(arena, day);
    (void)text_cut(&rest, ' '); /* the weekday */
    return rest;
}

struct status_tag due_state_tag(Arena *arena, enum obligation_state state, Date due, Date met, Date today)
{
    switch (state) {
    case OBLIGATION_STATE_WAITING:
    case OBLIGATION_STATE_LATE: return due_tag(arena, due, today);
    case OBLIGATION_STATE_MET: return (struct status_tag){T("quiet st--done"), text_join(arena, T("done "), short_day(arena, met))};
    case OBLIGATION_STATE_MET_LATE: return (struct status_tag){T("quiet st--wait"), text_join(arena, T("done late, "), short_day(arena, met))};
    case OBLIGATION_STATE_NOT_NEEDED: return (struct status_tag){T("quiet st--none"), T("no longer needed")};
    case OBLIGATION_STATE_MISSED: return (struct status_tag){T("quiet st--late"), T("missed")};
    case OBLIGATION_STATE_NONE:
    case OBLIGATION_STATE_COUNT: break;
    }
    return (struct status_tag){T("none"), TEXT_NONE};
}
