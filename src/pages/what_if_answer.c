#include "pages/limit_words.h"
#include "pages/options.h"
#include "pages/what_if_parts.h"
#include "web/url.h"

enum {
    NEAREST_SHOWN = 3,
    NEAREST_TRIED = 12, /* days looked at for clashes */
};

static const char *plural(size_t n) { return n == 1 ? "" : "s"; }

/* 'Ada, Ben' */
static Text names_of(const struct weighed *weighed, const ChildId *children, size_t count)
{
    Out out = out_new(weighed->request->arena);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < weighed->count; k++)
            if (weighed->children[k].child.n == children[i].n) {
                out_string(&out, out.len > 0 ? ", " : "");
                out_text(&out, weighed->children[k].name);
            }
    return out_all(&out);
}

/* How a limit stands on one side: 'in time, on 9 April 2026'. */
static Text side_words(Arena *arena, const struct obligation *o, Date today)
{
    switch (o->state) {
    case OBLIGATION_STATE_MET: return text_join(arena, T("in time, on "), date_long(arena, o->met));
    case OBLIGATION_STATE_MET_LATE: return text_format(arena, "%.*s late, on %.*s", TEXT_ARGS(days_words(arena, date_days_between(o->due, o->met))), TEXT_ARGS(date_long(arena, o->met)));
    case OBLIGATION_STATE_LATE: return text_join(arena, days_words(arena, date_days_between(o->due, today)), T(" late today"));
    case OBLIGATION_STATE_WAITING:
    case OBLIGATION_STATE_NONE:
    case OBLIGATION_STATE_COUNT: break;
    case OBLIGATION_STATE_NOT_NEEDED: return T("no longer needed");
    case OBLIGATION_STATE_MISSED: return T("missed");
    }
    return TEXT_NONE;
}

static struct status_tag effect_tag(Arena *arena, const struct what_if_change *change)
{
    switch (change->effect) {
    case WHAT_IF_BREAKS: return (struct status_tag){T("late"), T("Breaks the limit")};
    case WHAT_IF_STAYS_BROKEN: return (struct status_tag){T("late"), T("Stays broken")};
    case WHAT_IF_MENDS: return (struct status_tag){T("done"), T("Kept again")};
    case WHAT_IF_MOVES: break;
    }
    if (!change->is_before || !change->is_after)
        return (struct status_tag){T("none"), change->is_after ? T("New") : T("No longer due")};
    int32_t days = date_days_between(change->before.due, change->after.due);
    if (days == 0)
        return (struct status_tag){T("done"), T("In time")};
    return (struct status_tag){T("none"), text_join(arena, days_words(arena, days < 0 ? -days : days), days < 0 ? T(" earlier") : T(" later"))};
}

static struct what_if_row row_of(const struct weighed *weighed, const struct another_day_change *change)
{
    Arena *arena = weighed->request->arena;
    Date today = weighed->request->today;
    const struct what_if_change *is = &change->is;
    Text limit = text_of(obligation_kind_words(is->kind)), who = names_of(weighed, change->children, change->count);
    Text about = text_format(arena, "%.*s, %.*s", TEXT_ARGS(limit), TEXT_ARGS(who));
    struct what_if_row row = {.limit = limit, .who = who, .after = T("–"), .tag = effect_tag(arena, is),
                              .is_broken = is->effect <= WHAT_IF_STAYS_BROKEN};
    if (is->is_before) {
        const struct due_ref ref = {change->children[0], is->kind, is->before.start, is->before.due};
        row.before = due_day_short(arena, text_join(arena, T("by "), date_long(arena, is->before.due)), &ref, weighed->moving.practice, today, about);
        row.before_more = side_words(arena, &is->before, today);
    }
    if (!is->is_after)
        return row;
    row.after = text_join(arena, T("by "), date_long(arena, is->after.due));
    row.after_more = side_words(arena, &is->after, today);
    row.has_why = true;
    row.why = why_of(arena, weighed->moving.practice, is->kind, is->after.start, is->after.due, today, about);
    return row;
}

static size_t count_of(const struct another_day_changes *changes, enum what_if_effect effect)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++)
        count += changes->at[i].is.effect == effect;
    return count;
}

