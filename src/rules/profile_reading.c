#include "rules/profile_reading.h"

void profile_fault(struct profile_faults *faults, int line, Text row, Text reason)
{
    if (faults->count < PROFILE_FAULTS_MOST)
        faults->at[faults->count] = (struct profile_fault){line, row, reason};
    faults->count++;
}

void read_fault(struct reading *reading, Text reason)
{
    profile_fault(reading->faults, reading->line, reading->row, reason);
    reading->faulted = true;
}

/* 'there is no event GOES_HOME' */
void read_fault_about(struct reading *reading, const char *what, Text which)
{
    read_fault(reading, text_format(reading->faults->arena, "%s %.*s", what, TEXT_ARGS(which)));
}

Text read_next(Text *line)
{
    *line = text_trim(*line);
    return text_cut(line, ' ');
}

const char *read_kept(struct reading *reading, Text text) { return text_string(reading->faults->arena, text); }

/* A whole number from `least` on. */
int read_whole(struct reading *reading, Text text, int least)
{
    int64_t n;
    if (text_to_int(text, &n) && n >= least && n <= 999)
        return (int)n;
    read_fault(reading, text_format(reading->faults->arena, "‘%.*s’ is not a whole number from %d to 999", TEXT_ARGS(text), least));
    return least;
}

Date read_date(struct reading *reading, Text text)
{
    Date day = DATE_NONE;
    if (!date_read(text, &day))
        read_fault(reading, text_format(reading->faults->arena, "‘%.*s’ is not a date: YYYY-MM-DD", TEXT_ARGS(text)));
    return day;
}

enum due_unit read_unit(struct reading *reading, Text text)
{
    static const char *const UNITS[] = {[WORKING_DAYS] = "working_days", [DAYS] = "days", [WEEKS] = "weeks", [MONTHS] = "months"};
    for (int i = WORKING_DAYS; i <= MONTHS; i++) {
        if (text_equal_string(text, UNITS[i]))
            return (enum due_unit)i;
    }
    read_fault(reading, T("the unit is working_days, days, weeks or months"));
    return DAYS;
}

/* The number of a code of that list; a fault and 0 when there is none. */
int read_code(struct reading *reading, const struct code_list *list, const char *none, Text text)
{
    int found = 0;
    if (text_is_empty(text) || !code_list_of(list, text, &found))
        read_fault_about(reading, none, text_is_empty(text) ? T("without a name") : text);
    return found;
}

/* 'ONE,OTHER' as a set. */
uint64_t read_set(struct reading *reading, const struct code_list *list, const char *none, Text text)
{
    uint64_t bits = 0;
    if (text_is_empty(text))
        read_fault_about(reading, none, T("here"));
    while (text.len > 0)
        bits |= UINT64_C(1) << read_code(reading, list, none, text_trim(text_cut(&text, ',')));
    return bits & ~UINT64_C(1);
}

uint64_t read_events(struct reading *reading, Text text) { return read_set(reading, &EVENT_LIST, "there is no event", text); }
