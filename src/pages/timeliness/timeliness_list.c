#include "pages/timeliness/timeliness.h"

#include "pages/listing_html.h"
#include "pages/timeliness/numbers.h"
#include "pages/timeliness/rows.h"
#include "web/site.h"
#include "web/url.h"

/* 'Done late', 'Due': what the number said that led here. */
static const char *state_title(enum obligation_state state)
{
    switch (state) {
    case OBLIGATION_STATE_MET: return "Done in time";
    case OBLIGATION_STATE_MET_LATE: return "Done late";
    case OBLIGATION_STATE_LATE: return "Late now";
    case OBLIGATION_STATE_MISSED: return "Missed";
    case OBLIGATION_STATE_NOT_NEEDED: return "No longer needed";
    case OBLIGATION_STATE_WAITING: return "Still to come";
    case OBLIGATION_STATE_NONE:
    case OBLIGATION_STATE_COUNT: break;
    }
    return "Due";
}

Err timeliness_list_page(struct request *request, struct response *response)
{
    Arena *arena = request->arena;
    Read *read;
    enum asked_period period;
    struct timely_teams_named_rows teams;
    struct limit_rows rows;
    struct asked_limits asked = asked_limits_of(request, &period, NULL), back;
    struct listing_page page = {.back_words = T("Back to the numbers"), .more_words = T("Next limits")};
    TRY(request_read(request, &read));
    TRY(numbers_teams(read, asked.whole, &teams));
    Text team = team_words(&teams, asked.team);
    if (asked.team > 0 && text_is_empty(team))
        return err(NOT_FOUND, "not a team the reader may ask about");
    page.title = text_of(state_title(asked.state));
    if (asked.kind != OBLIGATION_KIND_NONE)
        page.title = text_format(arena, "%.*s: %s", TEXT_ARGS(page.title), obligation_kind_words(asked.kind));
    TRY(frame_of(request, page.title, FRAME_LIMITS, &page.frame));
    Text whose = asked.team != TEAM_EVERY ? team : asked.whole ? request->site->authority_name : T("Your teams");
    page.intro = text_format(arena, "%.*s. Due %.*s. %.*s", TEXT_ARGS(whose), TEXT_ARGS(period_words(arena, asked.since, asked.until)), TEXT_ARGS(whose_words(asked.whole)));
    back = asked;
    back.kind = OBLIGATION_KIND_NONE;
    back.state = OBLIGATION_STATE_NONE;
    back.worker.n = 0;
    page.back = asked_url(arena, url_timeliness(arena), &back);
    TRY(limit_rows_of(read, &asked, &rows));
    TRY(limit_sheet(request, page.title, &rows, &page.sheet));
    page.sheet.empty = T("There is none.");
    if (rows.has_more) {
        struct limit_key last = limit_key_of(&rows.at[rows.count - 1]);
        page.more = asked_url_after(arena, url_timeliness_list(arena), &asked, &last);
    }
    page.frame.looks_recorded = true;
    listing_html(&response->body, &page);
    return ok();
}