/* 'Moving to 21 April 2026 breaks 1 limit: the initial conference is due by 14 April 2026.' */
static void say_verdict(const struct weighed *weighed, const struct another_day_changes *changes, struct what_if_page *page)
{
    Arena *arena = weighed->request->arena;
    size_t breaks = count_of(changes, WHAT_IF_BREAKS), stays = count_of(changes, WHAT_IF_STAYS_BROKEN), mends = count_of(changes, WHAT_IF_MENDS);
    Out out = out_new(arena);
    Text day = date_long(arena, weighed->to);
    page->keeps_every_limit = breaks + stays == 0;
    page->look = breaks > 0 ? T("late") : stays > 0 ? T("wait") : T("ok");
    if (breaks > 0)
        out_text(&out, text_format(arena, "Moving to %.*s breaks %zu limit%s: %.*s.", TEXT_ARGS(day), breaks, plural(breaks),
                                   TEXT_ARGS(another_day_broken_words(arena, changes, WHAT_IF_BREAKS))));
    if (stays > 0)
        out_text(&out, text_format(arena, "%s%.*s leaves %zu limit%s broken%s: %.*s.", breaks > 0 ? " It" : "Moving to ", TEXT_ARGS(breaks > 0 ? TEXT_NONE : day), stays,
                                   plural(stays), breaks > 0 ? " as before" : "", TEXT_ARGS(another_day_broken_words(arena, changes, WHAT_IF_STAYS_BROKEN))));
    if (breaks + stays == 0)
        out_text(&out, text_format(arena, "Moving to %.*s breaks no limit.", TEXT_ARGS(day)));
    if (mends > 0)
        out_text(&out, text_format(arena, " %zu limit%s that would be broken %s kept again.", mends, plural(mends), mends == 1 ? "is" : "are"));
    page->verdict = out_all(&out);
}

/* 'Monday 6 April 2026 is Easter Monday, a bank holiday.' */
static Text no_working_day(const struct weighed *weighed)
{
    Arena *arena = weighed->request->arena;
    const struct holidays *holidays = weighed->moving.practice->holidays;
    const struct holiday *holiday = holiday_on(holidays, weighed->to);
    Text day = date_long(arena, weighed->to);
    if (holiday != NULL)
        return text_format(arena, "%.*s is a bank holiday: %s.", TEXT_ARGS(day), holiday->name);
    if (date_weekday(weighed->to) >= SATURDAY)
        return text_format(arena, "%.*s is a %s.", TEXT_ARGS(day), date_weekday(weighed->to) == SATURDAY ? "Saturday" : "Sunday");
    if (beyond_holidays(holidays, weighed->to))
        return text_format(arena, "The bank holidays of that year are not known yet: %.*s may be one.", TEXT_ARGS(day));
    return TEXT_NONE;
}

/* A limit that this other meeting is to meet, and would meet too late. */
static const struct what_if_change *too_late(const struct another_day_changes *changes, const struct another_day_booked *booked)
{
    for (size_t i = 0; i < changes->count; i++) {
        const struct what_if_change *is = &changes->at[i].is;
        if (is->effect <= WHAT_IF_STAYS_BROKEN && is->after.state == OBLIGATION_STATE_MET_LATE && date_equal(is->after.met, booked->day) && is->after.met_by == another_day_held(booked))
            return is;
    }
    return NULL;
}

static struct status_tag booked_tag(const struct weighed *weighed, const struct another_day_changes *changes, const struct another_day_booked *booked)
{
    Arena *arena = weighed->request->arena;
    Date from = weighed->moving.from, to = weighed->to;
    const struct what_if_change *late = too_late(changes, booked);
    if (late != NULL)
        return (struct status_tag){T("late"), text_join(arena, T("Too late: due by "), date_long(arena, late->after.due))};
    if (date_equal(booked->day, to))
        return (struct status_tag){T("wait"), T("On the same day")};
    if (!date_is_none(from) && date_before(from, booked->day) != date_before(to, booked->day))
        return (struct status_tag){T("wait"), date_before(to, booked->day) ? T("Would come after it") : T("Would come before it")};
    return (struct status_tag){T("quiet st--none"), T("No change")};
}

/* The children's other meetings, each once. */
static void add_meetings(const struct weighed *weighed, const struct another_day_changes *changes, struct what_if_page *page)
{
    Arena *arena = weighed->request->arena;
    page->meetings = sheet_new(arena, T("Other meetings that are booked"), "Meeting|When|What the move does to it", weighed->moving.booked.count);
    page->meetings.caption_hidden = true;
    page->meetings.empty = T("No other meeting of these children is booked.");
    for (size_t i = 0; i < weighed->moving.booked.count; i++) {
        const struct another_day_booked *booked = &weighed->moving.booked.at[i];
        bool told = booked->meeting.n != 0 && !weighed->reads_plan;
        for (size_t k = 0; k < i; k++)
            told |= weighed->moving.booked.at[k].meeting.n == booked->meeting.n && weighed->moving.booked.at[k].conference.n == booked->conference.n;
        if (told)
            continue;
        sheet_next(arena, &page->meetings);
        struct sheet_cell *what = sheet_put(&page->meetings, booked->meeting.n != 0 ? text_of(meeting_kind_words(MEETING_KIND_CORE_GROUP)) : text_of(conference_kind_words(booked->kind)));
        what->link = booked->meeting.n != 0 ? url_meeting(arena, booked->meeting) : url_conference(arena, booked->conference);
        sheet_put(&page->meetings, date_full(arena, booked->day))->more = booked->starts.us == INSTANT_NONE.us ? TEXT_NONE : minutes_words(arena, instant_london_minutes(booked->starts));
        sheet_put(&page->meetings, TEXT_NONE)->tag = booked_tag(weighed, changes, booked);
    }
}

