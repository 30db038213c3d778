#include "pages/why.h"

#include "rules/profile.h"
#include "store/own_limits.h"
#include "web/url.h"

static const char *const MONTH_NAMES[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

static const struct counted_day *counted_on(const struct working *working, Date date)
{
    for (size_t i = 0; i < working->count; i++)
        if (date_equal(working->days[i].date, date))
            return &working->days[i];
    return NULL;
}

static struct why_day why_day_of(Arena *arena, const struct working *working, Date date, bool first, bool in_time)
{
    int year, month, day;
    const struct counted_day *counted = counted_on(working, date);
    bool back = date_before(working->due, working->start); /* counted back from what is booked */
    bool outside = date_before(date, back ? working->due : working->start) || date_before(back ? working->start : working->due, date);
    date_parts(date, &year, &month, &day);
    struct why_day cell = {.out = outside};
    cell.day = first || day == 1 ? text_format(arena, "%d %s", day, MONTH_NAMES[month - 1]) : text_format(arena, "%d", day);
    if (outside)
        return cell;
    cell.start = date_equal(date, working->start);
    cell.due = date_equal(date, working->due) && !cell.start;
    cell.in_time = in_time;
    if (counted != NULL && !cell.start) {
        cell.number = counted->number;
        cell.off = counted->kind == DAY_WEEKEND && !cell.due;
        cell.hol = counted->kind == DAY_HOLIDAY && !cell.due;
        cell.holiday = text_of(counted->holiday);
    }
    return cell;
}

static struct why_weeks weeks_of(Arena *arena, const struct working *working, bool in_time)
{
    bool back = date_before(working->due, working->start);
    Date earlier = back ? working->due : working->start, later = back ? working->start : working->due;
    Date first = date_plus_days(earlier, -(int32_t)date_weekday(earlier));
    int32_t days = date_days_between(first, later) + 1;
    struct why_weeks weeks = {NULL, (size_t)(days + 6) / 7};
    bool told = false; /* the first day shown says its month */
    weeks.at = ARENA_MANY(arena, weeks.count, struct why_week);
    for (size_t w = 0; w < weeks.count; w++) {
        weeks.at[w].days = (struct why_days){ARENA_MANY(arena, 7, struct why_day), 7};
        for (size_t d = 0; d < 7; d++) {
            Date date = date_plus_days(first, (int32_t)(w * 7 + d));
            bool shown = !date_before(date, earlier);
            weeks.at[w].days.at[d] = why_day_of(arena, working, date, shown && !told, in_time);
            told |= shown;
        }
    }
    return weeks;
}

struct why_calendar why_calendar_of(Arena *arena, const struct obligation_row *row, const struct working *working, bool in_time)
{
    Out caption = out_new(arena);
    out_amount(&caption, row);
    out_string(&caption, row->before ? " before " : " from ");
    out_text(&caption, date_full(arena, working->start));
    return (struct why_calendar){out_all(&caption), weeks_of(arena, working, in_time)};
}

static void out_holidays(Out *out, Arena *arena, const struct working *working)
{
    size_t named = 0;
    for (size_t i = 0; i < working->count; i++) {
        if (working->days[i].kind != DAY_HOLIDAY)
            continue;
        out_string(out, named == 0 ? ", nor " : ", ");
        out_string(out, working->days[i].holiday);
        Text date = date_short(arena, working->days[i].date);
        out_string(out, " (");
        out_text(out, date);
        out_char(out, ')');
        named++;
    }
}

/* ' later, the same day of the month, is ': which day the calendar's units lead to. */
static void out_step(Out *out, const struct obligation_row *row, const struct working *working)
{
    int year, month, from, to;
    date_parts(working->start, &year, &month, &from);
    date_parts(working->due, &year, &month, &to);
    out_string(out, row->before ? " earlier" : " later");
    if (row->unit == MONTHS)
        out_string(out, from == to ? ", the same day of the month," : ", the last day of a shorter month,");
    else if (row->unit == WEEKS)
        out_string(out, ", the same weekday,");
    out_string(out, " is ");
}

Text why_sentence(Arena *arena, const struct obligation_row *row, uint64_t started_by, const struct working *working)
{
    Out out = out_new(arena);
    out_events(&out, started_by);
    out_string(&out, ": ");
    out_text(&out, date_full(arena, working->start));
    out_string(&out, ". ");
    if (row->unit == WORKING_DAYS) {
        out_string(&out, row->before ? "Counting goes back from the day before. Weekends are not counted" : "Counting starts the day after. Weekends are not counted");
        out_holidays(&out, arena, working);
        out_string(&out, ". ");
    } else if (row->before && row->unit == DAYS) {
        out_amount(&out, row);
        out_string(&out, " must lie between, weekends included. So it is due by ");
    } else {
        out_amount(&out, row);
        out_step(&out, row, working);
    }
    if (row->unit == WORKING_DAYS)
        out_string(&out, "It is due by ");
    out_text(&out, date_full(arena, working->due));
    out_char(&out, '.');
    if (row->unit != WORKING_DAYS && !date_equal(working->due, working->last_working_day)) {
        out_string(&out, " The last working day before it is ");
        out_text(&out, date_full(arena, working->last_working_day));
        out_char(&out, '.');
    }
    return out_all(&out);
}

static Text rule_of(Arena *arena, const struct profile *profile, const struct obligation_row *row, Date start)
{
    const struct obligation_row *beneath = limit_beneath(profile, row->kind, start);
    Out out = out_new(arena);
    out_string(&out, obligation_kind_words(row->kind));
    out_string(&out, ", ");
    out_amount(&out, row);
    out_string(&out, row->before ? " before. " : ". ");
    if (beneath != NULL) {
        out_string(&out, "Set by this authority, in place of ");
        out_amount(&out, beneath);
        out_string(&out, ": ");
    }
    const char *standing = text_string(arena, row_standing_words(beneath == NULL ? row : beneath));
    if (beneath == NULL)
        out_string(&out, standing);
    else
        out_inside(&out, standing);
    out_string(&out, ", ");
    out_string(&out, profile->title);
    out_char(&out, '.');
    return out_all(&out);
}

struct why_view why_of(Arena *arena, const struct practice *practice, enum obligation_kind kind, Date start, Date due, Date today, Text about)
{
    const struct obligation_row *row = practice_row(practice, kind, start);
    struct working *working = ARENA_NEW(arena, struct working);
    int year, this_year, month, day;
    date_parts(today, &this_year, &month, &day);
    date_parts(due, &year, &month, &day);
    Text whole = date_long(arena, due), short_day = whole;
    short_day.len -= year == this_year && whole.len > 5 ? 5 : 0; /* without this year */
    struct why_view view = {.summary = text_format(arena, "Why %.*s?", TEXT_ARGS(short_day)), .about = about};
    if (row == NULL) {
        view.sentence = T("The limit this date came from is no longer in the profile.");
        view.rule = text_of(obligation_kind_words(kind));
        view.source = T("the record");
        return view;
    }
    (void)obligation_due(row, start, practice->holidays, working);
    view.sentence = why_sentence(arena, row, row->starts, working);
    if (date_before(due, working->due))
        view.sentence = text_format(arena, "%.*s An earlier day was set: %.*s.", TEXT_ARGS(view.sentence), TEXT_ARGS(date_full(arena, due)));
    view.rule = rule_of(arena, practice_on(practice, start), row, start);
    view.source = text_of(row->source);
    view.beyond = working->beyond;
    if (row->unit == WORKING_DAYS && date_equal(working->due, due))
        view.calendar = why_calendar_of(arena, row, working, !date_before(due, today));
    return view;
}

Url proof_of(Arena *arena, const struct due_ref *ref)
{
    return url_proof(arena, ref->child, text_of(obligation_kind_code(ref->kind)), date_iso(arena, ref->start));
}

struct due_day due_day(Arena *arena, Text words, const struct due_ref *ref) { return (struct due_day){.words = words, .proof = proof_of(arena, ref)}; }

struct due_day due_day_short(Arena *arena, Text words, const struct due_ref *ref, const struct practice *practice, Date today, Text about)
{
    struct due_day day = {.words = words, .why = {ARENA_MANY(arena, 1, struct why_view), 1}};
    day.why.at[0] = why_of(arena, practice, ref->kind, ref->start, ref->due, today, about);
    return day;
}
