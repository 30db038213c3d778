#include "rules/profile_reading.h"

/* The words of a limit, and which of them stood there: each may stand once. */
enum said { FROM, DUE, ENDS, STOPS, WHILE, NEAR, AFTER_DEATH, WARN, STANDS_ON, SINCE, UNTIL };

struct limit {
    struct obligation_row row;
    unsigned said;
};

static void read_due(struct reading *reading, struct limit *limit, Text *line)
{
    limit->row.number = read_whole(reading, read_next(line), 1);
    if (reading->faulted)
        return;
    limit->row.unit = read_unit(reading, read_next(line));
    Text rest = *line;
    if (text_equal_string(read_next(&rest), "before")) {
        limit->row.before = true;
        *line = rest;
    }
}

static void read_word(struct reading *reading, struct limit *limit, enum said said, Text key, Text *line)
{
    struct obligation_row *row = &limit->row;
    switch (said) {
    case FROM: row->starts = read_events(reading, read_next(line)); break;
    case DUE: read_due(reading, limit, line); break;
    case ENDS: row->ends = read_events(reading, read_next(line)); break;
    case STOPS: row->stops = read_events(reading, read_next(line)); break;
    case WHILE: row->only_while = (enum event)read_code(reading, &EVENT_LIST, "there is no event", read_next(line)); break;
    case NEAR: row->near = true; break;
    case AFTER_DEATH: break;
    case WARN: row->warn_days = read_whole(reading, read_next(line), 0); break;
    case STANDS_ON:
        row->statutory = text_equal_string(key, "statutory");
        row->lead = text_equal_string(key, "lead");
        break;
    case SINCE: row->since = read_date(reading, read_next(line)); break;
    case UNTIL:
    default: row->until = read_date(reading, read_next(line)); break;
    }
}

static void read_words(struct reading *reading, struct limit *limit, Text line)
{
    static const struct {
        const char *key;
        enum said said;
    } KEYS[] = {
        {"from", FROM}, {"due", DUE}, {"ends", ENDS}, {"stops", STOPS}, {"while", WHILE}, {"near", NEAR}, {"goes_on_after_death", AFTER_DEATH},
        {"warn", WARN}, {"statutory", STANDS_ON}, {"local", STANDS_ON}, {"lead", STANDS_ON}, {"since", SINCE}, {"until", UNTIL},
    };
    while (!reading->faulted && line.len > 0) {
        Text key = read_next(&line);
        size_t k = 0;
        while (k < sizeof KEYS / sizeof KEYS[0] && !text_equal_string(key, KEYS[k].key))
            k++;
        if (k == sizeof KEYS / sizeof KEYS[0]) {
            read_fault_about(reading, "a limit does not know the word", key);
        } else if ((limit->said >> KEYS[k].said & 1) != 0) {
            read_fault_about(reading, "said twice:", key);
        } else {
            limit->said |= 1U << KEYS[k].said;
            read_word(reading, limit, KEYS[k].said, key, &line);
        }
        line = text_trim(line);
    }
}

static bool is_said(const struct limit *limit, enum said said) { return (limit->said >> said & 1) != 0; }

void read_limit(struct reading *reading, Text line, Text source)
{
    struct profile_text *to = reading->to;
    struct limit limit = {.row = {.since = DATE_NONE, .until = DATE_NONE}};
    Text kind = read_next(&line);
    reading->row = text_is_empty(kind) ? T("limit") : kind;
    limit.row.kind = (enum obligation_kind)read_code(reading, &OBLIGATION_KIND_LIST, "there is no limit", kind);
    read_words(reading, &limit, text_trim(line));
    if (reading->faulted)
        return;
    if (!is_said(&limit, FROM) || !is_said(&limit, DUE) || !is_said(&limit, ENDS))
        read_fault(reading, T("a limit needs from, due and ends"));
    if (!is_said(&limit, STANDS_ON) || !is_said(&limit, SINCE))
        read_fault(reading, T("a limit is statutory, local or lead, since a date"));
    if (text_is_empty(source))
        read_fault(reading, T("its source is missing: who says so, after ‘|’"));
    if (to->profile.count == PROFILE_ROWS_MOST)
        read_fault(reading, T("too many limits"));
    if (reading->faulted)
        return;
    limit.row.source = read_kept(reading, source);
    to->after_death[to->profile.count] = is_said(&limit, AFTER_DEATH);
    to->row_lines[to->profile.count] = reading->line;
    to->rows[to->profile.count++] = limit.row;
}
