#include "pages/proof.h"

#include <string.h>

#include "pages/limit_words.h"
#include "pages/options.h"
#include "pages/practice/own_limits.h"
#include "pages/proof_html.h"
#include "rules/profile_words.h"
#include "store/due_sql.h"
#include "store/holiday_sql.h"
#include "store/practice.h"
#include "web/site.h"
#include "web/url.h"

enum { RULE_MOST = 14, STEPS_MOST = 6 };

static void line(struct proof_lines *lines, const char *label, Text words)
{
    lines->at[lines->count++] = (struct proof_line){.label = text_of(label), .words = words};
}

/* ---- the rule ---- */

static Text events_of(Arena *arena, uint64_t set)
{
    Out out = out_new(arena);
    out_events(&out, set);
    return out_all(&out);
}

static Text within(Arena *arena, const struct obligation_row *row)
{
    Out out = out_new(arena);
    out_amount(&out, row);
    if (row->before && (row->unit == WORKING_DAYS || row->unit == DAYS))
        out_string(&out, row->number == 1 ? " before: one whole day lies between" : " before: so many whole days lie between");
    else
        out_string(&out, row->before ? " before" : row->unit == MONTHS || row->unit == WEEKS ? " after" : ", counted from the day after");
    return out_all(&out);
}

static Text in_force(Arena *arena, const struct obligation_row *row)
{
    Text since = text_join(arena, T("Since "), date_long(arena, row->since));
    return date_is_none(row->until) ? since : text_format(arena, "%.*s, for what began before %.*s", TEXT_ARGS(since), TEXT_ARGS(date_long(arena, row->until)));
}

/* Since when the authority works by that profile. */
static Text holds_since(Arena *arena, const struct practice *practice, const struct profile *profile, Date start)
{
    Date since = DATE_NONE;
    const char *before = ""; /* a period begins with a limit of the authority's own too: then it is of the profile of the one before */
    for (size_t i = 0; i < practice->count && (i == 0 || !date_before(start, practice->periods[i].since)); i++) {
        const char *name = practice->periods[i].profile->name;
        if (strcmp(name, profile->name) == 0 && strcmp(name, before) != 0)
            since = practice->periods[i].since;
        before = name;
    }
    return date_is_none(since) ? text_format(arena, "%s. It holds here from the beginning of the record.", profile->title)
                               : text_format(arena, "%s. It holds here since %.*s.", profile->title, TEXT_ARGS(date_long(arena, since)));
}

/* What it stands on; of a limit of the authority's own also whose place it took, and the law it is within. */
static void add_standing(Arena *arena, struct proof_lines *rule, const struct profile *profile, const struct obligation_row *row, Date start)
{
    const struct obligation_row *beneath = limit_beneath(profile, row->kind, start);
    const struct profile *whose = NULL;
    if (beneath == NULL) {
        line(rule, "Standing", row_standing_words(row));
        return;
    }
    line(rule, "Standing", T("Set by this authority"));
    const struct obligation_row *law = limit_by_law(profile, row->kind, start, &whose);
    if (law != beneath)
        line(rule, "In place of", limit_of_profile_words(arena, profile_beneath(profile), beneath));
    if (law != NULL)
        line(rule, "Within the law", text_format(arena, "%s: within %.*s. %s", whose->title, TEXT_ARGS(row_amount(arena, law)), law->source));
}

static struct proof_lines rule_of(Arena *arena, const struct practice *practice, const struct profile *profile, const struct obligation_row *row,
                                  const struct due_of_child *limit, Date start)
{
    struct proof_lines rule = {ARENA_MANY(arena, RULE_MOST, struct proof_line), 0};
    line(&rule, "What must be done", text_of(obligation_kind_words(row->kind)));
    line(&rule, "Within", within(arena, row));
    line(&rule, "Counted from", events_of(arena, row->starts));
    if (row->only_while != EVENT_NONE)
        line(&rule, "Only after", text_format(arena, "%s, until something ends it", event_words(row->only_while)));
    line(&rule, "Met by", events_of(arena, row->ends));
    if (row->near)
        line(&rule, "What meets it counts", text_join(arena, T("from "), date_long(arena, limit->warn)));
    if (row->stops != 0)
        line(&rule, "No longer needed after", events_of(arena, row->stops));
    add_standing(arena, &rule, profile, row, start);
    line(&rule, "In force", in_force(arena, row));
    line(&rule, "Source", text_of(row->source));
    line(&rule, "Profile", holds_since(arena, practice, profile, start));
    return rule;
}