Err what_if_answer(const struct weighed *weighed, struct what_if_page *page)
{
    Arena *arena = weighed->request->arena;
    struct another_day_changes changes;
    another_day_weigh(&weighed->moving, arena, weighed->to, &changes);
    page->is_asked = true;
    page->rows.at = ARENA_MANY(arena, changes.count, struct what_if_row);
    for (size_t i = 0; i < changes.count; i++)
        page->rows.at[page->rows.count++] = row_of(weighed, &changes.at[i]);
    page->day_says = no_working_day(weighed);
    if (date_equal(weighed->to, weighed->moving.from)) {
        page->look = T("wait");
        page->verdict = text_format(arena, "It is %s for %.*s: no time limit changes.", weighed->is_planned_only ? "planned" : "booked", TEXT_ARGS(date_long(arena, weighed->to)));
    } else {
        say_verdict(weighed, &changes, page);
    }
    add_meetings(weighed, &changes, page);
    return ok();
}

Url what_if_about(const struct weighed *weighed, Url url, Date day, const char *day_field, const char *time_field)
{
    Arena *arena = weighed->request->arena;
    int year, month, number;
    date_parts(day, &year, &month, &number);
    const struct {
        const char *part;
        int value;
    } parts[] = {{"day", number}, {"month", month}, {"year", year}};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        url = url_asking(arena, url, text_string(arena, text_format(arena, "%s-%s", day_field, parts[i].part)), text_format(arena, "%d", parts[i].value));
    return text_is_empty(weighed->time_typed) ? url : url_asking(arena, url, time_field, weighed->time_typed);
}

Err what_if_nearest_days(const struct weighed *weighed, what_if_clash *clash, struct what_if_page *page)
{
    Arena *arena = weighed->request->arena;
    Date days[NEAREST_TRIED], shown[NEAREST_SHOWN];
    size_t broken, count = 0;
    Text taken_first = TEXT_NONE;
    if (page->keeps_every_limit && text_is_empty(page->clashes))
        return ok();
    size_t found = what_if_nearest(weighed->moving.asks, weighed->moving.count, &weighed->moving.room, days, NEAREST_TRIED, &broken);
    for (size_t i = 0; i < found && count < NEAREST_SHOWN; i++) {
        Text taken = TEXT_NONE;
        if (clash != NULL)
            TRY(clash(weighed, days[i], &taken));
        if (!text_is_empty(taken)) {
            taken_first = text_is_empty(taken_first) ? taken : taken_first;
            continue;
        }
        size_t place = count++;
        for (; place > 0 && date_before(days[i], shown[place - 1]); place--)
            shown[place] = shown[place - 1];
        shown[place] = days[i];
    }
    struct frame_link *links = ARENA_MANY(arena, NEAREST_SHOWN, struct frame_link);
    for (size_t i = 0; i < count; i++)
        links[i] = (struct frame_link){date_full(arena, shown[i]), what_if_about(weighed, page->self, shown[i], "held_on", "time"), false};
    page->nearest = (struct frame_links){links, count};
    if (count == 0) { /* said, so that nobody looks for a list that isn't there */
        page->nearest_says = text_is_empty(taken_first) ? TEXT_NONE
                             : broken > 0 ? text_format(arena, "No other working day within a year keeps every limit, and the nearest that break the fewest are taken. On the first, %.*s", TEXT_ARGS(taken_first))
                                          : text_format(arena, "No other working day both keeps every limit and is free. On the nearest that keeps them, %.*s", TEXT_ARGS(taken_first));
        return ok();
    }
    page->nearest_says = broken > 0    ? T("No other working day within a year keeps every limit. The fewest are broken on:")
                         : count == 1 ? T("The nearest working day that breaks no limit:")
                                      : T("The nearest working days that break no limit:");
    return ok();
}
