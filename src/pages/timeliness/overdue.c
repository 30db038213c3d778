#include "pages/limit_words.h"
#include "pages/options.h"
#include "pages/timeliness/overdue_html.h"
#include "pages/timeliness/numbers.h"
#include "pages/timeliness/rows.h"
#include "pages/timeliness/timeliness.h"
#include "web/url.h"

static const Date EVER = {-25567}; /* 1 January 1900: before any day on which something is due */

static struct picked_views worker_choices(Arena *arena, const struct timely_workers_rows *workers, PersonId chosen)
{
    struct picked_views choices = {ARENA_MANY(arena, workers->count + 1, struct picked_view), 0};
    if (workers->count == 0)
        return choices;
    choices.at[choices.count++] = (struct picked_view){TEXT_NONE, T("Everybody"), chosen.n == 0};
    for (size_t i = 0; i < workers->count; i++) {
        const struct timely_workers *worker = &workers->at[i];
        choices.at[choices.count++] = (struct picked_view){text_format(arena, "%lld", (long long)worker->worker.n),
                                                           name_words(arena, worker->given, worker->family_name), worker->worker.n == chosen.n};
    }
    return choices;
}

static struct picked_views kind_choices(Arena *arena, enum obligation_kind chosen)
{
    struct picked_views choices = {ARENA_MANY(arena, OBLIGATION_KIND_COUNT, struct picked_view), 0};
    choices.at[choices.count++] = (struct picked_view){TEXT_NONE, T("Every limit"), chosen == OBLIGATION_KIND_NONE};
    for (int i = OBLIGATION_KIND_NONE + 1; i < OBLIGATION_KIND_COUNT; i++)
        choices.at[choices.count++] = (struct picked_view){text_of(obligation_kind_code((enum obligation_kind)i)),
                                                           text_of(obligation_kind_words((enum obligation_kind)i)), (int)chosen == i};
    return choices;
}

/* The worker who was asked for, when they are one of those that can be. */
static bool is_offered(const struct timely_workers_rows *workers, PersonId worker)
{
    for (size_t i = 0; i < workers->count; i++)
        if (workers->at[i].worker.n == worker.n)
            return true;
    return false;
}

Err overdue_page(struct request *request, struct response *response)
{
    Arena *arena = request->arena;
    Read *read;
    enum asked_period period;
    struct timely_teams_named_rows teams;
    struct timely_workers_rows workers;
    struct limit_rows rows;
    int64_t cases;
    Date first;
    struct asked_limits asked = asked_limits_of(request, &period, NULL);
    struct overdue_page page = {.here = url_overdue(arena), .timeliness = url_timeliness(arena)};
    asked.state = OBLIGATION_STATE_LATE;
    asked.since = EVER;
    asked.until = date_plus_days(request->today, -1);
    TRY(request_read(request, &read));
    TRY(frame_of(request, T("Overdue"), FRAME_LIMITS, &page.frame));
    TRY(numbers_teams(read, asked.whole, &teams));
    if (asked.team > 0 && text_is_empty(team_words(&teams, asked.team)))
        return err(NOT_FOUND, "not a team the reader may ask about");
    TRY(numbers_workers(read, &asked, &workers));
    if (!is_offered(&workers, asked.worker))
        asked.worker.n = 0; /* somebody of another team: the list is of everybody in this one */
    TRY(numbers_late_now(read, &asked, &cases, &first));
    TRY(limit_rows_of(read, &asked, &rows));
    page.teams = team_choices(arena, &teams, asked.team, true);
    page.workers = worker_choices(arena, &workers, asked.worker);
    page.kinds = kind_choices(arena, asked.kind);
    page.whose = whose_words(asked.whole);
    page.says = cases == 0 ? T("Nothing is late") : text_format(arena, "%lld late, the first for %.*s", (long long)cases,
                                                               TEXT_ARGS(days_words(arena, date_days_between(first, request->today))));
    TRY(limit_sheet(request, T("What is late now, the longest first"), &rows, &page.sheet));
    page.sheet.empty = T("Nothing that you asked about is late.");
    if (rows.has_more) {
        struct limit_key last = limit_key_of(&rows.at[rows.count - 1]);
        struct asked_limits list = asked;
        list.since = DATE_NONE;
        list.state = OBLIGATION_STATE_NONE;
        page.more = asked_url_after(arena, page.here, &list, &last);
    }
    page.frame.looks_recorded = true;
    overdue_html(&response->body, &page);
    return ok();
}
