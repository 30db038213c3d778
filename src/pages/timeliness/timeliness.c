#include "pages/timeliness/timeliness.h"

#include "pages/limit_words.h"
#include "pages/timeliness/numbers.h"
#include "pages/timeliness/timeliness_html.h"
#include "web/site.h"
#include "web/url.h"

static Text number_words(Arena *arena, int64_t number) { return text_format(arena, "%lld", (long long)number); }

struct picked_views team_choices(Arena *arena, const struct timely_teams_named_rows *teams, int64_t chosen, bool with_none)
{
    struct picked_views choices = {ARENA_MANY(arena, teams->count + 2, struct picked_view), 0};
    choices.at[choices.count++] = (struct picked_view){TEXT_NONE, T("Every team"), chosen == TEAM_EVERY};
    for (size_t i = 0; i < teams->count; i++)
        choices.at[choices.count++] = (struct picked_view){number_words(arena, teams->at[i].team), teams->at[i].name, teams->at[i].team == chosen};
    if (with_none)
        choices.at[choices.count++] = (struct picked_view){T("none"), T("No team"), chosen == TEAM_NONE};
    return choices;
}

Text whose_words(bool whole)
{
    return whole ? T("All children of the authority count. A child whose record you may not read has no name here, only the team.")
                 : T("The children count whom your people and teams hold. A child whose record is closed to you does not count, and is on no list.");
}

/* ---- the tables ---- */

/* A number that opens its list; nothing to open is a number alone. */
static struct sheet_cell *number_cell(Arena *arena, struct sheet *sheet, const struct asked_limits *asked, const struct limit_numbers *of, enum obligation_state state,
                                      int64_t number)
{
    struct sheet_cell *cell = sheet_put_number(arena, sheet, number);
    struct asked_limits list = *asked;
    list.kind = of->kind;
    list.team = of->team;
    list.state = state;
    cell->is_nil = number == 0;
    if (number > 0)
        cell->link = asked_url(arena, url_timeliness_list(arena), &list);
    return cell;
}

static void percent_cell(Arena *arena, struct sheet *sheet, const struct timeliness *counts)
{
    int percent;
    int64_t judged = timeliness_judged(counts), met = counts->cases[OBLIGATION_STATE_MET];
    Text of = text_format(arena, "%lld of %lld", (long long)met, (long long)judged);
    if (judged == 0)
        sheet_put(sheet, T("–"))->more = T("none to judge");
    else if (timeliness_percent(counts, &percent))
        sheet_put(sheet, text_format(arena, "%d%%", percent))->more = of;
    else
        sheet_put(sheet, of)->more = T("too few for a percentage");
}

static void put_numbers(Arena *arena, struct sheet *sheet, const struct asked_limits *asked, const struct limit_numbers *of, Date today)
{
    static const enum obligation_state STATES[] = {OBLIGATION_STATE_MET, OBLIGATION_STATE_MET_LATE, OBLIGATION_STATE_LATE, OBLIGATION_STATE_MISSED,
                                                   OBLIGATION_STATE_NOT_NEEDED, OBLIGATION_STATE_WAITING};
    number_cell(arena, sheet, asked, of, OBLIGATION_STATE_NONE, timeliness_due(&of->counts));
    for (size_t i = 0; i < sizeof STATES / sizeof STATES[0]; i++) {
        struct sheet_cell *cell = number_cell(arena, sheet, asked, of, STATES[i], of->counts.cases[STATES[i]]);
        if (STATES[i] == OBLIGATION_STATE_LATE && !date_is_none(of->late_since))
            cell->tag = (struct status_tag){T("quiet st--late"), text_join(arena, T("longest "), days_words(arena, date_days_between(of->late_since, today)))};
    }
    percent_cell(arena, sheet, &of->counts);
}

static void kind_row(Arena *arena, struct sheet *sheet, const struct asked_limits *asked, const struct limit_numbers *of, Text name, Date today)
{
    sheet_next(arena, sheet);
    sheet_put(sheet, name);
    put_numbers(arena, sheet, asked, of, today);
    int64_t half = of->median_twice;
    struct sheet_cell *median = sheet_put(sheet, half == 0 ? T("–") : half % 2 == 0 ? number_words(arena, half / 2) : text_format(arena, "%lld.5", (long long)(half / 2)));
    median->is_nil = half == 0;
}

#define NUMBER_COLUMNS "#Due|#In time|#Done late|#Late now|#Missed|#No longer needed|#To come|#Kept in time"

static Err fill_kinds(Read *read, const struct asked_limits *asked, struct timeliness_page *page)
{
    struct numbers_rows kinds;
    struct limit_numbers all;
    int percent;
    TRY(numbers_by_kind(read, asked, &kinds, &all));
    page->kinds = sheet_new(read->arena, page->says, "Limit|" NUMBER_COLUMNS "|#Median days late", kinds.count + 1);
    page->kinds.caption_hidden = true;
    page->kinds.look = T("counts");
    page->kinds.empty = T("No limit was due in this period.");
    if (kinds.count > 1) {
        kind_row(read->arena, &page->kinds, asked, &all, T("All limits"), read->today);
        page->kinds.rows.at[0].is_sum = true;
    }
    for (size_t i = 0; i < kinds.count; i++)
        kind_row(read->arena, &page->kinds, asked, &kinds.at[i], text_of(obligation_kind_words(kinds.at[i].kind)), read->today);
    long long met = (long long)all.counts.cases[OBLIGATION_STATE_MET], judged = (long long)timeliness_judged(&all.counts);
    if (timeliness_percent(&all.counts, &percent))
        page->summary = text_format(read->arena, "%d%% kept in time: %lld of %lld.", percent, met, judged);
    else if (judged > 0)
        page->summary = text_format(read->arena, "%lld of %lld kept in time: too few for a percentage.", met, judged);
    return ok();
}