/* ---- the days ---- */

/* 'Spring holiday, added by Dewi Castellane on 2 March 2026': who made it one, when the authority did. */
static Text holiday_words(Arena *arena, const struct holidays_kept_rows *added, const struct counted_day *day)
{
    for (size_t i = 0; i < added->count; i++) {
        const struct holidays_kept *row = &added->at[i];
        if (date_equal(row->day, day->date) && date_is_none(row->withdrawn_on))
            return text_format(arena, "%s, added by %.*s on %.*s", day->holiday, TEXT_ARGS(name_words(arena, row->by_given, row->by_family_name)),
                               TEXT_ARGS(date_long(arena, row->added_on)));
    }
    return text_of(day->holiday);
}

static struct proof_days days_of(Arena *arena, const struct holidays_kept_rows *added, const struct working *working)
{
    struct proof_days days = {ARENA_MANY(arena, working->count + 1, struct proof_day), 0};
    days.at[days.count++] = (struct proof_day){date_short(arena, working->start), TEXT_NONE, T("the start, not counted"), false};
    for (size_t i = 0; i < working->count; i++) {
        const struct counted_day *from = &working->days[i];
        struct proof_day *day = &days.at[days.count++];
        *day = (struct proof_day){.day = date_short(arena, from->date), .due = date_equal(from->date, working->due)};
        switch (from->kind) {
        case DAY_COUNTED:
            day->number = text_format(arena, "%d", from->number);
            day->why = day->due ? T("due") : TEXT_NONE;
            break;
        case DAY_WEEKEND: day->why = T("weekend"); break;
        case DAY_HOLIDAY: day->why = holiday_words(arena, added, from); break;
        }
    }
    return days;
}

/* Days, weeks and months: what was added to what, and what offices that are shut make of it. */
static struct proof_lines steps_of(Arena *arena, const struct obligation_row *row, const struct holidays *holidays, const struct working *working)
{
    struct proof_lines steps = {ARENA_MANY(arena, STEPS_MOST, struct proof_line), 0};
    Out amount = out_new(arena);
    out_amount(&amount, row);
    line(&steps, "Start", date_full(arena, working->start));
    bool leaves_whole_days = row->before && row->unit == DAYS; /* two days before: two whole days stand between (rules/obligations.h) */
    line(&steps, leaves_whole_days ? "Whole days left between" : row->before ? "Taken off" : "Added", out_all(&amount));
    line(&steps, "Due", date_full(arena, working->due));
    if (!date_equal(working->due, working->last_working_day)) {
        const struct holiday *holiday = holiday_on(holidays, working->due);
        line(&steps, "Offices are shut", holiday == NULL ? T("It is a weekend.") : text_format(arena, "It is %s.", holiday->name));
        line(&steps, "Last working day before it", date_full(arena, working->last_working_day));
    }
    return steps;
}

static Text beyond_of(Arena *arena, const struct holidays *holidays, const struct working *working)
{
    if (!working->beyond)
        return TEXT_NONE;
    return text_format(arena, "Bank holidays are known from %d to %d. Days outside these years were counted as if there were none: the day can still change.",
                       holidays->year_first, holidays->year_last);
}

/* ---- the page ---- */

static Err add_alike(const struct proof_of_day *of, struct proof_page *page)
{
    Arena *arena = of->read->arena;
    struct due_alike_rows rows;
    TRY(due_alike(of->read, of->limit->family, of->ref.kind, of->ref.due, &rows));
    page->alike.at = ARENA_MANY(arena, rows.count, struct proof_child);
    for (size_t i = 0; i < rows.count; i++) {
        const struct due_ref ref = {rows.at[i].child, of->ref.kind, rows.at[i].start, of->ref.due};
        if (ref.child.n == of->ref.child.n)
            continue;
        request_shows(of->request, ref.child);
        page->alike.at[page->alike.count++] = (struct proof_child){T(", "), text_is_empty(rows.at[i].given) ? T("the unborn baby") : name_apart(arena, rows.at[i].given),
                                                                   proof_of(arena, &ref)};
    }
    if (page->alike.count > 0) {
        page->alike.at[page->alike.count - 1].before = T(" and ");
        page->alike.at[0].before = TEXT_NONE;
    }
    return ok();
}

