/* What is due, as JSON: keys in one order, each obligation on its line. */
#include "app/due.h"
#include "rules/obligation_names.h"

enum { FIRST_OBLIGATIONS = 64 };

struct obligation *due_obligations(const struct profile *profile, const struct due_child *child, Date today, Arena *arena, size_t *ret_count)
{
    const struct holidays *holidays = &HOLIDAYS[profile->division];
    size_t room = FIRST_OBLIGATIONS, count;
    struct obligation *obligations = ARENA_MANY(arena, room, struct obligation);
    while ((count = obligations_of(profile, holidays, STARTS_EVER, child->events, child->count, today, obligations, room)) > room) {
        room = count;
        obligations = ARENA_MANY(arena, room, struct obligation);
    }
    *ret_count = count;
    return obligations;
}

/* ---- members ---- */

static void key(Out *out, const char *name)
{
    out_char(out, ',');
    out_json(out, text_of(name));
    out_char(out, ':');
}
static void words(Out *out, const char *name, const char *value)
{
    key(out, name);
    out_json(out, text_of(value));
}
static void date(Out *out, Date day)
{
    int year, month, of_month;
    date_parts(day, &year, &month, &of_month);
    out_char(out, '"');
    out_digits(out, year, 4);
    out_char(out, '-');
    out_digits(out, month, 2);
    out_char(out, '-');
    out_digits(out, of_month, 2);
    out_char(out, '"');
}
static void day(Out *out, const char *name, Date value)
{
    key(out, name);
    date(out, value);
}
static void truth(Out *out, const char *name)
{
    key(out, name);
    out_string(out, "true");
}

/* ---- the working ---- */

static void working_day(Out *out, const struct counted_day *counted)
{
    out_string(out, "{\"date\":");
    date(out, counted->date);
    if (counted->kind == DAY_COUNTED) {
        key(out, "counted");
        out_int(out, counted->number);
    } else {
        words(out, "skipped", counted->kind == DAY_WEEKEND ? "weekend" : counted->holiday);
    }
    out_char(out, '}');
}

/* '3 months', '1 week' */
static void amount(Out *out, const struct obligation_row *row)
{
    static const char *const units[] = {[WORKING_DAYS] = "working day", [DAYS] = "day", [WEEKS] = "week", [MONTHS] = "month"};
    out_char(out, '"');
    out_int(out, row->number);
    out_char(out, ' ');
    out_string(out, units[row->unit]);
    out_string(out, row->number == 1 ? "\"" : "s\"");
}

/* Months go to the same day number, or to the last day of a shorter month. */
static bool is_in_shorter_month(const struct obligation_row *row, Date start, Date due)
{
    int year, month, of_start, of_due;
    date_parts(start, &year, &month, &of_start);
    date_parts(due, &year, &month, &of_due);
    return row->unit == MONTHS && of_due != of_start;
}

/* Where no day is left out: the start, what was added to it (or left before it), and the last day on which offices are open. */
static void working_calendar(Out *out, const struct obligation_row *row, const struct working *working)
{
    out_string(out, "{\"date\":");
    date(out, working->start);
    truth(out, "start");
    out_string(out, "},{\"date\":");
    date(out, working->due);
    key(out, row->before ? "before" : "added");
    amount(out, row);
    if (is_in_shorter_month(row, working->start, working->due))
        truth(out, "shorter_month");
    out_string(out, "},{\"date\":");
    date(out, working->last_working_day);
    truth(out, "last_working_day");
    out_char(out, '}');
}

static void write_working(Out *out, const struct obligation *o)
{
    struct working working;
    obligation_due(o->row, o->start, &HOLIDAYS[o->profile->division], &working);
    key(out, "working");
    out_char(out, '[');
    for (size_t i = 0; i < working.count; i++) {
        if (i > 0)
            out_char(out, ',');
        working_day(out, &working.days[i]);
    }
    if (working.count == 0)
        working_calendar(out, o->row, &working);
    out_char(out, ']');
}

void due_write(Out *out, Text child, const struct obligation *o)
{
    out_string(out, "{\"child\":");
    out_json(out, child);
    words(out, "kind", obligation_outward(o->row->kind));
    words(out, "words", obligation_kind_words(o->row->kind));
    day(out, "start", o->start);
    day(out, "due", o->due);
    day(out, "warn", o->warn);
    words(out, "state", obligation_state_outward(o->state));
    if (!date_is_none(o->met)) {
        day(out, "met", o->met);
        words(out, "met_by", event_code(o->met_by));
    }
    if (!date_is_none(o->stopped)) {
        day(out, "stopped", o->stopped);
        words(out, "stopped_by", event_code(o->stopped_by));
    }
    words(out, "profile", o->profile->name);
    words(out, "standing", o->row->statutory ? "statutory" : "local");
    words(out, "source", o->row->source);
    if (o->beyond)
        truth(out, "beyond");
    write_working(out, o);
    out_char(out, '}');
}
