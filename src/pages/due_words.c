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

Text row_standing_words(const struct obligation_row *row) { return row->statutory ? T("National guidance") : row->lead ? T("A lead, not verified") : T("Local practice"); }

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