static Err fill_teams(Read *read, const struct asked_limits *asked, const struct timely_teams_named_rows *names, struct timeliness_page *page)
{
    struct numbers_rows teams;
    TRY(numbers_by_team(read, asked, &teams));
    if (teams.count < 2)
        return ok();
    page->by_team = sheet_new(read->arena, T("By team"), "Team|" NUMBER_COLUMNS, teams.count);
    page->by_team.caption_hidden = true;
    page->by_team.look = T("counts");
    for (size_t i = 0; i < teams.count; i++) {
        struct asked_limits team = *asked;
        team.team = teams.at[i].team;
        Text name = team_words(names, team.team);
        sheet_next(read->arena, &page->by_team);
        sheet_put(&page->by_team, text_is_empty(name) ? T("Another team") : name)->link = asked_url(read->arena, url_timeliness(read->arena), &team);
        put_numbers(read->arena, &page->by_team, asked, &teams.at[i], read->today);
        if (text_is_empty(name)) /* a team whose own page this reader doesn't get */
            sheet_unlink(&page->by_team);
    }
    return ok();
}

/* ---- the page ---- */

static struct frame_links period_links(Arena *arena, const struct asked_limits *asked, enum asked_period period)
{
    static const struct {
        enum asked_period period;
        const char *name, *words;
    } PERIODS[] = {{PERIOD_MONTH, "month", "This month"}, {PERIOD_QUARTER, "quarter", "This quarter"}, {PERIOD_YEAR, "year", "Year to date, since 1 April"}};
    size_t count = sizeof PERIODS / sizeof PERIODS[0];
    struct frame_link *links = ARENA_MANY(arena, count, struct frame_link);
    for (size_t i = 0; i < count; i++) {
        struct asked_limits team = {.team = asked->team, .since = DATE_NONE};
        Url url = url_asking(arena, url_timeliness(arena), "period", text_of(PERIODS[i].name));
        links[i] = (struct frame_link){text_of(PERIODS[i].words), asked_url(arena, url, &team), PERIODS[i].period == period};
    }
    return (struct frame_links){links, count};
}

static Text whose_name(const struct request *request, const struct asked_limits *asked, const struct timely_teams_named_rows *teams)
{
    if (asked->team != TEAM_EVERY)
        return team_words(teams, asked->team);
    return asked->whole ? request->site->authority_name : T("Your teams");
}

static void say_problems(Arena *arena, struct timeliness_page *page)
{
    struct problem_view *lines = ARENA_MANY(arena, 2, struct problem_view);
    page->problems = (struct frame_problems){T("There is a problem"), {lines, 0}};
    if (!text_is_empty(page->days.from.error))
        lines[page->problems.lines.count++] = (struct problem_view){T("from-day"), page->days.from.error};
    if (!text_is_empty(page->days.to.error))
        lines[page->problems.lines.count++] = (struct problem_view){T("to-day"), page->days.to.error};
    page->frame.has_problems = page->problems.lines.count > 0;
}

Err timeliness_page(struct request *request, struct response *response)
{
    Arena *arena = request->arena;
    Read *read;
    enum asked_period period;
    struct timely_teams_named_rows teams;
    struct timeliness_page page = {.here = url_timeliness(arena), .overdue = url_overdue(arena)};
    TRY(request_read(request, &read));
    TRY(frame_of(request, T("How time limits are kept"), FRAME_LIMITS, &page.frame));
    struct asked_limits asked = asked_limits_of(request, &period, &page.days);
    asked.kind = OBLIGATION_KIND_NONE; /* the page is of every kind, and everybody */
    asked.state = OBLIGATION_STATE_NONE;
    asked.worker.n = 0;
    TRY(numbers_teams(read, asked.whole, &teams));
    if (asked.team > 0 && text_is_empty(team_words(&teams, asked.team)))
        return err(NOT_FOUND, "not a team the reader may ask about");
    say_problems(arena, &page);
    page.periods = period_links(arena, &asked, asked_days_wrong(&page.days) ? PERIOD_DAYS : period);
    page.teams = team_choices(arena, &teams, asked.team, true);
    page.whose = whose_words(asked.whole);
    if (asked_days_wrong(&page.days)) {
        timeliness_html(&response->body, &page);
        return err(NOT_VALID, "the days are none");
    }
    page.is_shown = true;
    page.says = text_format(arena, "%.*s, %.*s", TEXT_ARGS(whose_name(request, &asked, &teams)), TEXT_ARGS(period_words(arena, asked.since, asked.until)));
    TRY(fill_kinds(read, &asked, &page));
    if (asked.team == TEAM_EVERY)
        TRY(fill_teams(read, &asked, &teams, &page));
    timeliness_html(&response->body, &page);
    return ok();
}