static Err add_count(const struct proof_of_day *of, const struct practice *practice, enum event began, struct proof_page *page)
{
    Arena *arena = of->read->arena;
    const struct obligation_row *row = of->row;
    const struct working *working = of->working;
    uint64_t started_by = began == EVENT_NONE ? row->starts : EVENT_BIT(began);
    page->sentence = why_sentence(arena, row, started_by, working);
    if (proof_has_own_day(of))
        page->sentence = text_format(arena, "%.*s An earlier day was set: %.*s.", TEXT_ARGS(page->sentence), TEXT_ARGS(date_full(arena, of->ref.due)));
    else if (!date_equal(working->due, of->ref.due))
        page->differs = text_format(arena, "The record says %.*s, as it was counted when it was recorded. Counted today it would be %.*s.",
                                    TEXT_ARGS(date_full(arena, of->ref.due)), TEXT_ARGS(date_full(arena, working->due)));
    page->beyond = beyond_of(arena, practice->holidays, working);
    if (row->unit != WORKING_DAYS) {
        page->steps = steps_of(arena, row, practice->holidays, working);
        return ok();
    }
    struct holidays_kept_rows added;
    TRY(holidays_kept(of->read, &added));
    page->days = days_of(arena, &added, working);
    Date done = !date_is_none(of->limit->met) ? of->limit->met : !date_is_none(of->limit->stopped) ? of->limit->stopped : of->read->today;
    page->calendar = why_calendar_of(arena, row, working, !date_before(of->ref.due, done));
    return ok();
}

static Text printed_words(const struct request *request, const struct frame *frame)
{
    return text_format(request->arena, "From the record of %.*s as it stood on %.*s. Printed for %.*s.", TEXT_ARGS(frame->authority),
                       TEXT_ARGS(instant_words(request->arena, request->now)), TEXT_ARGS(frame->person));
}

static Err fill(struct proof_of_day *of, struct proof_page *page)
{
    Arena *arena = of->read->arena;
    struct practice practice;
    enum event began;
    const struct due_of_child *limit = of->limit;
    TRY(practice_read(of->read, &practice));
    const struct profile *profile = profile_named(limit->profile);
    const struct profile *begun_under = practice_on(&practice, of->ref.start);
    if (profile == NULL || text_equal_string(limit->profile, begun_under->name)) /* with limits of the authority's own; or this program has it no more */
        profile = begun_under;
    of->row = obligation_row_on(profile, of->ref.kind, of->ref.start);
    struct working *working = ARENA_NEW(arena, struct working);
    if (of->row != NULL)
        (void)obligation_due(of->row, of->ref.start, practice.holidays, working);
    of->working = working;
    page->what = text_of(obligation_kind_words(of->ref.kind));
    page->child = name_words(arena, limit->given, limit->family_name);
    page->age = age_words(arena, limit->unborn, limit->born, of->read->today);
    page->child_address = url_child(arena, of->ref.child);
    const struct limit_state state = {of->ref.kind, limit->state, limit->due, limit->met, limit->stopped, limit->met_by, limit->stopped_by};
    page->state = limit_tag(arena, &state, of->read->today);
    TRY(proof_story(of, &page->story, &began));
    if (of->row == NULL) {
        page->sentence = T("The limit this day came from is no longer in the profile.");
    } else {
        TRY(add_count(of, &practice, began, page));
        page->rule = rule_of(arena, &practice, profile, of->row, limit, of->ref.start);
    }
    return add_alike(of, page);
}

Err proof_page(struct request *request, struct response *response)
{
    struct due_of_child limit;
    struct proof_of_day of = {.request = request, .limit = &limit, .ref = {.child = request->ids.child}};
    struct proof_page page = {0};
    bool found;
    if (!obligation_kind_of(request->ids.kind, &of.ref.kind) || !date_read(request->ids.start, &of.ref.start))
        return err(NOT_FOUND, "no kind of time limit, or no day, stands in the address");
    TRY(request_read(request, &of.read));
    TRY(due_of_child(of.read, of.ref.child, of.ref.kind, of.ref.start, &limit, &found));
    if (!found)
        return err(NOT_FOUND, "nothing of that kind counts from that day");
    of.ref.due = limit.due;
    request_shows(request, of.ref.child);
    page.title = text_format(request->arena, "Why %.*s?", TEXT_ARGS(date_long(request->arena, limit.due)));
    TRY(frame_of(request, page.title, FRAME_FAMILIES, &page.frame));
    page.frame.looks_recorded = true;
    TRY(fill(&of, &page));
    page.printed = printed_words(request, &page.frame);
    proof_html(&response->body, &page);
    return ok();
}
